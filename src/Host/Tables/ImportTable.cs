using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;

namespace Zhirong.Host.Tables;

/// <summary>What an import read, for people: counts, the first rights, the first refusals, what was left unread.</summary>
internal static class ImportTable
{
    private const int Shown = 20;

    public static void Print(ImportReport report, Language language)
    {
        var zh = language == Language.Zh;
        Page.Line(zh
            ? $"读入 {report.Taken:N0} 条，其中 {report.Merged:N0} 条并入已有权利；共 {report.RightCount:N0} 项权利；拒绝 {report.RefusedCount:N0}，提示 {report.WarningCount:N0}"
            : $"{report.Taken:N0} records taken, {report.Merged:N0} of them joined to a right already named; {report.RightCount:N0} rights; {report.RefusedCount:N0} refused, {report.WarningCount:N0} warnings");
        if (report.Rights.Count > 0)
        {
            var table = Page.Table(zh ? "权利" : "rights", zh ? "号码" : "number", zh ? "类别" : "kind", zh ? "名称" : "title", zh ? "申请日" : "filed", zh ? "权利人" : "owner", zh ? "事件#" : "events#");
            foreach (var right in report.Rights.Take(Shown))
            {
                var record = right.Record;
                table.AddRow(
                    Page.Plain(right.Key), record.Kind?.Title().In(language) ?? "—", Page.Plain(record.Titles.Count > 0 ? Cut(record.Titles[0].Text) : "—"),
                    record.Dates.FirstOrDefault(d => d.Field == "filing") is { } filed ? $"{filed.On:yyyy-MM-dd}" : "—",
                    Page.Plain(Cut(record.Parties.FirstOrDefault(p => p.Role == PartyRole.Owner)?.Name ?? record.Parties.FirstOrDefault(p => p.Role == PartyRole.Applicant)?.Name ?? "—")), $"{record.Events.Count}");
            }

            Page.Write(table);
            More(report.RightCount, zh);
        }

        Reasons(zh ? "拒绝" : "refused", report.Refused, report.RefusedCount, language);
        Reasons(zh ? "提示" : "warnings", report.Warnings, report.WarningCount, language);
        Unused(report.Unused, language);
    }

    public static void Reasons(string title, IReadOnlyList<(string File, Refusal Reason)> reasons, long count, Language language)
    {
        if (reasons.Count == 0)
        {
            return;
        }

        Page.Line($"[bold]{title}[/]");
        foreach (var (file, reason) in reasons.Take(Shown))
        {
            Page.Line(Page.Plain(Answer.Line(file, reason, language)));
        }

        More(count, language == Language.Zh);
    }

    public static void Unused(IReadOnlyDictionary<string, long> unused, Language language)
    {
        if (unused.Count > 0)
        {
            var names = string.Join(language == Language.Zh ? "、" : ", ", unused.OrderByDescending(u => u.Value).ThenBy(u => u.Key, StringComparer.Ordinal).Take(Shown).Select(u => $"{u.Key} {u.Value:N0}"));
            Page.Line($"[grey]{(language == Language.Zh ? "未用到" : "unused")}[/] {Page.Plain(names)}");
            More(unused.Count, language == Language.Zh);
        }
    }

    private static void More(long count, bool zh)
    {
        if (count > Shown)
        {
            Page.Line(zh ? $"[grey]… 另有 {count - Shown:N0}[/]" : $"[grey]… and {count - Shown:N0} more[/]");
        }
    }

    private static string Cut(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 39), "…");
}
