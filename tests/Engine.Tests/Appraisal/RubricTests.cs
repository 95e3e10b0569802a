using System.Text;
using Xunit;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;
using static Zhirong.Engine.Tests.Appraisal.Cases;

namespace Zhirong.Engine.Tests.Appraisal;

/// <summary>The shipped rubric against the golden of valuation.json, its guards, and the fast scorer against the exact one.</summary>
public sealed class RubricTests(ITestOutputHelper output)
{
    private static string Shipped => Repo.Read("data", "rubrics", "platform-patent.yaml");

    private static Rubric Platform => RubricReader.Read(Encoding.UTF8.GetBytes(Shipped)).Value;

    /// <summary>The golden's scores, indicator by indicator in the rubric's order, as experts' scores on a rubric whose modes allow it.</summary>
    private static (Rubric Rubric, List<Figure> Scores) Sample()
    {
        var text = Shipped.Replace("mode: auto", "mode: either", StringComparison.Ordinal);
        var rubric = RubricReader.Read(Encoding.UTF8.GetBytes(text)).Value;
        var scores = Golden.GetProperty("rubric").GetProperty("scores");
        var flat = new[] { "L", "T", "E" }.SelectMany(side => scores.GetProperty(side).EnumerateArray()).SelectMany(group => group.EnumerateArray()).Select(D).ToList();
        Assert.Equal(27, flat.Count);
        return (rubric, [.. rubric.Indicators.Zip(flat, (indicator, score) => F($"scores.{indicator.Id}", score))]);
    }

    private static SubjectScore Score(Rubric rubric, string scenario, IEnumerable<Figure> scores, params (string Name, string Value)[] facts) =>
        Scorer.Of(rubric, rubric.Scenario(scenario)!, new("P1", "", "invention", Words.Same("P1"), [.. facts.Select(f => new ScoreFact(f.Name, f.Value, Source))], [.. scores])).Value;

    [Theory]
    [InlineData("licensing", 71.408333)]
    [InlineData("finance", 71.091667)]
    [InlineData("reporting", 70.958333)]
    [InlineData("enforcement", 71.483333)]
    [InlineData("management", 71.6)]
    public void Total_OfEachScenario_IsTheGolden(string scenario, double total)
    {
        var (rubric, scores) = Sample();
        var score = Score(rubric, scenario, scores);
        Near((decimal)total, score.Total!.Value, 0.0000005m);
        var golden = Golden.GetProperty("rubric").GetProperty("level1");
        Assert.All(score.Sides.Zip(new[] { "L", "T", "E" }), p => Near(D(golden.GetProperty(p.Second)), p.First.Score!.Value, 1e-12m));
        Assert.Equal((ScoreOutcome.Graded, "B", 1m), (score.Outcome, score.Grade, score.Coverage));
        Assert.Equal("3/14/27", rubric.Shape);
    }

    [Fact]
    public void Total_WithGaps_IsTheGolden()
    {
        var (rubric, scores) = Sample();
        var golden = Golden.GetProperty("rubric");
        var missing = Score(rubric, "finance", scores.Where(s => s.Name is not "scores.T10" and not "scores.E6"));
        Near(D(golden.GetProperty("missingL3_total")), missing.Total!.Value, 1e-12m);
        Assert.Equal(2, missing.Warnings.Count(w => w.Code == "RUB-0302"));
        var group = Score(rubric, "finance", scores.Where(s => s.Name is not "scores.E2" and not "scores.E3"));
        Near(D(golden.GetProperty("missingE2_total")), group.Total!.Value, 1e-12m);
        Near(1 - (0.4m * 0.2m), group.Coverage, 1e-12m);
    }

    [Fact]
    public void Coverage_BelowSeventyPercent_GivesNoGrade()
    {
        var (rubric, scores) = Sample();
        // Law weighs 0.5 in enforcement: without three of its four groups 0.57 of all weight is left.
        var thin = Score(rubric, "enforcement", scores.Where(s => s.Name is not "scores.L1" and not "scores.L2" and not "scores.L3" and not "scores.L4" and not "scores.L5" and not "scores.L6" and not "scores.L7"));
        Assert.Equal((ScoreOutcome.Insufficient, null), (thin.Outcome, thin.Grade));
        Assert.NotNull(thin.Total);
        Assert.Contains(thin.Warnings, w => w.Code == "RUB-0303");
        var none = Score(rubric, "finance", scores.Where(s => !s.Name.StartsWith("scores.L", StringComparison.Ordinal)));
        Assert.Null(none.Total);
    }

