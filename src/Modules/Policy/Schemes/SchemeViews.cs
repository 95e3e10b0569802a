using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy.Schemes;

/// <summary>A scheme in a list.</summary>
/// <param name="Kind"><c>subsidy</c> or <c>share</c>.</param>
/// <param name="Number">Of its newest text; 0 is the one shipped with the product.</param>
/// <param name="Complete">Whether the published text shows all its figures.</param>
public sealed record SchemeRow(string Kind, string Code, int Number, string Version, string Title, string Jurisdiction, string Policy, string Source, DateOnly Dated, bool Verified, bool Complete, bool Own, string? SavedAt, string? SavedBy)
{
    internal static SchemeRow Of(ShelvedScheme s, Language language)
    {
        var head = s.Scheme.Head;
        return new(s.Scheme.Kind, head.Id, s.Number, head.Version, head.Title.In(language), head.Jurisdiction, head.Policy, head.Source, head.Dated, head.Verified, head.Open.Count == 0, s.Kept is not null, s.Kept is { } kept ? Instant.Text(kept.SavedAt) : null, s.Kept?.SavedBy);
    }
}

public sealed record SchemeList(IReadOnlyList<SchemeRow> Rows);

/// <summary>A line of a rule in words.</summary>
/// <param name="Part">eligibility, window, item, group, pool, party, trigger, limit, filing.</param>
/// <param name="Source">Where its figures were read; empty: where the scheme was.</param>
public sealed record RuleLine(string Part, string Title, string Text, string Source = "");

/// <summary>A fact a scheme asks for.</summary>
/// <param name="Kind">money, number, date, flag, word.</param>
public sealed record SchemeFactView(string Name, string Title, string Kind, IReadOnlyList<string> Words, bool Used);

/// <summary>A text of a scheme.</summary>
/// <param name="From">The first day it counts; null: always.</param>
/// <param name="InForce">Whether cases begun today go by it.</param>
public sealed record SchemeVersionView(int Number, string Version, int? Parent, string? Reason, string? SavedAt, string? SavedBy, DateOnly? From, bool InForce);

/// <summary>A scheme as it is opened: its text, the rule in words, the facts it asks for, what is not published.</summary>
public sealed record SchemeDetail(SchemeRow Row, string Text, IReadOnlyList<string> Open, IReadOnlyList<RuleLine> Lines, IReadOnlyList<SchemeFactView> Facts, IReadOnlyList<string> Caps, IReadOnlyList<SchemeVersionView> Versions)
{
    internal static SchemeDetail Of(ShelvedScheme s, IReadOnlyList<ShelvedScheme> texts, DateOnly today, Language language)
    {
        var (rule, counts) = (s.Scheme, SchemeShelf.InForce(texts, today));
        var vocabulary = rule.Aid?.Vocabulary ?? rule.Share!.Vocabulary;
        var used = rule.Aid is { } aid ? SchemeWords.Facts(aid) : SchemeWords.Facts(rule.Share!);
        return new(
            SchemeRow.Of(s, language), rule.Text, [.. rule.Head.Open.Select(o => o.In(language))],
            rule.Aid is { } lines ? SchemeWords.Of(lines, language) : SchemeWords.Of(rule.Share!, language),
            [.. vocabulary.Facts.Select(f => new SchemeFactView(f.Name, f.Title.In(language), SchemeFact.KindWords[(int)f.Kind], f.Words, used.Contains(f.Name)))],
            rule.Aid?.CountedCaps ?? rule.Share!.CountedLimits,
            [.. texts.Select(t => new SchemeVersionView(t.Number, t.Scheme.Head.Version, t.Kept?.Parent, t.Kept?.Reason, t.Kept is { } kept ? Instant.Text(kept.SavedAt) : null, t.Kept?.SavedBy, t.From, t == counts))]);
    }
}
