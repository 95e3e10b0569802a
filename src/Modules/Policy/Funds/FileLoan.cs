using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Sharing;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy.Funds;

/// <param name="SubjectKind">What is filed: <c>loan</c>.</param>
/// <param name="SubjectId">Its id in the room or at the bank that holds it.</param>
/// <param name="Principal">Yuan.</param>
public sealed record FileLoanRequest(string SubjectKind, string SubjectId, string FirmCode, string FirmName, string BankName, string Principal, DateOnly FiledOn, DateOnly EndsOn);

/// <param name="From">Version of the filing.</param>
public sealed record EndFilingRequest(int From, string Reason);

/// <summary>贷款备案: files a loan with a fund that is neither suspended nor beyond its leverage; and ends the filing.</summary>
internal static class FileLoan
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/policy/funds/{id:guid}/filings", Answer).WithName("fileLoan").WithSummary("File a loan with a fund").Produces<FilingRow>(201).ProducesProblem(404).ProducesProblem(422).Act("policy.filing.record");
        api.MapPost("/policy/filings/{id:guid}/end", End).WithName("endFiling").WithSummary("End a filing whose loan was repaid").Produces<FilingRow>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.filing.end");
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<FileLoanRequest> body, HttpContext context, PolicyDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request) = (new PolicyForm(), body.Value.Value);
        form.Text("subjectKind", request.SubjectKind, 40);
        form.Text("subjectId", request.SubjectId, 120);
        form.FirmCode(request.FirmCode);
        form.Text("firmName", request.FirmName, 200);
        form.Text("bankName", request.BankName, 200);
        form.Day("filedOn", request.FiledOn, most: desk.Today);
        form.Day("endsOn", request.EndsOn, least: request.FiledOn);
        var principal = form.Fen("principal", request.Principal);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<FilingRow>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            FundClocks.Alone(work, id);
            if (await work.Set<CompensationFund>().SingleOrDefaultAsync(f => f.Id == id) is not { } fund)
            {
                return WebRefusals.NotFound("funds", $"{id}");
            }

            var filed = await File(work, desk, fund, request, principal);
            return filed.Ok ? FilingRow.Of(filed.Value) : Result<FilingRow>.Refused(filed.Refusals);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static async Task<Result<FundFiling>> File(ZhirongContext work, PolicyDesk desk, CompensationFund fund, FileLoanRequest request, long principal)
    {
        var (kind, subject) = (request.SubjectKind.Trim(), request.SubjectId.Trim());
        if (await work.Set<FundFiling>().AnyAsync(f => f.FundId == fund.Id && f.SubjectKind == kind && f.SubjectId == subject))
        {
            return PolicyRefusals.FiledTwice($"{kind}:{subject}");
        }

        var rule = SchemeShelf.Find(work, desk, ShippedScheme.ShareKind, fund.Scheme, fund.SchemeNumber)!.Scheme.Share!;
        var check = FilingCheck.Of(rule.Filing, new FactSheet { Facts = FundClocks.Of(work, fund, desk.Today, principal).Facts(desk.Today) });
        if (fund.State != "open" || check.Allowed != true)
        {
            return PolicyRefusals.NotFiled(fund.State != "open" ? fund.State : string.Join("; ", check.Steps.Select(s => $"{s.Kind} {string.Join(' ', s.Details.Select(d => $"{d.Key} {d.Value}"))}")));
        }

        var filing = new FundFiling { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, Version = 1, FundId = fund.Id, SubjectKind = kind, SubjectId = subject, FirmCode = request.FirmCode, FirmName = request.FirmName.Trim(), BankName = request.BankName.Trim(), PrincipalFen = principal, FiledOn = request.FiledOn, EndsOn = request.EndsOn, State = "live", ChangedAt = Instant.Now(desk.Clock), ChangedBy = work.Viewer.Person };
        work.Add(filing);
        await work.SaveChangesAsync();
        desk.Witness(work, "LoanFiled", "filing", filing.Id, new JsonObject { ["firm"] = filing.FirmCode, ["fund"] = $"{fund.Id}", ["principal"] = Money.FenText(principal), ["subject"] = $"{kind}:{subject}" });
        return filing;
    }

    private static async Task<IResult> End(Guid id, BodyOf<EndFilingRequest> body, HttpContext context, PolicyDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request) = (new PolicyForm(), body.Value.Value);
        var reason = form.Text("reason", request.Reason, 500);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<FilingRow>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            if (await work.Set<FundFiling>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id) is not { } seen)
            {
                return WebRefusals.NotFound("filings", $"{id}");
            }

            FundClocks.Alone(work, seen.FundId);
            var filing = await work.Set<FundFiling>().SingleAsync(f => f.Id == id);
            if (request.From != filing.Version)
            {
                return PolicyRefusals.Stale(request.From, filing.Version);
            }

            if (filing.State != "live")
            {
                return PolicyRefusals.NotNow(filing.State, "live");
            }

            (filing.State, filing.Version, filing.ChangedAt, filing.ChangedBy) = ("ended", filing.Version + 1, Instant.Now(desk.Clock), work.Viewer.Person);
            await work.SaveChangesAsync();
            desk.Witness(work, "FilingEnded", "filing", filing.Id, new JsonObject { ["fund"] = $"{filing.FundId}", ["reason"] = reason });
            return FilingRow.Of(filing);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, PolicyRefusals.StaleCode);
    }
}
