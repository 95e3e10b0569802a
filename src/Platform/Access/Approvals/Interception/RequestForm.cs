using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals.Interception;

/// <summary>A request read whole and checked as far as its form goes, before anybody is asked about it.</summary>
internal sealed record RequestForm
{
    /// <summary>Largest body that can wait for approval.</summary>
    public const long Limit = 12 * 1024 * 1024;

    public required string Endpoint { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string Query { get; init; }

    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public string? ContentType { get; init; }

    public required string Language { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>Null when the body is no JSON.</summary>
    public JsonNode? Json { get; init; }

    public string BodyHash => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>Reads the request and puts its body back for whoever reads next.</summary>
    public static async Task<Result<RequestForm>> Read(HttpContext context)
    {
        var endpoint = context.GetEndpoint()!;
        var bytes = await RequestBytes.Read(context, Limit);
        if (!bytes.Ok)
        {
            return Result<RequestForm>.Refused(bytes.Refusals);
        }

        context.Request.Body = new MemoryStream(bytes.Value, writable: false);
        var json = Checked(endpoint, bytes.Value);
        return !json.Ok ? Result<RequestForm>.Refused(json.Refusals) : new RequestForm
        {
            Endpoint = endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? throw new InvalidOperationException($"The endpoint {context.Request.Path} has no name."),
            Method = context.Request.Method,
            Path = context.Request.PathBase + context.Request.Path,
            Query = context.Request.QueryString.Value ?? "",
            Values = context.Request.RouteValues.ToDictionary(v => v.Key, v => $"{v.Value}"),
            ContentType = context.Request.ContentType,
            Language = context.Request.Headers.AcceptLanguage.ToString(),
            Bytes = bytes.Value,
            Json = json.Value.Node,
        };
    }

    /// <summary>The same request with another body, as a supplement.</summary>
    public static Result<RequestForm> Again(StoredRequest before, Endpoint endpoint, JsonNode body)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, RouteJson.Options);
        var json = Checked(endpoint, bytes);
        return !json.Ok ? Result<RequestForm>.Refused(json.Refusals) : new RequestForm
        {
            Endpoint = before.Endpoint,
            Method = before.Method,
            Path = before.Path,
            Query = before.Query,
            Values = ValuesOf(before.RouteValues),
            ContentType = before.ContentType,
            Language = before.Language,
            Bytes = bytes,
            Json = json.Value.Node,
        };
    }

    public static IReadOnlyDictionary<string, string> ValuesOf(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    public ActRequest Asked(string act) => new(act, Path, Values, Json);

    public StoredRequest Stored(ShownChange shown, RequestKeys keys)
    {
        var secret = Json is not null && ShownFields.HasSecret(Json);
        return new(Endpoint, Method, Path, Query, JsonSerializer.Serialize(Values, RouteJson.Options), ContentType, Language, secret ? keys.Protect(Bytes) : Bytes, secret, BodyHash, JsonSerializer.Serialize(shown.Fields, RouteJson.Options));
    }

    /// <summary>The body as JSON where the endpoint takes JSON; what it could not read is refused now, not after everybody has decided.</summary>
    private static Result<BodyNode> Checked(Endpoint endpoint, byte[] bytes)
    {
        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not { RequestType: { } type } accepts || !accepts.ContentTypes.Contains("application/json"))
        {
            return new BodyNode(null);
        }

        if (bytes.AsSpan().IndexOf("\\u0000"u8) >= 0 || bytes.AsSpan().IndexOf((byte)0) >= 0)
        {
            return WebRefusals.Zero("");
        }

        try
        {
            return JsonSerializer.Deserialize(bytes, type, WebJson.Options) is null ? WebRefusals.Body("", "null") : new BodyNode(JsonNode.Parse(bytes));
        }
        catch (JsonException problem)
        {
            return WebRefusals.Body(problem.Path ?? "", problem.Message.Length <= 160 ? problem.Message : problem.Message[..160]);
        }
    }

    private sealed record BodyNode(JsonNode? Node);
}
