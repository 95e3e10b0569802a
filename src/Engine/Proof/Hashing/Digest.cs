using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Zhirong.Engine.Proof;

/// <summary>The 32 bytes of a SHA-256 or SM3 hash, held as a value and compared as a whole.</summary>
/// <remarks><c>default(Digest)</c> is 32 zero bytes; it stands for no hash.</remarks>
public readonly record struct Digest
{
    /// <summary>Bytes of a digest.</summary>
    public const int Size = 32;

    private readonly ulong a, b, c, d;

    /// <summary>A digest from exactly 32 bytes; any other length is a caller's bug.</summary>
    public Digest(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Size);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        (a, b, c, d) = (words[0], words[1], words[2], words[3]);
    }

    /// <summary>The digest behind 64 lower-case hexadecimal characters; anything else is not one.</summary>
    public static bool TryParse(ReadOnlySpan<char> hex, out Digest digest)
    {
        digest = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (!Hex.TryRead(hex, bytes))
        {
            return false;
        }

        digest = new(bytes);
        return true;
    }

    /// <summary>The digest as a span over the value itself.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in this, 1));

    public void CopyTo(Span<byte> target) => MemoryMarshal.Write(target, in this);

    public byte[] ToArray() => Bytes.ToArray();

    /// <summary>64 lower-case hexadecimal characters.</summary>
    public override string ToString() => Hex.Of(Bytes);
}
