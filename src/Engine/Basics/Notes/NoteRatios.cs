namespace Zhirong.Engine.Basics;

/// <summary>Shares that a deal is held to. Exact: compare them as fractions, print them with <see cref="Fraction.Percent"/>.</summary>
public static class NoteRatios
{
    /// <summary>The share of an issue its originator keeps (风险自留): <c>held ÷ issued</c>.</summary>
    /// <param name="held">What the originator holds.</param>
    /// <param name="issued">All notes issued, positive.</param>
    /// <param name="required">
    /// The smallest share allowed: 5 % of the issue (and of the subordinated notes) after 人民银行、银监会公告〔2013〕21号 and
    /// the exchanges' rules after it.
    /// </param>
    public static RetentionShare Retention(Money held, Money issued, Fraction required)
    {
        var share = Share(held, issued);
        return new(share, share >= required);
    }

    /// <summary>Money raised against appraised value (融资额 ÷ 评估值): above 1 when more was raised than the rights are worth.</summary>
    public static Fraction FinanceToValue(Money finance, Money appraised) => Share(finance, appraised);

    private static Fraction Share(Money part, Money whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part.Fen, nameof(part));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(whole.Fen, nameof(whole));
        return new(part.Fen, whole.Fen);
    }
}

/// <summary>A retained share and whether it is enough; exactly the required share is enough.</summary>
public readonly record struct RetentionShare(Fraction Share, bool Meets);
