using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Checks;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Loans.Proceeds;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Papers.Records;

/// <summary>What is looked at for gaps.</summary>
internal sealed record DutyFacts
{
    public required Loan Loan { get; init; }

    public required Facility? Line { get; init; }

    public required LoanApplication? Application { get; init; }

    /// <summary>The application's record; null where it was never assessed.</summary>
    public required JsonObject? Decided { get; init; }

    public required IReadOnlyList<FacilityCondition> Conditions { get; init; }

    public required List<Pledge> Pledges { get; init; }

    public required IReadOnlyList<PledgeRegistration> Registrations { get; init; }

    public required IReadOnlyList<LoanPayout> Payouts { get; init; }

    public required IReadOnlyList<CovenantBreach> Breaches { get; init; }

    public required IReadOnlyList<LoanContact> Contacts { get; init; }

    /// <summary>Payments with what is proved of them.</summary>
    public required IReadOnlyList<ProceedsSums> Proceeds { get; init; }

    /// <summary>The papers, those taken back among them.</summary>
    public required IReadOnlyList<PayoutProof> Proofs { get; init; }

    /// <summary>Planned and done.</summary>
    public required IReadOnlyList<LoanCheck> Checks { get; init; }

    /// <summary>Of the line; none that is withdrawn.</summary>
    public IReadOnlyList<LoanPromise> Promises { get; init; } = [];

    public IReadOnlyList<PromiseMeasure> Measures { get; init; } = [];
}

/// <param name="Stage">Where in the life of the loan.</param>
internal sealed record DutyGap(Words Stage, Words What);

/// <summary>
/// What a loan's file lacks: a step without a record, a record after the money had gone, something open past its day. Whether a gap is
/// a fault is for people to judge.
/// </summary>
internal static class DutyGaps
{
    private static readonly Words Before = new("贷前", "before the loan"), Approval = new("审批", "approval"), Drawing = new("放款", "drawing"), After = new("贷后", "after the loan");

    public static IEnumerable<DutyGap> Of(DutyFacts facts, DateOnly today) => [.. Early(facts), .. Drawn(facts), .. Late(facts, today)];

    private static IEnumerable<DutyGap> Early(DutyFacts facts)
    {
        if (facts.Decided is not { } decided)
        {
            yield return new(Before, facts.Application is null ? new("额度没有关联贷款申请：系统内没有尽调、评估与审批记录", "no application stands behind the line: no diligence, valuation or approval is on record") : new("申请没有完成测评", "the application was never assessed"));
            yield break;
        }

        if (decided["diligence_id"] is null)
        {
            yield return new(Before, new("申请没有尽职调查报告", "the application has no diligence file"));
        }

        foreach (var right in decided["rights"]!.AsArray().Where(r => r!["value"] is null))
        {
            yield return new(Before, new($"权利 {right!["right_number"]} 没有评估价值", $"right {right["right_number"]} has no appraised value"));
        }

        foreach (var missing in decided["missing"]!.AsArray())
        {
            yield return new(Before, new($"测评时待核实：{Word(missing!["title"], "zh")}", $"to be verified when assessed: {Word(missing["title"], "en")}"));
        }

        if (decided["resolution"] is null)
        {
            yield return new(Approval, new("没有审批决议", "there is no resolution"));
        }

        if (facts.Loan.DisbursedOn is { } drawn && decided["expires_on"] is { } until && string.CompareOrdinal($"{drawn:yyyy-MM-dd}", $"{until}") > 0)
        {
            yield return new(Approval, new($"放款日 {drawn:yyyy-MM-dd} 晚于决议有效期 {until}", $"drawn on {drawn:yyyy-MM-dd}, after the resolution ended on {until}"));
        }
    }

