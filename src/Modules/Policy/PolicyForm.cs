using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Modules.Policy;

/// <summary>What can be said of a request's fields without the database.</summary>
internal sealed class PolicyForm
{
    /// <summary>Fen below which an amount of a form lies: sums of many stay within 64 bits.</summary>
    private const decimal Most = 10_000_000_000_000m;

    public List<Refusal> Faults { get; } = [];

    /// <summary>A text within its length; empty where it need not be there and is not.</summary>
    public string Text(string path, string? found, int most, bool required = true)
    {
        var text = found?.Trim() ?? "";
        if ((text.Length == 0 && required) || text.Length > most || text.Any(c => char.IsControl(c) && c is not '\n'))
        {
            Faults.Add(PolicyRefusals.Text(path, text.Length == 0 ? "—" : text, most));
        }

        return text;
    }

    public string Word(string path, string? found, IReadOnlyList<string> words)
    {
        if (found is null || !words.Contains(found))
        {
            Faults.Add(PolicyRefusals.Word(path, found ?? "—", words));
        }

        return found ?? "";
    }

    /// <summary>An amount above zero, in fen.</summary>
    public long Fen(string path, string? found, bool orZero = false)
    {
        if (found is not null && FieldReader.TryNumber(found.Trim(), out var yuan) && (yuan > 0 || (orZero && yuan == 0)) && yuan < Most && yuan * 100m == decimal.Truncate(yuan * 100m))
        {
            return (long)(yuan * 100m);
        }

        Faults.Add(PolicyRefusals.Amount(path, found ?? "—"));
        return 0;
    }

    public DateOnly Day(string path, DateOnly found, DateOnly? least = null, DateOnly? most = null)
    {
        if (found.Year is < 1990 or > 2199 || found < least || found > most)
        {
            Faults.Add(PolicyRefusals.Day(path, $"{found:yyyy-MM-dd}", Words.Same($"{least ?? new DateOnly(1990, 1, 1):yyyy-MM-dd} … {most ?? new DateOnly(2199, 12, 31):yyyy-MM-dd}")));
        }

        return found;
    }

    public void FirmCode(string? found)
    {
        if (found is null || CreditCode.Check(found).Outcome != CreditCodeOutcome.Valid)
        {
            Faults.Add(PolicyRefusals.FirmCode(found ?? "—"));
        }
    }

    public int Year(string path, int found)
    {
        if (found is < 1990 or > 2199)
        {
            Faults.Add(PolicyRefusals.Year(path, found));
        }

        return found;
    }
}
