using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Payments.Accounts;
using Zhirong.Modules.Payments.Differences;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Statements;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <param name="Trusted">It adds up; else it is shown and nothing is matched with it.</param>
/// <param name="Repeated">Lines that an earlier statement had.</param>
/// <param name="Tally">What its lines stand for; null when it is not trusted.</param>
public sealed record ImportedStatement(Guid Id, Guid AccountId, string Account, int Lines, int Repeated, bool Trusted, IReadOnlyList<Finding> Faults, MatchTally? Tally);

/// <param name="Repeats">The file was read before: nothing was done again.</param>
public sealed record StatementsImported(Guid FileId, bool Repeats, string Format, IReadOnlyList<ImportedStatement> Statements);

/// <summary>导入对账单: keeps a bank's statement and brings its lines together with payments and receipts. One that does not add up is kept and reported, not trusted.</summary>
internal static class ImportStatement
{
    /// <summary>Largest statement file.</summary>
    public const long Limit = 256L * 1024 * 1024;

    /// <summary>Files up to this size are kept whole, larger ones by their print.</summary>
    private const long Kept = 20L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/payments/statements", Answer)
        .WithName("importStatement").WithSummary("Import a bank statement (camt.053, xlsx, csv), up to 256 MB").Accepts<byte[]>("application/octet-stream").Produces<StatementsImported>().ProducesProblem(422).Act("payments.statement.import");

    public static async Task<Result<StatementsImported>> Take(ZhirongContext work, PaymentDesk desk, ReceivedFile received, StatementFile read, Language language)
    {
        work.Session.Alone($"payment file {work.Viewer.Organisation} {received.Sha256}");
        if (await work.Set<PayFile>().AsNoTracking().Where(f => f.OwnerId == work.Viewer.Organisation && f.Kind == FileKinds.Statement && f.Sha256 == received.Sha256).Select(f => f.Outcome).SingleOrDefaultAsync() is { } known)
        {
            return JsonSerializer.Deserialize<StatementsImported>(known, WebJson.Options)! with { Repeats = true };
        }

        var own = (await work.Set<PayAccount>().AsNoTracking().Where(a => a.Role == AddAccount.Own).ToListAsync()).ToLookup(a => Names.Plain(a.Number));
        var missing = read.Statements.Where(s => !own[Names.Plain(s.Account)].Any()).Select(s => AccountRefusals.UnknownAccount("account", s.Account)).ToList();
        if (missing.Count > 0)
        {
            return Result<StatementsImported>.Refused(missing);
        }

        work.LockAccounts(read.Statements.Select(s => own[Names.Plain(s.Account)].First().Id));
        var file = received.Row(work, desk, FileKinds.Statement);
        work.Add(file);
        var imported = new List<ImportedStatement>();
        foreach (var statement in read.Statements)
        {
            imported.Add(await One(work, desk, file, statement, own[Names.Plain(statement.Account)].First(), language));
        }

        var answer = new StatementsImported(file.Id, false, read.Format, imported);
        file.Outcome = JsonSerializer.Serialize(answer, WebJson.Options);
        await work.SaveChangesAsync();
        return answer;
    }

    private static async Task<ImportedStatement> One(ZhirongContext work, PaymentDesk desk, PayFile file, BankStatement statement, PayAccount account, Language language)
    {
        var row = new PayStatement
        {
            Id = desk.NewId(),
            OwnerId = account.OwnerId,
            Version = 1,
            AccountId = account.Id,
            FileId = file.Id,
            BankId = statement.Id,
            FromDay = statement.From,
            ToDay = statement.To,
            OpeningFen = statement.Opening?.Fen,
            ClosingFen = statement.Closing?.Fen,
            Lines = statement.Lines.Count,
            Trusted = statement.AddsUp ? 1 : 0,
            Faults = JsonSerializer.Serialize(statement.Faults.Select(KeptFault.Of), WebJson.Options),
            At = Instant.Now(desk.Clock),
            By = work.Viewer.Person,
        };
        work.Add(row);
        await work.SaveChangesAsync();
        var prints = LineRows.PrintsOf(statement.Lines);
        var known = LineRows.Known(work.Session, account.Id, prints);
        LineRows.Insert(work.Session, desk, row.Id, account.Id, statement.AddsUp, statement.Lines, prints, known);
        var tally = statement.AddsUp ? await new AccountMatching(work, desk, account, file.Id).Run() : null;
        if (!statement.AddsUp)
        {
            var fault = statement.Faults.First(f => f.Severity == Severity.Error);
            await new DifferenceBook(work, desk).Record(account.OwnerId, desk.Today, new(DifferenceWords.Untrusted, account.Id, "statement", RowValues.Of(row.Id), $"{account.Number} {file.Name}", fault.Expected.Zh, $"{fault.Code} {fault.Path} {fault.Found}"));
        }
        else if (statement is { Closing: { } closing, To: { } day })
        {
            await StatedBalances.Keep(work, desk, account.OwnerId, "account", account.Number, day, closing.Fen, file.Id);
        }

        EvidenceLeaves.Record(
            work,
            new("StatementImported", "paystatement", RowValues.Of(row.Id), new JsonObject { ["account"] = account.Number, ["addsUp"] = statement.AddsUp, ["closing"] = statement.Closing?.ToString(), ["file"] = file.Sha256, ["lines"] = statement.Lines.Count, ["opening"] = statement.Opening?.ToString() }),
            desk.Clock);
        return new(row.Id, account.Id, account.Number, statement.Lines.Count, known.Count, statement.AddsUp, Finding.Of(statement.Faults, language), tally);
    }

    private static async Task<IResult> Answer(HttpContext context, PaymentDesk desk)
    {
        using var received = await ReceivedFile.Of(context, Limit, Kept);
        if (received.TooLarge)
        {
            return Problems.Of(context, AccountRefusals.FileTooLarge(received.Size, Limit));
        }

        Result<StatementFile> read;
        using (var stream = received.Open())
        {
            read = desk.Statements.Read(stream);
        }

        if (!read.Ok)
        {
            return Problems.Of(context, read.Refusals);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), null, desk.Clock, work => Take(work, desk, received, read.Value, RequestLanguage.Of(context)));
        return Answers.Written(context, written, null);
    }
}

/// <summary>A fault of a statement as it is kept: read again in either language.</summary>
public sealed record KeptFault(string Code, bool Error, string Path, string Found, string ExpectedZh, string ExpectedEn, string Zh, string En)
{
    internal static KeptFault Of(Refusal fault) => new(fault.Code, fault.Severity == Severity.Error, fault.Path, fault.Found, fault.Expected.Zh, fault.Expected.En, fault.Message.Zh, fault.Message.En);

    internal Finding View(Language language) => new(Code, Error ? "error" : "warning", Path, 1, 1, new Words(Zh, En).In(language), Found, new Words(ExpectedZh, ExpectedEn).In(language));
}

/// <summary>The row that keeps a file that came in.</summary>
internal static class ReceivedRows
{
    public static PayFile Row(this ReceivedFile received, ZhirongContext work, PaymentDesk desk, string kind) => new()
    {
        Id = desk.NewId(),
        OwnerId = work.Viewer.Organisation,
        Kind = kind,
        Name = received.Name,
        MediaType = "application/octet-stream",
        Sha256 = received.Sha256,
        Size = received.Size,
        Content = received.Content,
        At = Instant.Now(desk.Clock),
        By = work.Viewer.Person,
    };
}
