using System.Globalization;

namespace Zhirong.Crash.Writer;

/// <summary>What the writer is told to do: words of the form <c>name=value</c>.</summary>
internal sealed record WriterOrders
{
    /// <summary>Data folder or connection string.</summary>
    public required string Target { get; init; }

    /// <summary>Folder of the log's private keys.</summary>
    public required string Keys { get; init; }

    public required int Seed { get; init; }

    /// <summary>First entry that was not sent before.</summary>
    public int From { get; init; }

    /// <summary>Entries before <see cref="From"/> that are sent again.</summary>
    public IReadOnlyList<int> Again { get; init; } = [];

    /// <summary>Entries asked for at the same time.</summary>
    public int Flight { get; init; } = 32;

    /// <summary>The stop at which it halts; null to go on until it is killed.</summary>
    public string? Halt { get; init; }

    /// <summary>Which arrival at that stop halts it, from 1.</summary>
    public int Nth { get; init; } = 1;

    /// <summary>The guard taken away: <c>ack-early</c>, <c>fork</c>; null for none.</summary>
    public string? Broken { get; init; }

    public IEnumerable<string> Words()
    {
        yield return $"target={Target}";
        yield return $"keys={Keys}";
        yield return $"seed={Seed}";
        yield return $"from={From}";
        yield return $"again={string.Join(',', Again)}";
        yield return $"flight={Flight}";
        yield return $"halt={Halt}";
        yield return $"nth={Nth}";
        yield return $"broken={Broken}";
    }

    public static WriterOrders Read(IEnumerable<string> words)
    {
        var by = words.Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        int Number(string name) => int.Parse(by[name], CultureInfo.InvariantCulture);
        return new()
        {
            Target = by["target"],
            Keys = by["keys"],
            Seed = Number("seed"),
            From = Number("from"),
            Again = [.. by["again"].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)],
            Flight = Number("flight"),
            Halt = by["halt"] is { Length: > 0 } halt ? halt : null,
            Nth = Number("nth"),
            Broken = by["broken"] is { Length: > 0 } broken ? broken : null,
        };
    }
}
