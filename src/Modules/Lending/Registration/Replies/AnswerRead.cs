using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Registration.Model;

namespace Zhirong.Modules.Lending.Registration.Replies;

/// <summary>One answer as a file gives it.</summary>
/// <param name="Line">One-based line or row.</param>
/// <param name="Reference">The reference of the filing, else its receipt or registration number.</param>
/// <param name="Act">What the registry did; null where the word names nothing.</param>
internal sealed record AnswerRead(int Line, string Reference, string Word, RegistrationAct? Act, DateOnly? On)
{
    public DateOnly? Effective { get; init; }

    public string ReceiptNo { get; init; } = "";

    public string RegistrationNo { get; init; } = "";

    public DateOnly? Expires { get; init; }

    public DateOnly? Due { get; init; }

    public string Note { get; init; } = "";

    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>What of the line cannot be read; null where all of it can.</summary>
    public Refusal? Fault { get; init; }
}

/// <summary>The numbered refusals of registries' answers: LEN-03xx.</summary>
internal static class AnswerRefusals
{
    public static Refusal NotAFile(string found) => LendingRefusals.Make("LEN-0301", "", found, new("CSV、XLSX 或 JSON", "CSV, XLSX or JSON"), new("不是能读的回执文件", "Not a file of answers that can be read"));

    public static Refusal NoTitles(string found) => LendingRefusals.Make("LEN-0302", "", found, new("含“参考号、结果、日期”三栏的标题行", "a row of titles with reference, result and day"), new("没有找到标题行", "There is no row of titles"));

    public static Refusal Empty() => LendingRefusals.Make("LEN-0303", "", "0", new("至少一条回执", "at least one answer"), new("文件里没有回执", "The file holds no answer"));

    public static Refusal TooMany(int found, int most) => LendingRefusals.Make("LEN-0304", "", $"{found}", Words.Same($"≤ {most}"), new("回执过多", "There are too many answers"));

    public static Refusal Word(string found, int line) => LendingRefusals.Make("LEN-0305", "result", found, Words.Same(string.Join(" | ", AnswerWords.Known)), new("结果的写法不认识", "The result names nothing known")) with { Line = line };

    public static Refusal Day(string field, string found, int line) => LendingRefusals.Make("LEN-0306", field, found, Words.Same("yyyy-MM-dd"), new("日期写法有误", "The day cannot be read")) with { Line = line };

    public static Refusal NoReference(int line) => LendingRefusals.Make("LEN-0307", "reference", "—", new("参考号、受理号或登记号", "a reference, receipt or registration number"), new("没有案卷参考号", "There is no reference")) with { Line = line };

    public static Refusal Unknown(string found, int line) => LendingRefusals.Make("LEN-0308", "reference", found, new("本机构向该登记机构提交的案卷", "a filing of this organisation with that registry"), new("没有这个案卷，回执未采用", "There is no such filing; the answer was not taken")) with { Line = line };

    public static Refusal Repeated(string found, int line) => LendingRefusals.Make("LEN-0309", "reference", found, new("尚未采用的回执", "an answer not taken yet"), new("这条回执已采用过，未重复处理", "The answer was taken before and was not done again")) with { Line = line, Severity = Severity.Warning };

    public static Refusal OutOfOrder(Refusal because, int line) => because with { Code = "LEN-0310", Line = line, Message = new($"回执与登记所处状态不符：{because.Message.Zh}", $"The answer does not fit where the registration stands: {because.Message.En}") };

    public static Refusal Broken(int line) => LendingRefusals.Make("LEN-0311", "", "—", new("引号成对的一行", "a line whose quotes are closed"), new("这一行断裂，无法读取", "The line is broken and cannot be read")) with { Line = line };
}

