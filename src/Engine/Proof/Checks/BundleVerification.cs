using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Proof;

/// <summary>A family of checks with one question.</summary>
/// <param name="Family">Such as <c>inclusion</c>.</param>
/// <param name="Judge">Every check of the family for one file.</param>
public sealed record BundleCheck(string Family, Func<ExaminedBundle, IEnumerable<ProofCheck>> Judge);

/// <summary>Checks a bundle offline: what it says about itself, and about what the reader knows from elsewhere.</summary>
/// <remarks>
/// No check leans on another: each compares two parts of the file, or a part with what is known, so that a report names
/// the part that was changed. Merkle proofs: RFC 6962, 2.1; signatures: FIPS 186-5 and GB/T 32918.2; form: RFC 8785.
/// </remarks>
public sealed class BundleVerification(IReadOnlyList<BundleCheck> checks)
{
    /// <summary>Every check there is, in the order of the report.</summary>
    public static IReadOnlyList<BundleCheck> All { get; } =
    [
        new("form", LogChecks.Form),
        new("keys", LogChecks.Keys),
        new("trust", LogChecks.Trust),
        new("signature", bundle => CheckpointChecks.Signatures(bundle, "", bundle.Bundle?.Signed)),
        new("origin", CheckpointChecks.Origin),
        new("leaf", ItemChecks.Leaf),
        new("content", ItemChecks.Content),
        new("inclusion", ItemChecks.Inclusion),
        new("earlier.signature", bundle => CheckpointChecks.Signatures(bundle, "earlier.", bundle.Bundle?.Earlier?.Signed)),
        new("earlier.consistency", CheckpointChecks.Consistency),
        new("known", CheckpointChecks.Known),
    ];

    /// <summary>All checks.</summary>
    public static BundleVerification Full { get; } = new(All);

    /// <summary>The report on a file; refused is only what is no bundle at all (EVD-0201 to EVD-0206).</summary>
    /// <param name="file">The bytes as they came.</param>
    /// <param name="pinned">The log the reader trusts, from a source of its own.</param>
    /// <param name="known">Checkpoints the reader kept from elsewhere.</param>
    public Result<ProofReport> Verify(ReadOnlyMemory<byte> file, LogIdentity? pinned = null, IReadOnlyList<KnownCheckpoint>? known = null)
    {
        var opened = ExaminedBundle.Open(file, pinned, known ?? []);
        return opened.Ok ? new ProofReport([.. checks.SelectMany(check => check.Judge(opened.Value))]) : Result<ProofReport>.Refused(opened.Refusals);
    }
}
