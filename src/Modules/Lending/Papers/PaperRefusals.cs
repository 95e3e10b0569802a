using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Papers;

/// <summary>The numbered refusals of documents: LEN-091x of templates, LEN-092x of making one.</summary>
internal static class PaperRefusals
{
    public static Refusal Field(string path, string found, IEnumerable<string> known) => LendingRefusals.Make("LEN-0911", path, found, Words.Same(string.Join(" | ", known)), new("模板引用了记录中没有的字段", "The template names a field the record does not have"));

    public static Refusal Format(string path, string found, IEnumerable<string> known) => LendingRefusals.Make("LEN-0912", path, found, Words.Same(string.Join(" | ", known)), new("没有这种写法", "There is no such way to write a field"));

    public static Refusal List(string path, string found, IEnumerable<string> known) => LendingRefusals.Make("LEN-0913", path, found, Words.Same(string.Join(" | ", known)), new("模板引用了记录中没有的清单", "The template names a list the record does not have"));

    public static Refusal Twice(string found) => LendingRefusals.Make("LEN-0914", "id", found, new("每个模板一个标识", "an id of its own for each template"), new("两个模板用了同一标识", "Two templates have the same id"));

    public static Refusal Brace(string path, string found) => LendingRefusals.Make("LEN-0915", path, found, Words.Same("{field} | {field|format}"), new("花括号没有成对或写法不对", "A brace does not belong to a place"));

    public static Refusal Template(string found, IEnumerable<string> known) => LendingRefusals.Make("LEN-0921", "template", found, Words.Same(string.Join(" | ", known)), new("没有这种文件", "There is no such document of it"));

    public static Refusal Unassessed(string state) => LendingRefusals.Make("LEN-0922", "about", state, new("已对现行快照评审测算的申请", "an application whose snapshot has been assessed"), new("尚未评审测算，没有可写入文件的内容", "It is not assessed yet; there is nothing to write down"));

    public static Refusal FileFormat(string found, IReadOnlyList<string> known) => LendingRefusals.Make("LEN-0923", "format", found, Words.Same(string.Join(" | ", known)), new("没有这种文件格式", "There is no such format"));
}
