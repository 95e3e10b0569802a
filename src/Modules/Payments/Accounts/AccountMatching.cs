using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Differences;
using Zhirong.Modules.Payments.Hearings;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Reconciling;
using Zhirong.Modules.Payments.Statements;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Payments.Accounts;

/// <param name="Matched">Lines that stand for a payment or a receipt now.</param>
/// <param name="Differing">Lines that stand for one and differ from it.</param>
/// <param name="Open">Lines that stand for nothing known.</param>
/// <param name="Settled">Payments that count as paid by a line.</param>
public sealed record MatchTally(int Matched, int Differing, int Open, int Settled);

/// <summary>
/// Brings an account's open lines together with payments and expected receipts. A line with a payment's own id or bank reference is
/// the bank's word that it is paid; likeness of amount, day and name alone settles nothing that no answer has settled before.
/// </summary>
internal sealed class AccountMatching(ZhirongContext work, PaymentDesk desk, PayAccount account, Guid? file)
{
    private static readonly string[] Keys = ["end_to_end", "reference", "loan", "amount_date_name", "amount_date_account"];

    /// <summary>Differences that end when a line is matched.</summary>
    public static IReadOnlyList<string> OfLines { get; } = [DifferenceWords.DifferingLine, DifferenceWords.UnmatchedLine, DifferenceWords.LineTwice, DifferenceWords.UseWithoutSource];

    private readonly PaymentHearing hearing = new(work, desk, file);
    private readonly DifferenceBook differences = new(work, desk);
    private Dictionary<Guid, PayLine> lines = [];
    private Dictionary<Guid, PayReceipt> receipts = [];

    public async Task<MatchTally> Run()
    {
        lines = await work.Set<PayLine>().Where(l => l.AccountId == account.Id && (l.State == LineStates.Open || l.State == LineStates.Differing)).ToDictionaryAsync(l => l.Id);
        receipts = await work.Set<PayReceipt>().Where(r => r.AccountId == account.Id && r.State == "expected").ToDictionaryAsync(r => r.Id);
        await differences.Load(lines.Keys.Select(RowValues.Of));
        await ByOwnIds();
        var attempts = await Unmatched();
        await hearing.Load([.. attempts.Select(a => a.Id)]);
        var outcome = Reconciliation.Of(
            lines.Values.Where(l => l.State != LineStates.Matched).Select(l => new KeptLine(l.Id, Statement(l))),
            [.. attempts.Select(a => Expected(hearing.Of(a.Id)!)), .. receipts.Values.Select(Expected)],
            ReconciliationTolerance.Usual);
        foreach (var pair in outcome.Matched)
        {
            await Matched(pair);
        }

        foreach (var pair in outcome.Differing)
        {
            // Late is still paid: a payment's own id says more than the day it was expected.
            await (pair.Differences == Reconciling.Differences.Date && pair.Key <= MatchKey.Reference ? Matched(pair) : Differing(pair));
        }

        foreach (var twice in outcome.UnmatchedLines.Where(l => l.Reason == LineReason.Twice))
        {
            await Differ(lines[twice.Line.Id], DifferenceWords.LineTwice, "1", "2");
        }

        var settled = hearing.Items.Count(i => i.Heed == "moved");
        await hearing.Finish();
        await work.SaveChangesAsync();
        return new(lines.Values.Count(l => l.State == LineStates.Matched), lines.Values.Count(l => l.State == LineStates.Differing), lines.Values.Count(l => l.State == LineStates.Open), settled);
    }

    /// <summary>Lines that carry the id of a payment another line stands for already: money that came back, or was taken twice.</summary>
    private async Task ByOwnIds()
    {
        var ids = lines.Values.Where(l => l.EndToEndId is not null).Select(l => l.EndToEndId!).Distinct().ToList();
        var attempts = (await work.Attempts().Where(a => ids.Contains(a.EndToEndId)).Select(a => new { a.Id, a.EndToEndId }).ToListAsync()).ToDictionary(a => a.EndToEndId, a => a.Id);
        var known = attempts.Values.ToList();
        var taken = (await work.Set<PayLine>().AsNoTracking().Where(l => l.MatchId != null && known.Contains(l.MatchId.Value)).Select(l => new { l.MatchId, l.MatchKind }).ToListAsync()).Select(l => (l.MatchId!.Value, l.MatchKind)).ToHashSet();
        await hearing.Load(known);
        foreach (var line in lines.Values.Where(l => l.EndToEndId is not null && attempts.ContainsKey(l.EndToEndId)).OrderBy(l => l.Day).ThenBy(l => l.N))
        {
            var attempt = attempts[line.EndToEndId!];
            if (line.Fen > 0 && taken.Add((attempt, LineStates.Back)))
            {
                await CameBack(line, attempt);
            }
            else if (line.Fen > 0 || taken.Contains((attempt, LineStates.Paid)))
            {
                await Differ(line, DifferenceWords.LineTwice, "1", "2");
            }
        }
    }

