using Xunit;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Tests.Credit;

/// <summary>Dates, grace, multiples, floating rates, holidays, and what holds for any loan.</summary>
public sealed class LoanScheduleTests
{
    private static string Terms(string method, string more = "", string disbursed = "2025-01-31", int count = 3) =>
        $$"""{"principal":"12000","annualRate":"0.12","disbursedOn":"{{disbursed}}","count":{{count}},"method":"{{method}}"{{more}}}""";

    private static IEnumerable<string> Dates(string text) => Loans.Schedule(text).Instalments.Select(i => $"{i.DueOn:MM-dd}");

    /// <summary>Every date counts from the disbursement; only an irregular first one moves the others.</summary>
    [Theory]
    [InlineData("", "02-28 03-31 04-30")]
    [InlineData(",\"monthEnd\":\"firstOfNext\"", "03-01 03-31 05-01")]
    [InlineData(",\"firstDueOn\":\"2025-02-28\"", "02-28 03-31 04-30")]
    [InlineData(",\"firstDueOn\":\"2025-03-01\"", "03-01 04-01 05-01")]
    [InlineData(",\"firstDueOn\":\"2025-03-01\",\"monthEnd\":\"firstOfNext\"", "03-01 03-31 05-01")]
    [InlineData(",\"every\":\"2W\"", "02-14 02-28 03-14")]
    [InlineData(",\"every\":\"15D\"", "02-15 03-02 03-17")]
    [InlineData(",\"every\":\"1Y\"", "01-31 01-31 01-31")]
    public void Of_DueDates_AreNeverChained(string more, string dates) => Assert.Equal(dates, string.Join(' ', Dates(Terms("equalPrincipal", more))));

    /// <summary>Quarters are settled in March, June, September and December; a first date before is kept; the 31st is the month's last day.</summary>
    [Theory]
    [InlineData("3M", "20", "", "03-21 06-21 09-21 12-21 02-05")]
    [InlineData("6M", "20", "", "06-21 12-21 02-05")]
    [InlineData("1Y", "20", "", "12-21 02-05")]
    [InlineData("3M", "31", "", "04-01 07-01 10-01 01-01 02-05")]
    [InlineData("3M", "20", ",\"firstDueOn\":\"2025-05-05\"", "05-05 06-21 09-21 12-21 02-05")]
    public void Of_InterestDay_FollowsTheBanksQuarters(string every, string day, string more, string dates) => Assert.Equal(dates, string.Join(' ', Dates(
        Terms("interestThenBullet", $",\"every\":\"{every}\",\"interestDay\":{day}{more}", "2025-02-05", every switch { "3M" => 4, "6M" => 2, _ => 1 }))));

    [Fact]
    public void Of_Grace_RepaysFromTheNextInstalment() => Assert.Equal(
        ["0.00", "0.00", "4000.00", "4000.00", "4000.00"],
        Loans.Schedule(Terms("equalPrincipal", ",\"graceOnPrincipal\":2", count: 5)).Instalments.Select(i => i.Principal.ToString()));

    /// <summary>12,000 in four of 120 a month on 30/360: (12,000 + 480) ÷ 4 = 3,120, in whole thousands 3,000.</summary>
    [Theory]
    [InlineData("", "3120.00 3120.00 3120.00 3120.00")]
    [InlineData(",\"instalmentMultiple\":1000", "3000.00 3000.00 3000.00 3480.00")]
    [InlineData(",\"instalmentMultiple\":1000,\"convention\":\"fineract\",\"engine\":\"cumulative\"", "3000.00 3000.00 3000.00 3480.00")]
    public void Of_Flat_BearsInterestOnTheWholeLoan(string more, string dues) => Assert.Equal(
        dues, string.Join(' ', Loans.Schedule(Terms("flat", ",\"dayCount\":\"30/360\"" + more, count: 4)).Instalments.Select(i => i.Due.ToString())));

