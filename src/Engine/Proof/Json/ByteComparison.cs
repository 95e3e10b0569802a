using System.Buffers;

namespace Zhirong.Engine.Proof;

/// <summary>Takes bytes and keeps none of them: it only notes where they first differ from those expected.</summary>
internal sealed class ByteComparison(ReadOnlyMemory<byte> expected) : IBufferWriter<byte>
{
    private byte[] buffer = new byte[4096];
    private int at;
    private int? difference;

    /// <summary>Offset of the first difference, an early end included; null when there is none.</summary>
    public int? Difference => difference ?? (at < expected.Length ? at : null);

    public void Advance(int count)
    {
        if (difference is null)
        {
            var same = expected.Span[at..].CommonPrefixLength(buffer.AsSpan(0, count));
            difference = same < count ? at + same : null;
            at += same;
        }
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (buffer.Length < sizeHint)
        {
            buffer = new byte[sizeHint];
        }

        return buffer;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
