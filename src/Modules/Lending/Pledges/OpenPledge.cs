using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Registration;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Pledges;

/// <summary>Pledges by pages, what changed last first, and one with its rights and registrations.</summary>
internal static class OpenPledge
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/pledges", List).WithName("listPledges").WithSummary("Pledges by number, party, right, state, and the side the viewer's organisation is on").Produces<PageOf<PledgeRow>>().ProducesProblem(422).Reads("lending");
        api.MapGet("/pledges/{id:guid}", One).WithName("openPledge").WithSummary("A pledge with its rights, registrations and incidents").Produces<PledgeDetail>().ProducesProblem(404).Reads("lending");
    }

    public static PledgeDetail Detail(ZhirongContext read, Pledge pledge, LendingDesk desk, Language language)
    {
        var items = read.Set<PledgeItem>().Where(i => i.PledgeId == pledge.Id).OrderBy(i => i.N).AsNoTracking().ToList();
        var registrations = read.Set<PledgeRegistration>().Where(r => r.PledgeId == pledge.Id).OrderBy(r => r.Id).AsNoTracking().ToList();
        var incidents = read.Set<PledgeIncident>().Where(i => i.PledgeId == pledge.Id).OrderByDescending(i => i.At).AsNoTracking().ToList();
        var (parties, held) = (PledgeParties.Read(pledge.Parties), items.FindAll(i => i.State is ItemStates.Held or ItemStates.Leaving));
        var ids = registrations.ConvertAll(r => r.Id);
        var steps = read.Set<RegistrationStep>().Where(s => ids.Contains(s.RegistrationId)).AsNoTracking().ToList();
        return new(
            PledgeRow.Of(pledge, language), parties.Pledgors, parties.Pledgee, parties.Debtor, pledge.Scope, pledge.Forfeiture == 1, held.Count > 0 && held.TrueForAll(i => i.ValueFen is not null) ? Money.FenText(held.Sum(i => i.ValueFen!.Value)) : null,
            [.. items.Select(i => PledgeItemView.Of(i, language))], [.. registrations.Select(r => RegistrationRow.Of(r, pledge, items.Count(i => i.RegistrationId == r.Id), desk, language))], [.. incidents.Select(i => IncidentView.Of(i, language))],
            PledgeCover.Of(read, pledge, items, desk, language), [.. steps.OrderByDescending(s => s.At).ThenByDescending(s => s.N).Select(s => Changed(registrations.Find(r => r.Id == s.RegistrationId)!, s, desk, language))]);
    }

    private static PledgeChange Changed(PledgeRegistration registration, RegistrationStep step, LendingDesk desk, Language language) =>
        new(registration.Id, registration.Registry, desk.Registries.Of(registration.Registry)?.Title.In(language) ?? registration.Registry, RegistrationStepView.Of(step, language));

    public static Refusal Missing(ZhirongContext work, Guid id) => work.Reads("pledge", id) ? StorageRefusals.SharedToRead("pledges", $"{id}") : WebRefusals.NotFound("pledges", $"{id}");

    private static async Task<IResult> List(HttpContext context, LendingDesk desk, IPeople people, string? q, Guid? right, string? state, string? side, int? page, int? pageSize)
    {
        if (!string.IsNullOrEmpty(state) && !PledgeStates.Words.Contains(state))
        {
            return Problems.Of(context, WebRefusals.OneOf("state", state, PledgeStates.Words));
        }

        if (!string.IsNullOrEmpty(side) && side is not ("pledgee" or "pledgor"))
        {
            return Problems.Of(context, WebRefusals.Query("side", side, Words.Same("pledgee | pledgor")));
        }

        var viewer = RequestViewer.Of(context);
        await using var read = desk.Store.Read(viewer);
        var own = people.Organisation(read.Session, viewer.Organisation)?.Name ?? "";
        var (wanted, words, language) = (PageRequest.Of(page, pageSize), q?.Trim() ?? "", RequestLanguage.Of(context));
        var found = read.Set<Pledge>().AsQueryable();
        found = words.Length == 0 ? found : found.Where(p => p.ContractNo.Contains(words) || p.Pledgor.Contains(words) || p.Pledgee.Contains(words) || p.Debtor.Contains(words) || read.Set<PledgeItem>().Any(i => i.PledgeId == p.Id && i.RightNumber.Contains(words)));
        found = string.IsNullOrEmpty(state) ? found : found.Where(p => p.State == state);
        found = side switch { "pledgee" => found.Where(p => p.Pledgee == own), "pledgor" => found.Where(p => ("\n" + p.Pledgor + "\n").Contains("\n" + own + "\n")), _ => found };
        found = right is null ? found : found.Where(p => read.Set<PledgeItem>().Any(i => i.PledgeId == p.Id && i.RightId == right));
        var items = await found.OrderByDescending(p => p.ChangedAt).ThenBy(p => p.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<PledgeRow>([.. items.Select(p => PledgeRow.Of(p, language))], await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, LendingDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<Pledge>().SingleOrDefaultAsync(p => p.Id == id, context.RequestAborted) is { } pledge
            ? Results.Json(Detail(read, pledge, desk, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("pledges", $"{id}"), StatusCodes.Status404NotFound);
    }
}
