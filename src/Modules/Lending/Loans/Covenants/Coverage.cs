using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Receivables;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Loans.Covenants;

/// <summary>A right of a line that does not count: which, and why.</summary>
/// <param name="Because">The state of the register, or <c>frozen</c>.</param>
internal sealed record LostRight(Guid RightId, string Number, string Title, string Because, Words Why, long? ValueFen);

/// <summary>质押覆盖: what secures a line on a day, from the register.</summary>
/// <param name="Pledges">Pledges of the line that are not created, or not any more: number and state.</param>
/// <param name="ValueFen">Value of the rights in force; null where one of them has none.</param>
/// <param name="Unvalued">The first right in force without a value; empty where every one has one.</param>
/// <param name="Lost">Rights held that are no longer in force, frozen or unknown.</param>
internal sealed record Coverage(IReadOnlyList<(string Contract, string State)> Pledges, int Rights, long? ValueFen, string Unvalued, IReadOnlyList<LostRight> Lost)
{
    private static readonly RightState[] InForce = [RightState.Granted, RightState.InForceInPart, RightState.Restored];

    /// <summary>Whether anything secures the line at all.</summary>
    public bool Secured => Rights + Pledges.Count > 0;

    /// <summary>The numbers of what does not count, for a sentence.</summary>
    public string Named => string.Join('、', Lost.Take(5).Select(l => l.Number));

    /// <summary>Reads the pledges and the register in the name of the context's viewer.</summary>
    /// <param name="more">A pledge looked at as if it secured the line as well.</param>
    public static Coverage Of(ZhirongContext context, Facility facility, DateOnly day, RightDoor register, Guid? more = null)
    {
        var pledges = context.Set<Pledge>().Where(p => p.Id == more || context.Set<FacilityPledge>().Any(f => f.FacilityId == facility.Id && f.PledgeId == p.Id)).OrderBy(p => p.ContractNo).AsNoTracking().ToList();
        var ids = pledges.ConvertAll(p => p.Id);
        var held = context.Set<PledgeItem>().Where(i => ids.Contains(i.PledgeId) && (i.State == ItemStates.Held || i.State == ItemStates.Leaving)).OrderBy(i => i.PledgeId).ThenBy(i => i.N).AsNoTracking().ToList();
        var now = register.OnDay(context, [.. held.Select(i => i.RightId)], day).ToDictionary(r => r.Id);
        var lost = held.Select(i => (Item: i, Why: Reason(now.GetValueOrDefault(i.RightId)))).Where(i => i.Why is not null).Select(i => new LostRight(i.Item.RightId, i.Item.RightNumber, i.Item.Title, i.Why!.Value.Word, i.Why.Value.Title, i.Item.ValueFen)).ToList();
        var standing = held.FindAll(i => lost.TrueForAll(l => l.RightId != i.RightId));
        var income = ReceivableStanding.Of(context, ids, day, late: 0);
        long? Value(PledgeItem item) => income.TryGetValue(item.RightId, out var left) ? Math.Min(item.ValueFen ?? left, left) : item.ValueFen;
        return new(
            [.. pledges.Where(p => p.State != PledgeStates.Perfected).Select(p => (p.ContractNo, p.State))], held.Count,
            standing.TrueForAll(i => Value(i) is not null) ? standing.Sum(i => Value(i)!.Value) : null, standing.Find(i => Value(i) is null)?.RightNumber ?? "", lost);
    }

    /// <summary>The most a line supports under its loan to value, rounded down to the fen; null where it has no such limit or the value is not known.</summary>
    public long? Most(Facility facility) => facility.MostLtv is { } ltv && ValueFen is { } value ? (long)((Int128)value * ltv / 1_000_000) : null;

    /// <summary>Why nothing can be drawn: the first thing in the order of the refusals.</summary>
    /// <param name="exposure">What would be taken of the line afterwards.</param>
    public Refusal? Against(Facility facility, long exposure)
    {
        if (Pledges.Count > 0)
        {
            return LoanRefusals.NotPledged(Pledges[0].Contract, PledgeStates.Title(Pledges[0].State).Zh);
        }

        if (!Secured)
        {
            return null;
        }

        if (facility.MostLtv is null)
        {
            return Lost.Count == 0 ? null : LoanRefusals.RightLost(Lost[0].Number, Lost[0].Why.Zh);
        }

        return Most(facility) is not { } most ? LoanRefusals.NoValue(Unvalued)
            : exposure > most ? LoanRefusals.NotCovered(Money.FenText(exposure), Money.FenText(most), Named) : null;
    }

    /// <summary>The lost rights as a breach keeps them.</summary>
    public string Json() => new JsonArray([.. Lost.Select(l => new JsonObject
    {
        ["because"] = l.Because,
        ["number"] = l.Number,
        ["rightId"] = RowValues.Of(l.RightId),
        ["title"] = l.Title,
        ["value"] = l.ValueFen is { } fen ? Money.FenText(fen) : null,
        ["whyEn"] = l.Why.En,
        ["whyZh"] = l.Why.Zh,
    })]).ToJsonString(LendingJson.Options);

    private static (string Word, Words Title)? Reason(RightOnDay? right) => right is null ? ("unknown", RightStates.Title(RightState.Unknown))
        : !InForce.Contains(right.State.State) ? (right.State.State.Word(), RightStates.Title(right.State.State))
        : right.Encumbrances.Any(e => e.Kind == EncumbranceKind.Freeze) ? ("frozen", new("被冻结", "frozen"))
        : null;
}
