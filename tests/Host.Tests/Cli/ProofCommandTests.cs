using System.Text;
using System.Text.Json;
using Xunit;

namespace Zhirong.Host.Tests.Cli;

/// <summary><c>proof verify</c> on the example of the documentation: exit codes, streams and what is said.</summary>
public sealed class ProofCommandTests
{
    private static readonly string Bundle = Example("evidence-bundle.json");

    private static readonly string Log = Example("evidence-log.json");

    private static readonly string Checkpoint = Example("signed-checkpoint.json");

    private static readonly string Text = File.ReadAllText(Bundle);

    private static string Example(string name) => Path.Combine(Cli.Root, "docs", "reference", "examples", name);

    private static string[] Failing(Said said) => [.. JsonDocument.Parse(said.Out).RootElement.GetProperty("checks").EnumerateArray()
        .Where(check => check.GetProperty("state").GetString() == "fail").Select(check => check.GetProperty("name").GetString()!)];

    [Fact]
    public void Verify_ExampleWithItsLog_HoldsInEveryWay()
    {
        var said = Cli.Run("proof", "verify", Bundle, "--log", Log, "--checkpoint", Checkpoint, "--checkpoint", Bundle, "--json", "--lang", "en");

        Assert.Equal((0, ""), (said.Code, said.Err));
        var root = JsonDocument.Parse(said.Out).RootElement;
        Assert.Equal(("zhirong/proof-report/v1", true, true), (root.GetProperty("schema").GetString(), root.GetProperty("passed").GetBoolean(), root.GetProperty("pinned").GetBoolean()));
        var skipped = Assert.Single(root.GetProperty("checks").EnumerateArray(), check => check.GetProperty("state").GetString() != "pass");
        Assert.Equal("items[1].content", skipped.GetProperty("name").GetString());
    }

    [Fact]
    public void Reference_CommandsOfTheDocument_Succeed()
    {
        var commands = File.ReadLines(Path.Combine(Cli.Root, "docs", "reference", "evidence-v1.md")).Where(line => line.StartsWith("./run cli ", StringComparison.Ordinal)).ToList();

        Assert.Equal(3, commands.Count);
        Assert.All(commands, command => Assert.Equal((0, ""), Shell.Run(command["./run cli ".Length..].Split(' ')) is var said ? (said.Exit, said.Error) : default));
    }

