using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy.Funds;

/// <param name="Scheme">Code of a scheme of risk sharing.</param>
/// <param name="Party">The party of the scheme that the fund is.</param>
/// <param name="Size">Yuan paid in.</param>
public sealed record OpenFundRequest(string Code, string Name, string Scheme, string Party, string Size, DateOnly OpenedOn);

/// <param name="From">Version of the fund.</param>
public sealed record SuspendFundRequest(int From, bool Suspended, string Reason);

/// <summary>设立风险补偿资金: a fund with its own book; and its suspension.</summary>
internal static class OpenFund
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/policy/funds", List).WithName("listFunds").WithSummary("Funds with what they hold and have filed").Produces<FundList>().Reads("policy");
        api.MapGet("/policy/funds/{id:guid}", One).WithName("openFundPage").WithSummary("A fund with its filings and claims").Produces<FundDetail>().ProducesProblem(404).Reads("policy");
        api.MapPost("/policy/funds", Answer).WithName("openFund").WithSummary("Set up a compensation fund; its book is opened with what was paid in").Produces<FundRow>(201).ProducesProblem(422).Act("policy.fund.open");
        api.MapPost("/policy/funds/{id:guid}/suspension", Suspend).WithName("suspendFund").WithSummary("Suspend a fund, or take the suspension back").Produces<FundRow>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.fund.suspend");
    }

    private static async Task<IResult> List(HttpContext context, PolicyDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var funds = await read.Set<CompensationFund>().OrderBy(f => f.Code).ThenBy(f => f.Id).Take(PageRequest.Largest).ToListAsync(context.RequestAborted);
        return Results.Json(new FundList([.. funds.Select(f => FundClocks.Row(read, desk, f, RequestLanguage.Of(context)))]), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, PolicyDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Set<CompensationFund>().SingleOrDefaultAsync(f => f.Id == id, context.RequestAborted) is not { } fund)
        {
            return Problems.Of(context, WebRefusals.NotFound("funds", $"{id}"), StatusCodes.Status404NotFound);
        }

        var filings = await read.Set<FundFiling>().Where(f => f.FundId == id).OrderByDescending(f => f.FiledOn).ThenBy(f => f.Id).Take(PageRequest.Largest).ToListAsync(context.RequestAborted);
        var claims = await read.Set<CompensationClaim>().Where(c => c.FundId == id).OrderByDescending(c => c.FiledOn).ThenBy(c => c.Id).Take(PageRequest.Largest).ToListAsync(context.RequestAborted);
        var claimed = claims.Select(c => c.FilingId).ToHashSet();
        var named = await read.Set<FundFiling>().Where(f => claimed.Contains(f.Id)).ToDictionaryAsync(f => f.Id, context.RequestAborted);
        return Results.Json(new FundDetail(FundClocks.Row(read, desk, fund, RequestLanguage.Of(context)), [.. filings.Select(FilingRow.Of)], [.. claims.Select(c => ClaimRow.Of(c, named[c.FilingId]))]), WebJson.Options);
    }

    private static async Task<IResult> Answer(BodyOf<OpenFundRequest> body, HttpContext context, PolicyDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new PolicyForm(), body.Value.Value, RequestLanguage.Of(context));
        form.Text("code", request.Code, 40);
        form.Text("name", request.Name, 200);
        form.Text("scheme", request.Scheme, 80);
        form.Text("party", request.Party, 80);
        form.Day("openedOn", request.OpenedOn, most: desk.Today);
        var size = form.Fen("size", request.Size);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<FundRow>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            var fund = await Open(work, desk, request, size);
            return fund.Ok ? FundClocks.Row(work, desk, fund.Value, language) : Result<FundRow>.Refused(fund.Refusals);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static async Task<Result<CompensationFund>> Open(ZhirongContext work, PolicyDesk desk, OpenFundRequest request, long size)
    {
        if (SchemeShelf.InForce(work, desk, ShippedScheme.ShareKind, request.Scheme, request.OpenedOn) is not { } scheme)
        {
            return SchemeShelf.Find(work, desk, ShippedScheme.ShareKind, request.Scheme) is null ? PolicyRefusals.NoScheme("scheme", request.Scheme) : PolicyRefusals.NotInForce(request.Scheme, request.OpenedOn);
        }

        var rule = scheme.Scheme.Share!;
        if (request.Party == rule.Residual || !rule.Parties.Any(p => p.Id == request.Party))
        {
            return PolicyRefusals.NoParty(request.Party, [.. rule.Parties.Select(p => p.Id).Where(p => p != rule.Residual)]);
        }

        var code = request.Code.Trim();
        if (await work.Set<CompensationFund>().AnyAsync(f => f.Code == code && f.OwnerId == work.Viewer.Organisation))
        {
            return PolicyRefusals.FundCode(code);
        }

        var book = desk.BookDoor.Open(work, new OpenBookRequest(code, request.Name.Trim(), "fund", request.OpenedOn));
        if (!book.Ok)
        {
            return Result<CompensationFund>.Refused(book.Refusals);
        }

        var fund = new CompensationFund { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, Version = 1, Code = code, Name = request.Name.Trim(), Scheme = request.Scheme, SchemeNumber = scheme.Number, Party = request.Party, SizeFen = size, BookId = book.Value, State = "open", Because = "", ChangedAt = Instant.Now(desk.Clock), ChangedBy = work.Viewer.Person };
        work.Add(fund);
        await work.SaveChangesAsync();
        var posted = FundPosting.Post(work, desk, fund, "资金到位 fund paid in", request.OpenedOn, FundClocks.Cash, FundClocks.Capital, size, new("fund", $"{fund.Id}"));
        if (posted is not null)
        {
            return posted;
        }

        desk.Witness(work, "FundOpened", "fund", fund.Id, new JsonObject { ["code"] = fund.Code, ["party"] = fund.Party, ["scheme"] = $"{fund.Scheme}/{fund.SchemeNumber}", ["size"] = Money.FenText(size) });
        return fund;
    }

    private static async Task<IResult> Suspend(Guid id, BodyOf<SuspendFundRequest> body, HttpContext context, PolicyDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new PolicyForm(), body.Value.Value, RequestLanguage.Of(context));
        var reason = form.Text("reason", request.Reason, 500);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<FundRow>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            FundClocks.Alone(work, id);
            if (await work.Set<CompensationFund>().SingleOrDefaultAsync(f => f.Id == id) is not { } fund)
            {
                return WebRefusals.NotFound("funds", $"{id}");
            }

            if (request.From != fund.Version)
            {
                return PolicyRefusals.Stale(request.From, fund.Version);
            }

            (fund.State, fund.Because, fund.Version) = (request.Suspended ? "suspended" : "open", reason, fund.Version + 1);
            (fund.ChangedAt, fund.ChangedBy) = (Instant.Now(desk.Clock), work.Viewer.Person);
            await work.SaveChangesAsync();
            desk.Witness(work, request.Suspended ? "FundSuspended" : "FundResumed", "fund", fund.Id, new JsonObject { ["code"] = fund.Code, ["reason"] = reason });
            return FundClocks.Row(work, desk, fund, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, PolicyRefusals.StaleCode);
    }
}

/// <summary>Entries of a fund's book.</summary>
internal static class FundPosting
{
    /// <summary>One entry of two lines in the transaction; the book's refusal when it will not.</summary>
    public static Refusal? Post(ZhirongContext work, PolicyDesk desk, CompensationFund fund, string happening, DateOnly day, string debit, string credit, long fen, SubjectRef subject)
    {
        var draft = new EntryDraft { Id = desk.NewId(), Effective = day, Event = happening, Subject = subject, Lines = [new(debit, Side.Debit, Money.OfFen(fen)), new(credit, Side.Credit, Money.OfFen(fen))] };
        var outcome = desk.Books.PostWithin(work, fund.BookId, [draft])[0];
        return outcome.Result == PostResult.Refused ? outcome.Refusals[0] : null;
    }
}
