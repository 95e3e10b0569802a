using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work;

namespace Zhirong.Modules.Lending.Loans.Closing;

/// <summary>A close as it was asked.</summary>
/// <param name="Firsts">The first loan of each shard, ascending.</param>
internal sealed record CloseOrder(DateOnly Day, IReadOnlyList<Guid> Firsts);

/// <summary>A range of loans; the last shard of an order has none and looks at the covenants.</summary>
/// <param name="First">Included.</param>
/// <param name="Until">Not included; null to the end.</param>
internal sealed record CloseShard(Guid? First, Guid? Until);

/// <summary>What a shard did.</summary>
internal sealed record CloseResult(int Loans, int Postings, int Waiting, int Breaches);

/// <summary>
/// 日终: every loan that lives is played to the end of the day: interest, penalties, what falls due, class, and what is posted. A range of
/// loans is a shard. A loan is closed once for a day, however often the shard is run, and one that missed days makes up for them.
/// </summary>
internal sealed class DayClose(LoanDesk desk) : IJobKind
{
    public const string Kind = "lending.day-close";

    /// <summary>Loans of a shard.</summary>
    public const int ShardSize = 2_000;

    public string Name => Kind;

    public Result<IReadOnlyList<string>> Plan(string input)
    {
        var order = Read(input);
        List<CloseShard> shards = [.. order.Firsts.Select((first, n) => new CloseShard(first, n + 1 < order.Firsts.Count ? order.Firsts[n + 1] : null)), new CloseShard(null, null)];
        return Result<IReadOnlyList<string>>.Of([.. shards.Select(s => JsonSerializer.Serialize(s, WebJson.Options))]);
    }

    public async Task<Result<ShardDone>> Run(ShardOrder order, CancellationToken cancel)
    {
        var (close, shard) = (Read(order.Input), JsonSerializer.Deserialize<CloseShard>(order.Shard, WebJson.Options)!);
        if (shard.First is not { } first)
        {
            var swept = await ResolveBreach.Sweep(desk, order.Viewer, cancel);
            return new ShardDone(JsonSerializer.Serialize(new CloseResult(0, 0, 0, swept.Opened), WebJson.Options));
        }

        await using var read = desk.Store.Read(order.Viewer);
        var (closings, lines) = await Work(read, order.Viewer.Organisation, first, shard.Until, close.Day, cancel);
        foreach (var book in lines.Values.Select(l => l.BookId).Distinct())
        {
            if (Behind(read, book, close.Day) is { } behind)
            {
                return behind;
            }
        }

        var result = new CloseResult(closings.Count(c => c.Fault.Length == 0), closings.Sum(c => c.Postings.Count), closings.Count(c => c.Fault.Length > 0), 0);
        return new ShardDone(JsonSerializer.Serialize(result, WebJson.Options), closings.Count == 0 ? null : work => new CloseWriting(work, desk, close.Day).Write(closings, lines));
    }

    /// <summary>Sums; what waits is named in the list of loans.</summary>
    public string Finish(string input, IReadOnlyList<string> results)
    {
        var all = results.Select(r => JsonSerializer.Deserialize<CloseResult>(r, WebJson.Options)!).ToList();
        return JsonSerializer.Serialize(new CloseResult(all.Sum(r => r.Loans), all.Sum(r => r.Postings), all.Sum(r => r.Waiting), all.Sum(r => r.Breaches)), WebJson.Options);
    }

    /// <summary>Loans of an owner that the day finds open, with something left to play.</summary>
    public static IQueryable<Loan> Open(ZhirongContext read, Guid owner, DateOnly day) => read.Set<Loan>().Where(l =>
        l.OwnerId == owner && l.ClosedDay != null && l.ClosedDay < day && (l.State == LoanStates.Active || l.State == LoanStates.WrittenOff || l.Backdated == 1 || (l.State == LoanStates.Repaid && l.Events > 0 && read.Set<LoanHappening>().Any(e => e.LoanId == l.Id && e.Effective > l.ClosedDay))));

    /// <summary>The book's business date has to have come to the day.</summary>
    public static Refusal? Behind(ZhirongContext read, Guid book, DateOnly day) =>
        BookDoor.Row(read, book) is { } row && DateOnly.ParseExact(row.BusinessDate, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) is var at && at < day ? LoanRefusals.BookBehind(day, at, row.Code) : null;

    /// <summary>Works out a range of loans, on as many cores as there are.</summary>
    public async Task<(IReadOnlyList<LoanClosing> Closings, IReadOnlyDictionary<Guid, Facility> Lines)> Work(ZhirongContext read, Guid owner, Guid first, Guid? until, DateOnly day, CancellationToken cancel)
    {
        var found = Open(read, owner, day).Where(l => l.Id.CompareTo(first) >= 0);
        found = until is { } end ? found.Where(l => l.Id.CompareTo(end) < 0) : found;
        var loans = await found.OrderBy(l => l.Id).AsNoTracking().ToListAsync(cancel);
        if (loans.Count == 0)
        {
            return ([], new Dictionary<Guid, Facility>());
        }

        var (low, high) = (loans[0].Id, loans[^1].Id);
        var events = (await read.Set<LoanHappening>().Where(e => e.LoanId.CompareTo(low) >= 0 && e.LoanId.CompareTo(high) <= 0).AsNoTracking().ToListAsync(cancel)).ToLookup(e => e.LoanId);
        var dated = loans.FindAll(l => l.Backdated == 1).ConvertAll(l => l.Id);
        var posted = (await read.Set<LoanEntry>().Where(e => dated.Contains(e.LoanId)).OrderBy(e => e.N).AsNoTracking().ToListAsync(cancel)).ToLookup(e => e.LoanId);
        var lines = loans.Select(l => l.FacilityId).Distinct().ToList();
        var facilities = new Dictionary<Guid, Facility>();
        foreach (var some in lines.Chunk(500))
        {
            foreach (var facility in await read.Set<Facility>().Where(f => some.Contains(f.Id)).AsNoTracking().ToListAsync(cancel))
            {
                facilities[facility.Id] = facility;
            }
        }

        IReadOnlyList<LoanClosing> closings = [.. loans.AsParallel().AsOrdered().WithCancellation(cancel).Select(l => LoanClosing.Of(l, [.. events[l.Id]], () => [.. posted[l.Id]], day, desk))];
        return (closings, facilities);
    }

    private static CloseOrder Read(string input) => JsonSerializer.Deserialize<CloseOrder>(input, WebJson.Options)!;
}
