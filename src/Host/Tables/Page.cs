using Spectre.Console;
using Spectre.Console.Rendering;
using Zhirong.Engine.Basics;

namespace Zhirong.Host.Tables;

/// <summary>Tables for people on stdout: colour on a terminal, plain text in a pipe, wide enough never to cut a figure.</summary>
internal static class Page
{
    private static readonly IAnsiConsole Out = Create();

    /// <summary>A terminal that holds the main columns of a table only.</summary>
    public static bool IsNarrow => Out.Profile.Width < 150;

    public static Table Table(string title, params ReadOnlySpan<string> heads)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(title)), UseSafeBorder = false };
        foreach (var head in heads)
        {
            var numeric = head.EndsWith('#');
            var column = new TableColumn(Markup.Escape(numeric ? head[..^1] : head)) { NoWrap = numeric, Alignment = numeric ? Justify.Right : Justify.Left };
            table.AddColumn(column);
        }

        return table;
    }

    /// <summary>
    /// A table that may be wider than the terminal: columns go on in further tables, each beginning with the first
    /// <paramref name="keep"/> columns.
    /// </summary>
    public static void Wide(string title, IReadOnlyList<string> heads, IReadOnlyList<string[]> rows, int keep)
    {
        var widths = heads.Select((h, c) => rows.Select(r => Width(r[c])).Append(Width(h)).Max() + 3).ToList();
        var kept = widths.Take(keep).Sum() + 2;
        var from = keep;
        while (from < heads.Count)
        {
            var (to, width) = (from, kept);
            while (to < heads.Count && (to == from || width + widths[to] <= Out.Profile.Width))
            {
                width += widths[to++];
            }

            var columns = Enumerable.Range(0, keep).Concat(Enumerable.Range(from, to - from)).ToList();
            var table = Table(from == keep ? title : $"{title} …", [.. columns.Select(c => heads[c])]);
            rows.ToList().ForEach(r => table.AddRow([.. columns.Select(c => r[c])]));
            Write(table);
            from = to;
        }
    }

    /// <summary>Cells a text takes, markup aside; a Chinese character takes two.</summary>
    private static int Width(string markup) => Markup.Remove(markup).Sum(c => c >= 0x1100 ? 2 : 1);

    public static void Write(IRenderable part) => Out.Write(part);

    public static void Line(string markup = "") => Out.MarkupLine(markup);

    /// <summary>Text from a file: never markup, never a control character that a terminal would obey.</summary>
    public static string Plain(string text) => Markup.Escape(Printable(text));

    public static string Printable(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : text;

    /// <summary>Yuan with thousands separators and fen; a dash for zero.</summary>
    public static string Yuan(long fen) => fen == 0 ? "—" : fen < 0 ? $"[red]{fen / 100m:#,##0.00}[/]" : $"{fen / 100m:#,##0.00}";

    public static string Percent(decimal fraction) => $"{fraction * 100:0.00}%";

    public static void Notes(IReadOnlyList<Refusal> notes, Language language)
    {
        foreach (var note in notes)
        {
            var colour = note.Severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "grey" };
            Line($"[{colour}]{note.Code}[/] {Plain(note.Sentence(language))}");
        }
    }

    private static IAnsiConsole Create()
    {
        var piped = Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = piped ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = piped ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (piped)
        {
            console.Profile.Width = 220;
        }

        return console;
    }
}
