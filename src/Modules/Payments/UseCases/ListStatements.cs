using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Accounts;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <param name="Trusted">It adds up.</param>
/// <param name="ByState">How many of its lines stand where.</param>
public sealed record PayStatementView(Guid Id, Guid AccountId, string Account, string AccountName, Guid FileId, string BankId, string? From, string? To, string? Opening, string? Closing, int Lines, bool Trusted, IReadOnlyList<Finding> Faults, IReadOnlyDictionary<string, int> ByState, string At, string By);

/// <summary>One movement of a statement and what it stands for.</summary>
/// <param name="Amount">Money in above zero, money out below.</param>
/// <param name="State">open, matched, differing, explained, repeated, pending or untrusted.</param>
/// <param name="MatchKind">paid, back or receipt.</param>
/// <param name="MatchTitle">What people call the payment or receipt.</param>
public sealed record PayLineView(
    Guid Id, Guid StatementId, int Number, string Day, string? ValueDay, string Amount, string? Name, string? Counterparty, string? Reference, string? EndToEndId, string? LoanNo, string Text, string? After, string State, string? MatchKind, Guid? MatchId, string? MatchTitle, string? MatchKey, string Note, string? DecidedBy, string? DecidedAt);

/// <param name="Kind">paid, back or receipt, as a match names it.</param>
/// <param name="Fits">Amounts are equal: it can be matched.</param>
public sealed record PayCandidateView(string Kind, Guid Id, string Title, string Day, string Amount, string Name, string State, bool Fits);

public sealed record PayCandidateList(IReadOnlyList<PayCandidateView> Candidates);

