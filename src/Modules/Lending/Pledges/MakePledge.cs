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

/// <param name="Allocated">Its part of the secured amount in yuan; of every item or of none. Of none: by value where every item has one, else alike.</param>
/// <param name="Value">Appraised or agreed, in yuan.</param>
/// <param name="ValueSource">Whose value, of which day.</param>
/// <param name="DataHash">SHA-256 of the data handed over, of data IP.</param>
public sealed record PledgeItemForm(Guid RightId, string? Allocated = null, string? Value = null, string? ValueSource = null, string? DataHash = null);

/// <param name="ClaimKind"><c>loan</c>, <c>credit_line</c>, <c>counter_guarantee</c>, <c>notes</c>.</param>
/// <param name="Secured">In yuan.</param>
/// <param name="DebtTo">Last day of the period of performance.</param>
/// <param name="Scope">担保范围.</param>
/// <param name="Maximum">最高额质押.</param>
/// <param name="Forfeiture">The contract holds a 流质 clause.</param>
public sealed record MakePledgeRequest(
    string ContractNo, IReadOnlyList<PledgeParty> Pledgors, PledgeParty Pledgee, string ClaimKind, string Secured, DateOnly DebtFrom, DateOnly DebtTo, IReadOnlyList<PledgeItemForm> Items, string? MainContractNo = null, PledgeParty? Debtor = null, string? Scope = null, bool Maximum = false, bool Forfeiture = false);

/// <summary>建立质押: a contract over rights of the register, with a draft of a registration for each registry that takes them.</summary>
internal static class MakePledge
{
    /// <summary>Rights of one pledge at most.</summary>
    public const int Most = 2_000;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/pledges", Answer).WithName("makePledge").WithSummary("Enter a pledge contract with its rights; registrations are drafted").Produces<PledgeDetail>(201).ProducesProblem(422).Act("lending.pledge.make");

    private sealed record Asked(PledgeParties Parties, long Secured, IReadOnlyList<AskedItem> Items);

    private sealed record AskedItem(PledgeItemForm Form, RightOnDay Right, string Registry, long Allocated, long? Value);

