using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.Papers;

/// <summary>The numbered refusals of documents of firms.</summary>
internal static class PaperRefusals
{
    public static Refusal Kind(string found) => Make("AST-0401", "kind", found, Words.Same(string.Join(" | ", PaperKinds.All)), new("没有这种材料", "There is no such kind of document"));

    public static Refusal Size(long found) => Make("AST-0402", "", $"{found}", Words.Same($"1 … {AddPaper.Limit}"), new("文件为空或过大", "The file is empty or too large"));

    public static Refusal There(string name) => Make("AST-0403", "", name, new("本企业尚未提交过的文件", "a file this firm has not handed in"), new("这份文件已提交过，各申请可直接使用", "This file was handed in already; every application can use it"));

    public static Refusal Subject(string kind, Guid id) => Make("AST-0404", "subjectId", $"{kind} {id}", new("本机构自有的记录", "a record of one's own organisation"), new("没有这条记录，不能用于其办理", "There is no such record it could be used for"));

    public static Refusal Expired(DateOnly until, DateOnly today) => Make("AST-0405", "validUntil", $"{until:yyyy-MM-dd}", Words.Same($"≥ {today:yyyy-MM-dd}"), new("材料已过有效期，请提交新的", "The document is past its last day; hand in a new one"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new() { Code = code, Path = path, Found = found, Expected = expected, Message = message };
}
