using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Host.Tables;

/// <summary>Lint findings for people.</summary>
internal static class FindingTable
{
    public static void Print(string path, DealDefinition deal, IReadOnlyList<Refusal> findings, Language language)
    {
        var zh = language == Language.Zh;
        var table = Page.Table($"{deal.Id} {path}", zh ? "级别" : "severity", zh ? "代码" : "code", zh ? "行#" : "line#", zh ? "位置" : "path", zh ? "说明" : "message");
        foreach (var finding in findings)
        {
            var (colour, word) = finding.Severity switch
            {
                Severity.Error => ("red", zh ? "错误" : "error"),
                Severity.Warning => ("yellow", zh ? "警告" : "warning"),
                _ => ("grey", zh ? "提示" : "info"),
            };
            table.AddRow($"[{colour}]{word}[/]", finding.Code, $"{finding.Line}", Page.Plain(finding.Path), Page.Plain(finding.Sentence(language)));
        }

        Page.Write(table);
        var errors = findings.Count(f => f.Severity == Severity.Error);
        Page.Line(zh
            ? $"{(errors == 0 ? "[green]可以运行[/]" : $"[red]{errors} 个错误[/]")} · {findings.Count(f => f.Severity == Severity.Warning)} 个警告 · {findings.Count(f => f.Severity == Severity.Info)} 个提示"
            : $"{(errors == 0 ? "[green]ready to run[/]" : $"[red]{errors} error(s)[/]")} · {findings.Count(f => f.Severity == Severity.Warning)} warning(s) · {findings.Count(f => f.Severity == Severity.Info)} info");
    }
}