/// <summary>Statements, their lines, and what a line may stand for.</summary>
internal static class ListStatements
{
    private const int MostCandidates = 20;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/payments/statements", List).WithName("listStatements").WithSummary("Statements, newest first").Produces<PageOf<PayStatementView>>().Reads("payments");
        api.MapGet("/payments/lines", Lines).WithName("listLines").WithSummary("Lines of statements, newest first").Produces<PageOf<PayLineView>>().ProducesProblem(422).Reads("payments");
        api.MapGet("/payments/lines/{id:guid}/candidates", Candidates).WithName("lineCandidates").WithSummary("What a line may stand for, the likeliest first").Produces<PayCandidateList>().ProducesProblem(404).Reads("payments");
    }

    public static async Task<IReadOnlyList<PayLineView>> Views(ZhirongContext context, IReadOnlyList<PayLine> lines)
    {
        var titles = await Titles(context, [.. lines.Select(l => l.MatchId).OfType<Guid>()]);
        return [.. lines.Select(l => new PayLineView(
            l.Id, l.StatementId, l.N, RowValues.Of(l.Day), RowValues.Of(l.ValueDay), Money.FenText(l.Fen), l.Name, l.Counterparty, l.Reference, l.EndToEndId, l.LoanNo, l.Text, l.AfterFen is { } after ? Money.FenText(after) : null, l.State, l.MatchKind, l.MatchId, l.MatchId is { } id ? titles.GetValueOrDefault(id) : null, l.MatchKey, l.Note, l.DecidedBy, l.DecidedAt is { } at ? Instant.Text(at) : null))];
    }

    private static async Task<Dictionary<Guid, string>> Titles(ZhirongContext context, List<Guid> ids)
    {
        var titles = await context.Set<PayAttempt>().Where(a => ids.Contains(a.Id)).Join(context.Set<PayItem>(), a => a.ItemId, i => i.Id, (a, i) => new { a.Id, i.N, i.PayeeName, i.BatchId }).Join(context.Set<PayBatch>(), x => x.BatchId, b => b.Id, (x, b) => new { x.Id, Title = b.Code + " #" + x.N + " " + x.PayeeName }).ToDictionaryAsync(x => x.Id, x => x.Title);
        foreach (var receipt in await context.Set<PayReceipt>().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.PayerName, r.Purpose }).ToListAsync())
        {
            titles[receipt.Id] = $"{receipt.PayerName} {receipt.Purpose}";
        }

        return titles;
    }

    private static async Task<IResult> List(HttpContext context, PaymentDesk desk, Guid? accountId, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, language) = (PageRequest.Of(page, pageSize), RequestLanguage.Of(context));
        var found = read.Set<PayStatement>().Where(s => accountId == null || s.AccountId == accountId);
        var statements = await found.OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync();
        var ids = statements.Select(s => s.Id).ToList();
        var counts = (await read.Set<PayLine>().Where(l => ids.Contains(l.StatementId)).GroupBy(l => new { l.StatementId, l.State }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).ToLookup(g => g.Key.StatementId);
        var owners = statements.Select(s => s.AccountId).ToList();
        var accounts = await read.Set<PayAccount>().IgnoreQueryFilters().Where(a => owners.Contains(a.Id)).ToDictionaryAsync(a => a.Id);
        return Results.Json(
            new PageOf<PayStatementView>(
                [.. statements.Select(s => new PayStatementView(
                    s.Id, s.AccountId, accounts[s.AccountId].Number, accounts[s.AccountId].Name, s.FileId, s.BankId, RowValues.Of(s.FromDay), RowValues.Of(s.ToDay), Text(s.OpeningFen), Text(s.ClosingFen), s.Lines, s.Trusted == 1, [.. JsonSerializer.Deserialize<List<KeptFault>>(s.Faults, WebJson.Options)!.Select(f => f.View(language))], counts[s.Id].ToDictionary(g => g.Key.State, g => g.Count), Instant.Text(s.At), s.By))],
                await found.CountAsync(), wanted.Page, wanted.PageSize),
            WebJson.Options);
    }

    private static string? Text(long? fen) => fen is { } known ? Money.FenText(known) : null;

    private static async Task<IResult> Lines(HttpContext context, PaymentDesk desk, Guid? accountId, Guid? statementId, string? state, string? query, DateOnly? from, DateOnly? to, int? page, int? pageSize)
    {
        if (state is { Length: > 0 } && !LineStates.All.Contains(state))
        {
            return Problems.Of(context, WebRefusals.OneOf("state", state, LineStates.All));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, words) = (PageRequest.Of(page, pageSize), query?.Trim() ?? "");
        var found = read.Lines().Where(l => (accountId == null || l.AccountId == accountId) && (statementId == null || l.StatementId == statementId) && (state == null || state == "" || l.State == state));
        if (from is { } first)
        {
            found = found.Where(l => l.Day >= first);
        }

        if (to is { } last)
        {
            found = found.Where(l => l.Day <= last);
        }

        if (words.Length > 0)
        {
            found = found.Where(l => (l.Name != null && l.Name.Contains(words)) || (l.Reference != null && l.Reference.Contains(words)) || (l.EndToEndId != null && l.EndToEndId.Contains(words)) || (l.LoanNo != null && l.LoanNo.Contains(words)) || l.Text.Contains(words));
        }

        var lines = await found.OrderByDescending(l => l.Day).ThenByDescending(l => l.StatementId).ThenBy(l => l.N).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync();
        return Results.Json(new PageOf<PayLineView>(await Views(read, lines), await found.CountAsync(), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> Candidates(Guid id, HttpContext context, PaymentDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Lines().SingleOrDefaultAsync(l => l.Id == id) is not { } line)
        {
            return Unseen.Problem(context, "lines", id);
        }

        var found = (await Payments(read, line)).Concat(line.Fen > 0 ? await Receipts(read, line) : []);
        return Results.Json(
            new PayCandidateList([.. found.OrderBy(c => Math.Abs(c.Fen - Math.Abs(line.Fen))).ThenByDescending(c => line.Name is not null && Model.Names.Same(c.View.Name, line.Name)).ThenBy(c => c.View.Day, StringComparer.Ordinal).ThenBy(c => c.View.Id).Take(MostCandidates).Select(c => c.View)]), WebJson.Options);
    }

    private static async Task<List<(long Fen, PayCandidateView View)>> Payments(ZhirongContext read, PayLine line)
    {
        var kind = line.Fen < 0 ? LineStates.Paid : LineStates.Back;
        var own = line.Fen < 0 ? read.Attempts() : read.Attempts().Where(a => a.State == "settled" || a.State == "returned");
        var near = Math.Abs(line.Fen);
        var rows = await own.Where(a => !read.Set<PayLine>().Any(l => l.MatchId == a.Id && l.MatchKind == kind))
            .Join(read.Set<PayItem>(), a => a.ItemId, i => i.Id, (a, i) => new { a, i }).Join(read.Set<PayBatch>().Where(b => b.AccountId == line.AccountId), x => x.i.BatchId, b => b.Id, (x, b) => new { x.a, x.i.N, x.i.Fen, b.Code })
            .OrderBy(x => x.Fen > near ? x.Fen - near : near - x.Fen).Take(MostCandidates).ToListAsync();
        return [.. rows.Select(r => (r.Fen, new PayCandidateView(kind, r.a.Id, $"{r.Code} #{r.N}", RowValues.Of(r.a.Booked ?? r.a.ValueDate), Money.FenText(r.Fen), r.a.PayeeName, r.a.State, r.Fen == near)))];
    }

    private static async Task<List<(long Fen, PayCandidateView View)>> Receipts(ZhirongContext read, PayLine line)
    {
        var rows = await read.Set<PayReceipt>().Where(r => r.AccountId == line.AccountId && r.State == "expected").OrderBy(r => r.Fen > line.Fen ? r.Fen - line.Fen : line.Fen - r.Fen).Take(MostCandidates).ToListAsync();
        return [.. rows.Select(r => (r.Fen, new PayCandidateView(LineStates.Receipt, r.Id, $"{r.Purpose} {r.LoanNo}".Trim(), RowValues.Of(r.Due), Money.FenText(r.Fen), r.PayerName, r.State, r.Fen == line.Fen)))];
    }
}
