using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Differences;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.Hearings;

/// <summary>
/// Takes what a bank says of payments into their states, history, books and sources, inside one work: all of a file or none of it.
/// </summary>
internal sealed class PaymentHearing(ZhirongContext work, PaymentDesk desk, Guid? file)
{
    private static readonly string[] Answered = [DifferenceWords.Amount, DifferenceWords.PayeeName, DifferenceWords.PayeeAccount];

    private readonly Dictionary<Guid, Heard> attempts = [];
    private readonly HashSet<Guid> touched = [];
    private readonly List<HeardItem> items = [];
    private readonly DifferenceBook differences = new(work, desk);
    private readonly Dictionary<Guid, List<PayQuery>> queries = [];

    /// <summary>What became of what was said, in the order it was said.</summary>
    public IReadOnlyList<HeardItem> Items => items;

    /// <summary>Batches that were changed.</summary>
    public IReadOnlyCollection<Guid> Batches => [.. touched.Select(id => attempts[id].Batch.Id).Distinct()];

    public Heard? Of(Guid attempt) => attempts.GetValueOrDefault(attempt);

    /// <summary>Loads attempts to be heard, their batches kept from everybody else.</summary>
    public async Task Load(IReadOnlyCollection<Guid> ids)
    {
        List<Guid> missing = [.. ids.Where(id => !attempts.ContainsKey(id)).Distinct()];
        if (missing.Count == 0)
        {
            return;
        }

        var batches = await work.Attempts().Where(a => missing.Contains(a.Id)).Join(work.Set<PayItem>(), a => a.ItemId, i => i.Id, (a, i) => i.BatchId).Distinct().ToListAsync();
        work.LockBatches(batches);
        var rows = await work.Set<PayBatch>().Where(b => batches.Contains(b.Id)).ToDictionaryAsync(b => b.Id);
        var payers = rows.Values.Select(b => b.AccountId).ToList();
        var accounts = await work.Set<PayAccount>().IgnoreQueryFilters().Where(a => payers.Contains(a.Id)).AsNoTracking().ToDictionaryAsync(a => a.Id);
        var found = await work.Set<PayAttempt>().Where(a => missing.Contains(a.Id)).ToListAsync();
        var itemIds = found.Select(a => a.ItemId).ToList();
        var own = await work.Set<PayItem>().Where(i => itemIds.Contains(i.Id)).ToDictionaryAsync(i => i.Id);
        foreach (var attempt in found.Where(a => rows.ContainsKey(own[a.ItemId].BatchId)))
        {
            var batch = rows[own[attempt.ItemId].BatchId];
            attempts[attempt.Id] = new(attempt, own[attempt.ItemId], batch, accounts[batch.AccountId]);
        }

        await differences.Load(missing.Select(RowValues.Of));
        foreach (var query in await work.Set<PayQuery>().Where(q => missing.Contains(q.AttemptId) && q.Answer == null).ToListAsync())
        {
            queries.TryAdd(query.AttemptId, []);
            queries[query.AttemptId].Add(query);
        }
    }

    /// <summary>Hears one thing said. Loaded before.</summary>
    /// <param name="trusted">A person has looked at name and account: they are not compared again.</param>
    public async Task Hear(Guid id, Said said, bool trusted = false)
    {
        var heard = attempts[id];
        var (attempt, item) = (heard.Attempt, heard.Item);
        touched.Add(id);
        if (await Differs(heard, said, trusted))
        {
            await Doubt(heard);
            Note(heard, StepWords.Differs, said, "differs");
            return;
        }

        var before = PaymentWords.State(attempt.State);
        var age = said.Age(attempt);
        var hearing = PaymentStates.Hear(before, said.Status, age);
        if (hearing.Heed is Heed.Moved or Heed.Contradiction)
        {
            await Move(heard, said, hearing);
        }

        if (age != Age.Older)
        {
            Queries(attempt, said);
        }

        attempt.HeardAt = said.At is { } at && (attempt.HeardAt is null || at > attempt.HeardAt) ? at : attempt.HeardAt;
        if (hearing.Heed == Heed.Contradiction)
        {
            await Differ(heard, DifferenceWords.Contradiction, before.Word(), said.Status.Word());
            await Doubt(heard);
        }

        Note(heard, Steps[(int)hearing.Heed], said, Heeds[(int)hearing.Heed]);
    }

