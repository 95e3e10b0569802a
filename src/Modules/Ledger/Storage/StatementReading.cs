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

    /// <summary>
    /// Twice along the lines: first they are only summed, by day, then those of the page are kept. However long the period, no more is
    /// held than its days and the page.
    /// </summary>
    private static StatementExtract Period(LineChain chain, StatementPeriod period, long sequence, int skip, int take)
    {
        var from = period.From ?? DateOnly.MinValue;
        bool Wanted(LineRow line) => line.Effective >= from && (period.To is not { } to || line.Effective <= to);
        var opening = from == DateOnly.MinValue ? 0 : chain.At(from.AddDays(-1), sequence).Net;
        var days = new SortedDictionary<DateOnly, DayPart>();
        chain.Visit(from, sequence, line =>
        {
            if (Wanted(line))
            {
                days[line.Effective] = days.GetValueOrDefault(line.Effective).With(line.Fen);
            }
        });
        var (total, moved) = (days.Values.Sum(d => d.Lines), new Turnover(days.Values.Sum(d => d.Debit), days.Values.Sum(d => d.Credit)));
        var closing = opening + moved.Net;
        var shown = period.ByEffective ? ByDay(chain, sequence, from, days, opening, skip, take) : AsRecorded(chain, sequence, from, Wanted, total, closing, skip, take);
        return new(opening, closing, moved, total, shown);
    }

    /// <summary>Counted from the newest back: the balance after a line is the closing one less what came later.</summary>
    private static List<(LineRow, long)> AsRecorded(LineChain chain, long sequence, DateOnly from, Func<LineRow, bool> wanted, int total, long closing, int skip, int take)
    {
        var (place, net, shown) = (total, closing, new List<(LineRow, long)>());
        chain.Visit(from, sequence, line =>
        {
            if (!wanted(line))
            {
                return;
            }

            place--;
            if (place >= skip && place < (long)skip + take)
            {
                shown.Add((line, net));
            }

            net -= line.Fen;
        });
        shown.Reverse();
        return shown;
    }

    /// <summary>Only the lines of the days the page touches are kept.</summary>
    private static List<(LineRow, long)> ByDay(LineChain chain, long sequence, DateOnly from, SortedDictionary<DateOnly, DayPart> days, long opening, int skip, int take)
    {
        var (place, net, begin, first) = (0, opening, 0, opening);
        var touched = new HashSet<DateOnly>();
        foreach (var (day, part) in days)
        {
            if (place + part.Lines > skip && place < (long)skip + take)
            {
                (begin, first) = touched.Count == 0 ? (place, net) : (begin, first);
                touched.Add(day);
            }

            (place, net) = (place + part.Lines, net + part.Debit - part.Credit);
        }

        var lines = new List<LineRow>();
        chain.Visit(from, sequence, line =>
        {
            if (touched.Contains(line.Effective))
            {
                lines.Add(line);
            }
        });
        var shown = new List<(LineRow, long)>();
        foreach (var line in lines.OrderBy(l => l.Effective).ThenBy(l => l.Id))
        {
            first += line.Fen;
            if (begin >= skip && begin < (long)skip + take)
            {
                shown.Add((line, first));
            }

            begin++;
        }

        return shown;
    }

    private readonly record struct DayPart(int Lines, long Debit, long Credit)
    {
        public DayPart With(long fen) => new(Lines + 1, Debit + Math.Max(fen, 0), Credit + Math.Max(-fen, 0));
    }
}
