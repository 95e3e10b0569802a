using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Portfolios;
using Zhirong.Engine.Diligence.Writing;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Diligence;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Analyses;

/// <param name="Peers">Names of those whose rights it is held against; left out: everybody in the firm's subclasses.</param>
/// <param name="Products">What the register does not know of the firm's products.</param>
public sealed record AnalysisRequest(Guid FirmId, DateOnly Day, IReadOnlyList<string>? Peers = null, IReadOnlyList<ProductSaid>? Products = null);

/// <param name="OnSale">First day on which the public could see or buy it.</param>
/// <param name="Classes">Classes of goods it is sold in, 1 to 45.</param>
public sealed record ProductSaid(Guid ProductId, DateOnly? OnSale = null, IReadOnlyList<int>? Classes = null);

/// <summary>专利、技术与竞争分析: looks at a firm's rights and at what lies around them, and keeps it.</summary>
internal static class MakeAnalysis
{
    private const int MostPeers = 50;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/analyses", Make).WithName("makeAnalysis").WithSummary("Analyse a firm's rights against others and keep it").Produces<AnalysisDetail>(201).ProducesProblem(422).Act("valuation.analysis.make");

    private static async Task<IResult> Make(BodyOf<AnalysisRequest> body, HttpContext context, DiligenceDesk desk)
    {
        var made = body.Value.Ok ? await Analysed(body.Value.Value, context, desk) : Result<PortfolioAnalysis>.Refused(body.Value.Refusals);
        if (!made.Ok)
        {
            return Problems.Of(context, made.Refusals);
        }

        var (id, language, asked, analysis) = (desk.Room.NewId(), RequestLanguage.Of(context), body.Value.Value, made.Value);
        string Result(Language spoken) => RequestText.Written(writer => AnalysisJson.Write(writer, analysis, ValuationDesk.Engine, spoken));
        var (zh, en, text) = (Result(Language.Zh), Result(Language.En), RequestText.Canonical(JsonSerializer.SerializeToNode(asked, WebJson.Options)!));
        var written = await desk.Room.Store.Commits.Once<AnalysisDetail>(RequestViewer.Of(context), body.Key, desk.Room.Clock, async work =>
        {
            var file = new AnalysisFile
            {
                Id = id,
                OwnerId = work.Viewer.Organisation,
                FirmId = asked.FirmId,
                FirmName = analysis.Case.FirmNames[0],
                Day = asked.Day,
                Policy = analysis.Policy.Name,
                Engine = ValuationDesk.Engine,
                Rights = analysis.Case.Rights.Count,
                Compared = analysis.Case.Compared?.Items.Count,
                Infringed = analysis.Infringed.Count,
                Gaps = analysis.Gaps.Count,
                Asked = text,
                ResultZh = zh,
                ResultEn = en,
                MadeAt = Instant.Now(desk.Room.Clock),
                MadeBy = work.Viewer.Person,
            };
            work.Add(file);
            await work.SaveChangesAsync();
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, file.OwnerId, Kept(file), desk.Room.Clock)]);
            return OpenAnalysis.Detail(file, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static async Task<Result<PortfolioAnalysis>> Analysed(AnalysisRequest asked, HttpContext context, DiligenceDesk desk)
    {
        var form = new ValuationForm();
        form.Day("day", asked.Day);
        if (asked.Day > desk.Room.Today)
        {
            form.Faults.Add(DiligenceRoomRefusals.DayAhead(RowValues.Of(asked.Day), RowValues.Of(desk.Room.Today)));
        }

        if (asked.Peers?.Count > MostPeers)
        {
            form.Faults.Add(ValuationRefusals.TooMany("peers", asked.Peers.Count, MostPeers));
        }

        foreach (var (n, peer) in (asked.Peers ?? []).Index())
        {
            form.Text($"peers.{n}", peer, 100);
        }

        await using var read = desk.Room.Store.Read(RequestViewer.Of(context));
        if (desk.Room.Rights.Firm(read, asked.FirmId) is not { } firm)
        {
            form.Faults.Add(ValuationRefusals.Firm("firmId", $"{asked.FirmId}"));
            return Result<PortfolioAnalysis>.Refused(form.Faults);
        }

        foreach (var (n, product) in (asked.Products ?? []).Index())
        {
            if (firm.Products.All(p => p.Id != product.ProductId))
            {
                form.Faults.Add(DiligenceRoomRefusals.NoProduct($"products.{n}.productId", $"{product.ProductId}"));
            }

            form.Faults.AddRange((product.Classes ?? []).Where(c => c is < 1 or > 45).Select(c => DiligenceRoomRefusals.Class($"products.{n}.classes", $"{c}")));
        }

        var rows = form.Faults.Count > 0 ? [] : desk.RightsOf(read, asked.FirmId, asked.Day).Where(r => r.Kind.Length > 0).ToList();
        if (form.Faults.Count == 0 && rows.Count is 0 or > DiligenceDesk.MostRights)
        {
            form.Faults.Add(rows.Count == 0 ? ValuationRefusals.NoRights("firmId") : ValuationRefusals.TooMany("firmId", rows.Count, DiligenceDesk.MostRights));
        }

        return form.Faults.Count > 0
            ? Result<PortfolioAnalysis>.Refused(form.Faults)
            : PortfolioAnalysis.Of(new PortfolioDraft(read, desk, firm, asked).Write(rows), desk.Policy);
    }

    private static Happening Kept(AnalysisFile file) => new("AnalysisMade", "analysis", RowValues.Of(file.Id), new JsonObject
    {
        ["asked"] = $"sha256:{RequestText.Hash(file.Asked)}",
        ["day"] = RowValues.Of(file.Day),
        ["firm"] = RowValues.Of(file.FirmId),
        ["gaps"] = file.Gaps,
        ["infringed"] = file.Infringed,
        ["policy"] = file.Policy,
        ["result"] = $"sha256:{RequestText.Hash(file.ResultZh)}",
        ["rights"] = file.Rights,
    });
}
