using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Groups;

/// <summary>One right of a group.</summary>
/// <param name="Id">Unique among all groups appraised together: each right is counted once.</param>
/// <param name="Number">Official number; empty where it has none.</param>
/// <param name="Kind">Word of its category.</param>
/// <param name="Title">For people.</param>
/// <param name="Weight">Its part of the group's total.</param>
/// <param name="Expires">End of its legal term; null where the law sets none.</param>
/// <param name="IsCore">The income cannot outlast it.</param>
public sealed record GroupRight(string Id, string Number, string Kind, Words Title, decimal Weight, DateOnly? Expires, bool IsCore = false);

/// <summary>The unit of an appraisal: the rights behind one income stream.</summary>
/// <param name="Id">Name of the group.</param>
/// <param name="Title">For people.</param>
/// <param name="Stream">The income stream, in words.</param>
/// <param name="Rights">At least one.</param>
public sealed record ProductGroup(string Id, Words Title, string Stream, IReadOnlyList<GroupRight> Rights)
{
    /// <summary>Refuses a group without rights (VAL-0502) and a right that stands twice, within a group or in two (VAL-0501).</summary>
    public static IReadOnlyList<Refusal> EachRightOnce(IEnumerable<ProductGroup> groups)
    {
        var (refusals, seen) = (new List<Refusal>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var group in groups)
        {
            if (group.Rights.Count == 0)
            {
                refusals.Add(AppraisalRefusals.NoRights(group.Id));
            }

            foreach (var right in group.Rights)
            {
                foreach (var name in new[] { right.Id, right.Number }.Where(n => n.Length > 0).Distinct())
                {
                    if (!seen.TryAdd(name, group.Id))
                    {
                        refusals.Add(AppraisalRefusals.RightTwice(name, seen[name]));
                        break;
                    }
                }
            }
        }

        return refusals;
    }

    /// <summary>Years until the first of the core rights expires, of all rights where none is called core; null when none has an end.</summary>
    public decimal? LegalYears(DateOnly baseDate)
    {
        var bounding = Rights.Any(r => r.IsCore) ? Rights.Where(r => r.IsCore) : Rights;
        List<DateOnly> ends = [.. bounding.Select(r => r.Expires).OfType<DateOnly>()];
        return ends.Count == 0 ? null : Life.EconomicLife.YearsBetween(baseDate, ends.Min());
    }
}

/// <summary>The firm's figures of its last year; null where not known.</summary>
public sealed record FirmFigures(int Year, Figure? Revenue, Figure? Profit, Figure? NetAssets);

/// <summary>A value somebody else stands for.</summary>
/// <param name="Basis">Whose figure it is.</param>
/// <param name="Value">Its amount.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Date">Its base date.</param>
/// <param name="Origin">Where it stands.</param>
public sealed record StatedValue(Basis Basis, Money Value, string By, DateOnly Date, Origin Origin);
