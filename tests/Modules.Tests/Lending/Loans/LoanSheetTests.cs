using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Host;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Importing;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Office.Files;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending.Loans;

/// <summary>An officer's register taken in: what is good becomes loans with opening entries, what is wrong is named by line and field, the same sheet again changes nothing.</summary>
public sealed class LoanSheetTests
{
    /// <summary>Equal instalments under way; interest by the quarter's 20th; matured and unpaid; then: no such method, a balance above the loan, the same number, arrears without a day.</summary>
    private const string Sheet = """
        某某支行贷款台账,,,,,,,,,,,,
        借据号,合同号,借款人,借款金额（万元）,贷款余额（元）,执行年利率,还款方式,结息日,放款日期,到期日期,欠息,罚息,五级分类,逾期天数,内部号
        JJ-001,HT-1,甲公司,120,"600,000.00",6%,等额本息,,2025-07-10,2026-07-10,,,正常,,x
        JJ-002,HT-2,乙公司,300,"3,000,000.00",3.45%,按月付息到期还本,20,2025年3月5日,2026-03-05,,,关注,,x
        JJ-003,HT-3,丙公司,50,"500,000.00",4.35%,利随本清,,2024/12/31,2025/12/31,"21,750.00",300.00,关注,14,x
        JJ-004,HT-4,丁公司,10,"1.00",4.35%,看着还,,2024/12/31,2026/12/31,,,,,x
        JJ-005,HT-5,戊公司,10,"100,000.01",4.35%,利随本清,,2024/12/31,2026/12/31,,,,,x
        JJ-001,HT-1,甲公司,120,"600,000.00",6%,等额本息,,2025-07-10,2026-07-10,,,正常,,x
        JJ-006,HT-6,己公司,10,"100,000.00",4.35%,利随本清,,2024/12/31,2026/12/31,5.00,,,,x
        合计,,,,"4,200,000.01",,,,,,,,,,
        """;

