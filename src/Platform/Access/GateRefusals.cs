using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Access;

/// <summary>The numbered refusals at the gate, in the order they are tested: 0101-0105 who asks (401), 0106-0112 what he may (403).</summary>
public static class GateRefusals
{
    public static Refusal Anonymous() => Make("ACC-0101", "", "—", new("已登录的会话或访问令牌", "a session or an access token"), new("请先登录", "Sign in first"));

    public static Refusal SessionEnded() => Make("ACC-0102", "session", "—", new("有效的会话", "a session that stands"), new("会话已结束，请重新登录", "The session has ended; sign in again"));

    public static Refusal Token(Words why) => Make("ACC-0103", "Authorization", "—", new("有效的访问令牌", "an access token that stands"), why);

    public static Refusal Disabled(string login) => Make("ACC-0104", "login", login, new("启用中的账号", "an account in use"), new("账号已停用", "The account is disabled"));

    public static Refusal MustChange(string login) => Make("ACC-0106", "password", login, new("自己设定的密码", "a password of one's own"), new("请先修改初始密码", "Change the first password before anything else"));

    public static Refusal OrganisationClosed(string name) => Make("ACC-0107", "organisation", name, new("启用中的机构", "an organisation in use"), new("机构已停用", "The organisation is closed"));

    public static Refusal Supervisor(string act) => Make("ACC-0108", "act", act, new("只读操作", "reading only"), new("监管机构只读，不能办理业务", "A supervisor reads and never writes"));

    public static Refusal NotGranted(string act) => Make("ACC-0109", "act", act, new("所任角色授予的权限", "an act that one of your roles grants"), new($"您在当前机构没有这项权限：{act}", $"None of your roles in this organisation grants {act}"));

    public static Refusal OutOfScope(string act) => Make("ACC-0110", "act", act, new("访问令牌范围内的操作", "an act within the token's scopes"), new($"访问令牌不含这项权限：{act}", $"The access token does not cover {act}"));

    public static Refusal NotForTokens(string path) => Make("ACC-0111", "Authorization", path, new("登录后的会话", "a signed-in session"), new("此操作须登录办理，不能用访问令牌", "This needs a signed-in person, not an access token"));

    public static Refusal AboveLimit(string act, Money amount, Money limit) => Make("ACC-0112", "amount", $"{amount}", new($"不超过 {limit} 元", $"at most {limit} yuan"),
        new($"金额超过您办理 {act} 的限额", $"The amount is above your limit for {act}"));

    internal static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
