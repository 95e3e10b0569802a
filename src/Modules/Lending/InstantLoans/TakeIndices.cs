using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Registration;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>What became of a row of a file of indices.</summary>
/// <param name="Line">From 1, in the file.</param>
/// <param name="Name">As the register has it, else as the file has it.</param>
/// <param name="Points">As the file has it, as day and model are.</param>
/// <param name="Outcome"><c>taken</c>, <c>repeated</c> (known already and the same), <c>refused</c>.</param>
/// <param name="FirmId">Of the firm in the register; null where there is none.</param>
public sealed record IndexRowTaken(int Line, string Code, string Name, string Points, string Day, string Model, string Outcome, Guid? FirmId, IReadOnlyList<Finding> Reasons);

/// <summary>What came of a file of indices.</summary>
/// <param name="Repeated">Rows that say what is known.</param>
/// <param name="Refused">Rows that were not taken; the others are.</param>
/// <param name="Models">Of the rows that were not refused.</param>
/// <param name="Shown">The rows, at most the first thousand; refused first.</param>
public sealed record IndicesTaken(int Lines, int Taken, int Repeated, int Refused, IReadOnlyList<string> Models, string Sha256, string Name, IReadOnlyList<IndexRowTaken> Shown);

/// <summary>
/// 银行自有指数: the port for an index another model gave, as a file (xlsx, csv in UTF-8 or GBK): credit code, points, day, model. A row that cannot be
/// taken is refused with its reason, the rest is taken; what is known already is not changed.
/// </summary>
internal static class TakeIndices
{
    public const string Event = "IndicesTaken";

    /// <summary>Largest file.</summary>
    public const int Limit = 20 * 1024 * 1024;

    private const int MostShown = 1_000;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/indices", Answer).WithName("takeIndices").WithSummary("Take in a file of indices a bank's own model gave (xlsx, csv): code, points, day, model; rows that cannot be taken are told, the rest is taken").Accepts<byte[]>("application/octet-stream", "text/csv").Produces<IndicesTaken>(201).ProducesProblem(422).Act("lending.index.take");

    private sealed record Row(IndexLine Line, string Outcome, (Guid Id, string Name)? Firm, IReadOnlyList<Refusal> Reasons);

    private static async Task<IResult> Answer(HttpContext context, InstantDesk desk, string? codeColumn, string? nameColumn, string? pointsColumn, string? dayColumn, string? modelColumn, DateOnly? day, string? model)
    {
        (string Field, string? Title)[] columns = [("code", codeColumn), ("name", nameColumn), ("points", pointsColumn), ("day", dayColumn), ("model", modelColumn)];
        var reading = new IndexReading(columns.Where(c => !string.IsNullOrEmpty(c.Title)).ToDictionary(c => c.Field, c => c.Title!, StringComparer.Ordinal), day, model?.Trim() ?? "");
        var bytes = await RequestBytes.Read(context, Limit);
        var lines = bytes.Ok ? IndexSheet.Read(bytes.Value, desk.Loans.Law.IndexTitles, reading, desk.Today) : Result<IReadOnlyList<IndexLine>>.Refused(bytes.Refusals);
        if (!lines.Ok)
        {
            return Problems.Of(context, lines.Refusals);
        }

        var (name, hash, language) = (ReceivedFile.NameOf(context), Convert.ToHexStringLower(SHA256.HashData(bytes.Value)), RequestLanguage.Of(context));
        var written = await desk.Store.Commits.Once<IndicesTaken>(RequestViewer.Of(context), null, desk.Clock, work => Take(work, desk, lines.Value, name, hash, language));
        return Answers.Written(context, written, null, StatusCodes.Status201Created);
    }

