using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Registration;

/// <summary>What a step does outside its registration: to the rights, the pledge, the register, the log.</summary>
internal sealed class RegistrationEffects(ZhirongContext work, LendingDesk desk, OpenedRegistration opened, StepForm step)
{
    private static readonly TableShape Shape = new("len_pledged_right", TableShape.Text("registration_id"), TableShape.Text("right_key"), TableShape.Int("live"), TableShape.Text("since_day"))
    {
        Conflict = "ON CONFLICT DO NOTHING",
    };

    private readonly PledgeRegistration row = opened.Row;
    private readonly Pledge pledge = opened.Pledge;

    /// <summary>
    /// Takes the rights where a registry takes each once. The unique index decides, not a read: of two filings at the same moment one inserts, the
    /// other is refused (LEN-0210) with the first right that was taken.
    /// </summary>
    public Refusal? Held()
    {
        if (!opened.Rules.Exclusive)
        {
            return null;
        }

        var mine = work.Set<PledgedRight>().Where(r => r.RegistrationId == row.Id && r.Live == 1).Select(r => r.RightKey).ToHashSet();
        foreach (var item in opened.Standing.Where(i => !mine.Contains(i.RightKey)).OrderBy(i => i.RightKey, StringComparer.Ordinal))
        {
            if (work.Session.Insert(new RowSet(Shape).Add(RowValues.Of(row.Id), item.RightKey, 1, RowValues.Of(step.On))) == 0)
            {
                return RegistrationRefusals.Pledged(item.RightNumber);
            }
        }

        return null;
    }

    /// <summary>The pledge is created: rights are held, the register shows them pledged, and what they replace may go.</summary>
    public Refusal? Registered()
    {
        if (NumberTwice())
        {
            return RegistrationRefusals.NumberTwice(step.RegistrationNo);
        }

        (row.RegistrationNo, row.RegisteredOn, row.EffectiveOn) = (step.RegistrationNo, step.On, step.Effective ?? step.On);
        var items = opened.Standing;
        var parties = PledgeParties.Read(pledge.Parties);
        var put = desk.Encumbrances.Pledge(work, new([.. items.Select(i => i.RightId)], parties.Pledgee.Name, string.Join('、', parties.Pledgors.Select(p => p.Name)), row.RegistrationNo, row.EffectiveOn.Value, row.ExpiresOn?.AddDays(1), pledge.ContractNo));
        if (!put.Ok)
        {
            return put.Refusals[0];
        }

        foreach (var (item, encumbrance) in items.Zip(put.Value))
        {
            (item.State, item.EncumbranceId) = (ItemStates.Held, encumbrance);
        }

        return row.Replaces is null ? null : Replaced();
    }

    /// <summary>What comes in takes over its part of the secured amount; what goes out stays pledged until its own cancellation.</summary>
    private Refusal? Replaced()
    {
        var outgoing = opened.Items.Select(i => i.Replaces).OfType<int>().ToHashSet();
        foreach (var old in work.Set<PledgeItem>().Where(i => i.PledgeId == pledge.Id && outgoing.Contains(i.N)).ToList())
        {
            old.AllocatedFen = 0;
        }

        foreach (var item in opened.Items.Where(i => i.State == ItemStates.Held))
        {
            (item.AllocatedFen, item.ComingFen) = (item.ComingFen, 0);
        }

        if (work.Set<PledgeRegistration>().SingleOrDefault(r => r.Id == row.Replaces) is { } before)
        {
            (before.Due, before.DueKind, before.DueProvisional, before.Version) = (step.On, DueKinds.CancelOld, 0, before.Version + 1);
        }

        return null;
    }

    /// <summary>The filing came to nothing: its rights are free again.</summary>
    public void Dropped()
    {
        foreach (var item in opened.Standing)
        {
            item.State = ItemStates.Dropped;
            item.ComingFen = 0;
        }

        Free(opened.Items);
    }

