using Xunit;
using Zhirong.Cases;
using Zhirong.Cases.Reading;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Host.Tests.Cases;

/// <summary>The shipped cases: what they show, that they can fail, and that every input they name moves what it says.</summary>
public sealed class FoundingCaseTests
{
    // For inputs that are words: another word that is allowed there.
    private static readonly Dictionary<string, string> OtherWords = new()
    {
        ["AAA"] = "AA+",
        ["N02"] = "N03",
        ["interest_then_bullet"] = "bullet",
        ["3M"] = "1M",
        ["ACT/360"] = "ACT/365F",
        ["unlimited"] = "0",
        ["true"] = "false",
        ["online"] = "paper",
        ["ZL-SX-2"] = "ZL-SX-1",
        ["X01"] = "X02",
        ["tailong-zhishi"] = "standard-pledge",
        ["yuyao-zhuanli"] = "standard-pledge",
        ["省级科技融资担保机构（函）"] = "市级担保机构（函）",
    };

    public static TheoryData<string> Ids => [.. CaseFiles.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Play_AsPublished_FailsNothing_AndOnlyMissingRoomsAreOpen(string id)
    {
        var run = CaseFiles.Published(id);

        Assert.Empty(run.Checks.Where(c => c.Status == CheckStatus.Fail).Select(c => c.Check.Id));
        Assert.All(run.Checks.Where(c => c.Status == CheckStatus.Open), c => Assert.Contains(c.Check.Needs, MissingRooms.Words));
        Assert.True(run.Case.Variations.Count >= 5);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Variations_Together_MakeEveryPlayedCheckFail(string id)
    {
        var run = CaseFiles.Play(id);
        var canFail = run.Case.Variations.SelectMany(v => v.MustFail).ToHashSet();

        // Counts of things that no variation takes away one by one.
        string[] elsewhere = ["borrowers", "firms", "size", "sector-it", "sector-health", "series-1"];
        Assert.Empty(run.Checks.Where(c => c.Status != CheckStatus.Open).Select(c => c.Check.Id).Except(canFail).Except(elsewhere));
    }

    /// <summary>The contract: a change of what <c>from</c> names moves the check that names it.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Play_ChangingAnInputNamedInFrom_MovesTheComputedValue(string id)
    {
        var run = CaseFiles.Published(id);
        var before = run.Computed();
        foreach (var path in CaseFiles.Some(id, [.. run.Checks.SelectMany(c => c.Output?.From ?? []).Distinct()]))
        {
            if (Other(run, path) is not { } value)
            {
                continue;
            }

            var moved = run.Checks.Where(c => c.Output?.From.Contains(path) == true).Select(c => c.Check).ToList();
            var after = CaseFiles.PlayOnDesk(id, [.. moved.Select(c => c.Part).Distinct()], $"{path}={value}").Computed();
            foreach (var check in moved)
            {
                Assert.True(before[check.Id] != after[check.Id], $"{id} {path}={value} leaves {check.Id} at {before[check.Id]}");
            }
        }
    }

    /// <summary>And the other way round: what an assumption moves names it.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Play_ChangingAnAssumption_MovesOnlyChecksThatNameIt(string id)
    {
        var run = CaseFiles.Play(id);
        var before = run.Computed();
        foreach (var assumption in run.Case.Assumptions)
        {
            var after = CaseFiles.Play(id, $"{assumption.Path}={Other(run, assumption.Path)}").Computed();
            var silent = run.Checks.Where(c => c.Output is { } output && !output.From.Contains(assumption.Path) && before[c.Check.Id] != after[c.Check.Id]);
            Assert.Empty(silent.Select(c => $"{assumption.Path} moves {c.Check.Id}"));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Read_EveryFactAndAssumption_IsNamedByACheckAndHasAReason(string id)
    {
        var run = CaseFiles.Published(id);
        var named = run.Checks.SelectMany(c => c.Output?.From ?? []).ToHashSet();
        var facts = ((DocMap)run.Tree.Find("facts")!).Entries.Select(e => $"facts.{e.Key}");

        Assert.Empty(run.Case.Assumptions.Select(a => a.Path).Concat(facts).Except(named));
        Assert.All(run.Case.Assumptions, a => Assert.True(a.Reason is { Zh.Length: > 3, En.Length: > 9 } && a.Reason.Zh != a.Reason.En, a.Path));
    }

    /// <summary>Issue costs are split over the borrowers to the fen.</summary>
    [Fact]
    public void Play_IssueCosts_AreConservedOverTheBorrowers()
    {
        var run = CaseFiles.Play("S01", "assumptions.issue_costs=435000.01");

        Assert.Equal("435000.01", run.Outputs.First(o => o.Name == "costs.item.issue").Value.Text);
    }

    /// <summary>The published cap less the published size, told to a fen.</summary>
    [Fact]
    public void Play_EveryFirm_CostsLessThanTwoPercentAndSavesAboutFortyPercent()
    {
        var outputs = CaseFiles.Play("S01").Outputs.ToDictionary(o => o.Name);

        for (var i = 1; i <= 11; i++)
        {
            Assert.InRange(outputs[$"costs.N{i:00}.net"].Value.Number, 0.015m, 0.0199999999m);
            Assert.InRange(outputs[$"costs.N{i:00}.reduction"].Value.Number, 0.38m, 0.42m);
            Assert.True(outputs[$"costs.N{i:00}.gross"].Value.Number > outputs[$"costs.N{i:00}.net"].Value.Number);
        }
    }

    /// <summary>A value that differs from the one in the tree; null for files and lists of records, which variations change.</summary>
    private static string? Other(CaseRun run, string path) => run.Tree.ValueNode(path) switch
    {
        DocScalar scalar => Other(path, scalar.Text),
        DocList list when path.StartsWith("assumptions.", StringComparison.Ordinal) => $"[{((DocScalar)list.Items[0]).Text}]",
        DocList when path.EndsWith(".tags", StringComparison.Ordinal) => "[]",
        _ => null,
    };

    private static string Other(string path, string text)
    {
        if (FieldReader.TryDate(text, out var date))
        {
            return $"{date.AddDays(1):yyyy-MM-dd}";
        }

        if (FieldReader.TryNumber(text, out var number))
        {
            return number == 0 ? "0.1" : number == decimal.Truncate(number) && !text.Contains('.') && number < 1000 ? $"{number + 1}" : $"{Rounding.Decimals(number * 1.1m, number > 100 ? 2 : 6)}";
        }

        return path.EndsWith(".sector", StringComparison.Ordinal) ? "另一行业" : OtherWords[text];
    }
}
