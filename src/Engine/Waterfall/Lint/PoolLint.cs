using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Lint;

/// <summary>Pool rules: size, number, concentration, loan to value, contract schedules, licences.</summary>
internal static class PoolLint
{
    public static void Check(DealDefinition deal, List<Refusal> findings)
    {
        var pool = deal.Pool;
        var total = pool.Obligors.Sum(o => o.Principal.Fen);
        var enhanced = deal.Supports.Any(s => s.Kind != SupportKind.CashReserve);
        if (total < deal.Size.Fen)
        {
            findings.Add(LintRules.Make(LintRules.PoolCoversSize, Severity.Error, "pool.obligors", Money.FenText(total), new($"不小于发行规模 {deal.Size}", $"at least the size {deal.Size}"),
                new("资产池本金小于发行规模", "The pool's principal is below the size issued")));
        }

        Count(pool, enhanced, findings);
        Share(deal, findings, total, enhanced);
        LoanToValue(deal, total, findings);
        Contracts(deal, findings);
        LicenceLint.Check(deal, findings);
    }

    private static void Count(PoolTerms pool, bool enhanced, List<Refusal> findings)
    {
        var least = pool.Limits.MinObligors ?? 10;
        if (pool.Obligors.Count < least)
        {
            findings.Add(LintRules.Make(LintRules.ObligorCount, enhanced ? Severity.Warning : Severity.Error, "pool.obligors", $"{pool.Obligors.Count}",
                new($"不少于 {least} 个债务人，或有外部增信", $"at least {least} obligors, or outside support"),
                enhanced ? new("债务人过少，由外部增信支持", "Few obligors; outside support stands in") : new("债务人过少", "Too few obligors")));
        }
    }

    private static void Share(DealDefinition deal, List<Refusal> findings, long total, bool enhanced)
    {
        if (total == 0)
        {
            return;
        }

        var sorted = deal.Pool.Obligors.OrderByDescending(o => o.Principal.Fen).ThenBy(o => o.Id, StringComparer.Ordinal).ToList();
        var severity = enhanced ? Severity.Warning : Severity.Error;
        if (deal.Pool.Limits.MaxSingleShare is { } single && sorted[0].Principal.Fen > single * total)
        {
            findings.Add(LintRules.Make(LintRules.SingleShare, severity, $"pool.obligors.{sorted[0].Id}.principal",
                $"{sorted[0].Principal} = {(decimal)sorted[0].Principal.Fen / total:0.000000}", new($"单一债务人占比不超过 {single}", $"a single obligor's share of at most {single}"),
                new("单一债务人占比过高", "A single obligor is too large a share of the pool")));
        }

        var top5 = sorted.Take(5).Sum(o => o.Principal.Fen);
        if (deal.Pool.Limits.MaxTop5Share is { } limit && top5 > limit * total)
        {
            findings.Add(LintRules.Make(LintRules.Top5Share, severity, "pool.obligors", $"{Money.FenText(top5)} = {(decimal)top5 / total:0.000000}",
                new($"前五大占比不超过 {limit}", $"the five largest at most {limit}"), new("前五大债务人占比过高", "The five largest obligors are too large a share of the pool")));
        }
    }

    /// <summary>融资额与评估值: finance above the appraised value stands only where somebody promises the notes' principal for it.</summary>
    private static void LoanToValue(DealDefinition deal, long total, List<Refusal> findings)
    {
        var pool = deal.Pool;
        var carried = Carriers(deal);
        void Above(string path, Money finance, Money value) => findings.Add(LintRules.Make(
            LintRules.LoanToValue, carried.Count > 0 ? Severity.Warning : Severity.Error, path, value == Money.Zero ? $"{finance} / {value}" : $"{finance} / {value} = {finance.Yuan / value.Yuan:0.00%}",
            carried.Count > 0 ? new("融资额不超过评估值", "finance within the appraised value") : new("融资额不超过评估值，或有覆盖本金的保证或差额支付", "finance within the appraised value, or a guarantee or top-up that covers principal"),
            carried.Count > 0
                ? new($"融资额超过评估值，超出部分由 {string.Join("、", carried)} 承担", $"Finance exceeds the appraised value; {string.Join(", ", carried)} carries what is above it")
                : new("融资额超过评估值，且没有增信承担超出部分", "Finance exceeds the appraised value and no support carries what is above it")));

        foreach (var obligor in pool.Obligors.Where(o => o.Appraised is { } value && o.Principal > value))
        {
            Above($"pool.obligors.{obligor.Id}.appraised", obligor.Principal, obligor.Appraised!.Value);
        }

        if (pool.Appraised is { } all && total > all.Fen)
        {
            Above("pool.appraised", Money.OfFen(total), all);
        }
    }

    /// <summary>Whoever promises the principal of a note of the deal without limit, or at least what a guarantee or top-up is limited to.</summary>
    private static List<string> Carriers(DealDefinition deal)
    {
        var principal = deal.Tranches.Select(t => $"{t.Id}.principal").ToHashSet(StringComparer.Ordinal);
        return [.. deal.Supports.Where(s => s.Kind is SupportKind.Guarantee or SupportKind.TopUp && s.Limit != Money.Zero && s.Covers.Any(principal.Contains)).OrderBy(s => s.Order).Select(s => s.Provider ?? s.Id)];
    }

    private static void Contracts(DealDefinition deal, List<Refusal> findings)
    {
        const int MostInAll = 2_500_000;
        var last = deal.Dates.PaymentDates[^1];
        var inAll = 0L;
        foreach (var obligor in deal.Pool.Obligors)
        {
            var own = $"pool.obligors.{obligor.Id}";
            var rows = ContractSchedule.Dates(obligor.Contract, deal.Dates);
            inAll += Math.Max(rows.Count, deal.Dates.PaymentDates.Count);
            if (rows.Count is 0 or > ContractSchedule.MostDates)
            {
                findings.Add(LintRules.Make(LintRules.ContractDates, Severity.Error, own, $"{rows.Count}", new($"1 到 {ContractSchedule.MostDates} 期", $"1 to {ContractSchedule.MostDates} dates"),
                    new("合同没有或有过多的还款日", "The contract has no dates, or too many")));
            }
            else if (rows[^1] > last)
            {
                findings.Add(LintRules.Make(LintRules.PoolOutlivesNotes, Severity.Error, own, $"{rows[^1]:yyyy-MM-dd}", new($"不晚于最后兑付日 {last:yyyy-MM-dd}", $"not after the last payment date {last:yyyy-MM-dd}"),
                    new("合同最后一期晚于最后兑付日，收不到的款项不会分配", "The contract ends after the last payment date; what comes later would not be paid out")));
            }

            var shares = obligor.Contract.Schedule;
            if (obligor.Contract.Amortisation == ContractAmortisation.Schedule && (shares.Sum() != 100m || shares.Count != rows.Count || shares.Any(s => s < 0)))
            {
                findings.Add(LintRules.Make(LintRules.ScheduleSum, Severity.Error, "pool.contract.schedule", $"{shares.Count} → {shares.Sum()}", new($"{rows.Count} 项，合计 100", $"{rows.Count} items adding up to 100"),
                    new("还本计划合计不是 100 或期数不符", "The repayment schedule does not add up to 100 or has the wrong length")));
                return;
            }
        }

        if (inAll > MostInAll)
        {
            findings.Add(LintRules.Make(LintRules.ContractDates, Severity.Error, "pool.obligors", $"{inAll}", new($"合计至多 {MostInAll} 期", $"at most {MostInAll} dates in all"),
                new("资产池的还款日合计过多", "The pool's contracts have too many dates in all")));
        }
    }
}
