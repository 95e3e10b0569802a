using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Taking;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <param name="Kind">A word of the categories.</param>
/// <param name="Number">Of a Chinese patent its application number with check digit; of any other right the number of its register.</param>
/// <param name="Office">Two letters; CN where left out.</param>
public sealed record RegisterRightRequest(string Kind, string Number, RightStatement Statement, string? Office = null);

/// <param name="Warnings">What is odd and was taken all the same.</param>
public sealed record RegisteredAnswer(RightRow Right, IReadOnlyList<Finding> Warnings);

/// <summary>登记权利: enters a right by hand.</summary>
internal static class RegisterRight
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/rights", Answer).WithName("registerRight").WithSummary("Enter a right of any category by hand").Produces<RegisteredAnswer>(201).ProducesProblem(422).Act("assets.right.register");
        api.MapPost("/rights/{id:guid}/statements", Amend).WithName("stateRight").WithSummary("State further or other facts of a right: who says what, from which day").Produces<RegisteredAnswer>(201).ProducesProblem(404).ProducesProblem(422).Act("assets.right.state");
    }

    public static Result<(SourceRecord Record, List<Refusal> Warnings)> Read(RegisterRightRequest request, DateOnly today)
    {
        var (form, warnings) = (new RegisterForm(), new List<Refusal>());
        var kind = form.Word("kind", request.Kind, RightKinds.Words) is { } word ? RightKinds.Read(word) : null;
        var office = (form.Text("office", request.Office ?? "CN", 2) ?? "CN").ToUpperInvariant();
        if (kind is not null && form.Text("number", request.Number, 60) is { } text && Number(form, kind.Value, office, text) is { } number)
        {
            if (office == "CN" && kind.Value.IsPatent() && CnNumber.Kind(number.Text) is { } shown && shown != kind)
            {
                form.Faults.Add(RegisterRefusals.KindDiffers(request.Kind, shown.Word()));
            }

            if (form.Text("statement.title", request.Statement.Title ?? request.Statement.TitleEn, 500) is not null)
            {
                var record = RightStatements.Record(form, request.Statement, kind, [number], today, warnings);
                return form.Faults.Count > 0 ? Result<(SourceRecord, List<Refusal>)>.Refused(form.Faults) : (record, warnings);
            }
        }

        return Result<(SourceRecord, List<Refusal>)>.Refused(form.Faults);
    }

    public static Result<RegisteredAnswer> Register(ZhirongContext work, SourceRecord record, List<Refusal> warnings, RightDesk desk, Language language)
    {
        var owner = RowValues.Of(work.Viewer.Organisation);
        var prepared = PreparedRights.Of([record], new(0, work.Viewer.Person, record.Place.AsOf ?? desk.Today, desk.Today, Instant.Now(desk.Clock)), desk.Law);
        var key = prepared[0].Numbers[0].Key;
        if (work.Session.First("SELECT r.stub FROM ast_number n JOIN ast_right r ON r.no = n.right_no WHERE n.key = @p0 AND n.owner_id = @p1", row => (int?)row.Int(0), key, owner) == 0)
        {
            return RegisterRefusals.There(record.Numbers[0].Text);
        }

        var outcome = new RightBatch(work, desk.Law, desk.Clock, 0).Write(prepared);
        var right = RightRows.Of(work, outcome.Touched, desk.Today, desk.Law, language)[0];
        EvidenceLeaves.Record(work, new("RightRegistered", "right", RowValues.Of(right.Id), new JsonObject { ["kind"] = right.Kind, ["number"] = right.Number, ["said"] = Said.Json(record), ["title"] = right.Title }), desk.Clock);
        return new RegisteredAnswer(right, Finding.Of(warnings, language));
    }

    /// <summary>Of a Chinese patent the application number; of others the number their register gives.</summary>
    private static RightNumber? Number(RegisterForm form, RightKind kind, string office, string text)
    {
        if (kind.IsPatent())
        {
            return office == "CN" ? RightStatements.Application(form, "number", text) : new(office, NumberUse.Application, new([.. text.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]), "", text);
        }

        return new(office, NumberUse.Registration, string.Concat(text.Where(c => !char.IsWhiteSpace(c))), "", text);
    }

    private static async Task<IResult> Answer(BodyOf<RegisterRightRequest> body, HttpContext context, RightDesk desk)
    {
        var read = body.Value.Ok ? Read(body.Value.Value, desk.Today) : Result<(SourceRecord Record, List<Refusal> Warnings)>.Refused(body.Value.Refusals);
        if (!read.Ok)
        {
            return Problems.Of(context, read.Refusals);
        }

        var language = RequestLanguage.Of(context);
        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work => Task.FromResult(Register(work, read.Value.Record, read.Value.Warnings, desk, language)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Amend(Guid id, BodyOf<RightStatement> body, HttpContext context, RightDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, warnings, language) = (new RegisterForm(), new List<Refusal>(), RequestLanguage.Of(context));
        var record = RightStatements.Record(form, body.Value.Value, null, [], desk.Today, warnings);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work =>
        {
            var change = RightChange.Open(work, desk, id);
            if (!change.Ok)
            {
                return Task.FromResult(Result<RegisteredAnswer>.Refused(change.Refusals));
            }

            change.Value.State(record, record.Place.AsOf ?? desk.Today);
            return Task.FromResult<Result<RegisteredAnswer>>(new RegisteredAnswer(change.Value.Done("RightStated", new() { ["said"] = Said.Json(record) }, language), Finding.Of(warnings, language)));
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }
}
