using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration.Grounds;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Registration.Rules;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Registration;

/// <summary>A registration with what it belongs to, as one unit of work reads it.</summary>
internal sealed record OpenedRegistration(PledgeRegistration Row, Pledge Pledge, List<PledgeItem> Items, List<GroundStatement> Statements, RegistryRules Rules)
{
    public RegistrationState State => RegistrationWords.State(Row.State);

    /// <summary>The rights that are in it or on their way into it.</summary>
    public IReadOnlyList<PledgeItem> Standing => [.. Items.Where(i => i.State is ItemStates.Planned or ItemStates.Held or ItemStates.Leaving)];

    public IReadOnlyList<Declared> Declared => [.. Statements.Select(s => new Declared((DeclaredKind)DeclaredKinds.Words.ToList().IndexOf(s.Kind), s.Ground, s.RightId, s.Who, s.Document, s.OnDay))];
}

/// <summary>Words of statements on grounds.</summary>
internal static class DeclaredKinds
{
    public static IReadOnlyList<string> Words { get; } = ["declaration", "consent", "confirmation"];
}

/// <summary>Reads registrations through the pledge they belong to, which says who sees them.</summary>
internal static class RegistrationReading
{
    /// <summary>Keys asked for in one statement.</summary>
    private const int AtOnce = 400;

    /// <returns>Null where the viewer sees none; in a work, where he may not change it.</returns>
    public static OpenedRegistration? Open(ZhirongContext context, Guid id, RegistryShelf shelf)
    {
        var found = (from r in context.Set<PledgeRegistration>() join p in context.Set<Pledge>() on r.PledgeId equals p.Id where r.Id == id select new { r, p }).SingleOrDefault();
        return found is null || shelf.Of(found.r.Registry) is not { } rules ? null : new(
            found.r, found.p,
            [.. context.Set<PledgeItem>().Where(i => i.RegistrationId == id).OrderBy(i => i.N)],
            [.. context.Set<GroundStatement>().Where(s => s.RegistrationId == id).OrderBy(s => s.N)],
            rules);
    }

    public static Refusal Missing(ZhirongContext context, Guid id) =>
        context.Session.First("SELECT pledge_id FROM len_registration WHERE id = @p0", row => row.IdOrNull(0), RowValues.Of(id)) is { } pledge && context.Reads("pledge", pledge) ? StorageRefusals.SharedToRead("registrations", $"{id}") : WebRefusals.NotFound("registrations", $"{id}");

    /// <summary>Which of the keys are in a pledge that is being filed or stands; of another organisation's nothing but that.</summary>
    public static IReadOnlyDictionary<string, LivePledge> Live(ZhirongContext context, IReadOnlyCollection<string> keys)
    {
        var held = new Dictionary<string, (Guid Registration, DateOnly Since)>(StringComparer.Ordinal);
        foreach (var part in keys.Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            foreach (var row in context.Set<PledgedRight>().Where(r => part.Contains(r.RightKey) && r.Live == 1).AsNoTracking())
            {
                held[row.RightKey] = (row.RegistrationId, row.SinceDay);
            }
        }

        var ids = held.Values.Select(h => h.Registration).Distinct().ToList();
        var own = ids.Chunk(AtOnce).SelectMany(part => (from r in context.Set<PledgeRegistration>() join p in context.Set<Pledge>() on r.PledgeId equals p.Id where part.Contains(r.Id) select new { r.Id, r.RegistrationNo }).ToList()).ToDictionary(r => r.Id, r => r.RegistrationNo);
        return held.ToDictionary(h => h.Key, h => new LivePledge(h.Value.Registration, own.GetValueOrDefault(h.Value.Registration, ""), h.Value.Since, own.ContainsKey(h.Value.Registration)), StringComparer.Ordinal);
    }

    /// <summary>What the contract holds of what it must contain (质押合同应当包括的内容).</summary>
    public static ContractSaid Contract(Pledge pledge, IReadOnlyCollection<PledgeItem> items)
    {
        var (parties, missing) = (PledgeParties.Read(pledge.Parties), new List<Words>());
        void Need(bool there, string zh, string en)
        {
            if (!there)
            {
                missing.Add(new(zh, en));
            }
        }

        Need(parties.Pledgors.All(p => p.Address is { Length: > 0 }), "出质人住所", "the pledgors' addresses");
        Need(parties.Pledgee.Address is { Length: > 0 }, "质权人住所", "the pledgee's address");
        Need(pledge.Scope.Length > 0, "质押担保的范围", "the scope of the security");
        Need(items.All(i => i.Title.Length > 0), "权利名称", "the titles of the rights");
        Need(items.All(i => i.Filed is not null), "申请日", "the days of filing");
        Need(items.All(i => i.Granted is not null), "授权公告日", "the days of grant");
        return new(pledge.ContractNo, missing, pledge.Forfeiture == 1);
    }

    /// <summary>Every ground for every right of a registration, on a day.</summary>
    /// <returns>Refused where the registry's rules have no list for the day (LEN-0212), or where a right is no longer in the register (LEN-0006).</returns>
    public static Result<IReadOnlyList<RightExamined>> Examine(ZhirongContext read, OpenedRegistration opened, DateOnly day, LendingDesk desk)
    {
        if (opened.Rules.GroundsOn(day) is not { } set)
        {
            return RegistrationRefusals.NoGrounds(day, opened.Row.Registry);
        }

        var items = opened.Standing;
        var rights = desk.Rights.OnDay(read, [.. items.Select(i => i.RightId)], day).ToDictionary(r => r.Id);
        if (items.FirstOrDefault(i => !rights.ContainsKey(i.RightId)) is { } gone)
        {
            return LendingRefusals.Right("rights", gone.RightNumber);
        }

        var together = read.Set<PledgeItem>().Where(i => i.PledgeId == opened.Pledge.Id && (i.State == ItemStates.Planned || i.State == ItemStates.Held)).Select(i => i.RightId).ToHashSet();
        var asked = new PledgeAsked
        {
            Day = day,
            DebtEnd = opened.Pledge.DebtTo,
            Pledgors = PledgeParties.Read(opened.Pledge.Parties).Named,
            Contract = Contract(opened.Pledge, [.. items]),
            Together = together,
            Declared = opened.Declared,
            Live = Live(read, [.. items.Select(i => i.RightKey)]),
            Registration = opened.Row.Id,
            DataHashes = items.Where(i => i.DataHash.Length > 0).ToDictionary(i => i.RightId, i => i.DataHash),
        };
        return Result<IReadOnlyList<RightExamined>>.Of([.. items.Select(i => new RightExamined(rights[i.RightId], set, RightGrounds.Of(set, rights[i.RightId], asked)))]);
    }
}

/// <summary>A right with every ground of its registry looked at.</summary>
internal sealed record RightExamined(RightOnDay Right, GroundSet Set, IReadOnlyList<GroundFinding> Findings);
