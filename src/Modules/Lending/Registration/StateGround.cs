using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Registration;

/// <param name="Kind"><c>declaration</c> (the party goes on), <c>consent</c> (a co-owner agrees), <c>confirmation</c> (somebody looked and it is not so).</param>
/// <param name="Ground">The ground's code.</param>
/// <param name="RightId">Left out for every right of the registration.</param>
/// <param name="Who">Who declares, agrees or confirms.</param>
/// <param name="Document">The paper or source it stands on.</param>
/// <param name="Sha256">Of the paper.</param>
public sealed record StateGroundRequest(string Kind, string Ground, string Who, string Document, DateOnly On, Guid? RightId = null, string? Sha256 = null);

/// <summary>登记声明、同意与核实: what somebody says of a ground; kept beside the others, never changed.</summary>
internal static class StateGround
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/registrations/{registration:guid}/statements", Answer).WithName("stateGround").WithSummary("A declaration, a co-owner's consent, or a confirmation of what the register does not know").Produces<RegistrationDetail>(201).ProducesProblem(404).ProducesProblem(422).Act("lending.registration.state");

    private static async Task<IResult> Answer(Guid registration, BodyOf<StateGroundRequest> body, HttpContext context, LendingDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new LendingForm(), body.Value.Value, RequestLanguage.Of(context));
        var (kind, ground) = (form.Word("kind", request.Kind, DeclaredKinds.Words), form.Text("ground", request.Ground, 20));
        var (who, document, hash) = (form.Text("who", request.Who, 200), form.Text("document", request.Document, 300), form.Hash("sha256", request.Sha256));
        form.Day("on", request.On);
        if (request.On > desk.Today)
        {
            form.Faults.Add(LendingRefusals.Day("on", $"{request.On:yyyy-MM-dd}", Words.Same($"≤ {desk.Today:yyyy-MM-dd}")));
        }

        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<RegistrationDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            if (RegistrationReading.Open(work, registration, desk.Registries) is not { } opened)
            {
                return RegistrationReading.Missing(work, registration);
            }

            if (Refuse(opened, ground, request.RightId) is { } refusal)
            {
                return refusal;
            }

            var row = new GroundStatement { RegistrationId = registration, N = opened.Statements.Count + 1, Kind = kind, Ground = ground, RightId = request.RightId, Who = who, Document = document, Sha256 = hash, OnDay = request.On, At = Instant.Now(desk.Clock), By = work.Viewer.Person };
            work.Add(row);
            opened.Statements.Add(row);
            opened.Row.Version++;
            await work.SaveChangesAsync();
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, opened.Pledge.OwnerId, Stated(opened, row), desk.Clock)]);
            return OpenRegistration.Detail(work, opened, desk, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static Refusal? Refuse(OpenedRegistration opened, string ground, Guid? right)
    {
        var known = opened.Rules.Sets.SelectMany(s => s.Grounds).Select(g => g.Code).ToList();
        return opened.State.Over() ? RegistrationRefusals.Step(RegistrationAct.Declare, opened.State, [])
            : !known.Contains(ground) ? RegistrationRefusals.GroundUnknown(ground, known)
            : right is { } id && !opened.Items.Exists(i => i.RightId == id) ? RegistrationRefusals.NotOfIt("rightId", $"{id}")
            : null;
    }

    private static Happening Stated(OpenedRegistration opened, GroundStatement row) => new("GroundStated", "pledge", RowValues.Of(opened.Pledge.Id), new JsonObject
    {
        ["document"] = row.Document,
        ["ground"] = row.Ground,
        ["kind"] = row.Kind,
        ["on"] = RowValues.Of(row.OnDay),
        ["registration"] = RowValues.Of(row.RegistrationId),
        ["right"] = RowValues.Of(row.RightId),
        ["sha256"] = row.Sha256,
        ["who"] = row.Who,
    });
}
