using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Builder;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Kept;

namespace Zhirong.Platform.Web;

/// <summary>The body of a request, read once within a limit, checked, and hashed for its idempotency key.</summary>
/// <typeparam name="T">The agreed form of the body.</typeparam>
public sealed class BodyOf<T> : IEndpointParameterMetadataProvider
    where T : class
{
    /// <summary>Largest body of a JSON request: a deal file's limit and room for what goes with it.</summary>
    public const long Limit = 12 * 1024 * 1024;

    private BodyOf(Result<T> value, WriteKey? key) => (Value, Key) = (value, key);

    /// <summary>The body, or why it cannot be used.</summary>
    public Result<T> Value { get; }

    /// <summary>Present when the caller sent an idempotency key.</summary>
    public WriteKey? Key { get; }

    public static async ValueTask<BodyOf<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var bytes = await RequestBytes.Read(context, Limit);
        if (!bytes.Ok)
        {
            return new(Result<T>.Refused(bytes.Refusals), null);
        }

        var header = context.Request.Headers["Idempotency-Key"].ToString();
        if (header.Length > 100 || header.Any(c => c is < '!' or > '~'))
        {
            return new(WebRefusals.Key(header), null);
        }

        var key = header.Length == 0 ? null : new WriteKey(header, $"{context.Request.Method} {context.Request.Path}", Convert.ToHexStringLower(SHA256.HashData(bytes.Value)), FieldPrints.Of(bytes.Value));
        return new(Parse(bytes.Value), key);
    }

    private static Result<T> Parse(byte[] bytes)
    {
        try
        {
            // Text is stored and shown: no NUL passes the door, escaped or not.
            if (bytes.AsSpan().IndexOf("\\u0000"u8) >= 0 || bytes.AsSpan().IndexOf((byte)0) >= 0)
            {
                return WebRefusals.Zero("");
            }

            return JsonSerializer.Deserialize<T>(bytes, WebJson.Options) is { } value ? value : WebRefusals.Body("", "null");
        }
        catch (JsonException problem)
        {
            return WebRefusals.Body(problem.Path ?? "", Short(problem.Message));
        }
    }

    private static string Short(string message) => message.Length <= 160 ? message : message[..160];

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}

/// <summary>The bytes of a request, never more than a limit.</summary>
public static class RequestBytes
{
    public static async Task<Result<byte[]>> Read(HttpContext context, long limit)
    {
        if (context.Request.ContentLength > limit)
        {
            return WebRefusals.TooLarge(context.Request.ContentLength.Value, limit);
        }

        using var memory = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            memory.Write(chunk, 0, read);
            if (memory.Length > limit)
            {
                return WebRefusals.TooLarge(memory.Length, limit);
            }
        }

        return memory.ToArray();
    }

    /// <summary>Text of a request that must be UTF-8.</summary>
    public static string Utf8(byte[] bytes) => new UTF8Encoding(false, true).GetString(bytes);
}
