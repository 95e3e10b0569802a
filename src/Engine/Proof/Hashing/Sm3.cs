using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Zhirong.Engine.Proof;

/// <summary>The SM3 cryptographic hash (GB/T 32905-2016), at once or piece by piece, without allocation.</summary>
/// <remarks>A value with state: pass it by reference. <c>default(Sm3)</c> is not ready; begin with <c>new Sm3()</c>.</remarks>
public struct Sm3
{
    private Words8 state;
    private Block64 pending;
    private ulong length;

    public Sm3() => Sm3Block.Start.CopyTo(state);

    /// <summary>The hash of a whole message.</summary>
    public static Digest Hash(ReadOnlySpan<byte> message)
    {
        var sm3 = new Sm3();
        sm3.Append(message);
        return sm3.Finish();
    }

    /// <summary>The hash of one byte before two digests: a node of a Merkle tree (65 bytes, two blocks).</summary>
    public static Digest Pair(byte prefix, in Digest left, in Digest right)
    {
        Span<byte> blocks = stackalloc byte[2 * Sm3Block.Size];
        blocks[0] = prefix;
        left.CopyTo(blocks[1..]);
        right.CopyTo(blocks[33..]);
        blocks[65] = 0x80;
        blocks[66..120].Clear();
        BinaryPrimitives.WriteUInt64BigEndian(blocks[120..], 65 * 8);
        Span<uint> words = stackalloc uint[8];
        Sm3Block.Start.CopyTo(words);
        Sm3Block.Compress(words, blocks[..Sm3Block.Size]);
        Sm3Block.Compress(words, blocks[Sm3Block.Size..]);
        return Out(words);
    }

    /// <summary>Takes the next piece of the message.</summary>
    public void Append(ReadOnlySpan<byte> piece)
    {
        Span<byte> block = pending;
        var held = (int)(length % Sm3Block.Size);
        length += (ulong)piece.Length;
        if (held > 0)
        {
            var taken = Math.Min(Sm3Block.Size - held, piece.Length);
            piece[..taken].CopyTo(block[held..]);
            piece = piece[taken..];
            if (held + taken < Sm3Block.Size)
            {
                return;
            }

            Sm3Block.Compress(state, block);
        }

        for (; piece.Length >= Sm3Block.Size; piece = piece[Sm3Block.Size..])
        {
            Sm3Block.Compress(state, piece);
        }

        piece.CopyTo(block);
    }

    /// <summary>The hash of all pieces; the value must not be used after it.</summary>
    public Digest Finish()
    {
        Span<byte> block = pending;
        var held = (int)(length % Sm3Block.Size);
        block[held++] = 0x80;
        if (held > Sm3Block.Size - 8)
        {
            block[held..].Clear();
            Sm3Block.Compress(state, block);
            held = 0;
        }

        block[held..].Clear();
        BinaryPrimitives.WriteUInt64BigEndian(block[^8..], length * 8);
        Sm3Block.Compress(state, block);
        return Out(state);
    }

    private static Digest Out(ReadOnlySpan<uint> words)
    {
        Span<byte> bytes = stackalloc byte[Digest.Size];
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(4 * i)..], words[i]);
        }

        return new(bytes);
    }

    [InlineArray(8)]
    private struct Words8
    {
        private uint first;
    }

    [InlineArray(Sm3Block.Size)]
    private struct Block64
    {
        private byte first;
    }
}
