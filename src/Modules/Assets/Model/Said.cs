using System.Collections;
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
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsEmpty } },
    };

    /// <summary>The record without its events, which the register keeps by themselves.</summary>
    public static string Json(SourceRecord record) => JsonSerializer.Serialize(record with { Events = [] }, Options);

    public static SourceRecord Read(string json) => JsonSerializer.Deserialize<SourceRecord>(json, Options)!;

    private static void LeaveOutWhatIsEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.PropertyType != typeof(string) && p.PropertyType.IsAssignableTo(typeof(IEnumerable))))
        {
            property.ShouldSerialize = (_, value) => value is IEnumerable list && list.GetEnumerator().MoveNext();
        }
    }
}
