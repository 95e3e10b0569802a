using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Access.Shares;

/// <summary>The numbered refusals of sharing, in the order they are tested.</summary>
internal static class ShareRefusals
{
    public static Refusal Kind(string kind, IReadOnlyList<string> kinds) => Make("SHR-0101", "kind", kind, Words.Same(string.Join(" | ", kinds)),
        new("没有这种可以共享的记录", "No record of this kind can be shared"));

    public static Refusal Right(string right) => Make("SHR-0102", "right", right, Words.Same("read | write"),
        new("共享权限写法有误", "The right cannot be used"));

    public static Refusal Days(DateOnly from, DateOnly until) => Make("SHR-0103", "until", $"{until:yyyy-MM-dd}", new($"不早于 {from:yyyy-MM-dd}", $"not before {from:yyyy-MM-dd}"),
        new("共享的截止日早于起始日或今天", "The share would end before it begins, or before today"));

    public static Refusal Past(DateOnly from, DateOnly today) => Make("SHR-0104", "from", $"{from:yyyy-MM-dd}", new($"不早于 {today:yyyy-MM-dd}", $"not before {today:yyyy-MM-dd}"),
        new("共享不能从过去的日期开始", "A share cannot begin in the past"));

    public static Refusal Own(Guid organisation) => Make("SHR-0105", "organisation", $"{organisation}", new("另一家机构", "another organisation"),
        new("不必与本机构共享", "A record need not be shared with its own organisation"));

    public static Refusal Organisation(Guid organisation) => Make("SHR-0106", "organisation", $"{organisation}", new("已登记且启用的机构", "an organisation that is registered and active"),
        new("没有这家机构", "There is no such organisation"));

    public static Refusal Ended(Guid id) => Make("SHR-0107", "id", $"{id}", new("仍有效的共享", "a share still in force"),
        new("这项共享已经结束", "The share has ended already"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
