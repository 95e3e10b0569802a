using Zhirong.Modules.Assets.Deriving;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>A statement as its row keeps it.</summary>
internal sealed record StatementLine(long Source, string By, DateOnly AsOf, string Print, long At, int Line, string Json)
{
    public static StatementLine Of(Said said, string json) => new(said.Source, said.SourceName.Length > 100 ? said.SourceName[..100] : said.SourceName, said.AsOf, said.Print, said.At, said.Record.Place.Line, json);
}

/// <summary>What of a derived right is written: small, for thousands of them wait while others are written.</summary>
internal sealed class RightSheet
{
    public required string Number { get; init; }

    public required string Office { get; init; }

    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required string? TitleEn { get; init; }

    /// <summary>Who holds it on the day of writing, names one a line.</summary>
    public required string Holder { get; init; }

    public required string? MainClass { get; init; }

    public required string? Family { get; init; }

    public required DateOnly? Filed { get; init; }

    public required DateOnly? Granted { get; init; }

    public required DateOnly? Expires { get; init; }

    public required string? TermRule { get; init; }

    public required string? ParentKey { get; init; }

    public required DateOnly? Newest { get; init; }

    /// <summary>The day from which on, without a gap, some state is known of it.</summary>
    public required DateOnly? KnownFrom { get; init; }

    public required bool Stub { get; init; }

    public required string Words { get; init; }

    public required IReadOnlyList<Standing> Standings { get; init; }

    public required IReadOnlyList<Holder> Holders { get; init; }

    public required IReadOnlyList<Encumbrance> Encumbrances { get; init; }

    public required IReadOnlyList<Asked> Questions { get; init; }

    public static RightSheet Of(DerivedRight right, DateOnly today) => new()
    {
        Number = right.Number,
        Office = right.Facts.Office,
        Kind = right.Facts.Kind?.Word() ?? "",
        Title = right.Title,
        TitleEn = right.Facts.Value("title.en"),
        Holder = string.Join('\n', Model.Holders.On(right.Holders, today).Select(h => h.Name).Distinct(StringComparer.Ordinal)),
        MainClass = right.MainClass,
        Family = right.Facts.Value("family.id"),
        Filed = right.Filed,
        Granted = right.Granted,
        Expires = right.Expires,
        TermRule = right.Term.Rule,
        ParentKey = right.ParentKey,
        Newest = right.Facts.NewestSource,
        KnownFrom = Model.Standings.KnownFrom(right.Standings),
        Stub = right.Stub,
        Words = right.Words(),
        Standings = right.Standings,
        Holders = right.Holders,
        Encumbrances = right.Encumbrances,
        Questions = right.Questions,
    };
}
