using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Routes;

namespace Zhirong.Platform.Access.Approvals.Model;

/// <summary>A case on its way through the steps of its route. Every change gives a new one; nothing is read or written.</summary>
public sealed partial record ApprovalCase
{
    /// <summary>Longest note and condition, in characters.</summary>
    public const int LongestNote = 1_000;

    public required string Act { get; init; }

    public required Guid Initiator { get; init; }

    /// <summary>The level as it was when the case began; later versions of the routes leave it alone.</summary>
    public required RouteLevel Route { get; init; }

    public CaseState State { get; init; }

    /// <summary>1, and one more after each supplement.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Zero-based; the step to be decided.</summary>
    public int Step { get; init; }

    /// <summary>The committee as it was when its step began; empty elsewhere.</summary>
    public IReadOnlyList<Guid> Members { get; init; } = [];

    /// <summary>The last day to decide.</summary>
    public required DateOnly DecideBy { get; init; }

    /// <summary>The last day on which what was approved may be done; null before it was.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Of all rounds, in their order.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    public RouteStep Current => Route.Steps[Step];

    public IEnumerable<Decision> ThisRound => Decisions.Where(d => d.Round == Round);

    /// <summary>Begins a case.</summary>
    public static ApprovalCase Open(string act, Guid initiator, RouteLevel route, DateOnly day, Staff staff) =>
        new ApprovalCase { Act = act, Initiator = initiator, Route = route, DecideBy = day.AddDays(route.DecideDays) }.At(0, staff);

    /// <summary>What keeps somebody from deciding so; null when nothing does.</summary>
    public Refusal? Bars(Decider decider, DecisionKind kind, DateOnly day, Staff staff) =>
        State != CaseState.Open ? ApprovalRefusals.NotOpen(State.Word())
        : day > DecideBy ? ApprovalRefusals.Late(day, DecideBy)
        : decider.Persons.Any(person => staff.Dependent(person, Initiator, Act, day)) ? ApprovalRefusals.Self(decider.Person.Name)
        : decider.For is { } principal && !Delegated(decider, principal, day) ? ApprovalRefusals.Delegation(principal.Name)
        : !Fits(decider.Principal) ? ApprovalRefusals.Role(string.Join(", ", decider.Principal.Roles.Order(StringComparer.Ordinal)), Current.Roles)
        : ThisRound.Any(d => d.Kind != DecisionKind.Close && d.Decider.Persons.Intersect(decider.Persons).Any()) && kind != DecisionKind.Close ? ApprovalRefusals.Again(decider.Person.Name)
        : Possible(decider.Principal, kind, day, staff);

    /// <summary>A decision; the case after it, or why it cannot be made.</summary>
    public Result<ApprovalCase> Decide(Decider decider, DecisionKind kind, string note, IReadOnlyList<string> conditions, DateOnly day, Staff staff)
    {
        var refusal = Bars(decider, kind, day, staff)
            ?? (kind is DecisionKind.Return or DecisionKind.Refuse or DecisionKind.Recuse && note.Trim().Length == 0 ? ApprovalRefusals.Note("note", 0, LongestNote)
                : note.Length > LongestNote ? ApprovalRefusals.Note("note", note.Length, LongestNote)
                : (kind == DecisionKind.Conditions) != (conditions.Count > 0) || conditions.Count > 20 || conditions.Any(c => c.Trim().Length is 0 or > 500) ? ApprovalRefusals.Conditions(conditions.Count)
                : null);
        if (refusal is not null)
        {
            return refusal;
        }

        var decided = this with
        {
            Decisions = [.. Decisions, new(Round, Step, kind, decider, note.Trim(), conditions, day)],
            Conditions = [.. Conditions, .. conditions.Select(text => new Condition(Round, Step, text.Trim(), decider.Person.User))],
        };
        return kind == DecisionKind.Return ? decided with { State = CaseState.Returned }
            : Current.Ballot is { } ballot ? decided.AfterVote(ballot, kind, decider, day, staff)
            : kind == DecisionKind.Refuse ? decided with { State = CaseState.Refused }
            : Seats.Filled(Current.Seats, decided.InFavour()) == Current.Seats.Count ? decided.StepDone(day, staff)
            : decided;
    }