/// <summary>How files word what a registry did, in Chinese and in our own words.</summary>
internal static class AnswerWords
{
    private static readonly Dictionary<string, RegistrationAct> Chinese = new(StringComparer.Ordinal)
    {
        ["材料不全"] = RegistrationAct.FindIncomplete,
        ["受理"] = RegistrationAct.Accept,
        ["已受理"] = RegistrationAct.Accept,
        ["审查"] = RegistrationAct.Examine,
        ["审查中"] = RegistrationAct.Examine,
        ["补正"] = RegistrationAct.NotifyDefect,
        ["补正通知"] = RegistrationAct.NotifyDefect,
        ["告知"] = RegistrationAct.Inform,
        ["中止"] = RegistrationAct.Suspend,
        ["恢复"] = RegistrationAct.Resume,
        ["登记"] = RegistrationAct.Register,
        ["准予登记"] = RegistrationAct.Register,
        ["已登记"] = RegistrationAct.Register,
        ["不予登记"] = RegistrationAct.Refuse,
        ["准予变更"] = RegistrationAct.ConfirmChange,
        ["准予延期"] = RegistrationAct.ConfirmExtension,
        ["准予注销"] = RegistrationAct.ConfirmCancel,
        ["注销"] = RegistrationAct.ConfirmCancel,
        ["不予变更"] = RegistrationAct.DenyRequest,
        ["不予延期"] = RegistrationAct.DenyRequest,
        ["不予注销"] = RegistrationAct.DenyRequest,
        ["撤销"] = RegistrationAct.Revoke,
        ["撤销登记"] = RegistrationAct.Revoke,
    };

    /// <summary>The words of files that programs write.</summary>
    private static readonly Dictionary<string, RegistrationAct> English = new(StringComparer.OrdinalIgnoreCase)
    {
        ["incomplete"] = RegistrationAct.FindIncomplete,
        ["accepted"] = RegistrationAct.Accept,
        ["under_exam"] = RegistrationAct.Examine,
        ["defect"] = RegistrationAct.NotifyDefect,
        ["informed"] = RegistrationAct.Inform,
        ["suspended"] = RegistrationAct.Suspend,
        ["resumed"] = RegistrationAct.Resume,
        ["registered"] = RegistrationAct.Register,
        ["refused"] = RegistrationAct.Refuse,
        ["changed"] = RegistrationAct.ConfirmChange,
        ["extended"] = RegistrationAct.ConfirmExtension,
        ["cancelled"] = RegistrationAct.ConfirmCancel,
        ["denied"] = RegistrationAct.DenyRequest,
        ["revoked"] = RegistrationAct.Revoke,
    };

    public static IReadOnlyList<string> Known { get; } = [.. English.Keys];

    /// <summary>Null for a word that names nothing a registry does.</summary>
    public static RegistrationAct? Read(string word) => Chinese.TryGetValue(word.Trim(), out var zh) ? zh : English.TryGetValue(word.Trim(), out var en) ? en : RegistrationWords.Act(word.Trim()) is { } act && act.OfTheRegistry() ? act : null;

    /// <summary>Our name of a column; null for one that is not used.</summary>
    public static string? Column(string title) => string.Concat(FullWidth.Narrow(title).Where(c => !char.IsWhiteSpace(c) && c != '_')).ToLowerInvariant() switch
    {
        "reference" or "参考号" or "案卷参考号" or "案卷号" => "reference",
        "result" or "结果" or "办理结果" or "状态" => "result",
        "on" or "day" or "date" or "日期" or "办理日期" or "登记日期" or "决定日" => "on",
        "effective" or "生效日" or "生效日期" => "effective",
        "receiptno" or "受理号" or "文号" or "通知书编号" => "receiptNo",
        "registrationno" or "登记号" or "质押登记号" => "registrationNo",
        "expires" or "登记期限至" or "到期日" => "expires",
        "due" or "期限" or "补正期限" or "答复期限" => "due",
        "note" or "说明" or "理由" or "备注" => "note",
        "grounds" or "情形" or "告知情形" => "grounds",
        _ => null,
    };
}
