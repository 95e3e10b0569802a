using Zhirong.Modules.Ledger.Charts;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Reports;

namespace Zhirong.Modules.Tests.Ledger.Reports;

/// <summary>A small book drawn from a seed, as the three workbooks take it; every figure of theirs follows from its entries.</summary>
internal static class ReportSamples
{
    private static readonly Chart Plan = ChartTests.Of("plan");
    private static readonly string[] Codes = ["100201", "130301", "250201", "601101", "641101", "642103", "1304"];
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 1, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<JournalEntry> Entries { get; } = Draw(4_040_000, 40);

    private static List<JournalEntry> Draw(int seed, int count)
    {
        var random = new Random(seed);
        var entries = new List<JournalEntry>();
        for (var n = 1; n <= count; n++)
        {
            var amounts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.NextInt64(1, 1_000_000_000_000)).ToList();
            var side = random.Next(2) == 0 ? Side.Debit : Side.Credit;
            List<JournalLine> lines = [Line(random, side, amounts.Sum()), .. amounts.Select(a => Line(random, side.Other(), a))];
            var memo = n == 3 ? "=1+1" : n % 5 == 0 ? "第 3 期 优先级利息，按实际天数计算，节假日顺延不另计息" : "";
            entries.Add(new(n, new DateOnly(2026, 11, 25).AddDays(-random.Next(60)), new(2026, 11, 25), Start.AddSeconds(n), "本机用户", "PaymentReceived", n % 4 == 0 ? "run 0198c2" : "", memo, lines, n == 7 ? 5 : null, n == 5 ? 7 : null));
        }

        return entries;
    }

    private static JournalLine Line(Random random, Side side, long fen)
    {
        var account = Plan.Find(Codes[random.Next(Codes.Length)])!;
        return new(account.Code, account.Name, side, fen);
    }

    public static Journal Journal => new() { BookCode = "PLAN-1", BookName = "知产一号专项计划", From = new(2026, 9, 1), To = new(2026, 11, 25), Entries = Entries };

    public static TrialBalance Trial => new()
    {
        BookCode = "PLAN-1",
        BookName = "知产一号专项计划",
        BusinessDate = new(2026, 11, 25),
        Rows = [.. Plan.Accounts.Where(a => a.Class != AccountClass.Memo).Select((a, n) => new TrialBalanceRow(a.Code, a.Name, a.Class, a.Normal, Posted(a.Code, Side.Debit), Posted(a.Code, Side.Credit), n == 0 ? 0 : 7 * n, n == 0 ? 123_456 : 0))],
    };

    public static long Posted(string code, Side side) => Entries.SelectMany(e => e.Lines).Where(l => l.Account == code && l.Side == side).Sum(l => l.Fen);

    public static AccountStatement Statement(string code)
    {
        var account = Plan.Find(code)!;
        var (balance, lines) = (1_234_567L, new List<AccountLine>());
        foreach (var entry in Entries)
        {
            foreach (var line in entry.Lines.Where(l => l.Account == code))
            {
                balance += line.Side == account.Normal ? line.Fen : -line.Fen;
                lines.Add(new(entry.Sequence, entry.Effective, entry.RecordedAt, entry.Event, entry.Memo, [.. entry.Lines.Where(l => l.Side != line.Side).Select(l => l.Account).Distinct()], line.Side, line.Fen, balance, entry.Reverses, entry.ReversedBy));
            }
        }

        return new() { BookCode = "PLAN-1", BookName = "知产一号专项计划", Code = code, Name = account.Name, Normal = account.Normal, From = new(2026, 9, 1), Opening = 1_234_567, Closing = balance, Lines = lines };
    }
}
