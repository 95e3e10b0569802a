using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Loans.Checks;

/// <summary>Kinds, states, ways and outcomes of checks after the loan.</summary>
internal static class CheckWords
{
    public const string First = "first";
    public const string Routine = "routine";
    public const string Special = "special";
    public const string Planned = "planned";
    public const string Done = "done";
    public const string Withdrawn = "withdrawn";
    public const string Onsite = "onsite";
    public const string Normal = "normal";
    public const string Abnormal = "abnormal";
    public const string Sound = "sound";
    public const string Action = "action";

    private static readonly (string Word, Words Title)[] KindTitles = [(First, new("首次检查", "first check")), (Routine, new("常规检查", "routine check")), (Special, new("专项检查", "special check"))];
    private static readonly (string Word, Words Title)[] StateTitles = [(Planned, new("待检查", "to be done")), (Done, new("已检查", "done")), (Withdrawn, new("已撤销", "withdrawn"))];
    private static readonly (string Word, Words Title)[] WayTitles = [(Onsite, new("现场", "on site")), ("offsite", new("非现场", "off site"))];
    private static readonly (string Word, Words Title)[] FindingTitles = [(Normal, new("正常", "normal")), (Abnormal, new("异常", "abnormal")), ("unverified", new("未核实", "not verified"))];
    private static readonly (string Word, Words Title)[] ResultTitles = [(Sound, new("未见异常", "nothing unusual")), ("watch", new("需关注", "to be watched")), (Action, new("需整改", "to be put right"))];

    public static IReadOnlyList<string> Kinds { get; } = [.. KindTitles.Select(k => k.Word)];

    public static IReadOnlyList<string> States { get; } = [.. StateTitles.Select(k => k.Word)];

    public static IReadOnlyList<string> Ways { get; } = [.. WayTitles.Select(k => k.Word)];

    public static IReadOnlyList<string> Findings { get; } = [.. FindingTitles.Select(k => k.Word)];

    public static IReadOnlyList<string> Results { get; } = [.. ResultTitles.Select(k => k.Word)];

    public static Words KindTitle(string kind) => Title(KindTitles, kind);

    public static Words StateTitle(string state) => Title(StateTitles, state);

    public static Words WayTitle(string way) => Title(WayTitles, way);

    public static Words FindingTitle(string result) => Title(FindingTitles, result);

    public static Words ResultTitle(string result) => Title(ResultTitles, result);

    private static Words Title((string Word, Words Title)[] titles, string word) => word.Length == 0 ? Words.Same("") : titles.First(t => t.Word == word).Title;
}
