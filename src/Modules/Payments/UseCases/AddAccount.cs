using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <param name="Role">own: money is paid from it; payee: the directory knows its holder.</param>
/// <param name="Kind">bank or ecny_wallet.</param>
/// <param name="Number">Account number or wallet id.</param>
/// <param name="Name">The holder as the bank has him.</param>
/// <param name="AgentCnaps">12 digits; every bank account has one.</param>
/// <param name="OperatingBank">Every wallet has one.</param>
/// <param name="ClosedLoop">Every use must name a matched source and a permitted purpose.</param>
/// <param name="Purposes">What a closed-loop account may be used for.</param>
/// <param name="BookId">The ledger's book that keeps it; without one nothing is posted.</param>
/// <param name="BookAccount">Its code in the book.</param>
/// <param name="CounterAccount">The other side of payments that name none.</param>
public sealed record AddPayAccountRequest(
    string Role, string Kind, string Number, string Name, string? AgentName = null, string? AgentCnaps = null, string? OperatingBank = null, bool ClosedLoop = false, IReadOnlyList<string>? Purposes = null, Guid? BookId = null, string? BookAccount = null, string? CounterAccount = null, string? Note = null);

/// <summary>Enters an account of one's own, or a payee's into the directory.</summary>
internal static class AddAccount
{
    public const string Own = "own";
    public const string Payee = "payee";

    public static IReadOnlyList<string> Roles { get; } = [Own, Payee];

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/payments/accounts", Answer)
        .WithName("addPayAccount").WithSummary("Enter an account of one's own, or a payee's").Produces<PayAccountView>(201).ProducesProblem(422).Act("payments.account.add");

    public static async Task<Result<PayAccountView>> Add(ZhirongContext work, AddPayAccountRequest request, TimeProvider clock)
    {
        var faults = Faults(work, request).ToList();
        if (faults.Count > 0)
        {
            return Result<PayAccountView>.Refused(faults);
        }

        var number = request.Number.Trim();
        if (await work.Set<PayAccount>().AnyAsync(a => a.OwnerId == work.Viewer.Organisation && a.Role == request.Role && a.Kind == request.Kind && a.Number == number))
        {
            return PaymentRefusals.Taken("number", number);
        }

        var account = new PayAccount
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            OwnerId = work.Viewer.Organisation,
            Version = 1,
            Role = request.Role,
            Kind = request.Kind,
            Number = number,
            Name = request.Name.Trim(),
            AgentName = ItemForm.Blank(request.AgentName),
            AgentCnaps = ItemForm.Blank(request.AgentCnaps),
            OperatingBank = ItemForm.Blank(request.OperatingBank),
            ClosedLoop = request.ClosedLoop ? 1 : 0,
            Purposes = string.Join('\n', (request.Purposes ?? []).Select(p => p.Trim())),
            BookId = request.BookId,
            BookAccount = ItemForm.Blank(request.BookAccount),
            CounterAccount = ItemForm.Blank(request.CounterAccount),
            Active = 1,
            Note = request.Note?.Trim() ?? "",
            ChangedAt = Instant.Now(clock),
            ChangedBy = work.Viewer.Person,
        };
        work.Add(account);
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("PaymentAccountAdded", "payaccount", RowValues.Of(account.Id), Content(account)), clock);
        return PayAccountView.Of(account);
    }

    internal static JsonObject Content(PayAccount account) => new()
    {
        ["active"] = account.Active == 1,
        ["bookAccount"] = account.BookAccount,
        ["bookId"] = RowValues.Of(account.BookId),
        ["closedLoop"] = account.ClosedLoop == 1,
        ["counterAccount"] = account.CounterAccount,
        ["kind"] = account.Kind,
        ["name"] = account.Name,
        ["number"] = account.Number,
        ["purposes"] = account.Purposes,
        ["role"] = account.Role,
    };

    internal static IEnumerable<Refusal> Faults(ZhirongContext context, AddPayAccountRequest request)
    {
        if (!Roles.Contains(request.Role))
        {
            yield return PaymentRefusals.Word("role", request.Role, Roles);
        }

        foreach (var fault in ItemForm.AccountFaults("", request.Kind, request.Number.Trim(), ItemForm.Blank(request.AgentCnaps), request.OperatingBank))
        {
            yield return fault with { Path = fault.Path == "account" ? "number" : fault.Path };
        }

        if (ItemForm.TextFault("name", request.Name, PaymentOrder.LongestName) is { } name)
        {
            yield return name;
        }

        if (ItemForm.TextFault("note", request.Note, 500, required: false) is { } note)
        {
            yield return note;
        }

        var purposes = request.Purposes ?? [];
        if ((request.ClosedLoop && purposes.Count == 0) || purposes.Count > 100 || purposes.Any(p => p.Trim().Length is 0 or > 60 || p.Contains('\n', StringComparison.Ordinal)))
        {
            yield return PaymentRefusals.Purposes(purposes.Count);
        }

        foreach (var fault in Book(context, request))
        {
            yield return fault;
        }
    }

    private static IEnumerable<Refusal> Book(ZhirongContext context, AddPayAccountRequest request)
    {
        if (request.BookId is null != (ItemForm.Blank(request.BookAccount) is null))
        {
            yield return PaymentRefusals.BookHalf();
        }
        else if (request.BookId is { } book)
        {
            foreach (var (path, code) in new[] { ("bookAccount", request.BookAccount), ("counterAccount", request.CounterAccount) })
            {
                if (ItemForm.Blank(code) is { } given && BookDoor.Account(context, book, given) is null)
                {
                    yield return PaymentRefusals.BookAccount(path, given);
                }
            }
        }
    }

    private static async Task<IResult> Answer(BodyOf<AddPayAccountRequest> body, HttpContext context, PaymentDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work => Add(work, body.Value.Value, desk.Clock));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }
}
