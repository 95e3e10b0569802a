using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Sheets;
using Zhirong.Platform.Office.Files;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>A bank's own batch template, written by mapping as xlsx, csv or both.</summary>
/// <param name="code"><c>template.&lt;mapping&gt;</c> or <c>ecny</c>.</param>
/// <param name="kind">The accounts it pays.</param>
internal sealed class TemplateChannel(string code, SheetMapping mapping, PayeeAccountKind kind) : IChannel
{
    public string Code => code;

    public Words Title => mapping.Name;

    public bool Pays(PayeeAccountKind wanted) => wanted == kind;

    public Result<IReadOnlyList<ChannelFile>> Write(PaymentOrder order)
    {
        var refusals = OrderCheck.Check(order, this);
        if (refusals.Count == 0 && mapping.Files.Contains("csv"))
        {
            CsvFits(order, refusals);
        }

        if (refusals.Count > 0)
        {
            return Result<IReadOnlyList<ChannelFile>>.Refused(refusals);
        }

        var name = FileNames.Safe(order.MessageId);
        return Result<IReadOnlyList<ChannelFile>>.Of([.. mapping.Files.Select(f => f == "xlsx"
            ? new ChannelFile($"{name}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Workbook(order))
            : new ChannelFile($"{name}.csv", $"text/csv; charset={mapping.Encoding}", Csv(order)))]);
    }

    private Encoding Encoding => mapping.Encoding switch
    {
        "gbk" => TextEncodings.Gbk,
        "gb18030" => TextEncodings.Gb18030,
        _ => TextEncodings.Utf8,
    };

    private byte[] Workbook(PaymentOrder order)
    {
        var book = new Workbook { Title = mapping.Name.Zh, Subject = order.MessageId };
        var sheet = book.Add(mapping.Sheet);
        var row = 1;
        foreach (var label in mapping.Labels)
        {
            sheet.Set(row, 1, Cell.Text(label.Texts[0], CellStyle.Label));
            sheet.Set(row++, 2, Cells(TemplateFields.Of(label.Field, order, null, 0)));
        }

        row += mapping.Labels.Count > 0 ? 1 : 0;
        for (var c = 0; c < mapping.Columns.Count; c++)
        {
            sheet.Set(row, c + 1, Cell.Text(mapping.Columns[c].Titles[0], CellStyle.Header));
            sheet.Width(c + 1, Math.Max(Width(mapping.Columns[c]), c == 0 && mapping.Labels.Count > 0 ? 18 : 0));
        }

        sheet.PrintSetup(landscape: true, repeatRows: 0);
        foreach (var (n, item) in order.Items.Index())
        {
            row++;
            for (var c = 0; c < mapping.Columns.Count; c++)
            {
                sheet.Set(row, c + 1, Cells(Value(mapping.Columns[c], order, item, n + 1)));
            }
        }

        return WorkbookWriter.Write(book);
    }

    private byte[] Csv(PaymentOrder order)
    {
        var text = new StringBuilder();
        foreach (var label in mapping.Labels)
        {
            text.Append(CellText.CsvField(label.Texts[0])).Append(',').Append(CellText.CsvField(TemplateFields.Text(TemplateFields.Of(label.Field, order, null, 0)))).Append("\r\n");
        }

        text.AppendJoin(',', mapping.Columns.Select(c => CellText.CsvField(c.Titles[0]))).Append("\r\n");
        foreach (var (n, item) in order.Items.Index())
        {
            text.AppendJoin(',', mapping.Columns.Select(c => CellText.CsvField(TemplateFields.Text(Value(c, order, item, n + 1))))).Append("\r\n");
        }

        // Spreadsheets take a csv without a mark for the local code page.
        return [.. mapping.Encoding == "utf-8" ? System.Text.Encoding.UTF8.Preamble : [], .. Encoding.GetBytes(text.ToString())];
    }

    /// <summary>What a csv cannot carry unchanged is refused: characters the encoding lacks, text that would get an apostrophe.</summary>
    private void CsvFits(PaymentOrder order, List<Refusal> refusals)
    {
        foreach (var label in mapping.Labels)
        {
            Fits(label.Field, TemplateFields.Text(TemplateFields.Of(label.Field, order, null, 0)), refusals);
        }

        foreach (var (n, item) in order.Items.Index())
        {
            foreach (var column in mapping.Columns.Where(c => c.Field is not null))
            {
                Fits($"items[{n}].{column.Field}", TemplateFields.Text(Value(column, order, item, n + 1)), refusals);
            }
        }
    }

    private void Fits(string path, string text, List<Refusal> refusals)
    {
        if (CellText.Neutral(text) != text)
        {
            refusals.Add(OrderRefusals.FormulaLike(path, text));
        }

        try
        {
            Encoding.GetByteCount(text);
        }
        catch (EncoderFallbackException problem)
        {
            var character = problem.CharUnknownHigh != 0 ? $"{problem.CharUnknownHigh}{problem.CharUnknownLow}" : $"{problem.CharUnknown}";
            refusals.Add(OrderRefusals.NotEncodable(path, character, mapping.Encoding));
        }
    }

    private static object? Value(MappedColumn column, PaymentOrder order, PaymentOrderItem item, int number) =>
        column.Field is { } field ? TemplateFields.Of(field, order, item, number) : column.Value;

    private static Cell Cells(object? value) => value switch
    {
        Money money => Cell.Number(money.Yuan, CellStyle.Money),
        DateOnly day => Cell.Date(day),
        int number => Cell.Number(number, CellStyle.Whole),
        null => Cell.Blank(),
        _ => Cell.Text(value.ToString()!),
    };

    private static double Width(MappedColumn column) => column.Field switch
    {
        "payeeName" or "agentName" or "remittance" or "operatingBank" or "amountCapitals" => 32,
        "payeeAccount" or "endToEndId" or "debtorAccount" => 26,
        "number" => 6,
        _ => Math.Max(14, column.Titles[0].Length * 2 + 2),
    };
}
