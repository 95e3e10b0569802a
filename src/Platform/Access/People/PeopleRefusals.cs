using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;

namespace Zhirong.Platform.Access.People;

/// <summary>The numbered refusals about organisations, people, roles and memberships.</summary>
public static class PeopleRefusals
{
    public const string StaleCode = "ACC-0314";

    public static Refusal Login(string found) => Make("ACC-0301", "login", found, new("2 到 64 个字母、数字或 . - _ @", "2 to 64 letters, digits or . - _ @"), new("登录名写法有误", "The login cannot be used"));

    public static Refusal LoginTaken(string found) => Make("ACC-0302", "login", found, new("未被使用的登录名", "a login not in use"), new("登录名已被使用", "The login is in use"));

    public static Refusal Text(string path, int length, int most) => Make("ACC-0303", path, $"{length}", new($"1 到 {most} 个字", $"1 to {most} characters"), new("文字长度不对", "The text is too short or too long"));

    public static Refusal Kind(string found) => Make("ACC-0304", "kind", found, Words.Same(string.Join(" | ", OrganisationKinds.All.Select(k => k.Code))), new("不适用的机构类型", "This kind of organisation does not fit"));

    public static Refusal Code(string found) => Make("ACC-0305", "code", found, new("18 位统一社会信用代码", "a unified social credit code of 18 characters"), new("统一社会信用代码有误", "The unified social credit code is wrong"));

    public static Refusal CodeTaken(string found) => Make("ACC-0306", "code", found, new("尚未登记的机构", "an organisation not there yet"), new("该代码的机构已登记", "An organisation with this code is there already"));

    public static Refusal Identity() => Make("ACC-0307", "idNumber", "—", new("18 位公民身份号码", "an identity number of 18 characters"), new("公民身份号码有误", "The identity number is wrong"));

    public static Refusal IdentityTaken() => Make("ACC-0308", "idNumber", "—", new("尚未登记的自然人", "a person not there yet"), new("该证件号码的自然人已登记", "A person with this identity number is there already"));

    public static Refusal OperatorOnly() => Make("ACC-0309", "organisation", "—", new("运营机构", "the organisation that runs the installation"), new("只有运营机构可以增减机构", "Only the organisation that runs the installation adds or changes organisations"));

    public static Refusal Role(string found) => Make("ACC-0310", "role", found, new("内置角色或本机构自设的角色", "a built-in role or one of this organisation"), new("没有这个角色", "There is no such role"));

    public static Refusal Dates(string found) => Make("ACC-0311", "until", found, new("不早于起始日与今天的截止日", "a last day not before the first one and today"), new("任职期间有误", "The days of the role are wrong"));

    public static Refusal Oneself() => Make("ACC-0312", "user", "—", new("他人的账号", "somebody else's account"), new("不能停用自己的账号或结束自己的管理员任职", "Nobody disables himself or ends his own administration"));

    public static Refusal OtherHome(string found) => Make("ACC-0313", "user", found, new("由本机构管理的账号", "an account this organisation looks after"), new("账号由其他机构管理", "Another organisation looks after the account"));

    public static Refusal Stale(int found, int stands) => Make(StaleCode, "baseVersion", $"{found}", Words.Same($"{stands}"), new("记录已被他人修改，请重新载入", "Somebody else changed the record; load it again"));

    public static Refusal AlreadyHeld(string role) => Make("ACC-0315", "role", role, new("尚未担任的角色", "a role not held at the time"), new("该期间已担任此角色", "The role is held at that time already"));

    public static Refusal RoleCode(string found) => Make("ACC-0317", "code", found, new("2 到 40 个小写字母、数字或下划线，不与内置角色重名", "2 to 40 small letters, digits or underlines, not that of a built-in role"), new("角色代码不能用", "The role's code cannot be used"));

    public static Refusal Grant(string path, string found) => Make("ACC-0318", path, found, new("如 ledger.book.open、ledger.*、*.read，限额为元", "such as ledger.book.open, ledger.*, *.read; limits in yuan"), new("权限写法有误", "The grant cannot be read"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => GateRefusals.Make(code, path, found, expected, message);
}
