using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Zhirong.Engine.Waterfall.Batch;

/// <summary>Rows of <see cref="Lanes"/> doubles in pinned memory, each 64-byte aligned.</summary>
internal sealed unsafe class AlignedRows
{
    /// <summary>Scenarios in a block: eight vectors of eight.</summary>
    public const int Lanes = 64;
    public const int Vectors = Lanes / 8;

    private readonly double[] memory;
    private readonly double* start;

    public AlignedRows(int rows)
    {
        Count = rows;
        memory = GC.AllocateArray<double>((rows * Lanes) + 8, pinned: true);
        start = (double*)(((nint)Unsafe.AsPointer(ref memory[0]) + 63) & ~(nint)63);
    }

    public int Count { get; }

    public double* Row(int row) => start + (row * Lanes);

    public Span<double> Rows(int first, int count) => new(start + (first * Lanes), count * Lanes);

    public void Fill(int row, double value) => Rows(row, 1).Fill(value);

    public void Clear() => Rows(0, Count).Clear();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> At(double* row, int vector) => Vector512.LoadAligned(row + (vector * 8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(double* row, int vector, Vector512<double> value) => value.StoreAligned(row + (vector * 8));
}
