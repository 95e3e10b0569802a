using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit;

/// <summary>What a borrower pays or receives beside the loan itself.</summary>
public enum CostKind
{
    /// <summary>发行前期费用: arrangers, lawyers, raters, accountants.</summary>
    IssueFee,

    /// <summary>担保费.</summary>
    Guarantee,

    /// <summary>信托报酬 charged to the borrower.</summary>
    Trust,

    /// <summary>评估费.</summary>
    Appraisal,

    /// <summary>登记费.</summary>
    Registration,

    /// <summary>保费.</summary>
    Insurance,

    /// <summary>Any other fee.</summary>
    OtherFee,

    /// <summary>保证金缴存: money held back from the borrower.</summary>
    DepositHeld,

    /// <summary>保证金返还.</summary>
    DepositReturned,

    /// <summary>A subsidy that was paid: enters the net cost.</summary>
    SubsidyReceived,

    /// <summary>A subsidy only applied for: enters nothing but the cost "if granted too".</summary>
    SubsidyApplied,
}

/// <summary>One dated amount beside the loan.</summary>
public sealed record CostItem
{
    /// <summary>The payer of what the borrower bears himself.</summary>
    public const string Borrower = "borrower";

    public required string Id { get; init; }

    public required CostKind Kind { get; init; }

    /// <summary>The day the money moves; a subsidy's own payment date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Never negative; the kind tells the direction.</summary>
    public required Money Amount { get; init; }

    /// <summary>Who pays. A fee paid by another than the borrower is listed and moves no cost of his.</summary>
    public string Payer { get; init; } = Borrower;

    /// <summary>Where the figure comes from: a contract, a scheme, an assumption.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether the amount reaches or leaves the borrower.</summary>
    public bool Moves => Kind.IsReceipt() || Payer == Borrower;

    /// <summary>The amount as the borrower's flow: in positive, out negative.</summary>
    public DatedAmount Flow => new(Date, Kind.IsReceipt() ? Amount : -Amount);
}

/// <summary>The kinds' names in files and for people, and their direction.</summary>
public static class CostKinds
{
    private static readonly (CostKind Kind, string Word, Words Title)[] Names =
    [
        (CostKind.IssueFee, "issue_fee", new("发行费用", "issue fee")),
        (CostKind.Guarantee, "guarantee", new("担保费", "guarantee fee")),
        (CostKind.Trust, "trust", new("信托报酬", "trust fee")),
        (CostKind.Appraisal, "appraisal", new("评估费", "appraisal fee")),
        (CostKind.Registration, "registration", new("登记费", "registration fee")),
        (CostKind.Insurance, "insurance", new("保费", "insurance premium")),
        (CostKind.OtherFee, "other_fee", new("其他费用", "other fee")),
        (CostKind.DepositHeld, "deposit_held", new("保证金缴存", "deposit held back")),
        (CostKind.DepositReturned, "deposit_returned", new("保证金返还", "deposit returned")),
        (CostKind.SubsidyReceived, "subsidy_received", new("已到账补贴", "subsidy received")),
        (CostKind.SubsidyApplied, "subsidy_applied", new("申请中补贴", "subsidy applied for")),
    ];

    /// <summary>The words written in files.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Names.Select(n => n.Word)];

    public static CostKind? Parse(string word) => Array.Find(Names, n => n.Word == word) is { Word: not null } found ? found.Kind : null;

    public static Words Title(this CostKind kind) => Array.Find(Names, n => n.Kind == kind).Title;

    public static bool IsSubsidy(this CostKind kind) => kind is CostKind.SubsidyReceived or CostKind.SubsidyApplied;

    public static bool IsReceipt(this CostKind kind) => kind is CostKind.DepositReturned || kind.IsSubsidy();
}
