using System.Runtime.InteropServices;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>What happened to one line on one date, in fen: enough to say why it was paid.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct LineTrace
{
    /// <summary>Position in the compiled order of the mode.</summary>
    public short Operation;

    /// <summary>Line index.</summary>
    public short Line;

    public OrderMode Mode;

    /// <summary>The step's condition was not fulfilled.</summary>
    public bool Skipped;

    /// <summary>What the line may take at most.</summary>
    public long Due;

    /// <summary>What the line must be paid on this date, or is short.</summary>
    public long Owed;

    /// <summary>Ceiling of the step, <see cref="long.MaxValue"/> for none.</summary>
    public long Cap;

    /// <summary>Cash in the account when the line's turn came.</summary>
    public long Available;

    public long Paid;

    /// <summary>Part of <see cref="Paid"/> that came from support.</summary>
    public long FromSupport;

    public readonly long Short => Math.Max(0, Owed - Paid);
}
