using System.Text.Json;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Listings;

/// <summary>A file of listings.</summary>
/// <param name="Code">The file's own id.</param>
/// <param name="Day">The day its listings are of.</param>
/// <param name="Listings">Rights listed.</param>
public sealed record ListingFileRow(Guid Id, string Code, string Name, DateOnly? Day, string Source, string Sha256, int Listings, string At, string By)
{
    internal static ListingFileRow Of(ListingFile f) => new(f.Id, f.Code, f.Name, f.Day, f.Source, f.Sha256, f.Listings, Instant.Text(f.At), f.By);
}

public sealed record ListingFileList(IReadOnlyList<ListingFileRow> Rows);

/// <summary>A right somebody listed that the register holds as well.</summary>
public sealed record ListedRight(string Listing, Guid Right);

/// <summary>How a listed right may be had, for what is shown.</summary>
public sealed record ListedTerms(string Listing, IReadOnlyList<string> Modes, string? Price, int? Readiness, bool? InForce);

/// <summary>The rights of a file that fit a need.</summary>
/// <param name="Result"><c>zhirong/match/v1</c>.</param>
/// <param name="Rights">Of those shown, which the register holds.</param>
public sealed record MatchedListings(ListingFileRow File, JsonElement Result, IReadOnlyList<ListedRight> Rights, IReadOnlyList<ListedTerms> Terms);

/// <summary>A shortlist.</summary>
/// <param name="Text">What was looked for.</param>
public sealed record ShortlistRow(Guid Id, string Name, Guid FileId, string FileCode, string Text, int Count, string At, string By);

public sealed record ShortlistList(IReadOnlyList<ShortlistRow> Rows);

/// <summary>A right of a shortlist.</summary>
/// <param name="Found">Stretches of the need that stand in it.</param>
/// <param name="Ipc">The closest pair of symbols; empty where none is near.</param>
/// <param name="Right">The register's right, where it holds it.</param>
public sealed record ShortlistedRight(string Listing, int Rank, string Number, string Title, string Owner, IReadOnlyList<string> Found, string Ipc, IReadOnlyList<string> Modes, string? Price, Guid? Right);

/// <summary>A shortlist with its rights in the order of their rank.</summary>
public sealed record ShortlistDetail(ShortlistRow Row, IReadOnlyList<ShortlistedRight> Rights);
