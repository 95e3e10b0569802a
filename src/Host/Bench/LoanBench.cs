using System.Diagnostics;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Engine.Credit.Batch;
using Zhirong.Engine.Credit.Reading;
using Zhirong.Engine.Credit.Schedules;

namespace Zhirong.Host.Bench;

/// <summary>Times schedules and all-in costs of loans on work item w5 of <c>bench/limit</c>, from a file users could write.</summary>
internal static class LoanBench
{
    private const int Loans = 50_000;
    private const int FirstDay = 19_723; // 2024-01-01 counted from 1970

    /// <summary>A hundred thousand loans closed in a minute, as asked.</summary>
    private const double CloseMicroseconds = 600;

    public static IEnumerable<BenchLine> Run()
    {
        var terms = LoanTermsReader.Read(File.ReadAllBytes(Path.Combine(Home.Folder, "bench", "loan-36.yaml"))).Value;
        var loan = terms.Resolve(new(Home.Holidays(), DayKind.Bank), Home.Lpr()).Value;
        var (seconds, bytes) = Stopwatches.PerUnit(() => Xirr.Solve(LoanSchedule.Of(loan).Value.Flows), 1);
        yield return new("loan.schedule", seconds * 1e6, null, "us");
        yield return new("loan.schedule.alloc", bytes, null, "bytes");
        var (closing, closed) = DayClose(loan);
        yield return new("loan.dayclose", closing * 1e6, CloseMicroseconds, "us");
        yield return new("loan.dayclose.alloc", closed, null, "bytes");
        yield return Batch(new(new() { Count = terms.Count, UpfrontFee = 0.015, SubsidyShare = 0.5 }));
    }

    /// <summary>Every day of the loan's first year, paid a little late: accrual, penalty, compound interest, class. The engine alone.</summary>
    private static (double Seconds, double Bytes) DayClose(ResolvedLoan loan)
    {
        const int Days = 360;
        static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(Home.Folder, "data", "credit", file));
        var start = loan.Terms.DisbursedOn;
        var opened = LoanAccount.Open(loan, ServicingReader.Policy(Read("servicing.yaml")).Value, ServicingReader.Classes(Read("classification.yaml")).Value)
            .Close(start, [new LoanDrawn { Id = "draw", Effective = start, Amount = loan.Terms.Principal }]).Account;
        var due = LoanSchedule.Of(loan).Value.Instalments[0].Due;
        var receipts = Enumerable.Range(1, Days).Select(d => d % 30 == 0 ? (LoanEvent[])[new ReceiptTaken { Id = $"r{d}", Effective = start.AddDays(d), Amount = due }] : []).ToArray();
        return Stopwatches.PerUnit(
            () =>
            {
                var account = opened;
                for (var d = 1; d <= Days; d++)
                {
                    account = account.Close(start.AddDays(d), receipts[d - 1]).Account;
                }
            },
            Days);
    }

    /// <summary>Ours and the anchor in turn, three times, the median of each: other work on the machine meets both sides.</summary>
    private static BenchLine Batch(LevelLoanBatch batch)
    {
        var epoch = new DateOnly(1970, 1, 1).DayNumber;
        LevelLoan[] loans = [.. Enumerable.Range(0, Loans).Select(i => new LevelLoan(10_000_000L * (1 + (i * 7919L % 300)), (300 + (i % 200)) * 100, epoch + FirstDay + (int)(i * 37L % 700)))];
        var costs = new LevelLoanCost[Loans];
        var (ours, anchors) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < 3; turn++)
        {
            anchors.AddRange(Limit.Lines("w5").Select(l => Limit.Read(l, "cpp-limit")).OfType<double>());
            ours.Add(ThreadClock.PerUnit(() => batch.Run(loans, costs), Loans));
        }

        Debug.Assert(costs.All(c => c.EstimatedCost > 0));
        ours.Sort();
        anchors.Sort();
        return new("loan.w5", ours[1] * 1e9, anchors.Count == 0 ? null : anchors[anchors.Count / 2], "ns");
    }
}
