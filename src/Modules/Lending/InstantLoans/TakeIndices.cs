using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>What came of a file of indices.</summary>
/// <param name="Repeated">Lines that say what is known.</param>
public sealed record IndicesTaken(int Taken, int Repeated, IReadOnlyList<string> Models, string Sha256);

/// <summary>
/// 银行自有指数: the port for an index another model gave, as a file (CSV, UTF-8): credit code, points, day, model. All of a file or none of it; what
/// is known already is not changed.
/// </summary>
internal static class TakeIndices
{
    private const int Limit = 20 * 1024 * 1024;
    private const int MostLines = 200_000;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/indices", Answer).WithName("takeIndices").WithSummary("Read a file of indices a bank's own model gave: code, points, day, model").Accepts<byte[]>("text/csv").Produces<IndicesTaken>(201).ProducesProblem(422).Act("lending.index.take");

    private sealed record Line(string Code, long Points, DateOnly Day, string Model);

    private static async Task<IResult> Answer(HttpContext context, InstantDesk desk)
    {
        var bytes = await RequestBytes.Read(context, Limit);
        var lines = bytes.Ok ? Read(Encoding.UTF8.GetString(bytes.Value), desk.Today) : Result<IReadOnlyList<Line>>.Refused(bytes.Refusals);
        if (!lines.Ok)
        {
            return Problems.Of(context, lines.Refusals);
        }

        var (name, hash) = (ReceivedFile.NameOf(context), Convert.ToHexStringLower(SHA256.HashData(bytes.Value)));
        var written = await desk.Store.Commits.Once<IndicesTaken>(RequestViewer.Of(context), null, desk.Clock, work => Take(work, desk, lines.Value, name, hash));
        return Answers.Written(context, written, null, StatusCodes.Status201Created);
    }

    private static Result<IReadOnlyList<Line>> Read(string text, DateOnly today)
    {
        var (lines, faults) = (new List<Line>(), new List<Refusal>());
        foreach (var (n, row) in text.TrimStart('\uFEFF').Split('\n').Index().Where(l => l.Item.Trim().Length > 0 && l.Index > 0))
        {
            var cells = row.Trim().Split(',').Select(c => c.Trim()).ToArray();
            if (cells.Length == 4 && CreditCode.Check(cells[0].ToUpperInvariant()).Outcome != CreditCodeOutcome.Invalid && decimal.TryParse(cells[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) && points is >= 0 and <= 100 && decimal.Round(points, 2) == points
                && DateOnly.TryParseExact(cells[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= today && cells[3].Length is > 0 and <= 80)
            {
                lines.Add(new(cells[0].ToUpperInvariant(), (long)(points * 100m), day, cells[3]));
                continue;
            }

            faults.Add(InstantRefusals.IndexRow(n + 1, row.Trim()));
        }

        return faults.Count > 0 ? Result<IReadOnlyList<Line>>.Refused([.. faults.Take(100)])
            : lines.Count is 0 or > MostLines ? LendingRefusals.Count("lines", lines.Count, 1, MostLines)
            : lines;
    }

    private static async Task<Result<IndicesTaken>> Take(ZhirongContext work, InstantDesk desk, IReadOnlyList<Line> lines, string name, string hash)
    {
        var codes = lines.Select(l => l.Code).Distinct().ToList();
        var known = new Dictionary<(string Code, string Model, DateOnly Day), long>();
        foreach (var some in codes.Chunk(500))
        {
            foreach (var row in await work.Set<GivenIndex>().AsNoTracking().Where(i => i.OwnerId == work.Viewer.Organisation && some.Contains(i.FirmCode)).ToListAsync())
            {
                known[(row.FirmCode, row.Model, row.Day)] = row.Points;
            }
        }

        var taken = 0;
        foreach (var (n, line) in lines.Index())
        {
            if (known.TryGetValue((line.Code, line.Model, line.Day), out var before))
            {
                if (before != line.Points)
                {
                    return InstantRefusals.IndexTwice(n + 2, $"{line.Code} {line.Model} {line.Day:yyyy-MM-dd}");
                }

                continue;
            }

            known[(line.Code, line.Model, line.Day)] = line.Points;
            work.Add(new GivenIndex { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, FirmCode = line.Code, Model = line.Model, Day = line.Day, Points = line.Points, Source = name, Sha256 = hash, At = Instant.Now(desk.Clock), By = work.Viewer.Person });
            taken++;
        }

        List<string> models = [.. lines.Select(l => l.Model).Distinct().Order(StringComparer.Ordinal)];
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("IndicesTaken", "index_file", hash, new JsonObject { ["lines"] = lines.Count, ["models"] = new JsonArray([.. models.Select(m => (JsonNode)m)]), ["name"] = name, ["sha256"] = hash, ["taken"] = taken }), desk.Clock);
        return new IndicesTaken(taken, lines.Count - taken, models, hash);
    }
}
