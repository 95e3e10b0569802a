using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence;
using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Facts;
using Zhirong.Engine.Diligence.Judging;

namespace Zhirong.Engine.Tests.Diligence;

/// <summary>What findings do to a value: nothing raises it, nothing is lost, the order does not matter.</summary>
public sealed class EffectsTests
{
    /// <summary>Adverse facts, each of which is a finding for some category.</summary>
    private static readonly (string Fact, string Value)[] Adverse =
    [
        .. Examined.Shipped.Chapters.SelectMany(c => c.Items).Where(i => !i.OfFirm).SelectMany(i => i.Findings).SelectMany(f => f.When).Where(c => c.In.Count > 0 && c.Fact is not "coowner_consent" and not "pledgee_consent").SelectMany(c => c.In.Select(v => (c.Fact, v))).Distinct(),
    ];

    [Fact]
    public void Apply_OneParameterTwice_CountsTheGravestOnce()
    {
        var right = Examined.Right() with { State = new("state", "in_force_in_part", Examined.Copy), Matters = new([new("invalidation", Examined.Day, "pending", "")], Examined.Copy) };
        var line = Examined.Of(right).Effects!.Lines.Single();
        Assert.Equal((0.5m, "500000.00"), (line.Factor, line.After.ToString()));
        Assert.Equal([("invalidation", true), ("state", false)], line.Reasons.Select(r => (r.Answer.Item.Id, r.Counts)));
    }

    [Fact]
    public void Apply_TwoParameters_MultipliesThem()
    {
        var right = Examined.Right() with { Value = Money.OfFen(101), State = new("state", "in_force_in_part", Examined.Copy), Burdens = new([new("sole_licence", "", "", null, null)], Examined.Copy) };
        // 1.01 yuan × 0.6 × 0.8 = 0.4848, to the fen 0.48.
        Assert.Equal("0.48", Examined.Of(right).Effects!.After.ToString());
    }

    /// <summary>Three planted flaws among ninety-two rights: three lines move, the others not; taking a flaw away restores its line alone.</summary>
    [Fact]
    public void Apply_ThreeFlawsAmongNinetyTwo_MovesThreeLines()
    {
        List<RightSubject> whole = [.. Enumerable.Range(1, 92).Select(i => Examined.Right($"P{i}") with { Value = Money.OfFen(22_695_653 + i) })];
        List<RightSubject> flawed = [.. whole];
        flawed[6] = whole[6] with { State = new("state", "lapsed", Examined.Copy), Fees = new([new(5, new(2025, 3, 2), new(2025, 9, 2), false)], Examined.Copy) };
        flawed[40] = whole[40] with { Holders = new([new("甲公司", 0.7m), new("乙大学", 0.3m)], Examined.Copy) };
        flawed[91] = whole[91] with { Burdens = new([new("freeze", "某法院", "", new(2026, 1, 5), null)], Examined.Copy) };
        var (clean, dirty) = (Examined.Of(Examined.Case(whole)).Effects!, Examined.Of(Examined.Case(flawed)).Effects!);

        Assert.Equal(clean.Before, clean.After);
        Assert.Equal(["P7", "P41", "P92"], dirty.Lines.Where(l => l.After != l.Before).Select(l => l.RightId));
        Assert.Equal(dirty.After.Fen, dirty.Lines.Sum(l => l.After.Fen));
        Assert.Equal(0L, dirty.Lines[6].After.Fen + dirty.Lines[91].After.Fen);
        Assert.Equal(Money.Rounded(dirty.Lines[40].Before.Yuan * 0.7m), dirty.Lines[40].After);
        foreach (var at in (int[])[6, 40, 91])
        {
            List<RightSubject> mended = [.. flawed];
            mended[at] = whole[at];
            var back = Examined.Of(Examined.Case(mended)).Effects!;
            Assert.Equal(clean.Lines[at].After, back.Lines[at].After);
            Assert.All(Enumerable.Range(0, 92).Where(i => i != at), i => Assert.Equal(dirty.Lines[i].After, back.Lines[i].After));
        }
    }

    /// <summary>Random sets of adverse facts: a further one never raises any line, shuffling changes nothing, the parts sum to the whole.</summary>
    [Fact]
    public void Apply_RandomAdverseFacts_IsMonotonousAndWithoutOrder()
    {
        var random = new Random(20260331);
        Assert.True(Adverse.Length > 60, $"{Adverse.Length}");
        for (var run = 0; run < 400; run++)
        {
            var kind = DiligenceWords.Kinds[random.Next(DiligenceWords.Kinds.Count)];
            var purpose = (DiligencePurpose)random.Next(4);
            var facts = new List<Fact>();
            var before = Money.OfFen(long.MaxValue);
            for (var step = 0; step < 6; step++)
            {
                var right = Examined.Right(kind: kind) with { Value = Money.OfFen(random.Next(1, 1_000_000_000)), Answers = [.. facts] };
                right = right with { Value = Money.OfFen(99_999_937) };
                var made = Examined.Of(right, purpose);
                var after = made.Effects!.After;
                Assert.True(after <= before && after <= right.Value, $"seed 20260331 run {run}: {string.Join(", ", facts.Select(f => $"{f.Name}={f.Value}"))}");
                Assert.Equal(made.Effects.After.Fen, made.Effects.Lines.Sum(l => l.After.Fen));

                var shuffled = made.Answers.ToArray();
                random.Shuffle(shuffled);
                Assert.Equal(after, Effects.Apply([new("P1", right.Value!.Value)], shuffled).After);
                var otherOrder = facts.ToArray();
                random.Shuffle(otherOrder);
                Assert.Equal(made.Answers.Select(a => (a.Key, a.Factor)), Examined.Of(right with { Answers = otherOrder }, purpose).Answers.Select(a => (a.Key, a.Factor)));

                before = after;
                var (name, value) = Adverse[random.Next(Adverse.Length)];
                facts.Add(new(name, value, Examined.Copy));
            }
        }
    }

    /// <summary>In no item does a finding tried earlier weigh less than one tried later on the same facts: else a further fact could raise a value.</summary>
    [Fact]
    public void Checklist_OfEachItem_TriesTheGraverFindingFirst()
    {
        foreach (var (item, purpose) in Examined.Shipped.Chapters.SelectMany(c => c.Items).SelectMany(i => Enum.GetValues<DiligencePurpose>().Select(p => (i, p))))
        {
            var factors = item.Findings.Where(f => f.When.Count == 1 && !f.Weight.OwnShare).Select(f => f.For(purpose).Factor ?? 1).ToList();
            Assert.True(factors.SequenceEqual(factors.Order()), $"{item.Id} for {purpose.Word()}: {string.Join(' ', factors)}");
        }
    }
}
