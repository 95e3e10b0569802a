using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Zhirong.Host;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Receivables;
using Zhirong.Modules.Payments;
using Zhirong.Modules.Payments.Accounts;
using Zhirong.Modules.Payments.Statements;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Modules.Tests.Payments;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Tests.Lending.Loans;

/// <summary>
/// A bank's statement as a file of a shipped layout, with receipts for several loans: exact, a part, above what is due, for a loan nothing was expected of,
/// and of somebody nobody knows; taken in twice. What is sure goes to its loan, what is not waits for a person, and every fen is where it belongs.
/// </summary>
public sealed class StatementReceiptTests
{
    private const string Account = "3300010001";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Statement_WithReceiptsOfManyLoans_GoesToThem_OrWaitsForAPerson_ToTheFen(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var payments = PaymentBench.DeskOf(house.Test.Store, house.Desk.Clock);
        var line = (await house.Line("ED-1", "1000000.00")).Row.Id;
        var loans = new List<Guid>();
        foreach (var n in (int[])[1, 2, 3, 4])
        {
            loans.Add(await house.Lent(line, $"J-{n}", "120000.00"));
        }

        await house.Live("2026-02-15");
        var (before, owed) = (house.Balance("201101"), await Owed(house, loans[0]));
        Assert.True(owed > 10_000m, $"{owed}");
        var planned = await Do(house, payments, work => PlanReceipts.Plan(work, new(house.Account, [.. ((int[])[1, 2, 3]).Select(n => new NewReceipt(house.Today, "甲公司", Yuan(owed), "按期还款", LoanNo: $"J-{n}"))]), payments));

        // What fits to the fen goes to its loan; part, surplus, an unplanned loan and a stranger wait.
        (string Amount, string Payer, string Loan)[] lines = [(Yuan(owed), "甲公司", "J-1"), ("5000.00", "甲公司", "J-2"), (Yuan(owed + 1234.56m), "甲公司", "J-3"), ("777.77", "无名公司", ""), ("2000.00", "甲公司", "J-4")];
        var file = Csv(house.Today, lines);
        var first = await Taken(house, payments, file);
        Assert.Equal((false, 5, 0, true), (first.Repeats, first.Statements[0].Lines, first.Statements[0].Repeated, first.Statements[0].Trusted));
        await Told(house);
        Assert.Equal(["matched", "differing", "differing", "open", "open"], (await Lines(house)).Select(l => l.State));
        Assert.Equal([1, 0, 0, 0], await Receipts(house, loans));

        // The same file does nothing again; the same lines in another file are known.
        Assert.True((await Taken(house, payments, file)).Repeats);
        var further = await Taken(house, payments, Csv(house.Today, [.. lines, ("100.00", "甲公司", "J-4")]));
        Assert.Equal((false, 6, 5), (further.Repeats, further.Statements[0].Lines, further.Statements[0].Repeated));
        await Told(house);
        Assert.Equal([1, 0, 0, 0], await Receipts(house, loans));

        // A person says what the rest is: entered with the amount that came, matched with its line, and told to the loan; the stranger's is explained.
        foreach (var (at, loan) in ((int, string)[])[(1, "J-2"), (2, "J-3"), (4, "J-4")])
        {
            await Decided(house, payments, (await Lines(house))[at], loan);
        }

        await Do(house, payments, work => Cancelled(work, payments, planned.Receipts[1].Id, planned.Receipts[2].Id));
        await Do(house, payments, async work => await MatchLine.Explain(work, (await Lines(house))[3].Id, new("来款方待查"), payments));
        await Told(house);
        Assert.Equal([1, 1, 1, 1], await Receipts(house, loans));

        // Put to the wrong loan it is taken back, there and in the book, and goes to the right one.
        var wrong = (await Lines(house)).Single(l => l.State == "open" && l.Fen == 10_000);
        await Decided(house, payments, wrong, "J-3");
        await Told(house);
        Assert.Equal([1, 1, 2, 1], await Receipts(house, loans));
        await Do(house, payments, work => MatchLine.Unmatch(work, wrong.Id, payments));
        await Decided(house, payments, wrong, "J-4");
        await Told(house);
        Assert.Equal([1, 1, 1, 2], await Receipts(house, loans));

        await house.Live("2026-02-16");
        Assert.Equal([0m, owed - 5000m, 0m, owed - 2100m], [await Owed(house, loans[0]), await Owed(house, loans[1]), await Owed(house, loans[2]), await Owed(house, loans[3])]);
        Assert.Equal("1234.56", (await house.Loan(loans[2])).Now!.Credit);
        Assert.Equal(before, house.Balance("201101"));
        Assert.Empty(await house.Wrong());
    }

