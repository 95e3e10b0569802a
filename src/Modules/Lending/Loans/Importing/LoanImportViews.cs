using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Importing;

/// <summary>What becomes of a row of an officer's sheet.</summary>
/// <param name="Outcome"><c>fresh</c>: a loan we do not hold; <c>same</c>, <c>differs</c>: one we hold, left as it is; <c>refused</c>; <c>taken</c>.</param>
/// <param name="Balance">In yuan; null where it cannot be read.</param>
/// <param name="LoanId">Of the loan we hold or have taken in.</param>
/// <param name="Unfound">Pledges or rights the sheet names that we do not hold: to be entered by hand.</param>
public sealed record LoanImportRow(int Line, string Number, string Borrower, string? Balance, string Outcome, Guid? LoanId, IReadOnlyList<LoanDifference> Differences, IReadOnlyList<Finding> Reasons, IReadOnlyList<string> Unfound);

/// <summary>How many rows came to what, and their balances in yuan.</summary>
/// <param name="FreshBalance">Of the loans that are taken in.</param>
public sealed record LoanImportCounts(int Rows, int Fresh, int Same, int Differing, int Refused, string Balance, string FreshBalance);

/// <summary>An officer's sheet as it was looked at or taken in.</summary>
/// <param name="State"><c>looked_at</c>: nothing is written; <c>taken</c>.</param>
/// <param name="LedgerBalance">Of a sheet taken in: what the book has as principal of its loans by the entries of the taking over.</param>
/// <param name="Shown">The rows, at most the first thousand; faults and differences first.</param>
public sealed record LoanImportView(Guid Id, string Name, string Sha256, DateOnly AsOf, Guid BookId, string Mapping, string State, LoanImportCounts Counts, string? LedgerBalance, IReadOnlyList<LoanImportRow> Shown, string At, string By, int Version)
{
    private const int Most = 1_000;

    internal static LoanImportView Of(LoanImport import, Language language)
    {
        var outcomes = JsonSerializer.Deserialize<IReadOnlyList<LoanRowOutcome>>(import.Outcomes, LendingJson.Options)!;
        return new(
            import.Id, import.Name, import.Sha256, import.AsOf, import.BookId, import.Mapping, import.State, Count(outcomes), import.State == LoanImportStates.Taken ? Money.FenText(import.TakenFen) : null,
            [.. outcomes.OrderBy(o => o.Outcome switch { "refused" => 0, "differs" => 1, _ => 2 }).ThenBy(o => o.Line).Take(Most).Select(o => new LoanImportRow(o.Line, o.Number, o.Borrower, o.BalanceFen is { } fen ? Money.FenText(fen) : null, o.Outcome, o.Outcome == "fresh" ? null : o.LoanId, o.Differences, Finding.Of(o.Reasons, language), o.Unfound))],
            Instant.Text(import.At), import.By, import.Version);
    }

    internal static LoanImportCounts Count(IReadOnlyList<LoanRowOutcome> outcomes)
    {
        int Of(string outcome) => outcomes.Count(o => o.Outcome == outcome);
        long Sum(Func<LoanRowOutcome, bool> of) => outcomes.Where(of).Sum(o => o.BalanceFen ?? 0);
        return new(outcomes.Count, Of("fresh") + Of("taken"), Of("same"), Of("differs"), Of("refused"), Money.FenText(Sum(_ => true)), Money.FenText(Sum(o => o.Outcome is "fresh" or "taken")));
    }
}

/// <summary>States of a sheet.</summary>
internal static class LoanImportStates
{
    public const string LookedAt = "looked_at";
    public const string Taken = "taken";
}

/// <summary>A mapping of titles as the organisation keeps it.</summary>
public sealed record LoanMappingView(string Name, int Version, IReadOnlyDictionary<string, string> Columns, string ChangedAt, string ChangedBy);

/// <summary>The mappings, and the fields a column may stand for.</summary>
/// <param name="Needed">Without these a sheet is no register of loans.</param>
public sealed record LoanMappingList(IReadOnlyList<LoanMappingView> Mappings, IReadOnlyList<string> Fields, IReadOnlyList<string> Needed);
