using System.Security.Cryptography;

namespace Zhirong.Engine.Proof;

/// <summary>How a checkpoint is signed; a log signs each one in both ways.</summary>
public enum SignatureAlgorithm
{
    /// <summary>ECDSA P-256 with SHA-256: <c>ecdsa-p256-sha256</c>.</summary>
    EcdsaP256Sha256,

    /// <summary>SM2 with SM3 and the default user id: <c>sm2-sm3</c>.</summary>
    Sm2Sm3,
}

/// <summary>Words of the algorithms as files have them.</summary>
public static class SignatureAlgorithms
{
    public static IReadOnlyList<SignatureAlgorithm> All { get; } = [SignatureAlgorithm.EcdsaP256Sha256, SignatureAlgorithm.Sm2Sm3];

    public static string Word(this SignatureAlgorithm algorithm) => algorithm == SignatureAlgorithm.Sm2Sm3 ? "sm2-sm3" : "ecdsa-p256-sha256";

    public static SignatureAlgorithm? Parse(string word) => word switch
    {
        "ecdsa-p256-sha256" => SignatureAlgorithm.EcdsaP256Sha256,
        "sm2-sm3" => SignatureAlgorithm.Sm2Sm3,
        _ => null,
    };
}

/// <summary>A public key of a log.</summary>
/// <param name="Fingerprint">The first 16 bytes of SHA-256 over the point, 32 lower-case hexadecimal characters.</param>
/// <param name="Public">0x04 ‖ x ‖ y, 65 bytes.</param>
public sealed record LogKey(SignatureAlgorithm Algorithm, string Fingerprint, ReadOnlyMemory<byte> Public)
{
    public const int FingerprintSize = 16;

    /// <summary>The key with its fingerprint taken.</summary>
    public static LogKey Of(SignatureAlgorithm algorithm, ReadOnlyMemory<byte> point) => new(algorithm, FingerprintOf(point.Span), point);

    public static string FingerprintOf(ReadOnlySpan<byte> point) => Hex.Of(SHA256.HashData(point).AsSpan(0, FingerprintSize));

    /// <summary>Whether the 65 bytes are a point of the algorithm's curve.</summary>
    public bool IsOnCurve => Algorithm == SignatureAlgorithm.Sm2Sm3 ? Sm2.IsPublicKey(Public.Span) : EcdsaP256.IsPublicKey(Public.Span);

    /// <summary>Whether the signature is this key's over the bytes.</summary>
    public bool Verify(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature) => Algorithm == SignatureAlgorithm.Sm2Sm3
        ? Sm2.Verify(Public.Span, Sm2.DefaultUser, signed, signature)
        : EcdsaP256.Verify(Public.Span, signed, signature);

    /// <summary>The same algorithm, fingerprint and point.</summary>
    public bool IsSame(LogKey other) => Algorithm == other.Algorithm && Fingerprint == other.Fingerprint && Public.Span.SequenceEqual(other.Public.Span);
}

/// <summary>Signs checkpoints: a key in memory here, a cryptographic module behind the same door in production (GM/T 0018).</summary>
public interface ICheckpointSigner
{
    LogKey Key { get; }

    /// <summary>The signature over the canonical bytes of a checkpoint, r ‖ s, 64 bytes.</summary>
    byte[] Sign(ReadOnlySpan<byte> checkpoint);
}

/// <summary>A signer whose private key lies in memory.</summary>
public sealed class MemorySigner : ICheckpointSigner
{
    private readonly byte[] secret;

    /// <param name="algorithm">Which signature.</param>
    /// <param name="privateKey">32 bytes for which <see cref="IsPrivateKey"/> holds; anything else throws.</param>
    public MemorySigner(SignatureAlgorithm algorithm, ReadOnlySpan<byte> privateKey)
    {
        Key = LogKey.Of(algorithm, algorithm == SignatureAlgorithm.Sm2Sm3 ? Sm2.PublicKey(privateKey) : EcdsaP256.PublicKey(privateKey));
        secret = privateKey.ToArray();
    }

    public LogKey Key { get; }

    /// <summary>Nearly every 32 random bytes are a key; draw again when they are not.</summary>
    public static bool IsPrivateKey(SignatureAlgorithm algorithm, ReadOnlySpan<byte> bytes) =>
        algorithm == SignatureAlgorithm.Sm2Sm3 ? Sm2.IsPrivateKey(bytes) : EcdsaP256.IsPrivateKey(bytes);

    public byte[] Sign(ReadOnlySpan<byte> checkpoint) => Key.Algorithm == SignatureAlgorithm.Sm2Sm3
        ? Sm2.Sign(secret, Sm2.DefaultUser, checkpoint)
        : EcdsaP256.Sign(secret, checkpoint);
}
