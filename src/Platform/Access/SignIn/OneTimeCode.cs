using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zhirong.Platform.Access.SignIn;

/// <summary>Time-based one-time codes by RFC 6238 (HMAC-SHA-1, 30 seconds, 6 digits), as authenticator apps make them.</summary>
internal static class OneTimeCode
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Period = 30;

    /// <summary>160 random bits in base32 (RFC 4648), 32 letters.</summary>
    public static string NewSecret() => Base32(RandomNumberGenerator.GetBytes(20));

    /// <summary>What an authenticator app reads from a QR code.</summary>
    public static string Address(string secret, string login) =>
        $"otpauth://totp/{Uri.EscapeDataString($"Zhirong:{login}")}?secret={secret}&issuer=Zhirong&algorithm=SHA1&digits=6&period={Period}";

    /// <summary>The step whose code it is: now, or one step before or after for clocks that differ; null where it is none or was used.</summary>
    /// <param name="used">The last step whose code was used.</param>
    public static long? Step(string secret, string code, DateTimeOffset now, long used)
    {
        var step = now.ToUnixTimeSeconds() / Period;
        var given = Encoding.ASCII.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        long? found = null;
        for (var near = step - 1; near <= step + 1; near++)
        {
            if (near > used && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(secret, near)), given))
            {
                found = near;
            }
        }

        return found;
    }

    /// <summary>The code of a step.</summary>
    public static string At(string secret, long step, int digits = 6)
    {
        Span<byte> counter = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as authenticator apps implement it.
        var hash = HMACSHA1.HashData(Bytes(secret), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0f;
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset, 4)) & 0x7fffffff;
        return (number % (int)Math.Pow(10, digits)).ToString(new string('0', digits), CultureInfo.InvariantCulture);
    }

    internal static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var b in bytes)
        {
            (bits, count) = ((bits << 8) | b, count + 8);
            for (; count >= 5; count -= 5)
            {
                text.Append(Letters[(bits >> (count - 5)) & 31]);
            }

            bits &= (1 << count) - 1;
        }

        return count > 0 ? text.Append(Letters[(bits << (5 - count)) & 31]).ToString() : text.ToString();
    }

    private static byte[] Bytes(string base32)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in base32)
        {
            (bits, count) = ((bits << 5) | Letters.IndexOf(letter, StringComparison.Ordinal), count + 5);
            if (count >= 8)
            {
                bytes.Add((byte)(bits >> (count - 8)));
                count -= 8;
                bits &= (1 << count) - 1;
            }
        }

        return [.. bytes];
    }
}
