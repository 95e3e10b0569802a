using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.Reading;

/// <summary>
/// What an import read, in counts and lists that stop growing: every refusal is counted, the first are listed; records of one
/// right are joined.
/// </summary>
public sealed class ImportReport
{
    /// <summary>Longest list of refusals, and of warnings; counting goes on behind it.</summary>
    public const int MostListed = 20_000;

    /// <summary>Longest list of rights; behind it they are only counted.</summary>
    public const int MostRights = 10_000;

    /// <summary>So many rights are told apart; what comes behind them counts as new.</summary>
    public const int MostKnown = 4_000_000;

    private const int MostNames = 10_000;

    /// <summary>Numbers kept of each right, on the average.</summary>
    private const int MostNumbers = 20;

    private readonly List<(string File, Refusal Reason)> refused = [];
    private readonly List<(string File, Refusal Reason)> warnings = [];
    private readonly List<RightRead> rights = [];
    private readonly Dictionary<string, RightRead> known = new(StringComparer.Ordinal);
    private readonly HashSet<ulong> counted = [];
    private readonly SortedDictionary<string, long> unused = new(StringComparer.Ordinal);

    /// <summary>Source records accepted.</summary>
    public long Taken { get; private set; }

    /// <summary>Those of them that fell on a right already named.</summary>
    public long Merged { get; private set; }

    public long RefusedCount { get; private set; }

    public long WarningCount { get; private set; }

    /// <summary>How many different rights were named.</summary>
    public long RightCount => Taken - Merged;

    public IReadOnlyList<(string File, Refusal Reason)> Refused => refused;

    public IReadOnlyList<(string File, Refusal Reason)> Warnings => warnings;

    /// <summary>In the order in which they were first named.</summary>
    public IReadOnlyList<RightRead> Rights => rights;

    /// <summary>Elements, columns and codes nobody read, by name.</summary>
    public IReadOnlyDictionary<string, long> Unused => unused;

    public void Add(string file, ReadItem item)
    {
        switch (item)
        {
            case ReadItem.Taken taken:
                Take(file, taken.Record);
                break;
            case ReadItem.Refused no:
                RefusedCount++;
                List(refused, file, no.Reason);
                break;
            case ReadItem.Warned odd:
                WarningCount++;
                List(warnings, file, odd.Reason);
                break;
            case ReadItem.Unused left when unused.ContainsKey(left.Name) || unused.Count < MostNames:
                unused[left.Name] = unused.GetValueOrDefault(left.Name) + left.Count;
                break;
        }
    }

    private static void List(List<(string, Refusal)> list, string file, Refusal reason)
    {
        if (list.Count < MostListed)
        {
            list.Add((file, reason));
        }
    }

    private void Take(string file, SourceRecord record)
    {
        Taken++;
        var keys = Keys(record).ToList();
        if (keys.Count == 0)
        {
            return;
        }

        if (Find(keys) is { } right)
        {
            Merged++;
            right.Join(file, record);
        }
        else if (rights.Count < MostRights)
        {
            rights.Add(right = new RightRead(keys[0], file, record));
        }
        else
        {
            // Past the list, a print of the first number tells whether the right was met.
            Merged += counted.Contains(Print(keys[0])) || (counted.Count < MostKnown && !counted.Add(Print(keys[0]))) ? 1 : 0;
            return;
        }

        foreach (var key in keys.TakeWhile(_ => known.Count < MostRights * MostNumbers))
        {
            known.TryAdd(key, right);
        }
    }

    /// <summary>By application number; a record without one, or a right without one, by what both name.</summary>
    private RightRead? Find(List<string> keys)
    {
        var application = keys[0].StartsWith('A') ? keys[0] : null;
        foreach (var key in keys)
        {
            if (known.TryGetValue(key, out var right) && (key == application || application is null || right.Application is null))
            {
                return right;
            }
        }

        return null;
    }

    /// <summary>The numbers that name a right, the application's first; publications and grants are one row of numbers.</summary>
    private static IEnumerable<string> Keys(SourceRecord record)
    {
        foreach (var use in (NumberUse[])[NumberUse.Application, NumberUse.Registration, NumberUse.Grant, NumberUse.Publication, NumberUse.Certificate])
        {
            foreach (var number in record.Numbers)
            {
                if (number.Use == use)
                {
                    yield return use switch
                    {
                        NumberUse.Application => $"A {number.Office} {number.Text}",
                        NumberUse.Registration => $"R {number.Office} {number.Text} {record.Kind}",
                        NumberUse.Certificate => $"C {number.Office} {number.Text} {record.Kind}",
                        _ => $"P {number.Office} {number.Text}",
                    };
                }
            }
        }
    }

    /// <summary>FNV-1a in 64 bits.</summary>
    private static ulong Print(string key)
    {
        var print = 14695981039346656037UL;
        foreach (var c in key)
        {
            print = (print ^ c) * 1099511628211UL;
        }

        return print;
    }
}
