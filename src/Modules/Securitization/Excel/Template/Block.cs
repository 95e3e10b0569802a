using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Securitization.Excel.Cells;
using Zhirong.Modules.Securitization.Excel.Trees;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Excel.Template;

/// <summary>One row that was read: the values in the order of the block's fields, null where blank or refused.</summary>
internal sealed record BlockRow(int Row, DocNode?[] Values);

/// <summary>One table or form of the template: how a deal becomes its rows, and its rows a deal.</summary>
/// <param name="mark">The word of its key row, such as <c>#obligors</c>.</param>
internal abstract class Block(string mark, Words title, IReadOnlyList<Field> fields)
{
    public string Mark { get; } = mark;

    public Words Title { get; } = title;

    public IReadOnlyList<Field> Fields { get; } = fields;

    /// <summary>A form lists its fields one below the other and has one set of values.</summary>
    public virtual bool IsForm => false;

    public int MaxRows { get; init; } = 1000;

    /// <summary>Blank rows offered below the data of an empty table.</summary>
    public int Spare { get; init; } = 12;

    /// <summary>The rows of a deal; what has no cell goes to <paramref name="rest"/>.</summary>
    public abstract IReadOnlyList<Cell?[]> Rows(DocMap deal, Leftovers rest);

    /// <summary>Puts what was read into the deal.</summary>
    public abstract void Put(Branch deal, IReadOnlyList<BlockRow> rows, CellValue cells, Findings findings);

    protected static void PutRow(Branch item, BlockRow row, IReadOnlyList<Field> fields, int from = 0)
    {
        for (var i = from; i < fields.Count; i++)
        {
            if (row.Values[i] is { } value)
            {
                item.At(fields[i].Key).Put(value);
            }
        }
    }

    /// <summary>The rows of a list of maps; null when it cannot be a table, and then nothing is taken from it.</summary>
    protected List<Cell?[]>? ListRows(DocNode? node, string path, Leftovers rest, Func<int, IEnumerable<Cell?>>? before = null)
    {
        if (node is not DocList { Items.Count: > 0 } list || list.Items.Any(item => item is not DocMap))
        {
            return null;
        }

        var rows = new List<Cell?[]>();
        var standing = new List<HashSet<string>>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            var first = before?.Invoke(i).ToList() ?? [];
            var own = new HashSet<string>();
            var cells = Fields.Skip(first.Count).Select(field => Written((DocMap)list.Items[i], field, own)).ToList();
            if (own.Count == 0)
            {
                return null;
            }

            rows.Add([.. first, .. cells]);
            standing.Add(own);
        }

        rest.Take(path);
        var ids = list.Items.Select(item => (item.At("id") as DocScalar)?.Text).ToList();
        var known = ids.OfType<string>().CountBy(id => id).ToDictionary();
        for (var i = 0; i < list.Items.Count; i++)
        {
            var id = ids[i] is { } own && known[own] == 1 && standing[i].Contains("id") ? own : null;
            rest.Rest((DocMap)list.Items[i], DocPath.Item(path, i, id), standing[i]);
        }

        return rows;
    }

    private static Cell? Written(DocMap item, Field field, HashSet<string> own)
    {
        if (item.At(field.Key) is not { } node || FieldCell.Write(field, node) is not { } cell || cell.Kind == CellKind.Blank)
        {
            return null;
        }

        own.Add(field.Key);
        return cell;
    }
}

/// <summary>Single values under one path of the deal.</summary>
internal sealed class FormBlock(string mark, Words title, string path, IReadOnlyList<Field> fields) : Block(mark, title, fields)
{
    public override bool IsForm => true;

    public override IReadOnlyList<Cell?[]> Rows(DocMap deal, Leftovers rest)
    {
        var cells = new Cell?[Fields.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var full = path.Length == 0 ? Fields[i].Key : $"{path}.{Fields[i].Key}";
            if (deal.At(full) is { } node && FieldCell.Write(Fields[i], node) is { } cell && cell.Kind != CellKind.Blank)
            {
                cells[i] = cell;
                rest.Take(full);
            }
        }

        return [cells];
    }

    public override void Put(Branch deal, IReadOnlyList<BlockRow> rows, CellValue cells, Findings findings)
    {
        if (rows.Count > 0 && rows[0].Values.Any(value => value is not null))
        {
            PutRow(deal.At(path), rows[0], Fields);
        }
    }
}

/// <summary>A list of maps, one row for each item.</summary>
internal sealed class TableBlock(string mark, Words title, string path, IReadOnlyList<Field> fields) : Block(mark, title, fields)
{
    public override IReadOnlyList<Cell?[]> Rows(DocMap deal, Leftovers rest) => ListRows(deal.At(path), path, rest) ?? [];

    public override void Put(Branch deal, IReadOnlyList<BlockRow> rows, CellValue cells, Findings findings)
    {
        foreach (var row in rows)
        {
            PutRow(deal.At(path).Add()!, row, Fields);
        }
    }
}

