using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.CreditPolicies;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Papers.Own;

/// <param name="Text"><c>zhirong/loan-document/v1</c> as it is being written.</param>
/// <param name="Code">The template whose version it is held against; left out, the text's own id.</param>
/// <param name="Base">That version's number; left out, the newest.</param>
public sealed record ExamineTemplateRequest(string Text, string? Code = null, int? Base = null);

/// <summary>模板检查: places no record fills, ways a field cannot be written, missing English, each with line and column; and what differs from the version it started from. It only reads.</summary>
internal static class ExamineTemplate
{
    private const int MostCharacters = 200_000;

    /// <summary>What every version changes.</summary>
    private static readonly string[] OfItself = ["version", "dated", "effective.from", "effective.until"];

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/paper-templates/examine", Answer).WithName("examinePaperTemplate").WithSummary("What is found in a template's text, by line and column, and its changes").Produces<TemplateExamined>().ProducesProblem(422).Reads("lending");

    /// <summary>Reads a text within its length.</summary>
    public static Result<ShelvedTemplate> Read(string? text) => text is { Length: > 0 and <= MostCharacters } ? PaperReader.Read(Encoding.UTF8.GetBytes(text)) : LendingRefusals.Text("text", $"{text?.Length ?? 0}", MostCharacters);

    public static TemplateExamined Of(ZhirongContext read, PaperDesk desk, ExamineTemplateRequest request, Language language)
    {
        var made = Read(request.Text);
        var texts = TemplateShelf.Of(read, desk.Shelf, request.Code ?? (made.Ok ? made.Value.Template.Id : ""));
        var parent = texts.LastOrDefault(t => request.Base is null || t.Number == request.Base);
        var changes = parent is null ? [] : ExaminePolicy.Changes(parent.Shelved.Text, request.Text ?? "");
        if (!made.Ok)
        {
            return new(false, null, false, null, parent?.Shelved.Hash, Finding.Of(made.Refusals, language), changes);
        }

        List<Refusal> wrong = parent is not null && parent.Shelved.Template.About != made.Value.Template.About ? [TemplateRefusals.About(made.Value.Template.About, parent.Shelved.Template.About)] : [];
        return new(wrong.Count == 0, made.Value.Template.About, made.Value.Template.English, made.Value.Hash, parent?.Shelved.Hash, Finding.Of(wrong, language), changes);
    }

    /// <summary>Whether one text says something else than another, but for its number and its days.</summary>
    public static bool Differs(string before, string after) => ExaminePolicy.Changes(before, after).Any(c => !OfItself.Contains(c.Path));

    private static async Task<IResult> Answer(BodyOf<ExamineTemplateRequest> body, HttpContext context, PaperDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        return Results.Json(Of(read, desk, body.Value.Value, RequestLanguage.Of(context)), WebJson.Options);
    }
}
