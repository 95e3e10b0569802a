using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Access.Approvals.Routes;

/// <summary>The numbered refusals of a file of routes beyond those of a single field.</summary>
internal static class RouteRefusals
{
    public static Refusal Schema(string path, string found) => Make("APV-0201", path, found, Words.Same(RouteReader.Schema),
        new("不是审批路径文件", "Not a file of approval routes"));

    public static Refusal Act(string path, string found) => Make("APV-0202", path, found, new("形如 payments.batch.approve 的操作代码", "an act such as payments.batch.approve"),
        new("操作代码写法有误", "The act cannot be read"));

    public static Refusal Twice(string path, string act, int firstLine) => Make("APV-0203", path, act, new($"同一操作、同一机构类型只写一条（第 {firstLine} 行已有）", $"one rule for an act and kind of organisation (already on line {firstLine})"),
        new($"{act} 的规则重复", $"There are two rules for {act}"));

    public static Refusal Either(string path, string found) => Make("APV-0204", path, found, new("免审理由（exempt）或分级（levels），二者其一", "a reason in exempt or levels, one of the two"),
        new("一条规则要么写明免审理由，要么写明审批层级", "A rule either names why it is exempt or its levels"));

    public static Refusal Levels(string path, string found) => Make("APV-0205", path, found, new("金额上限逐级递增，仅末级不设上限", "limits that rise, and none on the last level alone"),
        new("审批层级的金额上限不成序", "The limits of the levels are not in order"));

    public static Refusal Seats(string path, string found) => Make("APV-0206", path, found, new("2 到 10 席，每席至少一个角色", "2 to 10 seats, each with a role"),
        new("并行步骤的席位不对", "The seats of a parallel step cannot be used"));

    public static Refusal Roles(string path, string found) => Make("APV-0207", path, found, new("1 到 20 个不重复的角色代码", "1 to 20 different role codes"),
        new("角色写法有误", "The roles cannot be used"));

    public static Refusal Share(string path, string found) => Make("APV-0208", path, found, new("人数（3）、比例（2/3）或超过某比例（>1/2）", "a number (3), a share (2/3) or more than a share (>1/2)"),
        new("法定人数或票数写法有误", "A quorum or number of votes cannot be read"));

    public static Refusal Members(string path, string role) => Make("APV-0209", path, role, new("roles 中的角色", "a role that stands in roles"),
        new("否决人和主持人须为委员", "Who may veto or chair must be a member"));

    public static Refusal Length(string path, int found, int limit) => Make("APV-0210", path, $"{found}", new($"1 到 {limit} 个字符", $"1 to {limit} characters"),
        new($"{path} 的长度不对", $"{path} has the wrong length"));

    public static Refusal Count(string path, int found, int most) => Make("APV-0211", path, $"{found}", new($"1 到 {most} 项", $"1 to {most} items"),
        new($"{path} 的项数不对", $"{path} has too few or too many items"));

    public static Refusal UnknownAct(string path, string act, string? near) => Make("APV-0212", path, act, near is null ? new("本系统的操作", "an act of this system") : Words.Same(near),
        new($"没有 {act} 这个操作", $"There is no act {act}"));

    public static Refusal UnknownRole(string path, string role, string? near) => Make("APV-0213", path, role, near is null ? new("本机构可用的角色", "a role the organisation can use") : Words.Same(near),
        new($"没有 {role} 这个角色", $"There is no role {role}"));

    public static Refusal Floor(string path, string act) => Make("APV-0214", path, act, new("可改步骤，不可免审", "other steps, but not an exemption"),
        new($"{act} 必须经过审批，不能免审", $"{act} must be approved and cannot be exempt"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found.Length <= 80 ? found : found[..80],
        Expected = expected,
        Message = message,
    };
}