    /// <summary>Posts, settles the sources, sums the batches, and saves.</summary>
    public async Task Finish()
    {
        await work.SaveChangesAsync();
        List<Heard> all = [.. touched.Select(id => attempts[id])];
        await Post(all);
        PaymentsTold.Heard(work, desk, all);
        await SourceUses.Use(work, all.Where(h => h.Item.State == "settled").Select(h => h.Item));
        await SourceUses.Release(work, all.Where(h => h.Item.State is "rejected" or "returned").Select(h => h.Item));
        foreach (var batch in all.Select(h => h.Batch).Distinct())
        {
            batch.Sum(await work.ItemsOf(batch.Id));
            batch.Touch(desk);
        }

        await work.SaveChangesAsync();
    }

    /// <summary>Posts again what the books refused before; as many as were.</summary>
    public async Task<int> PostAgain()
    {
        var all = attempts.Values.Where(h => h.Attempt.Unposted == 1).ToList();
        var posted = await Post(all);
        PaymentsTold.Heard(work, desk, all);
        all.Select(h => h.Batch).Distinct().ToList().ForEach(b => b.Touch(desk));
        await work.SaveChangesAsync();
        return posted;
    }

    private async Task<int> Post(IReadOnlyList<Heard> all)
    {
        var posted = PaymentPosting.Post(work, desk, all);
        foreach (var heard in posted)
        {
            work.Step(desk, heard.Batch.Id, StepWords.Posted, $"{heard.Attempt.ReversalId ?? heard.Attempt.EntryId}", heard.Item.Id);
        }

        foreach (var heard in all)
        {
            var subject = RowValues.Of(heard.Attempt.Id);
            if (heard.Attempt.Unposted == 1)
            {
                work.Step(desk, heard.Batch.Id, StepWords.NotPosted, heard.Attempt.UnpostedWhy!, heard.Item.Id);
                await differences.Record(heard.Batch.OwnerId, desk.Today, new(DifferenceWords.Unposted, heard.Account.Id, "attempt", subject, heard.Subject, "—", $"{heard.Attempt.State} {Money.FenText(heard.Item.Fen)} · {heard.Attempt.UnpostedWhy}"));
            }
            else
            {
                differences.Close(subject, [DifferenceWords.Unposted]);
            }
        }

        return posted.Count;
    }

    private static readonly string[] Steps = [StepWords.Heard, StepWords.Repeated, StepWords.Behind, StepWords.Contradiction, StepWords.Differs];
    private static readonly string[] Heeds = ["moved", "repeated", "behind", "contradiction", "not_sent"];

    private async Task Move(Heard heard, Said said, Model.Hearing hearing)
    {
        var (attempt, item) = (heard.Attempt, heard.Item);
        var latest = attempt.N == item.Attempts;
        attempt.State = hearing.To.Word();
        attempt.Absent = 0;
        attempt.ReasonCode = said.ReasonCode;
        attempt.ReasonText = said.ReasonText?.Length > 300 ? said.ReasonText[..300] : said.ReasonText;
        attempt.BankReference = said.BankReference ?? attempt.BankReference;
        if (hearing.To == PaymentState.Returned)
        {
            attempt.ReturnedOn = said.Booked;
        }
        else
        {
            attempt.Booked = said.Booked ?? attempt.Booked;
        }

        var others = item.Attempts > 1 ? await work.Set<PayAttempt>().Where(a => a.ItemId == item.Id && a.Id != attempt.Id).ToListAsync() : [];
        await Alive(heard, latest, others);
        if (others.Any(o => o.State == "settled"))
        {
            // Whatever becomes of this attempt: another one has paid the item.
            item.State = "settled";
        }
        else if (latest || hearing.To == PaymentState.Settled)
        {
            await Withdraw(heard);
            item.State = attempt.State;
        }

        if (others.Count > 0)
        {
            // One attempt's end is stored before another's life: the database looks at each.
            await work.SaveChangesAsync();
        }

        if (hearing.Posting != Posting.None)
        {
            differences.Close(RowValues.Of(attempt.Id), Answered);
            item.Differing = item.Differing == 1 && await StillDiffers(item.Id) ? 1 : 0;
        }
    }

