using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Closing;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Loans.Posting;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Loans.Importing;

/// <summary>A loan made of a row of a sheet: taken over on the day of its figures with what it owed, and closed for that day.</summary>
/// <param name="Kept">As it is stored before its first close.</param>
/// <param name="Closing">What the close of the day brings: the taking over, and the night.</param>
internal sealed record ImportedLoan(LoanSheetRow Row, Loan Kept, IReadOnlyList<LoanHappening> Events, LoanClosing Closing)
{
    /// <summary>The loan, or why the engine does not take it; nothing is written.</summary>
    /// <param name="facility">The line it is under.</param>
    public static Result<ImportedLoan> Of(LoanSheetRow row, Guid id, Guid facility, Viewer viewer, LoanDesk desk)
    {
        var terms = ImportedTerms.Of(row);
        if (!terms.Ok)
        {
            return Result<ImportedLoan>.Refused(terms.Refusals);
        }

        var resolved = EventKinds.Resolve(terms.Value, desk);
        if (!resolved.Ok)
        {
            return Result<ImportedLoan>.Refused([.. resolved.Refusals.Select(r => LoanSheetRefusals.Engine(LoanRefusals.TermsFault(r), row.Line))]);
        }

        Loan Made() => New(row, id, facility, terms.Value, viewer, desk);
        var (kept, events) = (Made(), Happened(row, id, viewer.Person, desk));
        if (LoanFold.To(kept, events, row.AsOf, desk) is not { } fold || fold.Refused.Count > 0)
        {
            return LoanSheetRefusals.Engine(LoanFold.To(kept, events, row.AsOf, desk)?.Refused[0] ?? LoanRefusals.LoanState("—", LoanStates.Active), row.Line) with { Path = "balance" };
        }

        // Where the sheet's class is worse than what the days say, somebody has judged it so.
        if (row.Class.Length > 0 && EventKinds.Class(row.Class) is { } judged && judged > fold.Account.Class)
        {
            events.Add(Event(row, id, 2, EventKinds.Judged, 0, new JsonObject { ["atBest"] = row.Class }, "", viewer.Person, desk));
            kept.Events = 2;
        }

        var closed = Made();
        closed.Events = kept.Events;
        return new ImportedLoan(row, kept, events, LoanClosing.Of(closed, events, () => [], row.AsOf, desk));
    }

    /// <summary>The content of the event that begins it: what is in arrears, and what the sheet says of its security.</summary>
    private static JsonObject Taken(LoanSheetRow row)
    {
        var content = new JsonObject { ["due"] = Money.FenText(row.Overdue), ["interest"] = Money.FenText(row.Interest), ["penalty"] = Money.FenText(row.Penalty), ["line"] = row.Line };
        if (row.Since is { } since)
        {
            content["since"] = RowValues.Of(since);
        }

        if (row.Rights.Count > 0)
        {
            content["rights"] = new JsonArray([.. row.Rights.Select(r => JsonValue.Create(r))]);
        }

        if (row.RegistrationNo.Length > 0)
        {
            content["registrationNo"] = row.RegistrationNo;
        }

        return content;
    }

    private static List<LoanHappening> Happened(LoanSheetRow row, Guid id, string person, LoanDesk desk) => [Event(row, id, 1, EventKinds.TakenOver, row.Balance, Taken(row), LoanBook.TakenOver, person, desk)];

    private static LoanHappening Event(LoanSheetRow row, Guid id, int n, string kind, long fen, JsonObject content, string cash, string person, LoanDesk desk) => new()
    {
        LoanId = id,
        N = n,
        Kind = kind,
        Effective = row.AsOf,
        Recorded = desk.Today,
        Fen = fen,
        Content = content.ToJsonString(LendingJson.Options),
        Cash = cash,
        PostedThere = 0,
        Reference = $"#{n}",
        Note = row.Note,
        At = Instant.Now(desk.Clock),
        By = person,
    };

    private static Loan New(LoanSheetRow row, Guid id, Guid facility, string terms, Viewer viewer, LoanDesk desk) => new()
    {
        Id = id,
        OwnerId = viewer.Organisation,
        Version = 1,
        FacilityId = facility,
        Number = row.Number,
        Borrower = row.Borrower,
        Purpose = row.Purpose,
        PrincipalFen = row.Principal,
        Terms = terms,
        State = LoanStates.Active,
        DisbursedOn = row.DisbursedOn,
        Maturity = row.Maturity,
        ClosedDay = row.AsOf.AddDays(-1),
        Backdated = 0,
        BalanceFen = row.Balance,
        DueFen = row.Overdue,
        InterestFen = row.Interest,
        AccruedFen = 0,
        PenaltyFen = row.Penalty,
        FeesFen = 0,
        CreditFen = 0,
        WrittenFen = 0,
        PastDue = 0,
        Class = "pass",
        OffBalance = 0,
        NextFen = 0,
        Rate = (long)decimal.Round(row.Rate * 1_000_000_000m),
        Events = 1,
        Postings = 0,
        Fault = "",
        Officer = row.Officer.Length > 0 ? row.Officer : viewer.Person,
        Origin = "imported",
        ChangedAt = Instant.Now(desk.Clock),
        ChangedBy = viewer.Person,
    };
}
