using Zhirong.Engine.Basics;
using static Zhirong.Modules.Securitization.Cashflow.Formula;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>
/// Products of amounts and rates, rounded to the fen in whole numbers: <c>fen × n ÷ d</c> is taken apart into
/// <c>n × ⌊fen ÷ d⌋ + n × (fen mod d) ÷ d</c>, every part of which a binary fraction of 53 bits holds exactly, so that a tie of
/// half a fen is never lost and 10^13 fen come out right.
/// </summary>
internal sealed class ExactRounding(RoundingMode mode)
{
    /// <summary>The decimals of a rate that stay exact.</summary>
    public const int MostPlaces = 8;

    public RoundingMode Mode => mode;

    public static Formula FenOf(Formula yuan) => Round(yuan * 100, 0);

    /// <summary>Yuan: the amount times numerator over denominator, rounded once.</summary>
    /// <param name="yuan">Amount in yuan with at most two decimals, not negative.</param>
    /// <param name="numerator">Whole number, not negative.</param>
    /// <param name="denominator">Whole number, positive.</param>
    public Formula Part(Formula yuan, Formula numerator, Formula denominator)
    {
        var fen = FenOf(yuan);
        var whole = numerator * Int(fen / denominator);
        var rest = numerator * Mod(fen, denominator);
        var halfUp = whole + Int((rest + (denominator / 2)) / denominator);
        return mode switch
        {
            RoundingMode.HalfUp => halfUp / 100,
            RoundingMode.Down => (whole + Int(rest / denominator)) / 100,
            _ => (halfUp - OneIf(And(Same(Mod((2 * rest) + denominator, 2 * denominator), 0), Same(Mod(halfUp, 2), 1)))) / 100,
        };
    }

    /// <summary>The power of ten that makes a rate whole, as a formula of the rate: at least 10^4, at most 10^8.</summary>
    public static Formula Denominator(LiveCell rate)
    {
        Formula scale = 100_000_000;
        for (var places = MostPlaces - 1; places >= 4; places--)
        {
            Formula power = (decimal)Math.Pow(10, places);
            scale = If(Same(Round(rate * power, 0), Round(rate * power, MostPlaces - places + 1)), power, scale);
        }

        return scale;
    }

    public static Formula Numerator(LiveCell rate, LiveCell denominator) => Round((Formula)rate * denominator, 0);

    public static bool Holds(decimal rate) => decimal.Round(rate, MostPlaces) == rate;

    /// <summary>The decimals of an instalment's unrounded figure: the one product that whole numbers cannot hold.</summary>
    public Formula Plain(Formula yuan) => mode == RoundingMode.Down ? Int(yuan * 100) / 100 : Fen(yuan);
}

/// <summary>Largest remainder in formulas: an amount shared by weights to the fen, ties to the earlier member.</summary>
internal static class LargestRemainder
{
    private static readonly Formula Limb = 1_000_000;

    /// <summary>The shares in yuan of an amount among weights, all zero when the weights are.</summary>
    /// <param name="cursor">Receives the working columns.</param>
    /// <param name="title">What is shared.</param>
    /// <param name="amount">Yuan, at most the weights' sum unless they are sizes.</param>
    /// <param name="weights">Yuan, one each.</param>
    public static IReadOnlyList<LiveCell> Shares(RowCursor cursor, Words title, Formula amount, IReadOnlyList<Formula> weights)
    {
        var whole = cursor.Whole(title.And(new("可分（分）", "to share (fen)")), ExactRounding.FenOf(amount));
        var parts = weights.Select((w, n) => cursor.Whole(title.And(new($"权重{n + 1}（分）", $"weight {n + 1} (fen)")), ExactRounding.FenOf(w))).ToList();
        var total = cursor.Whole(title.And(new("权重合计（分）", "weights (fen)")), parts.Aggregate((Formula)0, (sum, p) => IsZero(sum) ? p : sum + p));
        var (floors, rests) = (new List<LiveCell>(), new List<LiveCell>());
        foreach (var part in parts)
        {
            // The first guess is off by one at most; its remainder, in limbs of six digits, says which way.
            var guess = cursor.Whole(title.And(new("试商", "guess")), If(Same(total, 0), 0, Int((Formula)whole * part / total)));
            var over = cursor.Whole(title.And(new("试余", "remainder of the guess")), Remainder(whole, part, guess, total));
            floors.Add(cursor.Whole(title.And(new("整份", "whole share")), guess + If((Formula)over < 0, -1, If(And((Formula)total > 0, (Formula)over >= total), 1, 0))));
            rests.Add(cursor.Whole(title.And(new("余数", "remainder")), over - (((Formula)floors[^1] - guess) * total)));
        }

        var left = cursor.Whole(title.And(new("余分", "fen left")), whole - floors.Aggregate((Formula)0, (sum, f) => IsZero(sum) ? f : sum + f));
        return [.. floors.Select((floor, n) => cursor.Money(title.And(new($"份额{n + 1}", $"share {n + 1}")),
            (floor + OneIf(And((Formula)total > 0, Before(rests, n) < left))) / 100))];
    }

    /// <summary>How many members have a larger remainder, or an equal one earlier.</summary>
    private static Formula Before(List<LiveCell> rests, int member)
    {
        Formula count = 0;
        for (var n = 0; n < rests.Count; n++)
        {
            if (n != member)
            {
                var ahead = OneIf(n < member ? (Formula)rests[n] >= rests[member] : (Formula)rests[n] > rests[member]);
                count = IsZero(count) ? ahead : count + ahead;
            }
        }

        return count;
    }

    /// <summary><c>a × b − q × w</c> by limbs: the true figure is small, its products are not.</summary>
    private static Formula Remainder(LiveCell a, LiveCell b, LiveCell q, LiveCell w)
    {
        var high = (High(a) * High(b)) - (High(q) * High(w));
        var middle = (High(a) * Low(b)) + (Low(a) * High(b)) - (High(q) * Low(w)) - (Low(q) * High(w));
        return (((high * Limb) + middle) * Limb) + ((Low(a) * Low(b)) - (Low(q) * Low(w)));
    }

    private static Formula High(LiveCell cell) => Int((Formula)cell / Limb);

    private static Formula Low(LiveCell cell) => Mod(cell, Limb);
}