    /// <summary>Marks what is to be released: the rights named, else all; never one whose replacement does not stand yet.</summary>
    public Refusal? Leaving()
    {
        foreach (var right in step.Rights)
        {
            if (!opened.Items.Exists(i => i.RightId == right && i.State == ItemStates.Held))
            {
                return RegistrationRefusals.NotOfIt("rights", $"{right}");
            }
        }

        var going = opened.Items.FindAll(i => i.State == ItemStates.Held && (step.Rights.Count == 0 || step.Rights.Contains(i.RightId)));
        var numbers = going.ConvertAll(i => (int?)i.N);
        var coming = work.Set<PledgeItem>().Where(i => i.PledgeId == pledge.Id && i.State == ItemStates.Planned && numbers.Contains(i.Replaces)).Select(i => i.RightNumber).FirstOrDefault();
        if (coming is not null)
        {
            return RegistrationRefusals.Replacing(coming);
        }

        going.ForEach(i => i.State = ItemStates.Leaving);
        return null;
    }

    /// <summary>The registry refused to change or cancel: what was leaving stays.</summary>
    public void Stays() => opened.Items.FindAll(i => i.State == ItemStates.Leaving).ForEach(i => i.State = ItemStates.Held);

    /// <summary>
    /// Ends the pledge of what was leaving. While other rights of the pledge are held or planned, its part of the secured amount goes with it; the last to go
    /// keep theirs, as the record of what the contract secured.
    /// </summary>
    public Refusal? Released()
    {
        var (day, going) = (step.Effective ?? step.On, opened.Items.FindAll(i => i.State == ItemStates.Leaving));
        var rest = work.Set<PledgeItem>().Where(i => i.PledgeId == pledge.Id && (i.State == ItemStates.Held || i.State == ItemStates.Planned)).AsNoTracking().ToList();
        var stays = rest.Exists(i => going.TrueForAll(g => g.N != i.N));
        foreach (var item in going)
        {
            (item.State, item.ReleasedOn) = (ItemStates.Released, day);
            if (stays)
            {
                pledge.SecuredFen -= item.AllocatedFen;
                item.AllocatedFen = 0;
            }
        }

        desk.Encumbrances.End(work, [.. going.Select(i => i.EncumbranceId).OfType<Guid>()], day, $"{RegistrationAct.ConfirmCancel.Title().Zh} {step.ReceiptNo}".TrimEnd());
        Free(going);
        return null;
    }

    public void Extended()
    {
        EncumbranceDoor.Extend(work, [.. opened.Items.Where(i => i.State == ItemStates.Held).Select(i => i.EncumbranceId).OfType<Guid>()], row.ExpiresOn!.Value.AddDays(1));
        Stays();
    }

    /// <summary>Revoked, void from the beginning, or expired: nothing is secured by it any more, and somebody has to act.</summary>
    public Refusal? Lost()
    {
        var (revoked, going) = (step.Act == RegistrationAct.Revoke, opened.Items.FindAll(i => i.State is ItemStates.Held or ItemStates.Leaving));
        going.ForEach(i => (i.State, i.ReleasedOn) = (ItemStates.Released, row.EndedOn));
        desk.Encumbrances.End(work, [.. going.Select(i => i.EncumbranceId).OfType<Guid>()], revoked ? null : row.EndedOn, $"{step.Act.Title().Zh} {step.ReceiptNo}".TrimEnd());
        Free(opened.Items);
        work.Add(new PledgeIncident
        {
            Id = desk.NewId(),
            OwnerId = pledge.OwnerId,
            Version = 1,
            PledgeId = pledge.Id,
            RegistrationId = row.Id,
            Kind = revoked ? "revoked" : "expired",
            RecordedOn = step.On,
            EffectiveOn = row.EndedOn!.Value,
            LostFen = going.Sum(i => i.AllocatedFen),
            Open = 1,
            Note = step.Note,
            At = Instant.Now(desk.Clock),
            By = work.Viewer.Person,
        });
        return null;
    }

