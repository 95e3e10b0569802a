using System.Globalization;
using System.Text;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>The cash-flow table of a run as comma-separated text (RFC 4180): the same columns as in the workbook, the run's figures.</summary>
public static class CashflowCsv
{
    /// <summary>UTF-8 with byte order mark, lines ending in CR LF, text that no spreadsheet takes for a formula.</summary>
    /// <param name="deal">The deal as run.</param>
    /// <param name="scenario">The scenario as run.</param>
    /// <param name="run">Its exact run.</param>
    /// <param name="options">Language of the headings; unit of the amounts.</param>
    public static byte[] Write(ResolvedDeal deal, ResolvedScenario scenario, DealRun run, CashflowOptions options)
    {
        var table = new CashTable(run, new(deal.Definition), options.Language);
        var text = new StringBuilder();
        Line(text, table.Columns.Select(c => Heading(c, options)));
        for (var k = 0; k < deal.PeriodCount; k++)
        {
            Line(text, table.Columns.Select(c => Field(c, c.Of(k), options)));
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Heading(CashColumn column, CashflowOptions options)
    {
        var words = column.Group is CashGroup.Due or CashGroup.Drawn or CashGroup.Paid ? CashTable.Title(column.Group).And(column.Heading) : column.Heading;
        var unit = !IsAmount(column) ? "" : (options.Unit, options.Language) switch
        {
            (AmountUnit.Wan, Engine.Basics.Language.Zh) => "（万元）",
            (AmountUnit.Wan, _) => " (10k yuan)",
            (_, Engine.Basics.Language.Zh) => "（元）",
            _ => " (yuan)",
        };
        return words.In(options.Language) + unit;
    }

    private static bool IsAmount(CashColumn column) => column.Style is CellStyle.Money or CellStyle.Check;

    private static string Field(CashColumn column, CellValue value, CashflowOptions options) => value.Text ?? (column.Style switch
    {
        CellStyle.Date => CellDates.Day(value.Number, from1904: false)!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellStyle.Whole => value.Number.ToString("0", CultureInfo.InvariantCulture),
        CellStyle.Percent4 => decimal.Round(value.Number, 6, MidpointRounding.AwayFromZero).ToString("0.000000", CultureInfo.InvariantCulture),
        _ => options.Unit == AmountUnit.Wan
            ? (value.Number / 10_000).ToString("0.000000", CultureInfo.InvariantCulture)
            : value.Number.ToString("0.00", CultureInfo.InvariantCulture),
    });

    private static void Line(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields.Select(CellText.CsvField)).Append("\r\n");
}
