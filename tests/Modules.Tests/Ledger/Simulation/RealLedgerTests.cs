using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Ledger.Simulation;

/// <summary>The product's ledger beside the auditor, command by command, on both databases; with ZHIRONG_LONG=1 for a long while.</summary>
public sealed class RealLedgerTests(ITestOutputHelper output)
{
    private static bool Long => Environment.GetEnvironmentVariable("ZHIRONG_LONG") == "1";

    public static TheoryData<int> Seeds => Long ? [71_001, 71_002, 71_003, 71_004, 71_005] : [Random.Shared.Next(1, 1_000_000)];

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
}
