using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Zhirong.Engine.Proof;

/// <summary>The SM2 digital signature (GB/T 32918.2-2016) on the curve of GB/T 32918.5-2017, with SM3.</summary>
/// <remarks>A private key is 32 bytes, big-endian, from 1 to n − 2; a public key 0x04 ‖ x ‖ y; a signature r ‖ s.</remarks>
public static class Sm2
{
    /// <summary>The user id that GM/T 0009 and GB/T 35276 take when none is agreed: 1234567812345678.</summary>
    public static ReadOnlySpan<byte> DefaultUser => "1234567812345678"u8;

    public const int PrivateSize = 32, PublicSize = 65, SignatureSize = 64;

    private const string AAndB =
        "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93";

    private const string Generator =
        "32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0";

    private static readonly byte[] Constants = Convert.FromHexString(AAndB + Generator);

    /// <summary>Whether 32 bytes are a private key (6.1: from 1 to n − 2).</summary>
    public static bool IsPrivateKey(ReadOnlySpan<byte> key)
    {
        var last = U256.Subtract(Sm2Curve.N.Modulus, U256.One, out _);
        return key.Length == PrivateSize && U256.Read(key) is var d && !d.IsZero && d.IsBelow(last);
    }

    /// <summary>Whether 65 bytes are 0x04 ‖ x ‖ y of a point on the curve. Its order is prime: no further check is needed.</summary>
    public static bool IsPublicKey(ReadOnlySpan<byte> key) => Sm2Curve.Read(key) is not null;

    /// <summary>The public key of a private key; throws for what is no private key.</summary>
    public static byte[] PublicKey(ReadOnlySpan<byte> privateKey) => Sm2Curve.Write(Sm2Curve.Multiply(Secret(privateKey), Sm2Curve.Generator));

    /// <summary>Z: what the signer is, hashed (GB/T 32918.2, 5.5): length of the id in bits, id, curve, public key.</summary>
    public static Digest Z(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> user)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(publicKey.Length, PublicSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(user.Length, ushort.MaxValue / 8);
        Span<byte> bits = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bits, (ushort)(user.Length * 8));
        var sm3 = new Sm3();
        sm3.Append(bits);
        sm3.Append(user);
        sm3.Append(Constants);
        sm3.Append(publicKey[1..]);
        return sm3.Finish();
    }

    /// <summary>e: the hash of Z and the message, which is what is signed (6.1, A1 and A2).</summary>
    public static Digest Hash(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> user, ReadOnlySpan<byte> message)
    {
        var z = Z(publicKey, user);
        var sm3 = new Sm3();
        sm3.Append(z.Bytes);
        sm3.Append(message);
        return sm3.Finish();
    }

    /// <summary>Signs with a nonce drawn from key and message as RFC 6979 does, with HMAC-SM3: no luck is needed, none is trusted.</summary>
    public static byte[] Sign(ReadOnlySpan<byte> privateKey, ReadOnlySpan<byte> user, ReadOnlySpan<byte> message)
    {
        var e = Hash(PublicKey(privateKey), user, message);
        var nonces = new Sm2Nonce(privateKey, e);
        while (true)
        {
            var k = nonces.Next();
            if (SignHash(privateKey, e, k) is { } signature)
            {
                CryptographicOperations.ZeroMemory(k);
                return signature;
            }
        }
    }

    /// <summary>Signs the hash e with the nonce k given (6.1, A4 to A7); null when the standard asks for another k.</summary>
    /// <param name="k">32 bytes from 1 to n − 1. Signing two hashes with one nonce gives the key away.</param>
    public static byte[]? SignHash(ReadOnlySpan<byte> privateKey, in Digest e, ReadOnlySpan<byte> k)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(k.Length, PrivateSize);
        var n = Sm2Curve.N;
        var (d, nonce) = (Secret(privateKey), U256.Read(k));
        if (nonce.IsZero || !nonce.IsBelow(n.Modulus))
        {
            return null;
        }

        var x = n.Enter(Sm2Curve.XOf(Sm2Curve.Multiply(nonce, Sm2Curve.Generator)));
        var r = n.Add(n.Enter(U256.Read(e.Bytes)), x);
        var (secret, drawn) = (n.Enter(d), n.Enter(nonce));
        var s = n.Multiply(n.Invert(n.Add(n.One, secret)), n.Subtract(drawn, n.Multiply(r, secret)));
        if (r.IsZero || n.Add(r, drawn).IsZero || s.IsZero)
        {
            return null;
        }

        var signature = new byte[SignatureSize];
        n.Leave(r).Write(signature);
        n.Leave(s).Write(signature.AsSpan(32));
        return signature;
    }

    /// <summary>Whether the signature is the key's over the message (7.1); false also for what is no key or no signature.</summary>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> user, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureSize || Sm2Curve.Read(publicKey) is not { } point)
        {
            return false;
        }

        var n = Sm2Curve.N;
        var (r, s) = (U256.Read(signature[..32]), U256.Read(signature[32..]));
        var t = n.Leave(n.Add(n.Enter(r), n.Enter(s)));
        if (r.IsZero || s.IsZero || t.IsZero || !r.IsBelow(n.Modulus) || !s.IsBelow(n.Modulus))
        {
            return false;
        }

        var sum = Sm2Curve.MultiplySum(s, t, point);
        var e = Hash(publicKey, user, message);
        return !sum.Z.IsZero && n.Leave(n.Add(n.Enter(U256.Read(e.Bytes)), n.Enter(Sm2Curve.XOf(sum)))) == r;
    }

    /// <summary>The bytes of a user id written as text.</summary>
    public static byte[] User(string text) => Encoding.UTF8.GetBytes(text);

    private static U256 Secret(ReadOnlySpan<byte> privateKey) =>
        IsPrivateKey(privateKey) ? U256.Read(privateKey) : throw new ArgumentException("An SM2 private key is 32 bytes from 1 to n - 2.", nameof(privateKey));
}
