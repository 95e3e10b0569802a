using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Payments;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Receivables;

/// <param name="Amount">In yuan.</param>
public sealed record DueForm(DateOnly DueOn, string Amount);

/// <param name="RightId">The licence income as the pledge holds it.</param>
/// <param name="ContractNo">Of the licence contract, at most 35 characters: a statement names it.</param>
/// <param name="Debtor">The licensee, as his bank writes him.</param>
/// <param name="AccountId">The controlled account he pays into: an own account in use.</param>
/// <param name="Dues">1 to 200, days rising.</param>
public sealed record EnterReceivableRequest(Guid PledgeId, Guid RightId, string ContractNo, string Title, string Licensor, string Debtor, Guid AccountId, IReadOnlyList<DueForm> Dues);

/// <summary>录入应收账款: what a licensee owes under a pledged licence contract, and each due date expected on the controlled account.</summary>
internal static class EnterReceivable
{
    private const int Most = 200;

    private const string Income = "licence_income";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/receivables", Answer).WithName("enterReceivable").WithSummary("Enter what a licensee owes under a pledged licence contract; each due date is expected on the controlled account").Produces<ReceivableDetail>(201).ProducesProblem(422).Act("lending.receivable.enter");

    private static async Task<IResult> Answer(BodyOf<EnterReceivableRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Enter(desk, RequestViewer.Of(context), body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    public static async Task<Written<ReceivableDetail>> Enter(LoanDesk desk, Viewer viewer, EnterReceivableRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        var (number, title, licensor, debtor) = (form.Text("contractNo", request.ContractNo, 35), form.Text("title", request.Title, 50), form.Text("licensor", request.Licensor, 100), form.Text("debtor", request.Debtor, 70));
        form.Count("dues", request.Dues?.Count ?? 0, 1, Most);
        var dues = new List<(DateOnly On, long Fen)>();
        foreach (var (n, due) in (request.Dues ?? []).Index())
        {
            dues.Add((form.Day($"dues.{n}.dueOn", due.DueOn), form.Amount($"dues.{n}.amount", due.Amount, required: true) ?? 0));
            if (n > 0 && due.DueOn <= dues[n - 1].On)
            {
                form.Faults.Add(ReceivableRefusals.Dues($"dues.{n}.dueOn", $"{due.DueOn:yyyy-MM-dd}", $"{dues[n - 1].On:yyyy-MM-dd}"));
            }
        }

        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await desk.Store.Commits.Once<ReceivableDetail>(viewer, key, desk.Clock, async work =>
        {
            if (await work.Set<Pledge>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.PledgeId) is not { } pledge)
            {
                return LoanRefusals.Pledge("pledgeId", $"{request.PledgeId}");
            }

            if (!await work.Set<PledgeItem>().AnyAsync(i => i.PledgeId == pledge.Id && i.RightId == request.RightId && i.Kind == Income && (i.State == ItemStates.Held || i.State == ItemStates.Planned)))
            {
                return ReceivableRefusals.Right($"{request.RightId}");
            }

            work.Session.Alone($"receivable {number}");
            if (await work.Set<Receivable>().AnyAsync(r => r.OwnerId == pledge.OwnerId && r.ContractNo == number) || await work.Set<Loan>().AnyAsync(l => l.OwnerId == pledge.OwnerId && l.Number == number))
            {
                return ReceivableRefusals.NumberThere(number);
            }

            if (PayoutDoor.Collecting(work, request.AccountId) is not { } account || (account.Book is not null && account.Counter.Length == 0))
            {
                return ReceivableRefusals.Account($"{request.AccountId}");
            }

            var expected = await desk.Payouts.Expect(work, new(request.AccountId, [.. dues.Select(d => new NewReceipt(d.On, debtor, Money.FenText(d.Fen), title, LoanNo: number))]));
            if (!expected.Ok)
            {
                return Result<ReceivableDetail>.Refused(expected.Refusals);
            }

            var row = new Receivable { Id = desk.NewId(), OwnerId = pledge.OwnerId, Version = 1, PledgeId = pledge.Id, RightId = request.RightId, ContractNo = number, Title = title, Licensor = licensor, Debtor = debtor, AccountId = request.AccountId, BookId = account.Book, Counter = account.Book is null ? "" : account.Counter, State = ReceivableStates.Entered, ChangedAt = Instant.Now(desk.Clock), ChangedBy = viewer.Person };
            work.Add(row);
            work.AddRange(dues.Select((d, n) => new ReceivableDue { ReceivableId = row.Id, N = n + 1, DueOn = d.On, Fen = d.Fen, ReceiptId = expected.Value.Receipts[n].Id, State = ReceivableStates.Expected, UsedFen = 0 }));
            await work.SaveChangesAsync();
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, row.OwnerId, new("ReceivableEntered", "receivable", RowValues.Of(row.Id), new JsonObject
            {
                ["contract"] = number,
                ["debtor"] = debtor,
                ["dues"] = new JsonArray([.. dues.Select(d => (JsonNode)$"{d.On:yyyy-MM-dd} {Money.FenText(d.Fen)}")]),
                ["licensor"] = licensor,
                ["pledge"] = RowValues.Of(pledge.Id),
            }), desk.Clock)]);
            return OpenReceivable.Detail(work, row, desk.Lending, language);
        });
    }
}
