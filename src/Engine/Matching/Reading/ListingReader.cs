using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Matching.Listings;

namespace Zhirong.Engine.Matching.Reading;

/// <summary>Reads <c>zhirong/listings/v1</c>.</summary>
public static class ListingReader
{
    public const string Schema = "zhirong/listings/v1";

    /// <summary>Most listings of one file.</summary>
    public const int Most = 100_000;

    /// <summary>A file of listings may be larger than others.</summary>
    public static DocLimits Limits { get; } = new() { MaxBytes = 64 * 1024 * 1024, MaxNodes = 4_000_000 };

    public static Result<IReadOnlyList<Listing>> Read(ReadOnlyMemory<byte> bytes)
    {
        var document = DocReader.Read(bytes, Limits);
        return document.Ok ? FileFields.Node<IReadOnlyList<Listing>>(document.Value, Schema, Root) : Result<IReadOnlyList<Listing>>.Refused(document.Refusals);
    }

    private static List<Listing> Root(FieldReader root, List<Refusal> refusals)
    {
        FileFields.Id(root, refusals);
        root.Date("day");
        root.Text("source");
        var listings = FileFields.Items(root, "listings", refusals, item => Item(item, refusals), required: true, max: Most);
        if (listings.Count == 0 && root.Node("listings") is DocList { Items.Count: 0 } empty)
        {
            refusals.Add(MatchRefusals.NoListings().At(empty.Line, empty.Column));
        }

        return listings;
    }

    private static Listing Item(FieldReader item, List<Refusal> refusals)
    {
        var before = refusals.Count;
        var (ipc, locarno) = MatchFields.Symbols(item, "ipc", refusals);
        var made = new Listing
        {
            Id = FileFields.Id(item, refusals),
            Number = MatchFields.Text(item, "number", refusals, 200),
            Kind = item.OneOf("kind", ListingWords.Kinds),
            Title = MatchFields.Text(item, "title", refusals, 1000),
            Abstract = MatchFields.Text(item, "abstract", refusals),
            Claim = MatchFields.Text(item, "claim", refusals),
            Keywords = MatchFields.Texts(item, "keywords", refusals, 200),
            Owner = MatchFields.Text(item, "owner", refusals, 1000),
            Ipc = ipc,
            Locarno = locarno,
            Readiness = item.Whole("trl", 1, 9),
            InForce = item.Flag("in_force"),
        };
        if (item.Map("terms") is { } terms)
        {
            made = made with { Modes = MatchFields.WordsOf(terms, "modes", ListingWords.Modes, refusals), Price = terms.Money("price") };
            terms.Finish();
        }

        if (refusals.Count == before && made is { Title.Length: 0, Abstract.Length: 0, Claim.Length: 0, Keywords.Count: 0, Ipc.Count: 0 })
        {
            refusals.Add(MatchRefusals.NothingSaid(item.Path, made.Id).At(item.Line, item.Column));
        }

        return made;
    }
}
