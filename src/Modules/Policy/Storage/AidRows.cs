using Zhirong.Modules.Policy.Aid;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy.Storage;

/// <summary>年度预算: the money of a scheme for a year, and how much of it is spoken for.</summary>
internal sealed class AidBudget : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required string Scheme { get; init; }

    public required int Year { get; init; }

    public required long LimitFen { get; set; }

    /// <summary>Sum of what stands approved; after scaling, of what was scaled.</summary>
    public required long ApprovedFen { get; set; }

    /// <summary>Paid, less what was clawed back.</summary>
    public required long PaidFen { get; set; }

    /// <summary>Received into its book for it.</summary>
    public long ReceivedFen { get; set; }

    /// <summary>Whether money was received or paid under it.</summary>
    public bool Moved => ReceivedFen != 0 || PaidFen != 0;

    /// <summary>Last day of approvals of the year, where one is set.</summary>
    public DateOnly? ClosesOn { get; set; }

    /// <summary>The book aid is paid from, of kind <c>fund</c>; null where payments are only noted.</summary>
    public Guid? BookId { get; set; }

    /// <summary>The last place given in the order of approval; null: none since places are counted here.</summary>
    public int? LastNo { get; set; }

    /// <summary>Account of expense that payments go to.</summary>
    public string Expense { get; set; } = "651201";

    /// <summary><c>open</c> or <c>scaled</c>: after scaling nothing more is approved.</summary>
    public required string State { get; set; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>补贴申请: who asks for what, on which facts, and how far it has come.</summary>
internal sealed class AidApplication : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required string Scheme { get; init; }

    /// <summary>Who decides about it where a firm handed it in: scheme, budget and caps are that organisation's. Null: its owner's own.</summary>
    public Guid? OfficeId { get; set; }

    /// <summary><see cref="AidStates.ByFirm"/> where its owner is the firm itself, else null: an officer's.</summary>
    public string? Origin { get; init; }

    /// <summary>Whose scheme, budget and caps count.</summary>
    public Guid Decides => OfficeId ?? OwnerId;

    /// <summary>Number of the text it is computed by, of whoever decides; 0 is the shipped one.</summary>
    public required int SchemeNumber { get; set; }

    public required int Year { get; init; }

    /// <summary>The firm of the register, where it is there.</summary>
    public Guid? FirmId { get; init; }

    /// <summary>Unified social credit code: caps of a firm are counted under it.</summary>
    public required string FirmCode { get; init; }

    public required string FirmName { get; init; }

    /// <summary>What the aid is for, in another room or outside: <c>loan</c>.</summary>
    public required string SubjectKind { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>draft, submitted, reviewed, publicised, approved, scaled_by_pool, paid, clawback, refused.</summary>
    public required string State { get; set; }

    /// <summary>Canonical JSON of <c>zhirong/scheme-facts/v1</c> as stated; the year's ledger is not part of it.</summary>
    public required string Facts { get; set; }

    public required string InputHash { get; set; }

    /// <summary><c>zhirong/subsidy-result/v1</c> as last computed.</summary>
    public required string ResultZh { get; set; }

    public required string ResultEn { get; set; }

    /// <summary>What was computed when it was last changed; null while open.</summary>
    public long? AskedFen { get; set; }

    public long? ApprovedFen { get; set; }

    /// <summary>Place in the order of approval within scheme and year.</summary>
    public int? ApprovedNo { get; set; }

    /// <summary>After the pool was divided.</summary>
    public long? ScaledFen { get; set; }

    public required long PaidFen { get; set; }

    public required long ClawedFen { get; set; }

    public DateOnly? FiledOn { get; set; }

    /// <summary>Last day of publicity (公示).</summary>
    public DateOnly? PublicUntil { get; set; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A change of state of an application; only added.</summary>
internal sealed class ApplicationStep
{
    public required Guid ApplicationId { get; init; }

    public required int N { get; init; }

    public required string State { get; init; }

    public long? Fen { get; init; }

    public required string Note { get; init; }

    /// <summary>The day it counts from.</summary>
    public required DateOnly Day { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>上限台账: what an approval uses of a cap, and as a negative what a clawback frees of it again; only added, and the sum never exceeds the cap.</summary>
internal sealed class CapUse : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid ApplicationId { get; init; }

    public required string Scheme { get; init; }

    public required string Cap { get; init; }

    /// <summary><c>loan</c>, <c>firm_year</c> or <c>firm_lifetime</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>The firm's code, or kind and id of the loan.</summary>
    public required string Subject { get; init; }

    public required int Year { get; init; }

    /// <summary>Number of the application's step that used or freed it; 0 for what was booked before steps were named.</summary>
    public required int N { get; init; }

    public required long Fen { get; init; }

    public required long At { get; init; }
}
