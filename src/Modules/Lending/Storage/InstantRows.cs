using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>授权: within what instant loans are decided and paid without a person, as a second person approved it.</summary>
internal sealed class LoanMandate : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    /// <summary>Number of the mandate's paper; an organisation uses it once.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>Code of the product with the text it had.</summary>
    public required string Product { get; init; }

    public required int ProductNumber { get; init; }

    public required string ProductText { get; init; }

    /// <summary>Id and version of the policy that decides.</summary>
    public required string Policy { get; init; }

    /// <summary>The texts decided by, as JSON: index model, guard and policy with those it calls.</summary>
    public required string Texts { get; init; }

    /// <summary>SHA-256 of the texts and the product's.</summary>
    public required string TextsHash { get; init; }

    /// <summary>Model id of the bank's own index; empty where our model is used.</summary>
    public required string OwnIndex { get; init; }

    public required long FirmFen { get; init; }

    public required long TotalFen { get; init; }

    public required long DayFen { get; init; }

    /// <summary>Paid out under it: never above the total.</summary>
    public required long UsedFen { get; set; }

    public required DateOnly FromDay { get; init; }

    /// <summary>The last day of decisions and payouts.</summary>
    public required DateOnly UntilDay { get; init; }

    /// <summary>The account that pays, and its book.</summary>
    public required Guid AccountId { get; init; }

    public required Guid BookId { get; init; }

    public required string BankCode { get; init; }

    /// <summary>1: the product pays first and registers after; 0: only under a registered maximum-amount pledge.</summary>
    public required int FirstFund { get; init; }

    /// <summary>Working days from the payout within which the pledge has to be registered.</summary>
    public required int RegisterDays { get; init; }

    /// <summary>Blocked firms, <c>code name</c>, one a line.</summary>
    public required string Blocked { get; init; }

    public required int WindowDays { get; init; }

    public required int MostInWindow { get; init; }

    /// <summary>Days an offer stands.</summary>
    public required int OfferDays { get; init; }

    /// <summary><c>active</c> or <c>stopped</c>.</summary>
    public required string State { get; set; }

    /// <summary>Why it is stopped; empty while active.</summary>
    public required string Because { get; set; }

    public required string StoppedBy { get; set; }

    public long? StoppedAt { get; set; }

    /// <summary>The case in which it was approved.</summary>
    public Guid? ApprovalId { get; init; }

    public required string MadeBy { get; init; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>What was paid of a mandate on a day.</summary>
internal sealed class LoanMandateDay
{
    public required Guid MandateId { get; init; }

    public required DateOnly Day { get; init; }

    public required long Fen { get; set; }

    public required int Loans { get; set; }
}

/// <summary>What was paid of a mandate to a firm.</summary>
internal sealed class LoanMandateFirm
{
    public required Guid MandateId { get; init; }

    public required Guid FirmId { get; init; }

    public required long Fen { get; set; }
}

/// <summary>秒贷决定: one application decided by a mandate's texts, with everything it was decided by, so that it can be made again to the byte.</summary>
internal sealed class InstantDecision : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required Guid MandateId { get; init; }

    /// <summary>The applicant's number; an organisation decides it once.</summary>
    public required string RequestNo { get; init; }

    /// <summary>SHA-256 of what was asked.</summary>
    public required string RequestHash { get; init; }

    public required Guid FirmId { get; init; }

    public required string FirmCode { get; init; }

    public required string FirmName { get; init; }

    public required long AmountFen { get; init; }

    public required int Months { get; init; }

    public required string Purpose { get; init; }

    /// <summary>The account to be paid.</summary>
    public required string Account { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary><c>approve</c>, <c>refer</c>, <c>decline</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary><c>closed</c> (declined or referred), <c>offered</c>, <c>paid</c>, <c>stopped</c>, <c>lapsed</c>.</summary>
    public required string State { get; set; }

    /// <summary>Codes of the reasons, one a line.</summary>
    public required string Reasons { get; init; }

    /// <summary>Points in hundredths; null where not known.</summary>
    public long? IndexPoints { get; init; }

    public long? LimitFen { get; init; }

    /// <summary>Yearly rate in billionths; null where nothing is granted.</summary>
    public long? Rate { get; init; }

    /// <summary>Everything it was decided by, canonical JSON.</summary>
    public required string Facts { get; init; }

    public required string FactsHash { get; init; }

    public required string Engine { get; init; }

    public required string ResultZh { get; init; }

    public required string ResultEn { get; init; }

    public required string ResultHash { get; init; }

    /// <summary>The contract offered; empty where nothing is.</summary>
    public required string Contract { get; init; }

    public required string ContractHash { get; init; }

    /// <summary>The first day on which the offer no longer stands.</summary>
    public DateOnly? OfferEnds { get; init; }

    /// <summary>The borrower's signature as JSON; empty before.</summary>
    public required string Signature { get; set; }

    public Guid? FacilityId { get; set; }

    public Guid? LoanId { get; set; }

    public required string BatchCode { get; set; }

    public required long At { get; init; }

    public required string By { get; init; }

    public required long ChangedAt { get; set; }
}

/// <summary>A pledge named in an instant application.</summary>
internal sealed class InstantPledge
{
    public required Guid DecisionId { get; init; }

    public required Guid PledgeId { get; init; }
}

/// <summary>先放款后登记: money out before its pledge is registered, and the day by which it has to be.</summary>
internal sealed class FundFirstWatch : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required Guid DecisionId { get; init; }

    public required Guid FacilityId { get; init; }

    public required Guid FirmId { get; init; }

    public required string FirmName { get; init; }

    public required long Fen { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary><c>waiting</c>, <c>registered</c>, <c>overdue</c>.</summary>
    public required string State { get; set; }

    public Guid? PledgeId { get; set; }

    public required long ChangedAt { get; set; }
}

/// <summary>An index a bank's own model gave a firm, as it was read from a file.</summary>
internal sealed class GivenIndex : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required string FirmCode { get; init; }

    /// <summary>The model's id with its version.</summary>
    public required string Model { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Points in hundredths.</summary>
    public required long Points { get; init; }

    public required string Source { get; init; }

    /// <summary>Of the file.</summary>
    public required string Sha256 { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}
