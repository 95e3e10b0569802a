using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Payments.Differences;

/// <summary>
/// 日终清点: compares, for one day, what our books and records say of an account with what the bank says, and names every difference.
/// Counting again finds the same; a difference that is no longer there is closed.
/// </summary>
internal sealed class DailyCount(ZhirongContext work, PaymentDesk desk, DateOnly day)
{
    /// <summary>Those a count finds by itself, and therefore closes when they are gone.</summary>
    private static readonly string[] Counted =
    [
        DifferenceWords.Unanswered, DifferenceWords.UnmatchedLine, DifferenceWords.UseWithoutSource, DifferenceWords.MissingReceipt, DifferenceWords.MissingPayment, DifferenceWords.Balance, DifferenceWords.LoanBalance, DifferenceWords.MissingBalance, DifferenceWords.Unposted,
    ];

    private readonly DifferenceBook book = new(work, desk);
    private readonly HashSet<Guid> seen = [];

    /// <summary>Counts all own accounts of the viewer's organisation; how many differences stand open for the day.</summary>
    public async Task<int> Run()
    {
        var owner = work.Viewer.Organisation;
        foreach (var account in await work.Set<PayAccount>().AsNoTracking().Where(a => a.OwnerId == owner && a.Role == UseCases.AddAccount.Own && a.Active == 1).OrderBy(a => a.Id).ToListAsync())
        {
            await Balance(account);
            await Lines(account);
            await Receipts(account);
            await Payments(account);
        }

        await Loans(owner);
        await work.SaveChangesAsync();
        var gone = await work.Set<PayDifference>().Where(d => d.OwnerId == owner && d.State == DifferenceWords.Open && d.Day <= day && Counted.Contains(d.Kind)).ToListAsync();
        foreach (var row in gone.Where(d => !seen.Contains(d.Id) && (d.Kind is not (DifferenceWords.Balance or DifferenceWords.LoanBalance or DifferenceWords.MissingBalance) || d.Day == day)))
        {
            (row.State, row.DecidedAt, row.DecidedBy) = (DifferenceWords.Gone, Instant.Now(desk.Clock), work.Viewer.Person);
            row.Version++;
        }

        await work.SaveChangesAsync();
        return await work.Set<PayDifference>().CountAsync(d => d.OwnerId == owner && d.State == DifferenceWords.Open);
    }

    private async Task Balance(PayAccount account)
    {
        if (account.BookId is not { } ledger || BookDoor.Balance(work, ledger, account.BookAccount!, day) is not { } ours)
        {
            return;
        }

        var theirs = await work.Set<PayBalance>().AsNoTracking().SingleOrDefaultAsync(b => b.OwnerId == account.OwnerId && b.Kind == "account" && b.Subject == account.Number && b.Day == day);
        if (theirs is null)
        {
            await See(account.OwnerId, account.Id, DifferenceWords.MissingBalance, "account", $"{account.Id}", account.Number, $"{ours}", "—");
        }
        else if (theirs.Fen != ours.Fen)
        {
            await See(account.OwnerId, account.Id, DifferenceWords.Balance, "account", $"{account.Id}", account.Number, $"{ours}", Money.FenText(theirs.Fen));
        }
    }

    private async Task Lines(PayAccount account)
    {
        foreach (var line in await work.Set<PayLine>().AsNoTracking().Where(l => l.AccountId == account.Id && l.State == "open" && l.Day <= day).OrderBy(l => l.Id).ToListAsync())
        {
            var kind = account.ClosedLoop == 1 && line.Fen < 0 ? DifferenceWords.UseWithoutSource : DifferenceWords.UnmatchedLine;
            await See(account.OwnerId, account.Id, kind, "line", RowValues.Of(line.Id), $"{account.Number} {PaymentRefusals.Day(line.Day)} {line.Reference}".Trim(), "—", $"{Money.FenText(line.Fen)} {line.Name} {line.Text}".Trim());
        }
    }

    private async Task Receipts(PayAccount account)
    {
        foreach (var receipt in await work.Set<PayReceipt>().AsNoTracking().Where(r => r.AccountId == account.Id && ((r.State == "expected" && r.Due <= day) || r.Unposted == 1)).OrderBy(r => r.Id).ToListAsync())
        {
            var (id, name) = (RowValues.Of(receipt.Id), $"{receipt.PayerName} {receipt.Purpose} {receipt.LoanNo}".Trim());
            await (receipt.Unposted == 1
                ? See(account.OwnerId, account.Id, DifferenceWords.Unposted, "receipt", id, name, "—", $"{Money.FenText(receipt.Fen)} · {receipt.UnpostedWhy}")
                : See(account.OwnerId, account.Id, DifferenceWords.MissingReceipt, "receipt", id, name, $"{PaymentRefusals.Day(receipt.Due)} {Money.FenText(receipt.Fen)}", "—"));
        }
    }

