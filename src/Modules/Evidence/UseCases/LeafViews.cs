using System.Text.Json;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Modules.Evidence.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Evidence.UseCases;

/// <summary>A text in both languages.</summary>
public sealed record TitleView(string Zh, string En);

/// <summary>The record an event happened to.</summary>
public sealed record SubjectView(string Kind, string Id);

/// <summary>A leaf in a list.</summary>
/// <param name="Index">Zero-based place in the log; null while no checkpoint covers it.</param>
/// <param name="Erased">Its content was erased; the leaf and its proofs stand.</param>
/// <param name="By">Who, by name; the leaf itself says the user's id too.</param>
public sealed record LeafRow(Guid Id, long? Index, string At, string By, string Event, SubjectView Subject, TitleView Title, bool Erased);

/// <summary>Hashes over both trees, hex.</summary>
public sealed record HashView(string Sha256, string Sm3);

/// <summary>A leaf with all there is about it.</summary>
public sealed record LeafDetail(
    Guid Id, long? Index, string At, string By, string Event, SubjectView Subject, TitleView Title, bool Erased, JsonElement Leaf, JsonElement? Content, string? Salt, HashView LeafHash, JsonElement? Checkpoint);

/// <summary>A leaf as it lies in the store.</summary>
internal sealed record StoredLeaf(long Arrival, Guid Id, string Event, string SubjectKind, string SubjectId, long At, string By, string Leaf, byte[] Sha256, byte[] Sm3, byte[]? Salt, string? Content)
{
    private const string Columns = """
        SELECT l.arrival, l.id, l.event, l.subject_kind, l.subject_id, l.at, l.by, l.leaf, l.sha256, l.sm3, c.salt, c.content
        FROM evd_leaf l LEFT JOIN evd_content c ON c.arrival = l.arrival
        """;

    /// <summary>The leaf when the viewer's organisation owns it, or is one with whom its subject is shared.</summary>
    public static StoredLeaf? Find(ZhirongContext context, Guid id) => List(context, Seen(context).Given("l.id", "=", RowValues.Of(id)), "").SingleOrDefault();

    /// <summary>The leaf when the viewer's organisation owns it.</summary>
    public static StoredLeaf? FindOwn(ZhirongContext context, Guid id) => List(
        context, new Conditions().Given("l.id", "=", RowValues.Of(id)).Given("l.owner_id", "=", context.Viewer.EverythingBecause is null ? RowValues.Of(context.Viewer.Organisation) : null), "").SingleOrDefault();

    public static List<StoredLeaf> List(ZhirongContext context, Conditions conditions, string tail) => context.Session.List($"{Columns}{conditions.Where} {tail}", Read, conditions.Values);

    /// <summary>The leaves a viewer sees: his organisation's, and those about what is shared with it.</summary>
    public static Conditions Seen(ZhirongContext context) => new Conditions().VisibleBySubject(context, "l", "subject_kind", "subject_id");

    public LeafRow Row(EvidenceLog log) => new(Id, log.IndexOf(Arrival), Instant.Text(At), Signer.Name(By), Event, new(SubjectKind, SubjectId), Title, Content is null);

    public LeafDetail Detail(EvidenceLog log)
    {
        var round = log.Covering(Arrival);
        return new(
            Id, round is null ? null : log.IndexIn(round, Arrival), Instant.Text(At), Signer.Name(By), Event, new(SubjectKind, SubjectId), Title, Content is null, Json(Leaf), Content is null ? null : Json(Content), Salt is null ? null : Convert.ToHexStringLower(Salt), new(Convert.ToHexStringLower(Sha256), Convert.ToHexStringLower(Sm3)), round is null ? null : Json(log.Latest!.Checkpoint));
    }

    private TitleView Title => new(EventWords.Title(Event).Zh, EventWords.Title(Event).En);

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private static StoredLeaf Read(IRow row) => new(
        row.Long(0), row.Id(1), row.Text(2), row.Text(3), row.Text(4), row.Long(5), row.Text(6), row.Text(7), row.Blob(8), row.Blob(9), row.IsNull(10) ? null : row.Blob(10), row.TextOrNull(11));
}
