using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Evidence.Model;

/// <summary>What events are called; a new one adds its line here.</summary>
public static class EventWords
{
    /// <summary>By the event's name.</summary>
    public static IReadOnlyDictionary<string, Words> Known { get; } = new Dictionary<string, Words>(StringComparer.Ordinal)
    {
        ["AccountAdded"] = new("增设科目", "Account added"),
        ["AccountChanged"] = new("变更科目", "Account changed"),
        ["BookOpened"] = new("启用账簿", "Book opened"),
        ["BusinessDateMoved"] = new("业务日前进", "Business date moved"),
        ["ContentErased"] = new("删除存证内容", "Evidence content erased"),
        ["DealVersionSaved"] = new("保存交易版本", "Deal version saved"),
        ["EntryPosted"] = new("记账", "Entry posted"),
        ["HoldExpired"] = new("预留到期", "Hold expired"),
        ["HoldPlaced"] = new("设立预留", "Hold placed"),
        ["HoldPosted"] = new("预留入账", "Hold posted"),
        ["HoldVoided"] = new("撤销预留", "Hold voided"),
        ["PlannedEntriesReplaced"] = new("登记计划分录", "Planned entries recorded"),
        ["PlannedMatched"] = new("计划与实际匹配", "Planned entry matched"),
        ["PlannedUnmatched"] = new("撤销匹配", "Match withdrawn"),
        ["ReportMade"] = new("出具报告", "Report made"),
        ["RunKept"] = new("保留运行结果", "Run kept"),
        ["ShareEnded"] = new("结束共享", "Share ended"),
        ["ShareGranted"] = new("共享记录", "Record shared"),
    };

    /// <summary>Events with whose content the books are compared: it is part of the vouchers and is not erased.</summary>
    public static IReadOnlySet<string> Kept { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "AccountAdded", "AccountChanged", "BookOpened", "EntryPosted", "HoldExpired", "HoldPlaced", "HoldPosted", "HoldVoided",
    };

    /// <summary>The event's own name where it has no words yet.</summary>
    public static Words Title(string name) => Known.TryGetValue(name, out var words) ? words : Words.Same(name);
}
