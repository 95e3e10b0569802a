using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Securitization;

/// <summary>The numbered refusals of the deal desk, in the order they are tested.</summary>
internal static class DeskRefusals
{
    /// <summary>Somebody else saved a version meanwhile.</summary>
    public const string Stale = "SEC-0103";

    /// <summary>Somebody else changed the scenario meanwhile.</summary>
    public const string StaleScenarioCode = "SEC-0104";

    public static Refusal TextTooLong(int characters, int limit) => Make("SEC-0101", "text", $"{characters}", new($"不超过 {limit} 字", $"at most {limit} characters"),
        new("文本过长", "The text is too long"));

    public static Refusal NeedsReason() => Make("SEC-0102", "reason", "—", new("1 到 500 字的说明", "1 to 500 characters"),
        new("请写明为什么保存", "Say why it is saved"));

    public static Refusal StaleVersion(int given, int head, string savedBy) => Make(Stale, "baseVersion", $"{given}", Words.Same($"{head}"),
        new($"{savedBy} 已保存第 {head} 版，您的修改基于第 {given} 版", $"{savedBy} has saved version {head}; your changes start from version {given}"));

    public static Refusal StaleScenario(int given, int current, string savedBy) => Make(StaleScenarioCode, "baseVersion", $"{given}", Words.Same($"{current}"),
        new($"{savedBy} 已修改该情景", $"{savedBy} has changed this scenario"));

    public static Refusal ScenarioName(string found) => Make("SEC-0105", "name", found, new("1 到 100 字，在本交易中唯一", "1 to 100 characters, unique in the deal"),
        new("情景名称不能用", "The scenario's name cannot be used"));

    public static Refusal TooManyScenarios(int found, int limit) => Make("SEC-0106", "scenarios", $"{found}", new($"不超过 {limit} 个", $"at most {limit}"),
        new("一次计算的情景过多", "Too many scenarios at once"));

    public static Refusal CannotRun(int errors) => Make("SEC-0107", "version", $"{errors}", new("没有错误级校验发现", "no finding of level error"),
        new("该版本不能运行", "The version cannot be run"));

    public static Refusal DifferentDeals() => Make("SEC-0108", "b", "—", new("同一交易的两次运行", "two runs of one deal"),
        new("两次运行不属于同一交易", "The runs belong to different deals"));

    public static Refusal Kind(string found, IEnumerable<string> known) => Make("SEC-0109", "kind", found, Words.Same(string.Join(" | ", known)),
        new("没有这种导出", "There is no such export"));

    public static Refusal GridNumber(string path, int found, int least, int most) => Make("SEC-0110", path, $"{found}", Words.Same($"{least} … {most}"),
        new("压力网格的参数超出范围", "A parameter of the stress grid is out of range"));

    public static Refusal GridRecovery(int index, string found) => Make("SEC-0111", $"recoveries.{index}", found, new("0 到 1 之间、至多四位小数、互不相同的回收率", "different shares from 0 to 1 with at most four decimals"),
        new("压力网格的回收率不能用", "A recovery of the stress grid cannot be used"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
