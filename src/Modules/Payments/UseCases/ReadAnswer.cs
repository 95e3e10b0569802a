using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Differences;
using Zhirong.Modules.Payments.Hearings;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <summary>What became of an answer file.</summary>
/// <param name="Repeated">The file was read before: nothing was done again, what it gave then is answered.</param>
/// <param name="Items">Each thing said of a payment sent from here, in the order of the file.</param>
/// <param name="Unknown">Answers to nothing sent from here.</param>
/// <param name="Findings">What is odd but readable.</param>
public sealed record AnswerRead(Guid FileId, bool Repeated, IReadOnlyList<string> Formats, IReadOnlyList<HeardItem> Items, int Moved, int Unknown, IReadOnlyList<Finding> Findings);

/// <summary>读回执: takes a bank's answer file into the payments it speaks of, all of it or nothing.</summary>
internal static class ReadAnswer
{
    /// <summary>Largest answer file.</summary>
    private const long Limit = 32 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/payments/answers", Answer)
        .WithName("readAnswer").WithSummary("Read a bank's answer file (pain.002, camt.054, result sheets)").Accepts<byte[]>("application/octet-stream").Produces<AnswerRead>().ProducesProblem(422).Act("payments.answer.read");

    /// <summary>Takes answers that were read; the file is kept with what it gave.</summary>
    public static async Task<Result<AnswerRead>> Take(ZhirongContext work, PaymentDesk desk, ReadOnlyMemory<byte> bytes, string name, IReadOnlyList<ChannelAnswer> answers, Language language)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        work.Session.Alone($"payment file {work.Viewer.Organisation} {hash}");
        if (await work.Set<PayFile>().AsNoTracking().Where(f => f.OwnerId == work.Viewer.Organisation && f.Kind == FileKinds.Answer && f.Sha256 == hash).Select(f => f.Outcome).SingleOrDefaultAsync() is { } known)
        {
            return JsonSerializer.Deserialize<AnswerRead>(known, WebJson.Options)! with { Repeated = true };
        }

        var file = new PayFile
        {
            Id = desk.NewId(),
            OwnerId = work.Viewer.Organisation,
            Kind = FileKinds.Answer,
            Name = name,
            MediaType = "application/octet-stream",
            Sha256 = hash,
            Size = bytes.Length,
            Content = bytes.ToArray(),
            At = Instant.Now(desk.Clock),
            By = work.Viewer.Person,
        };
        work.Add(file);
        await work.SaveChangesAsync();
        var hearing = new PaymentHearing(work, desk, file.Id);
        var findings = answers.SelectMany(a => a.Warnings).ToList();
        var unknown = 0;
        foreach (var answer in answers.OrderBy(a => a.CreatedAt ?? DateTimeOffset.MaxValue))
        {
            unknown += await Hear(work, desk, hearing, answer, file, findings);
        }

        await hearing.Finish();
        var read = new AnswerRead(file.Id, false, [.. answers.Select(a => a.Format).Distinct()], hearing.Items, hearing.Items.Count(i => i.Heed == "moved"), unknown, Finding.Of(findings, language));
        file.Outcome = JsonSerializer.Serialize(read, WebJson.Options);
        await work.SaveChangesAsync();
        Evidence(work, desk, file, hearing.Items);
        return read;
    }

    /// <summary>Hears one message; how many of its answers are about nothing sent from here.</summary>
    private static async Task<int> Hear(ZhirongContext work, PaymentDesk desk, PaymentHearing hearing, ChannelAnswer answer, PayFile file, List<Refusal> findings)
    {
        var at = answer.CreatedAt is { } created ? Instant.Of(created) : (long?)null;
        var sent = await SentPayments.Of(work, answer);
        await hearing.Load(sent.All);
        var (unknown, named) = (0, new HashSet<Guid>());
        foreach (var item in answer.Items)
        {
            if (sent.Find(item) is not { } attempt)
            {
                unknown++;
                findings.Add(PaymentRefusals.UnknownItem(item.EndToEndId.Length > 0 ? item.EndToEndId : item.BankReference ?? "—", item.Place));
                await new DifferenceBook(work, desk).Record(work.Viewer.Organisation, desk.Today, new(DifferenceWords.UnknownItem, null, "answer", $"{file.Id} {item.Place}", $"{file.Name} {item.Place}", "—", $"{item.EndToEndId} {item.BankReference} {item.PayeeName} {item.Amount} {item.StatusCode}"));
                continue;
            }

            named.Add(attempt);
            await hearing.Hear(attempt, Said.Of(item, at));
        }

        foreach (var attempt in answer.Whole is null ? [] : sent.OfMessage.Where(a => !named.Contains(a)))
        {
            await hearing.Hear(attempt, Said.Of(answer.Whole!, at));
        }

        findings.AddRange(hearing.Items.Where(i => i.Heed == "differs" && i.Note is not null).Select(i => PaymentRefusals.AmountDiffers(i.EndToEndId, i.Note!, i.Amount)).Where(f => !findings.Contains(f)));
        return unknown;
    }

    private static void Evidence(ZhirongContext work, PaymentDesk desk, PayFile file, IReadOnlyList<HeardItem> items)
    {
        foreach (var batch in items.GroupBy(i => i.BatchId))
        {
            EvidenceLeaves.Record(
                work,
                new("AnswerRead", "paybatch", RowValues.Of(batch.Key), new JsonObject { ["file"] = file.Sha256, ["items"] = new JsonArray([.. batch.Select(i => (JsonNode)$"{i.EndToEndId} {i.Said} → {i.State} ({i.Heed})")]) }),
                desk.Clock);
        }
    }

    private static async Task<IResult> Answer(HttpContext context, PaymentDesk desk)
    {
        var bytes = await RequestBytes.Read(context, Limit);
        if (!bytes.Ok)
        {
            return Problems.Of(context, bytes.Refusals);
        }

        var answers = desk.Answers.Read(bytes.Value);
        if (!answers.Ok)
        {
            return Problems.Of(context, answers.Refusals);
        }

        var name = ReceivedFile.NameOf(context);
        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), null, desk.Clock, work => Take(work, desk, bytes.Value, name, answers.Value, RequestLanguage.Of(context)));
        return Answers.Written(context, written, null);
    }
}

