using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Pledges;

/// <param name="Allocated">Its part of what goes out, in yuan; of every right or of none. Of none: by value.</param>
public sealed record ComingRight(Guid RightId, string Value, string ValueSource, string? Allocated = null, string? DataHash = null);

/// <param name="Outgoing">The item that goes out.</param>
/// <param name="Incoming">The rights that come in for it.</param>
/// <param name="Consent">The pledgee's consent: its paper.</param>
public sealed record ReplaceRightsRequest(int Outgoing, IReadOnlyList<ComingRight> Incoming, string Consent, int BaseVersion);

/// <summary>置换: other rights in place of one, at no lower value and without a gap: the new registration stands before the old one goes.</summary>
internal static class ReplaceRights
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/pledges/{id:guid}/replacements", Answer).WithName("replaceRights").WithSummary("Replace a right of a pledge by others of no lower value; drafts their registration").Produces<PledgeDetail>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.pledge.replace");

    private static async Task<IResult> Answer(Guid id, BodyOf<ReplaceRightsRequest> body, HttpContext context, LendingDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Replace(desk, RequestViewer.Of(context), id, body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created, LendingRefusals.StaleCode);
    }

    /// <summary>Everything that can be done before the commit queue, then the draft of what comes in and its evidence.</summary>
    public static async Task<Written<PledgeDetail>> Replace(LendingDesk desk, Viewer viewer, Guid id, ReplaceRightsRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        form.Text("consent", request.Consent, 300);
        form.Count("incoming", request.Incoming?.Count ?? 0, 1, 100);
        var values = (request.Incoming ?? []).Select((r, n) => form.Amount($"incoming.{n}.value", r.Value, required: true) ?? 0).ToList();
        var parts = (request.Incoming ?? []).Select((r, n) => form.Amount($"incoming.{n}.allocated", r.Allocated, required: request.Incoming![0].Allocated is not null)).ToList();
        foreach (var (n, right) in (request.Incoming ?? []).Index())
        {
            form.Text($"incoming.{n}.valueSource", right.ValueSource, 300);
            form.Hash($"incoming.{n}.dataHash", right.DataHash);
        }

        if (form.Faults.Count > 0)
        {
            return new() { Refusals = form.Faults };
        }

        IReadOnlyList<RightOnDay> rights;
        await using (var read = desk.Store.Read(viewer))
        {
            rights = desk.Rights.OnDay(read, [.. request.Incoming!.Select(r => r.RightId)], desk.Today);
        }

        return await desk.Store.Commits.Once<PledgeDetail>(viewer, key, desk.Clock, async work =>
        {
            if (await work.Set<Pledge>().SingleOrDefaultAsync(p => p.Id == id) is not { } pledge)
            {
                return OpenPledge.Missing(work, id);
            }

            var items = await work.Set<PledgeItem>().Where(i => i.PledgeId == id).OrderBy(i => i.N).ToListAsync();
            var planned = Plan(work, pledge, items, request, rights, values, parts, desk);
            if (!planned.Ok)
            {
                return Result<PledgeDetail>.Refused(planned.Refusals);
            }

            (pledge.Version, pledge.ChangedAt, pledge.ChangedBy) = (pledge.Version + 1, Instant.Now(desk.Clock), work.Viewer.Person);
            pledge.State = pledge.State == PledgeStates.Perfected ? PledgeStates.Partly : pledge.State;
            await work.SaveChangesAsync();
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, pledge.OwnerId, Replaced(pledge, planned.Value, request), desk.Clock)]);
            return OpenPledge.Detail(work, pledge, desk, language);
        });
    }

    /// <summary>
    /// Checks in this order: the version, the item that goes out is held and not being replaced, every right is there and in the pledge at most once, values
    /// suffice to the fen, parts sum to what goes out; then drafts a registration a registry.
    /// </summary>
    private static Result<PledgeItem> Plan(ZhirongContext work, Pledge pledge, List<PledgeItem> items, ReplaceRightsRequest request, IReadOnlyList<RightOnDay> rights, List<long> values, List<long?> parts, LendingDesk desk)
    {
        var old = items.Find(i => i.N == request.Outgoing && i.State == ItemStates.Held && !items.Exists(c => c.Replaces == i.N && c.State is ItemStates.Planned or ItemStates.Held));
        if (Refuse(pledge, items, old, request, rights, values, desk) is { } refusal)
        {
            return refusal;
        }

        var allocated = parts.TrueForAll(p => p is null) ? Allocation.Over(old!.AllocatedFen, [.. values.Select(v => (long?)v)]) : [.. parts.Select(p => p ?? 0)];
        if (Allocation.Sum(allocated, old!.AllocatedFen) is { } sum)
        {
            return LendingRefusals.Moved(sum.Found, Money.FenText(old.AllocatedFen));
        }

        var (byId, next) = (rights.ToDictionary(r => r.Id), items.Max(i => i.N) + 1);
        var drafts = rights.Select(r => desk.Registries.For(r.Kind)!.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToDictionary(code => code, code => MakePledge.Draft(work, pledge, code, old.RegistrationId, desk));
        foreach (var (n, coming) in request.Incoming.Index())
        {
            var right = byId[coming.RightId];
            work.Add(MakePledge.Item(pledge.Id, next + n, new(coming.RightId, ValueSource: coming.ValueSource, DataHash: coming.DataHash), right, drafts[desk.Registries.For(right.Kind)!.Code], 0, allocated[n], values[n], old.N));
        }

        return old;
    }

    private static Refusal? Refuse(Pledge pledge, List<PledgeItem> items, PledgeItem? old, ReplaceRightsRequest request, IReadOnlyList<RightOnDay> rights, List<long> values, LendingDesk desk)
    {
        if (pledge.Version != request.BaseVersion)
        {
            return LendingRefusals.Stale(request.BaseVersion, pledge.Version);
        }

        if (old is null)
        {
            return LendingRefusals.NotHeld("outgoing", $"{request.Outgoing}");
        }

        var seen = items.Where(i => i.State is ItemStates.Planned or ItemStates.Held or ItemStates.Leaving).Select(i => i.RightId).ToHashSet();
        foreach (var (n, coming) in request.Incoming.Index())
        {
            var right = rights.FirstOrDefault(r => r.Id == coming.RightId);
            if (right is null || !seen.Add(coming.RightId) || desk.Registries.For(right.Kind) is null)
            {
                var path = $"incoming.{n}.rightId";
                return right is null ? LendingRefusals.Right(path, $"{coming.RightId}") : desk.Registries.For(right.Kind) is null ? LendingRefusals.NoRegistry(path, right.Kind?.Word() ?? "—") : LendingRefusals.Twice(path, right.Number);
            }
        }

        return Short(old, values);
    }

    /// <summary>What goes out has no value to compare with (LEN-0107), or what comes in is worth less, by a fen or more (LEN-0104).</summary>
    public static Refusal? Short(PledgeItem old, IReadOnlyList<long> values)
    {
        if (old.ValueFen is not { } before)
        {
            return LendingRefusals.NoValue("outgoing", old.RightNumber);
        }

        var sum = values.Aggregate((Int128)0, (total, v) => total + v);
        return sum < before ? LendingRefusals.Shortfall("incoming", Money.FenText((long)sum), Money.FenText(before), Money.FenText(before - (long)sum)) : null;
    }

    private static Happening Replaced(Pledge pledge, PledgeItem old, ReplaceRightsRequest request) => new("PledgeReplacementBegun", "pledge", RowValues.Of(pledge.Id), new JsonObject
    {
        ["consent"] = request.Consent.Trim(),
        ["incoming"] = new JsonArray([.. request.Incoming.Select(r => new JsonObject { ["right"] = RowValues.Of(r.RightId), ["value"] = r.Value, ["valueSource"] = r.ValueSource })]),
        ["outgoing"] = RowValues.Of(old.RightId),
        ["outgoingValue"] = Money.FenText(old.ValueFen!.Value),
    });
}
