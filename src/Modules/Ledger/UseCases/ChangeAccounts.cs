using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger.Charts;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Posting;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger.UseCases;

/// <param name="Code">Unique in the book.</param>
/// <param name="Class">asset, liability, equity, income, expense or memo.</param>
/// <param name="Normal">debit or credit.</param>
/// <param name="Rule">none, not_below_zero or limit.</param>
/// <param name="Limit">Yuan; only with the rule limit.</param>
public sealed record AddAccountRequest(string Code, string Zh, string En, string Class, string Normal, string Rule, string? Limit = null);

/// <param name="Closed">A closed account takes no entries; it must be empty to be closed.</param>
/// <param name="BaseVersion">The version that was changed.</param>
public sealed record ChangeAccountRequest(string Zh, string En, string Rule, bool Closed, int BaseVersion, string? Limit = null);

/// <summary>Adds accounts to a book and changes their names, rules and state.</summary>
internal static class ChangeAccounts
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/ledger/books/{id:guid}/accounts", AddAnswer).WithName("addAccount").Act("ledger.account.add").WithSummary("Add an account to a book").Produces<AccountRow>(201).ProducesProblem(404).ProducesProblem(422);
        api.MapPut("/ledger/accounts/{id:guid}", ChangeAnswer).WithName("changeAccount").Act("ledger.account.change").WithSummary("Change an account's names, rule or state").Produces<AccountRow>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    public static Result<AccountRow> Add(ZhirongContext work, Guid book, AddAccountRequest request, TimeProvider clock)
    {
        if (!LedgerReading.Sees(work, book))
        {
            return LedgerReading.Missing(work, "books", book, book);
        }

        var (limit, faults) = Faults(request);
        if (faults.Count > 0)
        {
            return Result<AccountRow>.Refused(faults);
        }

        if (LedgerReading.Account(work, book, request.Code) is not null)
        {
            return LedgerRefusals.Taken("code", request.Code);
        }

        OpenBook.AddAccounts(
            work,
            book,
            [
                new()
                {
                    Code = request.Code,
                    Zh = request.Zh.Trim(),
                    En = request.En.Trim(),
                    Class = (AccountClass)At(BookWords.Classes, request.Class),
                    Normal = (Side)At(BookWords.Sides, request.Normal),
                    Rule = (AccountRule)At(BookWords.Rules, request.Rule),
                    Limit = limit,
                },
            ],
            clock);
        var added = LedgerReading.Account(work, book, request.Code)!;
        Record(work, "AccountAdded", added, clock);
        return AccountRow.Of(added);
    }

    public static Result<AccountRow> Change(ZhirongContext work, Guid id, ChangeAccountRequest request, TimeProvider clock)
    {
        if (LedgerReading.Account(work, id) is not { } account)
        {
            return LedgerReading.Missing(work, "accounts", id, LedgerReading.AnyAccount(work.Session, id)?.BookId);
        }

        if (account.Version != request.BaseVersion)
        {
            return LedgerRefusals.StaleAccount(request.BaseVersion, account.Version);
        }

        List<Refusal> faults = [.. Names(request.Zh, request.En), .. Word("rule", request.Rule, BookWords.Rules)];
        var limit = faults.Count == 0 ? Amounts.Limit((AccountRule)At(BookWords.Rules, request.Rule), request.Limit) : Result<Money?>.Refused(faults);
        if (!limit.Ok)
        {
            return Result<AccountRow>.Refused(limit.Refusals);
        }

        var state = AccountBoard.Load(work.Session, [account.No])[account.No];
        if (!state.Keeps((AccountRule)At(BookWords.Rules, request.Rule), limit.Value?.Fen ?? 0))
        {
            return LedgerRefusals.RuleBroken(state.Code, Money.OfFen(state.Balance));
        }

        if (request.Closed && state is not { Balance: 0, PendingDebit: 0, PendingCredit: 0 })
        {
            return LedgerRefusals.NotEmpty(state.Code, Money.OfFen(state.Balance));
        }

        var changed = work.Session.Execute(
            "UPDATE ldg_account SET zh = @p0, en = @p1, rule = @p2, limit_fen = @p3, closed = @p4, version = version + 1 WHERE no = @p5 AND version = @p6",
            request.Zh.Trim(), request.En.Trim(), request.Rule, limit.Value?.Fen, request.Closed ? 1 : 0, account.No, request.BaseVersion);
        var now = LedgerReading.Account(work, id)!;
        if (changed == 0)
        {
            return LedgerRefusals.StaleAccount(request.BaseVersion, now.Version);
        }

        Record(work, "AccountChanged", now, clock);
        return AccountRow.Of(now);
    }

    private static async Task<IResult> AddAnswer(Guid id, BodyOf<AddAccountRequest> body, HttpContext context, Store store, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(Add(work, id, body.Value.Value, clock)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static async Task<IResult> ChangeAnswer(Guid id, BodyOf<ChangeAccountRequest> body, HttpContext context, Store store, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(Change(work, id, body.Value.Value, clock)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, LedgerRefusals.StaleAccountCode);
    }

    private static (Money? Limit, List<Refusal> Faults) Faults(AddAccountRequest request)
    {
        var faults = new List<Refusal>();
        if (!Codes.Fit(request.Code))
        {
            faults.Add(LedgerRefusals.Code("code", request.Code));
        }

        faults.AddRange(Names(request.Zh, request.En));
        faults.AddRange(Word("class", request.Class, BookWords.Classes));
        faults.AddRange(Word("normal", request.Normal, BookWords.Sides));
        faults.AddRange(Word("rule", request.Rule, BookWords.Rules));
        if (faults.Count > 0)
        {
            return (null, faults);
        }

        var limit = Amounts.Limit((AccountRule)At(BookWords.Rules, request.Rule), request.Limit);
        return limit.Ok ? (limit.Value, faults) : (null, [.. limit.Refusals]);
    }

    private static IEnumerable<Refusal> Names(string zh, string en)
    {
        foreach (var (field, name) in ((string, string)[])[("zh", zh), ("en", en)])
        {
            if (name.Trim().Length is 0 or > ChartReader.LongestName)
            {
                yield return LedgerRefusals.Text(field, name.Length, ChartReader.LongestName);
            }
        }
    }

    private static IEnumerable<Refusal> Word(string field, string word, IReadOnlyList<string> words) => words.Contains(word) ? [] : [LedgerRefusals.Word(field, word, words)];

    private static int At(IReadOnlyList<string> words, string word) => words.ToList().IndexOf(word);

    private static void Record(ZhirongContext work, string name, AccountFacts account, TimeProvider clock) => EvidenceLeaves.Record(
        work,
        new(name, "account", RowValues.Of(account.Id), new JsonObject
        {
            ["book"] = RowValues.Of(account.BookId),
            ["class"] = account.Class,
            ["closed"] = account.Closed,
            ["code"] = account.Code,
            ["en"] = account.En,
            ["limit"] = account.LimitFen is { } limit ? Money.FenText(limit) : null,
            ["normal"] = account.Normal,
            ["rule"] = account.Rule,
            ["version"] = account.Version,
            ["zh"] = account.Zh,
        }),
        clock);
}
