using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Ledger.Simulation;

/// <summary>The product's ledger beside the auditor, command by command, on both databases; with ZHIRONG_LONG=1 for a long while.</summary>
public sealed class RealLedgerTests(ITestOutputHelper output)
{
    private static bool Long => Environment.GetEnvironmentVariable("ZHIRONG_LONG") == "1";

    public static TheoryData<int> Seeds => Long ? [71_001, 71_002, 71_003, 71_004, 71_005] : [71_000];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Run_OnBothDatabases_AgreesWithTheAuditorAndEndsEqual(int seed)
    {
        var commands = Long ? 10_000 : 1_500;
        output.WriteLine($"seed {seed}, {commands} commands on each database");
        await using var sqlite = TestStore.New(DatabaseKind.Sqlite);
        await using var postgres = TestStore.New(DatabaseKind.Postgres);
        var (one, other) = (new RealLedger(sqlite.Store), new RealLedger(postgres.Store));
        var simulation = new LedgerSimulation(seed, one);
        Assert.Null(await simulation.Run(commands));
        Assert.Null(await new LedgerSimulation(seed, other).Run(commands));
        foreach (var book in simulation.Auditor.Books)
        {
            Assert.Equal(await one.Trial(book.Code, null, null), await other.Trial(book.Code, null, null));
            Assert.Equal((await one.Holds(book.Code)).OrderBy(h => h.Id), (await other.Holds(book.Code)).OrderBy(h => h.Id));
            foreach (var account in book.Accounts)
            {
                Assert.Equal(await one.Statement(book.Code, account.Code), await other.Statement(book.Code, account.Code));
            }
        }
    }

    /// <summary>The twin: a ledger somebody meddles with is found out.</summary>
    [Theory]
    [InlineData("UPDATE ldg_account SET debit = debit + 1 WHERE lines > 3")]
    [InlineData("UPDATE ldg_account SET pending_credit = pending_credit + 1 WHERE pending_credit > 0")]
    [InlineData("UPDATE ldg_line SET after = after + 1 WHERE n = 2")]
    [InlineData("UPDATE ldg_line SET debits = debits + 1 WHERE n > 1")]
    [InlineData("UPDATE ldg_day SET credit = credit + 1")]
    [InlineData("UPDATE ldg_hold SET state = 'voided' WHERE state = 'posted'")]
    public async Task Run_OnALedgerMeddledWith_IsFoundOut(string statement)
    {
        await using var test = TestStore.New();
        var found = await new LedgerSimulation(71_000, new Meddled(test.Store, statement, after: 300)).Run(900, every: 10);
        Assert.NotNull(found);
        Assert.True(found.Number > 300, $"{found}");
        output.WriteLine($"{statement}: {found}");
    }

    /// <summary>The real ledger until somebody writes into its tables.</summary>
    private sealed class Meddled(Store store, string statement, int after) : ILedgerUnderTest
    {
        private readonly RealLedger ledger = new(store);
        private int commands;

        public async Task<string> Do(Command command)
        {
            if (commands++ == after)
            {
                Assert.NotEqual(0, await store.Commits.Write(Viewer.Local, work => Task.FromResult(work.Session.Execute(statement))));
            }

            return await ledger.Do(command);
        }

        public Task<long> Balance(string book, string account, DateOnly? effective, Guid? through) => ledger.Balance(book, account, effective, through);

        public Task<IReadOnlyList<TrialRow>> Trial(string book, DateOnly? effective, Guid? through) => ledger.Trial(book, effective, through);

        public Task<IReadOnlyList<StatementRow>> Statement(string book, string account) => ledger.Statement(book, account);

        public Task<IReadOnlyList<HoldRow>> Holds(string book) => ledger.Holds(book);
    }
}
