using System.Runtime.CompilerServices;

namespace Zhirong.Engine.Appraisal.Simulation;

/// <summary>Doubles in pinned memory, 64-byte aligned, with room for one vector behind the end.</summary>
internal sealed unsafe class AlignedDoubles
{
    private readonly double[] memory;

    public AlignedDoubles(int count)
    {
        Count = count;
        memory = GC.AllocateArray<double>(count + 24, pinned: true);
        Start = (double*)(((nint)Unsafe.AsPointer(ref memory[0]) + 63) & ~(nint)63);
    }

    public int Count { get; }

    public double* Start { get; }

    /// <summary>The same memory when it is large enough, else new.</summary>
    public static AlignedDoubles AtLeast(AlignedDoubles? kept, int count) => kept is not null && kept.Count >= count ? kept : new(count);
}
