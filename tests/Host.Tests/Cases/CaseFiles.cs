using System.Collections.Concurrent;
using Zhirong.Cases;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Credit;
using Zhirong.Host.Serve;

namespace Zhirong.Host.Tests.Cases;

/// <summary>Cases for tests: the shipped ones, and made-up ones held in memory.</summary>
internal static class CaseFiles
{
    private static readonly ConcurrentDictionary<string, Lazy<string>> Stores = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, Lazy<CaseRun>> Plays = new(StringComparer.Ordinal);

    /// <summary>The shipped founding cases.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. Directory.EnumerateDirectories(Repo.At("cases")).Where(d => File.Exists(Path.Combine(d, "case.yaml"))).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    /// <summary>Cases whose play asks the desk hundreds of times, and the largest of them a thousand.</summary>
    private static readonly string[] Large = ["S07", "S18"];

    /// <summary>Of a large case two are played each time and the others with ZHIRONG_LONG=1; of any other all.</summary>
    public static IReadOnlyList<T> Some<T>(string id, IReadOnlyList<T> all) => Large.Contains(id) && Environment.GetEnvironmentVariable("ZHIRONG_LONG") != "1" ? [.. all.Take(2)] : all;

    public static CaseReferences References { get; } = new(
        HolidayTable.Parse(Directory.EnumerateFiles(Repo.At("data", "holidays"), "2*.json").Order(StringComparer.Ordinal).Select(f => KeyValuePair.Create(Path.GetFileName(f), File.ReadAllText(f)))).Value,
        LprTable.Parse(Repo.Read("data", "rates", "lpr.csv")).Value);

    public static CaseSource Shipped(string id) => new()
    {
        File = $"cases/{id}/case.yaml",
        Bytes = File.ReadAllBytes(Repo.At("cases", id, "case.yaml")),
        Read = name => File.ReadAllBytes(Repo.At("cases", id, name)),
    };

    public static CaseSource Made(string text, IReadOnlyDictionary<string, string>? files = null) => new()
    {
        File = "case.yaml",
        Bytes = System.Text.Encoding.UTF8.GetBytes(text),
        Read = name => files is not null && files.TryGetValue(name, out var file)
            ? System.Text.Encoding.UTF8.GetBytes(file)
            : DocRefusals.Missing(name, "no such file"),
    };

    /// <summary>Plays a shipped case that must not be refused.</summary>
    public static CaseRun Play(string id, params string[] sets) => Made(CaseRun.Play(Shipped(id), References, sets));

    /// <summary>A shipped case as it stands, with all parts: played once for all who look at it.</summary>
    public static CaseRun Published(string id) => Plays.GetOrAdd(id, key => new(() => PlayOnDesk(key, null))).Value;

    /// <summary>With the parts that are played on the running product; a server is started where there are any, on a store of its own.</summary>
    /// <param name="parts">Only these parts' checks; null for all.</param>
    public static CaseRun PlayOnDesk(string id, IReadOnlyList<string>? parts, params string[] sets)
    {
        CaseServer? server = null;
        string? folder = null;
        try
        {
            return Made(CaseRun.Play(Shipped(id), References, sets, parts, new(() => (server ??= CaseServer.Open(folder = Fresh(id), [id])).Desk)));
        }
        finally
        {
            server?.Dispose();
            if (folder is not null)
            {
                Directory.Delete(folder, true);
            }
        }
    }

    /// <summary>A store as a case finds it: made once for each case, and copied.</summary>
    private static string Fresh(string id)
    {
        var made = Stores.GetOrAdd(id, key => new(() =>
        {
            var first = Directory.CreateTempSubdirectory("zhirong-case-made-").FullName;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(first, true);
            CaseServer.Open(first, [key]).Dispose();
            return first;
        })).Value;
        var copy = Directory.CreateTempSubdirectory("zhirong-case-").FullName;
        foreach (var file in Directory.EnumerateFiles(made, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(made, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private static CaseRun Made(CaseOutcome outcome) =>
        outcome.Run ?? throw new InvalidOperationException(string.Join("; ", outcome.Refusals.Select(r => $"{r.File} {r.Refusal.Path} {r.Refusal.Sentence(Language.En)}")));

    /// <summary>What a check computed, as printed.</summary>
    public static Dictionary<string, string> Computed(this CaseRun run) =>
        run.Checks.Where(c => c.Output is not null).ToDictionary(c => c.Check.Id, c => c.Output!.Value.In(Language.En));
}
