using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Loans.Checks;

/// <summary>A point as it was found; kept with its words, so that a later plan does not change what was asked.</summary>
/// <param name="Item">Id of the point.</param>
/// <param name="Result"><c>normal</c>, <c>abnormal</c>, <c>unverified</c>.</param>
internal sealed record KeptFinding(string Item, string Zh, string En, string Result, string Note)
{
    public static IReadOnlyList<KeptFinding> Read(string json) => JsonSerializer.Deserialize<IReadOnlyList<KeptFinding>>(json, LendingJson.Options)!;
}

/// <summary>A point as it was found.</summary>
/// <param name="Result"><c>normal</c>, <c>abnormal</c>, <c>unverified</c>.</param>
public sealed record CheckFindingView(string Item, string Title, string Result, string ResultTitle, string Note);

/// <summary>A file that is kept: its name and SHA-256.</summary>
public sealed record KeptFile(string Name, string Sha256)
{
    internal static IReadOnlyList<KeptFile> Read(string json) => JsonSerializer.Deserialize<IReadOnlyList<KeptFile>>(json, LendingJson.Options)!;
}

/// <summary>A check after the loan.</summary>
/// <param name="Kind"><c>first</c>, <c>routine</c>, <c>special</c>.</param>
/// <param name="State"><c>planned</c>, <c>done</c>, <c>withdrawn</c>.</param>
/// <param name="Urgency">Of one to be done: <c>overdue</c>, <c>week</c>, <c>month</c>; empty otherwise.</param>
/// <param name="Causes">Why a special check is asked for.</param>
/// <param name="DoneOn">Null before it is done.</param>
/// <param name="Late">Done after its day.</param>
/// <param name="Way"><c>onsite</c>, <c>offsite</c>.</param>
/// <param name="Met">Who was met.</param>
/// <param name="Result"><c>sound</c>, <c>watch</c>, <c>action</c>.</param>
/// <param name="Plan">Id and version of the plan its points are of.</param>
/// <param name="Corrects">Number of the check it corrects.</param>
/// <param name="CorrectedBy">Number of the check that corrects it.</param>
/// <param name="BreachId">What it asks to be put right.</param>
public sealed record LoanCheckView(int N, string Kind, string KindTitle, string State, string StateTitle, DateOnly DueOn, string Urgency, string Assigned, IReadOnlyList<string> Causes, DateOnly? DoneOn, bool Late, string Way, string WayTitle, string Place, string Met, IReadOnlyList<CheckFindingView> Findings, IReadOnlyList<KeptFile> Papers, string Result, string ResultTitle, string Conclusion, string Plan, int? Corrects, int? CorrectedBy, Guid? BreachId, string By, string? DoneAt, string DoneBy)
{
    internal static LoanCheckView Of(LoanCheck c, IReadOnlyList<LoanCheck> own, DateOnly today, Language language) => new(
        c.N, c.Kind, CheckWords.KindTitle(c.Kind).In(language), c.State, CheckWords.StateTitle(c.State).In(language), c.DueOn, c.State == CheckWords.Planned ? LineDate.Of("check", c.DueOn, today).Urgency : "", c.Assigned, [.. CheckCause.Read(c.Causes).Select(x => language == Language.Zh ? x.Zh : x.En)],
        c.DoneOn, c.DoneOn > c.DueOn, c.Way, CheckWords.WayTitle(c.Way).In(language), c.Place, c.Met,
        [.. KeptFinding.Read(c.Findings).Select(f => new CheckFindingView(f.Item, language == Language.Zh ? f.Zh : f.En, f.Result, CheckWords.FindingTitle(f.Result).In(language), f.Note))], KeptFile.Read(c.Papers),
        c.Result, CheckWords.ResultTitle(c.Result).In(language), c.Conclusion, c.Plan, c.Corrects, own.FirstOrDefault(o => o.Corrects == c.N)?.N, c.BreachId, c.By, c.DoneAt is { } at ? Instant.Text(at) : null, c.DoneBy);
}

/// <summary>A point to be looked at.</summary>
public sealed record CheckPointView(string Id, string Title);

/// <summary>What a kind of check looks at today.</summary>
/// <param name="OnsitePapers">Files a visit keeps at least.</param>
/// <param name="OffsitePapers">Files a check from the desk keeps at least.</param>
public sealed record CheckSheet(string Kind, string KindTitle, IReadOnlyList<CheckPointView> Points, int OnsitePapers, int OffsitePapers);

/// <summary>Checks of a loan, those to be done first by their day, then the newest. They are the lender's own: who was given the loan to see finds none.</summary>
/// <param name="Plan">Id and version of the plan in force.</param>
public sealed record LoanCheckList(Guid LoanId, string Number, string Borrower, DateOnly Today, string Plan, bool Lives, IReadOnlyList<CheckSheet> Sheets, IReadOnlyList<LoanCheckView> Rows)
{
    internal static LoanCheckList Of(ZhirongContext read, Loan loan, LoanDesk desk, Language language)
    {
        var own = loan.OwnerId == read.Viewer.Organisation ? read.Set<LoanCheck>().Where(c => c.LoanId == loan.Id).ToList() : [];
        var plan = desk.Law.Visits;
        return new(
            loan.Id, loan.Number, loan.Borrower, desk.Today, $"{plan.Id} {plan.Version}", CheckPlanning.Lives(loan),
            [.. CheckWords.Kinds.Select(k => new CheckSheet(k, CheckWords.KindTitle(k).In(language), [.. plan.Points(k).Select(p => new CheckPointView(p.Id, p.Title.In(language)))], plan.OnsitePapers, plan.OffsitePapers))],
            [.. own.OrderBy(c => c.State != CheckWords.Planned).ThenBy(c => c.State == CheckWords.Planned ? c.DueOn : default).ThenByDescending(c => c.N).Select(c => LoanCheckView.Of(c, own, desk.Today, language))]);
    }
}

/// <summary>A check in the list over all loans.</summary>
/// <param name="Class">A word of the five classes.</param>
public sealed record LoanCheckRow(Guid LoanId, string Number, string Borrower, string FacilityNumber, string Class, string ClassTitle, string Balance, LoanCheckView Check)
{
    internal static LoanCheckRow Of(Loan loan, string facility, LoanCheck check, IReadOnlyList<LoanCheck> own, DateOnly today, Language language) =>
        new(loan.Id, loan.Number, loan.Borrower, facility, loan.Class, EventKinds.Class(loan.Class) is { } known ? known.Title().In(language) : loan.Class, Money.FenText(loan.BalanceFen), LoanCheckView.Of(check, own, today, language));
}

/// <summary>How many are to be done, of all the viewer sees.</summary>
public sealed record CheckCounts(int Overdue, int Week, int Month, int Planned, int Mine);

/// <summary>A page of checks.</summary>
/// <param name="Counts">Whatever is filtered.</param>
public sealed record LoanCheckPage(IReadOnlyList<LoanCheckRow> Items, int Total, int Page, int PageSize, CheckCounts Counts);
