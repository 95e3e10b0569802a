using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Securitization.Excel.Template;
using Zhirong.Modules.Securitization.Excel.Trees;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Excel;

/// <summary>Lays the template out: the first column marks rows for the reader, the heading has the key row beneath it.</summary>
internal sealed class DealSheetWriter(Language language)
{
    private const string Guard = "#";
    private const int Label = 2;
    private const int Value = 3;
    private const int Key = 4;
    private const int Note = 5;
    private readonly Leftovers rest = new();

    public Workbook Write(DocMap deal)
    {
        var book = new Workbook { Title = In(DealTemplate.Sheets[0].Title), Subject = DealTemplate.Version };
        foreach (var template in DealTemplate.Sheets)
        {
            var sheet = book.Add(template.Name);
            Heading(sheet, template);
            var row = 3;
            foreach (var block in template.Blocks)
            {
                var last = block == template.Blocks[^1];
                row = block.IsForm ? Form(sheet, block, row, deal, template.Blocks.Count > 1) : Table(sheet, block, row, deal, template.Blocks.Count > 1, last);
            }

            if (template.Name == DealTemplate.Guide)
            {
                new GuideSheet(language).Write(sheet, row);
            }
        }

        return book;
    }

    private string In(Words words) => words.In(language);

    private void Heading(Sheet sheet, TemplateSheet template)
    {
        Mark(sheet, 1);
        Mark(sheet, 2);
        sheet.Set(1, Label, Cell.Text(In(template.Title), CellStyle.Title));
        sheet.Height(1, 26);
        sheet.Set(2, Label, Cell.Text(In(template.Note), CellStyle.Subtle));
        sheet.Width(1, 3);
        var table = template.Blocks.FirstOrDefault(block => !block.IsForm);
        var form = template.Blocks.Any(block => block.IsForm);
        for (var i = 0; table is not null && i < table.Fields.Count; i++)
        {
            sheet.Width(Label + i, table.Fields[i].ColumnWidth);
        }

        if (form)
        {
            foreach (var (column, width) in new[] { (Label, 26.0), (Value, 48.0), (Key, 26.0), (Note, 58.0) })
            {
                sheet.Width(column, width);
            }
        }

        var single = template.Blocks.Count == 1;
        sheet.Freeze(single ? 4 : 2, single && !form ? 2 : 0);
        sheet.PagesWide = table is not null && table.Fields.Count > 20 ? 3 : 1;
        sheet.PrintSetup(landscape: true, repeatRows: single ? 4 : 2);
    }

    private static void Mark(Sheet sheet, int row, string mark = Guard) => sheet.Set(row, 1, Cell.Text(mark, CellStyle.Mark));

    private int Titled(Sheet sheet, Block block, int row, bool titled)
    {
        if (titled)
        {
            Mark(sheet, row);
            sheet.Set(row, Label, Cell.Text(In(block.Title), CellStyle.Subtitle));
            row++;
        }

        Mark(sheet, row);
        Mark(sheet, row + 1, block.Mark);
        return row;
    }

    private int Form(Sheet sheet, Block block, int row, DocMap deal, bool titled)
    {
        row = Titled(sheet, block, row, titled);
        var headings = new (int Column, Words Heading, string Key)[]
        {
            (Label, new("项目", "item"), "label"), (Value, new("值", "value"), "value"), (Key, new("键", "key"), "key"), (Note, new("说明", "note"), "note"),
        };
        foreach (var (column, heading, key) in headings)
        {
            sheet.Set(row, column, Cell.Text(In(heading), CellStyle.Header));
            sheet.Set(row + 1, column, Cell.Text(key, CellStyle.Key));
        }

        row += 2;
        var cells = block.Rows(deal, rest)[0];
        for (var i = 0; i < block.Fields.Count; i++, row++)
        {
            var field = block.Fields[i];
            sheet.Set(row, Label, Cell.Text(field.Heading(language), CellStyle.Label));
            sheet.Set(row, Value, cells[i] ?? Cell.Blank(field.Style));
            sheet.Set(row, Key, Cell.Text(field.Key, CellStyle.Key));
            sheet.Set(row, Note, Cell.Text(Explained(field), CellStyle.Note));
            Offer(sheet, field, row, row, Value);
        }

        return row + 1;
    }

    private int Table(Sheet sheet, Block block, int row, DocMap deal, bool titled, bool last)
    {
        row = Titled(sheet, block, row, titled);
        for (var i = 0; i < block.Fields.Count; i++)
        {
            sheet.Set(row, Label + i, Cell.Text(block.Fields[i].Heading(language), CellStyle.Header));
            sheet.Set(row + 1, Label + i, Cell.Text(block.Fields[i].Key, CellStyle.Key));
        }

        var first = row += 2;
        var rows = block.Rows(deal, rest);
        var spare = rows.Count == 0 ? block.Spare : Math.Min(block.Spare, 5);
        for (var r = 0; r < rows.Count + spare; r++, row++)
        {
            for (var i = 0; i < block.Fields.Count; i++)
            {
                sheet.Set(row, Label + i, (r < rows.Count ? rows[r][i] : null) ?? Cell.Blank(block.Fields[i].Style));
            }
        }

        for (var i = 0; i < block.Fields.Count; i++)
        {
            Offer(sheet, block.Fields[i], first, last ? Math.Max(row, first + block.MaxRows) - 1 : row - 1, Label + i);
        }

        return row + 1;
    }

    /// <summary>The drop-down and the hint of a field.</summary>
    private void Offer(Sheet sheet, Field field, int first, int last, int column)
    {
        var offered = field.Offered;
        var free = field.Kind is FieldKind.Texts or FieldKind.TextsOrOne;
        if (offered.Count > 0 && !free)
        {
            sheet.Choices(first, last, column, offered, field.Hint(language), strict: field.Kind is FieldKind.Word or FieldKind.Flag);
        }
        else if (offered.Count > 0 || In(field.Note) is { Length: > 0 })
        {
            sheet.Hint(first, last, column, field.Hint(language));
        }
    }

    private string Explained(Field field) =>
        string.Join(language == Language.En ? "; " : "；", new[] { In(field.Note) ?? "", string.Join(" · ", field.Words.Select(word => $"{word.Word} {In(word.Meaning)}")) }.Where(text => text.Length > 0));
}