    [Theory]
    [InlineData("zh", "证据成立", "未检查")]
    [InlineData("en", "the evidence holds", "skipped")]
    public void Verify_ForPeople_SpeaksTheirLanguage(string language, string verdict, string skipped)
    {
        var said = Cli.Run("proof", "verify", Bundle, "--log", Log, "--lang", language);

        Assert.Equal(0, said.Code);
        Assert.Contains(verdict, said.Out, StringComparison.Ordinal);
        Assert.Contains(skipped, said.Out, StringComparison.Ordinal);
        Assert.Contains("earlier.consistency.sm3", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_WithoutLog_HoldsButSaysThatNobodyIsPinned()
    {
        var said = Cli.RunWith(File.ReadAllBytes(Bundle), "proof", "verify", "-", "--lang", "en");

        Assert.Equal((0, ""), (said.Code, said.Err));
        Assert.Contains("the signer is not pinned", said.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("the evidence holds", said.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("625000.00", "626000.00", "items[0].content")]
    [InlineData("\"by\":\"本机用户\"", "\"by\":\"本机用户2\"", "items[0].leaf.sha256 items[0].leaf.sm3")]
    [InlineData("\"size\":7", "\"size\":8", "signature.ecdsa-p256-sha256 signature.sm2-sm3")]
    [InlineData("{\"checkpoint\"", "{ \"checkpoint\"", "form")]
    public void Verify_ChangedByHand_ExitsOneAndNamesThePart(string found, string replacement, string failing)
    {
        var at = Text.IndexOf(found, StringComparison.Ordinal);
        Assert.True(at >= 0, found);
        using var file = Cli.Keep(string.Concat(Text.AsSpan(0, at), replacement, Text.AsSpan(at + found.Length)), "bundle.json");

        var json = Cli.Run("proof", "verify", file.Path, "--log", Log, "--json");
        var people = Cli.Run("proof", "verify", file.Path, "--log", Log, "--lang", "en");

        Assert.Equal((1, "", 1, ""), (json.Code, json.Err, people.Code, people.Err));
        Assert.Equal(failing, string.Join(' ', Failing(json)));
        Assert.All(Failing(json), name => Assert.Contains(name, people.Out, StringComparison.Ordinal));
        Assert.Contains("the evidence does not hold", people.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_AnotherLog_ExitsOneForTrust()
    {
        using var other = Cli.Keep(File.ReadAllText(Log).Replace("0000000000f0", "0000000000f1", StringComparison.Ordinal), "log.json");

        var said = Cli.Run("proof", "verify", Bundle, "--log", other.Path, "--json");

        Assert.Equal((1, "trust"), (said.Code, string.Join(' ', Failing(said))));
    }

    public static TheoryData<string, string, string> NoBundles { get; } = new()
    {
        { "empty", "", "EVD-0203" },
        { "text", "not json", "EVD-0203" },
        { "cut short", Text[..^200], "EVD-0203" },
        { "a deal", "{\"schema\":\"ipabs/v1\"}", "found: ipabs/v1" },
        { "a log key file", File.ReadAllText(Log), "EVD-0206" },
        { "lists 100,000 deep", "{\"a\":" + new string('[', 100_000), "EVD-0204" },
        { "eight million values", "[" + new string('0', 1) + string.Concat(Enumerable.Repeat(",0", 8_000_000)) + "]", "EVD-0205" },
        { "65 MB", new string(' ', 65 * 1024 * 1024), "DOC-0002" },
    };

    [Theory]
    [MemberData(nameof(NoBundles), DisableDiscoveryEnumeration = true)]
    public void Verify_WhatIsNoBundle_ExitsTwoWithItsPlace(string what, string text, string says)
    {
        using var file = Cli.Keep(text, "bundle.json");

        var said = Cli.Run("proof", "verify", file.Path, "--json", "--lang", "en");

        Assert.True((said.Code, said.Out) == (2, ""), what + said.Err);
        Assert.Matches(@":\d+:\d+: \S+ [A-Z]{3}-\d{4} .+ \(found: .+; expected: .+\)\n$", said.Err);
        Assert.Contains(says, said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_LargestBundle_IsReadInLittleMemory()
    {
        // Nearly 64 MB: one item with a content of that size, which no longer opens its commitment.
        var wide = Text.Replace("\"memo\":\"", "\"memo\":\"" + new string('x', 66_000_000), StringComparison.Ordinal);
        using var file = Cli.Keep(Encoding.UTF8.GetBytes(wide), "bundle.json");

        var said = Cli.Run("proof", "verify", file.Path, "--json");

        Assert.Equal((1, "items[0].content"), (said.Code, string.Join(' ', Failing(said))));
    }

    [Fact]
    public void Verify_BrokenLogOrCheckpointFile_ExitsTwoAndNamesThatFile()
    {
        using var broken = Cli.Keep(File.ReadAllText(Log).Replace("\"key\":\"", "\"key\":\"A", StringComparison.Ordinal), "log.json");

        var log = Cli.Run("proof", "verify", Bundle, "--log", broken.Path, "--lang", "en");
        var checkpoint = Cli.Run("proof", "verify", Bundle, "--checkpoint", Log, "--lang", "en");
        var missing = Cli.Run("proof", "verify", Bundle, "--log", "/nowhere/log.json", "--lang", "en");

        Assert.Equal((2, 2, 2), (log.Code, checkpoint.Code, missing.Code));
        Assert.StartsWith($"{broken.Path}:1:1: keys[0].key EVD-0207 ", log.Err, StringComparison.Ordinal);
        Assert.StartsWith($"{Log}:1:1: schema EVD-0206 ", checkpoint.Err, StringComparison.Ordinal);
        Assert.StartsWith("/nowhere/log.json:1:1: . DOC-0001 ", missing.Err, StringComparison.Ordinal);
    }
}
