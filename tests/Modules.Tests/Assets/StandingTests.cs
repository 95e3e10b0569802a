using Xunit;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>States derived from events: by effect, by record, whatever the order.</summary>
public sealed class StandingTests(ITestOutputHelper output)
{
    private static readonly StandingFacts Patent = new(RightKind.Invention, Day("2010-03-10"), Day("2011-09-01"), Day("2013-05-01"), Day("2030-03-10"));

    [Theory]
    [InlineData("2010-03-09", RightState.Unknown)]
    [InlineData("2010-03-10", RightState.Applied)]
    [InlineData("2011-09-01", RightState.Published)]
    [InlineData("2013-04-30", RightState.Published)]
    [InlineData("2013-05-01", RightState.Granted)]
    [InlineData("2030-03-09", RightState.Granted)]
    [InlineData("2030-03-10", RightState.Expired)]
    public void State_WithoutEvents_FollowsTheDaysOfTheRight(string day, RightState state) => Assert.Equal(state, State(Patent, [], day));

    /// <summary>Lapsed from March 2019, said in October 2019: in April nobody knew.</summary>
    [Fact]
    public void Lapse_RecordedLater_CountsFromItsEffectAndIsKnownFromItsRecord()
    {
        RightEvent[] events = [Event(RightEffect.Lapsed, "2019-10-15", "2019-03-10")];
        Assert.Equal(RightState.Lapsed, State(Patent, events, "2019-04-01"));
        Assert.Equal(RightState.Granted, State(Patent, events, "2019-03-09"));
        Assert.Equal(RightState.Granted, State(Patent, events, "2019-04-01", known: "2019-10-14"));
        Assert.Equal(RightState.Lapsed, State(Patent, events, "2019-04-01", known: "2019-10-15"));
    }

    [Fact]
    public void Restoration_AfterALapse_BringsItBackUntilItExpires()
    {
        RightEvent[] events = [Event(RightEffect.Restored, "2020-02-01", "2019-03-10"), Event(RightEffect.Lapsed, "2019-10-15", "2019-03-10")];
        Assert.Equal(RightState.Restored, State(Patent, events, "2019-04-01"));
        Assert.Equal(RightState.Lapsed, State(Patent, events, "2019-12-01", known: "2020-01-31"));
        Assert.Equal(RightState.Expired, State(Patent, events, "2030-03-10"));
        RightEvent[] later = [Event(RightEffect.Lapsed, "2019-10-15", "2019-03-10"), Event(RightEffect.Restored, "2020-02-01", null)];
        Assert.Equal((RightState.Lapsed, RightState.Restored), (State(Patent, later, "2020-01-31"), State(Patent, later, "2020-02-01")));
        Assert.True(Standings.At(Standings.Of(Patent, later), Day("2020-02-01")).Estimated);
    }

    [Fact]
    public void Invalidation_OfTheWhole_HoldsFromTheGrant()
    {
        RightEvent[] events = [Event(RightEffect.Invalid, "2022-06-01", "2022-04-20")];
        Assert.Equal((RightState.Published, RightState.Invalidated, RightState.Invalidated), (State(Patent, events, "2013-04-30"), State(Patent, events, "2013-05-01"), State(Patent, events, "2040-01-01")));
        Assert.Equal(RightState.Granted, State(Patent, events, "2020-01-01", known: "2022-05-31"));

        // An old restoration of a lapsed right does not bring back what was held void later; a later one does.
        RightEvent[] lapsed = [.. events, Event(RightEffect.Lapsed, "2016-01-01", "2015-03-10"), Event(RightEffect.Restored, "2016-06-01", "2016-05-01")];
        Assert.Equal(RightState.Invalidated, State(Patent, lapsed, "2020-01-01"));
        Assert.Equal(RightState.Restored, State(Patent, [.. lapsed, Event(RightEffect.Restored, "2023-01-01", "2023-01-01")], "2023-01-01"));
    }

    [Fact]
    public void PartsLost_LeaveTheRestInForce()
    {
        RightEvent[] events = [Event(RightEffect.InvalidPart, "2022-06-01", "2022-04-20"), Event(RightEffect.Abandoned, "2024-01-01", "2023-12-01")];
        Assert.Equal((RightState.InForceInPart, RightState.Abandoned), (State(Patent, events, "2023-01-01"), State(Patent, events, "2023-12-01")));
        Assert.True(RightState.InForceInPart.InForce());
    }

