using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>Reads tables row by row: records, refused rows, and at the end the columns nobody read.</summary>
internal static class TableReading
{
    private static readonly string[] AsOfWords = ["查询日期", "数据截止日", "数据日期", "出具日期", "导出日期", "截止日期", "制表日期"];

    private static readonly string[] FootWords = ["合计", "总计", "小计", "共计", "注:", "注1", "备注", "说明", "数据来源", "制表", "填表", "审核", "以上"];

    public static IEnumerable<ReadItem> Read(IReadOnlyList<OpenTable> tables, IReadOnlyList<string> untitled)
    {
        foreach (var sheet in untitled)
        {
            yield return new ReadItem.Unused(sheet);
        }

        foreach (var item in tables.SelectMany(One))
        {
            yield return item;
        }
    }

    private static IEnumerable<ReadItem> One(OpenTable table)
    {
        var reading = new RowReading(table.Head, AsOf(table.Above));
        var unread = new long[table.Head.Titles.Count];
        foreach (var row in table.Rows)
        {
            if (row.Fault is { } fault)
            {
                yield return new ReadItem.Refused(Named(table, fault));
                continue;
            }

            if (table.Head.Repeats(row.Cells))
            {
                continue;
            }

            if (Foot(row.Cells) is { } foot)
            {
                yield return new ReadItem.Unused(foot);
                continue;
            }

            if (Shape(table, row) is { } odd)
            {
                yield return new ReadItem.Refused(Named(table, odd));
                continue;
            }

            var read = reading.Read(row.Cells, row.Line);
            foreach (var warning in reading.Warnings)
            {
                yield return new ReadItem.Warned(Named(table, warning));
            }

            if (!read.Ok)
            {
                yield return new ReadItem.Refused(Named(table, read.Refusals[0]));
                continue;
            }

            Count(table.Head, row.Cells, unread);
            yield return new ReadItem.Taken(read.Value);
        }

        foreach (var column in table.Head.Unread.Where(c => unread[c] > 0))
        {
            yield return new ReadItem.Unused(Folding.Line(table.Head.Titles[column]), unread[column]);
        }
    }

    /// <summary>More cells than titles, with something in them, or a last row that was cut off.</summary>
    private static Refusal? Shape(OpenTable table, TableRow row)
    {
        var titles = table.Head.Titles.Count;
        var last = row.Cells.FindLastIndex(c => c.AsSpan().Trim().Length > 0);
        return last >= titles && table.Sheet.Length == 0 ? ImportRefusals.Shifted(last + 1, titles, row.Line)
            : row.Cells.Count < titles && !table.LastEnded() ? ImportRefusals.CutOff(row.Line)
            : null;
    }

    /// <summary>A row of sums or remarks below the table, by its first word: at most two cells, no number of a right.</summary>
    private static string? Foot(List<string> cells)
    {
        var first = cells.FindIndex(c => c.AsSpan().Trim().Length > 0);
        if (first < 0 || cells.Count(c => c.AsSpan().Trim().Length > 0) > 2)
        {
            return null;
        }

        var text = Folding.Line(cells[first]);
        return Array.Find(FootWords, w => text.StartsWith(w, StringComparison.Ordinal));
    }

    private static void Count(TableHead head, List<string> cells, long[] unread)
    {
        foreach (var column in head.Unread)
        {
            if (column < cells.Count && cells[column].Length > 0)
            {
                unread[column]++;
            }
        }
    }

    /// <summary>With the sheet in the path, where there are sheets.</summary>
    private static Refusal Named(OpenTable table, Refusal refusal) =>
        table.Sheet.Length == 0 ? refusal : refusal with { Path = refusal.Path.Length == 0 ? table.Sheet : $"{table.Sheet}!{refusal.Path}" };

    /// <summary>The day stated above the titles: a label with the day in the next cell or behind a colon.</summary>
    private static DateOnly? AsOf(IReadOnlyList<List<string>> above)
    {
        foreach (var row in above)
        {
            var texts = row.Select(Folding.Line).Where(t => t.Length > 0).ToList();
            for (var i = 0; i < texts.Count; i++)
            {
                var colon = texts[i].IndexOf(':', StringComparison.Ordinal);
                var label = Folding.Key(colon < 0 ? texts[i] : texts[i][..colon]);
                var value = colon >= 0 && colon < texts[i].Length - 1 ? texts[i][(colon + 1)..] : i + 1 < texts.Count ? texts[i + 1] : "";
                if (AsOfWords.Contains(label) && DayText.Read(value, out var day) == DayOutcome.Day)
                {
                    return day;
                }
            }
        }

        return null;
    }
}
