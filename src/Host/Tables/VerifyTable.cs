using System.Text.Json;
using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage.Care;

namespace Zhirong.Host.Tables;

/// <summary>What a check of the database found.</summary>
internal static class VerifyTable
{
    public static void Print(string target, IReadOnlyList<StoreCheck> checks, Language language)
    {
        var zh = language == Language.Zh;
        var table = Page.Table(target, zh ? "检查" : "check", zh ? "结果" : "result", zh ? "笔数#" : "records#", zh ? "内容" : "what holds", zh ? "不符" : "wrong");
        foreach (var check in checks)
        {
            table.AddRow(
                check.Name,
                check.Holds ? zh ? "[green]相符[/]" : "[green]holds[/]" : zh ? "[red]不符[/]" : "[red]wrong[/]",
                check.NotCompared == 0 ? $"{check.Looked:N0}" : zh ? $"{check.Looked:N0}（{check.NotCompared:N0} 未能比对）" : $"{check.Looked:N0} ({check.NotCompared:N0} not compared)",
                Page.Plain(check.Title.In(language)),
                Page.Plain(string.Join(", ", check.Wrong)));
        }

        Page.Write(table);
        var wrong = checks.Count(c => !c.Holds);
        Page.Line(wrong == 0 ? zh ? "[green]全部相符[/]" : "[green]everything agrees[/]" : zh ? $"[red]{wrong} 项不符[/]" : $"[red]{wrong} check(s) failed[/]");
    }

    /// <summary><c>zhirong/db-verify/v1</c>.</summary>
    public static void Json(Utf8JsonWriter writer, IReadOnlyList<StoreCheck> checks, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", "zhirong/db-verify/v1");
        writer.WriteBoolean("passed", checks.All(c => c.Holds));
        writer.WriteStartArray("checks");
        foreach (var check in checks)
        {
            writer.WriteStartObject();
            writer.WriteString("name", check.Name);
            writer.WriteBoolean("holds", check.Holds);
            writer.WriteNumber("records", check.Looked);
            writer.WriteNumber("notCompared", check.NotCompared);
            writer.WriteString("title", check.Title.In(language));
            writer.WriteStartArray("wrong");
            foreach (var name in check.Wrong)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
