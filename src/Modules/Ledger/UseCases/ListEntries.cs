using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Reports;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger.UseCases;

/// <summary>What a journal is filtered by, as the query says it.</summary>
/// <param name="From">First effective day.</param>
/// <param name="To">Last effective day.</param>
/// <param name="Account">Code: entries with a line on it.</param>
/// <param name="Query">Words in memo, event or subject; or an amount or a sequence.</param>
/// <param name="Reversed">true: entries taken back; false: neither taken back nor taking back.</param>
internal sealed record JournalQuery(string? From, string? To, string? Account, string? Event, string? Query, bool? Reversed)
{
    public Result<JournalFilter> Filter(ZhirongContext read, Guid book)
    {
        var (from, to) = (LedgerQuery.Day("from", From), LedgerQuery.Day("to", To));
        if (!from.Ok || !to.Ok)
        {
            return Result<JournalFilter>.Refused(from.Ok ? to.Refusals : from.Refusals);
        }

        var account = Account is { Length: > 0 } code ? LedgerReading.Account(read, book, code) : null;
        return Account is { Length: > 0 } && account is null
            ? LedgerRefusals.Account("account", Account)
            : new JournalFilter(from.Value, to.Value, account, Event is { Length: > 0 } ? Event : null, Query?.Trim() is { Length: > 0 } words ? words : null, Reversed);
    }
}

/// <summary>分录簿: the entries of a book, newest first.</summary>
internal static class ListEntries
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/ledger/books/{id:guid}/entries", Answer).WithName("listEntries").Reads("ledger").WithSummary("The journal of a book, newest first").Produces<PageOf<EntryRow>>().ProducesProblem(404).ProducesProblem(422);
        api.MapGet("/ledger/books/{id:guid}/journal.xlsx", Workbook).WithName("exportJournal").Reads("ledger").WithSummary("The journal as a workbook, oldest first; lang=en for English")
            .Produces(200, null, Workbooks.ContentType).ProducesProblem(404).ProducesProblem(422);
    }

    private static IResult Answer(Guid id, HttpContext context, Store store, string? from, string? to, string? account, string? @event, string? query, bool? reversed, int? page, int? pageSize)
    {
        using var read = store.Read(RequestViewer.Of(context));
        if (!LedgerReading.Sees(read, id))
        {
            return Unseen.Book(context, id);
        }

        var filter = new JournalQuery(from, to, account, @event, query, reversed).Filter(read, id);
        if (!filter.Ok)
        {
            return Problems.Of(context, filter.Refusals);
        }

        var wanted = PageRequest.Of(page, pageSize);
        var (entries, total) = new JournalReading(read.Session, id, filter.Value).Page(wanted.Skip, wanted.PageSize);
        return Results.Json(new PageOf<EntryRow>([.. entries.Select(EntryRow.Of)], total, wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static IResult Workbook(Guid id, HttpContext context, Store store, string? from, string? to, string? account, string? @event, string? query, bool? reversed, string? lang)
    {
        using var read = store.Read(RequestViewer.Of(context));
        if (!LedgerReading.Sees(read, id))
        {
            return Unseen.Book(context, id);
        }

        var filter = new JournalQuery(from, to, account, @event, query, reversed).Filter(read, id);
        if (!filter.Ok)
        {
            return Problems.Of(context, filter.Refusals);
        }

        var reading = new JournalReading(read.Session, id, filter.Value);
        var total = reading.Page(0, 1).Total;
        if (total > Workbooks.MostRows)
        {
            return Problems.Of(context, LedgerRefusals.TooMany(total, Workbooks.MostRows));
        }

        var (entries, _) = reading.Page(0, Workbooks.MostRows);
        entries.Reverse();
        var book = BookRef.Of(read.Session, id);
        var journal = new Journal { BookCode = book.Code, BookName = book.Name, From = filter.Value.From, To = filter.Value.To, Entries = [.. entries.Select(Entry)] };
        return Workbooks.File(JournalWorkbook.Write(journal, RequestLanguage.Of(context, lang)), $"{book.Code}-journal.xlsx");
    }

    private static JournalEntry Entry(EntryFacts entry) => new(
        entry.Seq, entry.Effective, entry.BusinessDate, Instant.Time(entry.RecordedAt), entry.By, entry.Event, entry.Subject is { } subject ? $"{subject.Kind} {subject.Id}" : "", entry.Memo, [.. entry.Lines.Select(l => new JournalLine(l.Account.Code, new(l.Account.Zh, l.Account.En), EntryRow.SideOf(l.Fen), Math.Abs(l.Fen)))], entry.ReversesSeq, entry.ReversedBy?.Seq);
}
