using Microsoft.AspNetCore.Http;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Web;

/// <summary>Answers to writes.</summary>
public static class Answers
{
    /// <summary>
    /// The answer of a write, the kept answer of its repetition, or the refusal: 404 for what is not there (WEB-0105), 403 for what is
    /// shared for reading only (STO-0201), 409 for the codes
    /// of a conflict, else 422.
    /// </summary>
    public static IResult Written<T>(HttpContext context, Written<T> written, WriteKey? key, int status = StatusCodes.Status200OK, params IReadOnlyList<string> conflicts) => written switch
    {
        { ReusedFor: { } field } => Problems.Of(context, WebRefusals.KeyReused(key!.Key, field)),
        { Refusals: { Count: > 0 } refusals } => Problems.Of(context, refusals, Status(refusals[0].Code, conflicts)),
        { Kept: { } kept } => Results.Text(kept, "application/json; charset=utf-8", statusCode: status),
        _ => Results.Json(written.Value, WebJson.Options, statusCode: status),
    };

    private static int Status(string code, IReadOnlyList<string> conflicts) => code == "WEB-0105" ? StatusCodes.Status404NotFound
        : code == StorageRefusals.SharedToReadCode ? StatusCodes.Status403Forbidden
        : conflicts.Contains(code) ? StatusCodes.Status409Conflict
        : StatusCodes.Status422UnprocessableEntity;
}
