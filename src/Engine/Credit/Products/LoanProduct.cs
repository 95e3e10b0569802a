using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules;

namespace Zhirong.Engine.Credit.Products;

/// <summary>A condition of a product: a value and the test it has to pass.</summary>
/// <param name="Is">The expression whose value is tested, as written.</param>
/// <param name="Needs">The test, as written.</param>
/// <param name="Want">How the test reads for people where its text would not; null takes the text.</param>
/// <param name="Fact">The fact the value is, where it is one alone: gives unit and words.</param>
public sealed record ProductCondition(string Id, Words Title, string Is, string Needs, Words? Want, ProductFact? Fact, RuleExpression Value, RuleExpression Test);

/// <summary>A fee beside the interest.</summary>
/// <param name="Rate">A part of the principal; null where an amount is given.</param>
/// <param name="PerYear">Charged for every year begun, at its beginning; else once, at the drawdown.</param>
/// <param name="Payer"><c>borrower</c> or who bears it.</param>
public sealed record ProductFee(string Id, Words Title, CostKind Kind, decimal? Rate, Money? Amount, bool PerYear, string Payer, string Source);

/// <summary>How a loan under the product is repaid and priced.</summary>
/// <param name="Least">The least amount.</param>
/// <param name="Most">The highest amount: the product's cap.</param>
/// <param name="LeastMonths">The shortest term.</param>
/// <param name="MostMonths">The longest term.</param>
/// <param name="SpreadBasisPoints">Over LPR; may be negative.</param>
/// <param name="Every">The distance of interest payments or instalments; not used by a bullet.</param>
public sealed record ProductTerms(Money Least, Money Most, int LeastMonths, int MostMonths, LprTenor Lpr, decimal SpreadBasisPoints, RepaymentMethod Method, Tenor Every, DayCountConvention DayCount)
{
    /// <summary>额度取整: limits are whole multiples of it, downwards; null: to the fen.</summary>
    public Money? Multiple { get; init; }
}

/// <summary>What secures a loan under the product.</summary>
/// <param name="Guarantee"><c>none</c>, <c>surety_insurance</c>, <c>policy_guarantor</c>, <c>guarantor</c>.</param>
/// <param name="Kinds">Categories of rights taken.</param>
/// <param name="PledgeRate">质押率: the highest part of the appraised value lent; null where no appraisal is asked (免评估).</param>
/// <param name="AboveOne">Whether the rate may pass 1 with named support and approver.</param>
/// <param name="FirstFund">先放款后登记: what may be paid out before the pledge is registered; null: nothing.</param>
public sealed record ProductSecurity(string Guarantee, IReadOnlyList<string> Kinds, decimal? PledgeRate, bool AboveOne, Money? FirstFund)
{
    /// <summary>Id of the policy that says what each right carries; <see cref="PledgeRate"/> is then the most an exception may reach. Null: one rate for all.</summary>
    public string? PledgePolicy { get; init; }
}

/// <summary>A loan product as data, <c>zhirong/product/v1</c>.</summary>
public sealed record LoanProduct
{
    public const string Schema = "zhirong/product/v1";

    public static IReadOnlyList<string> Guarantees { get; } = ["none", "surety_insurance", "policy_guarantor", "guarantor"];

    public required string Id { get; init; }

    public required string Version { get; init; }

    public required Words Title { get; init; }

    /// <summary>Who lends.</summary>
    public required Words Lender { get; init; }

    public required Words Summary { get; init; }

    /// <summary>Where it was read.</summary>
    public required string Source { get; init; }

    public required DateOnly Dated { get; init; }

    public bool Verified { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public required ProductTerms Terms { get; init; }

    public required ProductSecurity Security { get; init; }

    public IReadOnlyList<ProductFee> Fees { get; init; } = [];

    /// <summary>What terms and security ask for, then what the file says.</summary>
    public required IReadOnlyList<ProductCondition> Conditions { get; init; }

    /// <summary>What the published text does not show.</summary>
    public IReadOnlyList<Words> Open { get; init; } = [];

    /// <summary>SHA-256 of the content.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether it is offered on a day.</summary>
    public bool OfferedOn(DateOnly day) => !(day < From) && !(day > Until);
}
