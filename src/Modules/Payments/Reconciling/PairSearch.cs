namespace Zhirong.Modules.Payments.Reconciling;

/// <summary>The search for pairs, key by key, over lines and payments that are sorted by date, amount and id.</summary>
internal sealed class PairSearch
{
    private const int None = -1;

    private readonly KeptLine[] lines;
    private readonly ExpectedPayment[] payments;
    private readonly int daysApart;
    private readonly string?[] lineNames;
    private readonly string?[] paymentNames;
    private readonly int[] paymentOf;
    private readonly MatchKey[] keyOf;
    private readonly bool[] taken;
    private readonly (LineReason Reason, int About)[] reasons;

    public PairSearch(KeptLine[] lines, ExpectedPayment[] payments, int daysApart)
    {
        (this.lines, this.payments, this.daysApart) = (lines, payments, daysApart);
        lineNames = [.. lines.Select(l => NameKey.Of(l.Line.CounterpartyName))];
        paymentNames = [.. payments.Select(p => NameKey.Of(p.CounterpartyName))];
        paymentOf = new int[lines.Length];
        Array.Fill(paymentOf, None);
        keyOf = new MatchKey[lines.Length];
        taken = new bool[payments.Length];
        reasons = new (LineReason, int)[lines.Length];
        Array.Fill(reasons, (LineReason.NothingExpected, None));
    }

    /// <summary>Pairs by a key that both sides carry.</summary>
    public void ByKey(MatchKey key)
    {
        var expected = Grouped(Open().Where(p => Key(payments[p], key) is not null), p => Key(payments[p], key)!);
        foreach (var (word, group) in Grouped(FreeLines().Where(l => Key(lines[l], key) is not null), l => Key(lines[l], key)!))
        {
            if (!expected.TryGetValue(word, out var candidates))
            {
                continue;
            }

            Group(key, [.. group.Where(l => lines[l].Line.Amount.Fen < 0)], [.. candidates.Where(p => payments[p].Amount.Fen < 0)]);
            Group(key, [.. group.Where(l => lines[l].Line.Amount.Fen >= 0)], [.. candidates.Where(p => payments[p].Amount.Fen >= 0)]);
        }

        if (key != MatchKey.LoanNo)
        {
            Repeats(key);
        }
    }

    /// <summary>Pairs without a common key, by amount, day and name or account, where no key contradicts.</summary>
    public void ByLikeness(MatchKey key)
    {
        string? line(int l) => key == MatchKey.AmountDateName ? lineNames[l] : PlainAccount(lines[l].Line.CounterpartyAccount);
        string? payment(int p) => key == MatchKey.AmountDateName ? paymentNames[p] : PlainAccount(payments[p].CounterpartyAccount);
        var expected = Grouped(Open().Where(p => payment(p) is not null), p => (payments[p].Amount.Fen, payment(p)!));
        foreach (var (likeness, group) in Grouped(FreeLines().Where(l => line(l) is not null), l => (lines[l].Line.Amount.Fen, line(l)!)))
        {
            if (expected.TryGetValue(likeness, out var candidates))
            {
                Alike(key, group, candidates);
            }
        }
    }

    public ReconciliationOutcome Outcome(IReadOnlyList<KeptLine> waiting)
    {
        var (matched, differing, unmatched) = (new List<Pair>(), new List<Pair>(), new List<UnmatchedLine>());
        for (var l = 0; l < lines.Length; l++)
        {
            if (paymentOf[l] == None)
            {
                unmatched.Add(new(lines[l], reasons[l].Reason, reasons[l].About == None ? null : payments[reasons[l].About].Id));
                continue;
            }

            var pair = new Pair(lines[l], payments[paymentOf[l]], keyOf[l], Between(l, paymentOf[l]));
            (pair.Differences == Differences.None ? matched : differing).Add(pair);
        }

        return new()
        {
            Matched = matched,
            Differing = differing,
            UnmatchedLines = unmatched,
            Missing = [.. payments.Where((_, p) => !taken[p])],
            NotBooked = waiting,
        };
    }

