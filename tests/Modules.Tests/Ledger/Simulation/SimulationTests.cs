using Xunit;

namespace Zhirong.Modules.Tests.Ledger.Simulation;

/// <summary>The simulation tried on auditors alone: it must let a true one pass and find every false one.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int FirstSeed = 4_031_000;
    private const int Commands = 5_000;

    public static TheoryData<string> Faults => [.. Mutants.All.Keys];

    [Fact]
    public async Task Run_AnotherAuditor_NeverDiffers()
    {
        for (var seed = FirstSeed; seed < FirstSeed + 5; seed++)
        {
            Assert.Null(await new LedgerSimulation(seed, new Auditor()).Run(Commands));
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Run_AFaultyAuditor_IsFoundOut(string fault)
    {
        for (var seed = FirstSeed; seed < FirstSeed + 3; seed++)
        {
            var found = await new LedgerSimulation(seed, Mutants.All[fault]()).Run(Commands);
            Assert.True(found is not null, $"seed {seed}: '{fault}' passed {Commands} commands");
            output.WriteLine($"{fault}: {found}");
        }
    }

    [Fact]
    public async Task Run_AnyLongerRun_TriesEveryAnswer()
    {
        var simulation = new LedgerSimulation(FirstSeed, new Auditor());
        Assert.Null(await simulation.Run(5_000));
        output.WriteLine(string.Join('\n', simulation.Answers.Select(a => $"{a.Value,6} {a.Key}")));
        string[] expected =
        [
            "OpenBook done", "OpenBook LDG-0115", "OpenAccount done", "OpenAccount LDG-0115", "ChangeAccount done", "ChangeAccount LDG-0120", "ChangeAccount LDG-0121", "AdvanceDate done", "AdvanceDate LDG-0118",
            .. "created exists LDG-0101 LDG-0102 LDG-0103 LDG-0104 LDG-0105 LDG-0106 LDG-0107 LDG-0108 LDG-0111 LDG-0112".Split(' ').Select(a => $"PostEntry {a}"),
            .. "book effective event subject memo reverses lines".Split(' ').Select(f => $"PostEntry LDG-0110 {f}"),
            .. "created exists LDG-0106 LDG-0107 LDG-0108 LDG-0111 LDG-0112".Split(' ').Select(a => $"ReverseEntry {a}"),
            .. "created exists LDG-0103 LDG-0105 LDG-0106 LDG-0111 LDG-0112 LDG-0113".Split(' ').Select(a => $"PlaceHold {a}"),
            .. "amount expires memo".Split(' ').Select(f => $"PlaceHold LDG-0110 {f}"),
            .. "created exists LDG-0103 LDG-0107 LDG-0109 LDG-0114".Split(' ').Select(a => $"PostHold {a}"),
            "PostHold LDG-0110 memo", "ReverseEntry LDG-0110 memo", "ReverseEntry LDG-0110 effective", "VoidHold done", "VoidHold LDG-0109",
        ];
        Assert.Empty(expected.Except(simulation.Answers.Keys));
        Assert.Contains(simulation.Auditor.Books.SelectMany(b => b.Holds), h => h.State == "expired");
        Assert.Equal(5_000, simulation.Answers.Values.Sum());
    }

    [Fact]
    public async Task Next_SameSeed_GivesTheSameCommands()
    {
        async Task<List<string>> Texts(int seed)
        {
            var auditor = new Auditor();
            var (maker, texts) = (new CommandMaker(seed, auditor), new List<string>());
            for (var n = 0; n < 300; n++)
            {
                var command = maker.Next();
                texts.Add($"{command} {await auditor.Do(command)}");
            }

            return texts;
        }

        Assert.Equal(await Texts(1), await Texts(1));
        Assert.NotEqual(await Texts(1), await Texts(2));
    }
}
