using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Schedules;
using Zhirong.Engine.Credit.Terms;

namespace Zhirong.Host.Tables;

/// <summary>A repayment schedule for people.</summary>
internal static class ScheduleTable
{
    public static void Print(LoanSchedule schedule, Language language)
    {
        var (zh, terms) = (language == Language.Zh, schedule.Loan.Terms);
        string[] heads = zh
            ? ["期", "还款日", "天数#", "利息#", "本金#", "应还#", "剩余本金#"]
            : ["n", "due", "days#", "interest#", "principal#", "instalment#", "balance#"];
        var table = Page.Table($"{terms.Method.Title().In(language)} · {Page.Yuan(terms.Principal.Fen)} · {Rates(schedule)} · {DayCounts.Name(terms.DayCount)} · {terms.DisbursedOn:yyyy-MM-dd}", heads);
        if (terms.DownPayment is { } paid)
        {
            table.AddRow("0", $"{terms.DisbursedOn:yyyy-MM-dd}", "—", "—", Page.Yuan(paid.Fen), Page.Yuan(paid.Fen), Page.Yuan(terms.Financed.Fen));
        }

        foreach (var row in schedule.Instalments)
        {
            table.AddRow($"{row.Number}", $"{row.DueOn:yyyy-MM-dd}", $"{row.Days}", Page.Yuan(row.Interest.Fen), Page.Yuan(row.Principal.Fen), Page.Yuan(row.Due.Fen), Page.Yuan(row.Balance.Fen));
        }

        Page.Write(table);
        Page.Line(zh
            ? $"[bold]利息合计 {Page.Yuan(schedule.Interest.Fen)}，应还合计 {Page.Yuan(schedule.Due.Fen)}[/]"
            : $"[bold]Interest {Page.Yuan(schedule.Interest.Fen)}, in all {Page.Yuan(schedule.Due.Fen)}[/]");
        Page.Notes(schedule.Warnings, language);
    }

    private static string Rates(LoanSchedule schedule) =>
        string.Join(" → ", schedule.Loan.Rates.Take(6).Select(r => $"{r.Annual * 100:0.######}%")) + (schedule.Loan.Rates.Count > 6 ? " …" : "");
}
