using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Receivables;

/// <param name="Kind"><c>notice</c>: the debtor is told of the pledge and the account; <c>confirmation</c>: he confirms what he owes.</param>
/// <param name="On">The day he received or signed it; not after today.</param>
/// <param name="Document">Name or number of the paper.</param>
/// <param name="Sha256">Of the paper.</param>
/// <param name="Person">Who received or signed it for the debtor.</param>
/// <param name="Amount">What he confirms to owe, in yuan; only with a confirmation.</param>
public sealed record KeepReceivablePaperRequest(string Kind, DateOnly On, string Document, string Sha256, string Person, int BaseVersion, string? Amount = null);

/// <summary>通知与确权: the papers by which the debtor knows of the pledge (民法典第七百六十三条以下、第五百四十六条) and says what he owes.</summary>
internal static class KeepReceivablePaper
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/receivables/{id:guid}/papers", Answer).WithName("keepReceivablePaper").WithSummary("Keep a notice to the debtor or his confirmation, with day and hash").Produces<ReceivableDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.receivable.paper");

    private static async Task<IResult> Answer(Guid id, BodyOf<KeepReceivablePaperRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Keep(desk, RequestViewer.Of(context), id, body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, LendingRefusals.StaleCode);
    }

    public static async Task<Written<ReceivableDetail>> Keep(LoanDesk desk, Viewer viewer, Guid id, KeepReceivablePaperRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        var (kind, document, person, hash) = (form.Word("kind", request.Kind, ReceivableStates.Papers), form.Text("document", request.Document, 200), form.Text("person", request.Person, 100), form.Hash("sha256", request.Sha256));
        var fen = kind == ReceivableStates.Confirmation ? form.Amount("amount", request.Amount, required: true) : null;
        if (hash.Length == 0)
        {
            form.Faults.Add(LendingRefusals.Hash("sha256", "—"));
        }

        if (form.Day("on", request.On) > desk.Today)
        {
            form.Faults.Add(LendingRefusals.Day("on", $"{request.On:yyyy-MM-dd}", Words.Same($"≤ {desk.Today:yyyy-MM-dd}")));
        }

        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await desk.Store.Commits.Once<ReceivableDetail>(viewer, key, desk.Clock, async work =>
        {
            work.Session.Alone($"receivable {id}");
            if (await work.Set<Receivable>().SingleOrDefaultAsync(r => r.Id == id) is not { } row)
            {
                return OpenReceivable.Missing(work, id);
            }

            if (request.BaseVersion != row.Version)
            {
                return LendingRefusals.Stale(request.BaseVersion, row.Version);
            }

            if (ReceivableStates.After(row.State, kind) is not { } state)
            {
                return ReceivableRefusals.Order(kind, ReceivableStates.Notice);
            }

            var papers = await work.Set<ReceivablePaper>().AsNoTracking().Where(p => p.ReceivableId == id).ToListAsync();
            if (kind == ReceivableStates.Confirmation && papers.Where(p => p.Kind == ReceivableStates.Notice).Min(p => p.OnDay) is var told && request.On < told)
            {
                return LendingRefusals.Day("on", $"{request.On:yyyy-MM-dd}", Words.Same($"≥ {told:yyyy-MM-dd}"));
            }

            var outstanding = await work.Set<ReceivableDue>().Where(d => d.ReceivableId == id && d.State == ReceivableStates.Expected).SumAsync(d => d.Fen);
            if (fen is { } confirmed && confirmed != outstanding)
            {
                return ReceivableRefusals.Confirmed(Money.FenText(confirmed), Money.FenText(outstanding));
            }

            work.Add(new ReceivablePaper { ReceivableId = id, N = papers.Count + 1, Kind = kind, OnDay = request.On, Document = document, Sha256 = hash, Person = person, Fen = fen, At = Instant.Now(desk.Clock), By = viewer.Person });
            (row.State, row.Version, row.ChangedAt, row.ChangedBy) = (state, row.Version + 1, Instant.Now(desk.Clock), viewer.Person);
            await work.SaveChangesAsync();
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, row.OwnerId, new("ReceivablePaperKept", "receivable", RowValues.Of(id), new JsonObject { ["amount"] = fen is { } yuan ? Money.FenText(yuan) : null, ["document"] = document, ["kind"] = kind, ["on"] = RowValues.Of(request.On), ["person"] = person, ["sha256"] = hash }), desk.Clock)]);
            return OpenReceivable.Detail(work, row, desk.Lending, language);
        });
    }
}
