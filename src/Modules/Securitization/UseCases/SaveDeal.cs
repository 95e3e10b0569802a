using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.UseCases;

/// <param name="Text">The terms as written.</param>
/// <param name="Reason">Why the deal is opened.</param>
public sealed record CreateDealRequest(string Text, string Reason);

/// <param name="BaseVersion">The version the changes were made on.</param>
/// <param name="Text">The terms as written.</param>
/// <param name="Reason">Why the version is saved.</param>
public sealed record SaveVersionRequest(int BaseVersion, string Text, string Reason);

/// <summary>What somebody else saved meanwhile, so that nothing is lost.</summary>
/// <param name="Head">The version that stands.</param>
/// <param name="Text">Its text.</param>
/// <param name="Changes">What it changed against the version the caller started from.</param>
public sealed record StandingVersion(VersionView Head, string Text, IReadOnlyList<ChangeView> Changes);

/// <summary>Opens a deal, or saves a further version of it.</summary>
internal static class SaveDeal
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/deals", Create).WithName("createDeal").Act("securitization.deal.create").WithSummary("Open a deal with its first version").Produces<DealDetail>(201).ProducesProblem(422);
        api.MapPost("/deals/{id:guid}/versions", Save).WithName("saveVersion").Act("securitization.version.save").WithSummary("Save a further version; 409 when another was saved meanwhile")
            .Produces<DealDetail>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    /// <summary>Opens a deal whose terms were read.</summary>
    public static DealDetail Open(ZhirongContext context, DealTerms terms, string text, string reason, string? caseId, TimeProvider clock)
    {
        var deal = new Deal { Id = Guid.CreateVersion7(clock.GetUtcNow()), OwnerId = context.Viewer.Organisation, CaseId = caseId };
        return Add(context, deal, terms, text, reason, clock);
    }

    private static async Task<IResult> Create(BodyOf<CreateDealRequest> body, HttpContext context, Store store, MarketData market, TimeProvider clock)
    {
        var terms = body.Value.Ok ? Ready(body.Value.Value.Text, body.Value.Value.Reason, market) : Result<DealTerms>.Refused(body.Value.Refusals);
        if (!terms.Ok)
        {
            return Problems.Of(context, terms.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, write => Task.FromResult<Result<DealDetail>>(
            Open(write, terms.Value, body.Value.Value.Text, body.Value.Value.Reason.Trim(), null, clock)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Save(Guid id, BodyOf<SaveVersionRequest> body, HttpContext context, Store store, MarketData market, TimeProvider clock)
    {
        var terms = body.Value.Ok ? Ready(body.Value.Value.Text, body.Value.Value.Reason, market) : Result<DealTerms>.Refused(body.Value.Refusals);
        if (!terms.Ok)
        {
            return Problems.Of(context, terms.Refusals);
        }

        var request = body.Value.Value;
        var written = await store.Commits.Once<DealDetail>(RequestViewer.Of(context), body.Key, clock, async write =>
            await OpenDeal.Visible(write, id) is not { } deal ? OpenDeal.Missing(write, id)
            : deal.Version != request.BaseVersion ? DeskRefusals.StaleVersion(request.BaseVersion, deal.Version, deal.SavedBy)
            : Add(write, deal, terms.Value, request.Text, request.Reason.Trim(), clock));
        return written.Refusals is [{ Code: DeskRefusals.Stale } stale]
            ? await Conflict(context, store, id, request.BaseVersion, stale)
            : Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static DealDetail Add(ZhirongContext context, Deal deal, DealTerms terms, string text, string reason, TimeProvider clock)
    {
        var version = new DealVersion
        {
            DealId = deal.Id,
            Number = deal.Version + 1,
            Text = text,
            Hash = DealTerms.HashOf(text),
            Parent = deal.Version == 0 ? null : deal.Version,
            Reason = reason,
            SavedBy = context.Viewer.Person,
            SavedAt = Instant.Now(clock),
            Errors = terms.Errors,
            Warnings = terms.Warnings,
        };
        if (deal.Version == 0)
        {
            context.Add(deal);
        }

        deal.Take(version, terms);
        context.Add(version);
        EvidenceLeaves.Record(context, DealHappenings.Saved(deal, version), clock);
        return DealDetail.Of(deal, version);
    }

    /// <summary>The other person's version and what it changed: the caller decides what to do with his own.</summary>
    private static async Task<IResult> Conflict(HttpContext context, Store store, Guid id, int given, Refusal stale)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        var deal = (await OpenDeal.Visible(read, id))!;
        var head = await OpenDeal.HeadOf(read, deal);
        var start = await OpenDeal.Find(read, id, given);
        var changes = start is null ? Result<IReadOnlyList<ChangeView>>.Of([]) : CompareTexts.Between(start.Text, head.Text);
        return Problems.Of(context, stale, StatusCodes.Status409Conflict, new StandingVersion(VersionView.Of(head), head.Text, changes.Ok ? changes.Value : []));
    }

    private static Result<DealTerms> Ready(string text, string reason, MarketData market) =>
        text.Length > DeskLimits.TextCharacters ? DeskRefusals.TextTooLong(text.Length, DeskLimits.TextCharacters)
        : reason.Trim().Length is 0 or > 500 ? DeskRefusals.NeedsReason()
        : DealTerms.Read(text, market.Holidays);
}

/// <summary>Sizes the desk accepts.</summary>
internal static class DeskLimits
{
    /// <summary>A deal text's length; its bytes stay below the reader's limit of 4 MiB.</summary>
    public const int TextCharacters = 3_500_000;
}
