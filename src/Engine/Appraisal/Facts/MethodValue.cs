using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Facts;

/// <summary>One period of a discounted income: everything that made its present value.</summary>
/// <param name="Period">From 1.</param>
/// <param name="Year">Calendar year the income belongs to.</param>
/// <param name="Length">Part of a year the period lasts.</param>
/// <param name="Time">Years from the base date to the moment the income is taken to arrive.</param>
/// <param name="Income">Income of the period in yuan, unrounded, before the share.</param>
/// <param name="Share">Part of the income that the right earns; 1 where the income is all its own.</param>
/// <param name="Kept">1 − tax where tax is taken here, or the chance that a debtor pays; else 1.</param>
/// <param name="Factor">Discount factor.</param>
/// <param name="PresentValue">Income × share × kept × factor, yuan, unrounded.</param>
public sealed record CashFlow(int Period, int Year, decimal Length, decimal Time, decimal Income, decimal Share, decimal Kept, decimal Factor, decimal PresentValue);

/// <summary>One step of a computation that has no periods: what it is called, its formula with the figures in it, its result.</summary>
public sealed record Step(Words Name, string Formula, decimal Result);

/// <summary>What one method says a right or group is worth, and why.</summary>
public sealed record MethodValue
{
    /// <summary>Name of this run of a method within the appraisal; two runs of one method differ by it.</summary>
    public required string Id { get; init; }

    public required Method Method { get; init; }

    public required AppraisalTerms Terms { get; init; }

    /// <summary>The value, rounded once to the fen.</summary>
    public required Money Value { get; init; }

    /// <summary>Yuan before rounding.</summary>
    public required decimal Unrounded { get; init; }

    /// <summary>Every input with its origin.</summary>
    public required IReadOnlyList<AppraisalInput> Inputs { get; init; }

    /// <summary>Empty for methods without periods.</summary>
    public IReadOnlyList<CashFlow> CashFlows { get; init; } = [];

    /// <summary>The steps of methods without periods, and of rates and shares that were computed.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>Warnings and notes; never an error.</summary>
    public IReadOnlyList<Refusal> Warnings { get; init; } = [];

    /// <summary>Years of income taken in; null for methods without periods.</summary>
    public decimal? Horizon { get; init; }

    /// <summary>Rounds once and collects a warning for each input without evidence.</summary>
    public static MethodValue Of(string id, Method method, AppraisalTerms terms, decimal unrounded, IReadOnlyList<AppraisalInput> inputs) => new()
    {
        Id = id,
        Method = method,
        Terms = terms,
        Unrounded = unrounded,
        Value = Money.Rounded(unrounded),
        Inputs = inputs,
        Warnings = [.. inputs.Where(i => !i.Origin.IsVerified).Select(i => AppraisalRefusals.WithoutEvidence(i.Name, i.Value))],
    };
}
