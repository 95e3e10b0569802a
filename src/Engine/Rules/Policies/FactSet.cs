using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Rules.Policies;

/// <summary>A fact as a file gives it.</summary>
/// <param name="Value">The value's node; null when it is said to be not known.</param>
/// <param name="Source">Where it comes from; empty when nobody says.</param>
/// <param name="Date">The source's day; null when nobody says.</param>
/// <param name="Place">Where it stands.</param>
public sealed record FactEntry(DocNode? Value, string Source, DateOnly? Date, Placed Place);

/// <summary>An application as it was stored: its facts by name, not yet bound to a policy.</summary>
/// <param name="Id">The application's.</param>
/// <param name="Day">The day of decision.</param>
/// <param name="Entries">The facts in file order.</param>
/// <param name="Hash">SHA-256 of the content, key order and comments aside.</param>
public sealed record ApplicationFacts(string Id, DateOnly Day, IReadOnlyList<KeyValuePair<string, FactEntry>> Entries, string Hash);

/// <summary>Why a fact is not known.</summary>
public enum Absence
{
    /// <summary>It is known.</summary>
    None,

    /// <summary>Nobody gave it.</summary>
    NotGiven,

    /// <summary>Its source is older than the policy allows.</summary>
    TooOld,

    /// <summary>The policy asks how old it is, and nobody says.</summary>
    Undated,
}

/// <summary>An application's facts bound to the declarations of one policy.</summary>
/// <param name="Id">The application's.</param>
/// <param name="Day">The day of decision.</param>
/// <param name="Values">By the declarations' order; unknown where not known.</param>
/// <param name="Absences">Why, by the same order.</param>
/// <param name="Hash">Of the application's content.</param>
public sealed record FactSet(string Id, DateOnly Day, IReadOnlyList<RuleValue> Values, IReadOnlyList<Absence> Absences, string Hash);
