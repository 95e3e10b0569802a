using Zhirong.Engine.Matching.Analysis;

namespace Zhirong.Engine.Matching.Parameters;

/// <summary>The fields of a listing that are searched.</summary>
public enum ListingField
{
    Title,
    Keywords,
    Abstract,
    Claim,
    Owner,
}

/// <summary>The names of the fields, in files and for people.</summary>
public static class ListingFields
{
    public const int Count = 5;

    public static IReadOnlyList<string> Keys { get; } = ["title", "keywords", "abstract", "claim", "owner"];

    public static string Key(this ListingField field) => Keys[(int)field];

    public static Basics.Words Title(this ListingField field) => field switch
    {
        ListingField.Title => new("名称", "title"),
        ListingField.Keywords => new("关键词", "keywords"),
        ListingField.Abstract => new("摘要", "abstract"),
        ListingField.Claim => new("权利要求", "claim"),
        _ => new("权利人", "owner"),
    };
}

/// <summary>What a field counts.</summary>
/// <param name="Weight">Occurrences count this many times, 0 to 100.</param>
/// <param name="B">How far a long field is held against it: 0 not at all, 1 in full.</param>
public sealed record FieldWeight(decimal Weight, decimal B);

/// <summary>The figures of the ranking: versioned data that an institution may put its own in place of.</summary>
/// <param name="K1">How soon further occurrences of a word stop counting; above 0.</param>
/// <param name="Fields">One for each <see cref="ListingField"/>, in its order.</param>
/// <param name="TextWord">What a word of the need's text counts.</param>
/// <param name="KeywordWord">What a keyword of the need counts.</param>
/// <param name="IpcShare">What full agreement of the IPC counts, as a share of what the need's words could reach.</param>
/// <param name="Closeness">Closeness of each <see cref="IpcLevel"/>, 0 to 1, never falling from level to level.</param>
public sealed record MatchWeights(
    DataOrigin Origin, decimal K1, IReadOnlyList<FieldWeight> Fields, decimal TextWord, decimal KeywordWord, decimal IpcShare, IReadOnlyList<decimal> Closeness)
{
    public FieldWeight Of(ListingField field) => Fields[(int)field];

    public decimal Of(IpcLevel level) => Closeness[(int)level];
}

/// <summary>All the data a ranking goes by.</summary>
public sealed record MatchParameters(MatchWeights Weights, StopWords Stops, Synonyms Synonyms)
{
    public IEnumerable<DataOrigin> Origins => [Weights.Origin, Stops.Origin, Synonyms.Origin];
}
