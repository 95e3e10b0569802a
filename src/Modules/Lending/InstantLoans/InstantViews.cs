using System.Globalization;
using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>A mandate in a list; amounts in yuan.</summary>
/// <param name="Used">Paid out under it.</param>
/// <param name="UsedToday">Paid out today.</param>
/// <param name="Stands">Whether it decides and pays today.</param>
public sealed record MandateRow(
    Guid Id, int Version, string Code, string Title, string Product, string Policy, string FirmCap, string Total, string DayCap, string Used, string Left, string UsedToday, DateOnly From, DateOnly Until, bool FirstFund, string State, string StateTitle, bool Stands, string Because, string StoppedBy, string? StoppedAt, string MadeBy, string ChangedAt, string ChangedBy)
{
    internal static MandateRow Of(LoanMandate m, long today, DateOnly day, Language language) => new(
        m.Id, m.Version, m.Code, m.Title, m.Product, m.Policy, Money.FenText(m.FirmFen), Money.FenText(m.TotalFen), Money.FenText(m.DayFen), Money.FenText(m.UsedFen), Money.FenText(m.TotalFen - m.UsedFen), Money.FenText(today), m.FromDay, m.UntilDay, m.FirstFund == 1, m.State, InstantStates.MandateTitle(m.State).In(language), AskInstant.Stands(m, day) is null, m.Because, m.StoppedBy, m.StoppedAt is { } at ? Instant.Text(at) : null, m.MadeBy, Instant.Text(m.ChangedAt), m.ChangedBy);
}

/// <summary>A text a mandate decides by.</summary>
/// <param name="Verified">Whether its figures were held against their sources.</param>
public sealed record MandateText(string Id, string Version, string Title, string Hash, bool Verified);

/// <summary>How many decisions came out in a way, and for how much.</summary>
public sealed record InstantCount(string Word, string Title, int Count, string Amount);

/// <summary>A mandate as it is opened.</summary>
/// <param name="OwnIndex">Model of the bank's own index; empty where ours is used.</param>
/// <param name="Blocked">Firms it lends nothing, each <c>code name</c>.</param>
/// <param name="TextsHash">SHA-256 of all it decides by.</param>
/// <param name="Approval">The case in which a second person approved it.</param>
public sealed record MandateDetail(
    MandateRow Row, string ProductTitle, IReadOnlyList<MandateText> Texts, string TextsHash, string OwnIndex, int RegisterDays, int WindowDays, int MostInWindow, int OfferDays, IReadOnlyList<string> Blocked, Guid AccountId, Guid BookId, Guid? Approval, IReadOnlyList<InstantCount> Outcomes, IReadOnlyList<InstantCount> States);

/// <summary>What a stop did.</summary>
/// <param name="Offers">Approved and unpaid decisions that were stopped with it.</param>
public sealed record MandatesStopped(int Mandates, int Offers, string Amount);

/// <summary>An instant decision in a list.</summary>
/// <param name="Index">Points; null where not known (待核实).</param>
/// <param name="Reasons">Codes.</param>
/// <param name="Why">What the codes say, the gravest first, at most three.</param>
public sealed record InstantRow(
    Guid Id, int Version, Guid MandateId, string RequestNo, Guid FirmId, string FirmName, string FirmCode, string Amount, int Months, string Outcome, string OutcomeTitle, string State, string StateTitle, string? Index, string? Limit, string? Rate, IReadOnlyList<string> Reasons, IReadOnlyList<string> Why, DateOnly Day, DateOnly? OfferEnds, Guid? LoanId, Guid? FacilityId, string BatchCode, string At, string By)
{
    internal static InstantRow Of(InstantDecision d, Language language) => new(
        d.Id, d.Version, d.MandateId, d.RequestNo, d.FirmId, d.FirmName, d.FirmCode, Money.FenText(d.AmountFen), d.Months, d.Outcome, OutcomeTitleOf(d.Outcome).In(language), d.State, InstantStates.Title(d.State).In(language), d.IndexPoints is { } points ? (points / 100m).ToString("0.00", CultureInfo.InvariantCulture) : null, d.LimitFen is { } fen ? Money.FenText(fen) : null, d.Rate is { } rate ? (rate / 1_000_000_000m).ToString("0.######", CultureInfo.InvariantCulture) : null,
        d.Reasons.Length == 0 ? [] : d.Reasons.Split('\n'), WhyOf(language == Language.En ? d.ResultEn : d.ResultZh), d.Day, d.OfferEnds, d.LoanId, d.FacilityId, d.BatchCode, Instant.Text(d.At), d.By);

    /// <summary>Conditions of the product that do not hold, then the sentences of the guard and of the policy.</summary>
    private static IReadOnlyList<string> WhyOf(string result)
    {
        using var told = JsonDocument.Parse(result);
        var (root, granted) = (told.RootElement, "approve");
        var conditions = root.GetProperty("conditions").EnumerateArray().Where(c => c.GetProperty("state").GetString() != "pass").Select(c => c.GetProperty("title").GetString()!);
        IEnumerable<string> Said(string step) => root.GetProperty(step) is { ValueKind: JsonValueKind.Object } decision
            ? decision.GetProperty("reasons").EnumerateArray().Where(r => root.GetProperty("outcome").GetString() == granted || r.GetProperty("outcome").GetString() != granted).Select(r => r.GetProperty("sentence").GetString()!)
            : [];
        return [.. conditions.Concat(Said("guard")).Concat(Said("decision")).Distinct(StringComparer.Ordinal).Take(3)];
    }

    internal static Words OutcomeTitleOf(string outcome) => outcome switch { "approve" => new("通过", "approved"), "refer" => new("转人工（待核实）", "referred"), _ => new("拒绝", "declined") };
}

