namespace Zhirong.House.Tests;

public sealed class EngineBansTests
{
    [Fact]
    public void OurEngines_AreFreeOfEveryBan() => Repository.AssertNone(
        Repository.FilesUnder("src/Engine", "*.cs").SelectMany(file => EngineBans.Scan(file, Repository.Read(file))));

    [Theory]
    [InlineData("var a = DateTime.Now;")]
    [InlineData("var a = DateTime\n    .UtcNow;")]
    [InlineData("var a = DateTime.Today;")]
    [InlineData("var a = DateTimeOffset.UtcNow;")]
    [InlineData("var a = DateOnly.FromDateTime(now);")]
    [InlineData("var a = TimeProvider.System;")]
    [InlineData("var a = $\"{DateTime.Now:HH}\";")]
    [InlineData("var a = Guid.NewGuid();")]
    [InlineData("var a = new Random(1);")]
    [InlineData("Random a = new(1);")]
    [InlineData("var a = Random.Shared.Next();")]
    [InlineData("var a = File.ReadAllText(name);")]
    [InlineData("var a = System.IO.File.ReadAllText(name);")]
    [InlineData("var a = Directory.GetFiles(name);")]
    [InlineData("using F = System.IO.File;")]
    [InlineData("using static System.Console;")]
    [InlineData("Console.WriteLine();")]
    [InlineData("var a = new HttpClient();")]
    [InlineData("var a = Environment.MachineName;")]
    [InlineData("var a = new Thread(Run);")]
    [InlineData("Thread.Sleep(1);")]
    [InlineData("Task.Run(() => 1);")]
    [InlineData("Parallel.For(0, 2, Run);")]
    [InlineData("class A { static int count; }")]
    [InlineData("class A { private static int[] counts = new int[3]; }")]
    [InlineData("class A { internal static Dictionary<string, List<int>> Cache = []; }")]
    [InlineData("class A { static (int, int) pair; }")]
    [InlineData("class A { static List<(int, int)> pairs = []; }")]
    [InlineData("class A { public static string? Name { get; set; } }")]
    [InlineData("class A { static int a, b; }")]
    [InlineData("class A { [ThreadStatic] private static readonly int a; }")]
    [InlineData("class A { private static readonly ConcurrentDictionary<int, int> a = new(); }")]
    [InlineData("class A { public double AmountDue { get; } }")]
    [InlineData("class A { public required double? PaidTotal { get; init; } }")]
    [InlineData("class A { public double[] Fens => []; }")]
    [InlineData("class A { public IReadOnlyList<double> Amounts => []; }")]
    [InlineData("class A { public static double Due(int period) => 0; }")]
    [InlineData("record A(int Period, double InterestPaid);")]
    [InlineData("record A(float MoneyIn);")]
    public void Scan_OneBreach_IsReported(string code) => Assert.Single(EngineBans.Scan("made.up", code));

    [Theory]
    [InlineData("// DateTime.Now")]
    [InlineData("var a = \"File.ReadAllText\";")]
    [InlineData("var a = source.File.Name;")]
    [InlineData("class A { const int Count = 1; }")]
    [InlineData("class A { private static readonly int[] Counts = [1]; }")]
    [InlineData("class A { public static int Count => 1; }")]
    [InlineData("class A { public static int Count { get; } = 1; }")]
    [InlineData("class A { static int Add(int a, int b = 1) => a + b; }")]
    [InlineData("class A { public static bool operator ==(A left, A right) => true; }")]
    [InlineData("class A { public static Dictionary<int, (int A, int B)> Read(int a) { var set = a; return []; } }")]
    [InlineData("class A { static Result<int> Read(IReadOnlyList<int> items, int limit = 3) { return items.Count; } }")]
    [InlineData("class A { public string? Name { get; set; } }")]
    [InlineData("class A { public double AmountEstimate { get; } }")]
    [InlineData("class A { public decimal AmountDue { get; } }")]
    [InlineData("class A { public double Residue { get; } }")]
    [InlineData("class A { void Draw(double amount) { } }")]
    public void Scan_WhatIsAllowed_PassesInSilence(string code) => Assert.Empty(EngineBans.Scan("made.up", code));

    [Fact]
    public void Scan_Breach_NamesItsLine() => Assert.Equal("made.up:3 clock: DateTime.Now", Assert.Single(
        EngineBans.Scan("made.up", "class A\n{\n    int Hour => DateTime.Now.Hour;\n}\n")).ToString());
}
