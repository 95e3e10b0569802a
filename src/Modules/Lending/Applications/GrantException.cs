using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Products;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Products;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Applications;

/// <param name="Rate">The pledge rate asked for, a fraction of the appraised value.</param>
/// <param name="Support">Who stands behind it, by name.</param>
/// <param name="Reason">Why it is asked for.</param>
/// <param name="BaseVersion">The version of the application it was asked on.</param>
public sealed record GrantExceptionRequest(string Rate, string Support, string Reason, int BaseVersion);

/// <summary>批准质押率例外: lets an application that is open be assessed at a rate above the pledge-rate policy's, for the amount it asks for now. It takes a person of the level the amount needs, and never the one who asks.</summary>
internal static class GrantException
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/applications/{id:guid}/exceptions", Answer).WithName("grantRateException").WithSummary("Grant a pledge rate above the policy's to an application that is open").Produces<ApplicationDetail>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.exception.grant");

    private static async Task<IResult> Answer(Guid id, BodyOf<GrantExceptionRequest> body, HttpContext context, Origination desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Grant(desk, RequestViewer.Of(context), id, body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created, LendingRefusals.StaleCode);
    }

    public static async Task<Written<ApplicationDetail>> Grant(Origination desk, Viewer viewer, Guid id, GrantExceptionRequest request, WriteKey? key, Language language) =>
        await desk.Lending.Store.Commits.Once<ApplicationDetail>(viewer, key, desk.Lending.Clock, async work =>
        {
            if (await work.Set<LoanApplication>().SingleOrDefaultAsync(a => a.Id == id) is not { } application)
            {
                return OpenApplication.Missing(work, id);
            }

            var asked = Read(work, desk, application, request);
            if (!asked.Ok)
            {
                return Result<ApplicationDetail>.Refused(asked.Refusals);
            }

            var row = new RateException
            {
                ApplicationId = id,
                N = work.Set<RateException>().Count(e => e.ApplicationId == id) + 1,
                Rate = (long)(asked.Value * 1_000_000m),
                AmountFen = application.AmountFen!.Value,
                Support = request.Support.Trim(),
                Reason = request.Reason.Trim(),
                At = Instant.Now(desk.Lending.Clock),
                By = work.Viewer.Person,
            };
            work.Add(row);
            (application.Version, application.ChangedAt, application.ChangedBy) = (application.Version + 1, row.At, row.By);
            await work.SaveChangesAsync();
            EvidenceLeaves.Record(work, new("RateExceptionGranted", "loan_application", RowValues.Of(id), new JsonObject { ["amount"] = Money.FenText(row.AmountFen), ["number"] = application.Number, ["rate"] = Text(row.Rate), ["reason"] = row.Reason, ["support"] = row.Support }), desk.Lending.Clock);
            return OpenApplication.Detail(work, application, language);
        });

    /// <summary>The rate where it may be granted; else everything that stands against it.</summary>
    public static Result<decimal> Read(ZhirongContext read, Origination desk, LoanApplication application, GrantExceptionRequest request)
    {
        var form = new LendingForm();
        form.Text("support", request.Support, 200);
        form.Text("reason", request.Reason, 500);
        var known = decimal.TryParse(request.Rate?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate > 0 && rate <= 10 && decimal.Round(rate, 6) == rate;
        if (!known)
        {
            form.Faults.Add(OriginationRefusals.Fact("rate", request.Rate ?? "—", Words.Same("0 … 10")));
        }

        if (form.Faults.Count > 0)
        {
            return Result<decimal>.Refused(form.Faults);
        }

        if (application.Version != request.BaseVersion)
        {
            return LendingRefusals.Stale(request.BaseVersion, application.Version);
        }

        if (!ApplicationStates.Open(application.State))
        {
            return OriginationRefusals.Step("exception", application.State);
        }

        var product = application.Product.Length == 0 ? null : ProductShelf.Find(read, desk.Shelf, application.Product)?.Shipped.Product;
        return product?.Security.PledgePolicy is null || application.AmountFen is null ? OriginationRefusals.NoPledgePolicy(application.Product)
            : Most(product) is { } most && rate > most ? OriginationRefusals.RateBeyond(Text((long)(rate * 1_000_000m)), most)
            : rate;
    }

    /// <summary>The most an exception may reach; null where the product lets it pass 1.</summary>
    private static decimal? Most(LoanProduct product) => product.Security.AboveOne ? null : product.Security.PledgeRate;

    internal static string Text(long millionths) => (millionths / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture);
}
