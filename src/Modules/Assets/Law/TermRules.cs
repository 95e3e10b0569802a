using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Assets.Law;

/// <summary>The days a term may be counted from, as words of the rules' file.</summary>
public enum TermStart
{
    Filing,
    Registration,
    Grant,
    Creation,
    FirstPublication,
    FirstUse,
}

/// <summary>How long rights of one category last.</summary>
/// <param name="FiledFrom">Of rights filed on this day or later; null for any.</param>
/// <param name="FiledBefore">Of rights filed before this day.</param>
/// <param name="GrantedFrom">Of rights granted on this day or later.</param>
/// <param name="Years">Null where only the agreement counts.</param>
/// <param name="WoodyYears">Of trees and vines.</param>
/// <param name="From">What it is counted from.</param>
/// <param name="Or">What else, where that is unknown.</param>
/// <param name="Earlier">What it is counted from where that is earlier.</param>
/// <param name="AtMostYears">It ends by then, counted from <paramref name="AtMostFrom"/>.</param>
/// <param name="YearEnd">It ends with the last day of the year.</param>
/// <param name="Renewable">Renewals add as many years each.</param>
/// <param name="Adjustable">The office may add days.</param>
/// <param name="Agreement">The end an agreement names counts where it is earlier.</param>
public sealed record TermRule(
    string Id, string Office, RightKind Kind, DateOnly? FiledFrom, DateOnly? FiledBefore, DateOnly? GrantedFrom, int? Years, int? WoodyYears, TermStart? From, TermStart? Or, TermStart? Earlier, int? AtMostYears, TermStart? AtMostFrom, bool YearEnd, bool Renewable, bool Adjustable, bool Agreement, string Law);

/// <summary>What a term is computed from.</summary>
public sealed record TermFacts(string Office, RightKind Kind)
{
    public DateOnly? Filed { get; init; }

    /// <summary>Of the application a divisional was divided from: its term runs from there.</summary>
    public DateOnly? ParentFiled { get; init; }

    public DateOnly? Registered { get; init; }

    public DateOnly? Granted { get; init; }

    public DateOnly? Created { get; init; }

    public DateOnly? FirstPublished { get; init; }

    public DateOnly? FirstUsed { get; init; }

    public int AdjustmentDays { get; init; }

    /// <summary>Ends of renewed terms, first days no longer in force.</summary>
    public IReadOnlyList<DateOnly> RenewedUntil { get; init; } = [];

    /// <summary>How many renewals are recorded without saying until when.</summary>
    public int Renewals { get; init; }

    /// <summary>The last day the source agreement names.</summary>
    public DateOnly? AgreementUntil { get; init; }

    /// <summary>Trees and vines among plant varieties.</summary>
    public bool Woody { get; init; }
}

/// <summary>A term by law.</summary>
/// <param name="From">The day it is counted from.</param>
/// <param name="Until">First day no longer in force; null where the facts do not suffice.</param>
/// <param name="Rule">The rule's id; null where none is known.</param>
/// <param name="Missing">The facts that are missing.</param>
public sealed record Term(DateOnly? From, DateOnly? Until, string? Rule, string Law, IReadOnlyList<string> Missing)
{
    /// <summary>The last day in force.</summary>
    public DateOnly? LastDay => Until?.AddDays(-1);

    /// <summary>Years left on a day, at least nothing.</summary>
    public decimal? YearsLeft(DateOnly day) => Until is { } end ? Math.Max(0, Math.Round((end.DayNumber - day.DayNumber) / 365.25m, 4)) : null;
}

/// <summary>Terms as data: the first rule that fits a right counts.</summary>
public sealed class TermRules(int version, IReadOnlyList<TermRule> rules)
{
    public int Version { get; } = version;

    public IReadOnlyList<TermRule> All { get; } = rules;

    public Term Of(TermFacts facts)
    {
        var filed = Filed(facts);
        var fitting = All.Where(r => r.Office == facts.Office && r.Kind == facts.Kind).ToList();
        if (fitting.Count == 0)
        {
            return new(null, null, null, "", ["rule"]);
        }

        // A law that changed on a day cannot be chosen without that day.
        if (filed is null && fitting.Exists(r => r.FiledFrom is not null || r.FiledBefore is not null))
        {
            return new(null, null, null, "", ["filing"]);
        }

        var rule = fitting.FirstOrDefault(r => (r.FiledFrom is null || filed >= r.FiledFrom) && (r.FiledBefore is null || filed < r.FiledBefore) && (r.GrantedFrom is null || facts.Granted >= r.GrantedFrom));
        return rule is null ? new(null, null, null, "", ["rule"]) : Of(rule, facts);
    }

    private static Term Of(TermRule rule, TermFacts facts)
    {
        if (rule.From is not { } start)
        {
            return new(null, facts.AgreementUntil?.AddDays(1), rule.Id, rule.Law, facts.AgreementUntil is null ? ["agreement_until"] : []);
        }

        var from = Day(start, facts) ?? (rule.Or is { } or ? Day(or, facts) : null);
        if (rule.Earlier is { } earlier && Day(earlier, facts) is { } other && (from is null || other < from))
        {
            from = other;
        }

        if (from is not { } begin)
        {
            return new(null, rule.Agreement ? facts.AgreementUntil?.AddDays(1) : null, rule.Id, rule.Law, [Word(start)]);
        }

        var years = facts.Woody && rule.WoodyYears is { } woody ? woody : rule.Years ?? 0;
        var until = rule.YearEnd ? new DateOnly(begin.Year + years + 1, 1, 1) : begin.AddYears(years);
        if (rule.Renewable)
        {
            until = facts.RenewedUntil.Append(begin.AddYears(years * (1 + facts.Renewals))).Max();
        }

        if (rule is { AtMostYears: { } most, AtMostFrom: { } mostFrom } && Day(mostFrom, facts) is { } made && made.AddYears(most) < until)
        {
            until = made.AddYears(most);
        }

        until = rule.Adjustable ? until.AddDays(facts.AdjustmentDays) : until;
        return new(begin, rule.Agreement && facts.AgreementUntil?.AddDays(1) is { } agreed && agreed < until ? agreed : until, rule.Id, rule.Law, []);
    }

    /// <summary>Never guessed from a number: a divisional's carries the year of the division.</summary>
    private static DateOnly? Filed(TermFacts facts) => facts.ParentFiled is { } parent && (facts.Filed is null || parent < facts.Filed) ? parent : facts.Filed;

    private static DateOnly? Day(TermStart start, TermFacts facts) => start switch
    {
        TermStart.Filing => Filed(facts),
        TermStart.Registration => facts.Registered ?? facts.Granted,
        TermStart.Grant => facts.Granted ?? facts.Registered,
        TermStart.Creation => facts.Created,
        TermStart.FirstPublication => facts.FirstPublished,
        _ => facts.FirstUsed,
    };

    internal static IReadOnlyList<string> StartWords { get; } = ["filing", "registration", "grant", "creation", "first_publication", "first_use"];

    private static string Word(TermStart start) => StartWords[(int)start];
}
