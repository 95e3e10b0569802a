using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration.Grounds;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Registration.Rules;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Registration;

/// <summary>Moves a registration one step, with all that follows of it, in one transaction: rows, rights held, encumbrances, evidence.</summary>
internal sealed class RegistrationMoves(ZhirongContext work, LendingDesk desk, OpenedRegistration opened, StepForm step)
{
    private readonly PledgeRegistration row = opened.Row;
    private readonly RegistrationEffects effects = new(work, desk, opened, step);

    /// <summary>The registration moved, or why it stays; nothing is saved where it is refused.</summary>
    public static async Task<Result<OpenedRegistration>> Move(ZhirongContext work, LendingDesk desk, Guid id, StepForm step)
    {
        if (RegistrationReading.Open(work, id, desk.Registries) is not { } opened)
        {
            return RegistrationReading.Missing(work, id);
        }

        return step.BaseVersion is { } started && started != opened.Row.Version
            ? LendingRefusals.Stale(started, opened.Row.Version)
            : await new RegistrationMoves(work, desk, opened, step).Move();
    }

    private async Task<Result<OpenedRegistration>> Move()
    {
        var now = new Standing(opened.State, row.LastOn, row.Due, row.ExpiresOn, opened.Rules.Term.Agreed);
        var next = RegistrationMachine.Next(now, new(step.Act, step.On, step.Effective, Undeclared()));
        if (!next.Ok)
        {
            return Result<OpenedRegistration>.Refused(next.Refusals);
        }

        if (Lacks() is { } lacks)
        {
            return lacks;
        }

        var (before, to) = (opened.State, next.Value);
        var followed = Follow(ref to);
        if (followed is { } refusal)
        {
            return refusal;
        }

        (row.State, row.LastOn, row.Version) = (to.Word(), step.On, row.Version + 1);
        row.ReceiptNo = step.ReceiptNo.Length > 0 && step.Act is RegistrationAct.Accept or RegistrationAct.Submit ? step.ReceiptNo : row.ReceiptNo;
        (row.ChangedAt, row.ChangedBy) = (Instant.Now(desk.Clock), work.Viewer.Person);
        await work.SaveChangesAsync();
        await effects.Kept(before, to);
        return opened;
    }

    /// <summary>Grounds the party was told of that nobody has declared to go on with.</summary>
    private List<string> Undeclared() => opened.State == RegistrationState.AwaitingDeclaration
        ? [.. row.AskedNote.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(code => !opened.Declared.Any(d => d.Kind == DeclaredKind.Declaration && d.Ground == code))]
        : [];

    /// <summary>What the step must state and does not.</summary>
    private Refusal? Lacks() => step.Act switch
    {
        RegistrationAct.Submit when step.Channel.Length == 0 => RegistrationRefusals.Needs("channel"),
        RegistrationAct.Submit when !opened.Rules.Limits.ContainsKey((FormKind.Register, step.Channel)) => RegistrationRefusals.Channel(step.Channel, opened.Rules.Channels),
        RegistrationAct.Submit when opened.Rules.Term.Agreed => Term("expires", step.Expires, step.On),
        RegistrationAct.Register when step.RegistrationNo.Length == 0 => RegistrationRefusals.Needs("registrationNo"),
        RegistrationAct.Register when opened.Rules.Term.Agreed && step.Expires is { } given => Term("expires", given, step.Effective ?? step.On),
        RegistrationAct.RequestChange when step.Note.Length == 0 => RegistrationRefusals.Needs("note"),
        RegistrationAct.RequestExtension => step.Expires > row.ExpiresOn ? Term("expires", step.Expires, row.EffectiveOn ?? step.On) : RegistrationRefusals.Term("expires", $"{step.Expires:yyyy-MM-dd}", Words.Same($"> {row.ExpiresOn:yyyy-MM-dd}")),
        RegistrationAct.ConfirmExtension when step.Expires is { } given && !(given > row.ExpiresOn) => RegistrationRefusals.Term("expires", $"{given:yyyy-MM-dd}", Words.Same($"> {row.ExpiresOn:yyyy-MM-dd}")),
        RegistrationAct.FindIncomplete or RegistrationAct.NotifyDefect when step.Due < step.On => LendingRefusals.Day("due", $"{step.Due:yyyy-MM-dd}", Words.Same($"≥ {step.On:yyyy-MM-dd}")),
        RegistrationAct.Inform when step.Grounds.FirstOrDefault(g => !Waivable.Contains(g)) is { } unknown => RegistrationRefusals.GroundUnknown(unknown, Waivable),
        _ => null,
    };

    private List<string> Waivable => [.. (opened.Rules.Sets.FirstOrDefault(s => row.GroundSet.StartsWith($"{s.Id}/", StringComparison.Ordinal))?.Grounds ?? []).Where(g => g.Kind == GroundKind.Waivable).Select(g => g.Code)];

