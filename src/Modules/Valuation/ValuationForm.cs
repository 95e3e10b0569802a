using System.Globalization;
using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Valuation;

/// <summary>What can be said of a request's fields without the database.</summary>
internal sealed class ValuationForm
{
    public List<Refusal> Faults { get; } = [];

    /// <summary>A text within its length; empty where it need not be there and is not.</summary>
    public string Text(string path, string? found, int most, bool required = true)
    {
        var text = found?.Trim() ?? "";
        if ((text.Length == 0 && required) || text.Length > most || text.Any(c => char.IsControl(c) && c is not '\n'))
        {
            Faults.Add(ValuationRefusals.Text(path, text.Length == 0 ? "—" : text, most));
        }

        return text;
    }

    public string? Word(string path, string? found, IReadOnlyList<string> words, bool required = true)
    {
        if (string.IsNullOrEmpty(found) && !required)
        {
            return null;
        }

        if (found is null || !words.Contains(found))
        {
            Faults.Add(ValuationRefusals.Word(path, found ?? "—", words));
        }

        return found;
    }

    /// <summary>A decimal within bounds.</summary>
    public decimal? Number(string path, string? found, decimal least, decimal most, bool required = false)
    {
        if (string.IsNullOrWhiteSpace(found) && !required)
        {
            return null;
        }

        if (decimal.TryParse(found?.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most && decimal.Round(number, 12) == number)
        {
            return number;
        }

        Faults.Add(ValuationRefusals.Number(path, found ?? "—", Words.Same($"{least} … {most}")));
        return null;
    }

    /// <summary>A day the engine takes: 1990 to 2199.</summary>
    public DateOnly Day(string path, DateOnly found)
    {
        if (found.Year is < 1990 or > 2199)
        {
            Faults.Add(ValuationRefusals.Day(path, $"{found:yyyy-MM-dd}", Words.Same("1990-01-01 … 2199-12-31")));
        }

        return found;
    }
}
