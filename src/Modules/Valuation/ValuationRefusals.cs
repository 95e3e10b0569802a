using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Valuation;

/// <summary>
/// The numbered refusals of the room, beside the engine's VAL-0xxx: 20xx forms, 21xx appraisals, 22xx batches, 23xx scores, 24xx
/// rubrics, 25xx benchmarks and signals.
/// </summary>
internal static class ValuationRefusals
{
    public const string StaleCode = "VAL-2103";
    public const string StaleRubricCode = "VAL-2401";

    public static Refusal Text(string path, string found, int most) => Make("VAL-2001", path, found, new($"1 到 {most} 个字符", $"1 to {most} characters"), new("内容为空或过长", "The text is empty or too long"));

    public static Refusal Word(string path, string found, IReadOnlyList<string> words) => Make("VAL-2002", path, found, Words.Same(string.Join(" | ", words)), new("不在可选范围内", "Not one of the words allowed"));

    public static Refusal Number(string path, string found, Words expected) => Make("VAL-2003", path, found, expected, new("数值不能使用", "The figure cannot be used"));

    public static Refusal Day(string path, string found, Words expected) => Make("VAL-2004", path, found, expected, new("日期不能使用", "The day cannot be used"));

    public static Refusal Firm(string path, string found) => Make("VAL-2005", path, found, new("登记簿中可见的企业", "a firm of the register that you may see"), new("没有这家企业", "There is no such firm"));

    public static Refusal Product(string path, string found) => Make("VAL-2006", path, found, new("该企业的产品", "a product of that firm"), new("没有这个产品", "There is no such product"));

    public static Refusal Right(string path, string found) => Make("VAL-2007", path, found, new("登记簿中可见的权利", "a right of the register that you may see"), new("没有这项权利", "There is no such right"));

    public static Refusal NoRights(string path) => Make("VAL-2008", path, "—", new("至少一项权利", "at least one right"), new("没有可以评估的权利", "There is no right to value"));

    public static Refusal TooMany(string path, int found, int most) => Make("VAL-2009", path, $"{found}", new($"至多 {most} 项", $"at most {most}"), new("数量过多", "There are too many"));

    public static Refusal NeedsReason() => Make("VAL-2101", "reason", "—", new("1 到 500 个字符", "1 to 500 characters"), new("请写明保存的理由", "Say why it is saved"));

    public static Refusal Form(string found) => Make("VAL-2102", "request", found, new("zhirong/value-request/v1 的对象，至多 2 MiB", "an object of zhirong/value-request/v1, at most 2 MiB"), new("评估请求不是约定的形式", "The request does not have the agreed form"));

    public static Refusal Stale(int found, int stands, string by) => Make(StaleCode, "from", $"{found}", Words.Same($"{stands}"), new($"{by} 已保存第 {stands} 版，请按最新内容重做", $"{by} saved version {stands} meanwhile; look at it as it stands now"));

    public static Refusal SignedTwice(string by) => Make("VAL-2104", "name", by, new("另一人的签名", "another person's signature"), new("同一人不能签署两次，两名签署人须为不同的人", "One person does not sign twice; the two who sign are different people"));

    public static Refusal CertificateTwice(string found) => Make("VAL-2105", "certificate", found, new("另一证书编号", "another certificate"), new("这一证书编号已签署本版", "This certificate has signed the version already"));

    public static Refusal NoConclusion() => Make("VAL-2106", "version", "—", new("已有结论的版本", "a version with a conclusion"), new("没有结论，不能签署", "Without a conclusion there is nothing to sign"));

    public static Refusal NoVersion(string path, int found, int newest) => Make("VAL-2107", path, $"{found}", Words.Same($"1 … {newest}"), new("没有这一版", "There is no such version"));

    public static Refusal TemplateKey(string path, string found, IReadOnlyList<string> known) => Make("VAL-2201", path, found, Words.Same(string.Join(" | ", known)), new("模板只写各组共有的方法与参数", "A template states methods and parameters that the groups share, nothing else"));

    public static Refusal RightTwice(string path, string found) => Make("VAL-2202", path, found, new("每项权利只属一组", "each right in one group"), new("同一权利出现在两个产品组", "The same right stands in two groups"));

    public static Refusal StaleRubric(int found, int stands, string by) => Make(StaleRubricCode, "from", $"{found}", Words.Same($"{stands}"), new($"最新为第 {stands} 版（{by}），请按最新内容重做", $"Number {stands} by {by} stands; look at it as it is now"));

    public static Refusal RubricCode(string found, string code) => Make("VAL-2402", "text", found, Words.Same(code), new("评分表的 id 与所存的编号不同", "The rubric's id is not the code it is kept under"));

    public static Refusal RubricVersion(string found) => Make("VAL-2403", "text", found, new("尚未用过的 version", "a version not used yet"), new("这一版本号已用过，请换一个", "That version is taken; name another"));

    public static Refusal Make(string code, string path, string found, Words expected, Words message) => new() { Code = code, Path = path, Found = found.Length <= 120 ? found : found[..120], Expected = expected, Message = message };
}
