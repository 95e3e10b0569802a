namespace Zhirong.Engine.Basics;

/// <summary>What the check characters of a unified social credit code say.</summary>
public enum CreditCodeOutcome
{
    /// <summary>Not such a code: neither check holds, or a character cannot stand where it stands.</summary>
    Invalid,

    /// <summary>
    /// Only the organisation code inside checks; the last character is not the standard's. Real codes of the early pilots are
    /// like this, so warn and let pass; a code with a mistyped last character looks the same.
    /// </summary>
    ValidOrganisationCodeOnly,

    /// <summary>The last character checks (GB 32100). Whether the code was ever given out only the register can say.</summary>
    Valid,
}

/// <summary>The outcome, and where a code that is not valid goes wrong.</summary>
/// <param name="Outcome">What the checks say.</param>
/// <param name="Position">One-based position of the first wrong character; 0 when valid or when the length is not 18.</param>
/// <param name="Expected">The check character that belongs there; <c>'\0'</c> where there is no single one.</param>
public readonly record struct CreditCodeCheck(CreditCodeOutcome Outcome, int Position, char Expected);

/// <summary>统一社会信用代码 by GB 32100-2015, with the organisation code of GB 11714-1997 in positions 9 to 17.</summary>
public static class CreditCode
{
    public const int Length = 18;

    private const int OrganisationAt = 8;
    private const int OrganisationCheckAt = 16;

    // GB 32100: digits and capitals without I, O, S, V, Z; a character's value is its index.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>Checks a code of 18 characters, capitals only, without blanks.</summary>
    /// <remarks>
    /// The last character covers all seventeen before it, so a code for which it is right is valid; the older check inside
    /// is only asked when it is wrong.
    /// </remarks>
    public static CreditCodeCheck Check(ReadOnlySpan<char> code)
    {
        if (code.Length != Length)
        {
            return new(CreditCodeOutcome.Invalid, 0, '\0');
        }

        for (var i = 0; i < Length; i++)
        {
            // Positions 3 to 8 are the region code of GB/T 2260.
            var allowed = i is >= 2 and < OrganisationAt ? char.IsAsciiDigit(code[i]) : Value(code[i]) >= 0;
            if (!allowed)
            {
                return new(CreditCodeOutcome.Invalid, i + 1, '\0');
            }
        }

        var expected = CheckCharacter(code[..(Length - 1)]);
        if (code[^1] == expected)
        {
            return new(CreditCodeOutcome.Valid, 0, '\0');
        }

        var organisation = OrganisationCheckCharacter(code.Slice(OrganisationAt, 8));
        return code[OrganisationCheckAt] == organisation
            ? new(CreditCodeOutcome.ValidOrganisationCodeOnly, Length, expected)
            : new(CreditCodeOutcome.Invalid, Length, expected);
    }

    /// <summary>The 18th character for the first 17: <c>31 − (Σ value·3^i mod 31)</c>, 31 standing for 0.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> first17)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(first17.Length, Length - 1, nameof(first17));
        var sum = 0;
        var weight = 1;
        foreach (var c in first17)
        {
            sum += Value(c) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    /// <summary>The check character of an eight-character organisation code: <c>11 − (Σ value·weight mod 11)</c>, 10 is X, 11 is 0.</summary>
    public static char OrganisationCheckCharacter(ReadOnlySpan<char> first8)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(first8.Length, 8, nameof(first8));
        ReadOnlySpan<int> weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            // GB 11714 counts all 26 letters: A is 10, Z is 35.
            sum += weights[i] * (char.IsAsciiDigit(first8[i]) ? first8[i] - '0' : first8[i] - 'A' + 10);
        }

        return (11 - (sum % 11)) switch
        {
            10 => 'X',
            11 => '0',
            var digit => (char)('0' + digit),
        };
    }

    private static int Value(char c) => Alphabet.IndexOf(c, StringComparison.Ordinal);
}
