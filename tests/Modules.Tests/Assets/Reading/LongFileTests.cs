using System.Globalization;
using System.Text;
using Xunit;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Tests.Payments.Statements;

namespace Zhirong.Modules.Tests.Assets.Reading;

/// <summary>Registers of hundreds of megabytes pass through in little memory; with ZHIRONG_LONG=1 more than two gigabytes of csv.</summary>
[Collection(nameof(LongStatementTests.MeasuredAlone))]
public sealed class LongFileTests
{
    private const long Grown = 48L * 1024 * 1024;

    [Fact]
    public void Read_AVeryLongTable_NeedsLittleMemory()
    {
        using var made = new MadeFile((Repo.Long ? 2_200L : 16L) * 1024 * 1024, "申请号,申请日,名称,申请人,摘要\n", n => n % 100 == 99
            ? $"20191{n % 10_000_000:0000000}.Q,2019-01-01,\"坏\n"
            : string.Create(CultureInfo.InvariantCulture, $"20191{n % 10_000_000:0000000},2019-0{1 + (n % 9)}-11,\"第{n}种轴承\n及其制法\",甲公司；乙公司,{new string('长', n % 300)}\n"));

        var (taken, refused, growth) = Measure(made);

        Assert.Equal(made.Parts - (made.Parts / 100), taken);
        Assert.Equal(made.Parts / 100, refused);
        Assert.True(growth < Grown, $"{made.Given >> 20} MB, {taken} rows: {growth >> 10} KB more at the most");
    }

    [Fact]
    public void Read_VeryManyDocuments_NeedLittleMemory()
    {
        var grant = File.ReadAllText(Samples.Golden("xml2014_US08930553.xml")) + "\n";
        using var made = new MadeFile((Repo.Long ? 400L : 16L) * 1024 * 1024, "", n => n % 10 == 9 ? grant[..(grant.Length / 2)] + "\n" : grant);

        var (taken, refused, growth) = Measure(made);

        Assert.Equal((made.Parts - (made.Parts / 10), made.Parts / 10), (taken, refused));
        Assert.True(growth < Grown, $"{made.Given >> 20} MB, {taken} documents: {growth >> 10} KB more at the most");
    }

    /// <summary>The report keeps lists that stop growing and counts that do not.</summary>
    [Fact]
    public void Report_OfMoreRightsAndRefusalsThanItLists_CountsOn()
    {
        var report = new ImportReport();
        var text = new StringBuilder("申请号,名称\n");
        for (var n = 0; n < 25_000; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"20191{n:0000000},甲\n20191{n:0000000},乙\n2019,坏\n");
        }

        foreach (var item in Samples.Read(text.ToString()))
        {
            report.Add("x.csv", item);
        }

        Assert.Equal((50_000, 25_000, 25_000, 25_000), (report.Taken, report.Merged, report.RightCount, report.RefusedCount));
        Assert.Equal((ImportReport.MostRights, ImportReport.MostListed), (report.Rights.Count, report.Refused.Count));
        Assert.Equal((2, "甲"), (report.Rights[0].Records, report.Rights[0].Record.Titles[0].Text));
    }

    private static (long Taken, long Refused, long Growth) Measure(MadeFile made)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (taken, refused, growth) = (0L, 0L, 0L);
        var next = made.Given + (8 << 20);
        foreach (var item in new RightsReader(Samples.Aliases).Read(made))
        {
            taken += item is ReadItem.Taken ? 1 : 0;
            refused += item is ReadItem.Refused ? 1 : 0;
            if (made.Given >= next)
            {
                growth = Math.Max(growth, GC.GetTotalMemory(forceFullCollection: true) - before);
                next = made.Given + (32 << 20);
            }
        }

        return (taken, refused, growth);
    }

    /// <summary>A file made while it is read: nothing of it is ever held.</summary>
    private sealed class MadeFile(long bytes, string head, Func<int, string> make) : Stream
    {
        private byte[] part = Encoding.UTF8.GetBytes(head);
        private int at;

        public int Parts { get; private set; }

        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            while (at == part.Length)
            {
                if (Given >= bytes && Parts % 100 == 0)
                {
                    return 0;
                }

                (part, at) = (Encoding.UTF8.GetBytes(make(Parts++)), 0);
            }

            var length = Math.Min(count, part.Length - at);
            part.AsSpan(at, length).CopyTo(buffer.AsSpan(offset));
            at += length;
            Given += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