/// <summary>All orders of payment in one table: the first column says which, the second where in it.</summary>
internal sealed class OrderBlock(string mark, Words title) : Block(mark, title, DealFields.Steps)
{
    private const string Path = "waterfalls";

    public override IReadOnlyList<Cell?[]> Rows(DocMap deal, Leftovers rest) =>
        [.. DealWords.Mode.SelectMany(mode => ListRows(deal.At($"{Path}.{mode.Word}"), $"{Path}.{mode.Word}", rest, i => [Cell.Text(mode.Word, Fields[0].Style), Cell.Number(i + 1, Fields[1].Style)]) ?? [])];

    public override void Put(Branch deal, IReadOnlyList<BlockRow> rows, CellValue cells, Findings findings)
    {
        foreach (var mode in DealWords.Mode)
        {
            var last = 0m;
            var steps = rows.Where(row => (row.Values[0] as DocScalar)?.Text == mode.Word)
                .Select(row => (Row: row, Number: last = Number(row) ?? last)).OrderBy(step => step.Number).ToList();
            foreach (var step in steps)
            {
                PutRow(deal.At($"{Path}.{mode.Word}").Add()!, step.Row, Fields, from: 2);
            }
        }
    }

    private static decimal? Number(BlockRow row) => row.Values[1] is DocScalar scalar && FieldReader.TryNumber(scalar.Text, out var number) ? number : null;
}

/// <summary>A map whose keys are free: one row for each.</summary>
internal sealed class PartyBlock(string mark, Words title) : Block(mark, title, DealFields.Parties)
{
    private const string Path = "parties";

    public override IReadOnlyList<Cell?[]> Rows(DocMap deal, Leftovers rest)
    {
        if (deal.At(Path) is not DocMap { Entries.Count: > 0 } parties)
        {
            return [];
        }

        var rows = new List<Cell?[]>();
        var own = new HashSet<string>();
        foreach (var entry in parties.Entries)
        {
            if (entry.Value is DocScalar { IsNull: false } && FieldCell.Write(Fields[1], entry.Value) is { } cell)
            {
                rows.Add([Cell.Text(TextList.Guarded(entry.Key), Fields[0].Style), cell]);
                own.Add(DocPath.Key("", entry.Key));
            }
            else if (entry.Value is DocScalar { IsNull: true } nobody)
            {
                // A role without a name still is a role.
                rest.Values.Add(new(DocPath.Key(Path, entry.Key), "plain", nobody.Text));
            }
        }

        rest.Take(Path);
        rest.Rest(parties, Path, own);
        return rows;
    }

    public override void Put(Branch deal, IReadOnlyList<BlockRow> rows, CellValue cells, Findings findings)
    {
        foreach (var row in rows)
        {
            if (row.Values is [DocScalar role, { } name] && deal.At(Path).Child(role.Text)!.Put(name) is false)
            {
                findings.Add(ExcelRefusals.KeyTwice(cells.At(new(row.Row, role.Column, ReadKind.Text, "", false)), role.Text, Path));
            }
        }
    }
}

/// <summary>A list of scalars, one row for each.</summary>
internal sealed class DateListBlock(string mark, Words title, string path, IReadOnlyList<Field> fields) : Block(mark, title, fields)
{
    public override IReadOnlyList<Cell?[]> Rows(DocMap deal, Leftovers rest)
    {
        if (deal.At(path) is not DocList { Items.Count: > 0 } list || list.Items.Any(item => item is not DocScalar { IsNull: false }))
        {
            return [];
        }

        rest.Take(path);
        return [.. list.Items.Select(item => new[] { FieldCell.Write(Fields[0], item) })];
    }

    public override void Put(Branch deal, IReadOnlyList<BlockRow> rows, CellValue cells, Findings findings)
    {
        foreach (var row in rows)
        {
            if (row.Values[0] is { } date)
            {
                deal.At(path).Add()!.Put(date);
            }
        }
    }
}

/// <summary>The version of the template; no part of the deal.</summary>
internal sealed class VersionBlock(string mark, Words title, IReadOnlyList<Field> fields, string version) : Block(mark, title, fields)
{
    public override bool IsForm => true;

    public override IReadOnlyList<Cell?[]> Rows(DocMap deal, Leftovers rest) => [[Cell.Text(version, CellStyle.Text)]];

    public override void Put(Branch deal, IReadOnlyList<BlockRow> rows, CellValue cells, Findings findings)
    {
        var found = rows.Count > 0 ? rows[0].Values[0] as DocScalar : null;
        if (found?.Text != version)
        {
            findings.Add(ExcelRefusals.WrongVersion(cells.At(new(found?.Line ?? 1, found?.Column ?? 1, ReadKind.Text, "", false)), found?.Text ?? "—", version));
        }
    }
}