    [Fact]
    public void Vetoes_ByTheirEffect_ZeroOrStopOrWarn()
    {
        var (rubric, scores) = Sample();
        var lapsed = Score(rubric, "finance", scores, ("legal_status", "lapsed"));
        Assert.Equal((0m, null, ScoreOutcome.Vetoed), (lapsed.Total, lapsed.Grade, lapsed.Outcome));
        var disputed = Score(rubric, "finance", scores, ("ownership_dispute", "true"));
        Assert.Equal((null, ScoreOutcome.Vetoed), (disputed.Total, disputed.Outcome));
        Assert.Equal(ScoreOutcome.Vetoed, Score(rubric, "finance", scores, ("pledged_without_consent", "true")).Outcome);
        Assert.Equal(ScoreOutcome.Graded, Score(rubric, "licensing", scores, ("pledged_without_consent", "true")).Outcome);
        var unknown = Score(rubric, "finance", scores);
        Assert.Equal(4, unknown.Warnings.Count(w => w.Code == "RUB-0305"));
    }

    [Theory]
    [InlineData("L4", "claim_features", "5", 100)]
    [InlineData("L4", "claim_features", "6", 80)]
    [InlineData("L4", "claim_features", "20", 40)]
    [InlineData("L4", "claim_features", "21", 20)]
    [InlineData("L6", "family_countries", "pct", 40)]
    [InlineData("L6", "family_countries", "5", 100)]
    [InlineData("E1", "remaining_years", "9.99", 80)]
    [InlineData("E1", "remaining_years", "10", 100)]
    [InlineData("E1", "remaining_years", "2.5", 20)]
    [InlineData("T7", "trl", "3", 40)]
    [InlineData("E5", "product_revenue_share", "0.05", 40)]
    [InlineData("E5", "product_revenue_share", "0", 0)]
    public void Indicator_FromAFact_TakesTheStepOfItsTable(string indicator, string fact, string value, int wanted)
    {
        var score = Score(Platform, "finance", [], (fact, value));
        Assert.Equal(wanted, score.Sides.SelectMany(s => s.Groups).SelectMany(g => g.Indicators).Single(i => i.Indicator.Id == indicator).Score);
    }

    [Fact]
    public void Subject_ScoredWrongly_IsRefused()
    {
        Refusal First(Figure score) => Scorer.Of(Platform, Platform.Scenarios[0], new("P", "", "invention", Words.Same("P"), [], [score])).Refusals[0];
        Assert.Equal("RUB-0202", First(F("scores.Q1", 50)).Code);
        Assert.Equal("RUB-0203", First(F("scores.L1", 50)).Code);
        Assert.Equal("RUB-0204", First(F("scores.T1", 101)).Code);
        var odd = Score(Platform, "finance", [], ("examination", "magic"), ("claim_feature", "3"));
        Assert.Contains(odd.Warnings, w => w.Code == "RUB-0205");
        Assert.Contains(odd.Warnings, w => w.Code == "RUB-0206" && w.Expected.En == "claim_features");
    }

