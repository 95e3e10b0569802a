using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger.UseCases;

public sealed record NameView(string Zh, string En);

/// <param name="EntryId">The real entry.</param>
/// <param name="Amount">What it fulfils, in yuan.</param>
public sealed record MatchView(Guid EntryId, string Amount, string At, string By);

/// <param name="Title">What people call the set it belongs to.</param>
public sealed record PlannedSource(string Kind, string Id, string Title);

/// <summary>A planned entry; amounts in yuan.</summary>
/// <param name="Set">What it was made from.</param>
/// <param name="Debit">Code.</param>
/// <param name="Credit">Code.</param>
/// <param name="Open">Still expected; zero once cancelled.</param>
/// <param name="State">open, partly, matched or cancelled.</param>
/// <param name="Line">What its maker calls it.</param>
/// <param name="Memo">In the reader's language.</param>
/// <param name="Provisional">The day stands on a year without published holidays.</param>
public sealed record PlannedRow(Guid Id, string Set, string Due, string Debit, string Credit, NameView DebitName, NameView CreditName, string Amount, string Matched, string Open, string State, string Line, string Memo, bool Provisional, PlannedSource Source, IReadOnlyList<MatchView> Matches);

/// <param name="Planned">Matched and open together.</param>
public sealed record PlannedTotals(string Planned, string Matched, string Open);

/// <param name="Totals">Of all pages.</param>
public sealed record PlannedPage(IReadOnlyList<PlannedRow> Items, int Total, int Page, int PageSize, PlannedTotals Totals);

/// <summary>计划分录: what a book expects, by due date.</summary>
internal static class ListPlanned
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/ledger/books/{id:guid}/planned", Answer)
        .WithName("listPlanned").Reads("ledger").WithSummary("Planned entries of a book by due date").Produces<PlannedPage>().ProducesProblem(404).ProducesProblem(422);

    private static IResult Answer(Guid id, HttpContext context, Store store, string? state, string? from, string? to, int? page, int? pageSize)
    {
        var (first, last) = (LedgerQuery.Day("from", from), LedgerQuery.Day("to", to));
        List<Refusal> faults = [.. first.Refusals, .. last.Refusals];
        if (state is { Length: > 0 } && !PlannedReading.States.Contains(state))
        {
            faults.Add(WebRefusals.OneOf("state", state, PlannedReading.States));
        }

        using var read = store.Read(RequestViewer.Of(context));
        if (!LedgerReading.Sees(read, id))
        {
            return Unseen.Book(context, id);
        }

        if (faults.Count > 0)
        {
            return Problems.Of(context, faults);
        }

        var wanted = PageRequest.Of(page, pageSize);
        var (rows, sums) = PlannedReading.Page(read.Session, id, state, first.Value, last.Value, wanted.Skip, wanted.PageSize);
        var totals = new PlannedTotals(Money.FenText(sums.Planned), Money.FenText(sums.Matched), Money.FenText(sums.Planned - sums.Matched));
        return Results.Json(new PlannedPage(PlannedRows.Of(read.Session, rows, RequestLanguage.Of(context)), sums.Count, wanted.Page, wanted.PageSize, totals), WebJson.Options);
    }
}

/// <summary>Planned entries as answers.</summary>
internal static class PlannedRows
{
    public static List<PlannedRow> Of(Session session, IReadOnlyList<PlannedFacts> planned, Language language)
    {
        var names = EntryReading.Names(session, planned.SelectMany(p => (long[])[p.DebitNo, p.CreditNo]));
        var matches = PlannedReading.MatchesOf(session, planned.Select(p => p.Id));
        return [.. planned.Select(p => Row(p, names[p.DebitNo], names[p.CreditNo], matches[p.Id], language))];
    }

    private static PlannedRow Row(PlannedFacts planned, AccountName debit, AccountName credit, IEnumerable<MatchFacts> matches, Language language) => new(
        planned.Id, planned.SetId, RowValues.Of(planned.Due), debit.Code, credit.Code, new(debit.Zh, debit.En), new(credit.Zh, credit.En), Money.FenText(planned.Fen), Money.FenText(planned.MatchedFen), Money.FenText(planned.OpenFen), planned.State, planned.Line, language == Language.En ? planned.MemoEn : planned.MemoZh, planned.Provisional, new("run", planned.SetId, planned.Title), [.. matches.Select(m => new MatchView(m.EntryId, Money.FenText(m.Fen), Instant.Text(m.At), m.By))]);
}