    private async Task CameBack(PayLine line, Guid attempt)
    {
        var heard = hearing.Of(attempt)!;
        if (heard.Batch.AccountId != account.Id)
        {
            return;
        }

        await hearing.Hear(attempt, Said(line, AnswerStatus.Returned) with { PayeeName = null, PayeeAccount = null });
        if (line.Fen == heard.Item.Fen)
        {
            Match(line, LineStates.Back, attempt, Keys[0], settling: true);
        }
        else
        {
            await Differ(line, DifferenceWords.DifferingLine, Money.FenText(heard.Item.Fen), Money.FenText(line.Fen));
        }
    }

    /// <summary>Payments of the account that may be on a statement and no line stands for yet.</summary>
    private Task<List<PayAttempt>> Unmatched() => work.Set<PayAttempt>().AsNoTracking()
        .Where(a => work.Set<PayItem>().Any(i => i.Id == a.ItemId && work.Set<PayBatch>().Any(b => b.Id == i.BatchId && b.AccountId == account.Id)))
        .Where(a => !work.Set<PayLine>().Any(l => l.MatchId == a.Id && l.MatchKind == LineStates.Paid)).ToListAsync();

    private async Task Matched(Pair pair)
    {
        var line = lines[pair.Line.Id];
        if (receipts.TryGetValue(pair.Expected.Id, out var receipt))
        {
            Match(line, LineStates.Receipt, receipt.Id, Keys[(int)pair.Key]);
            ReceiptPosting.Arrive(work, desk, receipt, line, account);
            return;
        }

        var heard = hearing.Of(pair.Expected.Id)!;
        var paid = heard.Attempt.State is "settled" or "returned";
        if (!paid && pair.Key > MatchKey.Reference)
        {
            return;
        }

        Match(line, LineStates.Paid, heard.Attempt.Id, Keys[(int)pair.Key], settling: !paid);
        if (!paid)
        {
            await hearing.Hear(heard.Attempt.Id, Said(line, AnswerStatus.Settled));
        }
    }

    private async Task Differing(Pair pair)
    {
        var line = lines[pair.Line.Id];
        if (hearing.Of(pair.Expected.Id) is { } heard && pair.Key <= MatchKey.Reference && heard.Attempt.State is not ("settled" or "returned"))
        {
            await hearing.Hear(heard.Attempt.Id, Said(line, AnswerStatus.Settled));
        }

        await Differ(line, DifferenceWords.DifferingLine, Text(pair.Expected.Date, pair.Expected.Amount.Fen, pair.Expected.CounterpartyName), Text(line.Day, line.Fen, line.Name));
    }

    private static string Text(DateOnly day, long fen, string? name) => $"{PaymentRefusals.Day(day)} {Money.FenText(fen)} {name}".Trim();

    private async Task Differ(PayLine line, string kind, string ours, string theirs)
    {
        line.State = LineStates.Differing;
        await differences.Record(account.OwnerId, desk.Today, new(kind, account.Id, "line", RowValues.Of(line.Id), $"{account.Number} {PaymentRefusals.Day(line.Day)} {line.Reference}".Trim(), ours, theirs));
    }

    private void Match(PayLine line, string kind, Guid id, string key, bool settling = false)
    {
        (line.State, line.MatchKind, line.MatchId, line.MatchKey, line.Settling) = (LineStates.Matched, kind, id, key, settling ? 1 : 0);
        (line.DecidedBy, line.DecidedAt) = (work.Viewer.Person, Instant.Now(desk.Clock));
        differences.Close(RowValues.Of(line.Id), OfLines);
    }

    public static Said Said(PayLine line, AnswerStatus status) => new(status, null, Math.Abs(line.Fen), line.Name, line.Counterparty, null, null, line.Reference, line.Day, $"line {line.N}");

    public static ExpectedPayment Expected(Heard heard) => new()
    {
        Id = heard.Attempt.Id,
        Date = heard.Attempt.Booked ?? heard.Attempt.ValueDate,
        Amount = Money.OfFen(-heard.Item.Fen),
        CounterpartyName = heard.Attempt.PayeeName,
        CounterpartyAccount = heard.Attempt.PayeeAccount,
        EndToEndId = heard.Attempt.EndToEndId,
        Reference = heard.Attempt.BankReference,
        LoanNo = heard.Item.LoanNo,
    };

    private static ExpectedPayment Expected(PayReceipt receipt) => new()
    {
        Id = receipt.Id,
        Date = receipt.Due,
        Amount = Money.OfFen(receipt.Fen),
        CounterpartyName = receipt.PayerName,
        CounterpartyAccount = receipt.PayerAccount,
        LoanNo = receipt.LoanNo,
    };

    private static StatementLine Statement(PayLine line) => new()
    {
        Number = line.N,
        Date = line.Day,
        ValueDate = line.ValueDay,
        Amount = Money.OfFen(line.Fen),
        Reversal = line.Reversal == 1,
        CounterpartyName = line.Name,
        CounterpartyAccount = line.Counterparty,
        Reference = line.Reference,
        EndToEndId = line.EndToEndId,
        LoanNo = line.LoanNo,
        Text = line.Text,
        Place = "",
    };
}