    [Fact]
    public void Application_RejectedAndRevived_IsGrantedAfterAll()
    {
        var pending = Patent with { Granted = null };
        RightEvent[] events = [Event(RightEffect.Examination, "2012-01-01", "2012-01-01"), Event(RightEffect.Rejected, "2013-01-01", "2013-01-01"), Event(RightEffect.Restored, "2013-06-01", "2013-06-01"), Event(RightEffect.Granted, "2014-01-01", "2014-01-01")];
        Assert.Equal(
            [RightState.Examination, RightState.Rejected, RightState.Examination, RightState.Granted],
            new[] { "2012-06-01", "2013-03-01", "2013-07-01", "2014-01-01" }.Select(d => State(pending, events, d)));

        // What never was granted does not expire.
        Assert.Equal(RightState.Withdrawn, State(pending, [Event(RightEffect.Withdrawn, "2013-01-01", "2013-01-01")], "2031-01-01"));
    }

    [Fact]
    public void Source_OlderThanThePolicy_ReadsUnknownSince()
    {
        var standings = Standings.Of(Patent, []);
        Assert.Equal(RightState.Granted, Standings.Fresh(standings, Day("2024-06-29"), Day("2024-01-01"), 180).Standing.State);
        var (now, last, since) = Standings.Fresh(standings, Day("2024-06-30"), Day("2024-01-01"), 180);
        Assert.Equal((RightState.Unknown, RightState.Granted, Day("2024-06-30")), (now.State, last.State, since!.Value));
        Assert.Equal(RightState.Expired, Standings.Fresh(standings, Day("2035-01-01"), Day("2024-01-01"), 180).Standing.State);
        Assert.Equal(RightState.Unknown, Standings.Fresh(standings, Day("2024-01-01"), null, 180).Standing.State);
    }

    [Theory]
    [InlineData("失效", RightState.Unknown)]
    [InlineData("未缴年费", RightState.Granted)]
    [InlineData("有权", RightState.Granted)]
    public void Vendor_WhoContradictsTheEvents_MakesItUnknown(string text, RightState state)
    {
        var facts = Patent with { Said = (text, Day("2024-01-01")) };
        Assert.Equal(state, State(facts, [], "2024-01-01"));
        Assert.Equal(RightState.Granted, State(facts, [], "2023-12-31"));

        // An event that explains it takes the contradiction away, whenever it is learned.
        RightEvent[] lapsed = [Event(RightEffect.Lapsed, "2023-10-01", "2023-03-10")];
        Assert.Equal(text == "有权" ? RightState.Unknown : RightState.Lapsed, State(facts, lapsed, "2024-01-01"));
    }

    [Fact]
    public void States_OfRandomEvents_DoNotDependOnTheOrder()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var effects = Enum.GetValues<RightEffect>();
        for (var round = 0; round < 2_000; round++)
        {
            var events = Enumerable.Range(0, random.Next(1, 9)).Select(n =>
            {
                var recorded = Day("2010-01-01").AddDays(random.Next(0, 30) * 200);
                DateOnly? effective = random.Next(3) == 0 ? null : recorded.AddDays(-random.Next(0, 4) * 100);
                return new RightEvent("inpadoc", $"C{random.Next(3)}", effects[random.Next(effects.Length - 1)], random.Next(5) == 0 ? null : recorded, effective, "", new Dictionary<string, string> { ["registration_number"] = $"{random.Next(3)}", ["assignee"] = $"丙{random.Next(3)}" }, Day("2026-01-01"));
            }).ToArray();
            var first = (Standings.Of(Patent, events), Encumbrances.Of(events), Holders.Of(RightFacts.Of([]), events));
            random.Shuffle(events);
            var second = (Standings.Of(Patent, events), Encumbrances.Of(events), Holders.Of(RightFacts.Of([]), events));
            Assert.Equal(first.Item1, second.Item1);
            Assert.Equal(first.Item2, second.Item2);
            Assert.Equal(first.Item3, second.Item3);
            Assert.All(first.Item1.Zip(first.Item1.Skip(1)), pair => Assert.True(pair.First.Until <= pair.Second.From && pair.First.From < pair.First.Until));
        }
    }

    private static RightState State(StandingFacts facts, IEnumerable<RightEvent> events, string day, string? known = null) => Standings.At(Standings.Of(facts, events, known is null ? null : Day(known)), Day(day)).State;

    private static RightEvent Event(RightEffect effect, string recorded, string? effective) => new("inpadoc", effect.Word(), effect, Day(recorded), effective is null ? null : Day(effective), "", new Dictionary<string, string>(), Day("2026-01-01"));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