    [Fact]
    public void Of_CustomPlan_PaysInterestWithEachPart() => Assert.Equal(
        ["1 2025-06-01 121 484.00 5000.00 7000.00", "2 2026-01-31 244 569.33 7000.00 0.00"],
        Loans.Lines(Loans.Schedule("""
            principal: 12000
            annualRate: 0.12
            disbursedOn: 2025-01-31
            method: custom
            plan:
              - {dueOn: 2025-06-01, principal: 5000}
              - {dueOn: 2026-01-31, principal: 7000}
            """)));

    [Fact]
    public void Of_CustomPlanWithInterestDay_SettlesInterestBetween() => Assert.Equal(
        ["03-21", "06-21", "09-01", "09-21", "12-01"],
        Dates("""{"principal":100,"annualRate":0.05,"disbursedOn":"2025-03-05","method":"custom","every":"3M","interestDay":20,"plan":[{"dueOn":"2025-09-01","principal":60},{"dueOn":"2025-12-01","principal":40}]}"""));

    /// <summary>1 October 2025 to 8 October is a holiday: due on the 9th, interest to it or not.</summary>
    [Theory]
    [InlineData("", "2025-10-01 30 1000.00")]
    [InlineData(",\"holidayRule\":\"following\"", "2025-10-09 38 1266.67")]
    [InlineData(",\"holidayRule\":\"following\",\"holidayInterest\":\"agreed\"", "2025-10-09 30 1000.00")]
    [InlineData(",\"holidayRule\":\"preceding\"", "2025-09-30 29 966.67")]
    public void Of_Holiday_MovesTheDueDate(string more, string line) => Assert.Equal(
        line, Loans.Schedule($$"""{"principal":100000,"annualRate":"0.12","disbursedOn":"2025-09-01","count":2,"method":"interestThenBullet"{{more}}}""").Instalments.Take(1).Select(i => $"{i.DueOn:yyyy-MM-dd} {i.Days} {i.Interest}").Single());

    [Fact]
    public void Resolve_YearWithoutHolidays_SaysItIsProvisional()
    {
        var warning = Assert.Single(Loans.Schedule(Terms("bullet", ",\"holidayRule\":\"following\"", "2027-01-31", 1)).Warnings);

        Assert.Equal(("CAL-0101", "2027"), (warning.Code, warning.Found));
    }

    /// <summary>LPR of one year was 3.45 until 22 July 2024 and 3.35 after it; a spread of 55 points, repriced half-yearly.</summary>
    [Fact]
    public void Of_FloatingRate_CountsEachRateOverItsDays()
    {
        var schedule = Loans.Schedule("""{"principal":"360000","lpr":{"tenor":"1Y","spreadBp":55,"reprice":"6M"},"disbursedOn":"2024-02-01","count":1,"every":"1Y","method":"bullet"}""");

        Assert.Equal(["2024-02-01 0.0400", "2024-08-01 0.0390"], schedule.Loan.Rates.Select(r => $"{r.From:yyyy-MM-dd} {r.Annual}"));
        // 182 days at 4 % and 184 at 3.9 %.
        Assert.Equal(Money.Cny(7280m + 7176m), schedule.Interest);
    }

    [Fact]
    public void Of_FloatingLevelInstalment_IsComputedAnew()
    {
        var schedule = Loans.Schedule("""{"principal":"1000000","lpr":{"tenor":"5Y","spreadBp":0,"reprice":"newYear"},"disbursedOn":"2023-12-10","count":36,"method":"equalInstalment","dayCount":"30/360"}""");

        var levels = schedule.Instalments.SkipLast(1).Select(i => i.Due).Distinct().Count();
        Assert.Equal(schedule.Loan.Rates.Count, levels);
        Assert.True(levels > 1);
        Assert.Equal(Money.Zero, schedule.Instalments[^1].Balance);
    }

    [Fact]
    public void Resolve_RepricingBeyondTheTable_HoldsTheLastRateAndSaysSo()
    {
        var loan = Loans.Resolve("""{"principal":"1000000","lpr":{"tenor":"1Y","spreadBp":-20,"reprice":"newYear"},"disbursedOn":"2026-03-10","count":36,"method":"equalInstalment"}""");

        Assert.Equal("CRED-0301", Assert.Single(loan.Warnings).Code);
        Assert.Single(loan.Rates);
    }

