using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Statements;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>What an answer says against itself.</summary>
internal static class AnswerChecks
{
    /// <summary>Items twice, items that contradict each other, totals that are not those of the items.</summary>
    public static void Check(ChannelAnswer answer, List<Refusal> warnings)
    {
        foreach (var same in answer.Items.Where(i => i.EndToEndId.Length > 0).GroupBy(i => i.EndToEndId, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            var statuses = same.Select(i => i.Status).Distinct().ToList();
            if (same.Count() > statuses.Count)
            {
                warnings.Add(StatementFaults.ItemTwice(same.Last().Place, same.Key));
            }

            if (statuses.Contains(AnswerStatus.Rejected) && (statuses.Contains(AnswerStatus.Settled) || statuses.Contains(AnswerStatus.Returned)))
            {
                warnings.Add(StatementFaults.Contradiction(same.Last().Place, same.Key, string.Join(", ", statuses.Select(s => s.Word()))));
            }
        }

        Totals(answer, warnings);
    }

    private static void Totals(ChannelAnswer answer, List<Refusal> warnings)
    {
        var items = answer.Items.DistinctBy(i => i.EndToEndId.Length > 0 ? i.EndToEndId : i.Place).ToList();
        if (answer.OriginalCount is { } count && items.Count > count)
        {
            warnings.Add(StatementFaults.AnswerTotals("OrgnlNbOfTxs", $"{count}", $"{items.Count}", new("原笔数", "number of items")));
        }

        // Answers may name some items only: the total is known wrong when all are named, or when the named ones pass it.
        if (answer.OriginalTotal is { } total && items.All(i => i.Amount is not null))
        {
            var sum = items.Aggregate(Money.Zero, (s, i) => s + i.Amount!.Value);
            if (sum > total || (items.Count == answer.OriginalCount && sum != total))
            {
                warnings.Add(StatementFaults.AnswerTotals("OrgnlCtrlSum", $"{total}", $"{sum}", new("控制合计", "control sum")));
            }
        }
    }
}
