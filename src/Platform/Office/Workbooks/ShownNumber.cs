using System.Buffers;
using System.Globalization;

namespace Zhirong.Platform.Office.Workbooks;

/// <summary>A stored number the way spreadsheets show it: 0.10000000000000001 is 0.1, fifteen significant digits.</summary>
internal static class ShownNumber
{
    private const int Digits = 15;
    private static readonly SearchValues<char> PlainLetters = SearchValues.Create("0123456789.-");

    /// <summary>Reads the stored text; false for what is no finite number. Beyond the range of decimals the number is 0 and the text tells.</summary>
    public static bool TryRead(string stored, out decimal number, out string text)
    {
        (number, text) = (0, "");
        var trimmed = stored.Trim();
        if (Exact(trimmed, out number))
        {
            text = Plain(number);
            return true;
        }

        if (!double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var binary) || !double.IsFinite(binary))
        {
            return false;
        }

        var rounded = binary.ToString("E14", CultureInfo.InvariantCulture);
        if (Math.Abs(binary) is >= 1e-14 and < 7e28 or 0 && decimal.TryParse(rounded, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            text = Plain(number);
        }
        else
        {
            text = binary.ToString("R", CultureInfo.InvariantCulture);
        }

        return true;
    }

    /// <summary>Plain decimals with at most fifteen significant digits stand as they are.</summary>
    private static bool Exact(string text, out decimal number)
    {
        number = 0;
        return text.Length <= 24 && !text.AsSpan().ContainsAnyExcept(PlainLetters)
            && text.AsSpan().TrimStart("-0.").ToString().Count(char.IsAsciiDigit) <= Digits
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
