using System.Globalization;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Matching;

/// <summary>The numbered refusals of matching: 01 a need, 02 listings, 03 the data a ranking goes by.</summary>
public static class MatchRefusals
{
    public static Refusal NothingAsked() => Make(
        "MAT-0101", "text", "—", new("有意义的文本、关键词或 IPC 分类号", "a text, keywords or an IPC symbol that say something"), new("需求中没有可查找的词", "The need says nothing to look for"));

    public static Refusal NoSymbol(string path, string found) => Make(
        "MAT-0102", path, found, new("IPC 分类号，如 H01M10/0525", "an IPC symbol such as H01M10/0525"), new($"{found} 不是 IPC 分类号", $"{found} is no IPC symbol"));

    public static Refusal TooLong(string path, int length, int most) => Make(
        "MAT-0103", path, $"{length}", new($"至多 {most} 个字符", $"at most {most} characters"), new("文本过长", "The text is too long"));

    public static Refusal RangeBackwards(string path, int to, int from) => Make(
        "MAT-0104", path, $"{to}", new($"不低于 {from}", $"at least {from}"), new("范围的上限低于下限", "The range ends before it begins"));

    public static Refusal NothingSaid(string path, string id) => Make(
        "MAT-0201", path, "—", new("名称、摘要、权利要求、关键词或 IPC 中至少一项", "a title, abstract, claim, keywords or an IPC symbol"), new($"挂牌 {id} 没有可供匹配的内容", $"The listing {id} says nothing that could be matched"));

    public static Refusal NoListings() => Make(
        "MAT-0202", "listings", "0", new("至少一项挂牌", "at least one listing"), new("没有挂牌", "No listing is given"));

    public static Refusal Falling(string path, decimal found, decimal before) => Make(
        "MAT-0301", path, Text(found), new($"不低于上一级的 {Text(before)}", $"at least {Text(before)}, that of the level above"), new("分类号越近，接近度不应越低", "A deeper level cannot be less close"));

    public static Refusal NoWord(string path, string found) => Make(
        "MAT-0302", path, found, new("至少两个汉字或一个词，且不是停用词", "two characters or a word, no stop word"), new($"同义词 {found} 没有可查找的词", $"Nothing can be looked for by the synonym {found}"));

    public static Refusal AloneInGroup(string path) => Make(
        "MAT-0303", path, "1", new("每组至少两个词", "two words or more in a group"), new("同义词组只有一个词", "A group of synonyms has a single word"));

    public static Refusal NoFieldCounts(string path) => Make(
        "MAT-0304", path, "0", new("至少一个字段的权重大于 0", "a field with a weight above 0"), new("所有字段的权重都是 0", "No field counts anything"));

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static Refusal Make(string code, string path, string found, Words expected, Words message) =>
        new() { Code = code, Path = path, Found = found.Length <= 60 ? found : $"{found[..57]}…", Expected = expected, Message = message };
}
