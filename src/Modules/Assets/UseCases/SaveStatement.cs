using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <param name="PeriodEnd">The last day of the period.</param>
/// <param name="Months">12 for a year; fewer for what has passed of one.</param>
/// <param name="Figures">By our names, in yuan.</param>
/// <param name="Source">The file or paper they come from.</param>
/// <param name="AsOf">The day of that source.</param>
public sealed record SaveStatementRequest(DateOnly PeriodEnd, int Months, IReadOnlyDictionary<string, string> Figures, string Source, DateOnly AsOf, bool Audited = false);

/// <summary>登记财务报表: keeps the figures of a period; what does not balance is said and kept with them.</summary>
internal static class SaveStatement
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/firms/{id:guid}/statements", Answer)
        .WithName("saveFirmStatement").WithSummary("Keep a firm's figures of a period, with balance checks").Produces<FirmStatementView>().ProducesProblem(404).ProducesProblem(422).Act("assets.firm.statement");

    private static async Task<IResult> Answer(Guid id, BodyOf<SaveStatementRequest> body, HttpContext context, RightDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request) = (new RegisterForm(), body.Value.Value);
        var (periodEnd, figures) = (request.PeriodEnd, Figures(form, request.Figures));
        var source = form.Text("source", request.Source, 300);
        if (request.Months is < 1 or > 12)
        {
            form.Faults.Add(RegisterRefusals.Range("months", $"{request.Months}", Words.Same("1 … 12")));
        }

        form.Order("asOf", periodEnd, request.AsOf);
        if (periodEnd > desk.Today || periodEnd.AddDays(1).Day != 1)
        {
            form.Faults.Add(RegisterRefusals.Range("periodEnd", $"{periodEnd:yyyy-MM-dd}", new("已过去的月末", "the end of a month that has passed")));
        }

        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var language = RequestLanguage.Of(context);
        var written = await desk.Store.Commits.Once<FirmStatementView>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            if (await work.Set<Firm>().SingleOrDefaultAsync(f => f.Id == id) is not { } firm)
            {
                return AddFirm.Missing(work, id);
            }

            var statement = await work.Set<FirmStatement>().SingleOrDefaultAsync(s => s.FirmId == id && s.PeriodEnd == periodEnd);
            var findings = FirmFigures.Findings(figures);
            if (statement is null)
            {
                statement = new() { FirmId = id, PeriodEnd = periodEnd, Months = 0, Source = "", AsOf = request.AsOf, Audited = 0, Figures = "", Findings = "", At = 0, By = "" };
                work.Add(statement);
            }

            (statement.Months, statement.Source, statement.AsOf, statement.Audited, statement.At, statement.By) = (request.Months, source!, request.AsOf, request.Audited ? 1 : 0, Instant.Now(desk.Clock), work.Viewer.Person);
            (statement.Figures, statement.Findings) = (JsonSerializer.Serialize(figures), JsonSerializer.Serialize(findings, WebJson.Options));
            await work.SaveChangesAsync();
            var content = new JsonObject { ["asOf"] = RowValues.Of(request.AsOf), ["figures"] = statement.Figures, ["months"] = request.Months, ["periodEnd"] = RowValues.Of(periodEnd), ["source"] = source };
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, firm.OwnerId, new("FirmStatementSaved", "firm", RowValues.Of(id), content), desk.Clock)]);
            return FirmStatementView.Of(statement, language);
        });
        return Answers.Written(context, written, body.Key);
    }

    private static SortedDictionary<string, long> Figures(RegisterForm form, IReadOnlyDictionary<string, string> stated)
    {
        var figures = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, text) in stated)
        {
            if (!FirmFigures.Names.Contains(name))
            {
                form.Faults.Add(RegisterRefusals.Figure($"figures.{name}", name, FirmFigures.Names));
            }
            else if (form.Amount($"figures.{name}", text, required: true) is { } fen)
            {
                figures[name] = fen;
            }
        }

        return figures;
    }
}
