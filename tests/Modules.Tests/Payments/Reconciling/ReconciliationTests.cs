using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Reconciling;
using Zhirong.Modules.Payments.Statements;

namespace Zhirong.Modules.Tests.Payments.Reconciling;

public sealed class ReconciliationTests
{
    /// <summary>Lines and payments as <c>day amount e2e ref loan name account</c>, a dash for nothing; outcome as <c>line=payment key differences</c>.</summary>
    public static TheoryData<string, string, string> Table => new()
    {
        // by end-to-end id, whatever else
        { "1 -100.00 E1 L1 - 甲公司 -", "1 -100.00 E1 - - 甲公司 -", "0=0 EndToEndId None" },
        { "1 -100.01 E1 L1 - 甲公司 -", "1 -100.00 E1 - - 甲公司 -", "0=0 EndToEndId Amount" },
        { "1 -99.99 E1 L1 - 甲公司 -", "1 -100.00 E1 - - 甲公司 -", "0=0 EndToEndId Amount" },
        { "1 -100.00 E1 L1 - 乙公司 -", "1 -100.00 E1 - - 甲公司 -", "0=0 EndToEndId Name" },
        { "1 -100.00 E1 L1 - 甲公司（宁波） -", "1 -100.00 E1 - - 甲公司(宁波) -", "0=0 EndToEndId None" },
        { "6 -100.00 E1 L1 - - -", "1 -100.00 E1 - - 甲公司 -", "0=0 EndToEndId None" },
        { "7 -100.00 E1 L1 - - -", "1 -100.00 E1 - - 甲公司 -", "0=0 EndToEndId Date" },
        { "1 -100.00 E1 L1 - - 6222", "1 -100.00 E1 - - 甲公司 6223", "0=0 EndToEndId Account" },
        { "1 -100.00 E1 L1 - - 62**", "1 -100.00 E1 - - 甲公司 6223", "0=0 EndToEndId None" },
        { "9 -100.01 E1 L1 - 乙 6222", "1 -100.00 E1 - - 甲 6223", "0=0 EndToEndId Amount, Name, Account, Date" },
        // twice and back
        { "1 -100.00 E1 L1 - - -;2 -100.00 E1 L2 - - -", "1 -100.00 E1 - - - -", "0=0 EndToEndId None; 1 Twice 0" },
        { "1 -100.01 E1 L1 - - -;2 -100.00 E1 L2 - - -", "1 -100.00 E1 - - - -", "1=0 EndToEndId None; 0 Twice 0" },
        { "1 -100.00 E1 L1 - - -;3 100.00 E1 L2 - - -", "1 -100.00 E1 - - - -", "0=0 EndToEndId None; 1 CameBack 0" },
        { "3 100.00 E1 L2 - - -", "1 -100.00 E1 - - - -", "0 CameBack 0; missing 0" },
        // by the bank's reference
        { "1 -100.00 - L1 - - -", "1 -100.00 E1 L1 - - -", "0=0 Reference None" },
        { "1 -100.00 - L1 - - -;1 -5.00 - L1 - 手续费 -", "1 -100.00 E1 L1 - - -", "0=0 Reference None; 1 NothingExpected" },
        // by loan number: amount or day must fit
        { "1 100.00 - L1 J1 - -", "1 100.00 - - J1 - -", "0=0 LoanNo None" },
        { "1 100.01 - L1 J1 - -", "1 100.00 - - J1 - -", "0=0 LoanNo Amount" },
        { "9 100.00 - L1 J1 - -", "1 100.00 - - J1 - -", "0=0 LoanNo Date" },
        { "9 100.01 - L1 J1 - -", "1 100.00 - - J1 - -", "0 NothingExpected; missing 0" },
        { "12 100.00 - L1 J1 - -;22 100.00 - L2 J1 - -", "1 100.00 - - J1 - -;11 100.00 - - J1 - -;21 100.00 - - J1 - -", "0=1 LoanNo None; 1=2 LoanNo None; missing 0" },
        { "1 100.00 - L1 J1 - -", "1 100.00 - - J2 - -", "0 NothingExpected; missing 0" },
        // by amount, day and name
        { "1 100.00 - L1 - 甲公司 -", "3 100.00 - - J1 甲公司 -", "0=0 AmountDateName None" },
        { "1 100.00 - L1 - 甲公司 -", "7 100.00 - - J1 甲公司 -", "0 NothingExpected; missing 0" },
        { "1 100.01 - L1 - 甲公司 -", "1 100.00 - - J1 甲公司 -", "0 NothingExpected; missing 0" },
        { "1 100.00 - L1 - - -", "1 100.00 - - J1 甲公司 -", "0 NothingExpected; missing 0" },
        { "1 -100.00 E9 L1 - 甲公司 -", "1 -100.00 E1 - - 甲公司 -", "0 NothingExpected; missing 0" },
        { "1 -100.00 - L1 - 甲公司 -", "1 -100.00 E1 - - 甲公司 -", "0=0 AmountDateName None" },
        { "1 100.00 - L1 - 甲公司 -;2 100.00 - L2 - 甲公司 -", "2 100.00 - - - 甲公司 -", "1=0 AmountDateName None; 0 NothingExpected" },
        // by amount, day and account: the name is then told to differ
        { "1 100.00 - L1 - 甲公司 6222", "1 100.00 - - - 乙公司 6222", "0=0 AmountDateAccount Name" },
        { "1 100.00 - L1 - - 6222", "1 100.00 - - - 乙公司 6222", "0=0 AmountDateAccount None" },
        // money in is never money out
        { "1 100.00 - L1 J1 甲公司 6222", "1 -100.00 - - J1 甲公司 6222", "0 NothingExpected; missing 0" },
        { "", "1 -100.00 E1 - - - -", "missing 0" },
        { "", "", "" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Of_LinesAndPayments_GivesTheOutcome(string lines, string payments, string outcome) => Assert.Equal(outcome, Text(Reconciliation.Of(Lines(lines), Payments(payments), ReconciliationTolerance.Usual)));

    [Fact]
    public void Of_LinesNotBooked_ReconcilesNothing()
    {
        var line = Lines("1 -100.00 E1 L1 - - -").Single();
        var outcome = Reconciliation.Of([line with { Line = line.Line with { Status = LineStatus.Pending } }], Payments("1 -100.00 E1 - - - -"), ReconciliationTolerance.Usual);
        Assert.Single(outcome.NotBooked);
        Assert.Single(outcome.Missing);
    }

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    private static int Number(Guid id) => BitConverter.ToInt32(id.ToByteArray());

    private static string?[][] Rows(string text) => [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(' ').Select(c => c == "-" ? null : c).ToArray())];

    private static IEnumerable<KeptLine> Lines(string text) => Rows(text).Select((r, n) => new KeptLine(Id(n), new()
    {
        Number = n + 1,
        Date = new(2026, 11, int.Parse(r[0]!)),
        Amount = Money.Cny(decimal.Parse(r[1]!)),
        EndToEndId = r[2],
        Reference = r[3],
        LoanNo = r[4],
        CounterpartyName = r[5],
        CounterpartyAccount = r[6],
        Place = "",
    }));

    private static IEnumerable<ExpectedPayment> Payments(string text) => Rows(text).Select((r, n) => new ExpectedPayment
    {
        Id = Id(n),
        Date = new(2026, 11, int.Parse(r[0]!)),
        Amount = Money.Cny(decimal.Parse(r[1]!)),
        EndToEndId = r[2],
        Reference = r[3],
        LoanNo = r[4],
        CounterpartyName = r[5],
        CounterpartyAccount = r[6],
    });

    private static string Text(ReconciliationOutcome outcome) => string.Join("; ",
        [
            .. outcome.Matched.Concat(outcome.Differing).OrderBy(p => Number(p.Line.Id)).Select(p => $"{Number(p.Line.Id)}={Number(p.Expected.Id)} {p.Key} {p.Differences}"),
            .. outcome.UnmatchedLines.Select(u => $"{Number(u.Line.Id)} {u.Reason} {(u.About is { } about ? Number(about) : "")}".Trim()),
            .. outcome.Missing.Select(m => $"missing {Number(m.Id)}"),
        ]);
}
