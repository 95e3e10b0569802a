using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Reading;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Lint;

/// <summary>Rules on tranches, dates and offsets.</summary>
internal static class NoteLint
{
    private static readonly Fraction LeastRetention = new(1, 20);

    public static void Check(DealDefinition deal, List<Refusal> findings)
    {
        var sum = deal.Tranches.Sum(t => t.Size.Fen);
        if (sum != deal.Size.Fen)
        {
            findings.Add(LintRules.Make(LintRules.TranchesSumToSize, Severity.Error, "tranches", Money.FenText(sum), new($"等于 size {deal.Size}", $"the size {deal.Size}"),
                new($"各档合计 {Money.FenText(sum)} 与发行规模 {deal.Size} 相差 {Money.FenText(sum - deal.Size.Fen)}", $"The tranches add up to {Money.FenText(sum)}, the size is {deal.Size}: {Money.FenText(sum - deal.Size.Fen)} apart")));
        }

        Retention(deal, findings);
        Names(deal, findings);
        Dates(deal, findings);
        foreach (var tranche in deal.Tranches)
        {
            Schedule(deal, tranche, findings);
        }

        Offsets(deal, findings);
    }

    /// <summary>风险自留: the originator holds the lowest tranche, at least 5 % of all (inclusive).</summary>
    private static void Retention(DealDefinition deal, List<Refusal> findings)
    {
        var held = deal.Tranches.Where(t => t.Residual).Sum(t => t.Size.Fen);
        if (deal.Size.Fen > 0 && !NoteRatios.Retention(Money.OfFen(held), deal.Size, LeastRetention).Meets)
        {
            findings.Add(LintRules.Make(LintRules.Retention, Severity.Error, "tranches", $"{Money.FenText(held)} / {deal.Size}", new("次级不低于 5%", "a subordinate share of at least 5 %"),
                new("次级占比低于 5%（风险自留）", "The subordinate tranche is below 5 % (risk retention)")));
        }
    }

    /// <summary>Line names such as <c>A.interest</c> must be unique over fees, tranches and supports.</summary>
    private static void Names(DealDefinition deal, List<Refusal> findings)
    {
        var all = deal.Tranches.Select(t => ("tranches", t.Id)).Concat(deal.Fees.Select(f => ("fees", f.Id))).Concat(deal.Supports.Select(s => ("support", s.Id)));
        foreach (var group in all.GroupBy(n => n.Id).Where(g => g.Count() > 1))
        {
            var (section, id) = group.Last();
            findings.Add(LintRules.Make(LintRules.NamesShared, Severity.Error, $"{section}.{id}", id, new("证券、费用、增信之间不重名", "an id not used by another tranche, fee or support"), new($"{id} 被多处使用", $"The id {id} is used more than once")));
        }

        foreach (var (section, id) in all.Where(n => n.Id is "tax" or "fees" or "pool" or "support" or "servicer" or "date" or "size"))
        {
            findings.Add(LintRules.Make(LintRules.NamesShared, Severity.Error, $"{section}.{id}", id, new("不用保留字", "not a reserved word"), new($"{id} 是保留字", $"{id} is a reserved word")));
        }
    }

    private static void Dates(DealDefinition deal, List<Refusal> findings)
    {
        var dates = deal.Dates;
        if (dates.ExpectedMaturity > dates.LegalMaturity)
        {
            findings.Add(LintRules.Make(LintRules.MaturityOrder, Severity.Error, "dates.legal_maturity", $"{dates.LegalMaturity:yyyy-MM-dd}", new($"不早于预期到期日 {dates.ExpectedMaturity:yyyy-MM-dd}", $"not before the expected maturity {dates.ExpectedMaturity:yyyy-MM-dd}"),
                new("法定到期日早于预期到期日", "The legal maturity is before the expected maturity")));
        }

        if (dates.PaymentDates[^1] > dates.LegalMaturity)
        {
            findings.Add(LintRules.Make(LintRules.PaymentsInTerm, Severity.Error, "dates.payment_dates", $"{dates.PaymentDates[^1]:yyyy-MM-dd}", new($"不晚于法定到期日 {dates.LegalMaturity:yyyy-MM-dd}", $"not after the legal maturity {dates.LegalMaturity:yyyy-MM-dd}"),
                new("兑付日超出存续期", "A payment date lies outside the term")));
        }
        else if (dates.PaymentDates[^1] != dates.ExpectedMaturity)
        {
            findings.Add(LintRules.Make(LintRules.PaymentsInTerm, Severity.Warning, "dates.payment_dates", $"{dates.PaymentDates[^1]:yyyy-MM-dd}", new($"最后兑付日等于预期到期日 {dates.ExpectedMaturity:yyyy-MM-dd}", $"a last payment on the expected maturity {dates.ExpectedMaturity:yyyy-MM-dd}"),
                new("最后兑付日与预期到期日不同", "The last payment date differs from the expected maturity")));
        }
    }

    private static void Schedule(DealDefinition deal, TrancheTerms tranche, List<Refusal> findings)
    {
        var path = $"tranches.{tranche.Id}";
        if (tranche.Amortisation == TrancheAmortisation.UnitSchedule && (tranche.UnitPrincipal.Sum() != 100m || tranche.UnitPrincipal.Any(u => u < 0)))
        {
            findings.Add(LintRules.Make(LintRules.UnitScheduleSum, Severity.Error, $"{path}.unit_principal", $"{tranche.UnitPrincipal.Sum()}", new("合计 100，且无负数", "a sum of 100 without negative parts"),
                new("每百元还本计划合计不是 100", "The unit principal schedule does not add up to 100")));
        }

        var targets = tranche.TargetBalances;
        if (tranche.Amortisation == TrancheAmortisation.TargetBalance && targets.Zip(targets.Skip(1)).Any(p => p.Second > p.First))
        {
            findings.Add(LintRules.Make(LintRules.TargetsFall, Severity.Error, $"{path}.target_balance", string.Join(", ", targets.Take(6)), new("逐期不增", "balances that never rise"), new("目标余额有上升", "A target balance rises")));
        }

        if (tranche.ExpectedMaturity is { } own && !deal.Dates.PaymentDates.Contains(own))
        {
            findings.Add(LintRules.Make(LintRules.PaymentsInTerm, Severity.Error, $"{path}.expected_maturity", $"{own:yyyy-MM-dd}", new("某一兑付日", "one of the payment dates"), new("该档预期到期日不是兑付日", "The tranche's expected maturity is not a payment date")));
        }
    }

    private static void Offsets(DealDefinition deal, List<Refusal> findings)
    {
        var given = deal.Dates.Offsets.OrderBy(o => Array.IndexOf(OffsetOrder.Known, o.Key)).ToList();
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i].Value > 0)
            {
                findings.Add(LintRules.Make(LintRules.OffsetsOrdered, Severity.Error, $"dates.offsets.{given[i].Key}", $"{given[i].Value}", new("不晚于 T（≤ 0）", "not after T (at most 0)"), new("日期链晚于兑付日", "The step comes after the payment date")));
            }

            if (i > 0 && given[i].Value < given[i - 1].Value)
            {
                findings.Add(LintRules.Make(LintRules.OffsetsOrdered, Severity.Error, $"dates.offsets.{given[i].Key}", $"{given[i].Value}", new($"不早于 {given[i - 1].Key} {given[i - 1].Value}", $"not before {given[i - 1].Key} {given[i - 1].Value}"), new("日期链先后颠倒", "The date chain is out of order")));
            }
        }
    }
}
