using System.Security.Cryptography;

namespace Zhirong.Engine.Proof;

/// <summary>The nonces of RFC 6979, 3.2, with HMAC-SM3 and the order of the SM2 curve: the same key and hash draw the same nonces.</summary>
internal sealed class Sm2Nonce
{
    private readonly byte[] key = new byte[Digest.Size];
    private Digest value = new(Convert.FromHexString(string.Concat(Enumerable.Repeat("01", Digest.Size))));
    private bool drawn;

    public Sm2Nonce(ReadOnlySpan<byte> privateKey, in Digest hash)
    {
        Span<byte> seed = stackalloc byte[2 * Digest.Size];
        privateKey.CopyTo(seed);
        // bits2octets: the hash modulo n.
        Sm2Curve.N.Leave(Sm2Curve.N.Enter(U256.Read(hash.Bytes))).Write(seed[Digest.Size..]);
        Mix([0], seed);
        Mix([1], seed);
        CryptographicOperations.ZeroMemory(seed);
    }

    /// <summary>The next candidate from 1 to n − 1, 32 bytes.</summary>
    public byte[] Next()
    {
        while (true)
        {
            if (drawn)
            {
                Mix([0], []);
            }

            drawn = true;
            value = HmacSm3.Of(key, value.Bytes, [], []);
            var candidate = U256.Read(value.Bytes);
            if (!candidate.IsZero && candidate.IsBelow(Sm2Curve.N.Modulus))
            {
                return value.ToArray();
            }
        }
    }

    private void Mix(ReadOnlySpan<byte> mark, ReadOnlySpan<byte> seed)
    {
        HmacSm3.Of(key, value.Bytes, mark, seed).CopyTo(key);
        value = HmacSm3.Of(key, value.Bytes, [], []);
    }
}

/// <summary>HMAC (RFC 2104) over SM3, for keys of at most one block.</summary>
internal static class HmacSm3
{
    public static Digest Of(ReadOnlySpan<byte> key, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, Sm3Block.Size);
        var inner = Begin(key, 0x36);
        inner.Append(first);
        inner.Append(second);
        inner.Append(third);
        var outer = Begin(key, 0x5c);
        outer.Append(inner.Finish().Bytes);
        return outer.Finish();
    }

    private static Sm3 Begin(ReadOnlySpan<byte> key, byte pad)
    {
        Span<byte> block = stackalloc byte[Sm3Block.Size];
        block.Fill(pad);
        for (var i = 0; i < key.Length; i++)
        {
            block[i] ^= key[i];
        }

        var sm3 = new Sm3();
        sm3.Append(block);
        CryptographicOperations.ZeroMemory(block);
        return sm3;
    }
}
