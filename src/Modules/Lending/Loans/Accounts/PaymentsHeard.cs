using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Checks;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Loans.Posting;
using Zhirong.Modules.Lending.Loans.Promises;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Loans.Accounts;

/// <summary>What Payments says of money of loans: a loan lives from the day the bank paid it out; what came in for it is its receipt. Each is taken once.</summary>
internal sealed class PaymentsHeard(LoanDesk desk) : IEventHandler
{
    public string Name => "lending.payments";

    public bool Takes(string kind) => kind is "PaymentSettled" or "PaymentRejected" or "PaymentReturned" or "ReceiptArrived" or "ReceiptUndone";

    public async Task Handle(ZhirongContext context, RoomEvent happened)
    {
        var said = JsonNode.Parse(happened.Payload)!;
        var (id, day) = (Guid.Parse(happened.RootId), DateOnly.ParseExact($"{said["day"]}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Guid? entry = said["entry"] is { } given ? Guid.Parse($"{given}") : null;
        if (happened.RootKind == "receipt")
        {
            await Receipt(context, said, happened, day, entry);
            return;
        }

        if (await context.Set<LoanPayout>().Where(p => p.ItemId == id).Select(p => (Guid?)p.LoanId).SingleOrDefaultAsync() is not { } loanId || await LoanWriting.Locked(context, loanId) is not { } loan)
        {
            return;
        }

        var payout = await context.Set<LoanPayout>().SingleAsync(p => p.ItemId == id);
        switch (happened.Kind)
        {
            case "PaymentSettled" when payout.State != PayoutStates.Paid:
                await Paid(context, loan, payout, day, entry);
                break;
            case "PaymentSettled":
                // Told again because its entry came later.
                payout.EntryId ??= entry;
                if (await context.Set<LoanHappening>().SingleOrDefaultAsync(e => e.LoanId == loan.Id && e.Reference == Reference(payout)) is { } drawn)
                {
                    drawn.EntryId ??= entry;
                }

                break;
            case "PaymentReturned" when payout.State == PayoutStates.Paid:
                await Returned(context, loan, payout);
                break;
            case "PaymentReturned" when payout.State == PayoutStates.Ordered:
                payout.State = PayoutStates.Rejected;
                break;
            case "PaymentRejected" when payout.State == PayoutStates.Ordered:
                payout.State = PayoutStates.Rejected;
                break;
        }

        await context.SaveChangesAsync();
    }

    private static string Reference(LoanPayout payout) => $"payout-{payout.N}-{payout.ItemId:N}";

    /// <summary>The money is with the payee: the first time the loan begins on that day, whatever day was asked for.</summary>
    private async Task Paid(ZhirongContext work, Loan loan, LoanPayout payout, DateOnly day, Guid? entry)
    {
        if (payout.State is PayoutStates.Cancelled or PayoutStates.Returned)
        {
            // It was given back to the line and went out after all: the line bears it, and somebody has to see to it.
            if (LineGuard.Free(work.Session, loan.FacilityId, loan.MemberN, -payout.Fen))
            {
                await CovenantWatch.OverLine(work, desk, loan.FacilityId);
            }
        }

        var events = await LoanWriting.Events(work, loan.Id);
        (payout.State, payout.PaidOn, payout.EntryId) = (PayoutStates.Paid, day, entry);
        if (!events.Exists(e => e.Kind == EventKinds.Drawn && e.UndoneOn is null))
        {
            Begin(loan, day);
        }

        var effective = OpenLoan.Later(day, loan.DisbursedOn);
        var taken = events.Count(e => e.Reference.StartsWith(Reference(payout), StringComparison.Ordinal));
        var draft = new EventDraft(EventKinds.Drawn, effective, payout.Fen, new JsonObject { ["payout"] = payout.N, ["payee"] = payout.Payee }, LoanBook.Cash, taken == 0 ? Reference(payout) : $"{Reference(payout)}-{taken + 1}", "", entry, payout.PostedThere == 1);
        if (await LoanWriting.Keep(work, desk, loan, events, [draft]) is { } refusal)
        {
            throw new InvalidOperationException($"Loan {loan.Number} cannot take its payout: {refusal.Code} {refusal.Message.En}");
        }

        var fold = LoanFold.To(loan, events, OpenLoan.Later(effective, loan.ClosedDay), desk)!;
        LoanFold.Show(loan, fold.Account);
        await work.SaveChangesAsync();
        await CheckPlanning.Look(work, desk, loan, desk.Today);
        await PromiseBinding.Look(work, desk, loan);
    }

    private void Begin(Loan loan, DateOnly day)
    {
        loan.Terms = TermsForm.Moved(loan.Terms, day);
        (loan.State, loan.DisbursedOn, loan.ClosedDay) = (LoanStates.Active, day, loan.ClosedDay ?? day.AddDays(-1));
        loan.Maturity = EventKinds.Resolve(loan.Terms, desk).Value.Maturity;
    }

    /// <summary>The money came back: the drawdown is taken back, what is left of the loan stands on the payments that remain.</summary>
    private async Task Returned(ZhirongContext work, Loan loan, LoanPayout payout)
    {
        var events = await LoanWriting.Events(work, loan.Id);
        var drawn = events.Last(e => e.Kind == EventKinds.Drawn && e.UndoneOn is null && e.Reference.StartsWith(Reference(payout), StringComparison.Ordinal));
        (drawn.UndoneOn, payout.State, payout.PaidOn) = (desk.Today, PayoutStates.Returned, null);
        loan.Backdated = 1;
        if (events.Where(e => e.Kind == EventKinds.Drawn && e.UndoneOn is null).Select(e => (DateOnly?)e.Effective).Min() is { } first)
        {
            Begin(loan, first);
            LoanFold.Show(loan, LoanFold.To(loan, events, OpenLoan.Later(first, loan.ClosedDay), desk)!.Account);
        }
        else
        {
            (loan.BalanceFen, loan.AccruedFen, loan.InterestFen, loan.DueFen) = (0, 0, 0, 0);
        }

        LineGuard.Free(work.Session, loan.FacilityId, loan.MemberN, payout.Fen);
        LoanWriting.Touch(work, desk, loan);
        await work.SaveChangesAsync();
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, loan.OwnerId, new("LoanPayoutReturned", "loan", RowValues.Of(loan.Id), new JsonObject { ["amount"] = Money.FenText(payout.Fen), ["n"] = drawn.N, ["payee"] = payout.Payee }), desk.Clock)]);
        await CheckPlanning.Look(work, desk, loan, desk.Today);
        await PromiseBinding.Look(work, desk, loan);
    }

    /// <summary>A line of a statement stands for a receipt of the loan, or does no longer.</summary>
    private async Task Receipt(ZhirongContext work, JsonNode said, RoomEvent happened, DateOnly day, Guid? entry)
    {
        if (Guid.TryParse(happened.RootId, out var receipt) && await work.Set<ReceivableDue>().AnyAsync(d => d.ReceiptId == receipt))
        {
            // A licensee's money: it is held until somebody applies or releases it.
            return;
        }

        var (owner, number) = (Guid.Parse($"{said["owner"]}"), $"{said["loanNo"]}");
        if (await work.Set<Loan>().Where(l => l.OwnerId == owner && l.Number == number).Select(l => (Guid?)l.Id).SingleOrDefaultAsync() is not { } id || await LoanWriting.Locked(work, id) is not { } loan || loan.DisbursedOn is not { } from)
        {
            return;
        }

        var (events, reference) = (await LoanWriting.Events(work, id), $"receipt-{happened.RootId}");
        var standing = events.FindLast(e => e.UndoneOn is null && e.Reference.StartsWith(reference, StringComparison.Ordinal));
        if (happened.Kind == "ReceiptArrived" && standing is null)
        {
            var taken = events.Count(e => e.Reference.StartsWith(reference, StringComparison.Ordinal));
            var fen = Fen($"{said["amount"]}");
            if (await SameMoney.Doubted(work, loan, happened.RootId) is not null)
            {
                return;
            }

            var cash = entry is null || $"{said["counter"]}" is not { Length: > 0 } counter ? LoanBook.Cash : counter;
            if (SameMoney.Typed(events, fen, day, desk) is { } twin)
            {
                // It waits at the bank's collection account until somebody says whether it is the money typed in before.
                await SameMoney.Doubt(work, desk, loan, new() { LoanId = id, ReceiptId = happened.RootId, Fen = fen, Day = day, Cash = cash, EntryId = entry, Twin = twin, State = "open", At = Instant.Now(desk.Clock), SettledBy = "" });
                return;
            }

            if (await LoanWriting.Keep(work, desk, loan, events, [new(EventKinds.Receipt, OpenLoan.Later(day, from), fen, [], cash, taken == 0 ? reference : $"{reference}-{taken + 1}")]) is { } refusal)
            {
                throw new InvalidOperationException($"Loan {loan.Number} cannot take its receipt: {refusal.Code} {refusal.Message.En}");
            }
        }
        else if (happened.Kind == "ReceiptUndone" && await SameMoney.Doubted(work, loan, happened.RootId) is { State: "open" } doubt)
        {
            doubt.State = "withdrawn";
            await work.SaveChangesAsync();
        }
        else if (happened.Kind == "ReceiptUndone" && standing is not null)
        {
            (standing.UndoneOn, loan.Backdated) = (desk.Today, standing.Effective <= loan.ClosedDay ? 1 : loan.Backdated);
            LoanWriting.Touch(work, desk, loan);
            await work.SaveChangesAsync();
        }
    }

    private static long Fen(string yuan) => (long)(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture) * 100m);
}
