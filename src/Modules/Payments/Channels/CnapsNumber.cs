namespace Zhirong.Modules.Payments.Channels;

/// <summary>支付系统行号: bank 3, city 4, branch 4, check 1; the check is ISO 7064 MOD 11,10 over the first eleven digits.</summary>
/// <remarks>Real numbers that fail the check exist: warn, do not refuse.</remarks>
public static class CnapsNumber
{
    public const int Length = 12;

    /// <summary>Twelve ASCII digits.</summary>
    public static bool IsShaped(ReadOnlySpan<char> number) => number.Length == Length && number.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether the check digit is right.</summary>
    public static bool ChecksOut(ReadOnlySpan<char> number) => IsShaped(number) && number[^1] - '0' == CheckDigit(number[..^1]);

    private static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (11 - product) % 10;
    }
}
