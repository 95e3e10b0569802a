using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Lending.Loans.Closing;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Loans.Posting;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Importing;

/// <param name="BaseVersion">The version that was looked at.</param>
public sealed record TakeLoansRequest(int BaseVersion);

/// <summary>导入台账, second half: the loans that are new are taken over, with their lines and their entries, all in one transaction.</summary>
internal static class TakeLoans
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/loans/imports/{id:guid}/take", Answer).WithName("takeLoans").WithSummary("Take the new loans of a sheet in: with lines, opening entries and schedules; what we hold stays as it is").Produces<LoanImportView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.import.take");

    private static async Task<IResult> Answer(Guid id, BodyOf<TakeLoansRequest> body, HttpContext context, LoanDesk desk, BookDoor books)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Take(desk, books, RequestViewer.Of(context), id, body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, LendingRefusals.StaleCode);
    }

    /// <summary>Held against the loans there are once more, inside the work: what came meanwhile is compared, not made twice.</summary>
    public static Task<Written<LoanImportView>> Take(LoanDesk desk, BookDoor books, Viewer viewer, Guid id, TakeLoansRequest request, WriteKey? key, Language language) => desk.Store.Commits.Once<LoanImportView>(viewer, key, desk.Clock, async work =>
    {
        work.Session.Alone($"loan import {viewer.Organisation}");
        if (await work.Set<LoanImport>().SingleOrDefaultAsync(i => i.Id == id) is not { } import)
        {
            return WebRefusals.NotFound("imports", $"{id}");
        }

        if (Against(work, import, request.BaseVersion) is { } refusal)
        {
            return refusal;
        }

        var looked = Again(work, desk, import);
        if (looked.Fresh.Count == 0)
        {
            return LoanSheetRefusals.Nothing();
        }

        var days = looked.Fresh.Max(l => l.Row.AsOf);
        if (DayClose.Behind(work, import.BookId, days) is { } behind)
        {
            return behind;
        }

        var opened = books.AddMissing(work, import.BookId, [new(LoanBook.TakenOver, "其他应付款—存量业务接转", "Loans taken over from other books", "liability", "credit", "none")]);
        if (!opened.Ok)
        {
            return Result<LoanImportView>.Refused(opened.Refusals);
        }

        if (await Write(work, desk, looked) is { } fault)
        {
            return fault;
        }

        Settled(work, desk, import, looked);
        await work.SaveChangesAsync();
        return LoanImportView.Of(import, language);
    });

    /// <summary>The rows that were new, held against the loans there are now; the others stand as they were told.</summary>
    public static LoanSheetLooked Again(ZhirongContext read, LoanDesk desk, LoanImport import)
    {
        var told = JsonSerializer.Deserialize<IReadOnlyList<LoanRowOutcome>>(import.Outcomes, LendingJson.Options)!;
        var fresh = told.Where(o => o.Outcome == "fresh").Select(o => o.Line).ToHashSet();
        var rows = JsonSerializer.Deserialize<IReadOnlyList<LoanSheetLine>>(import.Rows, LendingJson.Options)!;
        var looked = new LookAtLoans(read, desk, import.BookId).Look([.. rows.Where(r => fresh.Contains(r.Line))], import.AsOf);
        var now = looked.Outcomes.ToDictionary(o => o.Line);
        return looked with { Outcomes = [.. told.Select(o => now.GetValueOrDefault(o.Line, o))] };
    }

    /// <summary>Why a sheet cannot be taken in at all.</summary>
    public static Refusal? Against(ZhirongContext read, LoanImport import, int baseVersion) => baseVersion != import.Version ? LendingRefusals.Stale(baseVersion, import.Version)
        : import.State != LoanImportStates.LookedAt ? LoanSheetRefusals.Taken(import.State)
        : BookDoor.Row(read, import.BookId) is not { Kind: "bank" } ? LoanRefusals.Book("bookId", $"{import.BookId}") : null;

    private static async Task<Refusal?> Write(ZhirongContext work, LoanDesk desk, LoanSheetLooked looked)
    {
        foreach (var line in looked.NewLines.Values.Where(l => looked.Fresh.Any(f => f.Kept.FacilityId == l.Id)))
        {
            work.Add(line);
            foreach (var pledge in await Securing(work, [.. looked.Fresh.Where(f => f.Kept.FacilityId == line.Id).Select(f => f.Row)]))
            {
                work.Add(new FacilityPledge { FacilityId = line.Id, PledgeId = pledge });
            }
        }

        foreach (var loan in looked.Fresh)
        {
            work.Add(loan.Kept);
            work.AddRange(loan.Events);
        }

        await work.SaveChangesAsync();
        var lines = new Dictionary<Guid, Facility>();
        foreach (var loan in looked.Fresh)
        {
            var line = lines.TryGetValue(loan.Kept.FacilityId, out var known) ? known : lines[loan.Kept.FacilityId] = await work.Set<Facility>().AsNoTracking().SingleAsync(f => f.Id == loan.Kept.FacilityId);
            if (LineGuard.Take(work, desk, line, null, LineGuard.Revolves(line) ? loan.Row.Balance : loan.Row.Principal) is { } over)
            {
                return over.At(loan.Row.Line, 1);
            }
        }

        foreach (var day in looked.Fresh.GroupBy(l => l.Row.AsOf).OrderBy(g => g.Key))
        {
            await new CloseWriting(work, desk, day.Key).Write([.. day.Select(l => l.Closing)], lines);
        }

        return Waiting(work, looked);
    }

    /// <summary>A loan whose opening entry the book refuses undoes the whole: nothing is half-written.</summary>
    private static Refusal? Waiting(ZhirongContext work, LoanSheetLooked looked)
    {
        foreach (var loan in looked.Fresh)
        {
            if (work.Session.First("SELECT fault FROM len_loan WHERE id = @p0", row => row.Text(0), RowValues.Of(loan.Kept.Id)) is { Length: > 0 } fault)
            {
                return LendingRefusals.Make("LEN-0746", "balance", $"{loan.Row.Number}: {fault}", new("账簿接受开账分录", "a book that takes the opening entry"), new("账簿未接受开账分录，全部撤回", "The book does not take the opening entry; everything is taken back")).At(loan.Row.Line, 1);
            }
        }

        return null;
    }

    /// <summary>The pledges a contract's rows name by registration or right.</summary>
    private static async Task<IReadOnlyList<Guid>> Securing(ZhirongContext work, IReadOnlyList<LoanSheetRow> rows)
    {
        List<string> numbers = [.. rows.SelectMany(r => r.Rights).Distinct(StringComparer.Ordinal)], filed = [.. rows.Select(r => r.RegistrationNo).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
        return await work.Set<Pledge>().Where(p => p.OwnerId == work.Viewer.Organisation && (work.Set<PledgeItem>().Any(i => i.PledgeId == p.Id && i.State == Pledges.ItemStates.Held && numbers.Contains(i.RightNumber)) || work.Set<PledgeRegistration>().Any(r => r.PledgeId == p.Id && filed.Contains(r.RegistrationNo)))).Select(p => p.Id).ToListAsync();
    }

    private static void Settled(ZhirongContext work, LoanDesk desk, LoanImport import, LoanSheetLooked looked)
    {
        var (given, kept) = (looked.Fresh.Sum(l => l.Row.Balance), looked.Fresh.Sum(l => Principal(work.Session, l.Kept.Id)));
        if (given != kept)
        {
            throw new InvalidOperationException($"The sheet's balances sum to {Money.FenText(given)}, the entries to {Money.FenText(kept)}.");
        }

        (import.Version, import.State, import.TakenFen) = (import.Version + 1, LoanImportStates.Taken, kept);
        import.Outcomes = JsonSerializer.Serialize(looked.Outcomes.Select(o => o.Outcome == "fresh" ? o with { Outcome = "taken" } : o), LendingJson.Options);
        EvidenceLeaves.Record(work, new("LoansTakenIn", "loan_import", RowValues.Of(import.Id), new JsonObject
        {
            ["balance"] = Money.FenText(kept),
            ["book"] = RowValues.Of(import.BookId),
            ["loans"] = new JsonArray([.. looked.Fresh.Select(l => new JsonObject { ["balance"] = Money.FenText(l.Row.Balance), ["id"] = RowValues.Of(l.Kept.Id), ["line"] = l.Row.Line, ["number"] = l.Row.Number })]),
            ["sha256"] = import.Sha256,
        }), desk.Clock);
    }

    private static long Principal(Session session, Guid loan) => session.First("SELECT coalesce(sum((CASE WHEN debit IN ('performing', 'overdue') THEN fen ELSE 0 END) - (CASE WHEN credit IN ('performing', 'overdue') THEN fen ELSE 0 END)), 0) FROM len_loan_posting WHERE loan_id = @p0", row => row.Long(0), RowValues.Of(loan));
}

