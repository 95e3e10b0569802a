using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger.UseCases;

/// <param name="Account">Code in the book.</param>
/// <param name="Side">debit or credit.</param>
/// <param name="Amount">Yuan, above zero.</param>
public sealed record NewLine(string Account, string Side, string Amount);

/// <param name="Id">UUIDv7 made by the caller; the same id is the same entry, however often it is sent.</param>
/// <param name="Effective">The day from which it counts.</param>
/// <param name="Event">What happened, 1 to 60 characters.</param>
/// <param name="Lines">2 to 1000, debits equal to credits.</param>
/// <param name="Subject">The record it is made for.</param>
/// <param name="Memo">At most 500 characters.</param>
/// <param name="Reverses">The entry it takes back; its lines must be the other's with sides exchanged.</param>
/// <param name="Planned">The planned entry it fulfils.</param>
public sealed record NewEntry(Guid Id, DateOnly Effective, string Event, IReadOnlyList<NewLine> Lines, EntrySubjectView? Subject = null, string? Memo = null, Guid? Reverses = null, Guid? Planned = null)
{
    internal Result<EntryDraft> Draft()
    {
        if (Lines.Count is < 2 or > Line.Most)
        {
            return LedgerRefusals.Lines(Lines.Count);
        }

        var (lines, faults) = (new List<LineDraft>(Lines.Count), new List<Refusal>());
        foreach (var (n, line) in Lines.Index())
        {
            var amount = Amounts.Read($"lines.{n}.amount", line.Amount);
            faults.AddRange(amount.Refusals);
            if (!BookWords.Sides.Contains(line.Side))
            {
                faults.Add(LedgerRefusals.Word($"lines.{n}.side", line.Side, BookWords.Sides));
            }

            if (faults.Count == 0)
            {
                lines.Add(new(line.Account, line.Side == "debit" ? Side.Debit : Side.Credit, amount.Value));
            }
        }

        return faults.Count > 0 ? Result<EntryDraft>.Refused(faults) : new EntryDraft
        {
            Id = Id,
            Effective = Effective,
            Event = Event,
            Subject = Subject is { } subject ? new(subject.Kind, subject.Id) : null,
            Memo = Memo ?? "",
            Reverses = Reverses,
            Lines = lines,
        };
    }
}

/// <param name="Entries">1 to 1000; each stands or falls alone.</param>
public sealed record PostEntriesRequest(IReadOnlyList<NewEntry> Entries);

/// <param name="Result">created, exists or refused.</param>
/// <param name="Sequence">Its place in recorded order; null when refused.</param>
/// <param name="Errors">Why it was refused.</param>
public sealed record PostedEntry(Guid Id, string Result, long? Sequence, string? RecordedAt, IReadOnlyList<Finding> Errors);

public sealed record PostedEntries(IReadOnlyList<PostedEntry> Results);

/// <summary>Posts entries, each alone, together with whatever else waits to be posted.</summary>
internal static class PostEntries
{
    private const int Most = 1000;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/ledger/books/{id:guid}/entries", Answer)
        .WithName("postEntries").Act("ledger.entry.post").WithSummary("Post entries; an entry's id is its idempotency key").Produces<PostedEntries>().ProducesProblem(404).ProducesProblem(422);

    /// <summary>Posts one entry. What corrects another or fulfils a plan does so in the same transaction.</summary>
    public static async Task<PostOutcome> Post(LedgerBooks books, Viewer viewer, Guid book, NewEntry entry, CancellationToken cancel = default)
    {
        var draft = entry.Draft();
        if (!draft.Ok)
        {
            return PostOutcome.Refused(draft.Refusals);
        }

        if (entry is { Planned: null, Reverses: null })
        {
            return await books.Post(viewer, book, draft.Value, cancel);
        }

        var written = await books.Store.Commits.Once(viewer, null, books.Clock, work => Task.FromResult(Within(work, books, book, draft.Value, entry.Planned)), cancel);
        return written.Value ?? PostOutcome.Refused(written.Refusals);
    }

    /// <summary>Posts in a work; a refusal undoes the work.</summary>
    public static Result<PostOutcome> Within(ZhirongContext work, LedgerBooks books, Guid book, EntryDraft draft, Guid? planned = null)
    {
        var outcome = books.PostWithin(work, book, [draft])[0];
        if (outcome.Result == PostResult.Refused)
        {
            return Result<PostOutcome>.Refused(outcome.Refusals);
        }

        // Sent again with the plan it fulfils, an entry that stands is matched now, unless it was before and somebody took that back.
        if (planned is { } id && (outcome.Result == PostResult.Created || !Matching.WasMatched(work.Session, id, draft.Id)))
        {
            var match = Matching.Match(work, id, draft.Id, null, books.Clock);
            return match.Ok ? outcome : Result<PostOutcome>.Refused(match.Refusals);
        }

        return outcome;
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<PostEntriesRequest> body, HttpContext context, Store store, LedgerBooks books)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (entries, viewer) = (body.Value.Value.Entries, RequestViewer.Of(context));
        if (entries.Count is 0 or > Most)
        {
            return Problems.Of(context, WebRefusals.Body("entries", $"{entries.Count}"));
        }

        using (var read = store.Read(viewer))
        {
            if (!LedgerReading.Sees(read, id))
            {
                return Unseen.Book(context, id);
            }
        }

        var language = RequestLanguage.Of(context);
        var outcomes = await Task.WhenAll(entries.Select(e => Post(books, viewer, id, e, context.RequestAborted)));
        return Results.Json(new PostedEntries([.. entries.Zip(outcomes, (entry, outcome) => View(entry.Id, outcome, language))]), WebJson.Options);
    }

    private static PostedEntry View(Guid id, PostOutcome outcome, Language language) => outcome.Result == PostResult.Refused
        ? new(id, "refused", null, null, Finding.Of(outcome.Refusals, language))
        : new(id, outcome.Result == PostResult.Created ? "created" : "exists", outcome.Sequence, Instant.Text(outcome.RecordedAt), []);
}
