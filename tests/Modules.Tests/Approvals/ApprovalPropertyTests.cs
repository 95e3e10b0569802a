using Xunit;
using Zhirong.Platform.Access.Approvals.Model;
using Zhirong.Platform.Access.Approvals.Routes;

namespace Zhirong.Modules.Tests.Approvals;

/// <summary>Random routes, people, delegations and moves: what must never happen does not.</summary>
public sealed class ApprovalPropertyTests
{
    private static readonly string[] Roles = ["r0", "r1", "r2", "r3"];
    private static readonly DateOnly Day = new(2026, 11, 1);

    [Fact]
    public void Cases_WhateverIsTried_KeepTheirRules()
    {
        var approved = 0;
        var refused = 0;
        for (var seed = 1; seed <= 3_000; seed++)
        {
            var end = Played(seed);
            approved += end.State == CaseState.Approved ? 1 : 0;
            refused += end.State == CaseState.Refused ? 1 : 0;
        }

        Assert.True(approved > 100 && refused > 100, $"approved {approved}, refused {refused}: the moves reach nothing");
    }

    /// <summary>The order in which a parallel step's people agree makes no difference to whether they fill it.</summary>
    [Fact]
    public void Seats_InAnyOrder_FillTheSame()
    {
        for (var seed = 1; seed <= 2_000; seed++)
        {
            var random = new Random(seed);
            IReadOnlyList<string>[] seats = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Some(random))];
            Officer[] persons = [.. Enumerable.Range(0, random.Next(1, 6)).Select(n => new Officer(Guid.NewGuid(), $"p{n}", Some(random).ToHashSet()))];
            var filled = Seats.Filled(seats, persons);
            random.Shuffle(persons);
            Assert.True(filled == Seats.Filled(seats, persons), $"seed {seed}");
            Assert.True(filled == Widest(seats, persons, 0, new bool[seats.Length]), $"seed {seed}");
        }
    }

    /// <summary>What a ballot calls certain is so however the others vote, and they can vote in every way.</summary>
    [Fact]
    public void Ballot_CalledCertain_CannotTurn()
    {
        for (var seed = 1; seed <= 3_000; seed++)
        {
            var random = new Random(seed);
            var ballot = new Ballot
            {
                Roles = ["m"],
                Quorum = Share(random),
                Votes = Share(random),
                OfMembers = random.Next(2) == 0,
                RecusalLowers = random.Next(2) == 0,
            };
            var members = random.Next(1, 9);
            var recused = random.Next(0, members);
            var votes = random.Next(0, members - recused + 1);
            var against = random.Next(0, members - recused - votes + 1);
            var tally = new Tally(members, recused, votes, against, random.Next(0, members - recused - votes - against + 1));
            var outcome = tally.Outcome(ballot, closed: false);
            var ends = Ends(tally, ballot).ToHashSet();
            Assert.True(outcome switch
            {
                BallotOutcome.Carried => ends.All(e => e == BallotOutcome.Carried),
                BallotOutcome.Undecided => ends.Contains(BallotOutcome.Carried),
                _ => !ends.Contains(BallotOutcome.Carried),
            }, $"seed {seed}: {ballot} {tally} {outcome} but {string.Join(",", ends)}");
        }
    }

    /// <summary>Every way in which some of the others vote and the ballot closes with a quorum; without one nothing was carried.</summary>
    private static IEnumerable<BallotOutcome> Ends(Tally tally, Ballot ballot)
    {
        for (var yes = 0; yes <= tally.Remaining; yes++)
        {
            for (var no = 0; no <= tally.Remaining - yes; no++)
            {
                var end = tally with { For = tally.For + yes, Against = tally.Against + no };
                if (end.HasQuorum(ballot))
                {
                    var of = ballot.OfMembers ? end.QuorumOf(ballot) : end.Present;
                    yield return ballot.Votes.Met(end.For, of) ? BallotOutcome.Carried : BallotOutcome.Rejected;
                }
            }
        }
    }

    private static ApprovalCase Played(int seed)
    {
        var random = new Random(seed);
        var officers = Enumerable.Range(0, 8).Select(n => new Officer(Guid.NewGuid(), $"p{n}", Some(random).ToHashSet())).ToList();
        var delegations = Enumerable.Range(0, random.Next(0, 5)).Select(_ => (From: random.Next(8), To: random.Next(8))).Where(d => d.From != d.To)
            .Select(d => new Delegation(Guid.NewGuid(), officers[d.From].User, officers[d.To].User, ["*"], Day, Day.AddDays(random.Next(0, 40)))).ToList();
        var staff = new Staff(officers, delegations);
        var initiator = officers[0];
        var now = ApprovalCase.Open("a.b", initiator.User, new RouteLevel { DecideDays = 20, ValidDays = 30, Steps = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Step(random))] }, Day, staff);
        var day = Day;
        for (var move = 0; move < 40 && !now.Over; move++)
        {
            day = day.AddDays(random.Next(12) == 0 ? 3 : 0);
            var person = officers[random.Next(8)];
            var ways = staff.Ways(person.User, "a.b", day).ToList();
            var kind = (DecisionKind)(random.Next(3) > 0 ? 0 : random.Next(7));
            var conditions = kind == DecisionKind.Conditions ? (string[])["c"] : [];
            var next = random.Next(20) switch
            {
                0 => now.Supplement(initiator, day, staff),
                1 when now.Conditions.Count > 0 => now.Meet(now.Conditions.Count - 1, initiator, "met"),
                2 when now.Conditions.Count > 0 => now.Confirm(now.Conditions.Count - 1, person, day, staff),
                _ => now.Decide(ways[random.Next(ways.Count)], kind, "why", conditions, day, staff),
            };
            now = next.Ok ? next.Value : now;
            Holds(now, initiator.User, staff, seed);
        }

        return now;
    }

    private static void Holds(ApprovalCase now, Guid initiator, Staff staff, int seed)
    {
        foreach (var decision in now.Decisions)
        {
            Assert.True(!decision.Decider.Persons.Any(p => staff.Dependent(p, initiator, "a.b", decision.On)), $"seed {seed}: decided his own");
        }

        foreach (var round in now.Decisions.Where(d => d.Kind != DecisionKind.Close).GroupBy(d => d.Round))
        {
            var persons = round.SelectMany(d => d.Decider.Persons).ToList();
            Assert.True(persons.Count == persons.Distinct().Count(), $"seed {seed}: spoke twice");
        }

        if (now.State is not (CaseState.Approved or CaseState.Conditional))
        {
            return;
        }

        foreach (var (n, step) in now.Route.Steps.Index())
        {
            var votes = now.ThisRound.Where(d => d.Step == n).ToList();
            var yes = votes.Where(d => d.Kind is DecisionKind.Approve or DecisionKind.Conditions).Select(d => d.Decider.Principal).ToList();
            Assert.True(step.Ballot is { } ballot ? yes.Count > 0 && yes.All(o => o.HasAny(ballot.Roles)) : Seats.Filled(step.Seats, yes) == step.Seats.Count, $"seed {seed}: step {n} is not filled");
            Assert.True(step.Ballot is not null || votes.All(d => d.Kind != DecisionKind.Refuse), $"seed {seed}: refused and approved");
        }
    }

    private static RouteStep Step(Random random) => random.Next(3) switch
    {
        0 => new() { Kind = StepKind.Person, Seats = [Some(random)], ConditionsAllowed = random.Next(2) == 0 },
        1 => new() { Kind = StepKind.Parallel, Seats = [Some(random), Some(random)], ConditionsAllowed = true },
        _ => new()
        {
            Kind = StepKind.Committee,
            ConditionsAllowed = true,
            Ballot = new() { Roles = Some(random), Quorum = Share(random), Votes = Share(random), OfMembers = random.Next(2) == 0, RecusalLowers = random.Next(2) == 0 },
        },
    };

    private static List<string> Some(Random random) => [.. Roles.Where(_ => random.Next(2) == 0).DefaultIfEmpty(Roles[random.Next(4)])];

    private static Threshold Share(Random random) => random.Next(4) == 0 ? new(random.Next(1, 5), 0) : random.Next(2) == 0 ? new(random.Next(1, 4), 3) : new(1, 2, Over: true);

    /// <summary>The widest seating by trying all, written without the engine's idea.</summary>
    private static int Widest(IReadOnlyList<string>[] seats, Officer[] persons, int person, bool[] taken)
    {
        if (person == persons.Length)
        {
            return 0;
        }

        var best = Widest(seats, persons, person + 1, taken);
        for (var seat = 0; seat < seats.Length; seat++)
        {
            if (!taken[seat] && persons[person].HasAny(seats[seat]))
            {
                taken[seat] = true;
                best = Math.Max(best, 1 + Widest(seats, persons, person + 1, taken));
                taken[seat] = false;
            }
        }

        return best;
    }
}
