using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Lending.Registration.Rules;

namespace Zhirong.Modules.Lending.Registration.Grounds;

/// <summary>What a check found: whether the ground is absent, there, or unknown.</summary>
internal readonly record struct Looked(bool? Absent, Words Fact, string Source, DateOnly? AsOf)
{
    public static Looked Clear(Words fact, string source, DateOnly? asOf) => new(true, fact, source, asOf);

    public static Looked Lies(Words fact, string source, DateOnly? asOf) => new(false, fact, source, asOf);

    public static Looked Unknown(Words fact, string source = "", DateOnly? asOf = null) => new(null, fact, source, asOf);
}

/// <summary>前置审查: every ground of a registry's set against what the register says of a right. Pure.</summary>
internal static class RightGrounds
{
    private static readonly Dictionary<GroundCheck, Func<RightOnDay, PledgeAsked, Ground, GroundSet, Looked>> Checks = new()
    {
        [GroundCheck.PledgorIsHolder] = (right, asked, _, _) => PartyChecks.PledgorIsHolder(right, asked),
        [GroundCheck.CoOwnersAgree] = (right, asked, ground, _) => PartyChecks.CoOwnersAgree(right, asked, ground),
        [GroundCheck.InForce] = (right, _, _, set) => StateChecks.InForce(right, set.Grounds.Any(g => g.Check == GroundCheck.Granted)),
        [GroundCheck.Granted] = (right, _, _, _) => StateChecks.Granted(right),
        [GroundCheck.FeesPaid] = (right, asked, _, _) => StateChecks.FeesPaid(right, asked.Day),
        [GroundCheck.DebtWithinTerm] = (right, asked, _, _) => StateChecks.DebtWithinTerm(right, asked.DebtEnd),
        [GroundCheck.NotSuspended] = (right, _, _, _) => BurdenChecks.NotSuspended(right),
        [GroundCheck.NotPledged] = (right, asked, _, _) => BurdenChecks.NotPledged(right, asked),
        [GroundCheck.NoInvalidation] = (right, _, _, _) => BurdenChecks.NoInvalidation(right),
        [GroundCheck.NoSameDayInvention] = (right, _, _, _) => BesideChecks.NoSameDayInvention(right),
        [GroundCheck.SimilarMarksTogether] = (right, asked, _, _) => BesideChecks.SimilarMarksTogether(right, asked),
        [GroundCheck.DataHashMatches] = (right, asked, _, _) => BesideChecks.DataHashMatches(right, asked),
        [GroundCheck.DebtorConfirmed] = (right, _, _, _) => BesideChecks.DebtorConfirmed(right),
        [GroundCheck.ContractComplete] = (_, asked, _, _) => ContractChecks.Complete(asked.Contract),
        [GroundCheck.NoForfeiture] = (_, asked, _, _) => ContractChecks.NoForfeiture(asked.Contract),
        [GroundCheck.Other] = (_, _, _, _) => Looked.Unknown(new("须由人判断", "A person has to judge")),
    };

    /// <summary>The findings in the order of the set.</summary>
    public static IReadOnlyList<GroundFinding> Of(GroundSet set, RightOnDay right, PledgeAsked asked) => [.. set.Grounds.Select(ground => Of(ground, set, right, asked))];

    private static GroundFinding Of(Ground ground, GroundSet set, RightOnDay right, PledgeAsked asked)
    {
        var looked = Checks[ground.Check](right, asked, ground, set);
        if (looked.Absent == true)
        {
            return new(ground, GroundOutcome.Passes, looked.Fact, looked.Source, looked.AsOf);
        }

        var outcome = looked.Absent is null ? GroundOutcome.Unverified : ground.Kind switch
        {
            GroundKind.Hard => GroundOutcome.Fails,
            GroundKind.Curable => GroundOutcome.Curable,
            GroundKind.Waivable => GroundOutcome.NeedsDeclaration,
            _ => GroundOutcome.Unverified,
        };
        return Said(outcome, ground, right, asked) is { } said
            ? new(ground, GroundOutcome.Passes, Joined(looked.Fact, said), said.Document, said.On)
            : new(ground, outcome, looked.Fact, looked.Source, looked.AsOf);
    }

    /// <summary>What a person said that settles it: a declaration what it waives, a confirmation what nobody knew; never what the register shows.</summary>
    private static Declared? Said(GroundOutcome outcome, Ground ground, RightOnDay right, PledgeAsked asked) => outcome switch
    {
        GroundOutcome.NeedsDeclaration => asked.Declared.LastOrDefault(d => d.Bears(DeclaredKind.Declaration, ground.Code, right.Id)),
        GroundOutcome.Unverified => asked.Declared.LastOrDefault(d => d.Bears(DeclaredKind.Confirmation, ground.Code, right.Id)),
        _ => null,
    };

    private static Words Joined(Words fact, Declared said) => said.Kind == DeclaredKind.Declaration
        ? new($"{fact.Zh}；{said.Who} 声明继续办理", $"{fact.En}; {said.Who} declares that it goes on")
        : new($"{said.Who} 核实无此情形", $"{said.Who} confirms that it is not so");
}
