using System.Text.Json.Nodes;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Cases.Desk;

/// <summary>A text file a step sends, as a bank would: <c>{head: […], columns: […], rows: […]}</c>, each row a list of cells; the head is optional.</summary>
internal static class Csv
{
    public static string Text(Scope scope, DocMap csv)
    {
        var columns = scope.Json(csv["columns"]!)!.AsArray();
        var rows = scope.Json(csv["rows"]!)!.AsArray();
        var head = csv["head"] is { } written ? scope.Json(written)!.AsArray() : [];
        return string.Concat(head.Append(columns).Concat(rows).Select(row => string.Join(',', row!.AsArray().Select(Quoted)) + "\r\n"));
    }

    private static string Quoted(JsonNode? cell)
    {
        var text = cell is null ? "" : Scope.Plain(cell);
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
