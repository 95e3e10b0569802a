using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Zhirong.Platform.Access.SignIn;

/// <summary>Random keys people and programs hold; only their hashes are stored.</summary>
internal static class Secrets
{
    /// <summary>What an access token begins with, so that it is recognised where it does not belong.</summary>
    public const string TokenMark = "zrt_";

    /// <summary>Letters and digits that are not taken for each other.</summary>
    private const string Readable = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>256 random bits, 43 characters.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A first password to be typed once: 16 characters in fours, 79 bits.</summary>
    public static string FirstPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Readable, 4)));
}
