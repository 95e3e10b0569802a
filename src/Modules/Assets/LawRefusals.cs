using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets;

/// <summary>Refusals of the files the register goes by: terms, fees, event codes (AST-09xx).</summary>
internal static class LawRefusals
{
    public static Refusal Code(string line, string found) => Make("AST-0901", line, found, new("代码,英文名,中文名,影响,类别,效果", "code, names, influence, class, effect"), new("事件代码表有一行不能用", "A line of the event codes cannot be used"));

    public static Refusal Schema(string found, string expected) => Make("AST-0902", "schema", found, Words.Same(expected), new("文件类型不符", "A file of another kind"));

    public static Refusal Rule(string path, string found, Words expected) => Make("AST-0903", path, found, expected, new("规则写法有误", "The rule cannot be used"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new() { Code = code, Path = path, Found = found.Length <= 120 ? found : found[..120], Expected = expected, Message = message };
}