    private static IEnumerable<DutyGap> Drawn(DutyFacts facts)
    {
        var drawn = facts.Loan.DisbursedOn;
        foreach (var condition in facts.Conditions)
        {
            if (condition.Met == 0)
            {
                yield return new(Drawing, new($"放款条件未落实：{condition.Title}", $"condition not met: {condition.Title}"));
            }
            else if (condition.MetOn > drawn)
            {
                yield return new(Drawing, new($"放款条件在放款之后落实（{condition.MetOn:yyyy-MM-dd}）：{condition.Title}", $"condition met after the money had gone ({condition.MetOn:yyyy-MM-dd}): {condition.Title}"));
            }
            else if (condition.Sha256.Length == 0)
            {
                yield return new(Drawing, new($"放款条件没有留存文件：{condition.Title}", $"no file is kept of the condition: {condition.Title}"));
            }
        }

        foreach (var pledge in facts.Pledges)
        {
            var own = facts.Registrations.Where(r => r.PledgeId == pledge.Id).ToList();
            if (!own.Exists(r => r.RegisteredOn is not null))
            {
                yield return new(Drawing, new($"质押合同 {pledge.ContractNo} 没有办妥登记", $"pledge {pledge.ContractNo} is not registered"));
            }

            foreach (var late in own.Where(r => r.RegisteredOn > drawn))
            {
                yield return new(Drawing, new($"质押合同 {pledge.ContractNo} 在放款之后登记（{late.RegisteredOn:yyyy-MM-dd}）", $"pledge {pledge.ContractNo} was registered after the money had gone ({late.RegisteredOn:yyyy-MM-dd})"));
            }
        }

        foreach (var payout in facts.Payouts.Where(p => p.ContractNo.Length == 0 || (p.State != PayoutStates.Paid && p.State != PayoutStates.Cancelled)))
        {
            yield return new(Drawing, payout.ContractNo.Length == 0 ? new($"受托支付第 {payout.N} 笔（{payout.Payee}）没有用途合同", $"payment {payout.N} ({payout.Payee}) names no contract") : new($"受托支付第 {payout.N} 笔（{payout.Payee}）：{PayoutStates.Title(payout.State).Zh}", $"payment {payout.N} ({payout.Payee}): {PayoutStates.Title(payout.State).En}"));
        }
    }

    private static IEnumerable<DutyGap> Late(DutyFacts facts, DateOnly today)
    {
        foreach (var payment in facts.Proceeds.Where(p => p.Unproved > 0 && p.DueOn < today))
        {
            yield return new(After, new($"第 {payment.Payout.N} 笔支付（{payment.Payout.Payee}）尚有 {Money.FenText(payment.Unproved)} 元未证明用途，期限 {payment.DueOn:yyyy-MM-dd}", $"payment {payment.Payout.N} ({payment.Payout.Payee}): {Money.FenText(payment.Unproved)} yuan not proved, due on {payment.DueOn:yyyy-MM-dd}"));
        }

        foreach (var gap in Looked(facts, today))
        {
            yield return gap;
        }

        foreach (var gap in Promised(facts, today))
        {
            yield return gap;
        }

        if (facts.Loan.PastDue > 0 && facts.Contacts.Count == 0)
        {
            yield return new(After, new($"逾期 {facts.Loan.PastDue} 天，没有催收记录", $"{facts.Loan.PastDue} days past due and nobody was contacted"));
        }

        foreach (var breach in facts.Breaches.Where(b => b.Open == 1 && b.DueOn < today))
        {
            yield return new(After, new($"{BreachWords.KindTitle(breach.Kind).Zh}（{breach.OpenedOn:yyyy-MM-dd}）过期未办结，期限 {breach.DueOn:yyyy-MM-dd}", $"{BreachWords.KindTitle(breach.Kind).En} ({breach.OpenedOn:yyyy-MM-dd}) open past its day {breach.DueOn:yyyy-MM-dd}"));
        }

        foreach (var breach in facts.Breaches.Where(b => b.Open == 0 && b.Note.Length == 0 && b.Outcome == BreachWords.Waived))
        {
            yield return new(After, new($"{BreachWords.KindTitle(breach.Kind).Zh}（{breach.OpenedOn:yyyy-MM-dd}）豁免没有理由", $"{BreachWords.KindTitle(breach.Kind).En} ({breach.OpenedOn:yyyy-MM-dd}) was waived without a reason"));
        }
    }

