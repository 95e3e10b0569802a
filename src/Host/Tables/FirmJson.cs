using System.Globalization;
using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading.Firms;

namespace Zhirong.Host.Tables;

/// <summary><c>zhirong/import-firms/v1</c>.</summary>
internal static class FirmJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<(string File, FirmItem Item)> items, Language language)
    {
        List<(string File, FirmRecord Record)> firms = [.. items.Where(i => i.Item is FirmItem.Taken).Select(i => (i.File, ((FirmItem.Taken)i.Item).Record))];
        writer.WriteStartObject();
        writer.WriteString("schema", "zhirong/import-firms/v1");
        writer.WriteNumber("taken", firms.Count);
        ImportJson.Reasons(writer, "refused", items.Where(i => i.Item is FirmItem.Refused).Select(i => (i.File, ((FirmItem.Refused)i.Item).Reason)), language);
        ImportJson.Reasons(writer, "warnings", items.Where(i => i.Item is FirmItem.Warned).Select(i => (i.File, ((FirmItem.Warned)i.Item).Reason)), language);
        writer.WriteStartArray("firms");
        foreach (var (file, firm) in firms)
        {
            Firm(writer, file, firm);
        }

        writer.WriteEndArray();
        ImportJson.Unused(writer, Unused(items));
        writer.WriteEndObject();
    }

    public static SortedDictionary<string, long> Unused(IReadOnlyList<(string File, FirmItem Item)> items)
    {
        var unused = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (_, item) in items)
        {
            if (item is FirmItem.Unused left)
            {
                unused[left.Name] = unused.GetValueOrDefault(left.Name) + left.Count;
            }
        }

        return unused;
    }

    private static void Firm(Utf8JsonWriter writer, string file, FirmRecord firm)
    {
        writer.WriteStartObject();
        writer.WriteString("name", firm.Name);
        if (firm.Code is null)
        {
            writer.WriteNull("code");
        }
        else
        {
            writer.WriteString("code", firm.Code);
        }

        writer.WriteString("file", file);
        writer.WriteNumber("line", firm.Place.Line);
        writer.WriteStartArray("statements");
        foreach (var statement in firm.Statements)
        {
            writer.WriteStartObject();
            Period(writer, statement.Period);
            if (statement.Employees is { } employees)
            {
                writer.WriteNumber("employees", employees);
            }

            writer.WriteStartObject("figures");
            foreach (var (field, amount) in statement.Figures.OrderBy(f => FirmAliases.Figures.ToList().IndexOf(f.Key)))
            {
                writer.WriteString(field, amount.ToString());
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("products");
        foreach (var product in firm.Products)
        {
            writer.WriteStartObject();
            Period(writer, product.Period);
            writer.WriteString("product", product.Product);
            writer.WriteString("revenue", product.Revenue.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Period(Utf8JsonWriter writer, FirmPeriod period)
    {
        writer.WriteString("period", period.ToString());
        writer.WriteString("end", period.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteNumber("months", period.Months);
    }
}
