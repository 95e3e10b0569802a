using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Registration;

/// <summary>登记跟踪: registrations by pages, what is due first, and one with its time line and grounds.</summary>
internal static class OpenRegistration
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/registrations", List).WithName("listRegistrations").WithSummary("Registrations, those with the nearest due day first").Produces<PageOf<RegistrationRow>>().ProducesProblem(422).Reads("lending");
        api.MapGet("/registrations/{registration:guid}", One).WithName("openRegistration").WithSummary("A registration with its rights, steps and statements").Produces<RegistrationDetail>().ProducesProblem(404).Reads("lending");
        api.MapGet("/registrations/{registration:guid}/grounds", Grounds).WithName("examineRegistration").WithSummary("Every ground for every right of a registration, as of today").Produces<PreCheckAnswer>().ProducesProblem(404).ProducesProblem(422).Reads("lending");
    }

    public static RegistrationDetail Detail(ZhirongContext read, OpenedRegistration opened, LendingDesk desk, Language language)
    {
        var steps = read.Set<RegistrationStep>().Where(s => s.RegistrationId == opened.Row.Id).OrderBy(s => s.N).AsNoTracking().ToList();
        return new(
            RegistrationRow.Of(opened.Row, opened.Pledge, opened.Items.Count, desk, language), [.. opened.Items.Select(i => PledgeItemView.Of(i, language))], [.. steps.Select(s => RegistrationStepView.Of(s, language))], [.. opened.Statements.Select(GroundStatementView.Of)],
            [.. RegistrationMachine.From(opened.State).Where(a => opened.Rules.Term.Agreed || a is not (RegistrationAct.Expire or RegistrationAct.RequestExtension)).Select(a => new NextAct(a.Word(), a.Title().In(language), a.OfTheRegistry()))], opened.Rules.Channels, opened.Rules.Term.Agreed, opened.Row.AskedNote, opened.Row.AskedExpires);
    }

    private static async Task<IResult> List(HttpContext context, LendingDesk desk, string? q, string? state, string? registry, string? due, int? page, int? pageSize)
    {
        if (!string.IsNullOrEmpty(state) && !RegistrationWords.States.Contains(state))
        {
            return Problems.Of(context, WebRefusals.OneOf("state", state, RegistrationWords.States));
        }

        if (!string.IsNullOrEmpty(registry) && desk.Registries.Of(registry) is null)
        {
            return Problems.Of(context, WebRefusals.OneOf("registry", registry, desk.Registries.Codes));
        }

        if (!string.IsNullOrEmpty(due) && due is not ("overdue" or "any"))
        {
            return Problems.Of(context, WebRefusals.Query("due", due, Words.Same("overdue | any")));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, words, language, today) = (PageRequest.Of(page, pageSize), q?.Trim() ?? "", RequestLanguage.Of(context), (DateOnly?)desk.Today);
        var found = from r in read.Set<PledgeRegistration>() join p in read.Set<Pledge>() on r.PledgeId equals p.Id select new { r, p };
        found = words.Length == 0 ? found : found.Where(f => f.p.ContractNo.Contains(words) || f.p.Pledgor.Contains(words) || f.r.RegistrationNo.Contains(words) || f.r.ReceiptNo.Contains(words) || read.Set<PledgeItem>().Any(i => i.RegistrationId == f.r.Id && i.RightNumber.Contains(words)));
        found = string.IsNullOrEmpty(state) ? found : found.Where(f => f.r.State == state);
        found = string.IsNullOrEmpty(registry) ? found : found.Where(f => f.r.Registry == registry);
        found = due switch { "overdue" => found.Where(f => f.r.Due < today), "any" => found.Where(f => f.r.Due != null), _ => found };
        var rows = await found.OrderBy(f => f.r.Due == null).ThenBy(f => f.r.Due).ThenByDescending(f => f.r.ChangedAt).ThenBy(f => f.r.Id).Skip(wanted.Skip).Take(wanted.PageSize)
            .Select(f => new { f.r, f.p, Rights = read.Set<PledgeItem>().Count(i => i.RegistrationId == f.r.Id) }).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<RegistrationRow>([.. rows.Select(r => RegistrationRow.Of(r.r, r.p, r.Rights, desk, language))], await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> One(Guid registration, HttpContext context, LendingDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return RegistrationReading.Open(read, registration, desk.Registries) is { } opened
            ? Results.Json(Detail(read, opened, desk, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("registrations", $"{registration}"), StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Grounds(Guid registration, HttpContext context, LendingDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (RegistrationReading.Open(read, registration, desk.Registries) is not { } opened)
        {
            return Problems.Of(context, WebRefusals.NotFound("registrations", $"{registration}"), StatusCodes.Status404NotFound);
        }

        var (language, examined) = (RequestLanguage.Of(context), RegistrationReading.Examine(read, opened, desk.Today, desk));
        return examined.Ok
            ? Results.Json(PreCheckAnswer.Of(desk.Today, opened.Pledge.DebtTo, [.. examined.Value.Select(e => PreCheckRow.Of(e.Right.Number, e, opened.Rules, language))], language), WebJson.Options)
            : Problems.Of(context, examined.Refusals);
    }
}
