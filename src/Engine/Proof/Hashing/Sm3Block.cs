using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Zhirong.Engine.Proof;

/// <summary>The compression function of SM3 (GB/T 32905-2016, 5.3.3) over one block of 64 bytes.</summary>
/// <remarks>Four rounds stand written out, so that the eight working words change names instead of places.</remarks>
internal static class Sm3Block
{
    public const int Size = 64;

    /// <summary>The eight words a hash begins with (4.1).</summary>
    public static ReadOnlySpan<uint> Start => [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];

    // The constants T_j (4.2), each already rotated by j mod 32.
    private static ReadOnlySpan<uint> Turned =>
    [
        0x79cc4519, 0xf3988a32, 0xe7311465, 0xce6228cb, 0x9cc45197, 0x3988a32f, 0x7311465e, 0xe6228cbc,
        0xcc451979, 0x988a32f3, 0x311465e7, 0x6228cbce, 0xc451979c, 0x88a32f39, 0x11465e73, 0x228cbce6,
        0x9d8a7a87, 0x3b14f50f, 0x7629ea1e, 0xec53d43c, 0xd8a7a879, 0xb14f50f3, 0x629ea1e7, 0xc53d43ce,
        0x8a7a879d, 0x14f50f3b, 0x29ea1e76, 0x53d43cec, 0xa7a879d8, 0x4f50f3b1, 0x9ea1e762, 0x3d43cec5,
        0x7a879d8a, 0xf50f3b14, 0xea1e7629, 0xd43cec53, 0xa879d8a7, 0x50f3b14f, 0xa1e7629e, 0x43cec53d,
        0x879d8a7a, 0x0f3b14f5, 0x1e7629ea, 0x3cec53d4, 0x79d8a7a8, 0xf3b14f50, 0xe7629ea1, 0xcec53d43,
        0x9d8a7a87, 0x3b14f50f, 0x7629ea1e, 0xec53d43c, 0xd8a7a879, 0xb14f50f3, 0x629ea1e7, 0xc53d43ce,
        0x8a7a879d, 0x14f50f3b, 0x29ea1e76, 0x53d43cec, 0xa7a879d8, 0x4f50f3b1, 0x9ea1e762, 0x3d43cec5,
    ];

