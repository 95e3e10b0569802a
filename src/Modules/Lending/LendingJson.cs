using System.Text.Encodings.Web;
using System.Text.Json;

namespace Zhirong.Modules.Lending;

/// <summary>JSON as the room's rows keep it.</summary>
internal static class LendingJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