/// <summary>The attempts an answer speaks of: by end-to-end id, else by the bank's reference, else by 借据号 and amount where only one is under way.</summary>
internal sealed class SentPayments
{
    private readonly Dictionary<string, Guid> byEndToEnd = new(StringComparer.Ordinal);
    private ILookup<string, Guid> byReference = Array.Empty<Guid>().ToLookup(_ => "");
    private ILookup<(string, long), Guid> byLoan = Array.Empty<Guid>().ToLookup(_ => ("", 0L));

    /// <summary>Every attempt of the message answered.</summary>
    public IReadOnlyList<Guid> OfMessage { get; private set; } = [];

    public IReadOnlyCollection<Guid> All => [.. byEndToEnd.Values, .. byReference.SelectMany(g => g), .. byLoan.SelectMany(g => g), .. OfMessage];

    public static async Task<SentPayments> Of(ZhirongContext work, ChannelAnswer answer)
    {
        var sent = new SentPayments();
        var ids = answer.Items.Where(i => i.EndToEndId.Length > 0).Select(i => i.EndToEndId).Distinct().ToList();
        foreach (var found in await work.Attempts().Where(a => ids.Contains(a.EndToEndId)).Select(a => new { a.Id, a.EndToEndId }).ToListAsync())
        {
            sent.byEndToEnd[found.EndToEndId] = found.Id;
        }

        var references = answer.Items.Where(i => i.EndToEndId.Length == 0).Select(i => i.BankReference).OfType<string>().Distinct().ToList();
        if (references.Count > 0)
        {
            sent.byReference = (await work.Attempts().Where(a => a.BankReference != null && references.Contains(a.BankReference)).Select(a => new { a.Id, a.BankReference }).ToListAsync()).ToLookup(a => a.BankReference!, a => a.Id);
        }

        var loans = answer.Items.Where(i => i.EndToEndId.Length == 0).Select(i => i.LoanNo).OfType<string>().Distinct().ToList();
        if (loans.Count > 0)
        {
            sent.byLoan = (await work.Attempts().Where(a => a.Live == 1 && a.State != "settled").Join(work.Set<PayItem>().Where(i => i.LoanNo != null && loans.Contains(i.LoanNo)), a => a.ItemId, i => i.Id, (a, i) => new { a.Id, i.LoanNo, i.Fen }).ToListAsync()).ToLookup(a => (a.LoanNo!, a.Fen), a => a.Id);
        }

        if (answer is { Whole: not null, OriginalMessageId: { } message })
        {
            sent.OfMessage = await work.Attempts().Where(a => a.MessageId == message).OrderBy(a => a.EndToEndId).Select(a => a.Id).ToListAsync();
        }

        return sent;
    }

    public Guid? Find(ItemAnswer item)
    {
        if (item.EndToEndId.Length > 0)
        {
            return byEndToEnd.TryGetValue(item.EndToEndId, out var found) ? found : null;
        }

        return Only(byReference[item.BankReference ?? ""]) ?? (item is { LoanNo: { } loan, Amount: { } amount } ? Only(byLoan[(loan, amount.Fen)]) : null);
    }

    private static Guid? Only(IEnumerable<Guid> found) => found.Distinct().Take(2).ToList() is [var one] ? one : null;
}
