using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Model;
using Zhirong.Platform.Access.Approvals.Routes;

namespace Zhirong.Modules.Tests.Approvals;

/// <summary>
/// Plays a case from text. People: <c>ann=checker,risk bob=member</c>. Delegations: <c>ann&gt;bob:ledger.*@1-5</c>. Script:
/// <c>bob:approve</c>, <c>bob/ann:approve</c> in ann's place, <c>bob:conditions=a|b</c>, <c>+3</c> three days later,
/// <c>supplement</c>, <c>withdraw</c>, <c>meet0</c>, <c>bob:confirm0</c>, <c>bob-</c> loses his roles.
/// </summary>
internal sealed class CaseScript
{
    public const string Act = "payments.batch.approve";
    public static readonly DateOnly First = new(2026, 11, 1);

    private readonly List<Officer> officers;
    private readonly List<Delegation> delegations;
    private DateOnly day = First;

    private CaseScript(string people, string delegated)
    {
        officers = [.. people.Split(' ').Select(p => p.Split('=')).Select(p => new Officer(Id(p[0]), p[0], p.Length > 1 ? p[1].Split(',').ToHashSet() : []))];
        delegations = [.. delegated.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Delegated)];
    }

    private Staff Staff => new(officers, delegations);

    public static RouteLevel Level(string steps)
    {
        var text = $"schema: zhirong/approvals/v1\ncode: t\nzh: 测\nen: t\nversion: 1\ndated: 2026-11-01\nsource: {{zh: 测, en: t}}\norigin: made up\nrules: [{{act: {Act}, zh: 测, en: t, levels: [{{decide_days: 10, valid_days: 20, steps: [{steps}]}}]}}]";
        return RouteReader.Read(Encoding.UTF8.GetBytes(text)).Value.Rules[0].Levels[0];
    }

    public static Guid Id(string name) => new(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    /// <summary>The state at the end, or the code of the last thing that was refused.</summary>
    public static string Play(string steps, string people, string delegated, string script)
    {
        var player = new CaseScript(people, delegated);
        var played = ApprovalCase.Open(Act, Id("ini"), Level(steps), First, player.Staff);
        var code = "";
        foreach (var move in script.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var next = player.Move(played, move);
            (played, code) = next.Ok ? (next.Value, "") : (played, next.Refusals[0].Code);
        }

        return code.Length > 0 ? code : played.On(player.day).State.Word();
    }

    private Result<ApprovalCase> Move(ApprovalCase now, string move)
    {
        if (move[0] == '+')
        {
            day = day.AddDays(int.Parse(move[1..]));
            return now;
        }

        if (move[^1] == '-')
        {
            var at = officers.FindIndex(o => o.Name == move[..^1]);
            officers[at] = officers[at] with { Roles = new HashSet<string>() };
            return now;
        }

        var initiator = officers.First(o => o.Name == "ini");
        if (move is "supplement" or "withdraw" || move.StartsWith("meet", StringComparison.Ordinal))
        {
            return move == "withdraw" ? now.Withdraw(initiator) : move == "supplement" ? now.Supplement(initiator, day, Staff) : now.Meet(int.Parse(move[4..]), initiator, "done");
        }

        var (who, what) = (move.Split(':')[0].Split('/'), move.Split(':')[1]);
        var person = officers.First(o => o.Name == who[0]);
        if (what.StartsWith("confirm", StringComparison.Ordinal))
        {
            return now.Confirm(int.Parse(what[7..]), person, day, Staff);
        }

        var principal = who.Length > 1 ? officers.First(o => o.Name == who[1]) : null;
        var under = principal is null ? null : delegations.FirstOrDefault(d => d.From == principal.User && d.To == person.User) ?? delegations.FirstOrDefault();
        var conditions = what.Contains('=') ? what.Split('=')[1].Split('|') : [];
        return now.Decide(new(person, under, principal), ApprovalWords.Kind(what.Split('=')[0])!.Value, "reason", conditions, day, Staff);
    }

    private static Delegation Delegated(string text)
    {
        var parts = text.Split('>', ':', '@', '-');
        return new(Guid.NewGuid(), Id(parts[0]), Id(parts[1]), [parts[2]], First.AddDays(int.Parse(parts[3]) - 1), First.AddDays(int.Parse(parts[4]) - 1));
    }
}
