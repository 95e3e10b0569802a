using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Proof;

/// <summary>The numbered refusals of a file that cannot be read as evidence at all, in the order they are tested.</summary>
public static class ProofRefusals
{
    public static Refusal TooLarge(long bytes, int limit) => Make("EVD-0201", $"{bytes} bytes", new($"不超过 {limit} 字节", $"at most {limit} bytes"),
        new("文件过大，未读入", "The file is too large and was not read"));

    public static Refusal NotUtf8(int offset) => Make("EVD-0202", $"byte {offset}", new("UTF-8 文本", "UTF-8 text"),
        new("文件不是 UTF-8 文本", "The file is not UTF-8 text"));

    public static Refusal Syntax(string path, string problem) => Make("EVD-0203", problem, new("合法的 JSON", "well-formed JSON"),
        new("JSON 语法错误", "JSON syntax error"), path);

    public static Refusal TooDeep(string path, int limit) => Make("EVD-0204", $"> {limit}", new($"嵌套不超过 {limit} 层", $"nesting of at most {limit} levels"),
        new("嵌套过深", "Nested too deeply"), path);

    public static Refusal TooMany(int limit) => Make("EVD-0205", $"> {limit}", new($"不超过 {limit} 个值", $"at most {limit} values"),
        new("内容过多", "Too many values"));

    public static Refusal OtherSchema(string found, string expected) => Make("EVD-0206", found, Words.Same(expected),
        new("这不是所要的文件", "This is not the file that is wanted"), "schema");

    /// <summary>A log key file, a checkpoint or a leaf whose fields are not what the format says.</summary>
    public static Refusal Form(string path, string found, Words expected) => Make("EVD-0207", found, expected,
        new("字段不合格式", "A field is not what the format says"), path);

    /// <summary>A value that canonical JSON of evidence does not hold: a fraction, a number beyond 2^53, half a surrogate pair.</summary>
    public static Refusal NotCanonical(string path, string found, Words expected) => Make("EVD-0208", found, expected,
        new("此值不能写成规范 JSON", "This value has no canonical JSON form here"), path);

    private static Refusal Make(string code, string found, Words expected, Words message, string path = "") => new()
    {
        Code = code,
        Path = path,
        Found = found.Length <= 80 ? found : string.Concat(found.AsSpan(0, 79), "…"),
        Expected = expected,
        Message = message,
        Line = 1,
        Column = 1,
    };
}
