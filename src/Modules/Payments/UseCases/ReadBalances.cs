using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Payments.Statements;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <param name="Repeated">The file was read before: nothing was done again.</param>
/// <param name="Accounts">Balances of accounts kept.</param>
/// <param name="Loans">Balances of loans, by 借据号, kept.</param>
public sealed record BalancesRead(Guid FileId, bool Repeated, string Format, int Accounts, int Loans, IReadOnlyList<Finding> Findings);

/// <summary>Keeps what core systems and banks state as balances, to be compared with ours day by day.</summary>
internal static class StatedBalances
{
    /// <summary>The latest statement of a day counts.</summary>
    public static async Task Keep(ZhirongContext work, PaymentDesk desk, Guid owner, string kind, string subject, DateOnly day, long fen, Guid file)
    {
        if (await work.Set<PayBalance>().SingleOrDefaultAsync(b => b.OwnerId == owner && b.Kind == kind && b.Subject == subject && b.Day == day) is { } known)
        {
            (known.Fen, known.FileId) = (fen, file);
        }
        else
        {
            work.Add(new PayBalance { Id = desk.NewId(), OwnerId = owner, Kind = kind, Subject = subject, Day = day, Fen = fen, FileId = file });
        }
    }
}

/// <summary>导入余额文件: reads a core system's balances of accounts and loans.</summary>
internal static class ReadBalances
{
    private const long Limit = 64L * 1024 * 1024;
    private const long Kept = 20L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/payments/balances", Answer)
        .WithName("readBalances").WithSummary("Read a balance file of a core system (xlsx, csv)").Accepts<byte[]>("application/octet-stream").Produces<BalancesRead>().ProducesProblem(422).Act("payments.balances.read");

    public static async Task<Result<BalancesRead>> Take(ZhirongContext work, PaymentDesk desk, ReceivedFile received, BalanceFile read, Language language)
    {
        work.Session.Alone($"payment file {work.Viewer.Organisation} {received.Sha256}");
        if (await work.Set<PayFile>().AsNoTracking().Where(f => f.OwnerId == work.Viewer.Organisation && f.Kind == FileKinds.Balances && f.Sha256 == received.Sha256).Select(f => f.Outcome).SingleOrDefaultAsync() is { } known)
        {
            return JsonSerializer.Deserialize<BalancesRead>(known, WebJson.Options)! with { Repeated = true };
        }

        List<Refusal> faults = [.. read.Faults.Where(f => f.Severity == Severity.Error), .. read.Balances.Where(b => (b.Date ?? read.Date) is null).Take(20).Select(b => AccountRefusals.Balances(b.Place, $"{b.LoanNo ?? b.Account}"))];
        if (faults.Count > 0)
        {
            return Result<BalancesRead>.Refused(faults);
        }

        var file = received.Row(work, desk, FileKinds.Balances);
        work.Add(file);
        var (accounts, loans) = (0, 0);
        var days = read.Balances.Select(b => (b.Date ?? read.Date)!.Value).Distinct().ToList();
        var stands = (await work.Set<PayBalance>().Where(b => b.OwnerId == work.Viewer.Organisation && days.Contains(b.Day)).ToListAsync()).ToDictionary(b => (b.Kind, b.Subject, b.Day));
        foreach (var balance in read.Balances)
        {
            var (kind, subject) = balance.LoanNo is { } loan ? ("loan", loan) : ("account", balance.Account!);
            (accounts, loans) = kind == "loan" ? (accounts, loans + 1) : (accounts + 1, loans);
            var key = (kind, subject, (balance.Date ?? read.Date)!.Value);
            if (stands.TryGetValue(key, out var row))
            {
                (row.Fen, row.FileId) = (balance.Balance.Fen, file.Id);
            }
            else
            {
                work.Add(stands[key] = new() { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, Kind = kind, Subject = subject, Day = key.Value, Fen = balance.Balance.Fen, FileId = file.Id });
            }
        }

        var answer = new BalancesRead(file.Id, false, read.Format, accounts, loans, Finding.Of(read.Faults, language));
        file.Outcome = JsonSerializer.Serialize(answer, WebJson.Options);
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("BalancesRead", "payfile", RowValues.Of(file.Id), new JsonObject { ["accounts"] = accounts, ["file"] = file.Sha256, ["loans"] = loans }), desk.Clock);
        return answer;
    }

    private static async Task<IResult> Answer(HttpContext context, PaymentDesk desk)
    {
        using var received = await ReceivedFile.Of(context, Limit, Kept);
        if (received.TooLarge)
        {
            return Problems.Of(context, AccountRefusals.FileTooLarge(received.Size, Limit));
        }

        Result<BalanceFile> read;
        using (var stream = received.Open())
        {
            read = desk.Balances.Read(stream);
        }

        if (!read.Ok)
        {
            return Problems.Of(context, read.Refusals);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), null, desk.Clock, work => Take(work, desk, received, read.Value, RequestLanguage.Of(context)));
        return Answers.Written(context, written, null);
    }
}
