using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger.Charts;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger.UseCases;

/// <param name="Code">Unique among the books of its owner.</param>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="Kind">bank, plan, guarantor, insurer, fund or escrow; the book opens with the chart of its kind.</param>
/// <param name="OpenedOn">First day of the book, and its business date until it is moved.</param>
public sealed record OpenBookRequest(string Code, string Name, string Kind, DateOnly OpenedOn);

/// <summary>Opens a book with the chart of its kind.</summary>
internal static class OpenBook
{
    private static readonly TableShape AccountRows = new(
        "ldg_account",
        TableShape.Long("no"), TableShape.Text("id"), TableShape.Text("book_id"), TableShape.Text("code"), TableShape.Text("zh"), TableShape.Text("en"), TableShape.Text("class"), TableShape.Text("normal"), TableShape.Text("rule"), TableShape.Long("limit_fen"), TableShape.Int("closed"), TableShape.Int("version"), TableShape.Long("debit"), TableShape.Long("credit"), TableShape.Long("pending_debit"), TableShape.Long("pending_credit"), TableShape.Long("lines"), TableShape.Long("last_line"), TableShape.Int("last_day"));

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/ledger/books", Answer).WithName("openBook").Act("ledger.book.open").WithSummary("Open a book with the chart of its kind").Produces<BookRow>(201).ProducesProblem(422);

    /// <summary>Opens the book in a work on the commit queue.</summary>
    public static Result<Book> Open(ZhirongContext work, OpenBookRequest request, ChartShelf charts, TimeProvider clock)
    {
        var faults = Faults(request, charts).ToList();
        if (faults.Count > 0)
        {
            return Result<Book>.Refused(faults);
        }

        var taken = work.Session.First<string>("SELECT id FROM ldg_book WHERE owner_id = @p0 AND code = @p1", row => row.Text(0), RowValues.Of(work.Viewer.Organisation), request.Code);
        if (taken is not null)
        {
            return LedgerRefusals.Taken("code", request.Code);
        }

        var book = new Book
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            OwnerId = work.Viewer.Organisation,
            Version = 1,
            Code = request.Code,
            Name = request.Name.Trim(),
            Kind = request.Kind,
            OpenedOn = request.OpenedOn,
            BusinessDate = request.OpenedOn,
            OpenedBy = work.Viewer.Person,
            OpenedAt = Instant.Now(clock),
        };
        work.Add(book);
        work.SaveChanges();
        var chart = charts.Of(request.Kind)!;
        AddAccounts(work, book.Id, chart.Accounts, clock);
        EvidenceLeaves.Record(work, new("BookOpened", "book", RowValues.Of(book.Id), new JsonObject { ["accounts"] = Stated(chart.Accounts), ["chart"] = chart.Version, ["code"] = book.Code, ["kind"] = book.Kind, ["name"] = book.Name, ["openedOn"] = RowValues.Of(book.OpenedOn) }), clock);
        return book;
    }

    private static JsonArray Stated(IEnumerable<ChartAccount> accounts) => [.. accounts.Select(a => new JsonObject
    {
        ["class"] = a.Class.Word(),
        ["code"] = a.Code,
        ["en"] = a.En,
        ["limit"] = a.Limit is { } limit ? Money.FenText(limit.Fen) : null,
        ["normal"] = a.Normal.Word(),
        ["rule"] = a.Rule.Word(),
        ["zh"] = a.Zh,
    })];

    /// <summary>Adds accounts to a book; their codes must not be taken.</summary>
    public static void AddAccounts(ZhirongContext work, Guid book, IReadOnlyList<ChartAccount> accounts, TimeProvider clock)
    {
        var numbers = work.Session.Next("ldg_account", "no", accounts.Count);
        var rows = new RowSet(AccountRows);
        for (var i = 0; i < accounts.Count; i++)
        {
            var account = accounts[i];
            rows.Add(
                numbers[i], RowValues.Of(Guid.CreateVersion7(clock.GetUtcNow())), RowValues.Of(book), account.Code, account.Zh, account.En, account.Class.Word(), account.Normal.Word(), account.Rule.Word(), account.Limit?.Fen, 0, 1, 0L, 0L, 0L, 0L, 0L, 0L, 0);
        }

        work.Session.Insert(rows);
    }

    private static async Task<IResult> Answer(BodyOf<OpenBookRequest> body, HttpContext context, Store store, ChartShelf charts, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once<BookRow>(RequestViewer.Of(context), body.Key, clock, work =>
        {
            var book = Open(work, body.Value.Value, charts, clock);
            return Task.FromResult(book.Ok ? BookRows.Within(work.Session, book.Value.Id, 0)! : Result<BookRow>.Refused(book.Refusals));
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static IEnumerable<Refusal> Faults(OpenBookRequest request, ChartShelf charts)
    {
        if (!Codes.Fit(request.Code))
        {
            yield return LedgerRefusals.Code("code", request.Code);
        }

        if (request.Name.Trim().Length is 0 or > 200)
        {
            yield return LedgerRefusals.Text("name", request.Name.Length, 200);
        }

        if (charts.Of(request.Kind) is null)
        {
            yield return LedgerRefusals.Chart(request.Kind);
        }
    }
}

/// <summary>How codes of books and accounts may be written.</summary>
internal static class Codes
{
    public static bool Fit(string code) => code.Length is > 0 and <= 64 && code.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_');
}