    /// <summary>Payments the bank has not answered finally, and paid ones that no line shows though the account's statements reach past their day.</summary>
    private async Task Payments(PayAccount account)
    {
        var reach = await work.Set<PayStatement>().Where(s => s.AccountId == account.Id && s.Trusted == 1 && s.ToDay != null).MaxAsync(s => s.ToDay);
        var rows = await work.Set<PayAttempt>().AsNoTracking()
            .Join(work.Set<PayItem>(), a => a.ItemId, i => i.Id, (a, i) => new { a, i }).Join(work.Set<PayBatch>().Where(b => b.AccountId == account.Id), x => x.i.BatchId, b => b.Id, (x, b) => new { x.a, x.i.N, x.i.PayeeName, x.i.Fen, b.Code })
            .Where(x => x.a.Unposted == 1 || ((x.a.State == "sent" || x.a.State == "accepted" || x.a.State == "unknown") && x.a.Absent == 0 && x.a.ValueDate <= day) || (x.a.State == "settled" && !work.Set<PayLine>().Any(l => l.MatchId == x.a.Id && l.MatchKind == "paid")))
            .OrderBy(x => x.a.Id).ToListAsync();
        foreach (var row in rows)
        {
            var (id, name, amount) = (RowValues.Of(row.a.Id), $"{row.Code} #{row.N} {row.PayeeName}", Money.FenText(row.Fen));
            if (row.a.Unposted == 1)
            {
                await See(account.OwnerId, account.Id, DifferenceWords.Unposted, "attempt", id, name, "—", $"{row.a.State} {amount} · {row.a.UnpostedWhy}");
            }

            if (row.a.State is "sent" or "accepted" or "unknown")
            {
                await See(account.OwnerId, account.Id, DifferenceWords.Unanswered, "attempt", id, name, $"{PaymentRefusals.Day(row.a.ValueDate)} {amount}", PaymentWords.State(row.a.State).Title().Zh);
            }
            else if (row.a.State == "settled" && (row.a.Booked ?? row.a.ValueDate) is var booked && booked <= day && reach is { } last && booked <= last)
            {
                await See(account.OwnerId, account.Id, DifferenceWords.MissingPayment, "attempt", id, name, $"{PaymentRefusals.Day(booked)} {amount}", "—");
            }
        }
    }

    /// <summary>Loans named by the core system's balances of the day: what was paid out less what came back, beside what it says.</summary>
    private async Task Loans(Guid owner)
    {
        var stated = await work.Set<PayBalance>().AsNoTracking().Where(b => b.OwnerId == owner && b.Kind == "loan" && b.Day == day).OrderBy(b => b.Subject).ToListAsync();
        var loans = stated.Select(b => b.Subject).ToList();
        var paid = (await work.Set<PayAttempt>().Where(a => a.State == "settled" && (a.Booked == null || a.Booked <= day)).Join(work.Items().Where(i => i.LoanNo != null && loans.Contains(i.LoanNo)), a => a.ItemId, i => i.Id, (a, i) => new { i.LoanNo, i.Fen }).ToListAsync()).ToLookup(p => p.LoanNo!, p => p.Fen);
        var received = (await work.Set<PayReceipt>().Where(r => r.State == "received" && r.LoanNo != null && loans.Contains(r.LoanNo) && r.ReceivedOn <= day).Select(r => new { r.LoanNo, r.Fen }).ToListAsync()).ToLookup(r => r.LoanNo!, r => r.Fen);
        foreach (var balance in stated)
        {
            var ours = paid[balance.Subject].Sum() - received[balance.Subject].Sum();
            if (ours != balance.Fen)
            {
                await See(owner, null, DifferenceWords.LoanBalance, "loan", balance.Subject, balance.Subject, Money.FenText(ours), Money.FenText(balance.Fen));
            }
        }
    }

    private async Task See(Guid owner, Guid? account, string kind, string subjectKind, string subjectId, string subject, string ours, string theirs) =>
        seen.Add((await book.Record(owner, day, new(kind, account, subjectKind, subjectId, subject, ours, theirs))).Id);
}
