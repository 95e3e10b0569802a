using System.Text.Json.Nodes;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Host.Tests.Schemas;

/// <summary>A document as JSON the way a YAML core-schema reader would type it.</summary>
internal static class DocToJson
{
    public static JsonNode? Of(DocNode node) => node switch
    {
        DocMap map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key, Of(e.Value)))),
        DocList list => new JsonArray([.. list.Items.Select(Of)]),
        DocScalar { IsNull: true } => null,
        DocScalar { Quoted: false, Text: "true" or "false" } flag => JsonValue.Create(flag.Text == "true"),
        DocScalar { Quoted: false } plain when FieldReader.TryNumber(plain.Text, out var number) => JsonValue.Create(number),
        DocScalar scalar => JsonValue.Create(scalar.Text),
        _ => throw new InvalidOperationException(),
    };
}
