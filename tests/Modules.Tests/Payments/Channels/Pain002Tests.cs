using System.Text;
using Xunit;
using Zhirong.Modules.Payments.Channels;

namespace Zhirong.Modules.Tests.Payments.Channels;

public sealed class Pain002Tests
{
    // The first five are all that the oldest version knows.
    private static readonly string[] Codes = ["ACSC", "ACSP", "ACTC", "RJCT", "PDNG", "ACCC", "CANC"];

    [Theory]
    [InlineData("pain.002.001.03")]
    [InlineData("pain.002.001.10")]
    [InlineData("pain.002.001.11")]
    public void Read_WhatABankAnswersToAnyOrder_SaysTheSame(string message) => Seeds.Hold(60, random =>
    {
        var order = Orders.Random(random, PayeeAccountKind.Bank);
        var said = order.Items.Select(i => (Item: i, Status: Codes[random.Next(message == "pain.002.001.03" ? 5 : Codes.Length)], Reason: random.Next(2) == 0 ? "AC04" : null, Text: random.Next(2) == 0 ? "账户 <已销户>" : null)).ToList();
        var text = TestBank.Pain002(message, order, said, said.Select(s => s.Status).Distinct().Count() > 1 ? "PART" : said[0].Status);
        Assert.Equal("", string.Join("; ", Schemas.Faults(message, Encoding.UTF8.GetBytes(text))));
        var answer = Assert.Single(Shelves.Answer(text).Value);
        Assert.Empty(answer.Warnings);
        Assert.Equal((message, "ANSWER-1", order.MessageId, order.Items.Count, order.Total), (answer.Format, answer.MessageId, answer.OriginalMessageId, answer.OriginalCount!.Value, answer.OriginalTotal!.Value));
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.FromHours(8)), answer.CreatedAt);
        Assert.Equal(
            said.Select(s => (s.Item.EndToEndId, Meant(s.Status), s.Status, s.Reason, s.Reason is null ? null : s.Text, (Engine.Basics.Money?)s.Item.Amount, s.Item.PayeeName, s.Item.PayeeAccount)),
            answer.Items.Select(i => (i.EndToEndId, i.Status, i.StatusCode, i.ReasonCode, i.ReasonText, i.Amount, i.PayeeName!, i.PayeeAccount!)));
    });

    [Theory]
    [InlineData("ACCP", AnswerStatus.Accepted)]
    [InlineData("RJCT", AnswerStatus.Rejected)]
    [InlineData("ACSC", AnswerStatus.Settled)]
    [InlineData("RCVD", AnswerStatus.Pending)]
    public void Read_AGroupWithoutItems_SpeaksForTheWhole(string code, AnswerStatus meant)
    {
        var answer = Read(TestBank.Pain002("pain.002.001.10", Orders.Sample(), [], code));
        Assert.Equal((meant, code), (answer.Whole!.Status, answer.Whole.Code));
        Assert.Empty(answer.Items);
    }

    [Fact]
    public void Read_Partly_SaysNothingOfTheWhole() => Assert.Null(Read(TestBank.Pain002("pain.002.001.10", Orders.Sample(), [], "PART")).Whole);

    [Fact]
    public void Read_AStatusNobodyKnows_IsUnknownAndTold()
    {
        var order = Orders.Sample();
        var answer = Read(TestBank.Pain002("pain.002.001.10", order, [(order.Items[0], "ZZZZ", null, null)]));
        Assert.Equal((AnswerStatus.Unknown, "ZZZZ"), (answer.Items[0].Status, answer.Items[0].StatusCode));
        Assert.Equal("PAY-0713", Assert.Single(answer.Warnings).Code);
    }

    [Fact]
    public void Read_AnItemThatWasNeverSent_IsKept()
    {
        var order = Orders.Sample();
        var stranger = order.Items[0] with { EndToEndId = "SOMEBODY-ELSES" };
        Assert.Equal("SOMEBODY-ELSES", Assert.Single(Read(TestBank.Pain002("pain.002.001.10", order, [(stranger, "ACSC", null, null)])).Items).EndToEndId);
    }

    [Fact]
    public void Read_AnItemTwice_IsTold()
    {
        var order = Orders.Sample();
        var answer = Read(TestBank.Pain002("pain.002.001.10", order, [(order.Items[0], "ACSC", null, null), (order.Items[0], "ACSC", null, null)]));
        Assert.Equal("PAY-0711", Assert.Single(answer.Warnings).Code);
        Assert.Equal(2, answer.Items.Count);
    }

    [Fact]
    public void Read_AnItemSettledAndRejected_IsTold()
    {
        var order = Orders.Sample();
        var answer = Read(TestBank.Pain002("pain.002.001.10", order, [(order.Items[0], "ACSC", null, null), (order.Items[0], "RJCT", null, null)]));
        Assert.Equal("PAY-0712", Assert.Single(answer.Warnings).Code);
    }

    [Theory]
    [InlineData("3500000.01", "")]
    [InlineData("3500000.00", "PAY-0714")]
    [InlineData("3500000.02", "PAY-0714")]
    [InlineData("1999999.99", "PAY-0714")]
    public void Read_AControlSum_IsComparedWithTheItems(string sum, string code)
    {
        var order = Orders.Sample();
        var answer = Read(TestBank.Pain002("pain.002.001.03", order, order.Items.Select(i => (i, "ACSC", (string?)null, (string?)null)), null, sum));
        Assert.Equal(code, string.Join(' ', answer.Warnings.Select(w => w.Code)));
    }

    [Fact]
    public void Read_SomeItemsOnly_IsNotMeasuredAgainstTheWholeSum()
    {
        var order = Orders.Sample();
        Assert.Empty(Read(TestBank.Pain002("pain.002.001.03", order, [(order.Items[0], "ACSC", null, null)])).Warnings);
    }

    [Fact]
    public void Read_InsideAnEnvelope_FindsTheMessage()
    {
        var text = TestBank.Pain002("pain.002.001.10", Orders.Sample(), [], "ACCP");
        var inner = text[text.IndexOf("<Document", StringComparison.Ordinal)..];
        var answer = Read($"<BizMsgEnvlp xmlns=\"urn:x\"><AppHdr><Fr>a</Fr></AppHdr>{inner}</BizMsgEnvlp>");
        Assert.Equal(AnswerStatus.Accepted, answer.Whole!.Status);
    }

    private static ChannelAnswer Read(string text)
    {
        var read = Shelves.Answer(text);
        Assert.True(read.Ok, string.Join("; ", read.Refusals.Select(r => $"{r.Code} {r.Path} {r.Found}")));
        return read.Value.Single();
    }

    private static AnswerStatus Meant(string code) => code switch
    {
        "ACSC" or "ACCC" => AnswerStatus.Settled,
        "RJCT" or "CANC" => AnswerStatus.Rejected,
        "PDNG" => AnswerStatus.Pending,
        _ => AnswerStatus.Accepted,
    };
}
