using System.Diagnostics;
using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Tests.Waterfall;
using Zhirong.Engine.Waterfall.Run;

namespace Zhirong.Engine.Tests.Documents;

/// <summary>Where a file's size, nesting, numbers and dates stop: inside, on the limit, just over.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("a: *a", "DOC-0009", 1)]
    [InlineData("a: &a [1, *a]", "DOC-0008", 1)]
    [InlineData("a: &a\n  b: &b [*a]", "DOC-0008", 2)]
    [InlineData("a: 1\nb: 2\na: 3", "DOC-0010", 3)]
    [InlineData("{\"a\": 1, \"a\": 2}", "DOC-0010", 1)]
    [InlineData("? [a]\n: 1", "DOC-0011", 1)]
    [InlineData("a: 1\n---\nb: 2", "DOC-0012", 2)]
    [InlineData("a: !!int 1", "DOC-0013", 1)]
    [InlineData("a:\n\tb: 2", "DOC-0005", 2)]
    [InlineData("a: 1\n\tb: 2", "DOC-0005", 2)]
    [InlineData("x: 1\na: {b: [1, 2\nc: 3", "DOC-0005", 2)]
    [InlineData("a:\n  - b\n c: 1", "DOC-0005", 3)]
    [InlineData("", "DOC-0004", 1)]
    [InlineData("  \n ", "DOC-0004", 1)]
    [InlineData("# only a comment", "DOC-0004", 1)]
    [InlineData("{\"a\": \"\\ud800\"}", "DOC-0005", 1)]
    [InlineData("{\"a\": 1", "DOC-0005", 1)]
    [InlineData("{\"a\": NaN}", "FLD-0101", 1)] // read as YAML in flow style: the values are what is missing
    public void Read_AFileThatIsNotOneDocument_IsRefusedAtItsLine(string text, string code, int line)
    {
        var refusals = Deals.Prepare(text).ShapeRefusals;

        Assert.Equal((code, line), (refusals[0].Code, refusals[0].Line));
    }

    [Theory]
    [InlineData("\"\": 1", "FLD-0104", "\"\"")]
    [InlineData("\"\"", "FLD-0102", "\"\"")]
    [InlineData("~", "FLD-0102", "null")]
    public void Read_AnEmptyWord_IsShownAsOne(string text, string code, string found) =>
        Assert.Contains((code, found), Deals.Prepare(text).ShapeRefusals.Select(r => (r.Code, r.Found)));

    [Fact]
    public void Resolve_YearWithoutHolidays_WarnsAtThePaymentDates()
    {
        var warning = Assert.Single(Deals.Prepare(Deals.Ningbo).Deal!.Warnings);

        Assert.Equal(("CAL-0101", "dates.payment_dates"), (warning.Code, warning.Path));
        Assert.Contains("payment_dates", Deals.Ningbo.Split('\n')[warning.Line - 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4 * 1024 * 1024, "")]
    [InlineData((4 * 1024 * 1024) + 1, "DOC-0002")]
    public void Read_AtTheSizeLimit_DecidesByTheByte(int bytes, string code)
    {
        var text = "a: b\n#" + new string('x', bytes - 6);

        Assert.Equal(code, string.Concat(DocReader.Read(text).Refusals.Select(r => r.Code)));
    }

    [Theory]
    [InlineData(30, "")]
    [InlineData(31, "DOC-0006")]
    [InlineData(100_000, "DOC-0006")]
    public void Read_NestedLists_AreBoundedInDepth(int lists, string code)
    {
        // The map around them is one level, the number inside another.
        var clock = Stopwatch.StartNew();
        foreach (var text in (string[])[$"a: {new string('[', lists)}1{new string(']', lists)}", $"{{\"a\": {new string('[', lists)}1{new string(']', lists)}}}"])
        {
            Assert.Equal(code, string.Concat(DocReader.Read(text).Refusals.Select(r => r.Code)));
        }

        Assert.True(clock.ElapsedMilliseconds < 2000);
    }

    [Fact]
    public void Read_ABillionLaughs_IsRefusedWithoutWritingThemOut()
    {
        var text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (var n = 1; n < 20; n++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{n}: &a{n} [{string.Join(", ", Enumerable.Repeat($"*a{n - 1}", 10))}]\n");
        }

        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("DOC-0007", DocReader.Read(text.ToString()).Refusals[0].Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 5_000_000);
    }

    [Theory]
    [InlineData("145000000", "")]
    [InlineData("\"145000000.00\"", "")]
    [InlineData("1.45e8", "")]
    [InlineData("14500000000E-2", "")]
    [InlineData("+145000000", "")]
    [InlineData("145000000.001", "FLD-0102")]
    [InlineData("145000000.000", "")]
    [InlineData("145000000.00000000000000000000000001", "FLD-0102")] // not rounded away
    [InlineData("145,000,000", "FLD-0102")]
    [InlineData("1_450", "FLD-0102")]
    [InlineData("-145000000", "FLD-0102")]
    [InlineData("1000000000000000", "FLD-0102")] // sixteen digits
    [InlineData(".inf", "FLD-0102")]
    [InlineData("NaN", "FLD-0102")]
    [InlineData("0x10", "FLD-0102")]
    [InlineData("1亿", "FLD-0102")]
    [InlineData("", "FLD-0101")]
    [InlineData("[1]", "FLD-0102")]
    public void Read_AnAmount_IsDecimalYuanWithAtMostTwoPlaces(string amount, string code)
    {
        var prepared = Deals.Prepare(Deals.Ningbo.With("size: 145000000.00", $"size: {amount}"));

        Assert.Equal(code, string.Concat(prepared.ShapeRefusals.Select(r => r.Code)));
        Assert.All(prepared.ShapeRefusals, r => Assert.Equal("size", r.Path));
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2026-1-20")]
    [InlineData("20260120")]
    [InlineData("2026-01-20T00:00:00")]
    [InlineData("1989-12-31")]
    [InlineData("2200-01-01")]
    public void Read_ADateThatIsNone_IsRefused(string date)
    {
        var refusal = Deals.Prepare(Deals.Ningbo.With("closing: 2026-01-20", $"closing: {date}")).ShapeRefusals[0];

        Assert.Equal(("FLD-0102", "dates.closing", date), (refusal.Code, refusal.Path, refusal.Found));
    }

    [Theory]
    [InlineData("cutoff: 2026-01-20", "cutoff: 2026-01-21", "dates.cutoff")]
    [InlineData("expected_maturity: 2027-01-20", "expected_maturity: 2026-01-20", "dates.expected_maturity")]
    [InlineData("[2027-01-20]", "[2026-01-20]", "dates.payment_dates")]
    [InlineData("[2027-01-20]", "[2027-01-20, 2027-01-20]", "dates.payment_dates.list.1")]
    public void Read_DatesOutOfOrder_AreRefused(string from, string to, string path)
    {
        var refusals = Deals.Prepare(Deals.Ningbo.With(from, to)).ShapeRefusals;

        Assert.Equal(("DEAL-0102", path), (Assert.Single(refusals).Code, refusals[0].Path));
    }

    [Theory]
    [InlineData("every: 9999Y, first: 2022-03-28", "DEAL-0103")]
    [InlineData("every: 2M, first: 2022-03-28", "DEAL-0103")] // does not hit the last date
    [InlineData("every: 0M, first: 2022-03-28", "DEAL-0106")]
    [InlineData("every: quarterly, first: 2022-03-28", "DEAL-0106")]
    public void Read_PaymentDatesThatNeverArrive_AreRefused(string to, string code) =>
        Assert.Contains(code, Deals.Prepare(Deals.Ctex.With("every: 3M, first: 2022-03-28", to)).ShapeRefusals.Select(r => r.Code));

    [Theory]
    [InlineData("every: 3M, rate", "every: 9999Y, rate", "LINT-0130")]
    [InlineData("periods: 12, every: 3M, rate", "every: 40M, rate", "LINT-0130")] // no date before the notes end
    [InlineData("periods: 12, every: 3M, rate", "every: 1D, rate", "")] // 1,096 days
    [InlineData("periods: 12, every: 3M, rate", "every: 1D, maturity: 2026-12-28, rate", "LINT-0130")] // 1,826 days, and past the notes
    public void Check_ContractDatesThatCannotBeComputed_AreRefused(string from, string to, string code)
    {
        var prepared = Deals.Prepare(Deals.Ctex.With(from, to));

        Assert.Equal(code, string.Join(' ', prepared.Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Code).Distinct()));
        Assert.Equal(code.Length == 0, prepared.Deal is not null);
    }

    [Theory]
    [InlineData("33.333333333333", "33.333333333334", "")]
    [InlineData("33.3333333333333", "33.3333333333334", "FLD-0102")]
    public void Read_PartsOfAHundred_KeepTwelveDecimals(string part, string rest, string code)
    {
        var deal = Deals.Ctex.With("every: 3M, first: 2022-03-28, last: 2024-12-28", "list: [2022-12-28, 2023-12-28, 2024-12-28]")
            .With("[8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.37]", $"[{part}, {part}, {rest}]");

        var codes = Deals.Prepare(deal).ShapeRefusals.Select(r => r.Code).ToList();
        Assert.Equal(code.Length > 0, codes.Contains("FLD-0102"));
        Assert.Equal(code.Length == 0, codes.Count == 0);
    }

    [Fact]
    public void Read_ActActIcma_IsRefusedInADeal()
    {
        var refusal = Assert.Single(Deals.Prepare(Deals.Ningbo.With("coupon: 0.0220, day_count: ACT/365F", "coupon: 0.0220, day_count: ACT/ACT ICMA")).ShapeRefusals);

        Assert.Equal(("FLD-0103", "tranches.A.day_count"), (refusal.Code, refusal.Path));
    }

    [Theory]
    [InlineData("900000000000000.00", 40, "DEAL-0108")]
    [InlineData("99999999999.99", 40, "")] // a thousand 亿 over forty years
    public void Prepare_AmountsThatMightNotFit_AreRefusedBeforeTheyWrap(string amount, int years, string code)
    {
        var deal = Deals.Ningbo.With("{id: N01, principal: 21000000,", $"{{id: N01, principal: {amount},").With("size: 145000000.00", $"size: {amount}")
            .With("size: 137750000.00", $"size: {amount}").With("[2027-01-20]", $"[{2026 + years}-01-20]").With("kind: fixed, amount: 30000.00", $"kind: fixed, amount: {amount}");

        var prepared = Deals.Prepare(deal);

        Assert.Equal(code, string.Concat(prepared.ShapeRefusals.Select(r => r.Code)));
        if (prepared.Deal is { } resolved)
        {
            using var run = new ExactMachine(resolved).Run(prepared.Scenario!);
            Assert.Equal(0, run.Period(0).Check);
        }
    }

    [Fact]
    public void Prepare_ThePoolWithTheMostDebtors_StaysWithinTimeAndMemory()
    {
        var clock = Stopwatch.StartNew();
        var obligors = string.Concat(Enumerable.Range(0, 20_000).Select(n => $"\n    - {{id: X{n}, principal: 0.01, appraised: 0}}"));
        var deal = Deals.Ctex.With("    - {id: C15, principal: 11000000, industry: 现代农业}", "    - {id: C15, principal: 11000000, industry: 现代农业}" + obligors);

        // 20,015 debtors are one too many lists; 20,000 in all are checked and run.
        Assert.Equal("FLD-0102", Deals.Prepare(deal).ShapeRefusals[0].Code);
        var prepared = Deals.Prepare(string.Join('\n', deal.Split('\n').Where(l => !l.Contains("id: X1999", StringComparison.Ordinal) || l.Contains("id: X1999,", StringComparison.Ordinal))
            .Where(l => !l.Contains("id: X1998", StringComparison.Ordinal))));
        Assert.NotNull(prepared.Deal);
        using var run = new ExactMachine(prepared.Deal).Run(prepared.Scenario!);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    [Fact]
    public void Check_MoreContractDatesThanAMachineShouldHold_IsRefused()
    {
        var obligors = string.Concat(Enumerable.Range(0, 5_000).Select(n => $"\n    - {{id: X{n}, principal: 0.01}}"));
        var deal = Deals.Ctex.With("    - {id: C15, principal: 11000000, industry: 现代农业}", "    - {id: C15, principal: 11000000, industry: 现代农业}" + obligors)
            .With("periods: 12, every: 3M, rate", "every: 1D, rate");

        var prepared = Deals.Prepare(deal);

        Assert.Contains(prepared.Findings, f => f is { Code: "LINT-0130", Path: "pool.obligors" });
        Assert.Null(prepared.Deal);
    }
}
