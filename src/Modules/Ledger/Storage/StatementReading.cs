using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Storage;

/// <param name="From">First effective day shown; null from the beginning.</param>
/// <param name="To">Last effective day shown.</param>
/// <param name="Sequence">Entries recorded up to this one; null for all.</param>
/// <param name="ByEffective">Lines by effective day, those of one day as recorded; else all as recorded.</param>
internal sealed record StatementPeriod(DateOnly? From, DateOnly? To, long? Sequence, bool ByEffective);

/// <summary>Lines of an account with the running net after each; opening plus all lines is closing, in either order.</summary>
/// <param name="Opening">Debits less credits before the period.</param>
/// <param name="Closing">Debits less credits after it.</param>
/// <param name="Moved">Turnover of the whole period, not of the page.</param>
/// <param name="Total">Lines of the whole period.</param>
internal sealed record StatementExtract(long Opening, long Closing, Turnover Moved, int Total, IReadOnlyList<(LineRow Line, long Net)> Lines);

/// <summary>Reads a statement oldest first. Everything is read as of one sequence, so that nobody who posts meanwhile is half seen.</summary>
internal static class StatementReading
{
    public static StatementExtract Read(Session session, long account, StatementPeriod period, int skip, int take)
    {
        var chain = new LineChain(session, account);
        if ((period.Sequence is { } sequence ? chain.LastUpTo(sequence) : chain.Last) is not { } last)
        {
            return new(0, 0, default, 0, []);
        }

        return period is { From: null, To: null, ByEffective: false }
            ? new(0, last.After, new(last.Debits, last.Credits), checked((int)last.N), [.. chain.Between(skip + 1, Math.Min(last.N, (long)skip + take)).Select(l => (l, l.After))])
            : Period(chain, period, Line.SequenceOf(last.Id), skip, take);
    }

    private static StatementExtract Period(LineChain chain, StatementPeriod period, long sequence, int skip, int take)
    {
        var from = period.From ?? DateOnly.MinValue;
        IEnumerable<LineRow> wanted = chain.Since(from, sequence).Where(l => l.Effective >= from && (period.To is not { } to || l.Effective <= to));
        var lines = (period.ByEffective ? wanted.OrderBy(l => l.Effective).ThenBy(l => l.Id) : wanted).ToList();
        var opening = from == DateOnly.MinValue ? 0 : chain.At(from.AddDays(-1), sequence).Net;
        var (net, moved, shown) = (opening, default(Turnover), new List<(LineRow, long)>());
        foreach (var (n, line) in lines.Index())
        {
            net += line.Fen;
            moved = new(moved.Debit + Math.Max(line.Fen, 0), moved.Credit + Math.Max(-line.Fen, 0));
            if (n >= skip && n < (long)skip + take)
            {
                shown.Add((line, net));
            }
        }

        return new(opening, net, moved, lines.Count, shown);
    }
}
