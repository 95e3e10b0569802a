using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Loans.Importing;

/// <summary>A field in which the sheet and the loan we hold differ.</summary>
public sealed record LoanDifference(string Field, string Sheet, string Held);

/// <summary>What became of one row.</summary>
/// <param name="Outcome"><c>fresh</c>, <c>same</c>, <c>differs</c>, <c>refused</c>, <c>taken</c>.</param>
/// <param name="Unfound">Pledges or rights the sheet names that we do not hold.</param>
internal sealed record LoanRowOutcome(int Line, string Number, string Borrower, long? BalanceFen, string Outcome, Guid? LoanId, IReadOnlyList<LoanDifference> Differences, IReadOnlyList<Refusal> Reasons, IReadOnlyList<string> Unfound);

/// <summary>A sheet held against what is kept: outcomes in the order of the file, and the loans that would be made.</summary>
internal sealed record LoanSheetLooked(IReadOnlyList<LoanRowOutcome> Outcomes, IReadOnlyList<ImportedLoan> Fresh, IReadOnlyDictionary<Guid, Facility> NewLines);

/// <summary>Holds every row against the loans there are; nothing is written.</summary>
internal sealed class LookAtLoans(ZhirongContext read, LoanDesk desk, Guid book)
{
    private readonly Dictionary<string, Facility> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Facility> made = [];
    private readonly Dictionary<Guid, long> taken = [];
    private readonly HashSet<string> pledged = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, List<LoanHappening>> events = [];
    private readonly Dictionary<Guid, string> numbers = [];

    public LoanSheetLooked Look(IReadOnlyList<LoanSheetLine> sheet, DateOnly asOf)
    {
        var rows = sheet.Select(line => (Line: line, Row: LoanSheetRow.Read(line, asOf, desk.Today))).ToList();
        var good = rows.Where(r => r.Row.Ok).Select(r => r.Row.Value).ToList();
        var (held, contracts) = (Held([.. good.Select(r => r.Number).Distinct(StringComparer.Ordinal)]), good.ToLookup(r => r.Contract, StringComparer.Ordinal));
        foreach (var some in contracts.Select(c => c.Key).Chunk(500))
        {
            foreach (var line in read.Set<Facility>().AsNoTracking().Where(f => f.OwnerId == read.Viewer.Organisation && some.Contains(f.Number)))
            {
                lines[line.Number] = line;
            }
        }

        Fetch([.. held.Values], [.. good.SelectMany(r => r.Rights).Concat(good.Select(r => r.RegistrationNo)).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)]);
        var (outcomes, fresh, seen) = (new List<LoanRowOutcome>(), new List<ImportedLoan>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (line, row) in rows)
        {
            outcomes.Add(!row.Ok ? Refused(line, row.Refusals)
                : !seen.Add(row.Value.Number) ? Refused(line, [LoanSheetRefusals.Twice(row.Value.Number, line.Line)])
                : held.TryGetValue(row.Value.Number, out var loan) ? Compared(row.Value, loan)
                : New(row.Value, contracts[row.Value.Contract].ToList(), fresh));
        }

