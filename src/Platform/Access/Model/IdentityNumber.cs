using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zhirong.Platform.Access.Model;

/// <summary>公民身份号码 by GB 11643-1999; kept only as a mask and a print.</summary>
internal static class IdentityNumber
{
    private const string Checks = "10X98765432";

    /// <summary>Eighteen characters, a birthday that was, and the check character of ISO 7064 MOD 11-2.</summary>
    public static bool IsValid(string number, DateOnly today) =>
        number.Length == 18 && number.AsSpan(0, 17).IndexOfAnyExceptInRange('0', '9') < 0
        && DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) && born <= today && born.Year >= 1850
        && number[17] == Check(number);

    /// <summary>Region and last four remain: <c>110101********1234</c>.</summary>
    public static string Mask(string number) => $"{number[..6]}********{number[^4..]}";

    /// <summary>The same for the same number in one installation; without the installation's key nobody can try numbers.</summary>
    public static string Print(string number, byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(number)));

    internal static char Check(string number)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (number[i] - '0') * ((1 << (17 - i)) % 11);
        }

        return Checks[sum % 11];
    }
}
