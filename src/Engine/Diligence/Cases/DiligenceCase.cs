using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Facts;

namespace Zhirong.Engine.Diligence.Cases;

/// <summary>What is examined, on which day, for what.</summary>
public sealed record DiligenceCase
{
    public required string Id { get; init; }

    /// <summary>Everything is asked as it is on this day.</summary>
    public required DateOnly Day { get; init; }

    public required DiligencePurpose Purpose { get; init; }

    public required FirmSubject Firm { get; init; }

    public required IReadOnlyList<RightSubject> Rights { get; init; }

    /// <summary>Null where nobody says which products there are.</summary>
    public Known<ProductUse>? Products { get; init; }
}

/// <summary>The firm whose rights they are said to be.</summary>
/// <param name="Names">Today's name first, then former ones: a holder of one of these names is the firm.</param>
public sealed record FirmSubject(string Id, string Code, IReadOnlyList<string> Names, IReadOnlyList<Fact> Answers);

/// <summary>A right with what the register and people know of it; what is null or absent is unknown.</summary>
public sealed record RightSubject
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    /// <summary>A word of <see cref="DiligenceWords.Kinds"/>.</summary>
    public required string Kind { get; init; }

    public required Words Title { get; init; }

    /// <summary>Its part of an appraised value; null where none is given.</summary>
    public Money? Value { get; init; }

    /// <summary>A word of <see cref="DiligenceWords.States"/>.</summary>
    public Fact? State { get; init; }

    public DateOnly? Since { get; init; }

    public string Because { get; init; } = "";

    public DateOnly? Filed { get; init; }

    /// <summary>First day no longer in force by law.</summary>
    public (DateOnly Day, Provenance From)? TermEnd { get; init; }

    public Known<Holder>? Holders { get; init; }

    public Known<Burden>? Burdens { get; init; }

    public Known<FeeDue>? Fees { get; init; }

    public Known<Matter>? Matters { get; init; }

    /// <summary>Facts by name, from the register or a person.</summary>
    public IReadOnlyList<Fact> Answers { get; init; } = [];
}

/// <param name="Share">As a fraction; null where no source says.</param>
public sealed record Holder(string Name, decimal? Share);

/// <summary>权利负担.</summary>
/// <param name="Kind">A word of <see cref="Burdens.Kinds"/>.</param>
/// <param name="Until">First day no longer; null while it stands.</param>
public sealed record Burden(string Kind, string Holder, string RegistrationNo, DateOnly? From, DateOnly? Until)
{
    public bool Stands(DateOnly day) => (From is null || From <= day) && (Until is null || day < Until);
}

/// <summary>The kinds of burdens.</summary>
public static class Burdens
{
    public static IReadOnlyList<string> Kinds { get; } = ["pledge", "freeze", "exclusive_licence", "sole_licence", "ordinary_licence", "open_licence", "licence"];
}

/// <summary>A fee of an office.</summary>
/// <param name="GraceEnd">Last day to pay at all.</param>
public sealed record FeeDue(int Year, DateOnly Due, DateOnly GraceEnd, bool Paid);

/// <summary>A proceeding or dispute about a right.</summary>
/// <param name="Kind">A word of <see cref="Matters.Kinds"/>.</param>
/// <param name="Outcome">A word of <see cref="Matters.Outcomes"/>, seen from the right.</param>
public sealed record Matter(string Kind, DateOnly On, string Outcome, string Text);

/// <summary>The kinds of proceedings and how they end.</summary>
public static class Matters
{
    /// <summary><c>infringed</c>: others use it without leave; <c>accused</c>: its product is said to infringe others.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["invalidation", "revocation", "ownership", "infringed", "accused", "restoration"];

    public static IReadOnlyList<string> Outcomes { get; } = ["pending", "won", "partly", "lost", "settled", "withdrawn"];
}

/// <summary>A product and the rights it uses.</summary>
/// <param name="Rights">Ids of rights of the case.</param>
/// <param name="OnSale">First day on which the public could see or buy it.</param>
/// <param name="Classes">Classes of goods it is sold in (Nice).</param>
public sealed record ProductUse(string Id, Words Title, IReadOnlyList<string> Rights, DateOnly? OnSale, IReadOnlyList<int> Classes, Known<YearIncome>? Income);

public sealed record YearIncome(int Year, Money Revenue, Money? Profit);
