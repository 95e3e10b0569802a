using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Zhirong.Engine.Basics;
using Grade = Zhirong.Engine.Basics.Severity;

namespace Zhirong.Platform.Web;

/// <summary>A finding or refusal as the API prints it; paths name list items by id, else by index.</summary>
/// <param name="Code">Permanent code.</param>
/// <param name="Severity">error, warning or info.</param>
/// <param name="Path">Field path.</param>
/// <param name="Line">One-based line, at least 1.</param>
/// <param name="Column">One-based column, at least 1.</param>
/// <param name="Message">The sentence for people, in the reader's language.</param>
/// <param name="Found">Raw, as written.</param>
/// <param name="Expected">In the reader's language.</param>
public sealed record Finding(string Code, string Severity, string Path, int Line, int Column, string Message, string Found, string Expected)
{
    public static Finding Of(Refusal refusal, Language language) => new(
        refusal.Code,
        refusal.Severity switch { Grade.Error => "error", Grade.Warning => "warning", _ => "info" },
        refusal.Path,
        Math.Max(1, refusal.Line),
        Math.Max(1, refusal.Column),
        refusal.Message.In(language),
        refusal.Found,
        refusal.Expected.In(language));

    public static IReadOnlyList<Finding> Of(IEnumerable<Refusal> refusals, Language language) => [.. refusals.Select(r => Of(r, language))];
}

/// <summary>RFC 9457 problem document with our refusal codes.</summary>
public sealed record Problem
{
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required int Status { get; init; }

    public required string Detail { get; init; }

    /// <summary>Code of the first refusal.</summary>
    public required string Code { get; init; }

    public required string RequestId { get; init; }

    public IReadOnlyList<Finding> Errors { get; init; } = [];

    /// <summary>What else the caller needs to go on, such as the version somebody else saved.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Current { get; init; }
}

/// <summary>Makes problem documents from refusals.</summary>
public static class Problems
{
    /// <summary>The answer is no: 422 for content, or the status the refusal asks for.</summary>
    public static IResult Of(HttpContext context, IReadOnlyList<Refusal> refusals, int status = StatusCodes.Status422UnprocessableEntity, object? current = null)
    {
        var language = RequestLanguage.Of(context);
        return Results.Json(
            new Problem
            {
                Type = $"urn:zhirong:{refusals[0].Code}",
                Title = refusals[0].Message.In(language),
                Status = status,
                Detail = refusals[0].Sentence(language),
                Code = refusals[0].Code,
                RequestId = context.TraceIdentifier,
                Errors = Finding.Of(refusals, language),
                Current = current,
            },
            WebJson.Options,
            "application/problem+json",
            status);
    }

    public static IResult Of(HttpContext context, Refusal refusal, int status = StatusCodes.Status422UnprocessableEntity, object? current = null) =>
        Of(context, [refusal], status, current);
}
