using System.Globalization;
using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>What can be said of a request's fields without the database.</summary>
internal sealed class RegisterForm
{
    public List<Refusal> Faults { get; } = [];

    /// <summary>A text within its length; null where it is empty and need not be there.</summary>
    public string? Text(string path, string? found, int most, bool required = true)
    {
        var text = found?.Trim() ?? "";
        if ((text.Length == 0 && required) || text.Length > most || text.Any(c => char.IsControl(c) && c is not '\n'))
        {
            Faults.Add(RegisterRefusals.Text(path, text, most));
        }

        return text.Length == 0 ? null : text;
    }

    public string? Word(string path, string? found, IReadOnlyList<string> words, bool required = true)
    {
        if (string.IsNullOrEmpty(found) && !required)
        {
            return null;
        }

        if (found is null || !words.Contains(found))
        {
            Faults.Add(RegisterRefusals.Word(path, found ?? "—", words));
        }

        return found;
    }

    public long? Amount(string path, string? found, bool required = false)
    {
        if (string.IsNullOrWhiteSpace(found))
        {
            if (required)
            {
                Faults.Add(RegisterRefusals.Amount(path, "—"));
            }

            return null;
        }

        if (decimal.TryParse(found.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var yuan) && Math.Abs(yuan) <= Money.Limit.Yuan && decimal.Round(yuan, 2) == yuan)
        {
            return (long)(yuan * 100m);
        }

        Faults.Add(RegisterRefusals.Amount(path, found));
        return null;
    }

    /// <summary>A fraction in millionths.</summary>
    public long? Share(string path, decimal? found)
    {
        if (found is not { } share)
        {
            return null;
        }

        if (share is <= 0 or > 1)
        {
            Faults.Add(RegisterRefusals.Range(path, $"{share}", new("大于 0、至多 1", "above 0, at most 1")));
        }

        return (long)decimal.Round(Math.Clamp(share, 0, 1) * 1_000_000m);
    }

    public void Order(string path, DateOnly? from, DateOnly? until)
    {
        if (from is { } first && until is { } last && last < first)
        {
            Faults.Add(RegisterRefusals.Days(path, $"{last:yyyy-MM-dd}", $"≥ {first:yyyy-MM-dd}"));
        }
    }

    /// <summary>A credit code: refused where it can be none, warned of where only its older check holds.</summary>
    public Refusal? CreditCode(string path, string? found)
    {
        if (found is null)
        {
            return null;
        }

        switch (Engine.Basics.CreditCode.Check(found).Outcome)
        {
            case CreditCodeOutcome.Invalid:
                Faults.Add(RegisterRefusals.CreditCode(path, found));
                return null;
            case CreditCodeOutcome.ValidOrganisationCodeOnly:
                return RegisterRefusals.CreditCode(path, found) with { Severity = Severity.Warning };
            default:
                return null;
        }
    }
}
