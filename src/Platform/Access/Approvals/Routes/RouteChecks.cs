using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Platform.Access.Model;

namespace Zhirong.Platform.Access.Approvals.Routes;

/// <summary>Whether routes speak of acts and roles that exist.</summary>
internal static class RouteChecks
{
    /// <param name="set">The routes.</param>
    /// <param name="acts">Every writing act of the system.</param>
    /// <param name="known">Whether the organisation can use a role.</param>
    /// <param name="floors">Acts that cannot be exempt.</param>
    public static IEnumerable<Refusal> Against(RouteSet set, IReadOnlySet<string> acts, Func<string, bool> known, IReadOnlySet<string> floors)
    {
        foreach (var rule in set.Rules)
        {
            if (!acts.Contains(rule.Act))
            {
                yield return RouteRefusals.UnknownAct($"rules.{rule.Act}.act", rule.Act, FieldRefusals.Nearest(rule.Act, acts));
            }

            if (floors.Contains(rule.Act) && rule.Exempt is not null)
            {
                yield return RouteRefusals.Floor($"rules.{rule.Act}.exempt", rule.Act);
            }

            foreach (var (path, role) in Roles(rule))
            {
                if (!known(role))
                {
                    yield return RouteRefusals.UnknownRole(path, role, FieldRefusals.Nearest(role, RolePresets.All.Select(r => r.Code)));
                }
            }
        }
    }

    private static IEnumerable<(string Path, string Role)> Roles(ApprovalRule rule)
    {
        foreach (var (n, level) in rule.Levels.Index())
        {
            foreach (var (s, step) in level.Steps.Index())
            {
                foreach (var role in step.Roles.Concat(step.Ballot?.Veto ?? []).Concat(step.Ballot?.Chair ?? []).Distinct())
                {
                    yield return ($"rules.{rule.Act}.levels[{n}].steps[{s}]", role);
                }
            }
        }
    }
}