    /// <summary>Nominal 3 % a month on ACT/360 is more than the instalment of a hundred years: no principal is repaid, and it is said.</summary>
    [Fact]
    public void Of_InstalmentBelowItsInterest_RepaysNothingAndSaysSo()
    {
        var schedule = Loans.Schedule("""{"principal":"1000","annualRate":"0.36","disbursedOn":"2025-01-01","count":1200,"method":"equalInstalment"}""");

        Assert.Contains(schedule.Warnings, w => w.Code == "CRED-0302");
        Assert.All(schedule.Instalments, i => Assert.True(i.Principal >= Money.Zero && i.Balance >= Money.Zero));
    }

    /// <summary>Whatever the terms: principal sums to the loan to the fen, nothing is negative, dates rise, interest is that of the balance before.</summary>
    [Fact]
    public void Of_AnyTerms_RepaysExactlyTheLoan()
    {
        const int Seed = 20_251;
        var random = new Random(Seed);
        for (var i = 0; i < 400; i++)
        {
            var text = Anything(random);
            var schedule = Loans.Schedule(text);
            var balance = schedule.Loan.Terms.Financed;
            var previous = schedule.Loan.Terms.DisbursedOn;
            var at = $"seed {Seed}, loan {i}: {text}";
            foreach (var row in schedule.Instalments)
            {
                Assert.True(row.Principal >= Money.Zero && row.Interest >= Money.Zero && row.Balance == balance - row.Principal, at);
                Assert.True(row.DueOn > previous && row.Period.From == previous, at);
                (balance, previous) = (row.Balance, row.DueOn);
            }

            Assert.True(balance == Money.Zero && schedule.Instalments.Sum(r => r.Principal.Fen) == schedule.Loan.Terms.Financed.Fen, at);
            Assert.True(schedule.Due == Money.OfFen(schedule.Instalments.Sum(r => r.Due.Fen)), at);
            Assert.Equal(Loans.Lines(schedule), Loans.Lines(Loans.Schedule(text)));
        }
    }

    private static string Anything(Random random)
    {
        string Pick(params string[] words) => words[random.Next(words.Length)];
        var method = Pick("equalInstalment", "equalPrincipal", "interestThenBullet", "bullet", "flat");
        var (count, amortising) = (random.Next(1, 40), method is "equalInstalment" or "equalPrincipal" or "flat");
        var grace = amortising && random.Next(3) == 0 ? random.Next(count) : 0;
        var multiple = amortising && random.Next(4) == 0 ? $",\"instalmentMultiple\":\"{Pick("0.01", "1", "100", "5000")}\"" : "";
        var day = method == "interestThenBullet" && random.Next(2) == 0 ? $",\"interestDay\":{random.Next(1, 32)}" : "";
        var every = day.Length > 0 ? Pick("1M", "3M", "5M", "1Y") : Pick("1M", "3M", "2W", "15D", "1Y", "10D");
        var start = new DateOnly(2020, 1, 1).AddDays(random.Next(2500));
        return $$"""{"principal":"{{random.NextInt64(1, 1_000_000_000) / 100m}}","annualRate":"{{random.Next(0, 400_000) / 1_000_000m}}","disbursedOn":"{{start:yyyy-MM-dd}}","count":{{count}},"every":"{{every}}","method":"{{method}}","graceOnPrincipal":{{grace}}{{multiple}}{{day}},"dayCount":"{{Pick("ACT/360", "ACT/365F", "ACT/364", "ACT/ACT", "30/360")}}","convention":"{{Pick("cn", "fineract")}}","engine":"{{Pick("progressive", "cumulative")}}","monthEnd":"{{Pick("clamp", "firstOfNext")}}","interestPeriod":"{{Pick("daily", "same")}}"}""";
    }
}