    /// <summary>At most one attempt of an item is alive; an earlier one that settles beside another is the worst that can happen, and is said so.</summary>
    private async Task Alive(Heard heard, bool latest, IReadOnlyList<PayAttempt> others)
    {
        var attempt = heard.Attempt;
        var final = attempt.State is "rejected" or "returned";
        var other = !final && !latest && others.Any(o => o.Live == 1);
        attempt.Live = final || other ? 0 : 1;
        if (other)
        {
            await Differ(heard, DifferenceWords.PaidTwice, $"{heard.Item.Attempts}", $"{attempt.N} {attempt.State}");
            await Doubt(heard);
        }
    }

    /// <summary>A further attempt asked for and not sent falls when the one before may be paid after all.</summary>
    private async Task Withdraw(Heard heard)
    {
        if (heard.Item.RetriedBy is not null && heard.Attempt.State is not ("rejected" or "returned"))
        {
            await ReopenBatch.Withdraw(work, heard.Batch, [heard.Item], desk);
        }
    }

    private async Task<bool> Differs(Heard heard, Said said, bool trusted)
    {
        if (said.Status is not (AnswerStatus.Settled or AnswerStatus.Returned or AnswerStatus.Accepted))
        {
            return false;
        }

        var (attempt, item) = (heard.Attempt, heard.Item);
        var differs = false;
        async Task Told(string kind, string ours, string theirs)
        {
            differs |= (await Differ(heard, kind, ours, theirs, said)).State == DifferenceWords.Open;
        }

        if (said.Fen is { } fen && fen != item.Fen)
        {
            await Told(DifferenceWords.Amount, Money.FenText(item.Fen), Money.FenText(fen));
        }

        if (!trusted && said.PayeeName is { Length: > 0 } name && !Names.Same(attempt.PayeeName, name))
        {
            await Told(DifferenceWords.PayeeName, attempt.PayeeName, name);
        }

        if (!trusted && said.PayeeAccount is { Length: > 0 } account && !Names.SameAccount(attempt.PayeeAccount, account))
        {
            await Told(DifferenceWords.PayeeAccount, attempt.PayeeAccount, account);
        }

        return differs;
    }

    private Task<PayDifference> Differ(Heard heard, string kind, string ours, string theirs, Said? held = null) => differences.Record(
        heard.Batch.OwnerId, desk.Today, new(kind, heard.Account.Id, "attempt", RowValues.Of(heard.Attempt.Id), heard.Subject, ours, theirs, held is null ? null : JsonSerializer.Serialize(held, WebJson.Options)));

    /// <summary>An item in doubt is not paid again; a further attempt not yet sent falls.</summary>
    private async Task Doubt(Heard heard)
    {
        heard.Item.Differing = 1;
        if (heard.Item.RetriedBy is not null)
        {
            await ReopenBatch.Withdraw(work, heard.Batch, [heard.Item], desk);
        }
    }

    /// <summary>Whether a difference about any attempt of the item still forbids paying it.</summary>
    private async Task<bool> StillDiffers(Guid item)
    {
        List<string> siblings = [.. (await work.Set<PayAttempt>().Where(a => a.ItemId == item).Select(a => a.Id).ToListAsync()).Select(RowValues.Of)];
        await differences.Load(siblings);
        return differences.Forbids(siblings);
    }

    /// <summary>Whatever the bank says is its answer to whoever asked.</summary>
    private void Queries(PayAttempt attempt, Said said)
    {
        foreach (var query in queries.GetValueOrDefault(attempt.Id) ?? [])
        {
            (query.Answer, query.AnswerNote, query.AnsweredAt, query.AnsweredBy) = (said.Status.Word(), said.Text, Instant.Now(desk.Clock), work.Viewer.Person);
        }

        queries.Remove(attempt.Id);
    }

    private void Note(Heard heard, string step, Said said, string heed)
    {
        var state = PaymentWords.State(heard.Attempt.State);
        work.Step(desk, heard.Batch.Id, step, said.Text, heard.Item.Id, state, file);
        items.Add(new(heard.Batch.Id, heard.Batch.Code, heard.Item.N, heard.Attempt.EndToEndId, heard.Item.PayeeName, Money.FenText(heard.Item.Fen), said.Status.Word(), heed, state.Word(), said.Fen is { } fen && fen != heard.Item.Fen ? Money.FenText(fen) : null));
    }
}