    [Theory]
    [InlineData("weight: 0.40", "weight: 0.41", "RUB-0101")]
    [InlineData("law: 0.35, technology: 0.25", "law: 0.36, technology: 0.25", "RUB-0101")]
    [InlineData("law: 0.35, technology", "lex: 0.35, technology", "FLD-0101")]
    [InlineData("- id: L2", "- id: L1", "FLD-0102")]
    [InlineData("- id: T1\n", "- id: L1\n", "RUB-0102")]
    [InlineData("{grade: D, from: 0}", "{grade: D, from: 1}", "RUB-0104")]
    [InlineData("{grade: B, from: 65}", "{grade: B, from: 80}", "RUB-0104")]
    [InlineData("指标层级参照 GB/T 42748-2023", "符合 GB/T 42748-2023", "RUB-0105")]
    [InlineData("Levels of indicators after GB/T", "Conforms to GB/T", "RUB-0105")]
    [InlineData("mode: expert", "mode: auto", "RUB-0103")]
    [InlineData("coverage: 0.7", "coverage: 1.7", "FLD-0102")]
    [InlineData("coverage: 0.7", "coverge: 0.7", "FLD-0104")]
    [InlineData("effect: zero", "effect: null", "FLD-0101")]
    [InlineData("schema: zhirong/rubric/v1", "schema: zhirong/rubric/v2", "FLD-0103")]
    public void Reader_OfABrokenRubric_SaysWhereAndWhat(string from, string to, string code)
    {
        Assert.Contains(from, Shipped, StringComparison.Ordinal);
        var at = Shipped.IndexOf(from, StringComparison.Ordinal);
        var result = RubricReader.Read(Encoding.UTF8.GetBytes(Shipped.Remove(at, from.Length).Insert(at, to)));
        Assert.False(result.Ok);
        Assert.Contains(result.Refusals, r => r.Code == code && r.Line > 0);
    }

    [Fact]
    public void Changes_BetweenVersions_NameEveryField()
    {
        var after = RubricReader.Read(Encoding.UTF8.GetBytes(Shipped.Replace("version: \"1\"", "version: \"2\"", StringComparison.Ordinal)
            .Replace("weight: 0.40", "weight: 0.30", StringComparison.Ordinal).Replace("        weight: 0.30\n        level3:\n          - id: L4", "        weight: 0.40\n        level3:\n          - id: L4", StringComparison.Ordinal))).Value;
        Assert.Equal(
            ["version 1 → 2", "level1.law.level2.stability.weight 0.40 → 0.30", "level1.law.level2.scope.weight 0.30 → 0.40"],
            Rubric.Changes(Platform, after).Select(c => $"{c.Path} {c.Before} → {c.After}"));
        Assert.Empty(Rubric.Changes(Platform, Platform));
        Assert.DoesNotContain("符合", Platform.Statement.Zh, StringComparison.Ordinal);
        Assert.Contains("版本 1", Platform.Statement.Zh, StringComparison.Ordinal);
    }

    /// <summary>Columns with and without gaps, vetoes and a floor: the sixteen-wide path against the exact one.</summary>
    [Fact]
    public void Rescoring_OfRandomColumns_IsTheExactScorer()
    {
        var bench = RubricReader.Read(File.ReadAllBytes(Path.Combine(Repo.Root, "bench", "rubric-27.yaml"))).Value;
        foreach (var (rubric, gaps) in new[] { (bench, 0.0), (bench, 0.25), (Sample().Rubric, 0.0), (Sample().Rubric, 0.4) })
        {
            Compare(rubric, gaps);
        }
    }

    private void Compare(Rubric rubric, double gaps)
    {
        const int Count = 16 * 12 + 5;
        var random = new Random(20_261_129);
        var scenario = rubric.Scenarios[^1];
        var columns = new ScoreColumns(rubric, Count);
        var indicators = rubric.Indicators;
        var said = new float[indicators.Count, Count];
        for (var k = 0; k < indicators.Count; k++)
        {
            var column = columns.Column(k);
            for (var i = 0; i < column.Length; i++)
            {
                // Raw figures of five places: finer than a cell.
                column[i] = said[k, i] = random.NextDouble() < gaps ? float.NaN : indicators[k].Scale is null ? random.Next(0, 101) : (float)Math.Round((random.NextDouble() * 1.2) - 0.1, 5);
            }
        }

        for (var i = 0; i < Count; i += 23)
        {
            columns.Vetoes[i] = 1;
        }

        var result = new Rescoring(rubric, scenario).Run(columns);
        var (graded, thin) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            var subject = Subject(rubric, said, i);
            var exact = Scorer.Of(rubric, scenario, subject).Value;
            if (columns.Vetoes[i] != 0)
            {
                Assert.Equal((0f, Rescoring.Vetoed), (result.Totals[i], result.Grades[i]));
                continue;
            }

            if (exact.Total is not { } total)
            {
                Assert.True(float.IsNaN(result.Totals[i]));
                Assert.Equal(Rescoring.Insufficient, result.Grades[i]);
                continue;
            }

            Near((double)total, result.Totals[i], 0.001);
            (graded, thin) = exact.Grade is null ? (graded, thin + 1) : (graded + 1, thin);
            var nearStep = rubric.Grades.Any(g => Math.Abs(g.From - total) < 0.001m) || Math.Abs(exact.Coverage - rubric.Coverage) < 0.0001m;
            Assert.True(nearStep || result.Grades[i] == (exact.Grade is null ? Rescoring.Insufficient : rubric.Grades.ToList().FindIndex(g => g.Grade == exact.Grade)), $"{i}: {exact.Grade} {total} {result.Grades[i]}");
        }

