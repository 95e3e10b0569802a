using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets;

/// <summary>The numbered refusals of the register: 01xx rights, 02xx events and what lies on a right, 03xx firms and products, 09xx its law.</summary>
internal static class RegisterRefusals
{
    public const string StaleCode = "AST-0106";

    public static Refusal NoNumber(int line) => Make("AST-0101", "numbers", "—", new("申请号、公开号或登记号", "an application, publication or registration number"), new("没有号码，无从知道是哪项权利", "Without a number nobody knows which right it is")) with { Line = line };

    public static Refusal Text(string path, string found, int most) => Make("AST-0102", path, found, new($"1 到 {most} 个字符", $"1 to {most} characters"), new("内容为空或过长", "The text is empty or too long"));

    public static Refusal Word(string path, string found, IReadOnlyList<string> words) => Make("AST-0103", path, found, Words.Same(string.Join(" | ", words)), new("不在可选范围内", "Not one of the words allowed"));

    public static Refusal Number(string path, string found) => Make("AST-0104", path, found, new("8 或 12 位数字、小数点与校验位，如 201910561574.9", "8 or 12 digits, a point and the check digit, such as 201910561574.9"), new("不是专利申请号的写法", "Not written like a patent application number"));

    public static Refusal CheckDigit(string path, string found, char expected) => Make("AST-0105", path, found, new($"校验位 {expected}", $"check digit {expected}"), new("专利申请号的校验位不对，可能有一位写错", "The check digit of the number is wrong; a digit may be mistyped"));

    public static Refusal Stale(int found, int stands) => Make(StaleCode, "baseVersion", $"{found}", Words.Same($"{stands}"), new("已被他人修改，请按最新内容重做", "Somebody else changed it; look at it as it stands now"));

    public static Refusal There(string found) => Make("AST-0107", "number", found, new("尚未登记的权利", "a right not yet registered"), new("这项权利已在登记簿中", "The right is in the register already"));

    public static Refusal KindDiffers(string found, string expected) => Make("AST-0108", "kind", found, Words.Same(expected), new("类别与申请号的种类位不符", "The category is not the one the number shows"));

    public static Refusal Range(string path, string found, Words expected) => Make("AST-0109", path, found, expected, new("数值不在允许范围内", "The figure is out of range"));

    public static Refusal Shares(string found) => Make("AST-0110", "owners", found, new("份额各大于 0，全部填写时合计为 1", "shares above 0 that sum to 1 where all are given"), new("权利人份额不对", "The shares of the owners are wrong"));

    public static Refusal Days(string path, string found, string expected) => Make("AST-0111", path, found, Words.Same(expected), new("日期先后不对", "The days are in the wrong order"));

    public static Refusal Date(string path, string found, IReadOnlyList<string> fields) => Make("AST-0112", path, found, Words.Same(string.Join(" | ", fields)), new("没有这种日期", "There is no such kind of day"));

    public static Refusal TooManyToExport(int most) => Make("AST-0113", "", $"> {most}", new($"至多 {most} 项", $"at most {most}"), new("清单过长，请先缩小范围再导出", "The list is too long; narrow it before it is exported"));

    public static Refusal TooManyToSort(string sort, int most) => Make("AST-0114", "sort", sort, new($"至多 {most} 项时", $"for at most {most}"), new("清单过长，不能按此列排序，请先缩小范围", "The list is too long to be sorted by this column; narrow it first"));

    public static Refusal EventDay(string path) => Make("AST-0201", path, "—", new("生效日或登记公告日至少一项", "a day of effect or of record"), new("法律事件须有日期", "A legal event needs a day"));

    public static Refusal EventThere(string found) => Make("AST-0202", "event", found, new("尚未登记的事件", "an event not yet recorded"), new("这一事件已登记", "The event is recorded already"));

    public static Refusal Ended(string found) => Make("AST-0203", "until", found, new("尚未解除的负担", "an encumbrance that stands"), new("这项负担已经解除", "The encumbrance has ended already"));

    public static Refusal FromEvent(string found) => Make("AST-0204", "id", found, new("手工登记的负担", "an encumbrance typed in"), new("由法律事件或质押登记得出的负担，只能由法律事件或质押登记解除", "What follows from legal events or from a pledge registration is ended there"));

    public static Refusal Answered(string found) => Make("AST-0205", "id", found, new("尚未答复的问题", "a question not yet answered"), new("问题已有答复", "The question is answered"));

    public static Refusal Amount(string path, string found) => Make("AST-0206", path, found, new($"0.00 到 {Money.Limit} 元，至多两位小数", $"0.00 to {Money.Limit} yuan, at most two decimals"), new("金额写法有误", "The amount cannot be used"));

    public static Refusal Exclusive(string found, string stands) => Make("AST-0207", "holder", found, new($"与“{stands}”不重叠的许可", $"a licence that does not overlap with \"{stands}\""), new("同一期间已有独占或排他许可", "An exclusive or sole licence stands over the same days already"));

    public static Refusal CreditCode(string path, string found) => Make("AST-0301", path, found, new("18 位统一社会信用代码", "a unified social credit code of 18 characters"), new("统一社会信用代码有误", "The unified social credit code is wrong"));

    public static Refusal FirmThere(string found) => Make("AST-0302", "code", found, new("尚未登记的企业", "a firm not yet registered"), new("企业已登记", "The firm is registered already"));

    public static Refusal Right(string path, string found) => Make("AST-0303", path, found, new("登记簿中可见的权利", "a right of the register that you may see"), new("没有这项权利", "There is no such right"));

    public static Refusal Firm(string path, string found) => Make("AST-0304", path, found, new("登记的企业", "a registered firm"), new("没有这家企业", "There is no such firm"));

    public static Refusal Figure(string path, string found, IReadOnlyList<string> names) => Make("AST-0305", path, found, Words.Same(string.Join(" | ", names)), new("没有这个报表项目", "There is no such figure"));

    public static Refusal NoCode(string name, int line) => Make("AST-0307", "code", name.Length == 0 ? "—" : name, new("统一社会信用代码，或登记簿中已有的企业名称", "a unified social credit code, or the name of a firm of the register"), new("新企业须有统一社会信用代码", "A firm the register does not know needs its unified social credit code")) with { Line = line };

    public static Refusal Newer(string found, string source, DateOnly asOf, int line) => Warn("AST-0308", "asOf", found, new($"{source}（{asOf:yyyy-MM-dd}）", $"{source} ({asOf:yyyy-MM-dd})"), new("登记簿中已有更新来源的数字，未替换", "The register has figures of a newer source; they were not replaced")) with { Line = line };

    internal static Refusal Warn(string code, string path, string found, Words expected, Words message) => Make(code, path, found, expected, message) with { Severity = Severity.Warning };

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new() { Code = code, Path = path, Found = found.Length <= 120 ? found : found[..120], Expected = expected, Message = message };
}