    /// <summary>贷后检查: overdue, done late, without a file where somebody was visited, or left with points nobody verified.</summary>
    private static IEnumerable<DutyGap> Looked(DutyFacts facts, DateOnly today)
    {
        if (facts.Loan.DisbursedOn is not null && !facts.Checks.Any(c => c.State == CheckWords.Done))
        {
            yield return new(After, new("放款后没有检查记录", "no check is on record since the money went out"));
        }

        foreach (var check in facts.Checks.Where(c => c.State == CheckWords.Planned && c.DueOn < today))
        {
            yield return new(After, new($"{CheckWords.KindTitle(check.Kind).Zh}过期未做，期限 {check.DueOn:yyyy-MM-dd}", $"{CheckWords.KindTitle(check.Kind).En} not done, due on {check.DueOn:yyyy-MM-dd}"));
        }

        var corrected = facts.Checks.Select(c => c.Corrects).ToHashSet();
        foreach (var check in facts.Checks.Where(c => c.State == CheckWords.Done && !corrected.Contains(c.N)))
        {
            var (zh, en) = ($"{CheckWords.KindTitle(check.Kind).Zh}（{check.DoneOn:yyyy-MM-dd}）", $"{CheckWords.KindTitle(check.Kind).En} ({check.DoneOn:yyyy-MM-dd})");
            if (check.DoneOn > check.DueOn)
            {
                yield return new(After, new($"{zh}晚于期限 {check.DueOn:yyyy-MM-dd}", $"{en} done after its day {check.DueOn:yyyy-MM-dd}"));
            }

            if (check.Way == CheckWords.Onsite && KeptFile.Read(check.Papers).Count == 0)
            {
                yield return new(After, new($"{zh}没有留存文件", $"{en} keeps no file"));
            }

            foreach (var finding in KeptFinding.Read(check.Findings).Where(f => f.Result is not (CheckWords.Normal or CheckWords.Abnormal)))
            {
                yield return new(After, new($"{zh}未核实：{finding.Zh}", $"{en} did not verify: {finding.En}"));
            }
        }
    }

    /// <summary>承诺指标: not measured past its day while the loan lives, or first measured after it.</summary>
    private static IEnumerable<DutyGap> Promised(DutyFacts facts, DateOnly today)
    {
        foreach (var promise in facts.Promises)
        {
            var first = facts.Measures.Where(m => m.LoanId == promise.LoanId && m.PromiseN == promise.N).OrderBy(m => m.N).FirstOrDefault();
            if (first is null && promise.DueOn < today && facts.Loan.State == LoanStates.Active)
            {
                yield return new(After, new($"承诺指标“{promise.Zh}”过期未测量，期限 {promise.DueOn:yyyy-MM-dd}", $"promised indicator {promise.En} not measured, due on {promise.DueOn:yyyy-MM-dd}"));
            }
            else if (first is not null && DateOnly.FromDateTime(Instant.Time(first.At).ToOffset(TimeSpan.FromHours(8)).DateTime) is var day && day > promise.DueOn)
            {
                yield return new(After, new($"承诺指标“{promise.Zh}”晚于期限测量（{day:yyyy-MM-dd}），期限 {promise.DueOn:yyyy-MM-dd}", $"promised indicator {promise.En} measured on {day:yyyy-MM-dd}, after its day {promise.DueOn:yyyy-MM-dd}"));
            }
        }
    }

    private static string Word(JsonNode? words, string language) => words is JsonObject both ? $"{both[language]}" : $"{words}";
}
