using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy.Storage;

/// <summary>风险补偿资金: a fund with its book; what it holds is what the book says.</summary>
internal sealed class CompensationFund : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>The scheme of sharing it pays by.</summary>
    public required string Scheme { get; init; }

    /// <summary>Number of the scheme's text; 0 is the shipped one.</summary>
    public required int SchemeNumber { get; init; }

    /// <summary>The party of the scheme that the fund is.</summary>
    public required string Party { get; init; }

    public required long SizeFen { get; init; }

    /// <summary>Book of kind <c>fund</c> in the ledger.</summary>
    public required Guid BookId { get; init; }

    /// <summary><c>open</c> or <c>suspended</c>: a suspended fund takes no further filing.</summary>
    public required string State { get; set; }

    public required string Because { get; set; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>备案: a loan filed with a fund.</summary>
internal sealed class FundFiling : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required Guid FundId { get; init; }

    public required string SubjectKind { get; init; }

    public required string SubjectId { get; init; }

    public required string FirmCode { get; init; }

    public required string FirmName { get; init; }

    public required string BankName { get; init; }

    public required long PrincipalFen { get; init; }

    public required DateOnly FiledOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    /// <summary><c>live</c>, <c>ended</c> or <c>claimed</c>.</summary>
    public required string State { get; set; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>补偿申请: a claim on a fund for the loss of a filed loan.</summary>
internal sealed class CompensationClaim : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required Guid FundId { get; init; }

    public required Guid FilingId { get; init; }

    /// <summary>submitted, approved, paid, refused.</summary>
    public required string State { get; set; }

    /// <summary>Canonical JSON of <c>zhirong/scheme-facts/v1</c> as stated, without the fund's own figures.</summary>
    public required string Facts { get; init; }

    public required string InputHash { get; set; }

    /// <summary><c>zhirong/share-result/v1</c> as last computed.</summary>
    public required string ResultZh { get; set; }

    public required string ResultEn { get; set; }

    public long? LossFen { get; set; }

    /// <summary>The fund's part; null while open.</summary>
    public long? FundFen { get; set; }

    /// <summary>Returned to the fund out of recoveries.</summary>
    public required long ReturnedFen { get; set; }

    public required DateOnly FiledOn { get; init; }

    /// <summary>The day by which it has to be decided, where one is set.</summary>
    public DateOnly? DueOn { get; init; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A change of a claim; only added.</summary>
internal sealed class ClaimStep
{
    public required Guid ClaimId { get; init; }

    public required int N { get; init; }

    public required string State { get; init; }

    public long? Fen { get; init; }

    public required string Note { get; init; }

    public required DateOnly Day { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>待办期限: something to be done by a day.</summary>
internal sealed class DatedTask : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required string Title { get; init; }

    public required DateOnly DueOn { get; init; }

    public required string SubjectKind { get; init; }

    public required string SubjectId { get; init; }

    /// <summary><c>open</c> or <c>done</c>.</summary>
    public required string State { get; set; }

    public required string Note { get; set; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}