    /// <summary>The count of the committee's step as it stands.</summary>
    public Tally Count(DateOnly day, Staff staff)
    {
        var votes = ThisRound.Where(d => d.Step == Step && d.Kind != DecisionKind.Close).ToList();
        var spoken = votes.Select(d => d.Decider.Principal.User).ToHashSet();
        var barred = Members.Count(m => !spoken.Contains(m) && (staff.Dependent(m, Initiator, Act, day) || SpokeBefore(m)));
        return new(
            Members.Count,
            barred + votes.Count(d => d.Kind == DecisionKind.Recuse),
            votes.Count(d => d.Kind is DecisionKind.Approve or DecisionKind.Conditions),
            votes.Count(d => d.Kind == DecisionKind.Refuse),
            votes.Count(d => d.Kind == DecisionKind.Abstain));
    }

    private ApprovalCase StepDone(DateOnly day, Staff staff) =>
        Step + 1 < Route.Steps.Count ? At(Step + 1, staff) : this with
        {
            State = Conditions.Any(c => c.Round == Round && c.ConfirmedBy is null) ? CaseState.Conditional : CaseState.Approved,
            ValidUntil = day.AddDays(Route.ValidDays),
            Members = [],
        };

    internal ApprovalCase At(int step, Staff staff) => this with
    {
        State = CaseState.Open,
        Step = step,
        Members = Route.Steps[step].Ballot is { } ballot ? [.. staff.Officers.Where(o => o.HasAny(ballot.Roles)).Select(o => o.User).Order()] : [],
    };

    private ApprovalCase AfterVote(Ballot ballot, DecisionKind kind, Decider decider, DateOnly day, Staff staff)
    {
        if (kind == DecisionKind.Refuse && decider.Principal.HasAny(ballot.Veto))
        {
            return this with { State = CaseState.Refused };
        }

        return Count(day, staff).Outcome(ballot, kind == DecisionKind.Close) switch
        {
            BallotOutcome.Carried => StepDone(day, staff),
            BallotOutcome.Rejected or BallotOutcome.NoQuorum => this with { State = CaseState.Refused },
            _ => this,
        };
    }

    private bool Delegated(Decider decider, Officer principal, DateOnly day) =>
        decider.Under is { } under && under.From == principal.User && under.To == decider.Person.User && under.Covers(Act, day);

    /// <summary>Whether there is a seat left for his roles, or he was a member when the step began and still has the role.</summary>
    private bool Fits(Officer principal) => Current.Ballot is { } ballot
        ? Members.Contains(principal.User) && principal.HasAny(ballot.Roles)
        : Seats.Filled(Current.Seats, [.. InFavour(), principal]) > InFavour().Count;

    private List<Officer> InFavour() =>
        [.. ThisRound.Where(d => d.Step == Step && d.Kind is DecisionKind.Approve or DecisionKind.Conditions).Select(d => d.Decider.Principal)];

    private bool SpokeBefore(Guid member) => ThisRound.Any(d => d.Step < Step && d.Decider.Persons.Contains(member));

    private Refusal? Possible(Officer principal, DecisionKind kind, DateOnly day, Staff staff) => kind switch
    {
        DecisionKind.Conditions when !Current.ConditionsAllowed => ApprovalRefusals.Kind(kind.Word(), new("本步骤不允许附条件", "no conditions in this step")),
        DecisionKind.Abstain when Current.Ballot is null => ApprovalRefusals.Kind(kind.Word(), new("仅委员会表决可弃权", "abstaining only in a committee")),
        DecisionKind.Return when Current.Ballot is { Chair.Count: > 0 } ballot && !principal.HasAny(ballot.Chair) => ApprovalRefusals.Kind(kind.Word(), new("由主持人退回", "the chair sends a matter back")),
        DecisionKind.Close when Current.Ballot is not { } ballot || !principal.HasAny(ballot.Chair) => ApprovalRefusals.Kind(kind.Word(), new("由主持人结束表决", "the chair closes the ballot")),
        DecisionKind.Close when Count(day, staff) is var tally && !tally.HasQuorum(Current.Ballot!) => ApprovalRefusals.Quorum(tally.Present, $"{Current.Ballot!.Quorum}", tally.QuorumOf(Current.Ballot!)),
        _ => null,
    };
}
