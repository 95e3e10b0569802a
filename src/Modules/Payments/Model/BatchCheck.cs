using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;

namespace Zhirong.Modules.Payments.Model;

/// <summary>A payment that looks like one of the batch.</summary>
internal sealed record LikePayment(string Print, string Batch, int Number, PaymentState State);

/// <summary>What a source of a closed-loop account has left.</summary>
internal sealed record SourceLeft(Guid Id, Money Left);

/// <summary>All a check looks at beside the items.</summary>
internal sealed record CheckFacts
{
    public required DateOnly ValueDate { get; init; }

    public required DateOnly Today { get; init; }

    public required BusinessCalendar Calendar { get; init; }

    /// <summary>Null: the code is not one of this installation's.</summary>
    public required IChannel? Channel { get; init; }

    public required string ChannelCode { get; init; }

    public required IReadOnlyList<string> ChannelCodes { get; init; }

    public required string AccountName { get; init; }

    /// <summary>The account is kept in a book.</summary>
    public required bool HasBook { get; init; }

    /// <summary>The other side of items that name none.</summary>
    public required string? CounterAccount { get; init; }

    /// <summary>Null: not a closed-loop account.</summary>
    public required IReadOnlyList<string>? Permitted { get; init; }

    /// <summary>The account's sources that the items name.</summary>
    public required IReadOnlyList<SourceLeft> Sources { get; init; }

    /// <summary>Holders' names by account, as the directory has them.</summary>
    public required IReadOnlyDictionary<string, string> Directory { get; init; }

    /// <summary>Recent payments of other batches with a print of these items.</summary>
    public required IReadOnlyList<LikePayment> Before { get; init; }
}

/// <summary>复核: what is wrong with a batch (errors) and what a person must take upon himself (warnings). Pure.</summary>
internal static class BatchCheck
{
    /// <summary>In the order of the batch, then of the items.</summary>
    public static IReadOnlyList<Refusal> Findings(IReadOnlyList<ItemDraft> items, CheckFacts facts) =>
        [.. OfBatch(items, facts), .. Payees(items, facts), .. Doubles(items, facts), .. facts.Permitted is null ? NoSources(items) : ClosedLoop(items, facts)];

    private static IEnumerable<Refusal> OfBatch(IReadOnlyList<ItemDraft> items, CheckFacts facts)
    {
        if (facts.Channel is not { } channel)
        {
            yield return PaymentRefusals.Channel(facts.ChannelCode, facts.ChannelCodes);
            yield break;
        }

        foreach (var (n, item) in items.Index().Where(i => !channel.Pays(ItemForm.Kind(i.Item.Kind))))
        {
            yield return PaymentRefusals.ChannelKind($"items.{n}.kind", item.Kind, channel.Code);
        }

        foreach (var refusal in Day(items, facts))
        {
            yield return refusal;
        }

        if (!facts.HasBook)
        {
            yield return PaymentRefusals.NoBook(facts.AccountName);
        }
        else if (facts.CounterAccount is null)
        {
            foreach (var (n, _) in items.Index().Where(i => i.Item.CounterAccount is null))
            {
                yield return PaymentRefusals.Counter($"items.{n}.counterAccount");
            }
        }
    }

    /// <summary>Wallets are paid on every day, accounts when banks work.</summary>
    private static IEnumerable<Refusal> Day(IReadOnlyList<ItemDraft> items, CheckFacts facts)
    {
        if (facts.ValueDate < facts.Today)
        {
            yield return PaymentRefusals.ValuePast(facts.ValueDate, facts.Today);
        }
        else if (items.Any(i => i.Kind == ItemForm.Bank))
        {
            var rolled = facts.Calendar.Roll(facts.ValueDate, RollRule.Following);
            if (rolled.Date != facts.ValueDate)
            {
                yield return PaymentRefusals.ValueDay(facts.ValueDate, rolled.Date);
            }
            else if (rolled.IsProvisional)
            {
                yield return PaymentRefusals.ValueProvisional(facts.ValueDate, rolled.ProvisionalYear);
            }
        }
    }

