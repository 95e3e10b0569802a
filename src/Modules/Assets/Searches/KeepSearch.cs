using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Searches;

/// <summary>保存筛选: a search of the register under a name, changed, shared, taken back and removed.</summary>
internal static class KeepSearch
{
    /// <summary>Searches kept by one person, and shared ones of one organisation.</summary>
    private const int Most = 200;

    private const int LongestName = 40;

    /// <summary>Longest text of a condition.</summary>
    private const int LongestText = 100;

    /// <summary>Columns a list may show beside the number, which it always shows.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["title", "holder", "state", "encumbrances", "filed", "expires", "ipc"];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/rights/searches", (BodyOf<KeepSearchRequest> body, HttpContext context, RightDesk desk) => Save(null, body, context, desk))
            .WithName("keepSearch").WithSummary("Keep a search of the register under a name, for oneself or for the organisation").Produces<KeptSearchView>(201).ProducesProblem(422).Act("assets.search.keep");
        api.MapPut("/rights/searches/{id:guid}", (Guid id, BodyOf<KeepSearchRequest> body, HttpContext context, RightDesk desk) => Save(id, body, context, desk))
            .WithName("changeSearch").WithSummary("Rename, change, share or take back a kept search").Produces<KeptSearchView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("assets.search.change");
        api.MapDelete("/rights/searches/{id:guid}", Remove).WithName("removeSearch").WithSummary("Remove a kept search").Produces(204).ProducesProblem(404).Act("assets.search.remove");
    }

    private static async Task<IResult> Save(Guid? id, BodyOf<KeepSearchRequest> body, HttpContext context, RightDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var request = body.Value.Value;
        if (Faults(request, desk.Today) is { Count: > 0 } faults)
        {
            return Problems.Of(context, faults);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work => Keep(work, id, request, desk));
        return Answers.Written(context, written, body.Key, id is null ? StatusCodes.Status201Created : StatusCodes.Status200OK, RegisterRefusals.StaleCode);
    }

    private static List<Refusal> Faults(KeepSearchRequest request, DateOnly today)
    {
        var form = new RegisterForm();
        form.Text("name", request.Name, LongestName);
        foreach (var (path, text) in (ReadOnlySpan<(string, string?)>)[("asked.query", request.Asked.Query), ("asked.owner", request.Asked.Owner), ("asked.ipc", request.Asked.Ipc), ("asked.family", request.Asked.Family)])
        {
            form.Text(path, text, LongestText, required: false);
        }

        form.Faults.AddRange(request.Asked.ToList().Read(today).Refusals.Select(r => r with { Path = $"asked.{r.Path}" }));
        form.Faults.AddRange((request.Columns ?? []).Where(c => !Columns.Contains(c)).Take(1).Select(c => SearchRefusals.Column(c, Columns)));
        return form.Faults;
    }

    private static async Task<Result<KeptSearchView>> Keep(ZhirongContext work, Guid? id, KeepSearchRequest request, RightDesk desk)
    {
        var (me, name) = (KeptSearchView.HolderOf(work.Viewer), request.Name.Trim());
        var kept = id is null
            ? new() { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, Version = 0, Name = name, Holder = me, MadeBy = me, Asked = "", Columns = "", ChangedAt = 0, ChangedBy = "" }
            : await OpenSearch.Seen(work).SingleOrDefaultAsync(s => s.Id == id);
        if (kept is null)
        {
            return Missing(work, id!.Value);
        }

        if (id is not null && request.BaseVersion != kept.Version)
        {
            return RegisterRefusals.Stale(request.BaseVersion ?? 0, kept.Version);
        }

        if (!request.Shared && kept.MadeBy != me)
        {
            return SearchRefusals.NotTheMaker(kept.Name);
        }

        var holder = request.Shared ? "" : kept.MadeBy;
        var beside = work.Set<KeptSearch>().Where(s => s.OwnerId == kept.OwnerId && s.Holder == holder && s.Id != kept.Id);
        if (await beside.Where(s => s.Name == name).Select(s => s.ChangedBy).SingleOrDefaultAsync() is { } by)
        {
            return SearchRefusals.NameThere(name, request.Shared, by);
        }

        if (await beside.CountAsync() >= Most)
        {
            return SearchRefusals.TooMany(Most);
        }

        if (id is null)
        {
            work.Add(kept);
        }

        (kept.Version, kept.Name, kept.Holder, kept.Asked, kept.Columns) = (kept.Version + 1, name, holder, JsonSerializer.Serialize(Trimmed(request.Asked), WebJson.Options), Shown(request.Columns));
        (kept.ChangedAt, kept.ChangedBy) = (Instant.Now(desk.Clock), work.Viewer.Person);
        await work.SaveChangesAsync();
        var said = new JsonObject { ["asked"] = kept.Asked, ["columns"] = kept.Columns, ["name"] = kept.Name, ["shared"] = request.Shared, ["version"] = kept.Version };
        Evidence(work, id is null ? "SearchKept" : "SearchChanged", kept, said, desk.Clock);
        return KeptSearchView.Of(kept, work.Viewer);
    }

    private static async Task<IResult> Remove(Guid id, HttpContext context, RightDesk desk)
    {
        var refusal = await desk.Store.Commits.Write<Refusal?>(RequestViewer.Of(context), async work =>
        {
            if (await OpenSearch.Seen(work).SingleOrDefaultAsync(s => s.Id == id) is not { } kept)
            {
                return Missing(work, id);
            }

            work.Remove(kept);
            await work.SaveChangesAsync();
            Evidence(work, "SearchRemoved", kept, new() { ["name"] = kept.Name, ["version"] = kept.Version }, desk.Clock);
            return null;
        });
        return refusal is null ? Results.NoContent() : Problems.Of(context, refusal, refusal.Code == StorageRefusals.SharedToReadCode ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
    }

    /// <summary>Shared with another organisation a search is read; somebody's own is not there for anybody else.</summary>
    private static Refusal Missing(ZhirongContext work, Guid id) => work.Reads("kept_search", id) && !work.MayWrite("kept_search", id) ? StorageRefusals.SharedToRead("searches", $"{id}") : WebRefusals.NotFound("searches", $"{id}");

    private static void Evidence(ZhirongContext work, string happened, KeptSearch kept, JsonObject said, TimeProvider clock) =>
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, kept.OwnerId, new(happened, "kept_search", RowValues.Of(kept.Id), said), clock)]);

    /// <summary>In the order of the list, each once; all of them are as good as none named.</summary>
    private static string Shown(IReadOnlyList<string>? columns) => columns is null || Columns.All(columns.Contains) ? "" : string.Join('.', Columns.Where(columns.Contains));

    private static SearchAsked Trimmed(SearchAsked asked) => asked with { Query = Bare(asked.Query), Owner = Bare(asked.Owner), Kind = Bare(asked.Kind), State = Bare(asked.State), Ipc = Bare(asked.Ipc), Family = Bare(asked.Family), Sort = Bare(asked.Sort) };

    private static string? Bare(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
