using Zhirong.Engine.Basics;
using static Zhirong.Modules.Lending.Registration.Model.RegistrationAct;
using static Zhirong.Modules.Lending.Registration.Model.RegistrationState;

namespace Zhirong.Modules.Lending.Registration.Model;

/// <summary>What a registration knows of itself when somebody wants to move it.</summary>
/// <param name="LastOn">The day of the last step recorded; null before the first.</param>
/// <param name="Due">The day by which something has to be done; null for none.</param>
/// <param name="Expires">The last day of a registration that ends by itself.</param>
/// <param name="Ends">It is one that ends by itself.</param>
internal sealed record Standing(RegistrationState State, DateOnly? LastOn, DateOnly? Due, DateOnly? Expires, bool Ends);

/// <summary>A step asked for.</summary>
/// <param name="On">The day it is recorded under: of the office's paper, else of the party's own.</param>
/// <param name="Effective">The day from which it counts in law; null for <paramref name="On"/>.</param>
/// <param name="Undeclared">Grounds of which the party was told and that nobody has declared to go on with.</param>
internal sealed record StepAsked(RegistrationAct Act, DateOnly On, DateOnly? Effective, IReadOnlyList<string> Undeclared);

/// <summary>登记状态机: which step leads where, and why not. Pure; what is kept besides is the use case's.</summary>
internal static class RegistrationMachine
{
    private static readonly RegistrationState[] BeforeDecision = [Draft, SignedByBoth, Submitted, Incomplete, Accepted, UnderExam, DefectNotified, AwaitingDeclaration, Suspended];
    private static readonly RegistrationState[] Pending = [ChangePending, ExtensionPending, CancelPending];

    /// <summary>Every step: from which states, to which.</summary>
    public static IReadOnlyDictionary<RegistrationAct, (RegistrationState[] From, RegistrationState To)> Steps { get; } = new Dictionary<RegistrationAct, (RegistrationState[], RegistrationState)>
    {
        [Sign] = ([Draft], SignedByBoth),
        [Submit] = ([SignedByBoth, Incomplete], Submitted),
        [Withdraw] = (BeforeDecision, Withdrawn),
        [FindIncomplete] = ([Submitted], Incomplete),
        [Accept] = ([Submitted], Accepted),
        [Examine] = ([Accepted], UnderExam),
        [NotifyDefect] = ([Accepted, UnderExam], DefectNotified),
        [AnswerDefect] = ([DefectNotified], UnderExam),
        [DeemWithdrawn] = ([DefectNotified, Incomplete], RegistrationState.DeemedWithdrawn),
        [Inform] = ([Accepted, UnderExam], AwaitingDeclaration),
        [Declare] = ([AwaitingDeclaration], UnderExam),
        [Suspend] = ([Accepted, UnderExam], Suspended),
        [Resume] = ([Suspended], UnderExam),
        [Register] = ([Accepted, UnderExam], Registered),
        [Refuse] = ([Submitted, Accepted, UnderExam, DefectNotified, AwaitingDeclaration, Suspended], Refused),
        [RequestChange] = ([Registered], ChangePending),
        [RequestExtension] = ([Registered], ExtensionPending),
        [RequestCancel] = ([Registered, RealisedByDisposal], CancelPending),
        [ConfirmChange] = ([ChangePending], Registered),
        [ConfirmExtension] = ([ExtensionPending], Registered),
        [ConfirmCancel] = ([CancelPending], Cancelled),
        [DenyRequest] = (Pending, Registered),
        [Realise] = ([Registered], RealisedByDisposal),
        [Revoke] = ([Registered, .. Pending, RealisedByDisposal], Revoked),
        [Expire] = ([Registered, .. Pending], Expired),
    };

    /// <summary>The acts a state allows, in their order.</summary>
    public static IReadOnlyList<RegistrationAct> From(RegistrationState state) => [.. Steps.Where(s => s.Value.From.Contains(state)).Select(s => s.Key).Order()];

    /// <summary>
    /// The state a step leads to. Refused in this order: a step the state does not allow (LEN-0201), a day before the last step (0202), effect
    /// after the record for a revocation or before it for what is not retroactive (0203), grounds not declared (0204), a notice whose term is not over
    /// (0205), an end or extension of what does not end by itself (0206), an extension asked after the end (0207), an end not reached (0208).
    /// </summary>
    public static Result<RegistrationState> Next(Standing now, StepAsked step)
    {
        var (from, to) = Steps[step.Act];
        return !from.Contains(now.State) ? RegistrationRefusals.Step(step.Act, now.State, From(now.State))
            : now.LastOn is { } last && step.On < last ? RegistrationRefusals.Before(step.On, last)
            : Effect(step) is { } effect ? effect
            : step.Act == Declare && step.Undeclared.Count > 0 ? RegistrationRefusals.Undeclared(step.Undeclared)
            : step.Act == DeemWithdrawn && !(step.On > now.Due) ? RegistrationRefusals.TermRuns(step.On, now.Due)
            : step.Act is Expire or RequestExtension && !now.Ends ? RegistrationRefusals.EndsNot(step.Act)
            : step.Act == RequestExtension && step.On > now.Expires ? RegistrationRefusals.TooLate(step.On, now.Expires!.Value)
            : step.Act == Expire && !(step.On > now.Expires) ? RegistrationRefusals.NotOver(step.On, now.Expires)
            : to;
    }

    /// <summary>A registration counts from its record or earlier, never later; only a revocation reaches back by itself.</summary>
    private static Refusal? Effect(StepAsked step) => step.Effective is { } effective && effective > step.On && step.Act is Register or Revoke or ConfirmCancel ? RegistrationRefusals.Effect(step.Act, effective, step.On) : null;
}