        output.WriteLine($"{rubric.Name}, {gaps:0.00} missing: {graded} graded, {thin} too thin of {Count}");
        Assert.True(graded > 0);
    }

    [Fact]
    public void Columns_OfWhatIsSaid_AreScoredAsTheExactScorerDoes()
    {
        const int Count = 600;
        var rubric = Platform;
        var random = new Random(41);
        var (graded, vetoed, thin) = (0, 0, 0);
        foreach (var scenario in rubric.Scenarios)
        {
            var columns = new ScoreColumns(rubric, Count);
            var exact = new List<SubjectScore>();
            for (var i = 0; i < Count; i++)
            {
                var facts = rubric.Indicators.Where(n => n.Fact is not null && random.Next(10) > i % 4).Select(n => (n.Fact!, Value(n, random))).Concat(rubric.Vetoes.Where(_ => random.Next(30) == 0).Select(v => (v.Fact, v.In[0])))
                    .DistinctBy(f => f.Item1).ToDictionary(f => f.Item1, f => f.Item2);
                var scores = rubric.Indicators.Where(n => n.Mode != IndicatorMode.Auto && random.Next(10) > i % 4).ToDictionary(n => n.Id, _ => (decimal)random.Next(0, 101));
                columns.Put(i, scenario, "invention", facts, scores);
                exact.Add(Scorer.Of(rubric, scenario, new("P", "", "invention", Words.Same("P"), [.. facts.Select(f => new ScoreFact(f.Key, f.Value, Source))], [.. scores.Select(s => F($"scores.{s.Key}", s.Value))])).Value);
            }

            var result = new Rescoring(rubric, scenario).Run(columns);
            for (var i = 0; i < Count; i++)
            {
                var (one, total) = (exact[i], exact[i].Total ?? 0);
                if (one.Outcome == ScoreOutcome.Vetoed)
                {
                    Assert.Equal(Rescoring.Vetoed, result.Grades[i]);
                    vetoed++;
                }
                else if (one.Outcome == ScoreOutcome.Insufficient)
                {
                    Assert.True(result.Grades[i] == Rescoring.Insufficient, $"{i}: {one.Coverage}, {one.Total}, {result.Totals[i]}");
                    thin++;
                }
                else
                {
                    Near((double)total, result.Totals[i], 0.001);
                    Assert.True(rubric.Grades.Any(g => Math.Abs(g.From - total) < 0.001m) || one.Grade == rubric.Grades[result.Grades[i]].Grade, $"{i}: {total}");
                    graded++;
                }
            }
        }

        output.WriteLine($"{graded} graded, {vetoed} vetoed, {thin} too thin");
        Assert.True(graded > 100 && vetoed > 100 && thin > 100);
    }

    [Fact]
    public void Columns_OfAnotherRubric_AreRefused()
    {
        var rubric = Platform;
        var columns = new ScoreColumns(rubric, 16);
        var sides = rubric.Sides.ToList();
        var heavier = rubric with { Sides = [.. sides.Select(s => s with { FloorFactor = 0.9m })] };
        Assert.NotNull(new Rescoring(heavier, heavier.Scenarios[0]).Run(columns));
        var fewer = rubric with { Sides = [.. sides.Select(s => s with { Groups = [.. s.Groups.Select(g => g with { Indicators = [.. g.Indicators.Reverse()] })] })] };
        Assert.Throws<ArgumentException>(() => new Rescoring(fewer, fewer.Scenarios[0]).Run(columns));
    }

    /// <summary>A word or number an indicator may meet, now and then one it has no step for.</summary>
    private static string Value(Indicator indicator, Random random)
    {
        if (random.Next(12) == 0)
        {
            return "no such word";
        }

        if (indicator.Scale is { } scale)
        {
            return Figure.Text(scale.Low + ((scale.High - scale.Low) * random.Next(-2, 13) / 10));
        }

        var anchor = indicator.Anchors[random.Next(indicator.Anchors.Count)];
        return anchor.In.Count > 0 ? anchor.In[random.Next(anchor.In.Count)] : Figure.Text(anchor.From ?? anchor.To ?? 1);
    }

    private static ScoreSubject Subject(Rubric rubric, float[,] said, int row)
    {
        var (facts, scores) = (new List<ScoreFact>(), new List<Figure>());
        for (var k = 0; k < rubric.Indicators.Count; k++)
        {
            var (indicator, cell) = (rubric.Indicators[k], said[k, row]);
            if (float.IsNaN(cell))
            {
                continue;
            }

            if (indicator.Scale is null)
            {
                scores.Add(F($"scores.{indicator.Id}", (decimal)cell));
            }
            else
            {
                facts.Add(new(indicator.Fact!, Figure.Text((decimal)cell), Source));
            }
        }

        return new("P", "", "invention", Words.Same("P"), facts, scores);
    }

    /// <summary>Every side at its floor to the hundredth, a hundredth below and a hundredth above: binary fractions may not decide.</summary>
    [Fact]
    public void Rescoring_AtTheFloorOfASide_IsTheExactScorer()
    {
        var (sample, floors) = (Sample().Rubric, 0);
        var rubric = sample with { Sides = [.. sample.Sides.Select(s => s with { FloorBelow = 40, FloorFactor = 0.5m })] };
        foreach (var scenario in rubric.Scenarios)
        {
            foreach (var score in new[] { 39.99m, 40m, 40.01m })
            {
                var columns = new ScoreColumns(rubric, 1);
                columns.Put(0, scenario, "invention", new Dictionary<string, string>(), rubric.Indicators.ToDictionary(i => i.Id, _ => score));
                var exact = Score(rubric, scenario.Id, rubric.Indicators.Select(i => F($"scores.{i.Id}", score)));
                Near((double)exact.Total!.Value, new Rescoring(rubric, scenario).Run(columns).Totals[0], 0.001);
                floors += exact.Total < 20 ? 1 : 0;
            }
        }

        Assert.Equal(rubric.Scenarios.Count, floors);
    }

    [Fact]
    public void Column_OfAFigure_ReadsAsItWasRounded()
    {
        var rubric = RubricReader.Read(File.ReadAllBytes(Path.Combine(Repo.Root, "bench", "rubric-27.yaml"))).Value;
        var column = new ScoreColumns(rubric, 3).Column(0);
        var (low, high) = ((double)rubric.Indicators[0].Scale!.Low, (double)rubric.Indicators[0].Scale!.High);
        (column[0], column[1], column[2]) = ((float)(low - 1), (float)(low + ((high - low) * 0.3)), float.NaN);
        Near(low, column[0], 1e-6);
        Near(low + ((high - low) * 0.3), column[1], (high - low) / 60_000);
        Assert.True(float.IsNaN(column[2]));
    }

    [Fact]
    public void Rescoring_InParts_IsTheWhole()
    {
        var rubric = Sample().Rubric;
        var columns = new ScoreColumns(rubric, 1000);
        var random = new Random(4);
        for (var k = 0; k < 27; k++)
        {
            var column = columns.Column(k);
            for (var i = 0; i < column.Length; i++)
            {
                column[i] = random.Next(0, 101);
            }
        }

        var rescoring = new Rescoring(rubric, rubric.Scenarios[1]);
        var whole = rescoring.Run(columns);
        var parts = new RescoreResult(new float[1000], new byte[1000]);
        rescoring.Run(columns, parts, 512, 1000);
        rescoring.Run(columns, parts, 0, 512);
        Assert.Equal(whole.Totals, parts.Totals);
        Assert.Equal(whole.Grades, parts.Grades);
        Assert.Throws<ArgumentOutOfRangeException>(() => rescoring.Run(columns, parts, 8, 100));
    }
}
