using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Registration.Grounds;

namespace Zhirong.Modules.Lending.Registration;

/// <summary>提交前核对: what stands in the way of filing.</summary>
internal static class SubmitGuard
{
    /// <summary>
    /// Grounds that lie, defects not mended and what nobody has verified, one refusal each (LEN-0209) under <c>rights.number.code</c>. What a party only has to
    /// declare does not stop the filing: the registry tells him and waits.
    /// </summary>
    public static IReadOnlyList<Refusal> Of(IReadOnlyList<RightExamined> rights) => [.. rights.SelectMany(r => r.Findings
        .Where(f => f.Outcome is GroundOutcome.Fails or GroundOutcome.Curable or GroundOutcome.Unverified)
        .OrderByDescending(f => f.Outcome)
        .Select(f => RegistrationRefusals.Ground($"rights.{r.Right.Number}.{f.Ground.Code}", f.Ground.Code, new($"{f.Outcome.Title().Zh}：{f.Ground.Title.Zh}", $"{f.Outcome.Title().En}: {f.Ground.Title.En}"), f.Fact)))];
}
