using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Zhirong.Modules.Assets.Reading;

namespace Zhirong.Modules.Assets.Model;

/// <summary>
/// Writes a record as <see cref="Said.Read"/> reads it, field by field: what is null or empty is left out. The same bytes as the
/// serializer gives, which a test holds it to, at a fraction of the time; prints are made of them.
/// </summary>
internal static class SaidJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly string[] Kinds = [.. Enum.GetValues<RightKind>().Select(k => JsonNamingPolicy.SnakeCaseLower.ConvertName(k.ToString()))];

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? kept;

    /// <summary>Without its events and its line.</summary>
    public static string Of(SourceRecord record)
    {
        kept ??= Made();
        var (buffer, writer) = kept.Value;
        buffer.ResetWrittenCount();
        writer.Reset();
        Write(writer, record);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) Made()
    {
        var buffer = new ArrayBufferWriter<byte>(4_096);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }

    private static void Write(Utf8JsonWriter writer, SourceRecord record)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("place"u8);
        writer.WriteNumber("line"u8, 0);
        writer.WriteEndObject();
        if (record.Kind is { } kind)
        {
            writer.WriteString("kind"u8, Kinds[(int)kind]);
        }

        writer.WriteStartArray("numbers"u8);
        Numbers(writer, record.Numbers);
        writer.WriteEndArray();
        Texts(writer, "titles"u8, record.Titles);
        Texts(writer, "abstracts"u8, record.Abstracts);
        Dates(writer, record.Dates);
        Parties(writer, record.Parties);
        Classes(writer, record.Classes);
        Number(writer, "claims"u8, record.Claims);
        Text(writer, "firstClaim"u8, record.FirstClaim);
        if (record.Cites.Count > 0)
        {
            writer.WriteStartArray("cites"u8);
            Numbers(writer, record.Cites);
            writer.WriteEndArray();
        }

        Number(writer, "citedBy"u8, record.CitedBy);
        Family(writer, record.Family);
        if (record.DivisionalOf is { } parent)
        {
            writer.WritePropertyName("divisionalOf"u8);
            Number(writer, parent);
        }

        Text(writer, "statusText"u8, record.StatusText);
        Number(writer, "termAdjustmentDays"u8, record.TermAdjustmentDays);
        Goods(writer, record.Goods);
        if (record.Other.Count > 0)
        {
            writer.WriteStartObject("other"u8);
            foreach (var (name, value) in record.Other)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter writer, IReadOnlyList<RightNumber> numbers)
    {
        foreach (var number in numbers)
        {
            Number(writer, number);
        }
    }

    private static void Number(Utf8JsonWriter writer, RightNumber number)
    {
        writer.WriteStartObject();
        writer.WriteString("office"u8, number.Office);
        writer.WriteString("use"u8, Use(number.Use));
        writer.WriteString("text"u8, number.Text);
        writer.WriteString("documentKind"u8, number.DocumentKind);
        writer.WriteString("raw"u8, number.Raw);
        writer.WriteEndObject();
    }

    private static ReadOnlySpan<byte> Use(NumberUse use) => use switch
    {
        NumberUse.Application => "application"u8,
        NumberUse.Publication => "publication"u8,
        NumberUse.Grant => "grant"u8,
        NumberUse.Registration => "registration"u8,
        NumberUse.Certificate => "certificate"u8,
        _ => "priority"u8,
    };

    private static ReadOnlySpan<byte> Role(PartyRole role) => role switch
    {
        PartyRole.Applicant => "applicant"u8,
        PartyRole.OriginalApplicant => "original_applicant"u8,
        PartyRole.Owner => "owner"u8,
        PartyRole.Inventor => "inventor"u8,
        PartyRole.Agency => "agency"u8,
        _ => "agent"u8,
    };

    private static void Texts(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<TextIn> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStartObject();
            writer.WriteString("language"u8, text.Language);
            writer.WriteString("text"u8, text.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Dates(Utf8JsonWriter writer, IReadOnlyList<DatedFact> dates)
    {
        if (dates.Count == 0)
        {
            return;
        }

        Span<char> day = stackalloc char[10];
        writer.WriteStartArray("dates"u8);
        foreach (var date in dates)
        {
            writer.WriteStartObject();
            writer.WriteString("field"u8, date.Field);
            date.On.TryFormat(day, out _, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            writer.WriteString("on"u8, day);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Parties(Utf8JsonWriter writer, IReadOnlyList<PartyRead> parties)
    {
        if (parties.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("parties"u8);
        foreach (var party in parties)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, Role(party.Role));
            writer.WriteString("name"u8, party.Name);
            Text(writer, "country"u8, party.Country);
            Text(writer, "address"u8, party.Address);
            Text(writer, "code"u8, party.Code);
            if (party.Share is { } share)
            {
                writer.WriteNumber("share"u8, share);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Classes(Utf8JsonWriter writer, IReadOnlyList<ClassRead> classes)
    {
        if (classes.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("classes"u8);
        foreach (var one in classes)
        {
            writer.WriteStartObject();
            writer.WriteString("scheme"u8, one.Scheme);
            writer.WriteString("code"u8, one.Code);
            writer.WriteBoolean("main"u8, one.Main);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Family(Utf8JsonWriter writer, FamilyRead? family)
    {
        if (family is null)
        {
            return;
        }

        writer.WriteStartObject("family"u8);
        Text(writer, "id"u8, family.Id);
        Number(writer, "size"u8, family.Size);
        if (family.Members is { Count: > 0 } members)
        {
            writer.WriteStartArray("members"u8);
            Numbers(writer, members);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Goods(Utf8JsonWriter writer, IReadOnlyList<ClassText> goods)
    {
        if (goods.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("goods"u8);
        foreach (var one in goods)
        {
            writer.WriteStartObject();
            writer.WriteString("scheme"u8, one.Scheme);
            writer.WriteString("code"u8, one.Code);
            writer.WriteString("text"u8, one.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? number)
    {
        if (number is { } known)
        {
            writer.WriteNumber(name, known);
        }
    }
}