/// <summary>Shows those who approve it how many loans a sheet brings, with which balance, and what of it is left out.</summary>
internal sealed class LoanImportShown(LoanDesk desk) : IChangeShown
{
    public bool Shows(string act) => act == "lending.import.take";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = request.Values.GetValueOrDefault("id") ?? "";
        if (!Guid.TryParse(asked, out var id) || read.Set<LoanImport>().AsNoTracking().SingleOrDefault(i => i.Id == id) is not { } import)
        {
            return WebRefusals.NotFound("imports", asked);
        }

        if (request.Body?["baseVersion"] is not { } given || !int.TryParse($"{given}", out var version))
        {
            return WebRefusals.Body("baseVersion", "—");
        }

        if (TakeLoans.Against(read, import, version) is { } refusal)
        {
            return refusal;
        }

        var looked = TakeLoans.Again(read, desk, import);
        var counts = LoanImportView.Count(looked.Outcomes);
        return looked.Fresh.Count == 0 ? LoanSheetRefusals.Nothing() : new ShownChange
        {
            Title = new($"导入贷款台账 {import.Name}：{counts.Fresh} 笔", $"Take in the register of loans {import.Name}: {counts.Fresh} loans"),
            Amount = Money.OfFen(looked.Fresh.Sum(l => l.Row.Balance)),
            SubjectKind = "loan_import",
            SubjectId = $"{import.Id}",
            Fields =
            [
                new("asOf", new("数据日", "As of"), null, $"{import.AsOf:yyyy-MM-dd}"),
                new("fresh", new("新贷款（笔 · 余额元）", "New loans (count · balance, yuan)"), null, $"{counts.Fresh} · {counts.FreshBalance}"),
                new("same", new("已有且一致", "Held and the same"), null, $"{counts.Same}"),
                new("differing", new("已有但不一致（不改动）", "Held and different (left as they are)"), null, $"{counts.Differing}"),
                new("refused", new("拒绝的行", "Rows refused"), null, $"{counts.Refused}"),
                new("sha256", new("文件 SHA-256", "SHA-256 of the file"), null, import.Sha256),
            ],
        };
    }
}
