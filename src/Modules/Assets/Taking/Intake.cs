using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Taking;

/// <summary>A file whose records are taken in.</summary>
/// <param name="Sha256">Of the file's bytes, hex: the same file is taken once.</param>
/// <param name="AsOf">The day it stands at, for records that do not say.</param>
public sealed record IntakeSource(string Name, string Sha256, string Format, DateOnly AsOf)
{
    /// <summary>A print of the mapping it is read with; empty for none. Read otherwise, a file is another source.</summary>
    public string ReadAs { get; init; } = "";

    /// <summary>The mapping's name; empty for none.</summary>
    public string Mapping { get; init; } = "";

    /// <summary>Bytes; 0 where nobody knows.</summary>
    public long Size { get; init; }

    /// <summary>How many bytes are read so far, asked at every batch; null where nobody knows.</summary>
    public Func<long>? Position { get; init; }
}

/// <summary>What became of a file.</summary>
/// <param name="Repeated">It had been taken before: nothing was done.</param>
/// <param name="Rows">Records read, refused ones counted.</param>
/// <param name="Taken">Records taken in: <paramref name="Rights"/> and <paramref name="Merged"/> together.</param>
/// <param name="Merged">Records of rights that were there already, from this file or another.</param>
/// <param name="Rights">Rights that are new.</param>
/// <param name="Unused">Elements and columns the reader does not use, by name.</param>
/// <param name="Findings">The first refusals and warnings, with line and reason.</param>
public sealed record IntakeReport(Guid Source, string Name, string Format, DateOnly AsOf, bool Repeated, int Rows, int Taken, int Merged, int Refused, int Warnings, int Rights, IReadOnlyDictionary<string, int> Unused, IReadOnlyList<Refusal> Findings);

/// <summary>The door through which records of a source enter the register, in batches on the commit queue.</summary>
public sealed class Intake(Store store, RegisterLaw law, TimeProvider clock)
{
    /// <summary>Records prepared together.</summary>
    public const int PartSize = 1_000;

    /// <summary>
    /// Parts written in one transaction: what several of them change on a page is written once. The commit queue is held for no longer than
    /// they take, some 300 ms.
    /// </summary>
    public const int Parts = 8;

    /// <summary>Refusals and warnings kept with the source; the rest is counted.</summary>
    public const int MostFindings = 10_000;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    /// <summary>Enters the file before it is read, so that it can be looked for; its id, and whether all of it was taken in before.</summary>
    public async Task<(Guid Id, bool Done)> Announce(Viewer viewer, IntakeSource source, CancellationToken cancel = default)
    {
        var (id, _, done) = await store.Commits.Write(viewer, work => Task.FromResult(Open(work, source)), cancel);
        return (id, done);
    }

    /// <summary>Takes in what a reader gives. A file taken before is answered from what was kept; one that broke off is taken up again.</summary>
    public async Task<IntakeReport> Take(Viewer viewer, IntakeSource source, IEnumerable<ReadItem> items, CancellationToken cancel = default)
    {
        var (id, no, done) = await store.Commits.Write(viewer, work => Task.FromResult(Open(work, source)), cancel);
        if (done)
        {
            await using var read = store.Read(viewer);
            return SourceReading.Report(read, id)! with { Repeated = true };
        }

        var count = new IntakeCount();
        var from = new TakenFrom(no, source.Name, source.AsOf, Today);
        var (records, parts) = (new List<SourceRecord>(PartSize), new List<PreparedPart>(Parts));
        Task<BatchOutcome>? writing = null;
        foreach (var item in items)
        {
            cancel.ThrowIfCancellationRequested();
            if (count.Note(item) is { } record)
            {
                records.Add(record);
            }

            if (records.Count == PartSize)
            {
                writing = await Next(writing, Parts);
            }
        }

        writing = records.Count + parts.Count > 0 ? await Next(writing, 1) : writing;
        if (writing is not null)
        {
            await writing;
        }

        return await store.Commits.Write(viewer, work => Task.FromResult(Close(work, id, source, count)), cancel);

        // A batch is prepared part by part while the one before is written.
        async Task<Task<BatchOutcome>?> Next(Task<BatchOutcome>? before, int full)
        {
            if (records.Count > 0)
            {
                parts.Add(new(PreparedRights.Of(records, from, law), records[0].Place.Line, records[^1].Place.Line));
                records.Clear();
            }

            if (parts.Count < full)
            {
                return before;
            }

            IReadOnlyList<PreparedPart> batch = [.. parts];
            var print = Print(batch);
            parts.Clear();
            if (before is not null)
            {
                await before;
            }

            var far = count.Far(source.Position?.Invoke() ?? 0);
            return store.Commits.Write(viewer, work => Task.FromResult(Batch(work, id, no, batch, print, far)), cancel);
        }
    }

    private BatchOutcome Batch(ZhirongContext work, Guid source, long no, IReadOnlyList<PreparedPart> parts, string print, IntakeProgress far)
    {
        // One after the other: what a part makes, the next finds.
        var outcome = parts.Select(part => new RightBatch(work, law, clock, no).Write(part.Rights)).Aggregate(BatchOutcome.Both);

        // New rights are summed here, so that a file taken up again after a crash still tells how many came of it.
        work.Session.Execute(
            "UPDATE ast_source SET rows = @p0, taken = @p1, refused = @p2, warnings = @p3, read_bytes = @p4, rights = rights + @p5 WHERE id = @p6",
            far.Taken + far.Refused, far.Taken, far.Refused, far.Warnings, far.Bytes, outcome.New, RowValues.Of(source));
        EvidenceLeaves.Record(work, new("RightsTaken", "source", RowValues.Of(source), new JsonObject { ["events"] = outcome.Events, ["lines"] = $"{parts[0].From}-{parts[^1].To}", ["new"] = outcome.New, ["print"] = print, ["rights"] = parts.Sum(p => p.Rights.Count), ["said"] = outcome.Said }), clock);
        return outcome;
    }

