using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence;
using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Facts;
using Zhirong.Engine.Diligence.Judging;
using Zhirong.Engine.Diligence.Reading;

namespace Zhirong.Engine.Tests.Diligence;

/// <summary>Cases for the tests of due diligence: one right without a flaw, to which each test adds its own.</summary>
internal static class Examined
{
    public static DateOnly Day { get; } = new(2026, 3, 31);

    public static Provenance Copy { get; } = new("登记簿副本", new(2026, 3, 20));

    public static Checklist Shipped { get; } = ChecklistReader.Read(File.ReadAllBytes(Path.Combine(Repo.Root, "data", "diligence", "checklist.yaml"))).Value;

    public static RightSubject Right(string id = "P1", string kind = "invention") => new()
    {
        Id = id,
        Number = $"ZL2020100000{id}",
        Kind = kind,
        Title = Words.Same(id),
        Value = Money.Cny(1_000_000m),
        State = new("state", "granted", Copy),
        Filed = new(2020, 3, 2),
        TermEnd = (new(2040, 3, 2), Copy),
        Holders = new([new("甲公司", null)], Copy),
        Burdens = new([], Copy),
        Fees = new([new(6, new(2026, 3, 2), new(2026, 9, 2), true)], Copy),
        Matters = new([], Copy),
    };

    public static DiligenceCase Case(params IReadOnlyList<RightSubject> rights) => new()
    {
        Id = "case",
        Day = Day,
        Purpose = DiligencePurpose.Pledge,
        Firm = new("F", "", ["甲公司", "甲厂"], [new("dishonest", "no", Copy), new("insolvency", "no", Copy)]),
        Rights = rights,
    };

    public static DiligenceResult Of(DiligenceCase of) => DiligenceResult.Of(of, Shipped);

    public static DiligenceResult Of(RightSubject right, DiligencePurpose purpose = DiligencePurpose.Pledge) => Of(Case(right) with { Purpose = purpose });

    public static ItemAnswer Item(this DiligenceResult made, string item, string? right = "P1") => made.Answers.Single(a => a.Item.Id == item && a.RightId == right);

    /// <summary>State, grade and factor in a line, for tables.</summary>
    public static string Line(this ItemAnswer answer) =>
        string.Join(' ', new[] { ItemAnswer.StateWords[(int)answer.State], answer.Grade?.Word(), answer.Factor is { } factor ? RightFacts.Text(factor) : null, answer.Why is { } why ? ItemAnswer.WhyWords[(int)why] : null }.OfType<string>());
}
