using System.Globalization;
using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending;

/// <summary>What can be said of a request's fields without the database.</summary>
internal sealed class LendingForm
{
    public List<Refusal> Faults { get; } = [];

    /// <summary>A text within its length; empty where it need not be there and is not.</summary>
    public string Text(string path, string? found, int most, bool required = true)
    {
        var text = found?.Trim() ?? "";
        if ((text.Length == 0 && required) || text.Length > most || text.Any(c => char.IsControl(c) && c is not '\n'))
        {
            Faults.Add(LendingRefusals.Text(path, text.Length == 0 ? "—" : text, most));
        }

        return text;
    }

    public string Word(string path, string? found, IReadOnlyList<string> words, bool required = true)
    {
        if (string.IsNullOrEmpty(found) && !required)
        {
            return "";
        }

        if (found is null || !words.Contains(found))
        {
            Faults.Add(LendingRefusals.Word(path, found ?? "—", words));
        }

        return found ?? "";
    }

    /// <summary>An amount above zero in fen; null where it need not be there and is not, or is none.</summary>
    public long? Amount(string path, string? found, bool required = false)
    {
        if (string.IsNullOrWhiteSpace(found) && !required)
        {
            return null;
        }

        if (decimal.TryParse(found?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan > 0 && yuan <= Money.Limit.Yuan && decimal.Round(yuan, 2) == yuan)
        {
            return (long)(yuan * 100m);
        }

        Faults.Add(LendingRefusals.Amount(path, found ?? "—"));
        return null;
    }

    /// <summary>A day from 1990 to 2199, not before another where one is given.</summary>
    public DateOnly Day(string path, DateOnly found, DateOnly? least = null)
    {
        if (found.Year is < 1990 or > 2199 || found < least)
        {
            Faults.Add(LendingRefusals.Day(path, $"{found:yyyy-MM-dd}", Words.Same($"{least ?? new DateOnly(1990, 1, 1):yyyy-MM-dd} … 2199-12-31")));
        }

        return found;
    }

    /// <summary>A unified social credit code, upper case; empty where none is given.</summary>
    public string Code(string path, string? found)
    {
        var code = Text(path, found, 18, required: false).ToUpperInvariant();
        if (code.Length > 0 && Engine.Basics.CreditCode.Check(code).Outcome == CreditCodeOutcome.Invalid)
        {
            Faults.Add(LendingRefusals.CreditCode(path, code));
        }

        return code;
    }

    /// <summary>SHA-256 in hexadecimal digits, lower case; empty where none is given.</summary>
    public string Hash(string path, string? found)
    {
        var hash = (found?.Trim() ?? "").ToLowerInvariant();
        if (hash.Length > 0 && (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)))
        {
            Faults.Add(LendingRefusals.Hash(path, hash));
        }

        return hash;
    }

    public void Count(string path, int found, int least, int most)
    {
        if (found < least || found > most)
        {
            Faults.Add(LendingRefusals.Count(path, found, least, most));
        }
    }
}
