using System.Text;
using Zhirong.Modules.Assets.Law;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;

namespace Zhirong.Modules.Assets.Deriving;

/// <summary>Something only a person can say.</summary>
internal sealed record Asked(string Kind, string EventPrint, string Text);

/// <summary>All that follows from what sources say of a right and what happened to it.</summary>
internal sealed record DerivedRight
{
    private static readonly string HolderMark = $"{SearchWords.Holder}";

    public required RightFacts Facts { get; init; }

    public required IReadOnlyList<RightEvent> Events { get; init; }

    public required Term Term { get; init; }

    /// <summary>First day no longer in force: by law, else as a source says.</summary>
    public required DateOnly? Expires { get; init; }

    public required DateOnly? Granted { get; init; }

    public required IReadOnlyList<Standing> Standings { get; init; }

    public required IReadOnlyList<Holder> Holders { get; init; }

    public required IReadOnlyList<Encumbrance> Encumbrances { get; init; }

    public required IReadOnlyList<Asked> Questions { get; init; }

    public DateOnly? Filed => Facts.Date("filing");

    public string? ParentKey => Facts.Parent is { } parent ? NumberKeys.Of(parent with { Use = NumberUse.Application }, Facts.Kind) : null;

    public string Title => Facts.Value("title.zh") ?? Facts.Fields.Where(f => f.Field.StartsWith("title.", StringComparison.Ordinal)).OrderBy(f => f.Field, StringComparer.Ordinal).FirstOrDefault()?.Value ?? "";

    public string? MainClass => (Facts.Value("class.ipc") ?? Facts.Value("class.locarno") ?? Facts.Value("class.nice")) is { Length: > 0 } all ? all.Split("; ")[0] : null;

    /// <summary>Nobody has described it: only events or other records speak of it.</summary>
    public bool Stub => Title.Length == 0 && Facts.Date("filing") is null;

    /// <summary>The number people know it by: the application's, else the strongest there is.</summary>
    public string Number => Facts.Numbers.FirstOrDefault(n => n.Use != NumberUse.Priority) is { } number ? Told(number) : "";

    public StandingFacts StandingFacts => StandingsOf(Facts, Granted, Expires);

    /// <param name="parentFiled">The filing day of the parent application, where the register holds it.</param>
    public static DerivedRight Of(RightFacts facts, IReadOnlyList<RightEvent> events, RegisterLaw law, DateOnly? parentFiled)
    {
        var granted = facts.Date("grant") ?? facts.Date("registration") ?? events.Where(e => e.Effect == RightEffect.Granted).Select(e => (DateOnly?)e.On).Min()
            ?? (facts.Kind is RightKind.SoftwareCopyright or RightKind.WorkCopyright ? facts.Date("first_publication") ?? facts.Date("creation") : null);
        var term = facts.Kind is { } kind ? law.Terms.Of(ForTerm(facts, kind, events, granted, parentFiled)) : new(null, null, null, "", ["kind"]);

        // A source's own last day counts where the law gives none.
        var expires = term.Until ?? facts.Date("expiry")?.AddDays(1);
        return new()
        {
            Facts = facts,
            Events = events,
            Term = term,
            Expires = expires,
            Granted = granted,
            Standings = Model.Standings.Of(StandingsOf(facts, granted, expires), events),
            Holders = Model.Holders.Of(facts, events),
            Encumbrances = Model.Encumbrances.Of(events),
            Questions = [.. events.Where(e => e.Effect == RightEffect.Ambiguous).Select(e => new Asked("ambiguous_event", e.Print(), $"{e.Code} {e.Text}".Trim())),
                .. events.Where(e => e.Effect == RightEffect.TermAdjusted && e.Fact(EventFacts.Days) is null && facts.Value("term_adjustment_days") is null).Select(e => new Asked("term_days", e.Print(), $"{e.Code} {e.Text}".Trim()))],
        };
    }

    /// <summary>The words by which searches find it: titles, numbers, holders under their mark, its class and the rarer of its states.</summary>
    public string Words()
    {
        var text = new StringBuilder(256);
        foreach (var title in Facts.Fields.Where(f => f.Field.StartsWith("title.", StringComparison.Ordinal)).OrderBy(f => f.Field, StringComparer.Ordinal))
        {
            SearchWords.Write(text, title.Value);
        }

        foreach (var number in Facts.Numbers.Where(n => n.Use != NumberUse.Priority))
        {
            text.Append(Digits(number.Text)).Append(' ');
        }

        foreach (var name in Holders.Select(h => h.Name).Distinct(StringComparer.Ordinal))
        {
            SearchWords.Write(text, name, HolderMark);
        }

        if (MainClass is { } main)
        {
            text.Append(SearchWords.OfClass(main)).Append(' ');
        }

        foreach (var mark in Standings.Where(s => SearchWords.Marked(s.State)).Select(s => SearchWords.Of(s.State)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            text.Append(mark).Append(' ');
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>A number as a search word: its letters and digits.</summary>
    internal static string Digits(string number) => new([.. number.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);

    internal static string Told(RightNumber number) => number.Use == NumberUse.Application || number.DocumentKind.Length == 0 ? number.Office == "CN" ? number.Text : $"{number.Office}{number.Text}" : $"{number.Office}{number.Text}{number.DocumentKind}";

    private static StandingFacts StandingsOf(RightFacts facts, DateOnly? granted, DateOnly? expires) => new(facts.Kind, facts.Date("filing"), facts.Date("publication"), granted, expires) { Said = facts.StatusText };

    private static TermFacts ForTerm(RightFacts facts, RightKind kind, IReadOnlyList<RightEvent> events, DateOnly? granted, DateOnly? parentFiled)
    {
        var renewals = events.Where(e => e.Effect == RightEffect.Renewed).ToList();
        var renewed = renewals.Select(e => e.Day(EventFacts.Until)?.AddDays(1)).OfType<DateOnly>().ToList();
        if (kind is RightKind.Trademark or RightKind.GiMark && facts.Date("expiry") is { } last)
        {
            renewed.Add(last.AddDays(1));
        }

        return new(facts.Office, kind)
        {
            Filed = facts.Date("filing"),
            ParentFiled = facts.Date("parent_filing") ?? parentFiled,
            Registered = facts.Date("registration"),
            Granted = granted,
            Created = facts.Date("creation"),
            FirstPublished = facts.Date("first_publication"),
            FirstUsed = facts.Date("first_use"),
            AdjustmentDays = facts.Whole("term_adjustment_days") ?? events.Where(e => e.Effect == RightEffect.TermAdjusted).Sum(e => int.TryParse(e.Fact(EventFacts.Days), out var days) ? days : 0),
            RenewedUntil = renewed,
            Renewals = renewals.Count(e => e.Day(EventFacts.Until) is null),
            AgreementUntil = DateOnly.TryParse(facts.Value("other.agreement_until"), out var agreed) ? agreed : null,
            Woody = facts.Value("other.variety_group") == "woody",
        };
    }
}
