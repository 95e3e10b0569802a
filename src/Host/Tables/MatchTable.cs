using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Matching.Analysis;
using Zhirong.Engine.Matching.Parameters;
using Zhirong.Engine.Matching.Ranking;

namespace Zhirong.Host.Tables;

/// <summary>Listings that fit a need, for people: what matched where, what did not, which conditions others fail.</summary>
internal static class MatchTable
{
    public static void Print(MatchResult made, Language language)
    {
        var zh = language == Language.Zh;
        if (made.Matches.Count > 0)
        {
            Matches(made, zh, language);
        }

        if (made.Failures.Count > 0)
        {
            Failures(made, zh, language);
        }

        if (made.Nowhere.Count > 0)
        {
            Page.Line($"[yellow]{(zh ? "所有挂牌中都没有：" : "In no listing: ")}[/]{Page.Plain(string.Join(zh ? "、" : ", ", made.Nowhere))}");
        }

        Page.Line(zh
            ? $"共 {made.Considered} 项挂牌，符合 {made.Matched} 项，不满足条件 {made.Failed} 项"
            : $"{made.Considered} listings, {made.Matched} fit, {made.Failed} fail a condition");
        foreach (var origin in made.Parameters.Origins)
        {
            var open = origin.Verified ? "" : zh ? "（未核验）" : " (unverified)";
            Page.Line($"[grey]{Page.Plain($"{origin.Name}{open}")} · {Page.Plain(origin.Statement.In(language))}[/]");
        }
    }

    private static void Matches(MatchResult made, bool zh, Language language)
    {
        string[] heads = zh ? ["序号#", "编号", "名称", "权利人", "分数（估计）#", "匹配的词（所在字段 分数）", "IPC", "未出现"] : ["rank#", "id", "title", "owner", "score (estimate)#", "matching words (field, part)", "IPC", "missing"];
        var table = Page.Table(zh ? $"需求 {made.Need.Id} 的匹配" : $"matches of need {made.Need.Id}", heads);
        for (var i = 0; i < made.Matches.Count; i++)
        {
            var m = made.Matches[i];
            table.AddRow($"{i + 1}", Page.Plain(m.Listing.Id), Page.Plain(m.Listing.Title), Page.Plain(m.Listing.Owner), $"{m.Score.Estimate:0.000}", Page.Plain(Words(m, zh, language)), Page.Plain(Ipc(m.Ipc, language)), Page.Plain(string.Join(zh ? "、" : ", ", m.Missing)));
        }

        Page.Write(table);
    }

    /// <summary>The stretches found, then what each field adds.</summary>
    private static string Words(RankedListing ranked, bool zh, Language language)
    {
        var fields = ranked.Words.GroupBy(w => w.Field).OrderBy(g => g.Key).Select(g => $"{g.Key.Title().In(language)} {Score.Sum(g.Select(w => w.Part)).Estimate:0.000}");
        var by = ranked.Words.Select(w => w.Word.By).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var synonyms = by.Count == 0 ? "" : zh ? $"（同义：{string.Join("、", by)}）" : $" (synonyms of {string.Join(", ", by)})";
        return $"{string.Join(zh ? "、" : ", ", ranked.Found)}{synonyms} [{string.Join(zh ? "，" : ", ", fields)}]";
    }

    private static string Ipc(IpcReason? reason, Language language) =>
        reason is null ? "—" : $"{reason.Needed.At(reason.Level)} {reason.Level.Title().In(language)} {reason.Part.Estimate:0.000}";

    private static void Failures(MatchResult made, bool zh, Language language)
    {
        string[] heads = zh ? ["编号", "名称", "分数（估计）#", "不满足的条件"] : ["id", "title", "score (estimate)#", "failed conditions"];
        var table = Page.Table(zh ? "内容相近但不满足条件" : "near in content, failing a condition", heads);
        foreach (var failed in made.Failures)
        {
            var said = failed.Failures.Select(f => $"{f.Condition}{(zh ? "：" : ": ")}{(f.Found.Length == 0 ? zh ? "未知" : "unknown" : f.Found)} ({f.Expected.In(language)})");
            table.AddRow(Page.Plain(failed.Listing.Id), Page.Plain(failed.Listing.Title), $"{failed.Score.Estimate:0.000}", Page.Plain(string.Join("; ", said)));
        }

        Page.Write(table);
    }
}