    private IEnumerable<int> FreeLines() => Enumerable.Range(0, lines.Length).Where(Free);

    /// <summary>Payments without a line.</summary>
    private IEnumerable<int> Open() => Enumerable.Range(0, payments.Length).Where(p => !taken[p]);

    private bool Free(int line) => paymentOf[line] == None && reasons[line].About == None;

    private void Take(MatchKey key, int line, int payment)
    {
        (paymentOf[line], keyOf[line], taken[payment]) = (payment, key, true);
    }

    /// <summary>Lines and payments of one key and direction: the same amount and day first, then what is left.</summary>
    private void Group(MatchKey key, List<int> group, List<int> candidates)
    {
        if (group.Count == 0 || candidates.Count == 0)
        {
            return;
        }

        if (group.Count > 1 || candidates.Count > 1 || key == MatchKey.LoanNo)
        {
            Queue(key, group, candidates, l => (lines[l].Line.Amount.Fen, lines[l].Line.Date, lineNames[l]), p => (payments[p].Amount.Fen, payments[p].Date, paymentNames[p]));
            Queue(key, group, candidates, l => (lines[l].Line.Amount.Fen, lines[l].Line.Date), p => (payments[p].Amount.Fen, payments[p].Date));
            ByWindow(key, group, candidates, sameAmount: true);
            Queue(key, group, candidates, l => lines[l].Line.Amount.Fen, p => payments[p].Amount.Fen);
        }

        if (key == MatchKey.LoanNo)
        {
            ByWindow(key, group, candidates, sameAmount: false);
            return;
        }

        Rest(key, group, candidates);
    }

    /// <summary>Pairs those with the same likeness, the earlier with the earlier.</summary>
    private void Queue<T>(MatchKey key, List<int> group, List<int> candidates, Func<int, T> line, Func<int, T> payment)
        where T : notnull
    {
        var waiting = new Dictionary<T, Queue<int>>();
        foreach (var p in candidates.Where(p => !taken[p]))
        {
            var likeness = payment(p);
            (waiting.TryGetValue(likeness, out var queue) ? queue : waiting[likeness] = new()).Enqueue(p);
        }

        foreach (var l in group.Where(Free))
        {
            if (waiting.TryGetValue(line(l), out var queue) && queue.TryDequeue(out var p))
            {
                Take(key, l, p);
            }
        }
    }

    /// <summary>Pairs in the order of days, no further apart than allowed.</summary>
    private void ByWindow(MatchKey key, List<int> group, List<int> candidates, bool sameAmount)
    {
        if (!sameAmount)
        {
            Window(key, [.. group.Where(Free)], [.. candidates.Where(p => !taken[p])]);
            return;
        }

        var amounts = Grouped(candidates.Where(p => !taken[p]), p => payments[p].Amount.Fen);
        foreach (var (amount, some) in Grouped(group.Where(Free), l => lines[l].Line.Amount.Fen))
        {
            if (amounts.TryGetValue(amount, out var same))
            {
                Window(key, some, same);
            }
        }
    }

    private void Window(MatchKey key, List<int> group, List<int> candidates)
    {
        for (int i = 0, j = 0; i < group.Count && j < candidates.Count;)
        {
            var days = lines[group[i]].Line.Date.DayNumber - payments[candidates[j]].Date.DayNumber;
            if (Math.Abs(days) <= daysApart)
            {
                Take(key, group[i++], candidates[j++]);
            }
            else if (days > 0)
            {
                j++;
            }
            else
            {
                i++;
            }
        }
    }

    private void Rest(MatchKey key, List<int> group, List<int> candidates)
    {
        foreach (var (l, p) in group.Where(Free).Zip(candidates.Where(p => !taken[p])).ToList())
        {
            Take(key, l, p);
        }
    }

