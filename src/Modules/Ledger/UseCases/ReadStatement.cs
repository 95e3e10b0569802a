using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Reports;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger.UseCases;

/// <summary>One line of an account.</summary>
/// <param name="Sequence">Of its entry, in recorded order.</param>
/// <param name="Balance">On the account's normal side after this line, in the order shown.</param>
/// <param name="Counter">Codes of the accounts on the other side.</param>
/// <param name="ReversedBy">The entry that takes its entry back.</param>
/// <param name="Reverses">The entry its entry takes back.</param>
public sealed record StatementLine(long Sequence, Guid EntryId, string Effective, string RecordedAt, string Event, string Memo, string Side, string Amount, string Balance, IReadOnlyList<string> Counter, Guid? ReversedBy, Guid? Reverses);

/// <param name="Account">As it stands now.</param>
/// <param name="Opening">Balance on the normal side before the period.</param>
/// <param name="Closing">Balance after it.</param>
/// <param name="Debits">Debits of the whole period.</param>
/// <param name="Credits">Credits of the whole period.</param>
/// <param name="Page">Lines, oldest first.</param>
public sealed record StatementView(AccountRow Account, BookRef Book, string Opening, string Closing, string Debits, string Credits, PageOf<StatementLine> Page);

/// <summary>账户明细: the lines of an account in recorded or in effective order, as known now or at an earlier time.</summary>
internal static class ReadStatement
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/ledger/accounts/{id:guid}/statement", Answer).WithName("readStatement").Reads("ledger").WithSummary("Statement of an account, oldest line first").Produces<StatementView>().ProducesProblem(404).ProducesProblem(422);
        api.MapGet("/ledger/accounts/{id:guid}/statement.xlsx", Workbook).WithName("exportStatement").Reads("ledger").WithSummary("The statement as a workbook; lang=en for English")
            .Produces(200, null, Workbooks.ContentType).ProducesProblem(404).ProducesProblem(422);
    }

    private static IResult Answer(Guid id, HttpContext context, Store store, string? from, string? to, string? recorded, string? order, int? page, int? pageSize)
    {
        using var read = store.Read(RequestViewer.Of(context));
        if (LedgerReading.Account(read, id) is not { } account)
        {
            return Unseen.Problem(context, "accounts", id);
        }

        var period = Period(read.Session, from, to, recorded, order);
        if (!period.Ok)
        {
            return Problems.Of(context, period.Refusals);
        }

        var wanted = PageRequest.Of(page, pageSize);
        var extract = StatementReading.Read(read.Session, account.No, period.Value, wanted.Skip, wanted.PageSize);
        var view = new StatementView(
            AccountRow.Of(account),
            BookRef.Of(read.Session, account.BookId),
            Balance(account, extract.Opening),
            Balance(account, extract.Closing),
            Money.FenText(extract.Moved.Debit),
            Money.FenText(extract.Moved.Credit),
            new([.. Entries(read.Session, extract).Select(l => View(l.Line, l.Net, l.Entry, account))], extract.Total, wanted.Page, wanted.PageSize));
        return Results.Json(view, WebJson.Options);
    }

    private static IResult Workbook(Guid id, HttpContext context, Store store, string? from, string? to, string? recorded, string? order, string? lang)
    {
        using var read = store.Read(RequestViewer.Of(context));
        if (LedgerReading.Account(read, id) is not { } account)
        {
            return Unseen.Problem(context, "accounts", id);
        }

        var period = Period(read.Session, from, to, recorded, order);
        if (!period.Ok)
        {
            return Problems.Of(context, period.Refusals);
        }

        var extract = StatementReading.Read(read.Session, account.No, period.Value, 0, Workbooks.MostRows);
        if (extract.Total > Workbooks.MostRows)
        {
            return Problems.Of(context, LedgerRefusals.TooMany(extract.Total, Workbooks.MostRows));
        }

        var book = BookRef.Of(read.Session, account.BookId);
        var statement = new AccountStatement
        {
            BookCode = book.Code,
            BookName = book.Name,
            Code = account.Code,
            Name = new(account.Zh, account.En),
            Normal = account.Side,
            From = period.Value.From,
            To = period.Value.To,
            Recorded = LedgerQuery.Moment("recorded", recorded).Value is { } at ? Instant.Time(at) : null,
            ByEffective = period.Value.ByEffective,
            Opening = account.OnNormalSide(extract.Opening),
            Closing = account.OnNormalSide(extract.Closing),
            Lines = [.. Entries(read.Session, extract).Select(l => Row(l.Line, l.Net, l.Entry, account))],
        };
        return Workbooks.File(StatementWorkbook.Write(statement, RequestLanguage.Of(context, lang)), $"{book.Code}-{account.Code}.xlsx");
    }

    private static Result<StatementPeriod> Period(Session session, string? from, string? to, string? recorded, string? order)
    {
        var (first, last, moment) = (LedgerQuery.Day("from", from), LedgerQuery.Day("to", to), ReadAccounts.Moment(session, null, recorded));
        List<Refusal> faults = [.. first.Refusals, .. last.Refusals, .. moment.Refusals];
        if (order is not (null or "" or "recorded" or "effective"))
        {
            faults.Add(WebRefusals.Query("order", order, Words.Same("recorded | effective")));
        }

        return faults.Count > 0 ? Result<StatementPeriod>.Refused(faults) : new StatementPeriod(first.Value, last.Value, moment.Value.Sequence, order == "effective");
    }

    private static IEnumerable<(LineRow Line, long Net, EntryFacts Entry)> Entries(Session session, StatementExtract extract)
    {
        var sequences = extract.Lines.Select(l => Line.SequenceOf(l.Line.Id)).Distinct().ToList();
        var entries = EntryReading.Of(session, sequences).ToDictionary(e => e.Seq);
        return extract.Lines.Select(l => (l.Line, l.Net, entries[Line.SequenceOf(l.Line.Id)]));
    }

    private static StatementLine View(LineRow line, long net, EntryFacts entry, AccountFacts account) => new(
        entry.Seq, entry.Id, RowValues.Of(entry.Effective), Instant.Text(entry.RecordedAt), entry.Event, entry.Memo, EntryRow.SideOf(line.Fen).Word(), Money.FenText(Math.Abs(line.Fen)), Balance(account, net), Counter(entry, line), entry.ReversedBy?.Id, entry.Reverses);

    private static AccountLine Row(LineRow line, long net, EntryFacts entry, AccountFacts account) => new(
        entry.Seq, entry.Effective, Instant.Time(entry.RecordedAt), entry.Event, entry.Memo, Counter(entry, line), EntryRow.SideOf(line.Fen), Math.Abs(line.Fen), account.OnNormalSide(net), entry.ReversesSeq, entry.ReversedBy?.Seq);

    private static List<string> Counter(EntryFacts entry, LineRow line) => [.. entry.Lines.Where(l => (l.Fen > 0) != (line.Fen > 0)).Select(l => l.Account.Code).Distinct()];

    private static string Balance(AccountFacts account, long net) => Money.FenText(account.OnNormalSide(net));
}