    /// <summary>Takes the block into the eight words of <paramref name="state"/>.</summary>
    public static void Compress(Span<uint> state, ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[68];
        Expand(words, block);
        ref var w = ref MemoryMarshal.GetReference(words);
        ref var t = ref MemoryMarshal.GetReference(Turned);
        uint a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
        uint r, s, x;
        for (var j = 0; j < 16; j += 4)
        {
            r = BitOperations.RotateLeft(a, 12);
            s = BitOperations.RotateLeft(r + e + Unsafe.Add(ref t, j), 7);
            x = Unsafe.Add(ref w, j);
            d += (a ^ b ^ c) + (s ^ r) + (x ^ Unsafe.Add(ref w, j + 4));
            h += (e ^ f ^ g) + s + x;
            b = BitOperations.RotateLeft(b, 9);
            f = BitOperations.RotateLeft(f, 19);
            h ^= BitOperations.RotateLeft(h, 9) ^ BitOperations.RotateLeft(h, 17);
            r = BitOperations.RotateLeft(d, 12);
            s = BitOperations.RotateLeft(r + h + Unsafe.Add(ref t, j + 1), 7);
            x = Unsafe.Add(ref w, j + 1);
            c += (d ^ a ^ b) + (s ^ r) + (x ^ Unsafe.Add(ref w, j + 5));
            g += (h ^ e ^ f) + s + x;
            a = BitOperations.RotateLeft(a, 9);
            e = BitOperations.RotateLeft(e, 19);
            g ^= BitOperations.RotateLeft(g, 9) ^ BitOperations.RotateLeft(g, 17);
            r = BitOperations.RotateLeft(c, 12);
            s = BitOperations.RotateLeft(r + g + Unsafe.Add(ref t, j + 2), 7);
            x = Unsafe.Add(ref w, j + 2);
            b += (c ^ d ^ a) + (s ^ r) + (x ^ Unsafe.Add(ref w, j + 6));
            f += (g ^ h ^ e) + s + x;
            d = BitOperations.RotateLeft(d, 9);
            h = BitOperations.RotateLeft(h, 19);
            f ^= BitOperations.RotateLeft(f, 9) ^ BitOperations.RotateLeft(f, 17);
            r = BitOperations.RotateLeft(b, 12);
            s = BitOperations.RotateLeft(r + f + Unsafe.Add(ref t, j + 3), 7);
            x = Unsafe.Add(ref w, j + 3);
            a += (b ^ c ^ d) + (s ^ r) + (x ^ Unsafe.Add(ref w, j + 7));
            e += (f ^ g ^ h) + s + x;
            c = BitOperations.RotateLeft(c, 9);
            g = BitOperations.RotateLeft(g, 19);
            e ^= BitOperations.RotateLeft(e, 9) ^ BitOperations.RotateLeft(e, 17);
        }

        for (var j = 16; j < 64; j += 4)
        {
            r = BitOperations.RotateLeft(a, 12);
            s = BitOperations.RotateLeft(r + e + Unsafe.Add(ref t, j), 7);
            x = Unsafe.Add(ref w, j);
            d += ((a & (b | c)) | (b & c)) + (s ^ r) + (x ^ Unsafe.Add(ref w, j + 4));
            h += (((f ^ g) & e) ^ g) + s + x;
            b = BitOperations.RotateLeft(b, 9);
            f = BitOperations.RotateLeft(f, 19);
            h ^= BitOperations.RotateLeft(h, 9) ^ BitOperations.RotateLeft(h, 17);
            r = BitOperations.RotateLeft(d, 12);
            s = BitOperations.RotateLeft(r + h + Unsafe.Add(ref t, j + 1), 7);
            x = Unsafe.Add(ref w, j + 1);
            c += ((d & (a | b)) | (a & b)) + (s ^ r) + (x ^ Unsafe.Add(ref w, j + 5));
            g += (((e ^ f) & h) ^ f) + s + x;
            a = BitOperations.RotateLeft(a, 9);
            e = BitOperations.RotateLeft(e, 19);
            g ^= BitOperations.RotateLeft(g, 9) ^ BitOperations.RotateLeft(g, 17);
            r = BitOperations.RotateLeft(c, 12);
            s = BitOperations.RotateLeft(r + g + Unsafe.Add(ref t, j + 2), 7);
            x = Unsafe.Add(ref w, j + 2);
            b += ((c & (d | a)) | (d & a)) + (s ^ r) + (x ^ Unsafe.Add(ref w, j + 6));
            f += (((h ^ e) & g) ^ e) + s + x;
            d = BitOperations.RotateLeft(d, 9);
            h = BitOperations.RotateLeft(h, 19);
            f ^= BitOperations.RotateLeft(f, 9) ^ BitOperations.RotateLeft(f, 17);
            r = BitOperations.RotateLeft(b, 12);
            s = BitOperations.RotateLeft(r + f + Unsafe.Add(ref t, j + 3), 7);
            x = Unsafe.Add(ref w, j + 3);
            a += ((b & (c | d)) | (c & d)) + (s ^ r) + (x ^ Unsafe.Add(ref w, j + 7));
            e += (((g ^ h) & f) ^ h) + s + x;
            c = BitOperations.RotateLeft(c, 9);
            g = BitOperations.RotateLeft(g, 19);
            e ^= BitOperations.RotateLeft(e, 9) ^ BitOperations.RotateLeft(e, 17);
        }

        state[0] ^= a;
        state[1] ^= b;
        state[2] ^= c;
        state[3] ^= d;
        state[4] ^= e;
        state[5] ^= f;
        state[6] ^= g;
        state[7] ^= h;
    }

    /// <summary>The 68 words of message expansion (5.3.2).</summary>
    private static void Expand(Span<uint> words, ReadOnlySpan<byte> block)
    {
        for (var j = 0; j < 16; j++)
        {
            words[j] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * j)..]);
        }

        ref var w = ref MemoryMarshal.GetReference(words);
        for (var j = 16; j < 68; j++)
        {
            var x = Unsafe.Add(ref w, j - 16) ^ Unsafe.Add(ref w, j - 9) ^ BitOperations.RotateLeft(Unsafe.Add(ref w, j - 3), 15);
            x ^= BitOperations.RotateLeft(x, 15) ^ BitOperations.RotateLeft(x, 23);
            Unsafe.Add(ref w, j) = x ^ BitOperations.RotateLeft(Unsafe.Add(ref w, j - 13), 7) ^ Unsafe.Add(ref w, j - 6);
        }
    }
}
