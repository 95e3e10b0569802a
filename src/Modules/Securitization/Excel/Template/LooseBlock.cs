using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Securitization.Excel.Cells;
using Zhirong.Modules.Securitization.Excel.Trees;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Excel.Template;

/// <summary>Everything no other table has a column for, as path, kind and value; read after all the others.</summary>
internal sealed class LooseBlock(string mark, Words title) : Block(mark, title, DealFields.Loose)
{
    public override IReadOnlyList<Cell?[]> Rows(DocMap deal, Leftovers rest)
    {
        rest.Rest(deal);
        return
        [
            .. rest.Values.Select(value => new Cell?[]
            {
                Cell.Text(TextList.Guarded(value.Path), Fields[0].Style),
                Cell.Text(value.Kind, Fields[1].Style),
                value.Kind is "map" or "list" ? null : Cell.Text(TextList.Guarded(value.Value), Fields[2].Style),
            }),
        ];
    }

    public override void Put(Branch deal, IReadOnlyList<BlockRow> rows, CellValue cells, Findings findings)
    {
        Branch? last = null;
        foreach (var row in rows)
        {
            if (row.Values is not [DocScalar path, DocScalar kind, var value])
            {
                continue;
            }

            var at = new ReadCell(row.Row, path.Column, ReadKind.Text, path.Text, false);
            var text = (value as DocScalar)?.Text ?? "";
            if (kind.Text == "more")
            {
                if (last?.Append(text) is not true)
                {
                    findings.Add(ExcelRefusals.BadPath(cells.At(at), path.Text));
                }

                continue;
            }

            last = Find(deal, path.Text);
            if (last is null)
            {
                findings.Add(ExcelRefusals.BadPath(cells.At(at), path.Text));
            }
            else if (!Fill(last, kind.Text, text, row.Row, path.Column))
            {
                findings.Add(ExcelRefusals.PathTaken(cells.At(at), path.Text));
            }
        }
    }

    private static bool Fill(Branch branch, string kind, string text, int line, int column) => kind switch
    {
        "map" => branch.Become(asList: false),
        "list" => branch.Become(asList: true),
        _ => branch.Put(new DocScalar(text, kind == "text" && PlainText.LooksTyped(text), line, column)),
    };

    private static Branch? Find(Branch deal, string path)
    {
        Branch? at = deal;
        foreach (var step in DocPath.Read(path) ?? [])
        {
            at = step.Kind switch
            {
                PathStepKind.Key => at?.Child(step.Text),
                PathStepKind.Index => at?.Item(step.Index),
                _ => at?.Item(step.Text),
            };
        }

        return at == deal ? null : at;
    }
}
