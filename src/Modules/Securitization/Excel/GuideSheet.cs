using Zhirong.Engine.Basics;
using Zhirong.Modules.Securitization.Excel.Template;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Excel;

/// <summary>How to fill in the template, and the meaning of every word it uses.</summary>
internal sealed class GuideSheet(Language language)
{
    private static readonly Words[] Rules =
    [
        new("每张表的标题下有一行小字的键，导入只认键：列可以移动、隐藏，标题可以改，键和首列的 # 标记不要动。", "Every heading has a small key beneath. Only keys are read: columns may be moved or hidden and headings changed, but keep the keys and the # marks of the first column."),
        new("金额单位为元，也可以写 2300万、1.45亿、23,000,000；利率与占比为百分数；日期写 2026-01-20。", "Amounts are in yuan; 2300万, 1.45亿 and 23,000,000 are understood. Rates and shares are percentages, dates 2026-01-20."),
        new("有下拉列表的格子从列表中选英文词，粘贴进来的中文含义也能识别；多项写在一格，用逗号分隔。", "Cells with a drop-down take the file's word. Several items stand in one cell, separated by commas."),
        new("不要合并数据格。公式按保存时的结果读入；宏不读取、不执行；不打开任何外部链接。", "Do not merge cells with data. Formulas are taken with their saved value; macros are never run, links never opened."),
        new("资产至多 20,000 户。空行会跳过。没有内容的可选工作表可以留空。", "At most 20,000 obligors. Empty rows are skipped. Sheets that do not apply stay empty."),
        new("导入后逐项列出问题所在的工作表与格子，例如 资产!E12；有错误时不会写入任何内容。", "After the import every problem is listed with sheet and cell, such as 资产!E12; with errors nothing is stored."),
    ];

    public void Write(Sheet sheet, int row)
    {
        row = Title(sheet, row, new("怎么填", "How to fill it in"));
        foreach (var (rule, number) in Rules.Select((rule, i) => (rule, i + 1)))
        {
            Mark(sheet, row);
            sheet.Set(row, 2, Cell.Text($"{number}. {rule.In(language)}", CellStyle.Wrapped));
            sheet.Merge(row, 2, row, 5);
            sheet.Height(row, language == Language.Zh ? 20 : 36);
            row++;
        }

        row = Title(sheet, row + 1, new("工作表", "Sheets"));
        foreach (var template in DealTemplate.Sheets.Skip(1))
        {
            Mark(sheet, row);
            sheet.Set(row, 2, Cell.Text(template.Name, CellStyle.Label));
            sheet.Set(row, 3, Cell.Text(template.Note.In(language), CellStyle.Note));
            sheet.Set(row, 4, Cell.Text(template.Optional ? new Words("可留空", "optional").In(language) : new Words("必填", "required").In(language), CellStyle.Note));
            row++;
        }

        Dictionary(sheet, row + 1);
    }

    private void Dictionary(Sheet sheet, int row)
    {
        row = Title(sheet, row, new("取值的含义", "What the words mean"));
        var seen = new HashSet<string>();
        foreach (var (template, field) in DealTemplate.Sheets.SelectMany(template => template.Blocks.SelectMany(block => block.Fields.Select(field => (template, field)))))
        {
            foreach (var word in field.Words.Where(_ => seen.Add($"{template.Name}/{field.Key}/{_.Word}")))
            {
                Mark(sheet, row);
                sheet.Set(row, 2, Cell.Text($"{template.Name}：{field.Heading(language)}", CellStyle.Label));
                sheet.Set(row, 3, Cell.Text(word.Word, CellStyle.Label));
                sheet.Set(row, 4, Cell.Text(word.Meaning.In(language), CellStyle.Label));
                row++;
            }
        }
    }

    private int Title(Sheet sheet, int row, Words title)
    {
        Mark(sheet, row);
        sheet.Set(row, 2, Cell.Text(title.In(language), CellStyle.Subtitle));
        return row + 1;
    }

    private static void Mark(Sheet sheet, int row) => sheet.Set(row, 1, Cell.Text("#", CellStyle.Mark));
}