    private static IEnumerable<Refusal> Payees(IReadOnlyList<ItemDraft> items, CheckFacts facts)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (n, item) in items.Index())
        {
            var account = Names.Plain(item.Account);
            if (!facts.Directory.TryGetValue(account, out var known))
            {
                yield return PaymentRefusals.NewPayee($"items.{n}.account", item.Account);
            }
            else if (!Names.Same(known, item.PayeeName))
            {
                yield return PaymentRefusals.PayeeName($"items.{n}.payeeName", item.PayeeName, known);
            }

            if (!names.TryAdd(account, item.PayeeName) && !Names.Same(names[account], item.PayeeName))
            {
                yield return PaymentRefusals.OneAccountTwoNames($"items.{n}.payeeName", item.PayeeName, names[account]);
            }
        }
    }

    private static IEnumerable<Refusal> Doubles(IReadOnlyList<ItemDraft> items, CheckFacts facts)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var before = facts.Before.ToLookup(b => b.Print);
        foreach (var (n, item) in items.Index())
        {
            var print = ItemPrint.Of(item.PayeeName, item.Account, item.Amount.Fen, item.Purpose);
            if (!first.TryAdd(print, n))
            {
                yield return PaymentRefusals.Twice($"items.{n}", $"{item.PayeeName} {item.Amount}", first[print] + 1);
            }

            foreach (var like in before[print])
            {
                yield return PaymentRefusals.PaidBefore($"items.{n}", $"{item.PayeeName} {item.Amount}", like.Batch, like.Number, like.State.Title());
            }
        }
    }

    private static IEnumerable<Refusal> NoSources(IReadOnlyList<ItemDraft> items) =>
        items.Index().Where(i => i.Item.Uses.Count > 0).Select(i => ClosedLoopRefusals.NotClosedLoop($"items.{i.Index}.sources"));

    private static IEnumerable<Refusal> ClosedLoop(IReadOnlyList<ItemDraft> items, CheckFacts facts)
    {
        var left = facts.Sources.ToDictionary(s => s.Id, s => s.Left);
        foreach (var (n, item) in items.Index())
        {
            if (!facts.Permitted!.Any(p => Names.Same(p, item.Purpose)))
            {
                yield return ClosedLoopRefusals.Purpose($"items.{n}.purpose", item.Purpose, facts.Permitted!);
            }

            if (item.Uses.Count == 0)
            {
                yield return ClosedLoopRefusals.NoSource($"items.{n}.sources");
                continue;
            }

            foreach (var refusal in Taken(item, $"items.{n}.sources", left))
            {
                yield return refusal;
            }
        }
    }

    /// <summary>Takes an item's uses off what the sources have left; items that share a source share its rest.</summary>
    private static IEnumerable<Refusal> Taken(ItemDraft item, string path, Dictionary<Guid, Money> left)
    {
        var seen = new HashSet<Guid>();
        foreach (var (n, use) in item.Uses.Index())
        {
            if (!left.TryGetValue(use.Source, out var rest))
            {
                yield return ClosedLoopRefusals.UnknownSource($"{path}.{n}.id", $"{use.Source}");
            }
            else if (!seen.Add(use.Source))
            {
                yield return ClosedLoopRefusals.SourceTwice($"{path}.{n}.id", $"{use.Source}");
            }
            else if (use.Amount > rest)
            {
                yield return ClosedLoopRefusals.TooSmall($"{path}.{n}.amount", use.Amount, rest);
            }
            else
            {
                left[use.Source] = rest - use.Amount;
            }
        }

        var sum = item.Uses.Aggregate(Money.Zero, (total, use) => total + use.Amount);
        if (sum != item.Amount)
        {
            yield return ClosedLoopRefusals.SourceSum(path, sum, item.Amount);
        }
    }
}
