using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Reading;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Terms;
using Zhirong.Modules.Securitization.Excel;

namespace Zhirong.Modules.Tests.Excel;

/// <summary>Deals of the founding cases, what they mean and what they pay.</summary>
internal static class Deals
{
    public static string Root { get; } = FindRoot();

    private static readonly JsonSerializerOptions Options = new() { Converters = { new Scaleless() } };

    private static readonly HolidayTable Holidays = HolidayTable.Parse(
        Directory.EnumerateFiles(Path.Combine(Root, "data", "holidays"), "2*.json").Order(StringComparer.Ordinal)
            .Select(file => KeyValuePair.Create(Path.GetFileName(file), File.ReadAllText(file)))).Value;

    public static DocNode Of(string caseId) => DocReader.Read(File.ReadAllBytes(Path.Combine(Root, "cases", caseId, "deal.yaml"))).Value;

    public static DocNode Parse(string text) => DocReader.Read(text).Value;

    /// <summary>Every field of the terms as JSON; refusals fail the test.</summary>
    public static string Meaning(DocNode deal)
    {
        var read = DealReader.Read(deal);
        return read.Ok
            ? JsonSerializer.Serialize(Ordered(read.Value), Options)
            : throw new InvalidOperationException(string.Join('\n', read.Refusals.Select(refusal => $"{refusal.Code} {refusal.Path} {refusal.Sentence(Language.En)}")));
    }

    /// <summary>Without the source; offsets and parties, whose order means nothing, by their names.</summary>
    private static DealDefinition Ordered(DealDefinition deal) => deal with
    {
        Source = new DocList([], 1, 1),
        Dates = deal.Dates with { Offsets = [.. deal.Dates.Offsets.OrderBy(offset => offset.Key, StringComparer.Ordinal)] },
        Parties = new SortedDictionary<string, string>(deal.Parties.ToDictionary(), StringComparer.Ordinal),
    };

    /// <summary>0.0520 and 0.052 are one rate.</summary>
    private sealed class Scaleless : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("0.############################"));
    }

    /// <summary>The run's JSON without the hash of the text.</summary>
    public static string Run(DocNode deal)
    {
        var prepared = DealPreparation.From(Encoding.UTF8.GetBytes(DealYaml.Write(deal)), null, Holidays);
        using var run = new ExactMachine(prepared.Deal!).Run(prepared.Scenario!);
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
        {
            DealRunJson.Write(writer, run, "", RunWarnings.Of(run), Language.En);
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Zhirong.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Zhirong.slnx above {AppContext.BaseDirectory}.");
    }
}
