using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Cases.Reading;

/// <summary>The numbered refusals of case files and of <c>case run</c>.</summary>
public static class CaseRefusals
{
    public static Refusal UnknownCase(string id, IReadOnlyList<string> known) => Make("CASE-0101", "", id,
        Near(id, known), new($"没有案例 {id}", $"There is no case {id}"));

    public static Refusal FileName(string path, DocNode node) => Make("CASE-0102", path, node.Describe(),
        new("案例目录内的相对路径", "a relative path inside the case's folder"), new("案例引用的文件名不可用", "The case names a file it may not use")).At(node.Line, node.Column);

    public static Refusal Reserved(string path, DocNode node) => Make("CASE-0103", path, node.Describe(),
        new("不与案例自身的键重名的小写名称", "a lower-case name that is not a key of the case itself"), new("文件的名称不可用", "The name given to the file cannot be used")).At(node.Line, node.Column);

    public static Refusal SetShape(string text) => Make("CASE-0104", "--set", text,
        new("路径=值", "path=value"), new("--set 写法有误", "--set cannot be read"));

    public static Refusal SetRoot(string path, IReadOnlyList<string> roots) => Make("CASE-0105", path, path,
        Words.Same(string.Join(" | ", roots.Select(r => r + ".…"))), new("--set 只能改事实、假设、环节参数和所引文件", "--set changes facts, assumptions, parts and named files only"));

    public static Refusal NoSuchPath(string path, IReadOnlyList<string> known) => Make("CASE-0106", path, path,
        Near(path, known), new($"路径 {path} 不存在", $"The path {path} does not exist"));

    public static Refusal Bound(string path, string source) => Make("CASE-0107", path, path,
        new($"改它的来源：{source}", $"change what it comes from: {source}"), new($"{path} 由其他数值算出，不能直接改", $"{path} is computed from other values and cannot be set"));

    public static Refusal Binding(string path, Refusal inner, DocNode node) => (inner with { Path = path }).At(node.Line, node.Column);

    public static Refusal BindingUnknown(string path, string text, DocNode node) => Make("CASE-0108", path, text,
        new("可以算出的数值", "a value that can be computed"), new("绑定算不出数值", "The binding has no value")).At(node.Line, node.Column);

    public static Refusal Keep(string target) => Make("CASE-0109", "--keep", target,
        new("空目录、不存在的目录，或空的 PostgreSQL 数据库", "an empty or missing folder, or an empty PostgreSQL database"), new("那里已有数据，案例不会写进去", "There is data already; a case is not written into it"));

    public static Refusal Twice(string path, string id, DocNode node) => Make("CASE-0110", path, id,
        new("列表中唯一的 id", "an id unique in its list"), new($"重复的 id：{id}", $"The id {id} appears twice")).At(node.Line, node.Column);

    public static Refusal Unknown(string path, string found, IReadOnlyList<string> known, DocNode node) => Make("CASE-0111", path, found,
        Near(found, known), new($"没有 {found}", $"There is no {found}")).At(node.Line, node.Column);

    public static Refusal NotPublished(string path, string found, Words expected, int line, int column) => Make("CASE-0112", path, found,
        expected, new("公布的数字按这种比较方式读不懂", "The published figure cannot be read by this comparator")).At(line, column);

    public static Refusal WrongMark(string path, string found, string mark, string comparator, int line, int column) => Make("CASE-0113", path, found,
        Words.Same(comparator), new($"公布的“{mark}”与比较方式不符", $"The published text says “{mark}”, which is another comparator")).At(line, column);

    public static Refusal WrongKind(string path, string comparator, string value, int line, int column) => Make("CASE-0114", path, comparator,
        new($"适用于“{value}”的比较方式", $"a comparator for {value}"), new("这种数值不能这样比较", "This kind of value cannot be compared so")).At(line, column);

    public static Refusal PartUnknown(string part, IReadOnlyList<string> known) => Make("CASE-0115", "--part", part,
        Words.Same(string.Join(" | ", known)), new($"没有环节 {part}", $"There is no part {part}"));

    public static Refusal NeedsFile(string path, string file, int line, int column) => Make("CASE-0116", path, "—",
        Words.Same($"files.{file}"), new($"这个环节需要文件 {file}", $"This part needs the file {file}")).At(line, column);

    public static Refusal NeedsReason(string path, DocNode node) => Make("CASE-0117", path, node.Describe(),
        Words.Same("{value: …, reason: …}"), new("假设必须写明取值和理由", "An assumption needs a value and a reason")).At(node.Line, node.Column);

    public static Refusal Value(string path, string found, Words expected, int line, int column) => Make("CASE-0118", path, found,
        expected, new($"{path} 的值不可用", $"{path} has a value that cannot be used")).At(line, column);

    public static Refusal Answered(string path, string code, string title, string detail) => Make("CASE-0119", path, code,
        Words.Same(detail), new($"前面的步骤被拒绝（{code}）：{title}", $"An earlier step was refused ({code}): {title}"));

    public const string NoDeskCode = "CASE-0120";

    public static Refusal NoDesk(string part) => Make(NoDeskCode, part, "—",
        new("由命令行 case run 运行", "run by the command case run"), new("这个环节要在运行中的系统上进行", "This part is played on the running product"));

    private static Words Near(string found, IReadOnlyList<string> known) =>
        FieldRefusals.Nearest(found, known) is { } near ? Words.Same(near) : Words.Same(string.Join(" | ", known.Order(StringComparer.Ordinal).Take(40)));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found.Length <= 80 ? found : found[..80],
        Expected = expected,
        Message = message,
    };
}
