namespace Zhirong.Engine.Credit.Batch;

/// <summary>One of many loans repaid in equal monthly instalments.</summary>
/// <param name="PrincipalFen">Amount lent in fen, above zero.</param>
/// <param name="RateMillionths">Annual rate in millionths: 34,500 is 3.45 %; 0 to 1,000,000.</param>
/// <param name="DisbursedOn">The day interest runs from, as a day number.</param>
public readonly record struct LevelLoan(long PrincipalFen, int RateMillionths, int DisbursedOn);

/// <summary>What a loan costs.</summary>
/// <param name="InterestFen">Interest of all instalments in fen, exact: each rounded half up.</param>
/// <param name="EstimatedCost">All-in cost a year (XIRR) with fee and subsidy, as a fraction; an estimate to about 1e-10.</param>
public readonly record struct LevelLoanCost(long InterestFen, double EstimatedCost);

/// <summary>What all loans of a batch have in common.</summary>
public sealed record LevelLoanTerms
{
    /// <summary>Monthly instalments, 2 to 1200.</summary>
    public required int Count { get; init; }

    /// <summary>ACT over 360 or over 365.</summary>
    public int YearDays { get; init; } = 360;

    /// <summary>Part of the principal kept back on disbursement.</summary>
    public double UpfrontFee { get; init; }

    /// <summary>Part of the interest that is paid back with every twelfth instalment.</summary>
    public double SubsidyShare { get; init; }
}
