using System.Text;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Reading.Tables;

namespace Zhirong.Modules.Tests.Assets.Reading;

/// <summary>Registers read as the product reads them.</summary>
internal static class Samples
{
    public static HeaderAliases Aliases { get; } = HeaderAliases.Read(File.ReadAllBytes(Path.Combine(Repo.Root, "data", "rights", "header-aliases.csv"))).Value;

    public static string Golden(string name) => Path.Combine(Repo.Root, "tests", "golden", "register", name);

    public static List<ReadItem> Read(byte[] bytes, RegisterFormat? format = null) => [.. new RightsReader(Aliases).Read(new MemoryStream(bytes, writable: false), format)];

    public static List<ReadItem> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static List<ReadItem> ReadGolden(string name) => Read(File.ReadAllBytes(Golden(name)));

    public static List<SourceRecord> Records(this IEnumerable<ReadItem> items) => [.. items.OfType<ReadItem.Taken>().Select(t => t.Record)];

    /// <summary><c>3 IMP-0203</c>: line and code of what was refused.</summary>
    public static string[] Refused(this IEnumerable<ReadItem> items) => [.. items.OfType<ReadItem.Refused>().Select(r => $"{r.Reason.Line} {r.Reason.Code}")];

    public static string[] Warned(this IEnumerable<ReadItem> items) => [.. items.OfType<ReadItem.Warned>().Select(r => $"{r.Reason.Line} {r.Reason.Code}")];

    public static Dictionary<string, long> Unused(this IEnumerable<ReadItem> items) =>
        items.OfType<ReadItem.Unused>().GroupBy(u => u.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(u => u.Count), StringComparer.Ordinal);

    public static string? Day(this SourceRecord record, string field) => record.Dates.FirstOrDefault(d => d.Field == field)?.On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static string Number(this SourceRecord record, NumberUse use) => record.Numbers.FirstOrDefault(n => n.Use == use) is { } n ? $"{n.Office} {n.Text} {n.DocumentKind}".TrimEnd() : "";

    public static string Names(this SourceRecord record, PartyRole role) => string.Join(" / ", record.Parties.Where(p => p.Role == role).Select(p => p.Name));
}
