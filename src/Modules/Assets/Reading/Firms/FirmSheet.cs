using System.Globalization;
using Zhirong.Modules.Assets.Reading.Tables;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Firms;

/// <summary>
/// Reads one sheet about firms in either layout: a row for each firm and period, or labels down the side with a column for each
/// period (a statement, or revenue by product). What stands above the table names the firm and the unit.
/// </summary>
internal sealed class FirmSheet(FirmAliases aliases, FirmBook book, string sheet)
{
    private static readonly string[] Sums = ["合计", "总计", "小计"];

    private readonly List<FirmItem> notes = [];

    /// <summary>The firm the sheet is about; a sheet that names none is about the one before it.</summary>
    public (string Name, string Code) Firm { get; set; } = ("", "");

    /// <summary>The period stated above the table; a sheet that states none is of the one before it.</summary>
    public FirmPeriod? Stated { get; set; }

    public IReadOnlyList<FirmItem> Notes => notes;

    /// <returns>False where the sheet has neither layout.</returns>
    public bool Read(IReadOnlyList<TableRow> rows)
    {
        var unit = 1m;
        for (var i = 0; i < rows.Count && i < TableHead.Rows; i++)
        {
            Above(rows[i].Cells, ref unit);
            var fields = rows[i].Cells.Select(aliases.Find).ToList();
            if ((fields.Contains("name") || fields.Contains("code")) && fields.Contains("period") && fields.Exists(f => f is not null && (FirmAliases.Figures.Contains(f) || f == "product_revenue")))
            {
                Flat(rows, i, fields, unit);
                return true;
            }

            var columns = IsAbove(rows[i].Cells) ? [] : PeriodColumn.Of(rows[i].Cells, Stated);
            if (columns.Count > 0 && Firm is not ("", ""))
            {
                Statement(rows, i, columns, unit);
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands above a table has colons, stands alone, or says what it is; titles do not.</summary>
    private bool IsAbove(List<string> cells)
    {
        var texts = cells.Select(Folding.Key).Where(t => t.Length > 0).ToList();
        return texts.Count < 2 || texts.Exists(t => t.Contains(':', StringComparison.Ordinal)) || aliases.Find(texts[0]) is "name" or "code" or "unit" || (texts.Count == 2 && aliases.Find(texts[0]) == "period");
    }

    private void Above(List<string> cells, ref decimal unit)
    {
        var texts = cells.Select(Folding.Line).Where(t => t.Length > 0).ToList();
        for (var i = 0; i < texts.Count; i++)
        {
            unit = FirmText.Unit(texts[i]) ?? unit;
            Stated = texts.Count <= 4 ? FirmText.Period(texts[i][(texts[i].IndexOf(':', StringComparison.Ordinal) + 1)..]) ?? Stated : Stated;
            var colon = texts[i].IndexOf(':', StringComparison.Ordinal);
            var field = aliases.Find(colon < 0 ? texts[i] : texts[i][..colon]);
            var value = colon >= 0 && colon < texts[i].Length - 1 ? texts[i][(colon + 1)..].Trim() : colon < 0 && texts.Count == 2 && i == 0 ? texts[1] : "";
            Firm = field switch
            {
                "name" when value.Length > 0 => (value, Firm.Code),
                "code" when value.Length > 0 => (Firm.Name, value.ToUpperInvariant()),
                _ => Firm,
            };
        }
    }

    private void Flat(IReadOnlyList<TableRow> rows, int head, List<string?> fields, decimal unit)
    {
        var units = rows[head].Cells.Select(t => FirmText.Titled(t).Unit).ToList();
        Unused(rows[head].Cells, fields);
        foreach (var row in rows.Skip(head + 1))
        {
            string text(string field) => fields.IndexOf(field) is >= 0 and var at && at < row.Cells.Count ? Folding.Line(row.Cells[at]) : "";
            var (name, code) = (text("name"), text("code").ToUpperInvariant());
            if (name.Length == 0 && code.Length == 0 || Sums.Contains(name))
            {
                Note(new FirmItem.Refused(ImportRefusals.NoFirm(row.Line)));
                continue;
            }

            if (FirmText.Period(text("period")) is not { } period)
            {
                Note(new FirmItem.Refused(ImportRefusals.Period(text("period"), row.Line)));
                continue;
            }

            var firm = book.Of(name, code, row.Line);
            for (var c = 0; c < fields.Count && c < row.Cells.Count; c++)
            {
                if (fields[c] is { } field && (FirmAliases.Figures.Contains(field) || field is "product_revenue" or "employees"))
                {
                    Take(firm, period, field, row.Cells[c], units[c] ?? unit, text("product"), row.Line);
                }
            }
        }
    }

    private void Statement(IReadOnlyList<TableRow> rows, int head, IReadOnlyList<PeriodColumn> columns, decimal unit)
    {
        var firm = book.Of(Firm.Name, Firm.Code, rows[head].Line);
        foreach (var side in columns.GroupBy(c => c.Label))
        {
            var products = aliases.Find(rows[head].Cells[side.Key]) is "product" or "product_revenue";
            foreach (var row in rows.Skip(head + 1).Where(r => r.Cells.Count > side.Key))
            {
                var label = Folding.Line(row.Cells[side.Key]);
                var (title, own) = FirmText.Titled(label);
                if (label.Length == 0 || (products && Sums.Contains(title)))
                {
                    continue;
                }

                var field = products ? "product_revenue" : aliases.Find(label);
                products |= field == "product";
                if (field is "label" or "period" or "unit" or "name" or "code" or "product")
                {
                    continue;
                }

                if (field is null)
                {
                    Left(label, row, side);
                    continue;
                }

                foreach (var column in side.Where(c => c.Value < row.Cells.Count))
                {
                    Take(firm, column.Period, field, row.Cells[column.Value], own ?? unit, label, row.Line);
                }
            }
        }
    }

    private void Left(string label, TableRow row, IEnumerable<PeriodColumn> side)
    {
        if (side.Any(c => c.Value < row.Cells.Count && row.Cells[c.Value].Length > 0))
        {
            Note(new FirmItem.Unused(label));
        }
    }

    private void Take(FirmBook.Firm firm, FirmPeriod period, string field, string cell, decimal unit, string product, int line)
    {
        if (field == "employees")
        {
            if (int.TryParse(Folding.Key(cell).TrimEnd('人'), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count))
            {
                firm.Employees(period, count);
            }

            return;
        }

        var amount = FirmText.Amount(cell, unit, out var readable);
        if (!readable)
        {
            Note(new FirmItem.Warned(ImportRefusals.Amount($"{field} {period}", cell, line)));
        }
        else if (amount is { } money && field == "product_revenue")
        {
            firm.Product(period, product.Length > 0 ? product : "—", money);
        }
        else if (amount is { } figure)
        {
            firm.Figure(period, field, figure);
        }
    }

    private void Unused(List<string> titles, List<string?> fields)
    {
        foreach (var (n, title) in titles.Index())
        {
            if (title.Length > 0 && fields[n] is null)
            {
                Note(new FirmItem.Unused(Folding.Line(title)));
            }
        }
    }

    private void Note(FirmItem item) => notes.Add(sheet.Length == 0 ? item : item switch
    {
        FirmItem.Refused refused => new FirmItem.Refused(refused.Reason with { Path = $"{sheet}!{refused.Reason.Path}" }),
        FirmItem.Warned warned => new FirmItem.Warned(warned.Reason with { Path = $"{sheet}!{warned.Reason.Path}" }),
        _ => item,
    });
}
