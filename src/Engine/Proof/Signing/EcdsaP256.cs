using System.Security.Cryptography;

namespace Zhirong.Engine.Proof;

/// <summary>ECDSA on NIST P-256 with SHA-256 (FIPS 186-5), by the platform's cryptography.</summary>
/// <remarks>A private key is the 32 bytes of d, a public key 0x04 ‖ x ‖ y, a signature r ‖ s (IEEE P1363).</remarks>
public static class EcdsaP256
{
    public const int PrivateSize = 32, PublicSize = 65, SignatureSize = 64;

    /// <summary>Whether 32 bytes are a private key: from 1 to n − 1.</summary>
    public static bool IsPrivateKey(ReadOnlySpan<byte> key)
    {
        var order = U256.Parse("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");
        return key.Length == PrivateSize && U256.Read(key) is var d && !d.IsZero && d.IsBelow(order);
    }

    /// <summary>Whether 65 bytes are 0x04 ‖ x ‖ y of a point on the curve.</summary>
    public static bool IsPublicKey(ReadOnlySpan<byte> key)
    {
        using var opened = Public(key);
        return opened is not null;
    }

    /// <summary>The public key of a private key; throws for what is no private key.</summary>
    public static byte[] PublicKey(ReadOnlySpan<byte> privateKey)
    {
        using var key = Private(privateKey);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [4, .. point.X!, .. point.Y!];
    }

    public static byte[] Sign(ReadOnlySpan<byte> privateKey, ReadOnlySpan<byte> message)
    {
        using var key = Private(privateKey);
        return key.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>Whether the signature is the key's over the message; false also for what is no key or no signature.</summary>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        using var key = Public(publicKey);
        return key is not null && signature.Length == SignatureSize
            && key.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static ECDsa Private(ReadOnlySpan<byte> privateKey) => IsPrivateKey(privateKey)
        ? ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = privateKey.ToArray() })
        : throw new ArgumentException("A P-256 private key is 32 bytes from 1 to n - 1.", nameof(privateKey));

    private static ECDsa? Public(ReadOnlySpan<byte> key)
    {
        if (key.Length != PublicSize || key[0] != 4)
        {
            return null;
        }

        try
        {
            return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = key[1..33].ToArray(), Y = key[33..].ToArray() } });
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
