using System.Text.RegularExpressions;
using Spectre.Console;
using Zhirong.Cases;
using Zhirong.Cases.Reading;
using Zhirong.Cases.Values;
using Zhirong.Engine.Basics;

namespace Zhirong.Host.Tables;

/// <summary>Cases for people: published beside computed, then totals, assumptions on demand.</summary>
internal static partial class CaseTable
{
    public static void Print(IReadOnlyList<CaseDefinition> cases, Language language)
    {
        var zh = language == Language.Zh;
        var table = Page.Table(zh ? "案例" : "Cases", "id", zh ? "名称" : "title", zh ? "环节" : "parts", zh ? "检查#" : "checks#", zh ? "变式#" : "variations#");
        foreach (var definition in cases)
        {
            table.AddRow(definition.Id, Page.Plain(definition.Title.In(language)), string.Join(zh ? "、" : ", ", definition.Parts.Select(p => p.Key)), $"{definition.Checks.Count}", $"{definition.Variations.Count}");
        }

        Page.Write(table);
    }

    public static void Print(CaseRun run, Language language, bool records)
    {
        var zh = language == Language.Zh;
        Page.Line($"[bold]{Page.Plain(run.Case.Id)}  {Page.Plain(run.Case.Title.In(language))}[/]");
        string[] heads = [zh ? "结果" : "status", zh ? "事项" : "item", zh ? "公布" : "published", zh ? "比较" : "compared", zh ? "计算" : "computed"];
        string[] details = Page.IsNarrow ? [] : [zh ? "性质" : "kind", zh ? "环节" : "part", "id"];
        var table = Page.Table(zh ? "公布与计算" : "Published and computed", [.. heads, .. details]);
        foreach (var result in run.Checks)
        {
            string[] cells =
            [
                Status(result.Status, zh),
                Page.Plain(result.Check.Title.In(language)),
                Page.Plain(Published(result.Check, zh)),
                Compared(result.Check.Comparator, zh),
                Page.Plain(result.Output is { } output ? Shown(output.Value, language) : MissingRooms.Waiting(result.Check.Needs!).In(language)),
                Kind(result.Check.Kind, zh),
                Page.Plain(result.Check.Part),
                Page.Plain(result.Check.Id),
            ];
            table.AddRow(cells[..(heads.Length + details.Length)]);
        }

        Page.Write(table);
        Formulas(run, language);
        CostTable.Print(run, language);
        if (records)
        {
            RecordTable.Print(run.Records, zh);
        }

        Page.Line(zh ? $"[grey]假设 {run.Case.Assumptions.Count} 项，取值与理由见案例文件或 --json[/]" : $"[grey]{run.Case.Assumptions.Count} assumptions; values and reasons in the case file or --json[/]");
        Page.Line(Totals(run, zh));
    }

    private static string Published(CheckDefinition check, bool zh) => check.Comparator == Comparator.Accepted
        ? zh ? "受理" : "accepted"
        : string.Join(zh ? "、" : ", ", check.Published);

    /// <summary><c>inputs 6/6, derived 9/9, observed 4/4</c>, in Chinese before.</summary>
    public static string Totals(CaseRun run, bool zh)
    {
        string Of(CheckKind kind) => $"{run.Total(kind).Pass}/{run.Total(kind).Of}";
        var english = $"inputs {Of(CheckKind.Input)}, derived {Of(CheckKind.Derived)}, observed {Of(CheckKind.Observed)}";
        return zh ? $"录入 {Of(CheckKind.Input)}，推算 {Of(CheckKind.Derived)}，观察 {Of(CheckKind.Observed)}  [grey]{english}[/]" : english;
    }

    /// <summary>How each figure that did not pass was computed.</summary>
    private static void Formulas(CaseRun run, Language language)
    {
        foreach (var result in run.Checks.Where(c => c.Status == CheckStatus.Fail))
        {
            Page.Line($"[red]{Page.Plain(result.Check.Id)}[/] {Page.Plain(Separated(result.Output!.Formula.In(language)))}");
            if (result.Output.From.Count > 0)
            {
                Page.Line($"  [grey]{(language == Language.Zh ? "取自 " : "from ")}{Page.Plain(string.Join(", ", result.Output.From.Take(8)))}{(result.Output.From.Count > 8 ? " …" : "")}[/]");
            }
        }
    }

    private static string Kind(CheckKind kind, bool zh) => kind switch
    {
        CheckKind.Input => zh ? "录入" : "input",
        CheckKind.Derived => zh ? "推算" : "derived",
        _ => zh ? "观察" : "observed",
    };

    private static string Status(CheckStatus status, bool zh) => status switch
    {
        CheckStatus.Pass => $"[green]{(zh ? "通过" : "pass")}[/]",
        CheckStatus.Fail => $"[red]{(zh ? "不符" : "fail")}[/]",
        _ => $"[yellow]{(zh ? "待接" : "open")}[/]",
    };

    private static string Compared(Comparator comparator, bool zh) => comparator switch
    {
        Comparator.Equals => "=",
        Comparator.Near => zh ? "近" : "near",
        Comparator.Over => zh ? "余/多/超" : "over",
        Comparator.AboutPercent => zh ? "±2个百分点" : "±2 points",
        Comparator.AtMost => "≤",
        Comparator.AtLeast => "≥",
        Comparator.Below => "<",
        Comparator.Above => ">",
        Comparator.Contains => zh ? "含" : "contains",
        Comparator.Between => zh ? "介于" : "between",
        Comparator.Accepted => zh ? "应受理" : "accepted",
        _ => zh ? "应拒绝" : "refused",
    };

    private static string Shown(CaseValue value, Language language) => value.Kind switch
    {
        ValueKind.Money => $"{value.Number:#,##0.00}",
        ValueKind.Rate => Percent(value.Number),
        ValueKind.Number => $"{value.Number:#,##0.####}",
        ValueKind.List => string.Join(language == Language.Zh ? "、" : ", ", value.Items),
        ValueKind.Decision => Separated(value.Said!.Value.In(language)),
        _ => value.In(language),
    };

    /// <summary>A stated rate as written, a computed one to four decimals.</summary>
    public static string Percent(decimal fraction) =>
        decimal.Round(fraction, 6) == fraction ? $"{fraction * 100m:0.00##}%" : $"{fraction * 100m:0.0000}%";

    /// <summary>Amounts inside a sentence with thousands separators.</summary>
    private static string Separated(string text) => Amount().Replace(text, m => $"{decimal.Parse(m.Value):#,##0.00}");

    [GeneratedRegex(@"(?<![\d.])\d{4,}\.\d\d(?!\d)")]
    private static partial Regex Amount();
}
