using System.Collections;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Zhirong.Modules.Assets.Reading;

namespace Zhirong.Modules.Assets.Model;

/// <summary>What one source says of a right, kept whole.</summary>
/// <param name="Source">The source's number in the register.</param>
/// <param name="SourceName">Its file name, or who typed it in.</param>
/// <param name="AsOf">The day it stands at.</param>
/// <param name="Print">The same statement has the same print.</param>
public sealed record Said(long Source, string SourceName, DateOnly AsOf, string Print, SourceRecord Record)
{
    /// <summary>When it was typed in, in microseconds; 0 of a file, which goes before what is typed in for the same day.</summary>
    public long At { get; init; }

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsEmpty } },
    };

    /// <summary>The record without its events, which the register keeps by themselves, and without its line.</summary>
    public static string Json(SourceRecord record) => SaidJson.Of(record);

    /// <summary>The same by the serializer, which reads it again: what <see cref="SaidJson"/> is held to.</summary>
    internal static string Serialized(SourceRecord record) => JsonSerializer.Serialize(record with { Events = [], Place = new(0) }, Options);

    /// <summary>What tells one statement from another: its day and what it says, wherever it stood.</summary>
    public static string PrintOf(DateOnly asOf, string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{asOf:yyyy-MM-dd}{json}")).AsSpan(0, 12));

    public static SourceRecord Read(string json) => JsonSerializer.Deserialize<SourceRecord>(json, Options)!;

    private static void LeaveOutWhatIsEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => !p.IsRequired && p.PropertyType != typeof(string) && p.PropertyType.IsAssignableTo(typeof(IEnumerable))))
        {
            property.ShouldSerialize = (_, value) => value is IEnumerable list && list.GetEnumerator().MoveNext();
        }
    }
}
