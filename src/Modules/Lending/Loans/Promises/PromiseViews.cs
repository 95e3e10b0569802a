using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Loans.Promises;

/// <summary>What was measured.</summary>
/// <param name="Figure">In the indicator's unit.</param>
/// <param name="On">The day the figure is of.</param>
/// <param name="Reason">Why it was missed; empty where it was kept.</param>
/// <param name="Corrects">Number of the measurement it corrects.</param>
/// <param name="CorrectedBy">Number of the measurement that corrects it.</param>
/// <param name="BreachId">What is to be put right.</param>
public sealed record PromiseMeasureView(int N, string Figure, string Source, DateOnly On, string File, string Sha256, bool Kept, string Reason, int? Corrects, int? CorrectedBy, Guid? BreachId, string At, string By)
{
    internal static PromiseMeasureView Of(LoanPromise p, PromiseMeasure m, IEnumerable<PromiseMeasure> own) =>
        new(m.N, IndicatorFigure.Text(p.Unit, m.Figure), m.Source, m.OnDay, m.File, m.Sha256, m.Kept == 1, m.Reason, m.Corrects, own.FirstOrDefault(o => o.Corrects == m.N)?.N, m.BreachId, Instant.Text(m.At), m.By);
}

/// <summary>A promise of a line, kept as a record of the first loan drawn under it.</summary>
/// <param name="LoanId">The loan that carries it.</param>
/// <param name="Unit"><c>yuan</c>, <c>percent</c>, <c>count</c>.</param>
/// <param name="Direction"><c>at_least</c>, <c>at_most</c>.</param>
/// <param name="Target">In the unit, like the baseline.</param>
/// <param name="Baseline">As the register held it when it was promised; null where it did not.</param>
/// <param name="By">The day it runs out: from then on it can be measured.</param>
/// <param name="DueOn">The day by which it is to be measured.</param>
/// <param name="State"><c>open</c>, <c>kept</c>, <c>missed</c>, <c>withdrawn</c>.</param>
/// <param name="Urgency">Of one to be measured: <c>overdue</c>, <c>week</c>, <c>month</c>; empty otherwise.</param>
/// <param name="Ripe">Whether it can be measured today.</param>
/// <param name="Missed"><c>none</c>, <c>task</c>, <c>rate_step</c>.</param>
/// <param name="MissedTitle">What a miss leads to, with its days or basis points.</param>
/// <param name="Proposal">Of a miss that proposes a higher rate: the proposal with its basis; it is never applied by itself.</param>
/// <param name="List">Id and version of the list it was promised by.</param>
/// <param name="Measures">Newest first.</param>
public sealed record PromiseView(Guid LoanId, string Loan, int N, string Indicator, string Title, string Unit, string UnitTitle, string Direction, string DirectionTitle, string Target, string? Baseline, string BaselineSource, DateOnly? BaselineOn, DateOnly PromisedOn, DateOnly By, DateOnly DueOn, string State, string StateTitle, string Urgency, bool Ripe, string Missed, string MissedTitle, string? Proposal, string List, IReadOnlyList<PromiseMeasureView> Measures)
{
    internal static PromiseView Of(LoanPromise p, Loan loan, IReadOnlyList<PromiseMeasure> own, DateOnly today, Language language) => new(
        p.LoanId, loan.Number, p.N, p.Indicator, language == Language.Zh ? p.Zh : p.En, p.Unit, PromiseWords.Unit(p.Unit).In(language), p.Direction, PromiseWords.Direction(p.Direction).In(language), IndicatorFigure.Text(p.Unit, p.Target),
        p.Baseline is { } baseline ? IndicatorFigure.Text(p.Unit, baseline) : null, SourceWords.In(p.BaselineSource, language), p.BaselineOn, p.PromisedOn, p.ByDay, p.DueOn, p.State, PromiseWords.State(p.State).In(language), p.State == PromiseWords.Open ? LineDate.Of("promise", p.DueOn, today).Urgency : "",
        p.State != PromiseWords.Withdrawn && p.ByDay <= today, p.Missed, Consequence(p).In(language), Proposed(p, loan, (own.Count == 0 ? null : own[^1]))?.In(language), p.List, [.. own.OrderByDescending(m => m.N).Select(m => PromiseMeasureView.Of(p, m, own))]);