    /// <summary>Keeps the step, tells how far the pledge is, leaves the evidence and tells later rooms.</summary>
    public async Task Kept(RegistrationState before, RegistrationState to)
    {
        var last = await work.Set<RegistrationStep>().Where(s => s.RegistrationId == row.Id).MaxAsync(s => (int?)s.N) ?? 0;
        work.Add(new RegistrationStep
        {
            RegistrationId = row.Id,
            N = last + 1,
            Act = step.Act.Word(),
            FromState = before.Word(),
            ToState = to.Word(),
            OnDay = step.On,
            EffectiveOn = step.Act == RegistrationAct.Revoke ? row.EndedOn!.Value : step.Effective ?? step.On,
            ReceiptNo = step.ReceiptNo,
            Note = step.Note,
            Documents = step.Documents,
            Due = row.Due,
            Origin = step.Origin,
            At = Instant.Now(desk.Clock),
            By = work.Viewer.Person,
        });
        var states = await work.Set<PledgeRegistration>().Where(r => r.PledgeId == pledge.Id).Select(r => r.State).ToListAsync();
        (pledge.State, pledge.Version) = (PledgeStates.Of(states.ConvertAll(RegistrationWords.State)), pledge.Version + 1);
        (pledge.ChangedAt, pledge.ChangedBy) = (row.ChangedAt, row.ChangedBy);
        await work.SaveChangesAsync();
        var (name, content) = (Name(to), Content(before, to));
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, pledge.OwnerId, new(name, "pledge", RowValues.Of(pledge.Id), content), desk.Clock)]);
        if (name != "RegistrationMoved")
        {
            OutboxEvents.Publish(work, name, "pledge", RowValues.Of(pledge.Id), content.ToJsonString(), desk.Clock);
        }
    }

    /// <summary>The event later rooms hear of; other steps only leave evidence.</summary>
    private string Name(RegistrationState to) => step.Act switch
    {
        RegistrationAct.Register => "PledgeRegistered",
        RegistrationAct.ConfirmCancel => "PledgeReleased",
        RegistrationAct.Revoke => "PledgeRevoked",
        RegistrationAct.Expire => "PledgeExpired",
        _ => "RegistrationMoved",
    };

    private JsonObject Content(RegistrationState before, RegistrationState to) => new()
    {
        ["act"] = step.Act.Word(),
        ["documents"] = JsonNode.Parse(step.Documents),
        ["due"] = RowValues.Of(row.Due),
        ["effective"] = RowValues.Of(step.Act == RegistrationAct.Revoke ? row.EndedOn!.Value : step.Effective ?? step.On),
        ["expires"] = RowValues.Of(row.ExpiresOn),
        ["from"] = before.Word(),
        ["on"] = RowValues.Of(step.On),
        ["origin"] = step.Origin,
        ["receiptNo"] = step.ReceiptNo,
        ["registration"] = RowValues.Of(row.Id),
        ["registrationNo"] = row.RegistrationNo,
        ["registry"] = row.Registry,
        ["rights"] = new JsonArray([.. step.Rights.Select(r => JsonValue.Create(RowValues.Of(r)))]),
        ["secured"] = Money.FenText(pledge.SecuredFen),
        ["to"] = to.Word(),
    };

    /// <summary>Of one organisation a registry's number names one registration.</summary>
    private bool NumberTwice() => (from r in work.Set<PledgeRegistration>() join p in work.Set<Pledge>() on r.PledgeId equals p.Id where r.Registry == row.Registry && r.RegistrationNo == step.RegistrationNo && r.Id != row.Id && p.OwnerId == pledge.OwnerId select r.Id).Any();

    private void Free(IReadOnlyList<PledgeItem> items)
    {
        if (opened.Rules.Exclusive)
        {
            foreach (var item in items)
            {
                work.Session.Execute("UPDATE len_pledged_right SET live = 0 WHERE registration_id = @p0 AND right_key = @p1", RowValues.Of(row.Id), item.RightKey);
            }
        }
    }
}
