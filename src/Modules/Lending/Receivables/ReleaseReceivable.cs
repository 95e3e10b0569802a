using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Receivables;

/// <param name="Due">Number of the due date whose money came in.</param>
/// <param name="Amount">In yuan, at most what is held of it.</param>
/// <param name="Account">The licensor's account.</param>
/// <param name="AgentCnaps">12 digits, of the licensor's bank.</param>
/// <param name="Channel">A code of the channels payments go out by.</param>
/// <param name="ValueDate">The day the money is to go out; a working day.</param>
public sealed record ReleaseReceivableRequest(int Due, string Amount, string Account, string AgentCnaps, string Channel, DateOnly ValueDate, string Reason, int BaseVersion);

/// <summary>
/// 释放回款: money of a licensee goes on to the licensor, as a payment that is checked and approved like any other; not while a loan the pledge
/// secures is past due, and not where coverage would be short without it.
/// </summary>
internal static class ReleaseReceivable
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/receivables/{id:guid}/release", Answer).WithName("releaseReceivable").WithSummary("Release money of a licensee to the licensor: a payment is ordered").Produces<ReceivableDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.receivable.release");

    private static async Task<IResult> Answer(Guid id, BodyOf<ReleaseReceivableRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Release(desk, RequestViewer.Of(context), id, body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, LendingRefusals.StaleCode);
    }

    public static async Task<Written<ReceivableDetail>> Release(LoanDesk desk, Viewer viewer, Guid id, ReleaseReceivableRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        var (fen, reason) = (form.Amount("amount", request.Amount, required: true) ?? 0, form.Text("reason", request.Reason, 60));
        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await desk.Store.Commits.Once<ReceivableDetail>(viewer, key, desk.Clock, async work =>
        {
            var taken = await ReceivableMoney.Take(work, id, request.BaseVersion, request.Due, fen);
            if (!taken.Ok)
            {
                return Result<ReceivableDetail>.Refused(taken.Refusals);
            }

            var row = taken.Value;
            if (await Against(work, desk, row) is { } refusal)
            {
                return refusal;
            }

            // Named by the licence contract, so that what becomes of the payment is told.
            var item = new NewItem(row.Licensor, request.Account, Money.FenText(fen), AgentCnaps: request.AgentCnaps, LoanNo: row.ContractNo, CounterAccount: row.BookId is null ? null : row.Counter);
            var batch = new MakeBatchRequest($"释放回款 {row.ContractNo}", row.AccountId, request.Channel, request.ValueDate, reason, [item]);
            var made = desk.Payouts.Faults(batch) is { Count: > 0 } faults ? Result<Payments.PayoutMade>.Refused(faults) : await desk.Payouts.Make(work, batch);
            if (!made.Ok)
            {
                return Result<ReceivableDetail>.Refused(made.Refusals);
            }

            var n = await ReceivableMoney.Next(work, id);
            await ReceivableMoney.Keep(work, desk, row, new() { ReceivableId = id, N = n, DueN = request.Due, Kind = ReceivableStates.Released, Fen = fen, Reference = made.Value.Code, ItemId = made.Value.Items[0], State = ReceivableStates.Ordered, OnDay = desk.Today, At = Instant.Now(desk.Clock), By = viewer.Person });
            return OpenReceivable.Detail(work, row, desk.Lending, language);
        });
    }

    /// <summary>Why nothing is released, as things stand once it were; null where it may go.</summary>
    private static async Task<Refusal?> Against(ZhirongContext work, LoanDesk desk, Receivable row)
    {
        var lines = await work.Set<FacilityPledge>().Where(f => f.PledgeId == row.PledgeId).Join(work.Set<Facility>().AsNoTracking(), f => f.FacilityId, f => f.Id, (_, f) => f).ToListAsync();
        var ids = lines.ConvertAll(f => f.Id);
        if (await work.Set<Loan>().Where(l => ids.Contains(l.FacilityId) && l.State == LoanStates.Active && l.PastDue > 0).OrderBy(l => l.Number).Select(l => l.Number).FirstOrDefaultAsync() is { } late)
        {
            return ReceivableRefusals.Arrears(late);
        }

        foreach (var line in lines)
        {
            if (CovenantWatch.Short(line, Coverage.Of(work, line, desk.Today, desk.Lending.Rights)) is { Fen: > 0 and var shortBy })
            {
                return ReceivableRefusals.Short(line.Number, Money.FenText(shortBy));
            }
        }

        return null;
    }
}

/// <summary>Shows those who approve it what is released of which contract, and what stays.</summary>
internal sealed class ReceivableReleaseShown : IChangeShown
{
    public bool Shows(string act) => act == "lending.receivable.release";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = request.Values.GetValueOrDefault("id") ?? "";
        if (!Guid.TryParse(asked, out var id) || read.Set<Receivable>().AsNoTracking().SingleOrDefault(r => r.Id == id) is not { } row)
        {
            return WebRefusals.NotFound("receivables", asked);
        }

        if (LoanEventDoor.Body<ReleaseReceivableRequest>(request.Body) is not { } form)
        {
            return WebRefusals.Body("", "—");
        }

        var amounts = new LendingForm();
        if (form.BaseVersion != row.Version || amounts.Amount("amount", form.Amount, required: true) is not { } fen)
        {
            return form.BaseVersion != row.Version ? LendingRefusals.Stale(form.BaseVersion, row.Version) : amounts.Faults[0];
        }

        if (read.Set<ReceivableDue>().AsNoTracking().SingleOrDefault(d => d.ReceivableId == id && d.N == form.Due) is not { State: ReceivableStates.Received } due || due.Fen - due.UsedFen < fen)
        {
            return ReceivableRefusals.NoDue($"{form.Due}");
        }

        var held = due.Fen - due.UsedFen;
        return new ShownChange
        {
            Title = new($"释放回款：{row.ContractNo} {row.Licensor}", $"Release receivables: {row.ContractNo} {row.Licensor}"),
            Amount = Money.OfFen(fen),
            SubjectKind = "receivable",
            SubjectId = $"{row.Id}",
            Fields =
            [
                new("due", new("到期日", "Due day"), null, $"{due.DueOn:yyyy-MM-dd}"),
                new("held", new("保留金额（元）", "Held (yuan)"), Money.FenText(held), Money.FenText(held - fen)),
                new("account", new("收款账户", "Account"), null, form.Account),
                new("reason", new("理由", "Reason"), null, form.Reason),
            ],
        };
    }
}
