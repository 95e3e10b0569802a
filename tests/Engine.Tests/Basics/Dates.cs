using System.Globalization;
using System.Text.Json;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Tests.Basics;

/// <summary>Short ways to say dates and the shipped holiday table in tests.</summary>
internal static class Dates
{
    /// <summary>data/holidays as shipped: 2007 to 2026 published, 2027 empty.</summary>
    public static HolidayTable Holidays { get; } = HolidayTable.Parse(YearFiles()).Value;

    public static DateOnly D(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Date(this JsonElement row, string name) => D(row.GetProperty(name).GetString()!);

    public static IEnumerable<KeyValuePair<string, string>> YearFiles() =>
        Directory.EnumerateFiles(Path.Combine(Repo.Root, "data", "holidays"), "2*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => KeyValuePair.Create(Path.GetFileName(file), File.ReadAllText(file)));
}
