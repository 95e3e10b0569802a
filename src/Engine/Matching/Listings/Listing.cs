using Zhirong.Engine.Basics;
using Zhirong.Engine.Matching.Analysis;

namespace Zhirong.Engine.Matching.Listings;

/// <summary>A right somebody offers. What is not known is null, an empty list or an empty text.</summary>
public sealed record Listing
{
    /// <summary>Names the listing, once in a file.</summary>
    public required string Id { get; init; }

    /// <summary>The right's number.</summary>
    public string Number { get; init; } = "";

    /// <summary>Null where nobody says; one of <see cref="ListingWords.Kinds"/>.</summary>
    public string? Kind { get; init; }

    public string Title { get; init; } = "";

    public string Abstract { get; init; } = "";

    /// <summary>The first claim.</summary>
    public string Claim { get; init; } = "";

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public string Owner { get; init; } = "";

    public IReadOnlyList<IpcSymbol> Ipc { get; init; } = [];

    /// <summary>Classes of designs (Locarno) as written; they are kept and not weighed.</summary>
    public IReadOnlyList<string> Locarno { get; init; } = [];

    /// <summary>Technology readiness level, 1 to 9.</summary>
    public int? Readiness { get; init; }

    public bool? InForce { get; init; }

    /// <summary>How it may be had; words of <see cref="ListingWords.Modes"/>.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    public Money? Price { get; init; }

    /// <summary>The text of a field that is searched; keywords one a line.</summary>
    public string Text(Parameters.ListingField field) => field switch
    {
        Parameters.ListingField.Title => Title,
        Parameters.ListingField.Keywords => string.Join('\n', Keywords),
        Parameters.ListingField.Abstract => Abstract,
        Parameters.ListingField.Claim => Claim,
        _ => Owner,
    };
}

/// <summary>The words of listings and of what needs ask of them.</summary>
public static class ListingWords
{
    public static IReadOnlyList<string> Kinds { get; } = ["invention", "utility_model", "design", "trademark", "gi_mark", "software", "work", "ic_layout", "data_ip", "plant_variety"];

    /// <summary>Assignment, licences (Patent Law art. 50 for the open one), a share in a firm.</summary>
    public static IReadOnlyList<string> Modes { get; } = ["transfer", "exclusive_licence", "sole_licence", "licence", "open_licence", "investment"];
}