    private static async Task<Result<IndicesTaken>> Take(ZhirongContext work, InstantDesk desk, IReadOnlyList<IndexLine> lines, string name, string hash, Language language)
    {
        work.Session.Alone($"indices {work.Viewer.Organisation}");
        var codes = lines.Where(l => l.Faults.Count == 0).Select(l => l.Code).Distinct().ToList();
        var (firms, known) = (RightDoor.FirmsOfCodes(work, codes), await Known(work, codes));
        var rows = lines.Select(l => Judged(l, firms, known)).ToList();
        foreach (var line in rows.Where(r => r.Outcome == "taken").Select(r => r.Line))
        {
            work.Add(new GivenIndex { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, FirmCode = line.Code, Model = line.Model, Day = line.Day!.Value, Points = line.Points!.Value, Source = name, Sha256 = hash, At = Instant.Now(desk.Clock), By = work.Viewer.Person });
        }

        int Count(string outcome) => rows.Count(r => r.Outcome == outcome);
        var (taken, repeated, refused) = (Count("taken"), Count("repeated"), Count("refused"));
        List<string> models = [.. rows.Where(r => r.Outcome != "refused").Select(r => r.Line.Model).Distinct().Order(StringComparer.Ordinal)];
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new(Event, "index_file", hash, new JsonObject { ["lines"] = lines.Count, ["models"] = new JsonArray([.. models.Select(m => (JsonNode)m)]), ["name"] = name, ["refused"] = refused, ["repeated"] = repeated, ["sha256"] = hash, ["taken"] = taken }), desk.Clock);
        return new IndicesTaken(lines.Count, taken, repeated, refused, models, hash, name, [.. rows.OrderBy(r => r.Outcome == "refused" ? 0 : 1).ThenBy(r => r.Line.Line).Take(MostShown).Select(r => Shown(r, language))]);
    }

    private static async Task<Dictionary<(string Code, string Model, DateOnly Day), long>> Known(ZhirongContext work, List<string> codes)
    {
        var known = new Dictionary<(string Code, string Model, DateOnly Day), long>();
        foreach (var some in codes.Chunk(500))
        {
            foreach (var row in await work.Set<GivenIndex>().AsNoTracking().Where(i => i.OwnerId == work.Viewer.Organisation && some.Contains(i.FirmCode)).ToListAsync())
            {
                known[(row.FirmCode, row.Model, row.Day)] = row.Points;
            }
        }

        return known;
    }

    /// <summary>What becomes of a row; one that is taken is known to those after it.</summary>
    private static Row Judged(IndexLine line, IReadOnlyDictionary<string, (Guid Id, string Name)> firms, Dictionary<(string Code, string Model, DateOnly Day), long> known)
    {
        if (line.Faults.Count > 0 || line.Points is not { } points || line.Day is not { } day)
        {
            return new(line, "refused", null, line.Faults);
        }

        if (!firms.TryGetValue(line.Code, out var firm))
        {
            return new(line, "refused", null, [InstantRefusals.IndexFirm(line.Code, line.Line)]);
        }

        if (line.Cell("name") is { Length: > 0 } name && Same(name) != Same(firm.Name))
        {
            return new(line, "refused", firm, [InstantRefusals.IndexName(name, firm.Name, line.Line)]);
        }

        if (known.TryGetValue((line.Code, line.Model, day), out var before))
        {
            return before == points ? new(line, "repeated", firm, []) : new(line, "refused", firm, [InstantRefusals.IndexTwice(Text(points), Text(before), line.Line)]);
        }

        known[(line.Code, line.Model, day)] = points;
        return new(line, "taken", firm, []);
    }

    private static IndexRowTaken Shown(Row row, Language language) => new(
        row.Line.Line, row.Line.Code.Length > 0 ? row.Line.Code : row.Line.Cell("code"), row.Firm?.Name ?? row.Line.Cell("name"), row.Line.Cell("points"), row.Line.Day is { } day ? $"{day:yyyy-MM-dd}" : row.Line.Cell("day"), row.Line.Cell("model"), row.Outcome, row.Firm?.Id, Finding.Of(row.Reasons, language));

    private static string Text(long points) => (points / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A name without its spaces, wide and narrow signs the same.</summary>
    private static string Same(string name) => string.Concat(FullWidth.Narrow(name).Where(c => !char.IsWhiteSpace(c)));
}
