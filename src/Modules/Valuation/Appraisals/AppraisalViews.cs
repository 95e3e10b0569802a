using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Appraisals;

/// <summary>An appraisal in a list; amounts in yuan.</summary>
/// <param name="Total">The concluded value; null while nobody concluded.</param>
/// <param name="Low">P5 of the simulation, else the lowest method.</param>
/// <param name="High">P95 of the simulation, else the highest method.</param>
/// <param name="RangeBasis"><c>simulation</c>, <c>methods</c>, <c>single_method</c> (both ends are the one method's value); null without any value.</param>
/// <param name="AfterDiligence">尽调后价值; null where there is no diligence to go by.</param>
/// <param name="State"><c>open</c>, <c>concluded</c>, <c>signed</c> (two people under the newest version).</param>
/// <param name="BatchId">The batch it came from.</param>
public sealed record AppraisalRow(
    Guid Id, string Name, Guid? FirmId, string FirmName, DateOnly BaseDate, string Purpose, string ValueType, int Rights, string? Total, string? Low, string? High, string? RangeBasis, string? AfterDiligence, string State, int Version, Guid? BatchId, string ChangedAt, string ChangedBy)
{
    internal static AppraisalRow Of(Appraisal a, string? after) => new(
        a.Id, a.Name, a.FirmId, a.FirmName, a.BaseDate, a.Purpose, a.ValueType, a.Rights, Yuan.Of(a.TotalFen), Yuan.Of(a.LowFen), Yuan.Of(a.HighFen), a.RangeBasis, after, a.State, a.Version, a.BatchId, Instant.Text(a.ChangedAt), a.ChangedBy);
}

/// <summary>A saved state of an appraisal.</summary>
/// <param name="Parent">The version it was made from.</param>
/// <param name="InputHash">SHA-256 of the canonical request.</param>
public sealed record AppraisalVersionView(int Number, int? Parent, string Reason, string SavedBy, string SavedAt, string InputHash, string Engine, string Parameters, string? Total, string? Low, string? High)
{
    internal static AppraisalVersionView Of(AppraisalVersion v) => new(v.Number, v.Parent, v.Reason, v.SavedBy, Instant.Text(v.SavedAt), $"sha256:{v.InputHash}", v.Engine, v.Parameters, Yuan.Of(v.TotalFen), Yuan.Of(v.LowFen), Yuan.Of(v.HighFen));
}

/// <summary>A signature; it counts for its version alone.</summary>
/// <param name="Certificate">Number of the appraiser's certificate.</param>
public sealed record SignatureView(int Version, string Name, string Certificate, string By, string At)
{
    internal static SignatureView Of(AppraisalSignature s) => new(s.Number, s.Name, s.Certificate, s.By, Instant.Text(s.At));
}

/// <summary>A right's part of the version shown.</summary>
/// <param name="Id">Its id in the request.</param>
/// <param name="RightId">The register's right; null where the request names none.</param>
/// <param name="Weight">As a fraction.</param>
public sealed record AppraisedRightView(string Id, Guid? RightId, string Number, string Kind, string Title, string Weight, string? Value, string? Low, string? High, string? AfterDiligence)
{
    internal static AppraisedRightView Of(AppraisedRight r, string? after) => new(r.Ref, r.RightId, r.RightNumber, r.Kind, r.Title, Weights.Text(r.Weight), Yuan.Of(r.Fen), Yuan.Of(r.LowFen), Yuan.Of(r.HighFen), after);
}

/// <summary>The diligence an appraisal is read with.</summary>
/// <param name="Grade">The gravest finding: <c>fatal</c>, <c>major</c>, <c>minor</c>; null without findings.</param>
public sealed record DiligenceRead(Guid Id, DateOnly Day, string? Grade, int Findings);

/// <summary>An appraisal as it is opened.</summary>
/// <param name="Request"><c>zhirong/value-request/v1</c> of the version asked for.</param>
/// <param name="Result"><c>zhirong/value-result/v1</c> of that version, sentences in the reader's language.</param>
/// <param name="Shown">The version <paramref name="Request"/> and <paramref name="Result"/> are of.</param>
/// <param name="Diligence">Null where no diligence of these rights is there at the day.</param>
public sealed record AppraisalDetail(
    AppraisalRow Row, int Shown, JsonElement Request, JsonElement Result, IReadOnlyList<AppraisedRightView> Rights, IReadOnlyList<AppraisalVersionView> Versions, IReadOnlyList<SignatureView> Signatures, DiligenceRead? Diligence, AfterDiligenceView AfterDiligence);

/// <summary>What somebody else saved meanwhile, so that nothing is lost.</summary>
/// <param name="Head">The version that stands.</param>
/// <param name="Changes">What it changed against the version the caller started from.</param>
public sealed record StandingAppraisal(AppraisalVersionView Head, JsonElement Request, IReadOnlyList<AppraisalChange> Changes);

/// <summary>One field that differs, list items by id, else by index.</summary>
public sealed record AppraisalChange(string Path, string? Before, string? After);

/// <summary>Fen as yuan.</summary>
internal static class Yuan
{
    public static string? Of(long? fen) => fen is { } known ? Money.FenText(known) : null;
}

/// <summary>Weights as they are stored: in 10⁻¹², the places a request allows.</summary>
internal static class Weights
{
    private const decimal Scale = 1_000_000_000_000m;

    public static long Of(decimal weight) => (long)(weight * Scale);

    public static string Text(long stored) => (stored / Scale).ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);
}
