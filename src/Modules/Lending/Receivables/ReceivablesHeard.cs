using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Receivables;

/// <summary>What Payments says of licensees' money: it came in, it did not after all; what was released is paid, or held again.</summary>
internal sealed class ReceivablesHeard(LoanDesk desk) : IEventHandler
{
    public string Name => "lending.receivables";

    public bool Takes(string kind) => kind is "ReceiptArrived" or "ReceiptUndone" or "PaymentSettled" or "PaymentRejected" or "PaymentReturned";

    public async Task Handle(ZhirongContext context, RoomEvent happened)
    {
        var id = Guid.Parse(happened.RootId);
        if (happened.RootKind != "receipt")
        {
            await Payment(context, id, happened.Kind);
            return;
        }

        if (await context.Set<ReceivableDue>().SingleOrDefaultAsync(d => d.ReceiptId == id) is not { } due)
        {
            return;
        }

        var row = await context.Set<Receivable>().SingleAsync(r => r.Id == due.ReceivableId);
        var day = DateOnly.ParseExact($"{JsonNode.Parse(happened.Payload)!["day"]}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var arrived = happened.Kind == "ReceiptArrived";
        (due.State, due.ReceivedOn) = arrived ? (ReceivableStates.Received, day) : due.UsedFen > 0 ? (ReceivableStates.Disputed, due.ReceivedOn) : (ReceivableStates.Expected, null);
        (row.Version, row.ChangedAt) = (row.Version + 1, Instant.Now(desk.Clock));
        await context.SaveChangesAsync();
        EvidenceLeaves.Write(context.Session, [EvidenceLeaves.Prepare(context.Viewer, row.OwnerId, new(arrived ? "ReceivableCollected" : "ReceivableCollectionUndone", "receivable", RowValues.Of(row.Id), new JsonObject { ["amount"] = Money.FenText(due.Fen), ["contract"] = row.ContractNo, ["due"] = due.N, ["on"] = RowValues.Of(day) }), desk.Clock)]);
        await Lines(context, row.PledgeId);
    }

    private async Task Payment(ZhirongContext context, Guid item, string kind)
    {
        if (await context.Set<ReceivableUse>().SingleOrDefaultAsync(u => u.ItemId == item) is not { State: not ReceivableStates.Returned } use)
        {
            return;
        }

        use.State = kind == "PaymentSettled" ? ReceivableStates.Paid : ReceivableStates.Returned;
        if (use.State == ReceivableStates.Returned)
        {
            ReceivableMoney.GiveBack(context.Session, use);
        }

        var row = await context.Set<Receivable>().SingleAsync(r => r.Id == use.ReceivableId);
        (row.Version, row.ChangedAt) = (row.Version + 1, Instant.Now(desk.Clock));
        await context.SaveChangesAsync();
        EvidenceLeaves.Write(context.Session, [EvidenceLeaves.Prepare(context.Viewer, row.OwnerId, new("ReceivableReleased", "receivable", RowValues.Of(row.Id), new JsonObject { ["amount"] = Money.FenText(use.Fen), ["due"] = use.DueN, ["reference"] = use.Reference, ["state"] = use.State }), desk.Clock)]);
    }

    /// <summary>What the lines of a pledge are covered by is worked out anew.</summary>
    private async Task Lines(ZhirongContext context, Guid pledge)
    {
        foreach (var line in await context.Set<FacilityPledge>().Where(f => f.PledgeId == pledge).Select(f => f.FacilityId).OrderBy(f => f).ToListAsync())
        {
            await CovenantWatch.Look(context, desk, line);
        }
    }
}
