using System.Text.Json;
using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Host.Doctor;

namespace Zhirong.Host.Tables;

/// <summary>What the self-check found.</summary>
internal static class DoctorTable
{
    public static void Print(IReadOnlyList<Symptom> symptoms, Language language)
    {
        var zh = language == Language.Zh;
        var table = Page.Table(zh ? "自检" : "Self-check", zh ? "项目" : "what", zh ? "结果" : "result", zh ? "情况" : "found", zh ? "怎么办" : "what to do");
        foreach (var symptom in symptoms)
        {
            table.AddRow(Page.Plain(symptom.Title.In(language)), Mark(symptom.Seriousness, zh), Page.Plain(symptom.Found.In(language)), Page.Plain(symptom.Advice?.In(language) ?? ""));
        }

        Page.Write(table);
        var (failures, warnings) = (symptoms.Count(s => s.Seriousness == Seriousness.Failure), symptoms.Count(s => s.Seriousness == Seriousness.Warning));
        Page.Line(failures > 0 ? zh ? $"[red]{failures} 项须处理[/]，{warnings} 项须留意" : $"[red]{failures} to be mended[/], {warnings} to be watched"
            : zh ? $"[green]可以使用[/]，{warnings} 项须留意" : $"[green]ready[/], {warnings} to be watched");
    }

    /// <summary><c>zhirong/doctor/v1</c>.</summary>
    public static void Json(Utf8JsonWriter writer, IReadOnlyList<Symptom> symptoms, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", "zhirong/doctor/v1");
        writer.WriteBoolean("passed", symptoms.All(s => s.Seriousness != Seriousness.Failure));
        writer.WriteStartArray("checks");
        foreach (var symptom in symptoms)
        {
            writer.WriteStartObject();
            writer.WriteString("name", symptom.Name);
            writer.WriteString("state", symptom.Seriousness switch { Seriousness.Ok => "ok", Seriousness.Warning => "warning", _ => "failure" });
            writer.WriteString("title", symptom.Title.In(language));
            writer.WriteString("found", symptom.Found.In(language));
            writer.WriteString("advice", symptom.Advice?.In(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Mark(Seriousness grade, bool zh) => grade switch
    {
        Seriousness.Ok => zh ? "[green]正常[/]" : "[green]ok[/]",
        Seriousness.Warning => zh ? "[yellow]留意[/]" : "[yellow]watch[/]",
        _ => zh ? "[red]处理[/]" : "[red]mend[/]",
    };
}
