using Zhirong.Modules.Securitization.Excel.Cells;
using Zhirong.Modules.Securitization.Excel.Template;
using Zhirong.Modules.Securitization.Excel.Trees;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Excel;

/// <summary>Goes by the template sheet by sheet, finds each table by its key row, and reads what is there.</summary>
internal sealed class DealSheetReader(WorkbookContent content)
{
    private readonly Findings findings = new();
    private readonly Branch deal = new();
    private readonly List<SheetReport> report = [];
    private readonly Dictionary<TemplateSheet, SheetContent> found = [];

    public DealImport Read()
    {
        Match();
        if (found.Count == 0 || !found.Values.Any(HasMark))
        {
            return new()
            {
                Refusals = [ExcelRefusals.NotTemplate(string.Join(", ", content.Sheets.Take(8).Select(sheet => sheet.Name)))],
                Report = [],
            };
        }

        Tell();
        foreach (var template in DealTemplate.Sheets)
        {
            var before = findings.Errors;
            var taken = found.TryGetValue(template, out var sheet) ? Sheet(template, sheet) : Missing(template);
            report.Add(new(template.Name, taken, findings.Errors - before));
        }

        deal.Sort(DealTemplate.RootKeys);
        deal.Child("pool")?.Sort(DealTemplate.PoolKeys);
        return new() { Document = findings.Errors == 0 ? deal.Node() : null, Refusals = findings.List, Report = report };
    }

    private static bool HasMark(SheetContent sheet) => sheet.Cells.Any(cell => Marks.Contains(cell.Text));

    private static readonly HashSet<string> Marks = [.. DealTemplate.Sheets.SelectMany(sheet => sheet.Blocks).Select(block => block.Mark)];

    /// <summary>Sheets by their names, then by their key rows, then by names that look alike.</summary>
    private void Match()
    {
        foreach (var template in DealTemplate.Sheets)
        {
            if (content.Sheets.FirstOrDefault(sheet => sheet.Name.Trim() == template.Name) is { } sheet)
            {
                found[template] = sheet;
            }
        }

        foreach (var template in DealTemplate.Sheets.Where(template => !found.ContainsKey(template)))
        {
            var free = content.Sheets.Where(sheet => !found.ContainsValue(sheet)).ToList();
            var marks = template.Blocks.Select(block => block.Mark).ToHashSet();
            if ((free.Find(sheet => sheet.Cells.Any(cell => marks.Contains(cell.Text))) ?? free.Find(sheet => Alike(sheet.Name, template.Name))) is { } sheet)
            {
                found[template] = sheet;
                findings.Add(ExcelRefusals.Renamed(template.Name, sheet.Name));
            }
        }
    }

    private static bool Alike(string name, string expected) =>
        name.Contains(expected, StringComparison.Ordinal) || (name.Length >= 2 && expected.Contains(name, StringComparison.Ordinal));

    private void Tell()
    {
        if (content.Macros)
        {
            findings.Add(ExcelRefusals.MacrosIgnored());
        }

        if (content.Links)
        {
            findings.Add(ExcelRefusals.LinksIgnored());
        }

        foreach (var sheet in content.Sheets.Where(sheet => !found.ContainsValue(sheet) && !sheet.Hidden))
        {
            findings.Add(ExcelRefusals.SheetIgnored(sheet.Name));
        }
    }

    private int Missing(TemplateSheet template)
    {
        findings.Add(template.Optional ? ExcelRefusals.SheetEmpty(template.Name) : ExcelRefusals.MissingSheet(template.Name));
        return 0;
    }

    private int Sheet(TemplateSheet template, SheetContent sheet)
    {
        var grid = new SheetGrid(sheet);
        var taken = 0;
        foreach (var block in template.Blocks)
        {
            var places = grid.Marked(block.Mark);
            if (places.Count == 0)
            {
                findings.Add(ExcelRefusals.MissingTable(sheet.Name, block.Mark, block.Title.Zh));
                continue;
            }

            foreach (var again in places.Skip(1))
            {
                findings.Add(ExcelRefusals.TableTwice($"{sheet.Name}!{again.Address}", block.Mark));
            }

            var cells = new CellValue(sheet.Name, findings);
            var rows = new BlockReader(grid, block, places[0], cells, findings).Read();
            block.Put(deal, rows, cells, findings);
            taken += block.IsForm ? rows.Sum(row => row.Values.Count(value => value is not null)) : rows.Count;
        }

        return taken;
    }
}
