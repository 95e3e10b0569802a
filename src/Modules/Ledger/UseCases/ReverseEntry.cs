using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger.UseCases;

/// <param name="Id">UUIDv7 of the new entry, made by the caller.</param>
/// <param name="Effective">The day from which the correction counts.</param>
/// <param name="Memo">Why; at most 500 characters.</param>
public sealed record ReverseEntryRequest(Guid Id, DateOnly Effective, string? Memo = null);

/// <summary>冲销: takes an entry back by one with every line on the other side; what it fulfilled of a plan is open again.</summary>
internal static class ReverseEntry
{
    public const string Event = "Reversed";

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/ledger/entries/{id:guid}/reverse", Answer)
        .WithName("reverseEntry").Act("ledger.entry.reverse").WithSummary("Reverse an entry by another").Produces<EntryRow>(201).ProducesProblem(404).ProducesProblem(422);

    public static Result<PostOutcome> Reverse(ZhirongContext work, LedgerBooks books, Guid id, ReverseEntryRequest request)
    {
        if (EntryReading.Seen(work, id) is not { } original)
        {
            return LedgerReading.Missing(work, "entries", id, EntryReading.BookOf(work.Session, id));
        }

        var draft = new EntryDraft
        {
            Id = request.Id,
            Effective = request.Effective,
            Event = Event,
            Subject = original.Subject,
            Memo = request.Memo ?? "",
            Reverses = id,
            Lines = [.. original.Lines.Select(l => new LineDraft(l.Account.Code, EntryRow.SideOf(-l.Fen), Money.OfFen(Math.Abs(l.Fen))))],
        };
        return PostEntries.Within(work, books, original.BookId, draft);
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<ReverseEntryRequest> body, HttpContext context, Store store, LedgerBooks books, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work =>
        {
            var outcome = Reverse(work, books, id, body.Value.Value);
            return Task.FromResult(outcome.Ok ? EntryRow.Of(EntryReading.One(work.Session, body.Value.Value.Id)!) : Result<EntryRow>.Refused(outcome.Refusals));
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }
}
