using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Registration;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Pledges;

/// <summary>A pledge in a list; amounts in yuan.</summary>
/// <param name="State"><c>open</c>, <c>partly</c>, <c>perfected</c>, <c>released</c>, <c>lost</c>.</param>
/// <param name="DebtTo">Last day of the period of performance.</param>
public sealed record PledgeRow(
    Guid Id, string ContractNo, string MainContractNo, IReadOnlyList<string> Pledgors, string Pledgee, string Debtor, string ClaimKind, string ClaimKindTitle, bool Maximum, string Secured, DateOnly DebtFrom, DateOnly DebtTo, string State, string StateTitle, int Version, string ChangedAt, string ChangedBy)
{
    internal static PledgeRow Of(Pledge p, Language language) => new(
        p.Id, p.ContractNo, p.MainContractNo, p.Pledgor.Split('\n'), p.Pledgee, p.Debtor, p.ClaimKind, ClaimKinds.Title(p.ClaimKind).In(language), p.Maximum == 1, Money.FenText(p.SecuredFen), p.DebtFrom, p.DebtTo, p.State, PledgeStates.Title(p.State).In(language), p.Version, Instant.Text(p.ChangedAt), p.ChangedBy);
}

/// <summary>A right of a pledge.</summary>
/// <param name="Allocated">Its part of the secured amount.</param>
/// <param name="State"><c>planned</c>, <c>held</c>, <c>leaving</c>, <c>released</c>, <c>dropped</c>.</param>
/// <param name="Replaces">The item it comes in for.</param>
public sealed record PledgeItemView(int N, Guid RightId, string Number, string Kind, string KindTitle, string Title, string Registry, Guid RegistrationId, string Allocated, string? Value, string ValueSource, string State, string StateTitle, int? Replaces, DateOnly? ReleasedOn)
{
    internal static PledgeItemView Of(PledgeItem i, Language language) => new(
        i.N, i.RightId, i.RightNumber, i.Kind, Assets.Model.RightKinds.Read(i.Kind) is { } kind ? Assets.Model.RightKinds.Title(kind).In(language) : i.Kind, i.Title, i.Registry, i.RegistrationId, Money.FenText(i.AllocatedFen), i.ValueFen is { } fen ? Money.FenText(fen) : null, i.ValueSource, i.State, ItemStates.Title(i.State).In(language), i.Replaces, i.ReleasedOn);
}

/// <summary>A pledge as it is opened.</summary>
/// <param name="Value">Values of the rights that are held; null where one of them has none.</param>
/// <param name="Changes">Steps of all its registrations, the newest first.</param>
public sealed record PledgeDetail(
    PledgeRow Row, IReadOnlyList<PledgeParty> Pledgors, PledgeParty Pledgee, PledgeParty Debtor, string Scope, bool Forfeiture, string? Value, IReadOnlyList<PledgeItemView> Items, IReadOnlyList<RegistrationRow> Registrations, IReadOnlyList<IncidentView> Incidents, PledgeCover Cover, IReadOnlyList<PledgeChange> Changes);

/// <summary>Something about a pledge a person has to act on.</summary>
/// <param name="EffectiveOn">From when the pledge is gone.</param>
/// <param name="Lost">What is no longer secured, in yuan.</param>
public sealed record IncidentView(Guid Id, Guid PledgeId, Guid RegistrationId, string Kind, string KindTitle, DateOnly RecordedOn, DateOnly EffectiveOn, string Lost, bool Open, string Note, string At, string By, string? ClosedBy, int Version)
{
    internal static IncidentView Of(PledgeIncident i, Language language) => new(
        i.Id, i.PledgeId, i.RegistrationId, i.Kind, (i.Kind == "revoked" ? new Words("登记被撤销，质权自始无效", "Registration revoked, the pledge is void from the beginning") : new Words("登记届满，质权消灭", "Registration expired, the pledge is gone")).In(language),
        i.RecordedOn, i.EffectiveOn, Money.FenText(i.LostFen), i.Open == 1, i.Note, Instant.Text(i.At), i.By, i.ClosedBy, i.Version);
}

/// <summary>What a pledge may secure.</summary>
internal static class ClaimKinds
{
    private static readonly (string Word, Words Title)[] All = [("loan", new("贷款", "loan")), ("credit_line", new("授信额度", "credit line")), ("counter_guarantee", new("反担保", "counter-guarantee")), ("notes", new("票据或债券", "notes"))];

    public static IReadOnlyList<string> Words { get; } = [.. All.Select(k => k.Word)];

    public static Words Title(string kind) => All.First(k => k.Word == kind).Title;
}
