using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Lending.Registration.Rules;

/// <summary>What becomes of a registration on which a ground lies.</summary>
internal enum GroundKind
{
    /// <summary>It cannot be registered.</summary>
    Hard,

    /// <summary>It can once the defect is mended.</summary>
    Curable,

    /// <summary>It can once the party, told of it, declares that it goes on (告知后声明).</summary>
    Waivable,

    /// <summary>A person has to look.</summary>
    Manual,
}

/// <summary>The checks grounds may name.</summary>
internal enum GroundCheck
{
    PledgorIsHolder,
    InForce,
    Granted,
    FeesPaid,
    NotSuspended,
    DebtWithinTerm,
    ContractComplete,
    CoOwnersAgree,
    NotPledged,
    NoSameDayInvention,
    NoInvalidation,

    /// <summary>No 流质: the right does not simply fall to the pledgee.</summary>
    NoForfeiture,
    SimilarMarksTogether,
    DataHashMatches,
    DebtorConfirmed,
    Other,
}

/// <summary>What is filed.</summary>
internal enum FormKind
{
    Register,
    Change,
    Extend,
    Cancel,
}

/// <summary>A ground of refusal.</summary>
/// <param name="Source">Where in the rule it stands.</param>
/// <param name="Verified">Read in a source, else recalled.</param>
internal sealed record Ground(string Code, GroundCheck Check, GroundKind Kind, Words Title, string Source, bool Verified);

/// <summary>The grounds in force from a day.</summary>
/// <param name="Until">First day no longer; null while in force.</param>
internal sealed record GroundSet(string Id, DateOnly From, DateOnly? Until, string Law, IReadOnlyList<Ground> Grounds)
{
    public bool Covers(DateOnly day) => From <= day && (Until is null || day < Until);
}

/// <summary>How long the registry has for a form, or the parties for a duty, counted from the day after.</summary>
internal sealed record DayLimit(int Days, bool Working, string Law, bool Verified)
{
    /// <summary>The last day. Calendar days are not rolled; working days count make-up days and leave out holidays.</summary>
    public CalendarDay From(DateOnly day, BusinessCalendar calendar) => Working ? calendar.Offset(day, Days) : new(day.AddDays(Days), 0);
}

internal sealed record FormTitle(FormKind Form, Words Title);

/// <summary>A paper that goes with a filing.</summary>
internal sealed record FilingDocument(string Id, Words Title, bool Required);

/// <summary>Whether a registration ends by itself.</summary>
/// <param name="Agreed">It names its last day and ends with it; else it stands until it is cancelled.</param>
internal sealed record TermRule(bool Agreed, int? LeastYears, int? MostYears);

/// <summary>One registry: whose pledges it takes, how long it takes, on which grounds it refuses.</summary>
internal sealed record RegistryRules
{
    public required string Code { get; init; }

    public required Words Title { get; init; }

    public required int Version { get; init; }

    public required string Origin { get; init; }

    public required Words Source { get; init; }

    public required IReadOnlyList<RightKind> Kinds { get; init; }

    /// <summary>A right is in one live pledge at most.</summary>
    public required bool Exclusive { get; init; }

    public required TermRule Term { get; init; }

    public required IReadOnlyDictionary<(FormKind Form, string Channel), DayLimit> Limits { get; init; }

    public required IReadOnlyDictionary<string, DayLimit> Duties { get; init; }

    public required IReadOnlyList<FormTitle> Forms { get; init; }

    public required IReadOnlyList<FilingDocument> Documents { get; init; }

    public required IReadOnlyList<GroundSet> Sets { get; init; }

    public IReadOnlyList<string> Channels => [.. Limits.Keys.Select(k => k.Channel).Distinct(StringComparer.Ordinal)];

    /// <summary>The grounds in force on a day; null before the first that is known.</summary>
    public GroundSet? GroundsOn(DateOnly day) => Sets.FirstOrDefault(s => s.Covers(day));
}

/// <summary>How rules, forms and checks are written in files and answers.</summary>
internal static class RegistryWords
{
    public static IReadOnlyList<string> Kinds { get; } = ["hard", "curable", "waivable", "manual"];

    public static IReadOnlyList<string> Forms { get; } = ["register", "change", "extend", "cancel"];

    public static IReadOnlyList<string> Channels { get; } = ["online", "paper"];

    public static IReadOnlyList<string> Checks { get; } =
    [
        "pledgor_is_holder", "in_force", "granted", "fees_paid", "not_suspended", "debt_within_term", "contract_complete", "co_owners_agree", "not_pledged", "no_same_day_invention", "no_invalidation", "no_forfeiture", "similar_marks_together", "data_hash_matches", "debtor_confirmed", "other",
    ];

    public static string Word(this GroundKind kind) => Kinds[(int)kind];

    public static string Word(this FormKind form) => Forms[(int)form];
}
