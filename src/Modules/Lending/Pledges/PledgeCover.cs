using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Pledges;

/// <summary>A right of a pledge as the register knows it on the day.</summary>
/// <param name="State">A word of <see cref="RightStates"/>; <c>unknown</c> where no source is new enough.</param>
/// <param name="Counts"><c>in_force</c>, <c>unverified</c>, <c>over</c>.</param>
/// <param name="Expires">First day no longer in force by law; null while facts are missing.</param>
public sealed record PledgedStanding(int N, string State, string StateTitle, string Counts, DateOnly? Expires);

/// <summary>覆盖: what the rights in force carry of the secured amount on a day; amounts in yuan.</summary>
/// <param name="Allocated">The parts of all rights together; always the secured amount.</param>
/// <param name="Carried">The parts of the rights that are held and in force.</param>
/// <param name="Unverified">The parts of the rights that are held and whose state nobody knows; neither carried nor lost.</param>
/// <param name="InForce">Values of the rights that are held and in force; null where one of them has none, and where none is known to stand.</param>
/// <param name="Coverage">Values in force over the secured amount as a fraction, rounded down to four places; null with them, and where nothing is secured. Where something is unverified it is the least.</param>
public sealed record PledgeCover(DateOnly Day, string Allocated, string Carried, string Unverified, string? InForce, string? Coverage, IReadOnlyList<PledgedStanding> Standings)
{
    internal const string Counted = "in_force";
    internal const string Unknown = "unverified";
    internal const string Over = "over";

    /// <summary>Reads the register once for all rights that are held, or about to be.</summary>
    internal static PledgeCover Of(ZhirongContext read, Pledge pledge, IReadOnlyList<PledgeItem> items, LendingDesk desk, Language language)
    {
        var rights = desk.Rights.OnDay(read, [.. items.Select(i => i.RightId).Distinct()], desk.Today).ToDictionary(r => r.Id);
        var standings = items.Select(i => Standing(i, rights.GetValueOrDefault(i.RightId), language)).ToList();
        var held = items.Zip(standings).Where(p => p.First.State is ItemStates.Held or ItemStates.Leaving).ToList();
        var carrying = held.Where(p => p.Second.Counts == Counted).Select(p => p.First).ToList();
        var silent = held.Count == 0 || (carrying.Count == 0 && held.Exists(p => p.Second.Counts == Unknown));
        var income = Receivables.ReceivableStanding.Of(read, [pledge.Id], desk.Today, late: 0);
        long? Value(PledgeItem item) => income.TryGetValue(item.RightId, out var left) ? Math.Min(item.ValueFen ?? left, left) : item.ValueFen;
        long? value = !silent && carrying.TrueForAll(i => Value(i) is not null) ? carrying.Sum(i => Value(i)!.Value) : null;
        return new(
            desk.Today, Money.FenText(items.Sum(i => i.AllocatedFen)), Money.FenText(carrying.Sum(i => i.AllocatedFen)), Money.FenText(held.Where(p => p.Second.Counts == Unknown).Sum(p => p.First.AllocatedFen)),
            value is { } fen ? Money.FenText(fen) : null, value is { } worth && pledge.SecuredFen > 0 ? Ratio(worth, pledge.SecuredFen) : null, standings);
    }

    private static string Ratio(long value, long secured) => $"{(long)((Int128)value * 10_000 / secured) / 10_000m:0.0000}";

    private static PledgedStanding Standing(PledgeItem item, RightOnDay? right, Language language)
    {
        var state = right?.State.State ?? RightState.Unknown;
        return new(item.N, state.Word(), state.Title().In(language), state.InForce() ? Counted : state == RightState.Unknown ? Unknown : Over, right?.Expires);
    }
}

/// <summary>变更记录: a step of one of a pledge's registrations, with its papers.</summary>
public sealed record PledgeChange(Guid RegistrationId, string Registry, string RegistryTitle, Registration.RegistrationStepView Step);
