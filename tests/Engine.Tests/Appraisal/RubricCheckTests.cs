using System.Text;
using Xunit;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Appraisal.Scoring;

namespace Zhirong.Engine.Tests.Appraisal;

/// <summary>What is said of a rubric before anything is scored by it.</summary>
public sealed class RubricCheckTests
{
    [Fact]
    public void Shipped_HasNothingAgainstIt() => Assert.Empty(RubricCheck.Of(RubricReader.Read(File.ReadAllBytes(Path.Combine(Repo.Root, "data", "rubrics", "platform-patent.yaml"))).Value));

    // One side scored by a fact: 20, 60 or 90; an expert's side from 0 to 100. Uses: half and half, the fact alone.
    [Theory]
    [InlineData("A 80 D 0", "", "")]
    [InlineData("A 90 D 0", "", "")]
    [InlineData("A 90.01 D 0", "", "grades.A fact")]
    [InlineData("A 96 D 0", "grades.A", "")]
    [InlineData("A 95 D 0", "", "grades.A fact")]
    [InlineData("A 50 B 20 D 0", "", "grades.D fact")]
    [InlineData("A 50 B 10 D 0", "grades.D", "")]
    public void Grade_BeyondWhatAUseCanGive_IsFound(string grades, string never, string notHere)
    {
        var found = RubricCheck.Of(Made(grades));
        Assert.Equal(never, string.Join(";", found.Where(f => f.Code == "VAL-0901").Select(f => f.Path)));
        Assert.Equal(notHere, string.Join(";", found.Where(f => f.Code == "VAL-0902").Select(f => $"{f.Path} {f.Found}")));
        Assert.All(found, f => Assert.True(f.Line > 0, f.Path));
    }

    [Fact]
    public void Reach_OfAUse_IsWhatItsTablesHold() => Assert.Equal([("both", 10m, 95m), ("fact", 20m, 90m)], RubricCheck.Reach(Made("A 80 D 0")).Select(r => (r.Scenario.Id, r.Lowest, r.Highest)));

    [Theory]
    [InlineData("{score: 90, from: 10}, {score: 60, from: 5}, {score: 20, to: 4}", "")]
    [InlineData("{score: 90, from: 10}, {score: 60, from: 12}, {score: 20, to: 9}", "level1.a.level2.a1.level3.A1.anchors.1")]
    [InlineData("{score: 90, from: 10}, {score: 60, from: 10, to: 20}, {score: 20, to: 9}", "level1.a.level2.a1.level3.A1.anchors.1")]
    [InlineData("{score: 90, in: [x, y]}, {score: 60, in: [y]}, {score: 20, in: [z]}", "level1.a.level2.a1.level3.A1.anchors.1")]
    [InlineData("{score: 90, in: [x, y]}, {score: 60, in: [y, w]}, {score: 20, in: [z]}", "")]
    public void Step_BehindOneThatTakesAllOfIt_IsFound(string anchors, string path) =>
        Assert.Equal(path, string.Join(";", RubricCheck.Of(Made("A 80 D 0", anchors)).Where(f => f.Code == "VAL-0903").Select(f => f.Path)));

    private static Rubric Made(string grades, string anchors = "{score: 90, from: 10}, {score: 60, from: 5}, {score: 20, to: 4}")
    {
        var steps = string.Join(", ", grades.Split(' ').Chunk(2).Select(g => $"{{grade: {g[0]}, from: {g[1]}}}"));
        var text = """
            schema: zhirong/rubric/v1
            id: small
            version: "1"
            statement: {zh: 自定, en: our own}
            source: made for a test
            coverage: 0.5
            grades: [STEPS]
            scenarios:
              - {id: both, weights: {a: 0.5, b: 0.5}}
              - {id: fact, weights: {a: 1, b: 0}}
            level1:
              - id: a
                level2:
                  - {id: a1, weight: 1, level3: [{id: A1, mode: auto, fact: claims, anchors: [ANCHORS]}]}
              - id: b
                level2:
                  - {id: b1, weight: 1, level3: [{id: B1, mode: expert, anchors: [{score: 100}, {score: 0}]}]}
            """.Replace("STEPS", steps, StringComparison.Ordinal).Replace("ANCHORS", anchors, StringComparison.Ordinal);
        var read = RubricReader.Read(Encoding.UTF8.GetBytes(text));
        Assert.True(read.Ok, read.Ok ? "" : string.Join("; ", read.Refusals.Select(r => $"{r.Path} {r.Message.En}")));
        return read.Value;
    }
}
