using System.Text.Json;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Proof;

/// <summary>A checkpoint the reader kept from another source; its signatures are null when only the state itself was kept.</summary>
public sealed record KnownCheckpoint(Checkpoint Checkpoint, SignedCheckpoint? Signed)
{
    /// <summary>Reads a checkpoint, a signed checkpoint, or the checkpoint of a bundle.</summary>
    public static Result<KnownCheckpoint> Read(ReadOnlyMemory<byte> bytes)
    {
        var opened = StrictJson.Open(bytes);
        if (!opened.Ok)
        {
            return Result<KnownCheckpoint>.Refused(opened.Refusals);
        }

        return FormFile.SchemaOf(opened.Value) switch
        {
            Checkpoint.Schema => From(Checkpoint.Read(bytes), checkpoint => new(checkpoint, null)),
            SignedCheckpoint.Schema => From(SignedCheckpoint.Read(bytes), signed => new(signed.Checkpoint, signed)),
            EvidenceBundle.Schema => From(EvidenceBundle.Read(bytes), bundle => new(bundle.Signed.Checkpoint, bundle.Signed)),
            var other => ProofRefusals.OtherSchema(other, $"{Checkpoint.Schema} | {SignedCheckpoint.Schema} | {EvidenceBundle.Schema}"),
        };
    }

    private static Result<KnownCheckpoint> From<T>(Result<T> read, Func<T, KnownCheckpoint> make) =>
        read.Ok ? make(read.Value) : Result<KnownCheckpoint>.Refused(read.Refusals);
}

/// <summary>A file on the table: what could be read of it, and what the reader knows from elsewhere.</summary>
public sealed class ExaminedBundle
{
    private ExaminedBundle(EvidenceBundle? bundle, IReadOnlyList<FormProblem> problems)
    {
        (Bundle, Problems) = (bundle, problems);
    }

    /// <summary>The bundle; null when its fields could not be read, and then only <c>form</c> is judged.</summary>
    public EvidenceBundle? Bundle { get; }

    internal IReadOnlyList<FormProblem> Problems { get; }

    /// <summary>The log the reader trusts; null when none was given.</summary>
    public LogIdentity? Pinned { get; private init; }

    public IReadOnlyList<KnownCheckpoint> Known { get; private init; } = [];

    /// <summary>Refused is only what is no bundle at all: no JSON, another schema, beyond the limits.</summary>
    public static Result<ExaminedBundle> Open(ReadOnlyMemory<byte> file, LogIdentity? pinned, IReadOnlyList<KnownCheckpoint> known)
    {
        var opened = StrictJson.Open(file);
        if (!opened.Ok)
        {
            return Result<ExaminedBundle>.Refused(opened.Refusals);
        }

        if (FormFile.SchemaOf(opened.Value) is var schema && schema != EvidenceBundle.Schema)
        {
            return ProofRefusals.OtherSchema(schema, EvidenceBundle.Schema);
        }

        return Examine(file, opened.Value, pinned, known);
    }

    private static ExaminedBundle Examine(ReadOnlyMemory<byte> file, JsonElement root, LogIdentity? pinned, IReadOnlyList<KnownCheckpoint> known)
    {
        var form = new FormReader();
        EvidenceBundle? bundle = EvidenceBundle.ReadFrom(form, root);
        bundle = form.Problems.Count > 0 ? null : bundle;
        FormFile.Canonical(file, root, form.Problems);
        return new(bundle, form.Problems) { Pinned = pinned, Known = known };
    }
}
