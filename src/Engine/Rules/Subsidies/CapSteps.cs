using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Subsidies;

/// <summary>Ceilings one after another; each tells what was used, what was left, and whether it bound.</summary>
internal static class CapSteps
{
    public static long Apply(IEnumerable<SubsidyCap> caps, long fen, SchemeCase known, List<SchemeStep> steps, List<string> missing)
    {
        foreach (var cap in caps)
        {
            var holds = known.Holds(cap.When);
            missing.AddRange(holds is null ? known.Missing(cap.When!) : []);
            if (holds != true || Left(cap, known.Sheet, missing) is not { } left)
            {
                continue;
            }

            var after = Math.Min(fen, left);
            steps.Add(SchemeStep.Of("cap", cap.Title.Zh, cap.Title.En, Money.FenText(after), ("cap", cap.Id), ("scope", SubsidyCap.ScopeWords[(int)cap.Scope]), ("limit", Money.FenText(cap.LimitFen!.Value)), ("used", Used(cap, known.Sheet) is { } used ? Money.FenText(used) : null), ("before", Money.FenText(fen)), ("bound", after < fen ? "yes" : "no")));
            fen = after;
        }

        return fen;
    }

    /// <summary>What is left of a cap; where its limit or its use is not known that is missing, and the limit alone bounds.</summary>
    private static long? Left(SubsidyCap cap, FactSheet sheet, List<string> missing)
    {
        if (cap.LimitFen is not { } limit)
        {
            missing.Add($"caps.{cap.Id}.amount");
            return null;
        }

        if (cap.Scope != CapScope.Item && sheet.Used is null)
        {
            missing.Add($"used.{cap.Id}");
            return limit;
        }

        return Math.Max(0, limit - (Used(cap, sheet) ?? 0));
    }

    private static long? Used(SubsidyCap cap, FactSheet sheet) => cap.Scope == CapScope.Item ? null : sheet.Used?.GetValueOrDefault(cap.Id);
}
