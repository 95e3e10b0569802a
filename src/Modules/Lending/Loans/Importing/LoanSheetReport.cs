using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Loans.Importing;

/// <summary>A loan of a sheet as it reads; amounts in yuan.</summary>
/// <param name="Rate">Annual, as a fraction.</param>
/// <param name="Since">The oldest due date not paid.</param>
public sealed record SheetLoan(int Line, string Number, string Contract, string Borrower, string Principal, string Balance, string Overdue, string Interest, string Penalty, decimal Rate, string Method, DateOnly DisbursedOn, DateOnly Maturity, DateOnly? Since, string Class, DateOnly AsOf);

/// <summary>An officer's sheet as it reads, held against nothing.</summary>
/// <param name="Balance">Of the loans that read well, in yuan.</param>
/// <param name="Refused">By line and field.</param>
/// <param name="Unused">Titles nobody reads.</param>
public sealed record LoanSheetReport(IReadOnlyList<SheetLoan> Loans, string Balance, IReadOnlyList<Refusal> Refused, IReadOnlyList<string> Unused)
{
    /// <summary>Reads a file; LEN-073x where it is no register of loans.</summary>
    /// <param name="bytes">xlsx, or csv in UTF-8 or GBK.</param>
    /// <param name="titles">Titles of columns.</param>
    /// <param name="asOf">The day of the figures of rows that do not say.</param>
    /// <param name="today">No figure is of a later day.</param>
    public static Result<LoanSheetReport> Read(byte[] bytes, LoanTitles titles, DateOnly asOf, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(titles);
        var sheet = LoanSheetReader.Read(bytes, titles);
        if (!sheet.Ok)
        {
            return Result<LoanSheetReport>.Refused(sheet.Refusals);
        }

        var (rows, refused, seen) = (new List<LoanSheetRow>(), new List<Refusal>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in sheet.Value.Lines)
        {
            var row = LoanSheetRow.Read(line, asOf, today);
            var faults = !row.Ok ? row.Refusals : !seen.Add(row.Value.Number) ? [LoanSheetRefusals.Twice(row.Value.Number, line.Line)] : ImportedTerms.Of(row.Value).Refusals;
            refused.AddRange(faults);
            rows.AddRange(faults.Count == 0 ? [row.Value] : []);
        }

        return new LoanSheetReport(
            [.. rows.Select(r => new SheetLoan(r.Line, r.Number, r.Contract, r.Borrower, Money.FenText(r.Principal), Money.FenText(r.Balance), Money.FenText(r.Overdue), Money.FenText(r.Interest), Money.FenText(r.Penalty), r.Rate, r.Method, r.DisbursedOn, r.Maturity, r.Since, r.Class, r.AsOf))],
            Money.FenText(rows.Sum(r => r.Balance)), refused, [.. sheet.Value.Columns.Where(c => c.Value.Length == 0 && !titles.Knows(c.Key)).Select(c => c.Key)]);
    }
}
