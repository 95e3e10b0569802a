using System.Globalization;
using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;

namespace Zhirong.Host.Tables;

/// <summary><c>zhirong/import-report/v1</c>.</summary>
internal static class ImportJson
{
    public static void Write(Utf8JsonWriter writer, ImportReport report, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", "zhirong/import-report/v1");
        writer.WriteNumber("taken", report.Taken);
        writer.WriteNumber("merged", report.Merged);
        writer.WriteNumber("refusedCount", report.RefusedCount);
        writer.WriteNumber("warningCount", report.WarningCount);
        writer.WriteNumber("rightCount", report.RightCount);
        Reasons(writer, "refused", report.Refused, language);
        Reasons(writer, "warnings", report.Warnings, language);
        writer.WriteStartArray("rights");
        foreach (var right in report.Rights)
        {
            Right(writer, right);
            if (writer.BytesPending > 16 * 1024)
            {
                writer.Flush();
            }
        }

        writer.WriteEndArray();
        Unused(writer, report.Unused);
        writer.WriteEndObject();
    }

    public static void Reasons(Utf8JsonWriter writer, string name, IEnumerable<(string File, Refusal Reason)> reasons, Language language)
    {
        writer.WriteStartArray(name);
        foreach (var (file, reason) in reasons)
        {
            writer.WriteStartObject();
            writer.WriteString("file", file);
            writer.WriteNumber("line", reason.Line);
            writer.WriteString("code", reason.Code);
            writer.WriteString("path", reason.Path);
            writer.WriteString("message", reason.Sentence(language));
            writer.WriteString("found", reason.Found);
            writer.WriteString("expected", reason.Expected.In(language));
            writer.WriteEndObject();
            if (writer.BytesPending > 16 * 1024)
            {
                writer.Flush();
            }
        }

        writer.WriteEndArray();
    }

    public static void Unused(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, long>> unused)
    {
        writer.WriteStartObject("unused");
        foreach (var (name, count) in unused)
        {
            writer.WriteNumber(name, count);
        }

        writer.WriteEndObject();
    }

    private static void Right(Utf8JsonWriter writer, RightRead right)
    {
        var record = right.Record;
        writer.WriteStartObject();
        writer.WriteString("key", right.Key);
        Text(writer, "kind", record.Kind?.Word());
        Text(writer, "applicationNumber", right.Application?.Text);
        writer.WriteString("office", (right.Application ?? record.Numbers[0]).Office);
        Numbers(writer, "numbers", record.Numbers);
        Text(writer, "title", record.Titles.Count > 0 ? record.Titles[0].Text : null);
        Texts(writer, "titles", record.Titles);
        Texts(writer, "abstracts", record.Abstracts);
        writer.WriteStartObject("dates");
        foreach (var date in record.Dates.DistinctBy(d => d.Field))
        {
            writer.WriteString(date.Field, Day(date.On));
        }

        writer.WriteEndObject();
        Parties(writer, record);
        writer.WriteStartArray("classes");
        foreach (var one in record.Classes)
        {
            writer.WriteStartObject();
            writer.WriteString("scheme", one.Scheme);
            writer.WriteString("code", one.Code);
            writer.WriteBoolean("main", one.Main);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Goods(writer, record);
        Number(writer, "claims", record.Claims);
        Text(writer, "firstClaim", record.FirstClaim);
        Numbers(writer, "cites", record.Cites);
        Number(writer, "citedBy", record.CitedBy);
        Family(writer, record.Family);
        Text(writer, "divisionalOf", record.DivisionalOf is { } parent ? $"{parent.Office} {parent.Text}" : null);
        Number(writer, "termAdjustmentDays", record.TermAdjustmentDays);
        Text(writer, "status", record.StatusText);
        Text(writer, "asOf", record.Place.AsOf is { } asOf ? Day(asOf) : null);
        Events(writer, record.Events);
        Words(writer, "other", record.Other);
        writer.WriteNumber("records", right.Records);
        writer.WriteStartArray("places");
        foreach (var (file, line) in right.Places)
        {
            writer.WriteStartObject();
            writer.WriteString("file", file);
            writer.WriteNumber("line", line);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Parties(Utf8JsonWriter writer, SourceRecord record)
    {
        writer.WriteStartArray("parties");
        foreach (var party in record.Parties)
        {
            writer.WriteStartObject();
            writer.WriteString("role", Word(party.Role.ToString()));
            writer.WriteString("name", party.Name);
            Text(writer, "country", party.Country);
            Text(writer, "address", party.Address);
            Text(writer, "code", party.Code);
            Text(writer, "share", party.Share?.ToString("0.############", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter writer, string name, IReadOnlyList<RightNumber> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers)
        {
            writer.WriteStartObject();
            writer.WriteString("office", number.Office);
            writer.WriteString("use", Word(number.Use.ToString()));
            writer.WriteString("text", number.Text);
            writer.WriteString("kind", number.DocumentKind);
            writer.WriteString("raw", number.Raw);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter writer, string name, IReadOnlyList<TextIn> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStartObject();
            writer.WriteString("language", text.Language);
            writer.WriteString("text", text.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Goods(Utf8JsonWriter writer, SourceRecord record)
    {
        writer.WriteStartArray("goods");
        foreach (var goods in record.Goods)
        {
            writer.WriteStartObject();
            writer.WriteString("class", goods.Code);
            writer.WriteString("text", goods.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Family(Utf8JsonWriter writer, FamilyRead? family)
    {
        if (family is null)
        {
            writer.WriteNull("family");
            return;
        }

        writer.WriteStartObject("family");
        Text(writer, "id", family.Id);
        Number(writer, "size", family.Size);
        Numbers(writer, "members", family.Members);
        writer.WriteEndObject();
    }

    private static void Events(Utf8JsonWriter writer, IReadOnlyList<EventRead> events)
    {
        writer.WriteStartArray("events");
        foreach (var told in events)
        {
            writer.WriteStartObject();
            writer.WriteString("scheme", told.Scheme);
            writer.WriteString("code", told.Code);
            Text(writer, "recordedOn", told.RecordedOn is { } recorded ? Day(recorded) : null);
            Text(writer, "effectiveOn", told.EffectiveOn is { } effective ? Day(effective) : null);
            writer.WriteString("text", told.Text);
            Words(writer, "facts", told.Facts);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Words(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, string> words)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in words.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is null)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, value);
        }
    }

    private static void Number(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>OriginalApplicant</c> → <c>originalApplicant</c>.</summary>
    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
