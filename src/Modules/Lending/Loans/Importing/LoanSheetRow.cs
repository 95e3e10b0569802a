using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Loans.Importing;

/// <summary>A loan as an officer's sheet tells it; amounts in fen.</summary>
/// <param name="Overdue">Principal due and unpaid.</param>
/// <param name="Every">Months from one interest date to the next.</param>
/// <param name="Since">The oldest due date not paid; there exactly where something is in arrears.</param>
/// <param name="Class">A word of the five classes; empty where the sheet says none.</param>
/// <param name="AsOf">The day of its figures.</param>
/// <param name="Given">The fields the sheet fills in.</param>
internal sealed record LoanSheetRow(
    int Line, string Number, string Contract, string Borrower, string BorrowerCode, string Purpose, long Principal, long Balance, long? LineAmount, bool Revolving, long Overdue, long Interest, long Penalty, decimal Rate, string Method, int Every, int? InterestDay,
    DateOnly DisbursedOn, DateOnly Maturity, DateOnly? Since, string Class, IReadOnlyList<string> Rights, string RegistrationNo, string ResolutionNo, DateOnly? ResolutionUntil, string Officer, DateOnly AsOf, string Note, IReadOnlySet<string> Given)
{
    /// <summary>The loan, or everything wrong with the row, each with line and field.</summary>
    /// <param name="asOf">The day of the figures of rows that do not say.</param>
    public static Result<LoanSheetRow> Read(LoanSheetLine line, DateOnly asOf, DateOnly today)
    {
        var cells = new LoanSheetCells(line);
        var day = cells.Day("as_of", required: false) ?? asOf;
        var method = cells.Method();
        var (principal, balance) = (cells.Fen("principal", required: true), cells.Fen("balance", required: true));
        var (from, until) = (cells.Day("disbursed_on") ?? default, cells.Day("maturity") ?? default);
        var matured = until <= day;
        var overdue = cells.Has("overdue") ? cells.Fen("overdue") : matured ? balance : 0;
        var row = new LoanSheetRow(
            line.Line, cells.Text("number", 35), cells.Text("contract", 100, required: false) is { Length: > 0 } contract ? contract : cells.Text("number", 35), cells.Text("borrower", 200), cells.Code("borrower_code"), cells.Text("purpose", 60, required: false),
            principal, balance, cells.Has("line_amount") ? cells.Fen("line_amount") : null, cells.Revolving(), overdue, cells.Fen("interest"), cells.Fen("penalty"), cells.Rate(), method.Word, method.Every, cells.InterestDay(),
            from, until, null, cells.Class(), cells.List("rights"), cells.Text("registration_no", 100, required: false), cells.Text("resolution_no", 100, required: false), cells.Day("resolution_until", required: false), cells.Text("officer", 100, required: false), day, cells.Text("note", 500, required: false), cells.Given);
        row = row with { Since = row.Overdue + row.Interest > 0 ? cells.Day("since", required: false) ?? (cells.Whole("past_due") is { } days ? day.AddDays(-days) : matured ? until : null) : null };
        if (cells.Faults.Count == 0)
        {
            row.Fit(cells.Faults, today);
        }

        return cells.Faults.Count == 0 ? row : Result<LoanSheetRow>.Refused(cells.Faults);
    }

    /// <summary>What its figures and days must say to each other.</summary>
    private void Fit(List<Refusal> faults, DateOnly today)
    {
        void Sum(string field, long found, bool fits, string expected)
        {
            if (!fits)
            {
                faults.Add(LoanSheetRefusals.Sums(field, Money.FenText(found), expected, Line));
            }
        }

        Sum("principal", Principal, Principal > 0, "> 0.00");
        Sum("balance", Balance, Balance <= Principal, $"≤ {Money.FenText(Principal)}");
        Sum("overdue", Overdue, Overdue <= Balance && (Maturity > AsOf || Overdue == Balance), Maturity > AsOf ? $"≤ {Money.FenText(Balance)}" : Money.FenText(Balance));
        if (LineAmount is { } line)
        {
            Sum("line_amount", line, line >= (Revolving ? Balance : Principal), $"≥ {Money.FenText(Revolving ? Balance : Principal)}");
        }

        if (AsOf > today || DisbursedOn > AsOf)
        {
            faults.Add(LoanSheetRefusals.Dates("disbursed_on", $"{DisbursedOn:yyyy-MM-dd}", Words.Same($"≤ {AsOf:yyyy-MM-dd} ≤ {today:yyyy-MM-dd}"), Line));
        }

        if (Maturity <= DisbursedOn)
        {
            faults.Add(LoanSheetRefusals.Dates("maturity", $"{Maturity:yyyy-MM-dd}", Words.Same($"> {DisbursedOn:yyyy-MM-dd}"), Line));
        }

        if (Overdue + Interest > 0 && (Since is null || Since < DisbursedOn || Since > AsOf))
        {
            faults.Add(LoanSheetRefusals.Dates("since", Since is { } since ? $"{since:yyyy-MM-dd}" : "—", new($"逾期起始日或逾期天数，{DisbursedOn:yyyy-MM-dd} 至 {AsOf:yyyy-MM-dd}", $"the day the arrears began or the days past due, {DisbursedOn:yyyy-MM-dd} to {AsOf:yyyy-MM-dd}"), Line));
        }
    }
}