    private static Words Consequence(LoanPromise p) => p.Missed switch
    {
        PromiseWords.Task => new($"{PromiseWords.Consequence(p.Missed).Zh}（{p.MissedDays} 天）", $"{PromiseWords.Consequence(p.Missed).En} ({p.MissedDays} days)"),
        PromiseWords.RateStep => new($"{PromiseWords.Consequence(p.Missed).Zh}（{p.MissedPoints} 个基点）", $"{PromiseWords.Consequence(p.Missed).En} ({p.MissedPoints} basis points)"),
        _ => PromiseWords.Consequence(p.Missed),
    };

    /// <summary>A higher rate is proposed with what it rests on; a person decides by an event of the loan.</summary>
    internal static Words? Proposed(LoanPromise p, Loan loan, PromiseMeasure? last)
    {
        if (p.State != PromiseWords.Missed || p.Missed != PromiseWords.RateStep || last is null)
        {
            return null;
        }

        // The loan keeps its annual rate in billionths: a basis point is a hundred thousand of them.
        string Percent(long rate) => (rate / 10_000_000m).ToString("0.####", CultureInfo.InvariantCulture);
        var (now, then) = (Percent(loan.Rate), Percent(loan.Rate + (p.MissedPoints * 100_000L)));
        var basis = Sentence(p, last);
        return new($"建议年利率上调 {p.MissedPoints} 个基点（{now}% → {then}%）：{basis.Zh}；须另行办理利率调整", $"a rate higher by {p.MissedPoints} basis points is proposed ({now}% → {then}%): {basis.En}; changing the rate is a decision of its own");
    }

    /// <summary>What was promised and what was found.</summary>
    internal static Words Sentence(LoanPromise p, PromiseMeasure? last)
    {
        var (direction, target) = (PromiseWords.Direction(p.Direction), IndicatorFigure.Named(p.Unit, p.Target));
        var told = last is not null && IndicatorFigure.Named(p.Unit, last.Figure) is var found ? new($"，实测 {found.Zh}", $", measured {found.En}") : new Words("", "");
        return new($"{p.Zh}{direction.Zh} {target.Zh}{told.Zh}", $"{p.En} {direction.En} {target.En}{told.En}");
    }
}

/// <summary>What was promised for a loan's line. It is the lender's own record: who was given the loan to see finds it among his obligations.</summary>
public sealed record PromiseList(Guid LoanId, string Number, DateOnly Today, IReadOnlyList<PromiseView> Rows)
{
    internal static PromiseList Of(ZhirongContext read, Loan loan, LoanDesk desk, Language language)
    {
        var rows = loan.OwnerId == read.Viewer.Organisation ? read.Set<LoanPromise>().AsNoTracking().Where(p => p.FacilityId == loan.FacilityId).OrderBy(p => p.LoanId).ThenBy(p => p.N).ToList() : [];
        var ids = rows.Select(r => r.LoanId).Distinct().ToList();
        var measures = read.Set<PromiseMeasure>().AsNoTracking().Where(m => ids.Contains(m.LoanId)).OrderBy(m => m.N).ToList().ToLookup(m => (m.LoanId, m.PromiseN));
        var loans = read.Set<Loan>().AsNoTracking().Where(l => ids.Contains(l.Id)).ToDictionary(l => l.Id);
        return new(loan.Id, loan.Number, desk.Today, [.. rows.Select(p => PromiseView.Of(p, loans[p.LoanId], [.. measures[(p.LoanId, p.N)]], desk.Today, language))]);
    }
}