        return new(outcomes, fresh, made);
    }

    private Dictionary<string, Loan> Held(IReadOnlyList<string> numbers)
    {
        var held = new Dictionary<string, Loan>(StringComparer.Ordinal);
        foreach (var some in numbers.Chunk(500))
        {
            foreach (var loan in read.Set<Loan>().AsNoTracking().Where(l => l.OwnerId == read.Viewer.Organisation && some.Contains(l.Number)))
            {
                held[loan.Number] = loan;
            }
        }

        return held;
    }

    /// <summary>By sets: what happened to the loans held and under which line they are; which of the pledges and rights named we hold.</summary>
    private void Fetch(IReadOnlyList<Loan> held, IReadOnlyList<string> named)
    {
        foreach (var some in held.Select(l => l.Id).Chunk(500))
        {
            foreach (var own in read.Set<LoanHappening>().AsNoTracking().Where(e => some.Contains(e.LoanId)).ToList().GroupBy(e => e.LoanId))
            {
                events[own.Key] = [.. own.OrderBy(e => e.N)];
            }
        }

        foreach (var some in held.Select(l => l.FacilityId).Distinct().Chunk(500))
        {
            foreach (var line in read.Set<Facility>().AsNoTracking().Where(f => some.Contains(f.Id)).Select(f => new { f.Id, f.Number }))
            {
                numbers[line.Id] = line.Number;
            }
        }

        foreach (var some in named.Chunk(500))
        {
            pledged.UnionWith(read.Set<PledgeItem>().Where(i => some.Contains(i.RightNumber) && i.State == Pledges.ItemStates.Held).Select(i => i.RightNumber));
            pledged.UnionWith(read.Set<PledgeRegistration>().Where(r => some.Contains(r.RegistrationNo)).Select(r => r.RegistrationNo));
        }
    }

    private static LoanRowOutcome Refused(LoanSheetLine line, IReadOnlyList<Refusal> reasons) =>
        new(line.Line, line.Cells.GetValueOrDefault("number", ""), line.Cells.GetValueOrDefault("borrower", ""), null, "refused", null, [], reasons, []);

    private LoanRowOutcome New(LoanSheetRow row, IReadOnlyList<LoanSheetRow> together, List<ImportedLoan> fresh)
    {
        LoanRowOutcome No(IReadOnlyList<Refusal> reasons) => new(row.Line, row.Number, row.Borrower, row.Balance, "refused", null, [], reasons, []);
        if (row.Balance + row.Interest + row.Penalty == 0)
        {
            return No([LoanSheetRefusals.Sums("balance", "0.00", "> 0.00", row.Line)]);
        }

        var line = lines.GetValueOrDefault(row.Contract) ?? (lines[row.Contract] = Made(row, together));
        var takes = line.Kind == FacilityWords.Single ? row.Principal : row.Balance;
        var used = line.UsedFen + taken.GetValueOrDefault(line.Id);
        if (line.BookId != book || line.Kind == FacilityWords.Collective || used + takes > line.AmountFen)
        {
            return No([LoanSheetRefusals.Line(line.BookId != book ? $"{line.BookId}" : line.Kind == FacilityWords.Collective ? line.Kind : Money.FenText(takes), line.BookId == book ? Words.Same($"≤ {Money.FenText(line.AmountFen - used)}") : new("同一账簿", "the same book"), row.Line)]);
        }

        var loan = ImportedLoan.Of(row, desk.NewId(), line.Id, read.Viewer, desk);
        if (!loan.Ok)
        {
            return No(loan.Refusals);
        }

        taken[line.Id] = taken.GetValueOrDefault(line.Id) + takes;
        fresh.Add(loan.Value);
        return new(row.Line, row.Number, row.Borrower, row.Balance, "fresh", loan.Value.Kept.Id, [], [], Unfound(row));
    }

    /// <summary>The line of a contract we do not hold: as large as the sheet says, else as what is drawn under it.</summary>
    private Facility Made(LoanSheetRow row, IReadOnlyList<LoanSheetRow> together)
    {
        var revolving = together.Any(r => r.Revolving);
        var line = new Facility
        {
            Id = desk.NewId(),
            OwnerId = read.Viewer.Organisation,
            Version = 1,
            Number = row.Contract,
            Kind = revolving ? FacilityWords.Revolving : FacilityWords.Single,
            Borrower = row.Borrower,
            BorrowerCode = row.BorrowerCode,
            AmountFen = Math.Max(together.Max(r => r.LineAmount ?? 0), together.Sum(r => revolving ? r.Balance : r.Principal)),
            UsedFen = 0,
            FromDay = together.Min(r => r.DisbursedOn),
            UntilDay = together.Max(r => r.Maturity),
            ResolutionNo = row.ResolutionNo,
            ResolutionUntil = row.ResolutionUntil,
            Uses = "",
            BookId = book,
            State = FacilityWords.Open,
            Because = "",
            ChangedAt = Instant.Now(desk.Clock),
            ChangedBy = read.Viewer.Person,
        };
        made[line.Id] = line;
        return line;
    }

    /// <summary>What the sheet says of the security and we do not hold.</summary>
    private List<string> Unfound(LoanSheetRow row) =>
        [.. row.Rights.Append(row.RegistrationNo).Where(n => n.Length > 0 && !pledged.Contains(n))];

    private LoanRowOutcome Compared(LoanSheetRow row, Loan loan)
    {
        var account = LoanFold.To(loan, events.GetValueOrDefault(loan.Id, []), row.AsOf, desk)?.Account;
        var contract = numbers.GetValueOrDefault(loan.FacilityId, "");
        var differences = new List<LoanDifference>();
        void Hold(string field, string sheet, string held)
        {
            if (row.Given.Contains(field) && sheet != held)
            {
                differences.Add(new(field, sheet, held));
            }
        }

        static string Yuan(Money? money) => Money.FenText(money?.Fen ?? 0);
        static string Day(DateOnly? day) => day is { } d ? $"{d:yyyy-MM-dd}" : "—";
        Hold("contract", row.Contract, contract);
        Hold("borrower", row.Borrower, loan.Borrower);
        Hold("principal", Money.FenText(row.Principal), Money.FenText(loan.PrincipalFen));
        Hold("disbursed_on", Day(row.DisbursedOn), Day(loan.DisbursedOn));
        Hold("maturity", Day(row.Maturity), Day(account?.Ahead is { Count: > 0 } ahead ? ahead[^1].DueOn : loan.Maturity));
        Hold("rate", Percent(row.Rate), Percent(account?.Rate ?? 0));
        Hold("balance", Money.FenText(row.Balance), Yuan(account?.Principal));
        Hold("overdue", Money.FenText(row.Overdue), Yuan(account?.PrincipalDue));
        Hold("interest", Money.FenText(row.Interest), Yuan(account?.InterestDue));
        Hold("penalty", Money.FenText(row.Penalty), Yuan(account is null ? null : account.PenaltyDue + account.CompoundDue));
        Hold("class", row.Class, account is null ? "" : LoanClasses.Words[(int)account.Class]);
        return new(row.Line, row.Number, row.Borrower, row.Balance, differences.Count == 0 ? "same" : "differs", loan.Id, differences, [], []);
    }

    private static string Percent(decimal rate) => string.Create(CultureInfo.InvariantCulture, $"{rate * 100m:0.00#######}%");
}
