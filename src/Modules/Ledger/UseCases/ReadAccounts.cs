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

/// <summary>An account with its balances; amounts in yuan.</summary>
/// <param name="Debit">Everything posted on the debit side.</param>
/// <param name="Credit">Everything posted on the credit side.</param>
/// <param name="Balance">On the normal side; negative when it stands on the other.</param>
/// <param name="PendingDebit">Held on the debit side; null when an earlier state is asked for, since holds are known as they are now.</param>
/// <param name="PendingCredit">Held on the credit side.</param>
/// <param name="Available">The balance less what is held against it.</param>
/// <param name="Version">Names the state a change starts from.</param>
/// <param name="Lines">Lines posted on it up to now.</param>
public sealed record AccountRow(Guid Id, string Code, string Zh, string En, string Class, string Normal, string Rule, string? Limit, bool Closed, string Debit, string Credit, string Balance, string? PendingDebit, string? PendingCredit, string? Available, int Version, long Lines)
{
    internal static AccountRow Of(AccountFacts facts) => Of(new(facts, facts.Posted), true);

    internal static AccountRow Of(AccountBalance account, bool now)
    {
        var facts = account.Facts;
        string? Held(long fen) => now ? Money.FenText(fen) : null;
        return new(
            facts.Id, facts.Code, facts.Zh, facts.En, facts.Class, facts.Normal, facts.Rule, facts.LimitFen is { } limit ? Money.FenText(limit) : null, facts.Closed,
            Money.FenText(account.Posted.Debit), Money.FenText(account.Posted.Credit), Money.FenText(account.Balance), Held(facts.Pending.Debit), Held(facts.Pending.Credit), Held(account.Available), facts.Version, facts.Lines);
    }
}

/// <param name="Effective">Entries effective up to this day; null for all.</param>
/// <param name="Recorded">Entries recorded up to this instant; null for all.</param>
public sealed record AsOfView(string? Effective, string? Recorded);

/// <param name="Balanced">Whether debits equal credits.</param>
public sealed record TrialTotals(string Debit, string Credit, bool Balanced);

public sealed record AccountList(AsOfView AsOf, IReadOnlyList<AccountRow> Accounts, TrialTotals Totals);

/// <summary>试算平衡表: the accounts of a book as they stand, or stood at any effective and any recorded time.</summary>
internal static class ReadAccounts
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/ledger/books/{id:guid}/accounts", Answer).WithName("listAccounts").Reads("ledger").WithSummary("Accounts with their balances: the trial balance").Produces<AccountList>().ProducesProblem(404).ProducesProblem(422);
        api.MapGet("/ledger/books/{id:guid}/trial-balance.xlsx", Workbook).WithName("exportTrialBalance").Reads("ledger").WithSummary("The trial balance as a workbook; lang=en for English")
            .Produces(200, null, Workbooks.ContentType).ProducesProblem(404).ProducesProblem(422);
    }

    /// <summary>The moment two query values name; recorded time is read as a sequence.</summary>
    public static Result<AsOf> Moment(Session session, string? effective, string? recorded)
    {
        var (day, moment) = (LedgerQuery.Day("effective", effective), LedgerQuery.Moment("recorded", recorded));
        return !day.Ok ? Result<AsOf>.Refused(day.Refusals)
            : !moment.Ok ? Result<AsOf>.Refused(moment.Refusals)
            : new AsOf(day.Value, moment.Value is { } at ? LedgerReading.SequenceAt(session, at) : null);
    }

    private static IResult Answer(Guid id, HttpContext context, Store store, string? effective, string? recorded)
    {
        using var read = store.Read(RequestViewer.Of(context));
        if (!LedgerReading.Sees(read, id))
        {
            return Unseen.Book(context, id);
        }

        var asOf = Moment(read.Session, effective, recorded);
        if (!asOf.Ok)
        {
            return Problems.Of(context, asOf.Refusals);
        }

        var accounts = TrialReading.Of(read.Session, id, asOf.Value);
        var (debit, credit) = (accounts.Sum(a => a.Posted.Debit), accounts.Sum(a => a.Posted.Credit));
        return Results.Json(
            new AccountList(
                new(Given(effective), LedgerQuery.Moment("recorded", recorded).Value is { } at ? Instant.Text(at) : null),
                [.. accounts.Select(a => AccountRow.Of(a, asOf.Value.Now))],
                new(Money.FenText(debit), Money.FenText(credit), debit == credit)),
            WebJson.Options);
    }

    private static IResult Workbook(Guid id, HttpContext context, Store store, string? effective, string? recorded, string? lang)
    {
        using var read = store.Read(RequestViewer.Of(context));
        if (!LedgerReading.Sees(read, id))
        {
            return Unseen.Book(context, id);
        }

        var asOf = Moment(read.Session, effective, recorded);
        if (!asOf.Ok)
        {
            return Problems.Of(context, asOf.Refusals);
        }

        var book = BookRef.Of(read.Session, id);
        var trial = new TrialBalance
        {
            BookCode = book.Code,
            BookName = book.Name,
            BusinessDate = LedgerReading.Dates(read.Session, id).BusinessDate,
            Effective = asOf.Value.Effective,
            Recorded = LedgerQuery.Moment("recorded", recorded).Value is { } at ? Instant.Time(at) : null,
            Rows = [.. TrialReading.Of(read.Session, id, asOf.Value).Select(Row)],
        };
        return Workbooks.File(TrialBalanceWorkbook.Write(trial, RequestLanguage.Of(context, lang)), $"{book.Code}-trial-balance.xlsx");
    }

    private static TrialBalanceRow Row(AccountBalance account)
    {
        var facts = account.Facts;
        var accountClass = (AccountClass)BookWords.Classes.ToList().IndexOf(facts.Class);
        return new(facts.Code, new(facts.Zh, facts.En), accountClass, facts.Side, account.Posted.Debit, account.Posted.Credit, facts.Pending.Debit, facts.Pending.Credit);
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>Workbooks as answers.</summary>
internal static class Workbooks
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Rows of a workbook at most.</summary>
    public const int MostRows = 100_000;

    public static IResult File(byte[] bytes, string name) => Results.File(bytes, ContentType, name);
}
