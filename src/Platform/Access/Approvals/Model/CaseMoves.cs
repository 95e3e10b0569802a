using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Access.Approvals.Model;

/// <summary>What happens to a case beside deciding.</summary>
public sealed partial record ApprovalCase
{
    /// <summary>Nothing more will happen to it.</summary>
    public bool Over => State is not (CaseState.Open or CaseState.Returned or CaseState.Conditional or CaseState.Approved);

    /// <summary>Who began it takes it back; what is about to be done can no longer be.</summary>
    public Result<ApprovalCase> Withdraw(Officer by) =>
        by.User != Initiator ? ApprovalRefusals.NotInitiator(by.Name)
        : State is not (CaseState.Open or CaseState.Returned or CaseState.Conditional) ? ApprovalRefusals.NotOpen(State.Word())
        : this with { State = CaseState.Withdrawn };

    /// <summary>What was asked for is there: all steps begin again.</summary>
    public Result<ApprovalCase> Supplement(Officer by, DateOnly day, Staff staff) =>
        by.User != Initiator ? ApprovalRefusals.NotInitiator(by.Name)
        : State != CaseState.Returned ? ApprovalRefusals.NotReturned(State.Word())
        : day > DecideBy ? ApprovalRefusals.Late(day, DecideBy)
        : (this with { Round = Round + 1, DecideBy = day.AddDays(Route.DecideDays) }).At(0, staff);

    /// <summary>Who began it says how a condition is met.</summary>
    public Result<ApprovalCase> Meet(int index, Officer by, string how) =>
        OpenCondition(index) is not { } condition ? ApprovalRefusals.Condition(index)
        : by.User != Initiator ? ApprovalRefusals.NotInitiator(by.Name)
        : how.Trim().Length is 0 or > LongestNote ? ApprovalRefusals.Note("note", how.Length, LongestNote)
        : With(index, condition with { Met = how.Trim() });

    /// <summary>Who set a condition, or another of the step's roles, agrees that it is met; with the last one the case is approved.</summary>
    public Result<ApprovalCase> Confirm(int index, Officer by, DateOnly day, Staff staff)
    {
        if (OpenCondition(index) is not { } condition)
        {
            return ApprovalRefusals.Condition(index);
        }

        var refusal = day > ValidUntil ? ApprovalRefusals.Late(day, ValidUntil.Value)
            : staff.Dependent(by.User, Initiator, Act, day) ? ApprovalRefusals.Self(by.Name)
            : by.User != condition.SetBy && !by.HasAny(Route.Steps[condition.Step].Roles) ? ApprovalRefusals.NotConfirmer(by.Name)
            : condition.Met is null ? ApprovalRefusals.NotMet(index)
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        var confirmed = With(index, condition with { ConfirmedBy = by });
        return confirmed.Conditions.Any(c => c.Round == Round && c.ConfirmedBy is null) ? confirmed : confirmed with { State = CaseState.Approved };
    }

    /// <summary>The case on a day: what nobody decided, met or did in time has lapsed.</summary>
    /// <param name="tried">Whether doing it was begun; then it is finished, whatever the day.</param>
    public ApprovalCase On(DateOnly day, bool tried = false) =>
        (State is CaseState.Open or CaseState.Returned && day > DecideBy)
        || (State == CaseState.Conditional && day > ValidUntil)
        || (State == CaseState.Approved && !tried && day > ValidUntil)
            ? this with { State = CaseState.Expired }
            : this;

    private Condition? OpenCondition(int index) =>
        State == CaseState.Conditional && index >= 0 && index < Conditions.Count && Conditions[index] is { ConfirmedBy: null } condition && condition.Round == Round ? condition : null;

    private ApprovalCase With(int index, Condition condition) => this with { Conditions = [.. Conditions.Select((c, i) => i == index ? condition : c)] };
}
