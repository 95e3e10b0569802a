using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>The row of titles of a table: which column holds which field.</summary>
internal sealed class TableHead
{
    /// <summary>The titles stand within the first so many rows.</summary>
    public const int Rows = 60;

    private static readonly int[] Nowhere = [];

    private readonly int[][] columns;

    private TableHead(int row, IReadOnlyList<string> titles, IReadOnlyList<RightsField?> fields)
    {
        (Row, Titles) = (row, titles);
        columns = [.. Enumerable.Range(0, RightsFields.Words.Count).Select(f => fields.Index().Where(c => c.Item == (RightsField)f).Select(c => c.Index).ToArray())];
        columns = [.. columns.Select(c => c.Length == 0 ? Nowhere : c)];
        Unread = [.. fields.Index().Where(c => c.Item is null && titles[c.Index].Length > 0).Select(c => c.Index)];
        Known = fields.Count(f => f is not null);
    }

    /// <summary>Zero-based among the rows looked at.</summary>
    public int Row { get; }

    public IReadOnlyList<string> Titles { get; }

    /// <summary>Columns with a title nobody knows.</summary>
    public IReadOnlyList<int> Unread { get; }

    /// <summary>How many columns are known.</summary>
    public int Known { get; }

    public bool Has(RightsField field) => columns[(int)field].Length > 0;

    public int[] Columns(RightsField field) => columns[(int)field];

    /// <summary>The first row that knows most titles, a number's among them; null when there is none. Titles may run over two rows.</summary>
    public static TableHead? Find(IReadOnlyList<List<string>> rows, HeaderAliases aliases)
    {
        var best = default(TableHead);
        for (var r = 0; r < rows.Count && r < Rows; r++)
        {
            var head = Of(rows, r, aliases);
            var numbered = RightsFields.Numbers.Any(head.Has);

            // Of two rows of titles one below the other the lower one, whose columns are named more exactly.
            if (numbered && (head.Known >= 2 || (best is null && IsList(rows, r))) && (best is null || head.Known > best.Known || (head.Known == best.Known && best.Row == r - 1)))
            {
                best = head;
            }
        }

        return best;
    }

    /// <summary>Whether a row repeats the titles, as at the top of each printed page.</summary>
    public bool Repeats(List<string> cells) =>
        cells.Count >= 2 && cells.Index().All(c => c.Item.Length == 0 || (c.Index < Titles.Count && c.Item.AsSpan().Trim().SequenceEqual(Titles[c.Index])));

    /// <summary>A title alone in its row, with a number below: a plain list of numbers.</summary>
    private static bool IsList(IReadOnlyList<List<string>> rows, int r) =>
        rows[r].Count(t => t.AsSpan().Trim().Length > 0) == 1 && r + 1 < rows.Count && rows[r + 1].Count(t => t.AsSpan().Trim().Length > 0) == 1
        && rows[r + 1].FindIndex(t => t.AsSpan().ContainsAnyInRange('0', '9')) is var at && at >= 0 && at < rows[r].Count && rows[r][at].Length > 0;

    /// <summary>Beside a pledgor or pledgee, 登记号 is the pledge's number, not a right's.</summary>
    private static List<RightsField?> Pledged(List<string> titles, List<RightsField?> fields)
    {
        if (fields.Contains(RightsField.Pledgee) || fields.Contains(RightsField.Pledgor))
        {
            for (var c = 0; c < fields.Count; c++)
            {
                fields[c] = fields[c] == RightsField.RegistrationNumber && Folding.Key(titles[c]) is "登记号" or "登记编号" ? RightsField.PledgeNumber : fields[c];
            }
        }

        return fields;
    }

    private static TableHead Of(IReadOnlyList<List<string>> rows, int r, HeaderAliases aliases)
    {
        var fields = new List<RightsField?>();
        var titles = new List<string>();
        for (var c = 0; c < rows[r].Count; c++)
        {
            var own = rows[r][c].Trim();
            var above = r > 0 && c < rows[r - 1].Count ? rows[r - 1][c].Trim() : "";
            titles.Add(own.Length > 0 ? own : above);
            fields.Add(own.Length == 0 && r > 0 && rows[r].Exists(t => t.Length > 0) ? aliases.Find(above)
                : above.Length == 0 || above == own ? aliases.Find(own)
                : aliases.Find(above + own) ?? aliases.Find(own) ?? aliases.Find(own + above));
        }

        return new(r, titles, Pledged(titles, fields));
    }
}
