using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit.Limits;

/// <summary>What may bind a credit limit.</summary>
public enum LimitGround
{
    /// <summary>营运资金需求.</summary>
    WorkingCapital,

    /// <summary>集团授信余额.</summary>
    GroupLeft,

    /// <summary>产品上限.</summary>
    ProductCap,

    /// <summary>评估值 × 质押率.</summary>
    Pledge,
}

/// <summary>One ceiling and the sentence that says where it comes from.</summary>
public sealed record LimitCeiling(LimitGround Ground, Money Amount, Words Why);

/// <summary>Who stands behind a pledge rate above 100 %, and who approved it.</summary>
/// <param name="Support">The guarantor, insurer or fund by name.</param>
/// <param name="Approver">The person who answers for it.</param>
public sealed record RateSupport(string Support, string Approver);

/// <summary>What the limit is worked out from; what is not known is null and binds nothing.</summary>
public sealed record LimitFacts
{
    /// <summary>Working-capital need (see <see cref="WorkingCapitalNeed"/>).</summary>
    public Money? WorkingCapital { get; init; }

    /// <summary>What the group's limit leaves, not below zero.</summary>
    public Money? GroupLeft { get; init; }

    public Money? ProductCap { get; init; }

    /// <summary>Appraised value of what is pledged; null where the product asks for none (免评估): then nothing binds by it.</summary>
    public required Money? Value { get; init; }

    /// <summary>质押率, above 0: above 1 only with support and approver. Not looked at without a value.</summary>
    public required decimal PledgeRate { get; init; }

    public RateSupport? Support { get; init; }

    /// <summary>What a policy says the rights carry, right by right; null: value × rate.</summary>
    public Money? Carried { get; init; }

    /// <summary>额度取整: the limit is a whole multiple of it, downwards; null: to the fen.</summary>
    public Money? Multiple { get; init; }
}

/// <summary>授信额度: the least of its ceilings, with the one that binds by name.</summary>
/// <param name="Amount">In whole fen, or a whole multiple where one is agreed.</param>
/// <param name="Binding">The ceilings that are no higher than any other; more than one when they are equal.</param>
/// <param name="Ceilings">All of them, lowest first.</param>
public sealed record CreditLimit(Money Amount, IReadOnlyList<LimitCeiling> Binding, IReadOnlyList<LimitCeiling> Ceilings)
{
    /// <summary>
    /// The limit; refused with CRED-0501 when the pledge rate is not above 0 or beyond 10, CRED-0502 when it passes 1 without
    /// named support and approver, CRED-0503 when an amount is negative, CRED-0504 when nothing that could bind is known.
    /// </summary>
    public static Result<CreditLimit> Of(LimitFacts facts)
    {
        if (Faults(facts) is { Count: > 0 } faults)
        {
            return Result<CreditLimit>.Refused(faults);
        }

        Money? byPledge = facts.Carried is { } carried ? carried : facts.Value is { } value ? Money.OfFen(Fraction.FromDecimal(facts.PledgeRate).Of(value.Fen, RoundingMode.Down)) : null;
        LimitCeiling?[] all =
        [
            Ceiling(LimitGround.WorkingCapital, facts.WorkingCapital, new("营运资金需求", "working-capital need")),
            Ceiling(LimitGround.GroupLeft, facts.GroupLeft, new("集团授信余额", "what the group's limit leaves")),
            Ceiling(LimitGround.ProductCap, facts.ProductCap, new("产品上限", "the product's cap")),
            Ceiling(LimitGround.Pledge, byPledge, facts.Carried is null ? new($"评估值 {facts.Value} × 质押率 {facts.PledgeRate * 100:0.####}%，舍去不足一分", $"value {facts.Value} × pledge rate {facts.PledgeRate * 100:0.####} %, parts of a fen dropped") : new($"各项权利按质押率政策或例外可承载的合计（评估值 {facts.Value}）", $"what the rights carry by the pledge-rate policy, or by an exception (value {facts.Value})")),
        ];
        List<LimitCeiling> known = [.. all.OfType<LimitCeiling>().OrderBy(c => c.Amount.Fen)];
        return known.Count == 0 ? CreditRefusals.NoCeiling() : new CreditLimit(Whole(known[0].Amount, facts.Multiple), [.. known.TakeWhile(c => c.Amount == known[0].Amount)], known);
    }

    private static Money Whole(Money amount, Money? multiple) => multiple is { Fen: > 0 } step ? Money.OfFen(amount.Fen / step.Fen * step.Fen) : amount;

    private static LimitCeiling? Ceiling(LimitGround ground, Money? amount, Words why) => amount is { } known ? new(ground, known, why) : null;

    private static List<Refusal> Faults(LimitFacts facts)
    {
        var faults = new List<Refusal>();
        if (facts.Value is not null && facts.PledgeRate is <= 0 or > 10)
        {
            faults.Add(CreditRefusals.PledgeRate(facts.PledgeRate));
        }
        else if (facts.Value is not null && facts.PledgeRate > 1 && (string.IsNullOrWhiteSpace(facts.Support?.Support) || string.IsNullOrWhiteSpace(facts.Support?.Approver)))
        {
            faults.Add(CreditRefusals.RateWithoutSupport(facts.PledgeRate));
        }

        foreach (var (path, amount) in new[] { ("workingCapital", facts.WorkingCapital), ("groupLeft", facts.GroupLeft), ("productCap", facts.ProductCap), ("value", facts.Value) })
        {
            if (amount < Money.Zero)
            {
                faults.Add(CreditRefusals.NegativeAmount(path, amount.Value));
            }
        }

        return faults;
    }
}

/// <summary>
/// 营运资金量测算 of 《流动资金贷款管理办法》: revenue × (1 − margin) × (1 + growth) ÷ turns of working capital, less own funds,
/// present loans and other sources.
/// </summary>
/// <remarks>The method as banks apply it; recalled, not held against the text: the figures are the caller's.</remarks>
/// <param name="Revenue">Last year's revenue.</param>
/// <param name="ProfitMargin">Last year's margin, 0 to 1.</param>
/// <param name="Growth">Expected growth of revenue, above −1.</param>
/// <param name="Turns">Turns of working capital in a year, above zero.</param>
/// <param name="OwnFunds">Own funds.</param>
/// <param name="PresentLoans">Working-capital loans there are.</param>
/// <param name="OtherSources">Other sources.</param>
public sealed record WorkingCapitalNeed(Money Revenue, decimal ProfitMargin, decimal Growth, decimal Turns, Money OwnFunds, Money PresentLoans, Money OtherSources)
{
    /// <summary>Rounded half up, never below zero.</summary>
    public Money Amount
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Turns);
            var needed = Money.Rounded(Revenue.Yuan * (1 - ProfitMargin) * (1 + Growth) / Turns);
            var left = needed - OwnFunds - PresentLoans - OtherSources;
            return left < Money.Zero ? Money.Zero : left;
        }
    }
}

/// <summary>Two ratios that must not be mistaken for each other. Both exact.</summary>
public static class PledgeRatios
{
    /// <summary>质押率（LTV）: exposure ÷ appraised value; above 1 when more is lent than the rights are worth. Null without a value.</summary>
    public static Fraction? LoanToValue(Money exposure, Money appraised) => appraised > Money.Zero ? new(exposure.Fen, appraised.Fen) : null;

    /// <summary>担保覆盖率: secured amount ÷ exposure. Null without exposure.</summary>
    public static Fraction? Coverage(Money secured, Money exposure) => exposure > Money.Zero ? new(secured.Fen, exposure.Fen) : null;
}