    /// <summary>Lines and payments of one amount and name: those of the same day first; where both carry a key of a kind, it would have matched.</summary>
    private void Alike(MatchKey key, List<int> group, List<int> candidates)
    {
        var byLineKeys = Grouped(group, l => Carried(lines[l].Line.EndToEndId, lines[l].Line.Reference, lines[l].Line.LoanNo));
        var byPaymentKeys = Grouped(candidates, p => Carried(payments[p].EndToEndId, payments[p].Reference, payments[p].LoanNo));
        foreach (var sameDay in (bool[])[true, false])
        {
            foreach (var (lineKeys, some) in byLineKeys.OrderBy(g => g.Key))
            {
                foreach (var (paymentKeys, others) in byPaymentKeys.OrderBy(g => g.Key))
                {
                    if ((lineKeys & paymentKeys) != 0)
                    {
                        continue;
                    }

                    if (sameDay)
                    {
                        Queue(key, some, others, l => lines[l].Line.Date, p => payments[p].Date);
                    }
                    else
                    {
                        Window(key, [.. some.Where(Free)], [.. others.Where(p => !taken[p])]);
                    }
                }
            }
        }
    }

    /// <summary>Lines left over that carry the key of a payment: it is there twice, or it came back.</summary>
    private void Repeats(MatchKey key)
    {
        var known = Grouped(Enumerable.Range(0, payments.Length).Where(p => Key(payments[p], key) is not null), p => Key(payments[p], key)!);
        for (var l = 0; l < lines.Length; l++)
        {
            if (!Free(l) || Key(lines[l], key) is not { } word || !known.TryGetValue(word, out var same))
            {
                continue;
            }

            var fen = lines[l].Line.Amount.Fen;
            // A reference is shared by what a bank books together, such as a fee: there the amount must be the payment's.
            var about = same.Where(p => key == MatchKey.EndToEndId || Math.Abs(payments[p].Amount.Fen) == Math.Abs(fen)).Cast<int?>().FirstOrDefault();
            if (about is { } payment)
            {
                reasons[l] = (fen < 0 == payments[payment].Amount.Fen < 0 ? LineReason.Twice : LineReason.CameBack, payment);
            }
        }
    }

    private Differences Between(int l, int p)
    {
        var (line, payment) = (lines[l].Line, payments[p]);
        var days = Math.Abs(line.Date.DayNumber - payment.Date.DayNumber);
        return (line.Amount == payment.Amount ? 0 : Differences.Amount)
            | (lineNames[l] is { } name && paymentNames[p] is { } wanted && name != wanted ? Differences.Name : 0)
            | (PlainAccount(line.CounterpartyAccount) is { } account && PlainAccount(payment.CounterpartyAccount) is { } other && account != other ? Differences.Account : 0)
            | (days > daysApart ? Differences.Date : 0);
    }

    private static int Carried(string? endToEnd, string? reference, string? loan) =>
        (endToEnd is null ? 0 : 1) | (reference is null ? 0 : 2) | (loan is null ? 0 : 4);

    private static string? Key(KeptLine line, MatchKey key) => key switch
    {
        MatchKey.EndToEndId => line.Line.EndToEndId,
        MatchKey.Reference => line.Line.Reference,
        _ => line.Line.LoanNo,
    };

    private static string? Key(ExpectedPayment payment, MatchKey key) => key switch
    {
        MatchKey.EndToEndId => payment.EndToEndId,
        MatchKey.Reference => payment.Reference,
        _ => payment.LoanNo,
    };

    /// <summary>An account without blanks; null where there is none or the bank hides digits of it.</summary>
    private static string? PlainAccount(string? account) =>
        string.IsNullOrEmpty(account) || account.Contains('*', StringComparison.Ordinal) ? null : account.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Groups in the order of the input; each key counts as given, what has none is left out before.</summary>
    private static Dictionary<TKey, List<int>> Grouped<TKey>(IEnumerable<int> items, Func<int, TKey> key)
        where TKey : notnull
    {
        var groups = new Dictionary<TKey, List<int>>();
        foreach (var item in items)
        {
            var word = key(item);
            (groups.TryGetValue(word, out var group) ? group : groups[word] = []).Add(item);
        }

        return groups;
    }
}
