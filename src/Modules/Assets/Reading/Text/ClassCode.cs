using System.Globalization;

namespace Zhirong.Modules.Assets.Reading.Text;

/// <summary>Symbols of the IPC and the CPC, written in one way.</summary>
internal static class ClassCode
{
    /// <summary>
    /// <c>G01M   7/08</c>, <c>G06F015/00</c>, <c>A61M  31/    00            A I</c> and <c>G06F 15/16(2006.01)I</c> become
    /// <c>G01M7/08</c>, <c>G06F15/00</c>, <c>A61M31/00</c>, <c>G06F15/16</c>; what is no symbol stays as it is.
    /// </summary>
    public static string Symbol(string text)
    {
        var plain = Folding.Line(text).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (plain.Length < 4 || !char.IsAsciiLetterUpper(plain[0]) || !char.IsAsciiDigit(plain[1]) || !char.IsAsciiDigit(plain[2]) || !char.IsAsciiLetterUpper(plain[3]))
        {
            return Folding.Line(text);
        }

        var slash = plain.IndexOf('/', StringComparison.Ordinal);
        if (slash < 5 || plain.AsSpan(4, slash - 4).IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return plain.Length == 4 ? plain : plain.AsSpan(4).IndexOfAnyExceptInRange('0', '9') < 0 ? $"{plain[..4]}{Group(plain[4..])}" : plain[..4];
        }

        var end = slash + 1;
        while (end < plain.Length && char.IsAsciiDigit(plain[end]))
        {
            end++;
        }

        return end > slash + 1 ? $"{plain[..4]}{Group(plain[4..slash])}/{plain[(slash + 1)..end]}" : plain[..4];
    }

    private static string Group(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var group) ? group.ToString(CultureInfo.InvariantCulture) : digits;
}