    private (Guid Id, long No, bool Done) Open(ZhirongContext work, IntakeSource source)
    {
        var owner = RowValues.Of(work.Viewer.Organisation);
        if (work.Session.First("SELECT id, no, done FROM ast_source WHERE owner_id = @p0 AND sha256 = @p1 AND read_as = @p2", row => (Id: row.Id(0), No: row.Long(1), Done: row.Int(2) == 1), owner, source.Sha256, source.ReadAs) is { No: > 0 } known)
        {
            return known;
        }

        var (id, no) = (Guid.CreateVersion7(clock.GetUtcNow()), work.Session.Next("ast_source", "no", 1)[0]);
        work.Session.Execute(
            "INSERT INTO ast_source (id, owner_id, no, name, sha256, format, read_as, mapping, size, read_bytes, as_of, done, rows, taken, merged, refused, warnings, rights, findings, unused, at, by) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, 0, @p9, 0, 0, 0, 0, 0, 0, 0, '[]', '{}', @p10, @p11)",
            RowValues.Of(id), owner, no, source.Name, source.Sha256, source.Format, source.ReadAs, source.Mapping, source.Size, RowValues.Of(source.AsOf), Instant.Now(clock), work.Viewer.Person);
        return (id, no, false);
    }

    private IntakeReport Close(ZhirongContext work, Guid id, IntakeSource source, IntakeCount count)
    {
        var report = count.Report(id, source, work.Session.First("SELECT rights FROM ast_source WHERE id = @p0", row => row.Int(0), RowValues.Of(id)));
        work.Session.Execute(
            "UPDATE ast_source SET done = 1, read_bytes = size, rows = @p0, taken = @p1, merged = @p2, refused = @p3, warnings = @p4, rights = @p5, findings = @p6, unused = @p7 WHERE id = @p8",
            report.Rows, report.Taken, report.Merged, report.Refused, report.Warnings, report.Rights, JsonSerializer.Serialize(report.Findings, WebJson.Options), JsonSerializer.Serialize(report.Unused, WebJson.Options), RowValues.Of(id));
        EvidenceLeaves.Record(
            work,
            new("SourceTaken", "source", RowValues.Of(id), new JsonObject { ["asOf"] = RowValues.Of(source.AsOf), ["format"] = source.Format, ["merged"] = report.Merged, ["name"] = source.Name, ["refused"] = report.Refused, ["rights"] = report.Rights, ["sha256"] = source.Sha256, ["taken"] = report.Taken, ["warnings"] = report.Warnings }),
            clock);
        return report;
    }

    private static string Print(IReadOnlyList<PreparedPart> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var print in parts.SelectMany(part => part.Rights).SelectMany(p => p.Statements.Select(s => s.Print).Concat(p.Events.Select(e => e.Print))))
        {
            hash.AppendData(Encoding.ASCII.GetBytes(print));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>Rights of records that stood one after the other, from line to line.</summary>
internal sealed record PreparedPart(List<PreparedRight> Rights, int From, int To);

/// <summary>How far a file is.</summary>
internal readonly record struct IntakeProgress(int Taken, int Refused, int Warnings, long Bytes);

/// <summary>Counts what a reader gives.</summary>
internal sealed class IntakeCount
{
    private readonly Dictionary<string, int> unused = new(StringComparer.Ordinal);
    private readonly List<Refusal> findings = [];
    private int records;
    private int refused;
    private int warnings;

    /// <summary>What is counted so far.</summary>
    public IntakeProgress Far(long bytes) => new(records, refused, warnings, bytes);

    /// <summary>The record to take in; null where the item is none, or names no right.</summary>
    public SourceRecord? Note(ReadItem item)
    {
        switch (item)
        {
            case ReadItem.Taken { Record: var record } when record.Numbers.Any(n => n.Use != NumberUse.Priority && n.Text.Length > 0):
                records++;
                return record;
            case ReadItem.Taken { Record: var nameless }:
                refused++;
                Keep(RegisterRefusals.NoNumber(nameless.Place.Line));
                return null;
            case ReadItem.Refused { Reason: var reason }:
                refused++;
                Keep(reason);
                return null;
            case ReadItem.Warned { Reason: var reason }:
                warnings++;
                Keep(reason);
                return null;
            case ReadItem.Unused { Name: var name, Count: var times }:
                unused[name] = (int)Math.Min(int.MaxValue, unused.GetValueOrDefault(name) + times);
                return null;
            default:
                return null;
        }
    }

    /// <param name="rights">New rights.</param>
    public IntakeReport Report(Guid id, IntakeSource source, int rights) => new(id, source.Name, source.Format, source.AsOf, false, records + refused, records, Math.Max(0, records - rights), refused, warnings, rights, unused, findings);

    private void Keep(Refusal finding)
    {
        if (findings.Count < Intake.MostFindings)
        {
            findings.Add(finding);
        }
    }
}

/// <summary>Reads what is kept of a file.</summary>
internal static class SourceReading
{
    public static IntakeReport? Report(ZhirongContext read, Guid id) => read.Set<Storage.SourceRow>().SingleOrDefault(s => s.Id == id) is { } row ? Of(row) : null;

    public static IntakeReport Of(Storage.SourceRow row) => new(
        row.Id, row.Name, row.Format, row.AsOf, false, row.Rows, row.Taken, row.Merged, row.Refused, row.Warnings, row.Rights, JsonSerializer.Deserialize<Dictionary<string, int>>(row.Unused, WebJson.Options)!, JsonSerializer.Deserialize<List<Refusal>>(row.Findings, WebJson.Options)!);
}
