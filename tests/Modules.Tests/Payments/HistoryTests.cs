using Microsoft.EntityFrameworkCore;
using Xunit;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Payments;

/// <summary>Hard histories of payments: nothing is paid before the bank says so, and nothing twice.</summary>
public sealed class HistoryTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Batch_FromDraftToSettled_IsPostedOnlyWhenTheBankSaysSo(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var batch = (await bench.TryMake(bench.Request(PaymentBench.Item("600000.00"), PaymentBench.Item("100000.01", "余姚甲公司", "9001")))).Value.Id;
        Assert.Equal("PAY-0201", (await bench.TrySend(batch)).Refusals[0].Code);
        Assert.Equal("PAY-0201", (await bench.TryApprove(batch)).Refusals[0].Code);
        Assert.True((await bench.TryCheck(batch)).Ok);
        Assert.Equal("PAY-0204", (await bench.TryApprove(batch, PaymentBench.Maker)).Refusals[0].Code);
        Assert.Equal("PAY-0201", (await bench.TrySend(batch)).Refusals[0].Code);
        Assert.True((await bench.TryApprove(batch)).Ok);
        Assert.True((await bench.TrySend(batch)).Ok);
        Assert.Equal(("sent sent", "1000000.00"), (await bench.States(batch), await bench.Balance()));
        var attempts = await bench.Attempts(batch);
        await bench.Hear(1, [.. attempts.Select(a => PaymentBench.Said(a.EndToEndId, AnswerStatus.Accepted))]);
        Assert.Equal(("accepted accepted", "1000000.00"), (await bench.States(batch), await bench.Balance()));
        await bench.Hear(2, PaymentBench.Said(attempts[0].EndToEndId, AnswerStatus.Settled, "600000.00", "宁波德塔森特数据科技有限公司", "L1"));
        Assert.Equal(("settled accepted", "400000.00", "600000.00"), (await bench.States(batch), await bench.Balance(), await bench.Balance("130301")));
        await bench.Hear(3, PaymentBench.Said(attempts[1].EndToEndId, AnswerStatus.Settled, "100000.01"));
        Assert.Equal("299999.99", await bench.Balance());
        await using var read = bench.Test.Store.Read(PaymentBench.Maker);
        var done = await read.Set<PayBatch>().SingleAsync(b => b.Id == batch, TestContext.Current.CancellationToken);
        Assert.Equal(("settled", 70_000_001L, "经办小王", "复核老李"), (done.State, done.SettledFen, done.MadeBy, done.ApprovedBy));
        Assert.Equal(["made", "confirmed", "confirmed", "checked", "approved", "sent", "sent", "sent", "heard", "heard", "heard", "posted", "heard", "posted"], await read.Set<PayStep>().Where(s => s.BatchId == batch).OrderBy(s => s.Id).Select(s => s.What).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Answers_ResentLateAndOutOfOrder_CountOnce(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var batch = await bench.Sent(PaymentBench.Item("100.00"));
        var id = (await bench.Attempts(batch))[0].EndToEndId;
        var settled = PaymentBench.Said(id, AnswerStatus.Settled, "100.00", reference: "L9");
        Assert.Equal("moved", (await bench.HearFile("a", 5, settled)).Items[0].Heed);
        var again = await bench.HearFile("a", 5, settled);
        Assert.True(again.Repeated);
        Assert.Equal("moved", again.Items[0].Heed);
        Assert.Equal("repeated", (await bench.HearFile("b", 5, settled)).Items[0].Heed);
        Assert.Equal("behind", (await bench.HearFile("c", 2, PaymentBench.Said(id, AnswerStatus.Accepted))).Items[0].Heed);
        Assert.Equal("behind", (await bench.HearFile("d", null, PaymentBench.Said(id, AnswerStatus.Unknown))).Items[0].Heed);
        Assert.Equal(("settled", "999900.00"), (await bench.States(batch), await bench.Balance()));
        await bench.Hear(9, PaymentBench.Said(id, AnswerStatus.Returned, "100.00"));
        await bench.Hear(9, PaymentBench.Said(id, AnswerStatus.Returned, "100.00"));
        Assert.Equal("behind", (await bench.Hear(10, settled)).Items[0].Heed);
        Assert.Equal(("returned", "1000000.00"), (await bench.States(batch), await bench.Balance()));
        var attempt = (await bench.Attempts(batch))[0];
        Assert.True(attempt is { EntryId: not null, ReversalId: not null, Live: 0 });
    }

    [Fact]
    public async Task Return_HeardBeforeTheSettlement_ShowsBothInTheBook()
    {
        await using var bench = await PaymentBench.Open();
        var batch = await bench.Sent(PaymentBench.Item("100.00"));
        var id = (await bench.Attempts(batch))[0].EndToEndId;
        await bench.Hear(9, PaymentBench.Said(id, AnswerStatus.Returned, "100.00"));
        await bench.Hear(5, PaymentBench.Said(id, AnswerStatus.Settled, "100.00"));
        Assert.Equal(("returned", "1000000.00"), (await bench.States(batch), await bench.Balance()));
        Assert.True((await bench.Attempts(batch))[0] is { EntryId: not null, ReversalId: not null });
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Unknown_QueriedAndNotFound_IsRetriedOnceUnderANewId(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var batch = await bench.Sent(PaymentBench.Item("100.00"), PaymentBench.Item("200.00", "乙公司", "9002"));
        var (first, items) = ((await bench.Attempts(batch))[0], await bench.Items(batch));
        await bench.Hear(1, PaymentBench.Said(first.EndToEndId, AnswerStatus.Unknown));
        var retry = new RetryItemRequest("银行查无此笔");
        Task<string> Retried() => bench.Refused(PaymentBench.Maker, work => RetryItem.Retry(work, items[0].Id, retry, bench.Desk));
        Assert.Equal("PAY-0301", await Retried());
        await bench.Do(PaymentBench.Maker, work => QueryItem.Ask(work, items[0].Id, new("电话 0574-87654321"), bench.Desk));
        Assert.Equal("PAY-0301", await Retried());
        var query = await Query(bench);
        Assert.Equal("PAY-0305", await bench.Refused(PaymentBench.Maker, work => QueryItem.Tell(work, query, new("settled", "柜员"), bench.Desk)));
        Assert.Equal("PAY-0105", await bench.Refused(PaymentBench.Maker, work => QueryItem.Tell(work, query, new("maybe", "柜员"), bench.Desk)));
        await bench.Do(PaymentBench.Maker, work => QueryItem.Tell(work, query, new("absent", "柜员 023：查无此笔"), bench.Desk));
        Assert.Equal("PAY-0304", await bench.Refused(PaymentBench.Maker, work => QueryItem.Tell(work, query, new("absent", "again"), bench.Desk)));
        Assert.Equal("", await Retried());
        Assert.Equal("PAY-0301", await Retried());
        Assert.Equal("checked sent", await bench.States(batch));
        Assert.Equal("PAY-0204", (await bench.TryApprove(batch, PaymentBench.Maker)).Refusals[0].Code);
        Assert.True((await bench.TryApprove(batch)).Ok);
        Assert.True((await bench.TrySend(batch)).Ok);
        Assert.Equal("PAY-0201", (await bench.TrySend(batch)).Refusals[0].Code);
        var attempts = (await bench.Attempts(batch)).Where(a => a.ItemId == items[0].Id).ToList();
        Assert.Equal([(1, "unknown", 0), (2, "sent", 1)], attempts.Select(a => (a.N, a.State, a.Live)));
        Assert.NotEqual(attempts[0].EndToEndId, attempts[1].EndToEndId);
        await bench.Hear(4, PaymentBench.Said(attempts[1].EndToEndId, AnswerStatus.Settled, "100.00"));
        Assert.Equal(("settled sent", "999900.00"), (await bench.States(batch), await bench.Balance()));
        Assert.Equal("PAY-0301", await Retried());
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Unknown_QueriedThenSettledLate_IsNotRetried(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var batch = await bench.Sent(PaymentBench.Item("100.00"));
        var (attempt, item) = ((await bench.Attempts(batch))[0], (await bench.Items(batch))[0]);
        await bench.Do(PaymentBench.Maker, work => QueryItem.Ask(work, item.Id, new("网银查询"), bench.Desk));
        Assert.Equal("unknown", await bench.States(batch));
        var query = await Query(bench);
        await bench.Do(PaymentBench.Maker, work => QueryItem.Tell(work, query, new("absent", "查无此笔"), bench.Desk));
        await bench.Do(PaymentBench.Maker, work => RetryItem.Retry(work, item.Id, new("重付"), bench.Desk));
        Assert.True((await bench.TryApprove(batch)).Ok);
        await bench.Hear(5, PaymentBench.Said(attempt.EndToEndId, AnswerStatus.Settled, "100.00"));
        Assert.Equal("settled", await bench.States(batch));
        Assert.Equal("PAY-0201", (await bench.TrySend(batch)).Refusals[0].Code);
        Assert.Equal("PAY-0301", await bench.Refused(PaymentBench.Maker, work => RetryItem.Retry(work, item.Id, new("重付"), bench.Desk)));
        Assert.Equal("999900.00", await bench.Balance());
        Assert.Contains("retry_withdrawn", await Steps(bench, batch));
        Assert.Equal(1, (await bench.Attempts(batch))[0].Live);
    }

    /// <summary>The bank was wrong: it did not know the payment, and paid it after the retry was sent. Both stand in the book, and it is said.</summary>
    [Fact]
    public async Task Retry_SentBeforeTheFirstSettlesAfterAll_IsNamedAsPaidTwice()
    {
        await using var bench = await PaymentBench.Open();
        var batch = await bench.Sent(PaymentBench.Item("100.00"));
        var (first, item) = ((await bench.Attempts(batch))[0], (await bench.Items(batch))[0]);
        await bench.Do(PaymentBench.Maker, work => QueryItem.Ask(work, item.Id, new("电话"), bench.Desk));
        var query = await Query(bench);
        await bench.Do(PaymentBench.Maker, work => QueryItem.Tell(work, query, new("absent", "查无此笔"), bench.Desk));
        await bench.Do(PaymentBench.Maker, work => RetryItem.Retry(work, item.Id, new("重付"), bench.Desk));
        Assert.True((await bench.TryApprove(batch)).Ok && (await bench.TrySend(batch)).Ok);
        await bench.Hear(5, PaymentBench.Said(first.EndToEndId, AnswerStatus.Settled, "100.00"));
        var second = (await bench.Attempts(batch))[1];
        await bench.Hear(6, PaymentBench.Said(second.EndToEndId, AnswerStatus.Settled, "100.00"));
        Assert.Equal("999800.00", await bench.Balance());
        Assert.Equal("paid_twice", Assert.Single(await bench.Differences()).Kind);
        Assert.Equal("settled*", await bench.States(batch));
    }

    /// <summary>The first settles late, the second is rejected: the item is paid, once, and whoever explains the scare cannot have it paid again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Retry_RejectedAfterTheFirstSettledLate_LeavesTheItemPaid(bool oneFile)
    {
        await using var bench = await PaymentBench.Open();
        var batch = await bench.Sent(PaymentBench.Item("100.00"));
        var (first, item) = ((await bench.Attempts(batch))[0], (await bench.Items(batch))[0]);
        await bench.Hear(1, PaymentBench.Said(first.EndToEndId, AnswerStatus.Rejected));
        await bench.Do(PaymentBench.Maker, work => RetryItem.Retry(work, item.Id, new("重付"), bench.Desk));
        Assert.True((await bench.TryApprove(batch)).Ok && (await bench.TrySend(batch)).Ok);
        var (settled, rejected) = (PaymentBench.Said(first.EndToEndId, AnswerStatus.Settled, "100.00"), PaymentBench.Said((await bench.Attempts(batch))[1].EndToEndId, AnswerStatus.Rejected));
        if (oneFile)
        {
            await bench.Hear(5, rejected, settled);
        }
        else
        {
            await bench.Hear(5, settled);
            await bench.Hear(6, rejected);
        }

        Assert.Equal(("settled*", "999900.00"), (await bench.States(batch), await bench.Balance()));
        foreach (var difference in await bench.Differences())
        {
            await bench.Do(PaymentBench.Checker, work => ExplainDifference.Explain(work, difference.Id, new("已与银行核实", difference.Version), bench.Desk));
        }

        Assert.Equal("settled", await bench.States(batch));
        Assert.Equal("PAY-0301", await bench.Refused(PaymentBench.Maker, work => RetryItem.Retry(work, item.Id, new("重付"), bench.Desk)));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Retry_ByTwentyClerksAtOnce_HappensOnce(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var batch = await bench.Sent(PaymentBench.Item("100.00"));
        var (attempt, item) = ((await bench.Attempts(batch))[0], (await bench.Items(batch))[0]);
        await bench.Hear(1, PaymentBench.Said(attempt.EndToEndId, AnswerStatus.Rejected));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => bench.Refused(PaymentBench.Maker, work => RetryItem.Retry(work, item.Id, new("重付"), bench.Desk)))));
        Assert.Single(outcomes, "");
        Assert.All(outcomes.Where(o => o != ""), o => Assert.Equal("PAY-0301", o));
        Assert.True((await bench.TryApprove(batch)).Ok);
        var sent = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => bench.TrySend(batch))));
        Assert.Single(sent, s => s.Ok);
        Assert.Equal(2, (await bench.Attempts(batch)).Count);
    }

    /// <summary>Two servers on one database, each with its own queue: the batch is locked by whoever comes first.</summary>
    [Fact]
    public async Task Retry_OnTwoServersAtOnce_HappensOnce_AndIsSentOnce()
    {
        await using var bench = await PaymentBench.Open(DatabaseKind.Postgres);
        await using var other = Zhirong.Platform.Storage.Store.Open(bench.Test.Target, TestStore.Rooms);
        var desks = new[] { bench.Desk, PaymentBench.DeskOf(other, bench.Clock) };
        var batch = await bench.Sent(PaymentBench.Item("100.00"));
        var (attempt, item) = ((await bench.Attempts(batch))[0], (await bench.Items(batch))[0]);
        await bench.Hear(1, PaymentBench.Said(attempt.EndToEndId, AnswerStatus.Rejected));
        async Task<string> Retry(int n)
        {
            var desk = desks[n % 2];
            var written = await desk.Store.Commits.Once(PaymentBench.Maker, null, bench.Clock, work => RetryItem.Retry(work, item.Id, new("重付"), desk));
            return written.Refusals is [var first, ..] ? first.Code : "";
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() => Retry(n))));
        Assert.Single(outcomes, "");
        Assert.All(outcomes.Where(o => o != ""), o => Assert.Equal("PAY-0301", o));
        Assert.True((await bench.TryApprove(batch)).Ok);
        async Task<bool> Send(int n)
        {
            var desk = desks[n % 2];
            await using var read = desk.Store.Read(PaymentBench.Maker);
            var instruction = await SendBatch.Write(read, batch, desk);
            return instruction.Ok && (await desk.Store.Commits.Once<PayBatch>(PaymentBench.Maker, null, bench.Clock, async work =>
            {
                var kept = await SendBatch.Keep(work, batch, instruction.Value, desk);
                return kept.Ok ? kept.Value.Batch : Zhirong.Engine.Basics.Result<PayBatch>.Refused(kept.Refusals);
            })).Refusals.Count == 0;
        }

        Assert.Single(await Task.WhenAll(Enumerable.Range(0, 10).Select(n => Task.Run(() => Send(n)))), sent => sent);
        Assert.Equal(2, (await bench.Attempts(batch)).Count);
    }

    /// <summary>The wall below the use cases: the database keeps one attempt of an item alive, whatever a program tries.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Database_WithTwoLiveAttemptsOfOneItem_Refuses(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var attempt = (await bench.Attempts(await bench.Sent(PaymentBench.Item("100.00"))))[0];
        Task<int> Insert(int n, int live) => bench.Test.Store.Commits.Write(PaymentBench.Maker, work => Task.FromResult(work.Session.Execute(
            $"INSERT INTO pay_attempt (id, item_id, n, end_to_end_id, message_id, payee_name, payee_account, state, live, absent, value_date, sent_at, sent_by, unposted) VALUES ('{Guid.CreateVersion7()}', '{attempt.ItemId}', {n}, 'E{n}', 'M', 'x', 'y', 'sent', {live}, 0, '2026-11-30', 1, 'z', 0)")));
        await Assert.ThrowsAnyAsync<Exception>(() => Insert(2, 1));
        await Assert.ThrowsAnyAsync<Exception>(() => Insert(1, 0));
        Assert.Equal(1, await Insert(2, 0));

        // One behind the item's back is seen when the database is verified.
        Assert.Equal([$"payments.attempts: {attempt.ItemId}"], await bench.Broken());
        await bench.Test.Store.Commits.Write(PaymentBench.Maker, work => Task.FromResult(work.Session.Execute("DELETE FROM pay_attempt WHERE end_to_end_id = 'E2'")));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Answer_OfAnotherAmountByAFen_NeverSettles(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var batch = await bench.Sent(PaymentBench.Item("100.00"));
        var (attempt, item) = ((await bench.Attempts(batch))[0], (await bench.Items(batch))[0]);
        var read = await bench.Hear(1, PaymentBench.Said(attempt.EndToEndId, AnswerStatus.Settled, "99.99"));
        Assert.Equal(("differs", "PAY-0307"), (read.Items[0].Heed, read.Findings[0].Code));
        await bench.Hear(2, PaymentBench.Said(attempt.EndToEndId, AnswerStatus.Settled, "100.01"));
        Assert.Equal(("sent*", "1000000.00"), (await bench.States(batch), await bench.Balance()));
        var difference = Assert.Single(await bench.Differences());
        Assert.Equal(("amount", "100.00", "100.01"), (difference.Kind, difference.Ours, difference.Theirs));
        await bench.Hear(3, PaymentBench.Said(attempt.EndToEndId, AnswerStatus.Rejected));
        Assert.Equal("PAY-0302", await bench.Refused(PaymentBench.Maker, work => RetryItem.Retry(work, item.Id, new("重付"), bench.Desk)));
        await bench.Hear(4, PaymentBench.Said(attempt.EndToEndId, AnswerStatus.Settled, "100.00"));
        Assert.Equal("999900.00", await bench.Balance());
        Assert.Equal("contradiction", Assert.Single(await bench.Differences()).Kind);
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Answer_AboutNothingSentFromHere_IsNamedAndChangesNothing(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var batch = await bench.Sent(PaymentBench.Item("100.00"));
        var read = await bench.Hear(1, PaymentBench.Said("NOT-OURS", AnswerStatus.Settled, "100.00"));
        Assert.Equal((0, 1, "PAY-0306"), (read.Items.Count, read.Unknown, read.Findings[0].Code));
        Assert.Equal("sent", await bench.States(batch));
        Assert.Equal("unknown_item", Assert.Single(await bench.Differences()).Kind);
    }

    [Fact]
    public async Task Settled_WhileTheBookLagsBehind_IsPostedLater()
    {
        await using var bench = await PaymentBench.Open();
        var batch = await bench.Sent(PaymentBench.Item("100.00"));
        var attempt = (await bench.Attempts(batch))[0];
        await bench.Hear(1, PaymentBench.Said(attempt.EndToEndId, AnswerStatus.Settled, "100.00", booked: new(2027, 1, 4)));
        Assert.Equal(("settled", "1000000.00"), (await bench.States(batch), await bench.Balance()));
        Assert.Equal("unposted", Assert.Single(await bench.Differences()).Kind);
        Assert.StartsWith("LDG-0107", (await bench.Attempts(batch))[0].UnpostedWhy!, StringComparison.Ordinal);
        await bench.Work(PaymentBench.Maker, work => Task.FromResult(Zhirong.Modules.Ledger.UseCases.MoveBusinessDate.Move(work, bench.Book, new(2027, 1, 31), bench.Clock)));
        await bench.Do(PaymentBench.Maker, work => PostPayments.Post(work, batch, bench.Desk));
        Assert.True((await bench.Attempts(batch))[0] is { EntryId: not null, Unposted: 0 });
        Assert.Empty(await bench.Differences());
        Assert.Equal("PAY-0201", await bench.Refused(PaymentBench.Maker, work => PostPayments.Post(work, batch, bench.Desk)));
    }

    [Fact]
    public async Task Whole_OrderAnswered_CountsForItemsNotNamed()
    {
        await using var bench = await PaymentBench.Open();
        var batch = await bench.Sent(PaymentBench.Item("100.00"), PaymentBench.Item("200.00", "乙公司", "9002"));
        var attempts = await bench.Attempts(batch);
        var answer = PaymentBench.Answer(1, [PaymentBench.Said(attempts[1].EndToEndId, AnswerStatus.Rejected)]) with { OriginalMessageId = attempts[0].MessageId, Whole = new(AnswerStatus.Accepted, "PART", null, null) };
        await bench.Do(PaymentBench.Maker, work => ReadAnswer.Take(work, bench.Desk, "x"u8.ToArray(), "x", [answer], Zhirong.Engine.Basics.Language.Zh));
        Assert.Equal("accepted rejected", await bench.States(batch));
    }

    private static async Task<Guid> Query(PaymentBench bench)
    {
        await using var read = bench.Test.Store.Read(PaymentBench.Maker);
        return (await read.Set<PayQuery>().OrderByDescending(q => q.Id).FirstAsync()).Id;
    }

    private static async Task<List<string>> Steps(PaymentBench bench, Guid batch)
    {
        await using var read = bench.Test.Store.Read(PaymentBench.Maker);
        return await read.Set<PayStep>().Where(s => s.BatchId == batch).OrderBy(s => s.Id).Select(s => s.What).ToListAsync();
    }
}
