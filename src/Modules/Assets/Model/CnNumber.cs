using System.Text.RegularExpressions;

namespace Zhirong.Modules.Assets.Model;

/// <summary>
/// Application numbers of the Chinese patent office: since October 2003 <c>YYYY T NNNNNNN . C</c>, before <c>YY T NNNNN . C</c>;
/// the check digit is the weighted sum modulo 11, 10 written X.
/// </summary>
public static partial class CnNumber
{
    /// <summary>The number as the register keeps it (<c>201910561574.9</c>) of any spelling with digits and check digit (<c>ZL 2019 1 0561574.9</c>, <c>CN201910561574</c>); null for what is none.</summary>
    public static string? Normal(string text)
    {
        var plain = new string([.. text.Select(Narrow).Where(c => !char.IsWhiteSpace(c) && c is not '-' and not '/')]).ToUpperInvariant();
        var match = Shape().Match(plain);
        if (!match.Success)
        {
            return null;
        }

        var digits = match.Groups["digits"].Value;
        return digits.Length is not (8 or 12) ? null : $"{digits}.{(match.Groups["check"].Success ? match.Groups["check"].Value : $"{Check(digits)}")}";
    }

    /// <summary>Whether the check digit of a normal number is right.</summary>
    public static bool Checks(string normal) => normal.IndexOf('.', StringComparison.Ordinal) is var at and > 0 && at == normal.Length - 2 && Check(normal.AsSpan(0, at)) == normal[^1];

    /// <summary>The category its type digit names; null where it names none we keep.</summary>
    public static RightKind? Kind(string normal)
    {
        var type = normal.IndexOf('.', StringComparison.Ordinal) switch { 12 => normal[4], 8 => normal[2], _ => ' ' };
        return type switch
        {
            '1' or '8' => RightKind.Invention,
            '2' or '9' => RightKind.UtilityModel,
            '3' => RightKind.Design,
            _ => null,
        };
    }

    /// <summary>The check digit of 8 or 12 digits.</summary>
    public static char Check(ReadOnlySpan<char> digits)
    {
        ReadOnlySpan<int> weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i];
        }

        return (sum % 11) is 10 ? 'X' : (char)('0' + (sum % 11));
    }

    /// <summary>A full-width letter, digit or sign as the ordinary one.</summary>
    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;

    [GeneratedRegex(@"\A(?:ZL|CN|CNZL)?(?<digits>\d{12}|\d{8})(?:\.(?<check>[\dX]))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
