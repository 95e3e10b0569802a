using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Host.Tables;
using Zhirong.Modules.Lending.Loans.Importing;

namespace Zhirong.Host.Verbs;

/// <summary><c>import loans</c>: reads officers' registers of loans and reports what reads well and what is wrong, by line and field.</summary>
internal static class ImportLoansVerb
{
    private const int Shown = 20;

    /// <summary>Reads each file; stores nothing: a register is taken in on its page, where a second person approves it.</summary>
    public static int Run(IReadOnlyList<string> files, string? mapping, string? into, DateOnly asOf, DateOnly today, bool json, Language language)
    {
        if (into is not null)
        {
            return Answer.Refuse(into, [NotStored(into)], language);
        }

        var titles = Titles(mapping);
        if (!titles.Ok)
        {
            return Answer.Refuse(mapping!, titles.Refusals, language);
        }

        var reports = new List<(string File, LoanSheetReport Report)>();
        foreach (var path in files)
        {
            var bytes = InputFiles.Read(path);
            var read = bytes.Ok ? LoanSheetReport.Read(bytes.Value, titles.Value, asOf, today) : Result<LoanSheetReport>.Refused(bytes.Refusals);
            if (!read.Ok)
            {
                return Answer.Refuse(path, read.Refusals, language);
            }

            reports.Add((path, read.Value));
        }

        if (json)
        {
            Answer.Json(writer => Write(writer, reports, language));
        }
        else
        {
            Print(reports, language);
        }

        return reports.Any(r => r.Report.Loans.Count > 0) ? Exit.Done : Exit.BadInput;
    }

    private static Result<LoanTitles> Titles(string? mapping)
    {
        var own = Home.Loans().Titles;
        if (mapping is null)
        {
            return own;
        }

        var bytes = InputFiles.Read(mapping);
        var over = bytes.Ok ? LoanTitles.Read(bytes.Value) : Result<LoanTitles>.Refused(bytes.Refusals);
        return over.Ok ? own.With(over.Value) : over;
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<(string File, LoanSheetReport Report)> reports, Language language)
    {
        writer.WriteStartObject();
        writer.WriteNumber("taken", reports.Sum(r => r.Report.Loans.Count));
        writer.WriteNumber("merged", 0);
        writer.WriteStartArray("refused");
        foreach (var reason in reports.SelectMany(r => r.Report.Refused))
        {
            writer.WriteStartObject();
            writer.WriteNumber("line", reason.Line);
            writer.WriteString("code", reason.Code);
            writer.WriteString("field", reason.Path);
            writer.WriteString("message", reason.Sentence(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("warnings");
        writer.WriteEndArray();
        writer.WriteStartArray("loans");
        foreach (var loan in reports.SelectMany(r => r.Report.Loans))
        {
            One(writer, loan);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("unused");
        foreach (var title in reports.SelectMany(r => r.Report.Unused).GroupBy(t => t, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            writer.WriteNumber(title.Key, title.Count());
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void One(Utf8JsonWriter writer, SheetLoan loan)
    {
        writer.WriteStartObject();
        writer.WriteNumber("line", loan.Line);
        foreach (var (name, value) in ((string, string?)[])
        [
            ("number", loan.Number), ("contract", loan.Contract), ("borrower", loan.Borrower), ("principal", loan.Principal), ("balance", loan.Balance), ("overdue", loan.Overdue), ("interest", loan.Interest), ("penalty", loan.Penalty),
            ("annualRate", loan.Rate.ToString(CultureInfo.InvariantCulture)), ("method", loan.Method), ("disbursedOn", $"{loan.DisbursedOn:yyyy-MM-dd}"), ("maturity", $"{loan.Maturity:yyyy-MM-dd}"), ("since", loan.Since is { } since ? $"{since:yyyy-MM-dd}" : null), ("class", loan.Class.Length > 0 ? loan.Class : null), ("asOf", $"{loan.AsOf:yyyy-MM-dd}"),
        ])
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    private static void Print(IReadOnlyList<(string File, LoanSheetReport Report)> reports, Language language)
    {
        var zh = language == Language.Zh;
        foreach (var (file, report) in reports)
        {
            Page.Line(Page.Plain(zh ? $"{file}：读入 {report.Loans.Count:N0} 笔，余额 {report.Balance} 元；拒绝 {report.Refused.Select(r => r.Line).Distinct().Count():N0} 行" : $"{file}: {report.Loans.Count:N0} loans read, balance {report.Balance} yuan; {report.Refused.Select(r => r.Line).Distinct().Count():N0} rows refused"));
            var table = Page.Table(zh ? "贷款" : "loans", zh ? "借据号" : "loan", zh ? "借款人" : "borrower", zh ? "余额#" : "balance#", zh ? "利率#" : "rate#", zh ? "到期日" : "maturity", zh ? "逾期自" : "overdue since");
            foreach (var loan in report.Loans.Take(Shown))
            {
                table.AddRow(Page.Plain(loan.Number), Page.Plain(loan.Borrower), loan.Balance, loan.Rate.ToString("0.####%", CultureInfo.InvariantCulture), $"{loan.Maturity:yyyy-MM-dd}", loan.Since is { } since ? $"{since:yyyy-MM-dd}" : "—");
            }

            Page.Write(table);
        }

        ImportTable.Reasons(zh ? "拒绝" : "refused", [.. reports.SelectMany(r => r.Report.Refused.Select(f => (r.File, f)))], reports.Sum(r => r.Report.Refused.Count), language);
        ImportTable.Unused(reports.SelectMany(r => r.Report.Unused).GroupBy(t => t, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (long)g.Count()), language);
    }

    private static Refusal NotStored(string found) => new()
    {
        Code = "IMP-0603",
        Path = "--into",
        Found = found,
        Expected = new("在网页的“导入台账”读入，经第二人审批入账", "taken in on the page “Take a register in”, approved by a second person"),
        Message = new("贷款台账由命令行只读取核对，不入账", "The command line reads and checks a register of loans; it does not take it in"),
    };
}
