using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Zhirong.Engine.Proof;
using Zhirong.Modules.Evidence.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Evidence;

/// <summary>Something a room wants to be able to prove.</summary>
public sealed record Happening
{
    /// <param name="name">Past tense: <c>EntryPosted</c>.</param>
    /// <param name="subjectKind">Kind of record: <c>entry</c>, <c>deal</c>, <c>run</c>.</param>
    /// <param name="subjectId">Its id.</param>
    /// <param name="content">
    /// The facts, confidential: the leaf holds only a salted commitment to them. Integers, strings, booleans, null, lists and
    /// objects; amounts as decimal strings.
    /// </param>
    public Happening(string name, string subjectKind, string subjectId, JsonObject content)
        : this(name, subjectKind, subjectId, CanonicalJson.Of(content).Value)
    {
    }

    /// <summary>With facts that are canonical JSON (RFC 8785) already.</summary>
    public Happening(string name, string subjectKind, string subjectId, byte[] content) =>
        (Event, SubjectKind, SubjectId, Content) = (name, subjectKind, subjectId, content);

    internal string Event { get; }

    internal string SubjectKind { get; }

    internal string SubjectId { get; }

    internal byte[] Content { get; }
}

/// <summary>A leaf made and hashed, ready to be stored.</summary>
public sealed record PreparedLeaf
{
    public required Guid Id { get; init; }

    internal Guid OwnerId { get; init; }

    internal string Event { get; init; } = "";

    internal string SubjectKind { get; init; } = "";

    internal string SubjectId { get; init; } = "";

    /// <summary>UTC microseconds.</summary>
    public long At { get; internal init; }

    internal string By { get; init; } = "";

    internal string Leaf { get; init; } = "";

    internal byte[] Sha256 { get; init; } = [];

    internal byte[] Sm3 { get; init; } = [];

    internal byte[] Salt { get; init; } = [];

    internal string Content { get; init; } = "";
}

/// <summary>The way other rooms leave evidence: made outside the transaction, stored inside it.</summary>
public static partial class EvidenceLeaves
{
    /// <summary>What a transaction holds while it has arrivals, so that the sequencer sees only those whose transactions have ended.</summary>
    internal const string Arrivals = "evidence arrivals";

    private static readonly TableShape Leaves = new(
        "evd_leaf",
        TableShape.Long("arrival"), TableShape.Text("id"), TableShape.Text("owner_id"), TableShape.Text("event"), TableShape.Text("subject_kind"), TableShape.Text("subject_id"), TableShape.Long("at"), TableShape.Text("by"), TableShape.Text("leaf"), TableShape.Blob("sha256"), TableShape.Blob("sm3"));

    private static readonly TableShape Contents = new("evd_content", TableShape.Long("arrival"), TableShape.Blob("salt"), TableShape.Text("content"));

    /// <summary>Makes the leaf of a happening in a viewer's name.</summary>
    public static PreparedLeaf Prepare(Viewer viewer, Happening happening, TimeProvider clock) => Prepare(viewer, viewer.Organisation, happening, clock);

    /// <summary>Makes the leaf of a happening in a viewer's name, to a record of an organisation that may be another than his.</summary>
    public static PreparedLeaf Prepare(Viewer viewer, Guid owner, Happening happening, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var by = Signer.Of(viewer);
        var (id, at, salt) = (Guid.CreateVersion7(now), Instant.Of(now), RandomNumberGenerator.GetBytes(Commitment.SaltSize));
        var leaf = new EvidenceLeaf
        {
            Id = id,
            Org = owner,
            At = Instant.Time(at),
            By = by,
            Event = happening.Event,
            Subject = new(happening.SubjectKind, happening.SubjectId),
            Commitment = Commitment.Of(salt, happening.Content),
        }.ToBytes();
        var digest = DualDigest.Leaf(leaf);
        return new()
        {
            Id = id,
            OwnerId = owner,
            Event = happening.Event,
            SubjectKind = happening.SubjectKind,
            SubjectId = happening.SubjectId,
            At = at,
            By = by,
            Leaf = Encoding.UTF8.GetString(leaf),
            Sha256 = digest.Sha256.ToArray(),
            Sm3 = digest.Sm3.ToArray(),
            Salt = salt,
            Content = Encoding.UTF8.GetString(happening.Content),
        };
    }

    /// <summary>Stores leaves in the transaction of what they state.</summary>
    public static void Write(Session session, IEnumerable<PreparedLeaf> leaves)
    {
        IReadOnlyList<PreparedLeaf> all = [.. leaves];
        if (all.Count == 0)
        {
            return;
        }

        session.Shared(Arrivals);
        var arrivals = session.Next("evd_leaf", "arrival", all.Count);
        var (rows, contents) = (new RowSet(Leaves), new RowSet(Contents));
        for (var i = 0; i < all.Count; i++)
        {
            var leaf = all[i];
            rows.Add(arrivals[i], RowValues.Of(leaf.Id), RowValues.Of(leaf.OwnerId), leaf.Event, leaf.SubjectKind, leaf.SubjectId, leaf.At, leaf.By, leaf.Leaf, leaf.Sha256, leaf.Sm3);
            contents.Add(arrivals[i], leaf.Salt, leaf.Content);
        }

        session.Insert(rows);
        session.Insert(contents);
    }

    /// <summary>Makes and stores a leaf in a work on the commit queue; returns its id.</summary>
    public static Guid Record(ZhirongContext context, Happening happening, TimeProvider clock)
    {
        var leaf = Prepare(context.Viewer, happening, clock);
        Write(context.Session, [leaf]);
        return leaf.Id;
    }
}
