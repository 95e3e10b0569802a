namespace Zhirong.Engine.Proof;

/// <summary>
/// A promise about a content that shows nothing of it: H(0x02 ‖ salt ‖ content) with both hashes. Without the salt even
/// a content of few possibilities cannot be guessed; when salt and content are erased, every proof stays valid.
/// </summary>
public static class Commitment
{
    /// <summary>Bytes of a salt; drawn anew for each leaf from the system's random numbers.</summary>
    public const int SaltSize = 32;

    /// <param name="salt">Exactly 32 bytes.</param>
    /// <param name="content">Canonical JSON of the content.</param>
    public static DualDigest Of(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> content)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(salt.Length, SaltSize);
        return new(TreeHash.Sha256.Of([2], salt, content), TreeHash.Sm3.Of([2], salt, content));
    }
}
