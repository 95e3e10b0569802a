using System.Text;
using Xunit;
using Zhirong.Host;
using Zhirong.Modules.Lending.Loans.Checks;

namespace Zhirong.Modules.Tests.Lending.Loans;

/// <summary>Days of checks from a loan's life, around their boundaries, by the plan that comes with the product.</summary>
public sealed class CheckDayTests
{
    private static readonly VisitPlan Plan = Home.Loans().Visits;

    /// <summary>First check: 15 days, 7 above ten million, 30 under a collective line; a day of rest is done before it, and never on the day of the payout.</summary>
    [Theory]
    [InlineData("2026-01-15", "single", 100_00, "2026-01-30")]
    [InlineData("2026-01-15", "single", 10_000_000_00, "2026-01-30")]
    [InlineData("2026-01-15", "single", 10_000_000_01, "2026-01-22")]
    [InlineData("2026-01-15", "collective", 10_000_000_01, "2026-02-14")]
    [InlineData("2026-02-05", "revolving", 100_00, "2026-02-14")]
    [InlineData("2026-02-14", "revolving", 10_000_000_01, "2026-02-24")]
    public void First_FromThePayout(string paid, string line, long fen, string due)
    {
        var next = Next(new(line, "", fen, Day(paid), false, "pass", null, null));
        Assert.Equal((CheckWords.First, due), (next.Kind, $"{next.Due:yyyy-MM-dd}"));
    }

    /// <summary>Routine checks: the worse the class the sooner; months end where the month does; what was taken over starts with routine checks.</summary>
    [Theory]
    [InlineData("2026-03-31", "pass", false, "2026-06-30")]
    [InlineData("2026-03-31", "special_mention", false, "2026-05-29")]
    [InlineData("2026-03-31", "substandard", false, "2026-04-30")]
    [InlineData("2026-03-31", "loss", false, "2026-04-30")]
    [InlineData(null, "pass", true, "2026-04-15")]
    [InlineData("2026-01-20", "pass", true, "2026-04-20")]
    public void Routine_FromTheLastCheck(string? done, string grade, bool taken, string due)
    {
        var next = Next(new("single", "", 1, Day("2026-01-15"), taken, grade, null, done is null ? null : Day(done)));
        Assert.Equal((CheckWords.Routine, due), (next.Kind, $"{next.Due:yyyy-MM-dd}"));
    }

    /// <summary>The last check comes thirty days before maturity; an extension moves it; once it is done the class alone counts.</summary>
    [Theory]
    [InlineData("2026-06-30", "2026-04-01", "2026-05-29")]
    [InlineData("2026-12-31", "2026-04-01", "2026-07-01")]
    [InlineData("2026-06-30", "2026-05-30", "2026-05-31", true)]
    [InlineData("2026-06-30", "2026-05-31", "2026-08-31")]
    public void Routine_BeforeMaturity(string maturity, string done, string due, bool weekend = false)
    {
        var next = Next(new("single", "", 1, Day("2026-01-15"), false, "pass", Day(maturity), Day(done)));

        // A Sunday rolls back onto the day of the last check, so the next day of work is taken.
        Assert.Equal(weekend ? "2026-06-01" : due, $"{next.Due:yyyy-MM-dd}");
    }

    /// <summary>What comes later moves at once; what comes sooner leaves a week, and never beyond the day that stood.</summary>
    [Theory]
    [InlineData("2026-06-30", "2026-07-31", "2026-07-31")]
    [InlineData("2026-06-30", "2026-06-20", "2026-06-20")]
    [InlineData("2026-06-30", "2026-06-08", "2026-06-08")]
    [InlineData("2026-06-30", "2026-06-07", "2026-06-08")]
    [InlineData("2026-06-30", "2026-02-01", "2026-06-08")]
    [InlineData("2026-06-05", "2026-02-01", "2026-06-05")]
    [InlineData("2026-05-01", "2026-02-01", "2026-05-01")]
    public void Moved_LeavesNotice_AndNeverMoreThanThereWas(string stood, string due, string moved) =>
        Assert.Equal(moved, $"{CheckDays.Moved(Plan, Day(stood), Day(due), Day("2026-06-01"), Registries.Calendar):yyyy-MM-dd}");

    /// <summary>The same life gives the same basis; class, maturity and the plan's version are part of it.</summary>
    [Fact]
    public void Basis_ChangesWithWhatTheDayFollowsFrom()
    {
        var life = new CheckedLife("single", "", 1, Day("2026-01-15"), false, "pass", Day("2027-01-15"), Day("2026-02-01"));
        Assert.Equal(Next(life).Basis, Next(life with { }).Basis);
        Assert.Equal(4, new[] { Next(life), Next(life with { Class = "doubtful" }), Next(life with { Maturity = Day("2027-07-15") }), CheckDays.Next(Plan with { Version = "2" }, life, Registries.Calendar) }.Select(n => n.Basis).Distinct().Count());
    }

    /// <summary>A plan that leaves loans out, looks later at a worse class, or at nothing is refused by number and place.</summary>
    [Theory]
    [InlineData("  - {days: 15}", "  - {lines: [single], days: 15}", "LEN-1301 first")]
    [InlineData("  - {days: 15}", "  - {lines: [syndicated], days: 15}\n  - {days: 15}", "LEN-0002 first.2.lines.0")]
    [InlineData("special_mention: 2, substandard: 1", "special_mention: 2, substandard: 3", "LEN-1302 routine.2.months.substandard")]
    [InlineData("kinds: [first, routine, special]", "kinds: [routine, special]", "")]
    [InlineData("[first, special]", "[special]", "")]
    [InlineData("[first", "[special", "LEN-1303 checklist")]
    [InlineData("days: 15", "days: 0", "FLD-0102 first.2.days")]
    [InlineData("counts: true", "counts: false", "LEN-1304 proofs")]
    [InlineData("proof_days: 60", "proof_days: 0", "FLD-0102 proof_days")]
    [InlineData("roll: preceding", "roll: nearest", "FLD-0103 roll")]
    public void Read_WhatIsWrongWithAPlan(string was, string now, string refused)
    {
        var text = File.ReadAllText(Repo.At("data", "credit", "visits.yaml")).Replace(was, now, StringComparison.Ordinal);
        var read = VisitPlan.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal(refused, read.Ok ? "" : $"{read.Refusals[0].Code} {read.Refusals[0].Path}");
    }

    private static NextCheck Next(CheckedLife life) => CheckDays.Next(Plan, life, Registries.Calendar);

    private static DateOnly Day(string text) => Registries.Day(text);
}
