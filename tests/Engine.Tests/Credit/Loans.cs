using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Credit.Reading;
using Zhirong.Engine.Credit.Schedules;
using Zhirong.Engine.Tests.Basics;

namespace Zhirong.Engine.Tests.Credit;

/// <summary>Loans as users write them: read, resolved and laid out.</summary>
internal static class Loans
{
    public static BusinessCalendar Calendar { get; } = new(Dates.Holidays, DayKind.Bank);

    public static LprTable Lpr { get; } = LprTable.Parse(Repo.Read("data", "rates", "lpr.csv")).Value;

    public static ResolvedLoan Resolve(string text)
    {
        var terms = LoanTermsReader.Read(System.Text.Encoding.UTF8.GetBytes(text));
        return terms.Value.Resolve(Calendar, Lpr).Value;
    }

    public static LoanSchedule Schedule(string text) => LoanSchedule.Of(Resolve(text)).Value;

    /// <summary>The codes and paths a text is refused with: <c>CRED-0201 principal</c>.</summary>
    public static IReadOnlyList<string> Refused(string text)
    {
        var terms = LoanTermsReader.Read(System.Text.Encoding.UTF8.GetBytes(text));
        if (!terms.Ok)
        {
            return [.. terms.Refusals.Select(r => $"{r.Code} {r.Path}")];
        }

        var loan = terms.Value.Resolve(Calendar, Lpr);
        var refusals = loan.Ok ? LoanSchedule.Of(loan.Value).Refusals : loan.Refusals;
        return [.. refusals.Select(r => $"{r.Code} {r.Path}")];
    }

    /// <summary>One line an instalment: number, date, days, interest, principal, balance.</summary>
    public static IEnumerable<string> Lines(LoanSchedule schedule) =>
        schedule.Instalments.Select(i => $"{i.Number} {i.DueOn:yyyy-MM-dd} {i.Days} {i.Interest} {i.Principal} {i.Balance}");
}
