namespace Zhirong.Engine.Basics.Documents;

/// <summary>The numbered refusals of reading a file, in the order they are tested.</summary>
public static class DocRefusals
{
    public static Refusal Missing(string path, string reason) => Make("DOC-0001", reason, ("一个可读的文件", "a readable file"),
        ($"读不到文件 {path}", $"Cannot read the file {path}"));

    public static Refusal TooLarge(long bytes, int limit) => Make("DOC-0002", $"{bytes} bytes", ($"不超过 {limit} 字节", $"at most {limit} bytes"),
        ("文件过大，未读入", "The file is too large and was not read"));

    public static Refusal NotUtf8(int offset) => Make("DOC-0003", $"byte {offset}", ("UTF-8 文本", "UTF-8 text"),
        ("文件不是 UTF-8 文本", "The file is not UTF-8 text"));

    public static Refusal Empty() => Make("DOC-0004", "(empty)", ("YAML 或 JSON 内容", "YAML or JSON content"),
        ("文件是空的", "The file is empty"));

    public static Refusal Syntax(string problem, int line, int column) => Make("DOC-0005", problem, ("合法的 YAML 或 JSON", "well-formed YAML or JSON"),
        ("YAML/JSON 语法错误", "YAML/JSON syntax error")).At(line, column);

    public static Refusal TooDeep(int limit, int line, int column) => Make("DOC-0006", $"> {limit}", ($"嵌套不超过 {limit} 层", $"nesting of at most {limit} levels"),
        ("嵌套过深", "Nested too deeply")).At(line, column);

    public static Refusal TooMany(int limit, int line, int column) => Make("DOC-0007", $"> {limit}", ($"不超过 {limit} 个节点（别名按展开计）", $"at most {limit} nodes, aliases counted as written out"),
        ("内容过多", "Too many nodes")).At(line, column);

    public static Refusal Cycle(string anchor, int line, int column) => Make("DOC-0008", "*" + anchor, ("不指向自身的别名", "an alias that does not contain itself"),
        ("YAML 别名循环引用", "The YAML alias refers to itself")).At(line, column);

    public static Refusal UnknownAlias(string anchor, int line, int column) => Make("DOC-0009", "*" + anchor, ("已定义的锚点", "an anchor defined above"),
        ("YAML 别名没有对应的锚点", "The YAML alias has no anchor")).At(line, column);

    public static Refusal DuplicateKey(string key, int firstLine, int line, int column) => Make("DOC-0010", key, ($"每个键只出现一次（第 {firstLine} 行已有）", $"each key once (already on line {firstLine})"),
        ("重复的键", "Duplicate key")).At(line, column);

    public static Refusal ComplexKey(int line, int column) => Make("DOC-0011", "?", ("文本键", "a text key"),
        ("键必须是文本", "A key must be text")).At(line, column);

    public static Refusal SecondDocument(int line, int column) => Make("DOC-0012", "---", ("一个文档", "one document"),
        ("文件里有多个 YAML 文档", "The file holds more than one YAML document")).At(line, column);

    public static Refusal Tag(string tag, int line, int column) => Make("DOC-0013", tag, ("不带类型标签", "no type tag"),
        ("不接受 YAML 类型标签", "YAML type tags are not accepted")).At(line, column);

    private static Refusal Make(string code, string found, (string Zh, string En) expected, (string Zh, string En) message) => new()
    {
        Code = code,
        Path = "",
        Found = found,
        Expected = new(expected.Zh, expected.En),
        Message = new(message.Zh, message.En),
        Line = 1,
        Column = 1,
    };
}
