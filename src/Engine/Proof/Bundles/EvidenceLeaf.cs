using System.Text.Json;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Proof;

/// <summary>What an event is about, opaque to the log.</summary>
public sealed record EvidenceSubject(string Kind, string Id);

/// <summary>One line of the log, <c>zhirong/evidence/v1</c>: who recorded which event about what, and a commitment to its content.</summary>
/// <remarks>Names are 1 to 200 characters. The canonical bytes are what is hashed into the trees (<see cref="DualDigest.Leaf"/>).</remarks>
public sealed record EvidenceLeaf
{
    public const string Schema = "zhirong/evidence/v1";

    /// <summary>UUIDv7 of the leaf.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation whose event it is.</summary>
    public required Guid Org { get; init; }

    /// <summary>When it was recorded; kept to the microsecond in UTC.</summary>
    public required DateTimeOffset At { get; init => field = ProofInstant.Whole(value); }

    public required string By { get; init; }

    /// <summary>Past tense, such as <c>EntryPosted</c>.</summary>
    public required string Event { get; init; }

    public required EvidenceSubject Subject { get; init; }

    /// <summary>See <see cref="Proof.Commitment"/>.</summary>
    public required DualDigest Commitment { get; init; }

    /// <summary>Canonical JSON (RFC 8785).</summary>
    public byte[] ToBytes() => CanonicalWriter.Bytes(writer =>
    {
        writer.Begin('{').Name("at").Text(ProofInstant.Text(At)).Name("by").Text(By);
        writer.Name("commitment").Hashes(Commitment);
        writer.Name("event").Text(Event).Name("id").Text(Id.ToString()).Name("org").Text(Org.ToString()).Name("schema").Text(Schema);
        writer.Name("subject").Begin('{').Name("id").Text(Subject.Id).Name("kind").Text(Subject.Kind).End('}').End('}');
    });

    /// <summary>The leaf behind its bytes, which must be canonical.</summary>
    public static Result<EvidenceLeaf> Read(ReadOnlyMemory<byte> bytes) => FormFile.Read(bytes, Schema, ReadFrom);

    internal static EvidenceLeaf ReadFrom(FormReader form, JsonElement value, string path)
    {
        var fields = form.Object(value, path, "at", "by", "commitment", "event", "id", "org", "schema", "subject");
        fields.Constant("schema", Schema);
        var subject = fields.Object("subject", "id", "kind");
        return new()
        {
            At = fields.Instant("at"),
            By = fields.Name("by"),
            Commitment = fields.Hashes("commitment"),
            Event = fields.Name("event"),
            Id = fields.Id("id"),
            Org = fields.Id("org"),
            Subject = new(subject.Name("kind"), subject.Name("id")),
        };
    }
}
