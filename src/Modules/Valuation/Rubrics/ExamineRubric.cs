using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Rubrics;

/// <param name="Text"><c>zhirong/rubric/v1</c> as it is being written.</param>
/// <param name="Base">Number of the text it is held against; left out, the one in force.</param>
public sealed record ExamineRubricRequest(string Text, int? Base = null);

/// <summary>What is found in a text while it is written.</summary>
/// <param name="Readable">It is a rubric, and of this code.</param>
/// <param name="Passes">Nothing found keeps it from being put up for approval.</param>
/// <param name="Hash">SHA-256 of the text.</param>
/// <param name="Against">Version it is held against; null where there is none.</param>
/// <param name="Reach">What each use can give; empty where it cannot be read.</param>
/// <param name="Changes">Against that version, field by field.</param>
public sealed record RubricExamined(bool Readable, bool Passes, string Hash, string? Against, IReadOnlyList<Finding> Findings, IReadOnlyList<ReachView> Reach, IReadOnlyList<AppraisalChange> Changes);

/// <summary>The totals a use can give with every indicator there.</summary>
public sealed record ReachView(string Scenario, string Title, string Lowest, string Highest);

/// <summary>评分表检查: sums of weights, grades nobody can get, steps never taken, vetoes that cannot fire, and what differs from the text in force. It only reads.</summary>
internal static class ExamineRubric
{
    private const int MostCharacters = 400_000;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/rubrics/{code}/examine", Answer).WithName("examineRubric").WithSummary("What is found in a rubric's text while it is written, and its changes against the one in force").Produces<RubricExamined>().ProducesProblem(422).Reads("valuation");

    /// <summary>Reads a text of a code within its length.</summary>
    public static Result<Rubric> Read(string code, string? text)
    {
        if (text is not { Length: > 0 and <= MostCharacters })
        {
            return ValuationRefusals.Text("text", $"{text?.Length ?? 0}", MostCharacters);
        }

        var read = RubricReader.Read(Encoding.UTF8.GetBytes(text));
        return !read.Ok || read.Value.Id == code ? read : ValuationRefusals.RubricCode(read.Value.Id, code);
    }

    private static async Task<IResult> Answer(string code, BodyOf<ExamineRubricRequest> body, HttpContext context, ValuationDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return Results.Json(Of(read, desk, code, body.Value.Value, RequestLanguage.Of(context)), WebJson.Options);
    }

    private static RubricExamined Of(ZhirongContext read, ValuationDesk desk, string code, ExamineRubricRequest asked, Language language)
    {
        var (made, shelf, text) = (Read(code, asked.Text), RubricShelf.Of(read, desk), asked.Text ?? "");
        var against = asked.Base is null ? RubricShelf.InForce(shelf, code, desk.Today) : RubricShelf.Find(shelf, code, asked.Base);
        var (findings, reach) = made.Ok ? (RubricCheck.Of(made.Value), RubricCheck.Reach(made.Value)) : (made.Refusals, []);
        var written = DocReader.Read(text);
        return new(
            made.Ok, findings.All(f => f.Severity != Severity.Error), RequestText.Hash(text), against?.Rubric.Version, Finding.Of(findings, language),
            [.. reach.Select(r => new ReachView(r.Scenario.Id, r.Scenario.Title.In(language), Points(r.Lowest), Points(r.Highest)))],
            against is null || !written.Ok ? [] : [.. DocChanges.Between(against.Rubric.Document, written.Value).Select(c => new AppraisalChange(c.Path, c.Before, c.After))]);
    }

    private static string Points(decimal total) => Drafting.Stated.Number(Rounding.Decimals(total, 2));
}
