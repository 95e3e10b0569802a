using System.Text.Json;
using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Proof;

namespace Zhirong.Host.Tables;

/// <summary>A report on evidence: a table for people, <c>zhirong/proof-report/v1</c> for programs.</summary>
internal static class ProofTable
{
    /// <summary>A longer report shows people only what did not pass.</summary>
    private const int MostRows = 60;

    public static void Print(string path, ProofReport report, Language language)
    {
        var zh = language == Language.Zh;
        var shown = report.Checks.Count <= MostRows ? report.Checks : [.. report.Checks.Where(check => check.State != CheckState.Pass)];
        var table = Page.Table(Page.Printable(path), zh ? "结果" : "result", zh ? "检查" : "check", zh ? "说明" : "message");
        foreach (var check in shown)
        {
            table.AddRow(State(check.State, zh), Page.Plain(check.Name), Page.Plain(check.Message.In(language)));
        }

        if (shown.Count > 0)
        {
            Page.Write(table);
        }

        foreach (var check in report.Checks.Where(check => check.State == CheckState.Fail))
        {
            Page.Line($"[red]{Page.Plain(check.Name)}[/]");
            Page.Line($"  {(zh ? "实际" : "found")}  {Page.Plain(check.Found ?? "—")}");
            Page.Line($"  {(zh ? "应为" : "expected")}  {Page.Plain(check.Expected ?? "—")}");
        }

        Summary(report, zh);
    }

    private static void Summary(ProofReport report, bool zh)
    {
        var (passed, failed, skipped) = (Count(report, CheckState.Pass), Count(report, CheckState.Fail), Count(report, CheckState.Skipped));
        var verdict = (report.Passed, report.IsPinned) switch
        {
            (false, _) => zh ? "[red]证据不成立[/]" : "[red]the evidence does not hold[/]",
            (true, true) => zh ? "[green]证据成立[/]" : "[green]the evidence holds[/]",
            _ => zh ? "[yellow]文件自身一致，签名者未核实（用 --log 给出可信公钥）[/]" : "[yellow]the file agrees with itself; the signer is not pinned (give a trusted key file with --log)[/]",
        };
        Page.Line(zh ? $"{verdict} · {passed} 项通过 · {failed} 项不通过 · {skipped} 项未检查" : $"{verdict} · {passed} passed · {failed} failed · {skipped} skipped");
    }

    private static int Count(ProofReport report, CheckState state) => report.Checks.Count(check => check.State == state);

    private static string State(CheckState state, bool zh) => state switch
    {
        CheckState.Pass => zh ? "[green]通过[/]" : "[green]pass[/]",
        CheckState.Fail => zh ? "[red]不通过[/]" : "[red]FAIL[/]",
        _ => zh ? "[yellow]未检查[/]" : "[yellow]skipped[/]",
    };

    public static void Write(Utf8JsonWriter writer, ProofReport report, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", "zhirong/proof-report/v1");
        writer.WriteBoolean("passed", report.Passed);
        writer.WriteBoolean("pinned", report.IsPinned);
        writer.WriteStartArray("checks");
        foreach (var check in report.Checks)
        {
            writer.WriteStartObject();
            writer.WriteString("name", check.Name);
            writer.WriteString("state", check.State switch { CheckState.Pass => "pass", CheckState.Fail => "fail", _ => "skipped" });
            writer.WriteString("found", check.Found);
            writer.WriteString("expected", check.Expected);
            writer.WriteString("message", check.Message.In(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