    /// <summary>Each column beside its field and what stands under it, also of a sheet nobody could read as it is.</summary>
    [Fact]
    public async Task Columns_OfASheet_AreNamedWithSamplesAndWhatIsMissing()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite, "2026-01-14");
        var titles = house.Desk.Law.Titles;
        var read = LoanSheetReader.Columns(TextEncodings.Gbk.GetBytes(Sheet), titles).Value!;
        Assert.Equal((2, 15, 0), (read.Line, read.Columns.Count, read.Missing.Count));
        Assert.Equal(("借据号", "number", true, "JJ-001 JJ-002 JJ-003"), (read.Columns[0].Title, read.Columns[0].Field, read.Columns[0].Known, string.Join(' ', read.Columns[0].Samples)));
        Assert.Equal(("内部号", "", false, "x"), (read.Columns[14].Title, read.Columns[14].Field, read.Columns[14].Known, string.Join(' ', read.Columns[14].Samples)));

        var own = titles.With(LoanTitles.Of(new Dictionary<string, string> { ["内部号"] = "number", ["借据号"] = "" }).Value!);
        Assert.Equal(["", "number"], LoanSheetReader.Columns(TextEncodings.Gbk.GetBytes(Sheet), own).Value!.Columns.Where(c => c.Title is "借据号" or "内部号").Select(c => c.Field));

        var strange = LoanSheetReader.Columns(Encoding.UTF8.GetBytes("甲,乙,丙\n1,2,\n3,,4\n"), titles).Value!;
        Assert.Equal((1, "1 3|2|4"), (strange.Line, string.Join('|', strange.Columns.Select(c => string.Join(' ', c.Samples)))));
        Assert.Equal(LoanTitles.Needed, strange.Missing);
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Sheet_TakenIn_TiesOutAndComesBackTheSame(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind, "2026-01-14");
        var books = new BookDoor(Home.Charts(), house.Desk.Clock);
        var looked = await Look(house, TextEncodings.Gbk.GetBytes(Sheet));
        Assert.Equal((7, 3, 4, "4100000.00"), (looked.Counts.Rows, looked.Counts.Fresh, looked.Counts.Refused, looked.Counts.FreshBalance));
        Assert.Equal(["6 method LEN-0741", "7 balance LEN-0743", "8 number LEN-0742", "9 since LEN-0744"], looked.Shown.Where(r => r.Outcome == "refused").Select(r => $"{r.Line} {r.Reasons[0].Path} {r.Reasons[0].Code}"));
        Assert.Equal("0.00", house.Balance("130301"));

        var taken = await TakeLoans.Take(house.Desk, books, LoanHouse.Bank, looked.Id, new(1), null, Language.Zh);
        Assert.Empty(taken.Refusals);
        Assert.Equal(("taken", "4100000.00"), (taken.Value!.State, taken.Value.LedgerBalance));
        Assert.Equal(("3600000.00", "500000.00", "300.00"), (house.Balance("130301"), house.Balance("130302"), house.Balance("113201")));
        Assert.Equal("LEN-0007", (await TakeLoans.Take(house.Desk, books, LoanHouse.Bank, looked.Id, new(1), null, Language.Zh)).Refusals[0].Code);
        Assert.Equal("LEN-0736", (await TakeLoans.Take(house.Desk, books, LoanHouse.Bank, looked.Id, new(2), null, Language.Zh)).Refusals[0].Code);
        await Loans(house);
        Assert.Empty(await house.Wrong());

        await Again(house, books);
    }

    /// <summary>What was lent in July in twelve instalments has six left from the balance on; what is past its term is overdue since then; a class worse than the days say is somebody's judgment.</summary>
    private static async Task Loans(LoanHouse house)
    {
        await using var read = house.Test.Store.Read(LoanHouse.Bank);
        var loans = read.Set<Loan>().OrderBy(l => l.Number).ToList();
        var first = await house.Loan(loans[0].Id);
        Assert.Equal(("600000.00", 6, new DateOnly(2026, 2, 10)), (first.Now!.Balance, first.Schedules[^1].Instalments.Count, first.Schedules[^1].Instalments[0].DueOn));
        Assert.Equal("600000.00", $"{first.Schedules[^1].Instalments.Sum(i => decimal.Parse(i.Principal, null)):0.00}");

        // Interest ran up from 10 January in the other books, the night of the 14th in ours: 600,000 x 6 % x 5 / 360.
        Assert.Equal("500.00", first.Row.Accrued);
        var second = await house.Loan(loans[1].Id);
        Assert.Equal((new DateOnly(2026, 1, 21), "special_mention", "judged"), (second.Schedules[^1].Instalments[0].DueOn, second.Row.Class, second.Events[^1].Kind));
        var third = await house.Loan(loans[2].Id);
        Assert.Equal((14, "500000.00", "21750.00", "HT-3"), (third.Row.PastDue, third.Row.Due, third.Row.Interest, third.Row.FacilityNumber));
        Assert.Equal("single", (await house.Facility(loans[2].FacilityId)).Row.Kind);
    }

    /// <summary>The same sheet again, our own export of it, and a sheet that says otherwise: nothing is made twice, and what differs is told field by field.</summary>
    private static async Task Again(LoanHouse house, BookDoor books)
    {
        var again = await Look(house, Encoding.UTF8.GetBytes(Sheet));
        Assert.Equal((3, 0, 0), (again.Counts.Same + again.Counts.Differing, again.Counts.Fresh, again.Counts.Differing));
        Assert.Equal("LEN-0737", (await TakeLoans.Take(house.Desk, books, LoanHouse.Bank, again.Id, new(1), null, Language.Zh)).Refusals[0].Code);
        foreach (var language in (Language[])[Language.Zh, Language.En])
        {
            var own = await Look(house, await Export(house, language));
            Assert.Equal((3, 3), (own.Counts.Rows, own.Counts.Same));
        }

        var other = await Look(house, Encoding.UTF8.GetBytes(Sheet.Replace("\"600,000.00\",6%", "\"599,000.00\",5.5%", StringComparison.Ordinal)));
        var differing = other.Shown.First(r => r.Outcome == "differs");
        Assert.Equal(["rate 5.50% 6.00%", "balance 599000.00 600000.00"], differing.Differences.Select(d => $"{d.Field} {d.Sheet} {d.Held}"));

        // It lives on: closed for days, repaid, and what is kept agrees.
        await house.Live("2026-01-22");
        await using var read = house.Test.Store.Read(LoanHouse.Bank);
        var second = read.Set<Loan>().Single(l => l.Number == "JJ-002");

        // 21 December to 21 January, 3,000,000 x 3.45 % x 31 / 360.
        Assert.Equal((890_000 + 1_250L, ""), (second.InterestFen, second.Fault));
        Assert.Equal("", await house.Record(second.Id, LoanHouse.Receipt(house.Today, "8912.50", "HK-1")));
        Assert.Empty(await house.Wrong());
    }

    private static async Task<LoanImportView> Look(LoanHouse house, byte[] bytes)
    {
        var looked = await ImportLoans.Look(house.Desk, LoanHouse.Bank, new("台账.csv", bytes, house.Today, house.Book, ""), house.Desk.Law.Titles, Language.Zh);
        Assert.True(looked.Ok, looked.Ok ? "" : looked.Refusals[0].Sentence(Language.En));
        return looked.Value;
    }

    private static async Task<byte[]> Export(LoanHouse house, Language language)
    {
        await using var read = house.Test.Store.Read(LoanHouse.Bank);
        return await ListLoans.Workbook(read, default, house.Desk, language);
    }
}
