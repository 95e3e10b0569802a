using Xunit;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Model;

namespace Zhirong.Modules.Tests.Payments;

/// <summary>How answers move a payment.</summary>
public sealed class PaymentStatesTests
{
    /// <summary>Rows: the state before; columns: what is said. A cell: state, what the books do, what becomes of the answer; with | where it depends on the answer's age (newer | older | undated).</summary>
    private const string Table = """
                  unknown                       pending                       accepted                      settled                 rejected                          returned
        draft     draft . n                     draft . n                     draft . n                     draft . n               draft . n                         draft . n
        checked   checked . n                   checked . n                   checked . n                   checked . n             checked . n                       checked . n
        approved  approved . n                  approved . n                  approved . n                  approved . n            approved . n                      approved . n
        sent      unknown . m                   sent . r                      accepted . m                  settled + m             rejected . m                      returned ± m
        accepted  unknown . m|accepted . b|unknown . m   accepted . b         accepted . r                  settled + m             rejected . m|unknown . c|rejected . m   returned ± m
        settled   settled . b                   settled . b                   settled . b                   settled . r             settled . c                       returned - m
        rejected  unknown . c|rejected . b|unknown . c   unknown . c|rejected . b|unknown . c   unknown . c|rejected . b|unknown . c   settled + c   rejected . r      returned ± m
        returned  returned . b                  returned . b                  returned . b                  returned . b            returned . b                      returned . r
        unknown   unknown . r                   sent . m|unknown . b|sent . m   accepted . m|unknown . b|accepted . m   settled + m   rejected . m                    returned ± m
        cancelled cancelled . n                 cancelled . n                 cancelled . n                 cancelled . n           cancelled . n                     cancelled . n
        """;

    [Fact]
    public void Hear_EveryStateEveryAnswerEveryAge_IsAsTheTableSays()
    {
        var rows = Table.Split('\n').Skip(1).Select(line => System.Text.RegularExpressions.Regex.Split(line.Trim(), " {2,}").SelectMany((c, i) => i == 0 && c.Contains(' ') ? c.Split(' ', 2) : [c]).ToList()).ToList();
        Assert.Equal(PaymentWords.States.Order(), rows.Select(r => r[0]).Order());
        foreach (var row in rows)
        {
            Assert.Equal(7, row.Count);
            foreach (var said in Enum.GetValues<AnswerStatus>())
            {
                var cells = row[1 + (int)said].Split('|');
                foreach (var age in Enum.GetValues<Age>())
                {
                    var hearing = PaymentStates.Hear(PaymentWords.State(row[0]), said, age);
                    Assert.Equal($"{row[0]} {said} {age}: {cells[cells.Length == 1 ? 0 : (int)age]}", $"{row[0]} {said} {age}: {hearing.To.Word()} {".+-±"[(int)hearing.Posting]} {"mrbcn"[(int)hearing.Heed]}");
                }
            }
        }
    }

    /// <summary>What is heard of dated answers does not depend on the order in which they arrive.</summary>
    [Theory]
    [InlineData("accepted settled returned", "returned", 0)]
    [InlineData("pending accepted settled", "settled", 1)]
    [InlineData("accepted unknown settled", "settled", 1)]
    [InlineData("pending accepted rejected", "rejected", 0)]
    [InlineData("accepted rejected", "rejected", 0)]
    [InlineData("accepted unknown", "unknown", 0)]
    [InlineData("rejected accepted", "unknown", 0)]
    [InlineData("pending accepted settled returned", "returned", 0)]
    [InlineData("unknown accepted settled", "settled", 1)]
    public void Hear_DatedAnswersInAnyOrder_EndAlike(string said, string end, int paid)
    {
        var answers = said.Split(' ').Select((word, at) => (Status: (AnswerStatus)AnswerWords.All.ToList().IndexOf(word), At: at)).ToList();
        foreach (var order in Orders(answers))
        {
            var (state, newest, net) = (PaymentState.Sent, -1, 0);
            foreach (var (status, at) in order)
            {
                var hearing = PaymentStates.Hear(state, status, newest < 0 ? Age.Undated : at < newest ? Age.Older : Age.Newer);
                (state, newest) = (hearing.To, Math.Max(newest, at));
                net += hearing.Posting switch { Posting.Pay => 1, Posting.Reverse => -1, _ => 0 };
            }

            Assert.Equal($"{string.Join(' ', order)} {end} {paid}", $"{string.Join(' ', order)} {state.Word()} {net}");
        }
    }

    [Theory]
    [InlineData("rejected", false, true)]
    [InlineData("returned", false, true)]
    [InlineData("cancelled", false, true)]
    [InlineData("unknown", false, false)]
    [InlineData("unknown", true, true)]
    [InlineData("sent", true, false)]
    [InlineData("accepted", true, false)]
    [InlineData("settled", true, false)]
    public void FinallyNotPaid_OnlyWhereTheMoneyCertainlyIsNotWithThePayee(string state, bool absent, bool expected) =>
        Assert.Equal(expected, PaymentStates.FinallyNotPaid(PaymentWords.State(state), absent));

    [Theory]
    [InlineData("settled settled", "settled")]
    [InlineData("settled rejected", "partly")]
    [InlineData("settled unknown rejected", "unknown")]
    [InlineData("settled checked", "checked")]
    [InlineData("accepted sent", "sent")]
    [InlineData("accepted settled", "accepted")]
    [InlineData("returned returned", "returned")]
    public void Together_ItemsOfABatch_ShowTheLeastCertain(string items, string batch) =>
        Assert.Equal(batch, PaymentWords.Together([.. items.Split(' ').Select(PaymentWords.State)]));

    private static IEnumerable<List<T>> Orders<T>(List<T> all) => all.Count <= 1 ? [all] : all.SelectMany((first, i) => Orders([.. all.Where((_, j) => j != i)]).Select(rest => (List<T>)[first, .. rest]));
}
