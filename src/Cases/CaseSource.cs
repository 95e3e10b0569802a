using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;

namespace Zhirong.Cases;

/// <summary>A case file and the way to the files it names; who really reads from a disk is the caller's business.</summary>
public sealed record CaseSource
{
    /// <summary>The file as people call it, for refusals.</summary>
    public required string File { get; init; }

    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Reads a file beside the case file by its relative name.</summary>
    public required Func<string, Result<byte[]>> Read { get; init; }
}

/// <summary>Reference data every case may use.</summary>
public sealed record CaseReferences(HolidayTable Holidays, LprTable Lpr);

/// <summary>A refusal and the file (or the option <c>--set</c>) it speaks of.</summary>
public sealed record CaseRefusal(string File, Refusal Refusal);

/// <summary>Carries refusals of bad input out of reading and playing; never leaves this project.</summary>
internal sealed class CaseStoppedException : Exception
{
    private CaseStoppedException(IReadOnlyList<CaseRefusal> refusals)
        : base(refusals[0].Refusal.Code) => Refusals = refusals;

    public IReadOnlyList<CaseRefusal> Refusals { get; }

    public static CaseStoppedException At(string file, params IReadOnlyList<Refusal> refusals) =>
        new([.. refusals.Select(r => new CaseRefusal(file, r))]);

    /// <summary>Stops when there is anything to refuse.</summary>
    public static void If(string file, IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count > 0)
        {
            throw At(file, refusals);
        }
    }
}
