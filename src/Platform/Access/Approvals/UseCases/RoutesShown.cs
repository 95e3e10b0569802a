using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Routes;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals.UseCases;

/// <summary>What those who approve new routes see: for every act whose rule changes, the rule before and after.</summary>
internal sealed class RoutesShown(SaveRoutes door, ApprovalRoutes routes) : IChangeShown
{
    public bool Shows(string act) => act == "access.route.save";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = request.Body.Deserialize<SaveRoutesRequest>(WebJson.Options)!;
        var faults = door.Faults(read, asked).ToList();
        if (faults.Count > 0)
        {
            return Result<ShownChange>.Refused(faults);
        }

        var after = RouteReader.Read(System.Text.Encoding.UTF8.GetBytes(asked.Text)).Value;
        var before = routes.Own(read.Session, read.Viewer.Organisation)?.Rules ?? [];
        return new ShownChange
        {
            Title = new($"修改审批路径：{asked.Note.Trim()}", $"Change approval routes: {asked.Note.Trim()}"),
            Fields = [.. Changes(before, after.Rules)],
        };
    }

    /// <summary>By act and kinds of organisation; a rule that goes gives way to the product's own again.</summary>
    private IEnumerable<FieldChange> Changes(IReadOnlyList<ApprovalRule> before, IReadOnlyList<ApprovalRule> after)
    {
        foreach (var key in before.Concat(after).Select(Key).Distinct())
        {
            var (old, now) = (before.FirstOrDefault(rule => Key(rule) == key) ?? Shipped(key), after.FirstOrDefault(rule => Key(rule) == key) ?? Shipped(key));
            var (oldText, nowText) = (Text(old), Text(now));
            if (oldText != nowText)
            {
                yield return new(key, (now ?? old)!.Title, oldText, nowText);
            }
        }
    }

    private ApprovalRule? Shipped(string key) => routes.Shipped.SelectMany(set => set.Rules).FirstOrDefault(rule => Key(rule) == key);

    private static string Key(ApprovalRule rule) => rule.Organisations.Count == 0 ? rule.Act : $"{rule.Act} ({string.Join(", ", rule.Organisations)})";

    /// <summary>One line a level: <c>≤ 5000000.00: person[approver] → committee[member] 2/3 of 2/3</c>.</summary>
    private static string? Text(ApprovalRule? rule) => rule is null ? null
        : rule.Exempt is { } reason ? $"exempt: {reason.Zh}"
        : string.Join("\n", rule.Levels.Select(level =>
            $"{(level.UpTo is { } limit ? $"≤ {limit}" : "—")}: {string.Join(" → ", level.Steps.Select(Step))} ({level.DecideDays}/{level.ValidDays})"))
            + (rule.Mandate ? "\nmandate" : "") + (rule.UnlessAlone ? "\nunless_alone" : "");

    private static string Step(RouteStep step) => step.Ballot is { } ballot
        ? $"committee[{string.Join("|", ballot.Roles)}] quorum {ballot.Quorum} votes {ballot.Votes}{(ballot.OfMembers ? " of members" : "")} recusal {(ballot.RecusalLowers ? "lowers" : "counts")} veto[{string.Join("|", ballot.Veto)}] chair[{string.Join("|", ballot.Chair)}]"
        : $"{step.Kind.Word()}[{string.Join(" + ", step.Seats.Select(seat => string.Join("|", seat)))}]{(step.ConditionsAllowed ? " conditions" : "")}";
}
