using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.Searches;

/// <summary>The numbered refusals of kept searches and of places in the register's lists.</summary>
internal static class SearchRefusals
{
    public static Refusal NameThere(string name, bool shared, string by) => Make("AST-0601", "name", name, new("尚未使用的名称", "a name not used yet"), shared
        ? new($"{by} 已以此名称共享了一项筛选，请换一个名称", $"{by} shares a search under this name already; choose another")
        : new("您已有同名的筛选，请换一个名称，或改动原有的一项", "You keep a search under this name already; choose another, or change that one"));

    public static Refusal TooMany(int most) => Make("AST-0602", "", $"{most}", new($"至多 {most} 项", $"at most {most}"), new("保存的筛选已满，请先删除不用的", "No more searches are kept; remove those not used first"));

    public static Refusal Column(string found, IReadOnlyList<string> columns) => Make("AST-0603", "columns", found, Words.Same(string.Join(" | ", columns)), new("清单没有这一列", "The list has no such column"));

    public static Refusal NotTheMaker(string name) => Make("AST-0604", "shared", name, new("由创建人取消共享", "taken back by whoever made it"), new("只有创建人可以把共享的筛选收回为本人所有", "Only whoever made a shared search may take it back for himself"));

    public static Refusal Place(string found) => Make("AST-0611", "place", found, new("上一页或下一页给出的位置", "a place that a page before or behind gave"), new("翻页位置已损坏，请从头查看", "The place in the list is broken; begin from the beginning"));

    public static Refusal OtherPlace(string found) => Make("AST-0612", "place", found, new("同一筛选与排序给出的位置", "a place of the same search and order"), new("翻页位置属于另一清单，请从头查看", "The place belongs to another list; begin from the beginning"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new() { Code = code, Path = path, Found = found.Length <= 120 ? found : found[..120], Expected = expected, Message = message };
}
