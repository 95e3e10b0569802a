using System.Text;
using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Run;

namespace Zhirong.Engine.Tests.Waterfall;

/// <summary>The way a deal takes from text to JSON, as every caller of the engine walks it.</summary>
internal static class Deals
{
    public static readonly HolidayTable Holidays = HolidayTable.Parse(
        Directory.EnumerateFiles(Path.Combine(Repo.Root, "data", "holidays"), "2*.json").Order(StringComparer.Ordinal)
            .Select(file => KeyValuePair.Create(Path.GetFileName(file), File.ReadAllText(file)))).Value;

    /// <summary>The founding deals: one date with a bullet pool; twelve quarters of royalties with a reserve and a top-up.</summary>
    public static string Ningbo { get; } = Repo.Read("cases", "S01", "deal.yaml");

    public static string Ctex { get; } = Repo.Read("cases", "S05", "deal.yaml");

    public static DealPreparation Prepare(string deal, string? scenario = null) => DealPreparation.From(
        Encoding.UTF8.GetBytes(deal), scenario is null ? null : (ReadOnlyMemory<byte>?)Encoding.UTF8.GetBytes(scenario), Holidays);

    /// <summary>The run's JSON text; a deal that cannot run fails the test with its refusals.</summary>
    public static string RunText(string deal, string? scenario = null)
    {
        var prepared = Prepare(deal, scenario);
        if (prepared.Deal is null || prepared.Scenario is null)
        {
            var refusals = prepared.ShapeRefusals.Concat(prepared.Findings.Where(f => f.Severity == Severity.Error));
            throw new InvalidOperationException(string.Join('\n', refusals.Select(r => $"{r.Line}:{r.Column} {r.Path} {r.Code} {r.Sentence(Language.En)}")));
        }

        using var run = new ExactMachine(prepared.Deal).Run(prepared.Scenario);
        return Json(run, prepared.InputHash);
    }

    public static JsonElement Run(string deal, string? scenario = null) => JsonDocument.Parse(RunText(deal, scenario)).RootElement;

    public static string Json(DealRun run, string hash = "")
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
        {
            DealRunJson.Write(writer, run, hash, RunWarnings.Of(run), Language.En);
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    /// <summary>The deal with one text replaced; the text must stand in it exactly once, so that a test says what it changes.</summary>
    public static string With(this string deal, string found, string replacement)
    {
        var first = deal.IndexOf(found, StringComparison.Ordinal);
        return first >= 0 && deal.IndexOf(found, first + 1, StringComparison.Ordinal) < 0
            ? deal.Replace(found, replacement, StringComparison.Ordinal)
            : throw new ArgumentException($"'{found}' does not stand exactly once in the deal.", nameof(found));
    }

    public static decimal Yuan(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var step in path)
        {
            element = element.GetProperty(step);
        }

        return decimal.Parse(element.GetString()!);
    }

    /// <summary>An amount that may be absent, which reads zero.</summary>
    public static decimal YuanOrZero(this JsonElement element, string section, string key) =>
        element.GetProperty(section).TryGetProperty(key, out var value) ? decimal.Parse(value.GetString()!) : 0;
}
