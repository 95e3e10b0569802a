using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy.Schemes;

/// <param name="Kind"><c>subsidy</c> or <c>share</c>.</param>
/// <param name="From">Number of the text the change started from; 0 where none of one's own is there yet.</param>
/// <param name="Text">The rule; its id is the code, its version one not used yet.</param>
public sealed record SaveSchemeRequest(string Kind, string Code, int From, string Text, string Reason);

/// <summary>保存方案: a further text of the organisation's own; the shipped one stays as it is.</summary>
internal static class SaveScheme
{
    private const int MostCharacters = 200_000;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/policy/schemes", Answer).WithName("saveScheme").WithSummary("Keep a text of one's own of a scheme; 409 when another was saved meanwhile").Produces<SchemeDetail>(201).ProducesProblem(409).ProducesProblem(422).Act("policy.scheme.save");

    private static async Task<IResult> Answer(BodyOf<SaveSchemeRequest> body, HttpContext context, PolicyDesk desk)
    {
        var read = body.Value.Ok ? Check(body.Value.Value) : Result<ShippedScheme>.Refused(body.Value.Refusals);
        if (!read.Ok)
        {
            return Problems.Of(context, read.Refusals);
        }

        var (request, language) = (body.Value.Value, RequestLanguage.Of(context));
        var written = await desk.Store.Commits.Once<SchemeDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            var kept = await Keep(work, desk, request, read.Value);
            return kept.Ok ? OpenScheme.Detail(work, desk, request.Kind, request.Code, kept.Value.Number, language)! : Result<SchemeDetail>.Refused(kept.Refusals);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created, PolicyRefusals.StaleCode);
    }

    private static async Task<Result<SchemeText>> Keep(ZhirongContext work, PolicyDesk desk, SaveSchemeRequest request, ShippedScheme read)
    {
        var own = await work.Set<OwnScheme>().SingleOrDefaultAsync(s => s.Kind == request.Kind && s.Code == request.Code && s.OwnerId == work.Viewer.Organisation);
        var stands = own?.Version ?? 0;
        if (request.From != stands)
        {
            return PolicyRefusals.Stale(request.From, stands);
        }

        if (SchemeShelf.Of(work, desk).Any(s => s.Scheme.Kind == request.Kind && s.Scheme.Head.Name == read.Head.Name))
        {
            return PolicyRefusals.SchemeVersion(read.Head.Version);
        }

        if (own is null)
        {
            own = new() { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, Kind = request.Kind, Code = request.Code, ChangedAt = 0, ChangedBy = "" };
            work.Add(own);
        }

        (own.Version, own.ChangedAt, own.ChangedBy) = (stands + 1, Instant.Now(desk.Clock), work.Viewer.Person);
        var text = new SchemeText { SchemeId = own.Id, Number = own.Version, Name = read.Head.Version, Text = request.Text, Hash = PolicyDesk.Hash(request.Text), Parent = stands, Reason = request.Reason.Trim(), SavedAt = own.ChangedAt, SavedBy = own.ChangedBy };
        work.Add(text);
        await work.SaveChangesAsync();
        desk.Witness(work, "SchemeSaved", "scheme", own.Id, new JsonObject { ["code"] = own.Code, ["kind"] = own.Kind, ["number"] = text.Number, ["parent"] = text.Parent, ["reason"] = text.Reason, ["text"] = $"sha256:{text.Hash}", ["version"] = text.Name });
        return text;
    }

    /// <summary>The same checks as the command line makes of a rule.</summary>
    internal static Result<ShippedScheme> Check(SaveSchemeRequest request)
    {
        var form = new PolicyForm();
        form.Word("kind", request.Kind, [ShippedScheme.AidKind, ShippedScheme.ShareKind]);
        form.Text("code", request.Code, 80);
        form.Text("reason", request.Reason, 500);
        if (request.Text is not { Length: > 0 and <= MostCharacters })
        {
            form.Faults.Add(PolicyRefusals.Text("text", $"{request.Text?.Length ?? 0}", MostCharacters));
        }

        if (form.Faults.Count > 0)
        {
            return Result<ShippedScheme>.Refused(form.Faults);
        }

        var read = ShippedScheme.Read(request.Kind, Encoding.UTF8.GetBytes(request.Text!));
        return !read.Ok ? read : read.Value.Head.Id == request.Code ? read.Value : PolicyRefusals.SchemeCode(read.Value.Head.Id, request.Code);
    }
}
