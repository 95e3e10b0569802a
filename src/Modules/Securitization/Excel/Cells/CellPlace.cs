using System.Globalization;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Securitization.Excel.Template;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Excel.Cells;

/// <summary>Finds the cell behind a path of a deal that was read from a workbook: its nodes carry row and column as line and column.</summary>
internal static class CellPlace
{
    public static string? Of(DocNode deal, IReadOnlyDictionary<string, string> sheets, string path)
    {
        var steps = path.Split('.');
        var template = DealTemplate.Sheets.SelectMany(sheet => sheet.Blocks.SelectMany(block => block.Places.Select(place => (sheet.Name, Place: place))))
            .Where(pair => pair.Place.Length > 0 && (path == pair.Place || path.StartsWith($"{pair.Place}.", StringComparison.Ordinal)))
            .OrderByDescending(pair => pair.Place.Length).Select(pair => pair.Name).FirstOrDefault();
        if (template is null || !sheets.TryGetValue(template, out var sheet))
        {
            return null;
        }

        DocNode? placed = null;
        DocNode? at = deal;
        for (var i = 0; i < steps.Length && at is not null; i++)
        {
            at = at switch
            {
                DocMap map => map[steps[i]],
                DocList list => Item(list, steps[i]),
                _ => null,
            };
            placed = at is { Line: > 1 } ? at : placed;
        }

        return placed is null ? null : $"{sheet}!{CellAddress.Of(placed.Line, placed.Column)}";
    }

    private static DocNode? Item(DocList list, string step) =>
        list.Items.FirstOrDefault(item => (item as DocMap)?["id"] is DocScalar id && id.Text == step)
        ?? (int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count ? list.Items[index] : null);
}
