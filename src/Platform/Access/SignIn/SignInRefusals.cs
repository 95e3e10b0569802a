using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Access.SignIn;

/// <summary>The numbered refusals of signing in, in the order they are tested: 0202, 0201, 0203, 0204, 0205, 0206; then those of passwords and second factors.</summary>
public static class SignInRefusals
{
    public static Refusal Wrong() => Make("ACC-0201", "password", "—", new("登录名与密码", "login and password"), new("登录名或密码不对", "Login or password is wrong"));

    public static Refusal Locked(string until) => Make("ACC-0202", "login", until, new("锁定期满后再试", "another try when the lock ends"),
        new("连续输错，账号暂时锁定", "Too many wrong tries; the account is locked for a while"));

    public static Refusal Disabled(string login) => Make("ACC-0203", "login", login, new("启用中的账号", "an account in use"), new("账号已停用，请联系管理员", "The account is disabled; ask an administrator"));

    public static Refusal CodeWanted() => Make("ACC-0204", "code", "—", new("身份验证器上的 6 位数字", "the 6 digits of the authenticator"), new("请输入动态验证码", "Enter the one-time code"));

    public static Refusal CodeWrong() => Make("ACC-0205", "code", "—", new("当前且未用过的 6 位数字", "6 digits that are current and not used yet"), new("动态验证码不对", "The one-time code is wrong"));

    public static Refusal NoOrganisation(string login) => Make("ACC-0206", "login", login, new("至少在一个机构任职", "a role in some organisation"), new("账号尚未在任何机构任职", "The account has no role in any organisation"));

    public static Refusal Weak(string path) => Make("ACC-0211", path, "—", new($"{Passwords.Shortest} 到 {Passwords.Longest} 位，大写、小写、数字、符号四类至少三类，不含登录名", $"{Passwords.Shortest} to {Passwords.Longest} characters, three of capitals, small letters, digits, signs, without the login"),
        new("密码太弱", "The password is too weak"));

    public static Refusal Same() => Make("ACC-0212", "password", "—", new("与原密码不同的密码", "another password than before"), new("新密码与原密码相同", "The new password is the old one"));

    public static Refusal CurrentWrong() => Make("ACC-0213", "current", "—", new("现在的密码", "the present password"), new("原密码不对", "The present password is wrong"));

    public static Refusal FactorState(bool on) => Make("ACC-0214", "code", on ? "on" : "off", on ? new("先关闭现有的动态验证码", "the present second factor switched off first") : new("已开启或已开始设置的动态验证码", "a second factor that is on, or begun"),
        on ? new("动态验证码已开启", "The second factor is on already") : new("动态验证码未开启", "The second factor is off"));

    public static Refusal NotAMember(Guid organisation) => Make("ACC-0221", "organisation", $"{organisation}", new("您任职的机构", "an organisation you have a role in"), new("您在该机构没有任职", "You have no role in this organisation"));

    public static Refusal AlreadySetUp() => Make("ACC-0231", "", "—", new("尚无用户的新装系统", "an installation without users"), new("系统已完成初始设置", "The installation is set up already"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => GateRefusals.Make(code, path, found, expected, message);
}
