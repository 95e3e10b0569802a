using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Papers;

/// <summary>A record a document is used for.</summary>
/// <param name="Kind">Kind of record: <c>loan_application</c>, <c>application</c> (for aid).</param>
public sealed record PaperUse(string Kind, Guid Id, string At, string By);

/// <summary>A document of a firm and where it is used.</summary>
/// <param name="Kind"><c>licence</c>, <c>articles</c>, <c>resolution</c>, <c>statements</c>, <c>tax</c>, <c>certificate</c>, <c>contract</c>, <c>invoice</c>, <c>other</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Expired">Whether its last day is over.</param>
public sealed record PaperRow(Guid Id, Guid FirmId, string Kind, string Name, string Sha256, long Size, DateOnly? ValidUntil, bool Expired, IReadOnlyList<PaperUse> Uses, string AddedAt, string AddedBy)
{
    internal static PaperRow Of(FirmPaper p, IEnumerable<FirmPaperUse> uses, DateOnly today) => new(
        p.Id, p.FirmId, p.Kind, p.Name, p.Sha256, p.Size, p.ValidUntil, p.ValidUntil < today, [.. uses.OrderBy(u => u.At).ThenBy(u => u.SubjectId).Select(u => new PaperUse(u.SubjectKind, u.SubjectId, Instant.Text(u.At), u.By))], Instant.Text(p.ChangedAt), p.ChangedBy);
}

public sealed record PaperList(IReadOnlyList<PaperRow> Rows);