    /// <summary>The last day of a registration that names one: after the day it begins, and within the years the registry allows.</summary>
    private Refusal? Term(string path, DateOnly? expires, DateOnly from)
    {
        var (least, most) = (opened.Rules.Term.LeastYears is { } few ? from.AddYears(few) : from.AddDays(1), opened.Rules.Term.MostYears is { } many ? from.AddYears(many) : new DateOnly(2199, 12, 31));
        return expires is null ? RegistrationRefusals.Needs(path) : expires < least || expires > most ? RegistrationRefusals.Term(path, $"{expires:yyyy-MM-dd}", Words.Same($"{least:yyyy-MM-dd} … {most:yyyy-MM-dd}")) : null;
    }

    /// <summary>What follows of the step in the registration and around it.</summary>
    private Refusal? Follow(ref RegistrationState to)
    {
        switch (step.Act)
        {
            case RegistrationAct.Submit:
                return Submit();
            case RegistrationAct.Accept or RegistrationAct.AnswerDefect:
                Due(FormKind.Register);
                return null;
            case RegistrationAct.FindIncomplete or RegistrationAct.NotifyDefect:
                Cure();
                return null;
            case RegistrationAct.Inform:
                row.AskedNote = string.Join(',', step.Grounds.Count > 0 ? step.Grounds : Waivable);
                NoDue();
                return null;
            case RegistrationAct.Declare or RegistrationAct.Resume:
                row.AskedNote = "";
                Due(FormKind.Register);
                return null;
            case RegistrationAct.Suspend:
                NoDue();
                return null;
            case RegistrationAct.Register:
                row.ExpiresOn = opened.Rules.Term.Agreed ? step.Expires ?? row.AskedExpires : null;
                Standing();
                return effects.Registered();
            case RegistrationAct.Refuse or RegistrationAct.Withdraw or RegistrationAct.DeemWithdrawn:
                NoDue();
                effects.Dropped();
                return null;
            case RegistrationAct.RequestChange or RegistrationAct.RequestExtension:
                (row.AskedNote, row.AskedExpires) = (step.Note, step.Expires);
                Due(step.Act == RegistrationAct.RequestChange ? FormKind.Change : FormKind.Extend);
                return null;
            case RegistrationAct.RequestCancel:
                Due(FormKind.Cancel);
                return effects.Leaving();
            case RegistrationAct.ConfirmExtension:
                row.ExpiresOn = step.Expires ?? row.AskedExpires;
                Standing();
                effects.Extended();
                return null;
            case RegistrationAct.ConfirmChange or RegistrationAct.DenyRequest:
                Standing();
                effects.Stays();
                return null;
            case RegistrationAct.ConfirmCancel:
                return Cancelled(ref to);
            case RegistrationAct.Revoke or RegistrationAct.Expire:
                row.EndedOn = step.Act == RegistrationAct.Revoke ? row.EffectiveOn : row.ExpiresOn?.AddDays(1);
                NoDue();
                return effects.Lost();
            default:
                return null;
        }
    }

    private Refusal? Submit()
    {
        if (opened.Rules.GroundsOn(step.On) is not { } set)
        {
            return RegistrationRefusals.NoGrounds(step.On, row.Registry);
        }

        (row.Channel, row.SubmittedOn, row.GroundSet, row.AskedExpires) = (step.Channel, step.On, $"{set.Id}/{opened.Rules.Version}", step.Expires);
        Due(FormKind.Register);
        return effects.Held();
    }

    /// <summary>What is cancelled in part stands with the rest.</summary>
    private Refusal? Cancelled(ref RegistrationState to)
    {
        var refusal = effects.Released();
        if (opened.Items.Any(i => i.State == ItemStates.Held))
        {
            to = RegistrationState.Registered;
            Standing();
        }
        else
        {
            row.EndedOn = step.Effective ?? step.On;
            NoDue();
        }

        return refusal;
    }

    /// <summary>The registry's time for a form, counted from the day of the step; none where its rules name none for the channel.</summary>
    private void Due(FormKind form)
    {
        var channel = row.Channel.Length > 0 ? row.Channel : opened.Rules.Channels[0];
        if (opened.Rules.Limits.GetValueOrDefault((form, channel)) is { } limit)
        {
            Set(limit.From(step.On, desk.Calendar), DueKinds.Office);
        }
        else
        {
            NoDue();
        }
    }

    private void Cure()
    {
        if (step.Due is { } given)
        {
            Set(new(given, 0), DueKinds.Cure);
        }
        else if (opened.Rules.Duties.GetValueOrDefault("cure") is { } limit)
        {
            Set(limit.From(step.On, desk.Calendar), DueKinds.Cure);
        }
        else
        {
            NoDue();
        }
    }

    /// <summary>A registration that stands waits for nothing but its own end.</summary>
    private void Standing()
    {
        (row.AskedNote, row.AskedExpires) = ("", null);
        if (row.ExpiresOn is { } end)
        {
            Set(new(end, 0), DueKinds.Extend);
        }
        else
        {
            NoDue();
        }
    }

    private void NoDue() => (row.Due, row.DueKind, row.DueProvisional) = (null, "", 0);

    private void Set(CalendarDay day, string kind) => (row.Due, row.DueKind, row.DueProvisional) = (day.Date, kind, day.IsProvisional ? 1 : 0);
}
