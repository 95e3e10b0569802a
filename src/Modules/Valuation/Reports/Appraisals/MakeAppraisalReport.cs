using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>出具价值分析报告: of the version asked for, else the newest.</summary>
internal static class MakeAppraisalReport
{
    private const int LongestName = 80;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/appraisals/{id:guid}/report", Answer).WithName("appraisalReport")
            .WithSummary("The report of a version: a page, or with format=pdf or docx a file that leaves evidence (X-Evidence-Id); lang=en for English")
            .Produces(200, null, "text/html", "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document").ProducesProblem(404).ProducesProblem(422).Reads("valuation");

    private static async Task<IResult> Answer(Guid id, HttpContext context, ValuationDesk desk, ReportFiles files, string? format, string? lang, int? version, string? client, string? users, string? institution)
    {
        var (form, wanted) = (new ValuationForm(), ReportFiles.Format(format));
        var parties = new AppraisalParties
        {
            Client = Named(form, "client", client),
            Users = Named(form, "users", users),
            Institution = Named(form, "institution", institution),
        };
        if (!wanted.Ok || form.Faults.Count > 0)
        {
            return Problems.Of(context, [.. wanted.Ok ? [] : wanted.Refusals, .. form.Faults]);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Set<Appraisal>().SingleOrDefaultAsync(a => a.Id == id) is not { } appraisal)
        {
            return OpenAppraisal.Unknown(context, id);
        }

        var number = version ?? appraisal.Version;
        if (await read.Set<AppraisalVersion>().SingleOrDefaultAsync(v => v.AppraisalId == id && v.Number == number) is not { } shown)
        {
            return Problems.Of(context, ValuationRefusals.NoVersion("version", number, appraisal.Version));
        }

        var input = Input(read, desk, appraisal, shown, parties, RequestLanguage.Of(context, lang));
        return input.Ok
            ? await files.Answer(context, AppraisalReport.Of(input.Value), wanted.Value, new("appraisal", id, number, shown.InputHash))
            : Problems.Of(context, input.Refusals);
    }

    /// <summary>The version computed again; refused where today's parameters would print another result than the one kept.</summary>
    internal static Result<AppraisalReportInput> Input(ZhirongContext read, ValuationDesk desk, Appraisal appraisal, AppraisalVersion version, AppraisalParties parties, Language language)
    {
        var computed = Computed.Of(JsonNode.Parse(version.Request)!, desk.Parameters);
        if (!computed.Ok)
        {
            return Result<AppraisalReportInput>.Refused(computed.Refusals);
        }

        var made = computed.Value;
        if (made.Value.Parameters != version.Parameters || (made.Total, made.Low, made.High) != (version.TotalFen, version.LowFen, version.HighFen))
        {
            return ReportRefusals.Moved("version", made.Value.Parameters, version.Parameters);
        }

        var signatures = read.Set<AppraisalSignature>().Where(s => s.AppraisalId == appraisal.Id && s.Number == version.Number).OrderBy(s => s.N).AsNoTracking().ToList();
        var owner = appraisal.FirmName.Length > 0 ? appraisal.FirmName : null;

        // Who signed has seen what was there on the day of the last signature; before that the newest counts, as on the screen.
        var kept = ReportFiles.Day(signatures.Count == 0 ? version.SavedAt : signatures.Max(s => s.At));
        var until = signatures.Count < 2 ? DateOnly.MaxValue : kept;
        var after = DiligencedParts.Of(read, made, until, new(language));
        return new AppraisalReportInput
        {
            Name = appraisal.Name,
            Request = DocReader.Read(Encoding.UTF8.GetBytes(version.Request)).Value,
            Value = made.Value,
            Language = language,
            ReportDate = after is { } examined && examined.Day > kept ? examined.Day : kept,
            Version = version.Number,
            Engine = version.Engine,
            Parties = parties with { Owner = owner },
            Signatures = [.. signatures.Select(s => new AppraiserSignature(s.Name, s.Certificate, ReportFiles.Day(s.At)))],
            EvidenceId = Evidence(read, appraisal, version),
            ContentHash = version.InputHash,
            Details = Details(read, desk, made, language),
            Scores = KeptScores.Of(read, desk, Ids(made), until),
            After = after,
        };
    }

    /// <summary>The leaf of this version: one is left for each that was saved, in their order.</summary>
    private static string? Evidence(ZhirongContext read, Appraisal appraisal, AppraisalVersion version) =>
        EvidenceLeaves.Find(read.Session, "appraisal", RowValues.Of(appraisal.Id), "AppraisalSaved") is var leaves && leaves.Count >= version.Number ? $"{leaves[version.Number - 1].Id}" : null;

    /// <summary>What the register says of each right on the base date.</summary>
    private static Dictionary<string, RightDetail> Details(ZhirongContext read, ValuationDesk desk, Computed made, Language language)
    {
        var wording = new Wording(language);
        return desk.Rights.Rows(read, Ids(made), made.Case.Terms.BaseDate, language).ToDictionary(
            row => RowValues.Of(row.Id),
            row => new RightDetail(
                row.Holders.Count == 0 ? null : wording.List(row.Holders),
                Words.Same(row.State.LastKnownTitle is { } last ? wording.T($"{row.State.StateTitle}（此前{last}）", $"{row.State.StateTitle} (before: {last})") : row.State.StateTitle), row.State.AsOf,
                wording.List(row.Encumbered.Select(kind => EncumbranceKinds.Read(kind) is { } known ? wording.T(known.Title()) : kind))),
            StringComparer.Ordinal);
    }

    /// <summary>The register's rights of the request, in its order.</summary>
    private static List<Guid> Ids(Computed made) => [.. made.Case.Group.Rights.Select(r => Guid.TryParseExact(r.Id, "D", out var id) ? id : (Guid?)null).OfType<Guid>()];

    private static string? Named(ValuationForm form, string path, string? text) => string.IsNullOrWhiteSpace(text) ? null : form.Text(path, text, LongestName);
}
