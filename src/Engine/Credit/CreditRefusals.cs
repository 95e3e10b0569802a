using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Credit;

/// <summary>The numbered refusals of credit calculations: 01 rates, 02 the terms of a loan, 03 notes on a schedule, 04 events of a loan's life, 05 limits.</summary>
public static class CreditRefusals
{
    public static Refusal RateRow(int line, string row) =>
        (Make("CRED-0101", "lpr", row.Length <= 60 ? row : row[..60], Words.Same("date,lpr_1y,lpr_5y"), new("LPR 表有一行读不懂，或日期未递增", "A row of the LPR table cannot be read, or its date does not rise")) with { Line = line, Column = 1 });

    public static Refusal BeforeFirst(DateOnly date, DateOnly first) =>
        Make("CRED-0102", "lpr", $"{date:yyyy-MM-dd}", Words.Same($"≥ {first:yyyy-MM-dd}"), new("报价日早于 LPR 表首次公布日", "The quote date is before the first publication of the LPR table"));

    public static Refusal AfterLast(DateOnly date, DateOnly last) =>
        Make("CRED-0103", "lpr", $"{date:yyyy-MM-dd}", new($"{last:yyyy-MM-dd} 之后 {LprTable.LongestGap} 天以内", $"within {LprTable.LongestGap} days of {last:yyyy-MM-dd}"), new("LPR 表尚无报价日当期的公布值", "The LPR table does not reach the quote date"));

    internal static Refusal NoPrincipal() =>
        Make("CRED-0201", "principal", "0.00", new("大于零", "above zero"), new("贷款本金为零", "The principal is zero"));

    internal static Refusal OneRate(DocNode? both, FieldReader root) =>
        Make("CRED-0202", both is null ? "annualRate" : "lpr", both is null ? "—" : "annualRate, lpr", new("annualRate 与 lpr 只写一个", "either annualRate or lpr"), new("利率要么固定，要么 LPR 加点", "The rate is either fixed or LPR plus a spread"))
            .At(both?.Line ?? root.Line, both?.Column ?? root.Column);

    internal static Refusal DoesNotFit(string key, string method) =>
        Make("CRED-0203", key, method, new($"去掉 {key}，或换一种还款方式", $"no {key}, or another method"), new($"{key} 与 {method} 不能同用", $"{key} does not go with {method}"));

    internal static Refusal FirstDue(DateOnly first, DateOnly disbursed) =>
        Make("CRED-0204", "firstDueOn", Day(first), new($"晚于 {Day(disbursed)}", $"after {Day(disbursed)}"), new("首个还款日不晚于放款日", "The first due date is not after the disbursement"));

    internal static Refusal FirstDueAfterLast(DateOnly first, DateOnly last) =>
        Make("CRED-0204", "firstDueOn", Day(first), new($"早于 {Day(last)}", $"before {Day(last)}"), new("首个还款日不早于到期日", "The first due date is not before the last"));

    internal static Refusal BeyondCalendar(Tenor every, int count) =>
        Make("CRED-0205", "count", $"{count} × {every}", new("到期日在公历 9999 年以内", "a last due date within the year 9999"), new("到期日超出日历", "The last due date lies beyond the calendar"));

    internal static Refusal Grace(int grace, int count) =>
        Make("CRED-0206", "graceOnPrincipal", $"{grace}", new($"小于 {count}", $"below {count}"), new("宽限期数不小于总期数", "Grace covers every instalment"));

    internal static Refusal DownPayment(Money paid, Money principal) =>
        Make("CRED-0207", "downPayment", $"{paid}", new($"小于 {principal}", $"below {principal}"), new("首付不小于本金", "The down payment is not below the principal"));

    internal static Refusal PlanOrder(int index, DateOnly date, DateOnly previous) =>
        Make("CRED-0208", $"plan.{index}.dueOn", Day(date), new($"晚于 {Day(previous)}", $"after {Day(previous)}"), new("计划日期未递增，或不晚于放款日", "The plan's dates do not rise from the disbursement"));

    internal static Refusal PlanSum(decimal sum, Money financed) =>
        Make("CRED-0209", "plan", $"{sum:0.00}", Words.Same($"{financed}"), new("计划本金合计不等于贷款本金", "The plan's principal does not sum to the loan"));

    internal static Refusal Multiple() =>
        Make("CRED-0210", "instalmentMultiple", "0.00", new("大于零", "above zero"), new("取整单位为零", "The multiple is zero"));

    /// <summary>Sums that would not fit in 64 bits of fen.</summary>
    public static Refusal TooLarge() =>
        Make("CRED-0211", "principal", "> 2^63", new("合计小于 9.2 × 10^16 元", "sums below 9.2 × 10^16 yuan"), new("利息合计过大，无法计算", "The interest is too large to be computed"));

    internal static Refusal RateOutside(decimal rate) =>
        Make("CRED-0212", "lpr.spreadBp", $"{rate}", new("加点后利率在 0 到 1 之间", "a rate from 0 to 1 after the spread"), new("加点后利率不在允许范围", "The rate after the spread is out of range"));

    internal static Refusal RateHeld(DateOnly date, DateOnly last) => Make(
        "CRED-0301", "lpr", Day(date), new($"{Day(last)} 之后的公布值", $"publications after {Day(last)}"), new($"重定价日 {Day(date)} 的 LPR 尚未公布，沿用上一利率", $"LPR of the repricing day {Day(date)} is not published; the last rate stands")) with
    { Severity = Severity.Warning };

    internal static Refusal Provisional(int year, int dates) => Make(
        "CAL-0101", "holidayRule", $"{year}", new($"{year} 年节假日安排", $"the holidays of {year}"), new($"{year} 年节假日未公布，{dates} 个还款日只按周末顺延，暂定", $"The holidays of {year} are not published: {dates} due dates are rolled on weekends only and are provisional")) with
    { Severity = Severity.Warning };

    internal static Refusal NoAmortisation(int number) => Make(
        "CRED-0302", "instalments", $"{number}", new("月供高于当期利息", "an instalment above its interest"), new($"第 {number} 期月供不足以支付利息，当期不还本", $"Instalment {number} does not cover its interest; no principal is repaid in it")) with
    { Severity = Severity.Warning };

    internal static Refusal PledgeRate(decimal rate) =>
        Make("CRED-0501", "pledgeRate", $"{rate}", new("大于 0，至多 10", "above 0, at most 10"), new("质押率不在允许范围", "The pledge rate is out of range"));

    internal static Refusal RateWithoutSupport(decimal rate) =>
        Make("CRED-0502", "support", $"{rate}", new("写明增信方与批准人", "support and approver by name"), new("质押率超过 100% 须有具名的增信方与批准人", "A pledge rate above 100 % needs named support and a named approver"));

    internal static Refusal NegativeAmount(string path, Money amount) =>
        Make("CRED-0503", path, $"{amount}", new("不小于零", "not below zero"), new("金额为负", "The amount is negative"));

    internal static Refusal NoCeiling() =>
        Make("CRED-0504", "limit", "—", new("至少一项限制的金额", "the amount of one ceiling at least"), new("没有任何限制的金额，不能确定额度", "No ceiling is known, so there is no limit"));

    private static string Day(DateOnly date) => $"{date:yyyy-MM-dd}";

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
