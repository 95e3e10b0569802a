using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Groups;

/// <summary>One score of quality moves one thing: the share or the rate or the chance of validity.</summary>
public static class QualityGuard
{
    /// <param name="methods">All methods of the appraisal.</param>
    /// <param name="validity">True when a pledge value uses a chance of validity that comes from the score.</param>
    /// <param name="confirmedReason">Why several are right all the same; null when nobody confirmed it.</param>
    /// <returns>Null when all is well; an error, or a warning once confirmed.</returns>
    public static Refusal? Check(IEnumerable<IMethodCase> methods, bool validity, string? confirmedReason)
    {
        // Two methods beside each other may each use the score; one chain of factors may not use it twice.
        var worst = methods.Select(m => m.QualityUses.Concat(validity ? [QualityUse.Validity] : []).Distinct().ToList()).OrderByDescending(u => u.Count).FirstOrDefault() ?? [];
        if (worst.Count < 2)
        {
            return null;
        }

        var uses = string.Join(", ", worst.Select(u => u.ToString()));
        return confirmedReason is { Length: > 0 } ? AppraisalRefusals.QualityTwiceConfirmed(uses, confirmedReason) : AppraisalRefusals.QualityTwice(uses);
    }
}
