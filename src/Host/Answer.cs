using System.Text.Encodings.Web;
using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Host.Tables;

namespace Zhirong.Host;

/// <summary>The exit codes of the contract.</summary>
internal static class Exit
{
    public const int Done = 0;
    public const int No = 1;
    public const int BadInput = 2;
    public const int OurFault = 3;
}

/// <summary>Writes results to stdout and refusals to stderr, in one way for every verb.</summary>
internal static class Answer
{
    private static readonly JsonWriterOptions JsonOptions = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>One JSON object and a line end.</summary>
    public static void Json(Action<Utf8JsonWriter> write)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, JsonOptions))
        {
            write(writer);
        }

        memory.WriteByte((byte)'\n');
        using var stdout = Console.OpenStandardOutput();
        memory.WriteTo(stdout);
    }

    /// <summary>The same for an answer of any length, written while it is made: what writes it must not fail, and flushes after each part.</summary>
    public static void LongJson(Action<Utf8JsonWriter> write)
    {
        using var stdout = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(stdout, JsonOptions))
        {
            write(writer);
        }

        stdout.WriteByte((byte)'\n');
    }

    /// <summary>Each refusal on a line: <c>file:line:column path code sentence</c>.</summary>
    public static int Refuse(string file, IReadOnlyList<Refusal> refusals, Language language, int exit = Exit.BadInput)
    {
        foreach (var refusal in refusals)
        {
            Console.Error.WriteLine(Line(file, refusal, language));
        }

        return exit;
    }

    public static string Line(string file, Refusal refusal, Language language) =>
        $"{(file == "-" ? "<stdin>" : file)}:{Math.Max(1, refusal.Line)}:{Math.Max(1, refusal.Column)}: {(refusal.Path.Length == 0 ? "." : refusal.Path)} {refusal.Code} {Page.Printable(refusal.Sentence(language))}";

    /// <summary>Writes the fields of one finding or refusal.</summary>
    public static void Finding(Utf8JsonWriter writer, Refusal finding, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("code", finding.Code);
        writer.WriteString("severity", finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" });
        writer.WriteString("path", finding.Path);
        writer.WriteNumber("line", Math.Max(1, finding.Line));
        writer.WriteNumber("column", Math.Max(1, finding.Column));
        writer.WriteString("message", finding.Sentence(language));
        writer.WriteString("found", finding.Found);
        writer.WriteString("expected", finding.Expected.In(language));
        writer.WriteEndObject();
    }
}
