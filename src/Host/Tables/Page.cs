using Spectre.Console;
using Spectre.Console.Rendering;
using Zhirong.Engine.Basics;

namespace Zhirong.Host.Tables;

/// <summary>Tables for people on stdout: colour on a terminal, plain text in a pipe, wide enough never to cut a figure.</summary>
internal static class Page
{
    private static readonly IAnsiConsole Out = Create();

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

    public static void Write(IRenderable part) => Out.Write(part);

    public static void Line(string markup = "") => Out.MarkupLine(markup);

    public static string Plain(string text) => Markup.Escape(text);

    /// <summary>Yuan with thousands separators and fen; a dash for zero.</summary>
    public static string Yuan(long fen) => fen == 0 ? "—" : fen < 0 ? $"[red]{fen / 100m:#,##0.00}[/]" : $"{fen / 100m:#,##0.00}";

    public static string Percent(decimal fraction) => $"{fraction * 100:0.00}%";

    public static void Notes(IReadOnlyList<Refusal> notes, Language language)
    {
        foreach (var note in notes)
        {
            var colour = note.Severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "grey" };
            Line($"[{colour}]{note.Code}[/] {Plain(note.Message.In(language))}");
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
