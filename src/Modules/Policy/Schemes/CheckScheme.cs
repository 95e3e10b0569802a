using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy.Schemes;

/// <param name="Kind"><c>subsidy</c> or <c>share</c>.</param>
/// <param name="Text">The rule as it is being written.</param>
public sealed record CheckSchemeRequest(string Kind, string Text);

/// <summary>A field in which a text differs from the newest kept of its code.</summary>
public sealed record SchemeChange(string Path, string? Before, string? After);

/// <summary>What is found in a scheme's text while it is written, what it says, and what it changes.</summary>
/// <param name="Scheme">The scheme as it would be opened; null while it cannot be read.</param>
/// <param name="From">Number a save would start from: the newest own text of the code, 0 where there is none.</param>
/// <param name="VersionTaken">Whether its version is used by a kept text already.</param>
public sealed record SchemeChecked(bool Readable, IReadOnlyList<Finding> Findings, SchemeDetail? Scheme, IReadOnlyList<SchemeChange> Changes, int From, bool VersionTaken);

/// <summary>检查方案: what is found in a text of a scheme while it is written. It only reads.</summary>
internal static class CheckScheme
{
    private const int MostCharacters = 200_000;
    private const int MostChanges = 500;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/policy/schemes/check", Answer).WithName("checkScheme").WithSummary("What is found in a text of a scheme, what it says and what it changes; nothing is kept").Produces<SchemeChecked>().ProducesProblem(422).Reads("policy");

    private static async Task<IResult> Answer(BodyOf<CheckSchemeRequest> body, HttpContext context, PolicyDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var form = new PolicyForm();
        form.Word("kind", body.Value.Value.Kind, [ShippedScheme.AidKind, ShippedScheme.ShareKind]);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return Results.Json(Of(read, desk, body.Value.Value, RequestLanguage.Of(context)), WebJson.Options);
    }

    private static SchemeChecked Of(ZhirongContext read, PolicyDesk desk, CheckSchemeRequest request, Language language)
    {
        var made = request.Text is { Length: > 0 and <= MostCharacters } text ? ShippedScheme.Read(request.Kind, Encoding.UTF8.GetBytes(text)) : PolicyRefusals.Text("text", $"{request.Text?.Length ?? 0}", MostCharacters);
        if (!made.Ok)
        {
            return new(false, Finding.Of(made.Refusals, language), null, [], 0, false);
        }

        List<ShelvedScheme> texts = [.. SchemeShelf.Of(read, desk).Where(s => s.Scheme.Kind == request.Kind && s.Scheme.Head.Id == made.Value.Head.Id)];
        var before = texts.LastOrDefault();
        var changes = before is null ? [] : DocChanges.Between(DocReader.Read(before.Scheme.Text).Value, DocReader.Read(made.Value.Text).Value);
        return new(
            true, [], SchemeDetail.Of(new(before?.Number ?? 0, made.Value, null), texts, desk.Today, language), [.. changes.Take(MostChanges).Select(c => new SchemeChange(c.Path, c.Before, c.After))],
            before?.Kept is null ? 0 : before.Number, texts.Exists(t => t.Scheme.Head.Name == made.Value.Head.Name));
    }
}
