using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Statements;

namespace Zhirong.Modules.Tests.Payments.Statements;

/// <summary>Statements of hundreds of megabytes pass through in little memory; with ZHIRONG_LONG=1 the real 200 MB.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class LongStatementTests
{
    private static long Bytes => (Repo.Long ? 200L : 12L) * 1024 * 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_AVeryLongStatement_NeedsLittleMemory(bool csv)
    {
        using var made = new MadeStatement(csv, Bytes);
        var sink = new MemoryWatch();
        var read = Shelves.Statements.Read(made, sink);
        Assert.True(read.Ok, string.Join("; ", read.Refusals.Select(r => $"{r.Code} {r.Path} {r.Found}")));
        Assert.True(read.Value.Statements.Single().AddsUp);
        Assert.True(made.Given >= Bytes);
        Assert.Equal(made.Lines, sink.Lines);
        Assert.True(sink.Growth < 40L * 1024 * 1024, $"{made.Given >> 20} MB of {(csv ? "csv" : "camt")}, {sink.Lines} lines: {sink.Growth >> 10} KB more at the most");
    }

    /// <summary>The whole way to the limit takes a while: without ZHIRONG_LONG=1 it goes a thousandth of it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_AStatementWithoutEnd_StopsAtTheLimit(bool csv)
    {
        using var made = new MadeStatement(csv, Repo.Long ? long.MaxValue : 1 << 20);
        var read = Shelves.Statements.Read(made, new MemoryWatch());
        Assert.Equal(Repo.Long, !read.Ok);
        Assert.All(read.Refusals, r => Assert.True(r.Code is "PAY-0602" or "PAY-0611" or "PAY-0616", r.Code));
    }

    /// <summary>Memory is the process's: nothing else may run beside its measurement.</summary>
    [CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
    public sealed class MeasuredAlone;

    private sealed class MemoryWatch : IStatementSink
    {
        private long before;

        public int Lines { get; private set; }

        public long Growth { get; private set; }

        public void Begin(BankStatement head) => before = GC.GetTotalMemory(forceFullCollection: true);

        public void Line(StatementLine line)
        {
            if (++Lines % 20_000 == 0)
            {
                Growth = Math.Max(Growth, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        public void End(BankStatement foot)
        {
        }
    }

    /// <summary>A statement made while it is read: nothing of it is ever held.</summary>
    private sealed class MadeStatement(bool csv, long bytes) : Stream
    {
        private readonly List<StatementLine> samples = [.. TestBank.Random(new(11), 50, reversals: false).Lines];
        private byte[] part = [];
        private int at;
        private long balance = 5_000_000_00;
        private bool begun;
        private bool ended;

        public int Lines { get; private set; }

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
                if (ended)
                {
                    return 0;
                }

                (part, at) = (Encoding.UTF8.GetBytes(Next()), 0);
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

        /// <summary>Pairs of lines that cancel out, so that the closing balance is known before the first.</summary>
        private string Next()
        {
            if (!begun)
            {
                begun = true;
                return csv ? "交易日期,借方发生额,贷方发生额,余额,对方户名,流水号,业务参考号,摘要\r\n"
                    : TestBank.Camt("camt.053.001.08", new() { Id = "LONG", Account = "1", From = new(2026, 11, 1), To = new(2026, 11, 30), Opening = Money.OfFen(balance), Closing = Money.OfFen(balance), Lines = [] }).Split("</Stmt>")[0];
            }

            if (Given >= bytes)
            {
                ended = true;
                return csv ? "" : "</Stmt></BkToCstmrStmt></Document>";
            }

            var sample = samples[Lines / 2 % samples.Count];
            return One(sample) + One(sample with { Amount = -sample.Amount });
        }

        private string One(StatementLine sample)
        {
            balance += sample.Amount.Fen;
            var line = sample with { Number = ++Lines, Reference = $"LS{Lines:000000000}", EndToEndId = $"E{Lines:000000000}" };
            return csv
                ? $"2026-11-{Lines % 9 + 10},{(line.Amount.Fen < 0 ? -line.Amount : "")},{(line.Amount.Fen < 0 ? "" : line.Amount)},{Money.OfFen(balance)},{line.CounterpartyName},{line.Reference},{line.EndToEndId},质押融资项目放款与受托支付，按合同约定用途使用\r\n"
                : TestBank.Entry(line, old: false);
        }
    }
}
