using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Registration.Replies;

/// <summary>What became of one answer.</summary>
/// <param name="Outcome"><c>taken</c>, <c>repeated</c> (taken before, not done again) or <c>refused</c>.</param>
/// <param name="Reason">Why it was not taken; null where it was.</param>
public sealed record AnswerLineView(int Line, string Reference, string Result, Guid? RegistrationId, string Outcome, string? StateTitle, Finding? Reason);

/// <summary>What became of a file of answers; lines in the order of the file.</summary>
public sealed record AnswerFileView(Guid FileId, string Registry, string Name, string Sha256, int Taken, int Repeated, int Refused, IReadOnlyList<AnswerLineView> Lines, string At, string By);

/// <summary>读登记机构回执: takes a file of answers; each line stands or falls alone, the rest is read.</summary>
internal static class TakeAnswers
{
    private const long Limit = 8 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/registrations/answers", Answer).WithName("takeRegistryAnswers").WithSummary("Read a registry's file of answers (CSV, XLSX, JSON)").Accepts<byte[]>("application/octet-stream").Produces<AnswerFileView>(201).ProducesProblem(422).Act("lending.answer.take");
        api.MapGet("/registrations/answers", List).WithName("listRegistryAnswers").WithSummary("Files of answers that were read, the newest first").Produces<PageOf<AnswerFileView>>().Reads("lending");
    }

    private static async Task<IResult> Answer(string? registry, HttpContext context, LendingDesk desk)
    {
        if (registry is null || desk.Registries.Of(registry) is null)
        {
            return Problems.Of(context, LendingRefusals.Word("registry", registry ?? "—", desk.Registries.Codes));
        }

        var bytes = await RequestBytes.Read(context, Limit);
        var answers = bytes.Ok ? AnswerReader.Read(bytes.Value) : Result<IReadOnlyList<AnswerRead>>.Refused(bytes.Refusals);
        if (!answers.Ok)
        {
            return Problems.Of(context, answers.Refusals);
        }

        var (viewer, language) = (RequestViewer.Of(context), RequestLanguage.Of(context));
        var view = await Take(desk, viewer, registry, ReceivedFile.NameOf(context), bytes.Value, answers.Value, language);
        return Results.Json(view, WebJson.Options, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>Keeps the file, then each answer in a transaction of its own with what it moves.</summary>
    public static async Task<AnswerFileView> Take(LendingDesk desk, Viewer viewer, string registry, string name, byte[] bytes, IReadOnlyList<AnswerRead> answers, Language language)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var file = new AnswerFile { Id = desk.NewId(), OwnerId = viewer.Organisation, Registry = registry, Name = name, Sha256 = hash, Lines = answers.Count, At = Instant.Now(desk.Clock), By = viewer.Person };
        await desk.Store.Commits.Write(viewer, async work =>
        {
            work.Add(file);
            EvidenceLeaves.Record(work, new("AnswersRead", "answer_file", RowValues.Of(file.Id), new JsonObject { ["lines"] = answers.Count, ["name"] = name, ["registry"] = registry, ["sha256"] = hash }), desk.Clock);
            return await work.SaveChangesAsync();
        });
        var lines = new List<AnswerLineView>();
        foreach (var (n, answer) in answers.Index())
        {
            lines.Add(await Line(desk, viewer, file, n + 1, answer, language));
        }

        return new(file.Id, registry, name, hash, lines.Count(l => l.Outcome == "taken"), lines.Count(l => l.Outcome == "repeated"), lines.Count(l => l.Outcome == "refused"), lines, Instant.Text(file.At), file.By);
    }

    private static async Task<AnswerLineView> Line(LendingDesk desk, Viewer viewer, AnswerFile file, int n, AnswerRead answer, Language language)
    {
        var print = Print(file.Registry, answer);
        var taken = await desk.Store.Commits.Once<AnswerLineView>(viewer, null, desk.Clock, async work =>
        {
            var done = await Heard(work, desk, file, answer, print);
            if (!done.Ok)
            {
                return Result<AnswerLineView>.Refused(done.Refusals);
            }

            work.Add(Row(file, n, answer, print, done.Value.Row.Id, "taken", ""));
            await work.SaveChangesAsync();
            return new AnswerLineView(answer.Line, answer.Reference, answer.Word, done.Value.Row.Id, "taken", Model.RegistrationWords.Title(done.Value.State).In(language), null);
        });
        if (taken.Value is { } view)
        {
            return view;
        }

        var why = taken.Refusals[0];
        var outcome = why.Severity == Severity.Warning ? "repeated" : "refused";
        await desk.Store.Commits.Write(viewer, async work =>
        {
            work.Add(Row(file, n, answer, print, null, outcome, JsonSerializer.Serialize(why, LendingJson.Options)));
            return await work.SaveChangesAsync();
        });
        return new(answer.Line, answer.Reference, answer.Word, null, outcome, null, Finding.Of(why, language));
    }

    /// <summary>Moves the registration an answer is about. Refused: a line that cannot be read, no such filing, one taken before, one that does not fit where the registration stands.</summary>
    private static async Task<Result<OpenedRegistration>> Heard(ZhirongContext work, LendingDesk desk, AnswerFile file, AnswerRead answer, string print)
    {
        if (answer.Fault is { } fault)
        {
            return fault;
        }

        if (answer.On > desk.Today)
        {
            return AnswerRefusals.Day("on", $"{answer.On:yyyy-MM-dd}", answer.Line) with { Expected = Words.Same($"≤ {desk.Today:yyyy-MM-dd}") };
        }

        work.Session.Alone($"registry answers {work.Viewer.Organisation}");
        if (Find(work, file.Registry, answer.Reference) is not { } id)
        {
            return AnswerRefusals.Unknown(answer.Reference, answer.Line);
        }

        if (await (from l in work.Set<AnswerLine>() join f in work.Set<AnswerFile>() on l.FileId equals f.Id where l.Print == print && l.Outcome == "taken" && f.OwnerId == work.Viewer.Organisation select l.Print).AnyAsync())
        {
            return AnswerRefusals.Repeated(answer.Reference, answer.Line);
        }

        var moved = await RegistrationMoves.Move(work, desk, id, new()
        {
            Act = answer.Act!.Value,
            On = answer.On!.Value,
            Effective = answer.Effective,
            ReceiptNo = answer.ReceiptNo,
            RegistrationNo = answer.RegistrationNo,
            Expires = answer.Expires,
            Due = answer.Due,
            Note = answer.Note,
            Grounds = answer.Grounds,
            Origin = RowValues.Of(file.Id),
        });
        return moved.Ok ? moved : Result<OpenedRegistration>.Refused([moved.Refusals[0].Code.StartsWith("LEN-02", StringComparison.Ordinal) ? AnswerRefusals.OutOfOrder(moved.Refusals[0], answer.Line) : moved.Refusals[0] with { Line = answer.Line }]);
    }

    /// <summary>The one filing with the registry that has the reference, else its receipt number, else its registration number; null for none or several.</summary>
    private static Guid? Find(ZhirongContext work, string registry, string reference)
    {
        var own = from r in work.Set<PledgeRegistration>() join p in work.Set<Pledge>() on r.PledgeId equals p.Id where r.Registry == registry select r;
        if (Guid.TryParse(reference, out var id))
        {
            return own.Where(r => r.Id == id).Select(r => (Guid?)r.Id).SingleOrDefault();
        }

        var found = own.Where(r => r.ReceiptNo == reference || r.RegistrationNo == reference).Select(r => r.Id).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static string Print(string registry, AnswerRead a) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', registry, a.Reference, a.Act, a.On, a.Effective, a.ReceiptNo, a.RegistrationNo, a.Expires, a.Due))).AsSpan(0, 16));

    private static AnswerLine Row(AnswerFile file, int n, AnswerRead answer, string print, Guid? registration, string outcome, string reason) => new()
    {
        FileId = file.Id,
        N = n,
        Line = answer.Line,
        Print = print,
        Reference = answer.Reference,
        Act = answer.Word,
        OnDay = RowValues.Of(answer.On),
        RegistrationId = registration,
        Outcome = outcome,
        Reason = reason,
    };

    private static async Task<IResult> List(HttpContext context, LendingDesk desk, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, language) = (PageRequest.Of(page, pageSize), RequestLanguage.Of(context));
        var files = await read.Set<AnswerFile>().OrderByDescending(f => f.At).ThenBy(f => f.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        var ids = files.ConvertAll(f => f.Id);
        var lines = (await read.Set<AnswerLine>().Where(l => ids.Contains(l.FileId)).OrderBy(l => l.N).ToListAsync(context.RequestAborted)).ToLookup(l => l.FileId);
        return Results.Json(new PageOf<AnswerFileView>([.. files.Select(f => View(f, [.. lines[f.Id]], language))], await read.Set<AnswerFile>().CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static AnswerFileView View(AnswerFile f, IReadOnlyList<AnswerLine> lines, Language language) => new(
        f.Id, f.Registry, f.Name, f.Sha256, lines.Count(l => l.Outcome == "taken"), lines.Count(l => l.Outcome == "repeated"), lines.Count(l => l.Outcome == "refused"),
        [.. lines.Select(l => new AnswerLineView(l.Line, l.Reference, l.Act, l.RegistrationId, l.Outcome, null, l.Reason.Length == 0 ? null : Finding.Of(JsonSerializer.Deserialize<Refusal>(l.Reason, LendingJson.Options)!, language)))], Instant.Text(f.At), f.By);
}
