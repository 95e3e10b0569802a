using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger.UseCases;

/// <summary>An entry with its source, its evidence and the plan it fulfils.</summary>
internal static class OpenEntry
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/ledger/entries/{id:guid}", Answer)
        .WithName("openEntry").Reads("ledger").WithSummary("An entry with its source and evidence").Produces<EntryDetail>().ProducesProblem(404);

    private static IResult Answer(Guid id, HttpContext context, Store store)
    {
        using var read = store.Read(RequestViewer.Of(context));
        if (EntryReading.Seen(read, id) is not { } entry)
        {
            return Unseen.Problem(context, "entries", id);
        }

        var (leaf, index) = EvidenceLeaves.Find(read.Session, "entry", RowValues.Of(id))[0];
        var detail = new EntryDetail(EntryRow.Of(entry))
        {
            Book = BookRef.Of(read.Session, entry.BookId),
            Source = Source(context, read, entry.Subject),
            Evidence = new(leaf, index),
            Planned = Planned(read.Session, id, RequestLanguage.Of(context)),
        };
        return Results.Json(detail, WebJson.Options);
    }

    /// <summary>What the room of the record calls it; kind and id when none does.</summary>
    private static SourceView? Source(HttpContext context, ZhirongContext read, SubjectRef? subject)
    {
        if (subject is null)
        {
            return null;
        }

        var title = context.RequestServices.GetServices<ISubjectTitles>().Select(t => t.Of(read, subject.Kind, subject.Id)).FirstOrDefault(t => t is not null);
        return new(subject.Kind, subject.Id, title?.Title ?? $"{subject.Kind} {subject.Id}", title?.Href);
    }

    private static List<EntryPlanned> Planned(Session session, Guid entry, Language language) => session.List(
        "SELECT p.id, p.due, m.fen, p.memo_zh, p.memo_en FROM ldg_match m JOIN ldg_planned p ON p.id = m.planned_id WHERE m.entry_id = @p0 ORDER BY p.due, p.id",
        row => new EntryPlanned(row.Id(0), row.Text(1), Money.FenText(row.Long(2)), row.Text(language == Language.En ? 4 : 3)),
        RowValues.Of(entry));
}