/// <summary>A page of instant decisions with counts over all pages.</summary>
public sealed record InstantPage(IReadOnlyList<InstantRow> Items, int Total, int Page, int PageSize, IReadOnlyList<InstantCount> Outcomes, IReadOnlyList<InstantCount> States);

/// <summary>A borrower's electronic signature, as the platform gave it.</summary>
/// <param name="Sha256">Of the contract.</param>
public sealed record ContractSignature(string Signer, string Provider, string Reference, string Sha256, string SignedAt);

/// <summary>The contract offered.</summary>
public sealed record InstantContractView(string Text, string Sha256);

/// <summary>Money out before its pledge is registered.</summary>
/// <param name="State"><c>waiting</c>, <c>registered</c>, <c>overdue</c>.</param>
public sealed record FundFirstView(Guid Id, Guid DecisionId, Guid FacilityId, string FirmName, string Amount, DateOnly DueOn, string State, string StateTitle, Guid? PledgeId)
{
    internal static FundFirstView Of(FundFirstWatch w, Language language) => new(w.Id, w.DecisionId, w.FacilityId, w.FirmName, Money.FenText(w.Fen), w.DueOn, w.State, InstantStates.WatchTitle(w.State).In(language), w.PledgeId);
}

/// <summary>What a pledge for money that went out first begins with.</summary>
/// <param name="Numbers">Of the rights it was decided by.</param>
/// <param name="MainContractNo">Number of the line.</param>
public sealed record FundFirstStart(IReadOnlyList<string> Numbers, string Firm, string MainContractNo, string Secured, DateOnly From, DateOnly Until);

/// <summary>Money out before its pledge is registered, as a list shows it.</summary>
/// <param name="DaysLeft">To the last day for it; below zero where it has passed.</param>
/// <param name="Missing">Of <c>contract</c>, <c>filing</c>, <c>certificate</c> what is not there yet; none once it is registered.</param>
/// <param name="PledgeId">The pledge that secures it, or the one in the making; null where there is none.</param>
/// <param name="RegistrationId">The next filing to see to of that pledge.</param>
/// <param name="BreachId">The open breach of its line; null where none is.</param>
/// <param name="Start">Null where there is a pledge already.</param>
public sealed record FundFirstRow(Guid Id, string State, string StateTitle, string FirmName, string Amount, DateOnly DueOn, int DaysLeft, IReadOnlyList<string> Missing, Guid DecisionId, string RequestNo, Guid? MandateId, string Mandate, Guid FacilityId, string Facility, Guid? LoanId, Guid? PledgeId, string? ContractNo, Guid? RegistrationId, string? RegistrationTitle, Guid? BreachId, FundFirstStart? Start);

/// <summary>What may still go out first under a mandate.</summary>
/// <param name="Out">Not registered yet, in yuan; of so many.</param>
/// <param name="Left">Of the mandate's total, whichever way it is secured.</param>
/// <param name="FirmCap">What its product lets be out unregistered for one firm; null where nothing may.</param>
public sealed record FundFirstCap(Guid MandateId, string Mandate, string Title, string State, string StateTitle, string Out, int Count, string Total, string Left, string? FirmCap, int RegisterDays);

/// <summary>A page of money out first, what is not registered before the rest, the earliest day first.</summary>
public sealed record FundFirstPage(IReadOnlyList<FundFirstRow> Items, int Total, int Page, int PageSize, IReadOnlyList<InstantCount> States, IReadOnlyList<FundFirstCap> Caps);

/// <summary>An instant decision with everything it was made by.</summary>
/// <param name="Facts"><c>zhirong/instant-facts/v1</c>.</param>
/// <param name="Known">The same facts for people; empty where the mandate is not to be seen.</param>
/// <param name="Result"><c>zhirong/instant-decision/v1</c>: index, signs, conditions and rules with margins.</param>
public sealed record InstantDetail(InstantRow Row, string MandateCode, string Purpose, string Account, IReadOnlyList<Guid> Pledges, InstantContractView? Contract, ContractSignature? Signature, FundFirstView? Watch, string FactsHash, string ResultHash, string Engine, JsonElement Facts, IReadOnlyList<InstantKnown> Known, JsonElement Result);

/// <summary>A decision made again from what is kept of it.</summary>
/// <param name="Same">Whether facts and both results are the same to the byte.</param>
public sealed record InstantReplayed(bool Same, string Kept, string Again);

/// <summary>All decisions of a mandate made again.</summary>
/// <param name="Different">Numbers of those that come out otherwise.</param>
public sealed record MandateReplayed(int Decisions, int Same, IReadOnlyList<string> Different);
