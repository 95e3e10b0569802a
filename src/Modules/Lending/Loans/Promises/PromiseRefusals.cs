using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Loans.Promises;

/// <summary>The numbered refusals of promised indicators: 1351 the list, 1355 to 1357 the application, 136x measuring.</summary>
internal static class PromiseRefusals
{
    public static Refusal Consequence(string path, string found, string kind) => LendingRefusals.Make("LEN-1351", path, found, new($"{kind} 不带这一项", $"nothing of the kind with {kind}"), new("后果与其参数不符", "The consequence does not take this"));

    public static Refusal Unknown(string path, string found, IEnumerable<string> known) => LendingRefusals.Make("LEN-1355", path, found, Words.Same(string.Join(" | ", known)), new("承诺指标清单中没有这项指标", "The list of indicators has none of this name"));

    public static Refusal PromisedTwice(string path, string found) => LendingRefusals.Make("LEN-1356", path, found, new("每项指标承诺一次", "each indicator promised once"), new("同一指标承诺了两次", "The same indicator is promised twice"));

    public static Refusal Figure(string path, string found, string unit) => LendingRefusals.Make("LEN-1357", path, found, IndicatorFigure.Expected(unit), new("数值不是这项指标的单位", "The figure is none of the indicator's unit"));

    public static Refusal Missing(int n) => LendingRefusals.Make("LEN-1361", "n", $"{n}", new("这笔贷款的承诺序号", "the number of a promise of this loan"), new("没有这项承诺", "There is no such promise"));

    public static Refusal Measured(int by) => LendingRefusals.Make("LEN-1362", "corrects", "—", Words.Same($"{by}"), new("这项承诺已测量；更正须指明所更正的一次", "It is measured already; a correction names what it corrects"));

    public static Refusal Early(DateOnly today, DateOnly by) => LendingRefusals.Make("LEN-1363", "n", $"{today:yyyy-MM-dd}", Words.Same($"≥ {by:yyyy-MM-dd}"), new("承诺期限未到，不能测量", "The promise has not run out yet"));

    public static Refusal NoReason(string found) => LendingRefusals.Make("LEN-1364", "reason", found, new("未兑现的原因", "why it was missed"), new("未兑现须说明原因", "A promise that was missed needs a reason"));

    public static Refusal NotMeasured(int n) => LendingRefusals.Make("LEN-1365", "corrects", $"{n}", new("已有的测量", "a measurement that is there"), new("没有这次测量", "There is no such measurement"));

    public static Refusal Corrected(int n, int by) => LendingRefusals.Make("LEN-1366", "corrects", $"{n}", Words.Same($"{by}"), new("这次测量已被更正，请更正最新的一次", "It is corrected already; correct the newest one"));

    public static Refusal Withdrawn() => LendingRefusals.Make("LEN-1367", "n", PromiseWords.Withdrawn, new("仍有效的承诺", "a promise that stands"), new("款项退回，这项承诺已撤销", "The money came back and the promise is withdrawn"));
}
