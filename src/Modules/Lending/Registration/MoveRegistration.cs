using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Registration;

/// <summary>办理登记: steps of the parties, the registry's steps entered by hand, and the cancellation, which releases rights.</summary>
internal static class MoveRegistration
{
    private static readonly string CancelAct = RegistrationAct.RequestCancel.Word();

    /// <summary>What the parties do, but for what releases rights.</summary>
    private static readonly IReadOnlyList<string> Own = [.. RegistrationWords.OwnActs.Where(a => a != CancelAct)];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/registrations/{registration:guid}/steps", Step).WithName("takeRegistrationStep").WithSummary("A step of the parties: sign, submit, answer, declare, ask for a change or an extension").Produces<RegistrationDetail>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.registration.step");
        api.MapPost("/registrations/{registration:guid}/registry-steps", Record).WithName("recordRegistryStep").WithSummary("A step of the registry, entered from its paper").Produces<RegistrationDetail>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.registration.record");
        api.MapPost("/registrations/{registration:guid}/cancellation", Cancel).WithName("requestCancellation").WithSummary("Ask the registry to cancel a registration, or to release some of its rights").Produces<RegistrationDetail>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.registration.cancel");
    }

    private static Task<IResult> Step(Guid registration, BodyOf<StepRequest> body, HttpContext context, LendingDesk desk) => Answer(registration, body, context, desk, Own);

    private static Task<IResult> Record(Guid registration, BodyOf<StepRequest> body, HttpContext context, LendingDesk desk) => Answer(registration, body, context, desk, RegistrationWords.RegistryActs);

    private static Task<IResult> Cancel(Guid registration, BodyOf<StepRequest> body, HttpContext context, LendingDesk desk) => Answer(registration, body, context, desk, [CancelAct]);

    private static async Task<IResult> Answer(Guid id, BodyOf<StepRequest> body, HttpContext context, LendingDesk desk, IReadOnlyList<string> acts)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, viewer, language) = (new LendingForm(), RequestViewer.Of(context), RequestLanguage.Of(context));
        if (StepForm.Read(form, body.Value.Value, acts, desk.Today) is not { } step)
        {
            return Problems.Of(context, form.Faults);
        }

        if (step.Act == RegistrationAct.Submit)
        {
            var guarded = await Guarded(id, step, viewer, desk);
            if (!guarded.Ok)
            {
                return Problems.Of(context, guarded.Refusals, guarded.Refusals[0].Code == "WEB-0105" ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity);
            }

            step = guarded.Value;
        }

        var written = await desk.Store.Commits.Once<RegistrationDetail>(viewer, body.Key, desk.Clock, async work =>
        {
            var moved = await RegistrationMoves.Move(work, desk, id, step);
            return moved.Ok ? OpenRegistration.Detail(work, moved.Value, desk, language) : Result<RegistrationDetail>.Refused(moved.Refusals);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created, LendingRefusals.StaleCode);
    }

    /// <summary>Looks at every ground before the commit queue; what was looked at must still stand when it is filed.</summary>
    private static async Task<Result<StepForm>> Guarded(Guid id, StepForm step, Viewer viewer, LendingDesk desk)
    {
        await using var read = desk.Store.Read(viewer);
        if (RegistrationReading.Open(read, id, desk.Registries) is not { } opened)
        {
            return WebRefusals.NotFound("registrations", $"{id}");
        }

        // What the state does not allow is said before what the register says.
        if (!RegistrationMachine.From(opened.State).Contains(RegistrationAct.Submit))
        {
            return RegistrationRefusals.Step(step.Act, opened.State, RegistrationMachine.From(opened.State));
        }

        var examined = RegistrationReading.Examine(read, opened, step.On, desk);
        if (!examined.Ok)
        {
            return Result<StepForm>.Refused(examined.Refusals);
        }

        var refusals = SubmitGuard.Of(examined.Value);
        return refusals.Count > 0 ? Result<StepForm>.Refused(refusals) : step with { BaseVersion = step.BaseVersion ?? opened.Row.Version };
    }
}
