using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <param name="Active">An account not in use is neither paid from nor known to the name check.</param>
/// <param name="BaseVersion">The version that was changed.</param>
public sealed record ChangePayAccountRequest(
    string Name, bool Active, int BaseVersion, string? AgentName = null, string? AgentCnaps = null, string? OperatingBank = null, bool ClosedLoop = false, IReadOnlyList<string>? Purposes = null, Guid? BookId = null, string? BookAccount = null, string? CounterAccount = null, string? Note = null);

/// <summary>Changes an account; role, kind and number stay.</summary>
internal static class ChangeAccount
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/payments/accounts/{id:guid}", Answer)
        .WithName("changePayAccount").WithSummary("Change an account of the payments room").Produces<PayAccountView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("payments.account.change");

    public static async Task<Result<PayAccountView>> Change(ZhirongContext work, Guid id, ChangePayAccountRequest request, TimeProvider clock)
    {
        work.LockAccounts([id]);
        if (await work.Set<PayAccount>().SingleOrDefaultAsync(a => a.Id == id) is not { } account)
        {
            return WebRefusals.NotFound("accounts", $"{id}");
        }

        var asked = new AddPayAccountRequest(account.Role, account.Kind, account.Number, request.Name, request.AgentName, request.AgentCnaps, request.OperatingBank, request.ClosedLoop, request.Purposes, request.BookId, request.BookAccount, request.CounterAccount, request.Note);
        var faults = AddAccount.Faults(work, asked).ToList();
        if (faults.Count > 0)
        {
            return Result<PayAccountView>.Refused(faults);
        }

        if (account.Version != request.BaseVersion)
        {
            return PaymentRefusals.Stale(request.BaseVersion, account.Version);
        }

        account.Version++;
        account.Name = request.Name.Trim();
        account.AgentName = ItemForm.Blank(request.AgentName);
        account.AgentCnaps = ItemForm.Blank(request.AgentCnaps);
        account.OperatingBank = ItemForm.Blank(request.OperatingBank);
        account.ClosedLoop = request.ClosedLoop ? 1 : 0;
        account.Purposes = string.Join('\n', (request.Purposes ?? []).Select(p => p.Trim()));
        account.BookId = request.BookId;
        account.BookAccount = ItemForm.Blank(request.BookAccount);
        account.CounterAccount = ItemForm.Blank(request.CounterAccount);
        account.Active = request.Active ? 1 : 0;
        account.Note = request.Note?.Trim() ?? "";
        account.ChangedAt = Instant.Now(clock);
        account.ChangedBy = work.Viewer.Person;
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("PaymentAccountChanged", "payaccount", RowValues.Of(id), AddAccount.Content(account)), clock);
        return PayAccountView.Of(account);
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<ChangePayAccountRequest> body, HttpContext context, PaymentDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work => Change(work, id, body.Value.Value, desk.Clock));
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, PaymentRefusals.StaleCode);
    }
}