    private static string Yuan(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static async Task<decimal> Owed(LoanHouse house, Guid loan)
    {
        var now = (await house.Loan(loan)).Now!;
        return decimal.Parse(now.Due, CultureInfo.InvariantCulture) + decimal.Parse(now.Interest, CultureInfo.InvariantCulture);
    }

    /// <summary>A statement as a bank sends it: debit and credit in columns of their own, each line with the balance after it.</summary>
    private static byte[] Csv(DateOnly day, IReadOnlyList<(string Amount, string Payer, string Loan)> lines)
    {
        var (balance, rows) = (0m, new List<string>());
        foreach (var (n, (amount, payer, loan)) in lines.Index())
        {
            balance += decimal.Parse(amount, CultureInfo.InvariantCulture);
            rows.Add($"{day:yyyy-MM-dd},,{amount},{Yuan(balance)},{payer},LS{n + 1},{loan},还款");
        }

        return Encoding.UTF8.GetBytes($"账号,{Account}\r\n币种,CNY\r\n起始日期,{day:yyyy-MM-dd}\r\n终止日期,{day:yyyy-MM-dd}\r\n期初余额,0.00\r\n期末余额,{Yuan(balance)}\r\n\r\n交易日期,借方发生额,贷方发生额,余额,对方户名,交易流水号,借据号,摘要\r\n{string.Join("\r\n", rows)}\r\n");
    }

    /// <summary>Read by the shipped layouts, and taken in as the endpoint does.</summary>
    private static async Task<StatementsImported> Taken(LoanHouse house, PaymentDesk payments, byte[] file)
    {
        var read = new StatementReader(Home.Sheets()).Read(new MemoryStream(file));
        Assert.True(read.Ok, string.Join('\n', read.Refusals));
        return await Do(house, payments, work => ImportStatement.Take(work, payments, ReceivedFile.Of("对账单.csv", file), read.Value, Engine.Basics.Language.Zh));
    }

    private static async Task Decided(LoanHouse house, PaymentDesk payments, PayLine line, string loan)
    {
        var made = await Do(house, payments, work => PlanReceipts.Plan(work, new(house.Account, [new(line.Day, line.Name ?? "—", Yuan(line.Fen / 100m), "还款", LoanNo: loan)]), payments));
        await Do(house, payments, work => MatchLine.Match(work, line.Id, new("receipt", made.Receipts[0].Id, "已核对"), payments));
    }

    private static async Task<Engine.Basics.Result<ReceiptView>> Cancelled(Platform.Storage.ZhirongContext work, PaymentDesk payments, params Guid[] receipts)
    {
        Engine.Basics.Result<ReceiptView>? last = null;
        foreach (var receipt in receipts)
        {
            last = await PlanReceipts.Cancel(work, receipt, payments);
        }

        return last!.Value;
    }

    private static async Task<T> Do<T>(LoanHouse house, PaymentDesk payments, Func<Platform.Storage.ZhirongContext, Task<Engine.Basics.Result<T>>> change)
        where T : class
    {
        var written = await house.Test.Store.Commits.Once(LoanHouse.Bank, null, payments.Clock, change);
        return written.Value ?? throw new InvalidOperationException(written.Refusals[0].Sentence(Engine.Basics.Language.En));
    }

    private static Task<int> Told(LoanHouse house) => new OutboxPump(house.Test.Store, [new PaymentsHeard(house.Desk), new ReceivablesHeard(house.Desk)], house.Desk.Clock).Deliver();

    /// <summary>Lines of the statements that were not known before, in the order of the file.</summary>
    private static async Task<List<PayLine>> Lines(LoanHouse house)
    {
        await using var read = house.Test.Store.Read(LoanHouse.Bank);
        return await read.Set<PayLine>().Where(l => l.State != LineStates.Repeated).OrderBy(l => l.Reference).AsNoTracking().ToListAsync();
    }

    /// <summary>Receipts that count, loan by loan.</summary>
    private static async Task<List<int>> Receipts(LoanHouse house, IReadOnlyList<Guid> loans)
    {
        var counts = new List<int>();
        foreach (var loan in loans)
        {
            counts.Add((await house.Loan(loan)).Events.Count(e => e is { Kind: "receipt", UndoneOn: null }));
        }

        return counts;
    }
}
