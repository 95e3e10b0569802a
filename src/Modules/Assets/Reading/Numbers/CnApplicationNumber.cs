using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Assets.Reading.Numbers;

/// <summary>
/// 专利申请号 (标准 ZC 0006-2003): year, type and serial, point, check digit. Twelve digits since October 2003
/// (<c>201910561574.9</c>), eight before (<c>02159962.9</c>). A patent's number is ZL and the same number.
/// </summary>
internal static class CnApplicationNumber
{
    public const int Long = 12;
    public const int Short = 8;

    private const int FirstLongYear = 2003;
    private const int LastYear = 2199;

    /// <summary>Σ dᵢ·wᵢ mod 11 with the weights 2 to 9, then 2 to 5; ten is X.</summary>
    public static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[i] - '0') * (2 + (i % 8));
        }

        return sum % 11 == 10 ? 'X' : (char)('0' + (sum % 11));
    }

    /// <summary>Whether these 8 or 12 digits can be year, type and serial of an application.</summary>
    public static bool Plausible(ReadOnlySpan<char> digits) => digits.Length switch
    {
        Long => Year(digits) is >= FirstLongYear and <= LastYear && digits[4] is '1' or '2' or '3' or '8' or '9',
        Short => Year(digits) is >= 1985 and <= FirstLongYear && digits[2] is '1' or '2' or '3' or '8' or '9' or '0',
        _ => false,
    };

    /// <summary>The year in the number: of filing, for a divisional of division.</summary>
    public static int Year(ReadOnlySpan<char> digits)
    {
        var year = 0;
        foreach (var c in digits[..(digits.Length >= Long ? 4 : 2)])
        {
            year = (year * 10) + c - '0';
        }

        return year >= 100 ? year : year + (year >= 85 ? 1900 : 2000);
    }

    /// <summary>1 and 8 are inventions, 2 and 9 utility models, 3 designs; null where the number (before 1989) does not tell.</summary>
    public static RightKind? Kind(ReadOnlySpan<char> digits) => digits[digits.Length >= Long ? 4 : 2] switch
    {
        '1' or '8' => RightKind.Invention,
        '2' or '9' => RightKind.UtilityModel,
        '3' => RightKind.Design,
        _ => null,
    };

    public static string Written(ReadOnlySpan<char> digits) => $"{digits}.{CheckDigit(digits)}";
}