    private static async Task<IResult> Answer(BodyOf<MakePledgeRequest> body, HttpContext context, LendingDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Make(desk, RequestViewer.Of(context), body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    /// <summary>Everything that can be done before the commit queue, then the rows and their evidence.</summary>
    public static async Task<Written<PledgeDetail>> Make(LendingDesk desk, Viewer viewer, MakePledgeRequest request, WriteKey? key, Language language)
    {
        Result<Asked> asked;
        await using (var read = desk.Store.Read(viewer))
        {
            asked = Read(read, request, desk);
        }

        return !asked.Ok ? new() { Refusals = asked.Refusals } : await desk.Store.Commits.Once<PledgeDetail>(viewer, key, desk.Clock, async work =>
        {
            if (await work.Set<Pledge>().AnyAsync(p => p.ContractNo == request.ContractNo.Trim() && p.OwnerId == work.Viewer.Organisation))
            {
                return LendingRefusals.NumberThere(request.ContractNo);
            }

            var pledge = Add(work, request, asked.Value, desk);
            await work.SaveChangesAsync();
            EvidenceLeaves.Record(work, Made(pledge, asked.Value), desk.Clock);
            return OpenPledge.Detail(work, pledge, desk, language);
        });
    }

    private static Result<Asked> Read(ZhirongContext read, MakePledgeRequest request, LendingDesk desk)
    {
        var form = new LendingForm();
        form.Text("contractNo", request.ContractNo, 100);
        form.Text("mainContractNo", request.MainContractNo, 100, required: false);
        form.Text("scope", request.Scope, 2_000, required: false);
        form.Word("claimKind", request.ClaimKind, ClaimKinds.Words);
        form.Count("pledgors", request.Pledgors?.Count ?? 0, 1, 50);
        form.Count("items", request.Items?.Count ?? 0, 1, Most);
        var parties = new PledgeParties([.. (request.Pledgors ?? []).Select((p, n) => PledgeParties.Of(form, $"pledgors.{n}", p))], PledgeParties.Of(form, "pledgee", request.Pledgee), PledgeParties.Of(form, "debtor", request.Debtor ?? (request.Pledgors is [var first, ..] ? first : null)));
        var secured = form.Amount("secured", request.Secured, required: true) ?? 0;
        form.Day("debtTo", request.DebtTo, form.Day("debtFrom", request.DebtFrom));
        if (form.Faults.Count > 0)
        {
            return Result<Asked>.Refused(form.Faults);
        }

        var items = Items(read, request.Items!, secured, desk, form);
        return form.Faults.Count > 0 ? Result<Asked>.Refused(form.Faults) : new Asked(parties, secured, items);
    }

    private static List<AskedItem> Items(ZhirongContext read, IReadOnlyList<PledgeItemForm> items, long secured, LendingDesk desk, LendingForm form)
    {
        var rights = desk.Rights.OnDay(read, [.. items.Select(i => i.RightId)], desk.Today).ToDictionary(r => r.Id);
        var (seen, values, given) = (new HashSet<Guid>(), new List<long?>(), new List<long?>());
        foreach (var (n, item) in items.Index())
        {
            if (!seen.Add(item.RightId))
            {
                form.Faults.Add(LendingRefusals.Twice($"items.{n}.rightId", $"{item.RightId}"));
            }

            if (!rights.TryGetValue(item.RightId, out var right))
            {
                form.Faults.Add(LendingRefusals.Right($"items.{n}.rightId", $"{item.RightId}"));
            }
            else if (desk.Registries.For(right.Kind) is null)
            {
                form.Faults.Add(LendingRefusals.NoRegistry($"items.{n}.rightId", right.Kind?.Word() ?? "—"));
            }

            values.Add(form.Amount($"items.{n}.value", item.Value));
            given.Add(form.Amount($"items.{n}.allocated", item.Allocated, required: items[0].Allocated is not null));
            form.Text($"items.{n}.valueSource", item.ValueSource, 300, required: false);
            form.Hash($"items.{n}.dataHash", item.DataHash);
        }

        if (form.Faults.Count > 0)
        {
            return [];
        }

        var parts = given.TrueForAll(g => g is null) ? Allocation.Over(secured, values) : [.. given.Select(g => g ?? 0)];
        if (Allocation.Sum(parts, secured) is { } refusal)
        {
            form.Faults.Add(refusal);
        }

        return [.. items.Select((item, n) => new AskedItem(item, rights[item.RightId], desk.Registries.For(rights[item.RightId].Kind)!.Code, parts[n], values[n]))];
    }

    private static Pledge Add(ZhirongContext work, MakePledgeRequest request, Asked asked, LendingDesk desk)
    {
        var now = Instant.Now(desk.Clock);
        var pledge = new Pledge
        {
            Id = desk.NewId(),
            OwnerId = work.Viewer.Organisation,
            Version = 1,
            ContractNo = request.ContractNo.Trim(),
            MainContractNo = request.MainContractNo?.Trim() ?? "",
            Pledgor = string.Join('\n', asked.Parties.Pledgors.Select(p => p.Name)),
            Pledgee = asked.Parties.Pledgee.Name,
            Debtor = asked.Parties.Debtor.Name,
            Parties = asked.Parties.Json(),
            ClaimKind = request.ClaimKind,
            Maximum = request.Maximum ? 1 : 0,
            SecuredFen = asked.Secured,
            DebtFrom = request.DebtFrom,
            DebtTo = request.DebtTo,
            Scope = request.Scope?.Trim() ?? "",
            Forfeiture = request.Forfeiture ? 1 : 0,
            State = PledgeStates.Open,
            ChangedAt = now,
            ChangedBy = work.Viewer.Person,
        };
        work.Add(pledge);
        var registrations = asked.Items.Select(i => i.Registry).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToDictionary(r => r, r => Draft(work, pledge, r, null, desk));
        foreach (var (n, item) in asked.Items.Index())
        {
            work.Add(Item(pledge.Id, n + 1, item.Form, item.Right, registrations[item.Registry], item.Allocated, 0, item.Value, null));
        }

        return pledge;
    }

    /// <summary>A registration nobody has signed yet.</summary>
    public static PledgeRegistration Draft(ZhirongContext work, Pledge pledge, string registry, Guid? replaces, LendingDesk desk)
    {
        var registration = new PledgeRegistration
        {
            Id = desk.NewId(),
            PledgeId = pledge.Id,
            Version = 1,
            Registry = registry,
            State = RegistrationState.Draft.Word(),
            Channel = "",
            GroundSet = "",
            ReceiptNo = "",
            RegistrationNo = "",
            DueKind = "",
            DueProvisional = 0,
            AskedNote = "",
            Replaces = replaces,
            ChangedAt = Instant.Now(desk.Clock),
            ChangedBy = work.Viewer.Person,
        };
        work.Add(registration);
        return registration;
    }

    public static PledgeItem Item(Guid pledge, int n, PledgeItemForm form, RightOnDay right, PledgeRegistration registration, long allocated, long coming, long? value, int? replaces) => new()
    {
        PledgeId = pledge,
        N = n,
        RightId = right.Id,
        RightKey = right.Key,
        RightNumber = right.Number,
        Kind = right.Kind!.Value.Word(),
        Title = right.Title,
        Filed = right.Filed,
        Granted = right.Granted,
        Registry = registration.Registry,
        RegistrationId = registration.Id,
        AllocatedFen = allocated,
        ComingFen = coming,
        ValueFen = value,
        ValueSource = form.ValueSource?.Trim() ?? "",
        DataHash = (form.DataHash?.Trim() ?? "").ToLowerInvariant(),
        State = ItemStates.Planned,
        Replaces = replaces,
    };

    private static Happening Made(Pledge pledge, Asked asked) => new("PledgeMade", "pledge", RowValues.Of(pledge.Id), new JsonObject
    {
        ["contractNo"] = pledge.ContractNo,
        ["debtTo"] = RowValues.Of(pledge.DebtTo),
        ["items"] = new JsonArray([.. asked.Items.Select(i => new JsonObject { ["allocated"] = Money.FenText(i.Allocated), ["right"] = RowValues.Of(i.Right.Id), ["value"] = i.Value is { } fen ? Money.FenText(fen) : null })]),
        ["pledgee"] = pledge.Pledgee,
        ["pledgor"] = pledge.Pledgor,
        ["secured"] = Money.FenText(pledge.SecuredFen),
    });
}
