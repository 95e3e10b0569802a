using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Payments;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <param name="Code">Unified social credit code, or the firm's name where it has none.</param>
public sealed record BlockedFirm(string Code, string? Name = null);

/// <param name="Code">Number of the mandate's paper, at most 40 characters.</param>
/// <param name="Product">Code of the product; its newest text is frozen.</param>
/// <param name="Policy"><c>index-loan</c> or <c>instant-loan</c>; its text is frozen with the index model and the guard.</param>
/// <param name="FirmCap">Most to one firm, yuan.</param>
/// <param name="Total">Most of all, yuan.</param>
/// <param name="DayCap">Most of a day, yuan.</param>
/// <param name="Until">The last day, at most 366 days after the first.</param>
/// <param name="AccountId">An own account kept under customers' deposits of a bank's book: where borrowers are paid.</param>
/// <param name="FirstFund">Pay first and register after, where the product permits it.</param>
/// <param name="RegisterDays">Working days for the registration then, 1 to 60.</param>
/// <param name="WindowDays">Days over which applications of a firm are counted, 1 to 366.</param>
/// <param name="MostInWindow">Most applications in them, 1 to 100.</param>
/// <param name="OfferDays">Days an offer stands, 1 to 90.</param>
/// <param name="OwnIndex">Model of the bank's own index, as its file names it; left out, ours.</param>
public sealed record MakeLoanMandateRequest(
    string Code, string Title, string Product, string Policy, string FirmCap, string Total, string DayCap, DateOnly From, DateOnly Until, Guid AccountId, bool FirstFund = false, int RegisterDays = 10, int WindowDays = 30, int MostInWindow = 3, int OfferDays = 7, IReadOnlyList<BlockedFirm>? Blocked = null, string? OwnIndex = null);

/// <summary>设立秒贷授权: product, texts, caps and rules frozen under a paper; it stands once a second person has approved it.</summary>
internal static class MakeLoanMandate
{
    private const string Deposits = "2011";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/mandates", Answer).WithName("makeLoanMandate").WithSummary("Make a mandate for instant loans; it waits for a second person").Produces<MandateDetail>(201).ProducesProblem(422).Act("lending.mandate.make");

    private static async Task<IResult> Answer(BodyOf<MakeLoanMandateRequest> body, HttpContext context, InstantDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (approval, language) = (Approved.By(context)?.Approval, RequestLanguage.Of(context));
        var written = await Make(desk, RequestViewer.Of(context), body.Value.Value, approval, body.Key, language);
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    public static Task<Written<MandateDetail>> Make(InstantDesk desk, Viewer viewer, MakeLoanMandateRequest request, Guid? approval, WriteKey? key, Language language) => desk.Store.Commits.Once<MandateDetail>(viewer, key, desk.Clock, async work =>
    {
        var read = Read(work, desk, request);
        if (!read.Ok)
        {
            return Result<MandateDetail>.Refused(read.Refusals);
        }

        var mandate = Row(work, desk, request, read.Value, approval);
        work.Add(mandate);
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("LoanMandateMade", "mandate", RowValues.Of(mandate.Id), Content(mandate)), desk.Clock);
        return OpenLoanMandate.Detail(work, desk, mandate, language);
    });

    internal sealed record Asked(MandateTexts Texts, PayerAccount Payer, long FirmFen, long TotalFen, long DayFen);

    /// <summary>The same checks for those who approve as for the endpoint.</summary>
    public static Result<Asked> Read(ZhirongContext read, InstantDesk desk, MakeLoanMandateRequest request)
    {
        var form = new LendingForm();
        var code = form.Text("code", request.Code, 40);
        form.Text("title", request.Title, 100);
        form.Text("ownIndex", request.OwnIndex, 80, required: false);
        form.Word("policy", request.Policy, MandateTexts.Policies);
        var (firm, total, day) = (form.Amount("firmCap", request.FirmCap, required: true) ?? 0, form.Amount("total", request.Total, required: true) ?? 0, form.Amount("dayCap", request.DayCap, required: true) ?? 0);
        form.Day("from", request.From);
        if (form.Day("until", request.Until, request.From) > request.From.AddDays(366) || request.Until < desk.Today)
        {
            form.Faults.Add(LendingRefusals.Day("until", $"{request.Until:yyyy-MM-dd}", Words.Same($"{desk.Today:yyyy-MM-dd} … {request.From.AddDays(366):yyyy-MM-dd}")));
        }

        form.Count("registerDays", request.RegisterDays, 1, 60);
        form.Count("windowDays", request.WindowDays, 1, 366);
        form.Count("mostInWindow", request.MostInWindow, 1, 100);
        form.Count("offerDays", request.OfferDays, 1, 90);
        form.Count("blocked", request.Blocked?.Count ?? 0, 0, 10_000);
        foreach (var (n, blocked) in (request.Blocked ?? []).Index())
        {
            form.Text($"blocked.{n}.code", blocked.Code?.Replace('\n', ' '), 100);
            form.Text($"blocked.{n}.name", blocked.Name?.Replace('\n', ' '), 200, required: false);
        }

        if (form.Faults.Count > 0)
        {
            return Result<Asked>.Refused(form.Faults);
        }

        if (read.Set<LoanMandate>().Any(m => m.Code == code && m.OwnerId == read.Viewer.Organisation))
        {
            return InstantRefusals.CodeThere(code);
        }

        var texts = MandateTexts.Now(read, desk.Origination, request.Product?.Trim() ?? "", request.Policy);
        return texts.Ok ? Fits(read, desk, request, new(texts.Value, new(default, "", "", "", ""), firm, total, day)) : Result<Asked>.Refused(texts.Refusals);
    }

    private static Result<Asked> Fits(ZhirongContext read, InstantDesk desk, MakeLoanMandateRequest request, Asked asked)
    {
        var most = Math.Min(asked.DayFen, asked.Texts.Product.Terms.Most.Fen);
        if (asked.FirmFen > most || asked.DayFen > asked.TotalFen)
        {
            return asked.FirmFen > most ? InstantRefusals.Caps("firmCap", Money.FenText(asked.FirmFen), Money.FenText(most)) : InstantRefusals.Caps("dayCap", Money.FenText(asked.DayFen), Money.FenText(asked.TotalFen));
        }

        if (request.FirstFund && asked.Texts.Product.Security.FirstFund is null)
        {
            return InstantRefusals.FirstFund(asked.Texts.Product.Id);
        }

        return PayoutDoor.Payer(read, request.AccountId) is { } payer && payer.BookAccount.StartsWith(Deposits, StringComparison.Ordinal) && BookDoor.Row(read, payer.Book) is { Kind: "bank" }
            ? asked with { Payer = payer }
            : InstantRefusals.Payer($"{request.AccountId}");
    }

    private static LoanMandate Row(ZhirongContext work, InstantDesk desk, MakeLoanMandateRequest request, Asked asked, Guid? approval) => new()
    {
        Id = desk.NewId(),
        OwnerId = work.Viewer.Organisation,
        Version = 1,
        Code = request.Code.Trim(),
        Title = request.Title.Trim(),
        Product = asked.Texts.Product.Id,
        ProductNumber = asked.Texts.ProductNumber,
        ProductText = asked.Texts.ProductText,
        Policy = $"{asked.Texts.Loan.Definition.Id}/{asked.Texts.Loan.Definition.Version}",
        Texts = JsonSerializer.Serialize(asked.Texts.Texts, LendingJson.Options),
        TextsHash = asked.Texts.Hash,
        OwnIndex = request.OwnIndex?.Trim() ?? "",
        FirmFen = asked.FirmFen,
        TotalFen = asked.TotalFen,
        DayFen = asked.DayFen,
        UsedFen = 0,
        FromDay = request.From,
        UntilDay = request.Until,
        AccountId = request.AccountId,
        BookId = asked.Payer.Book,
        BankCode = asked.Payer.BankCode,
        FirstFund = request.FirstFund ? 1 : 0,
        RegisterDays = request.RegisterDays,
        Blocked = string.Join('\n', (request.Blocked ?? []).Select(b => $"{b.Code.Trim()} {b.Name?.Trim()}".Trim())),
        WindowDays = request.WindowDays,
        MostInWindow = request.MostInWindow,
        OfferDays = request.OfferDays,
        State = InstantStates.Active,
        Because = "",
        StoppedBy = "",
        ApprovalId = approval,
        MadeBy = work.Viewer.Person,
        ChangedAt = Instant.Now(desk.Clock),
        ChangedBy = work.Viewer.Person,
    };

    private static JsonObject Content(LoanMandate m) => new()
    {
        ["approval"] = RowValues.Of(m.ApprovalId),
        ["code"] = m.Code,
        ["day"] = Money.FenText(m.DayFen),
        ["firm"] = Money.FenText(m.FirmFen),
        ["firstFund"] = m.FirstFund == 1,
        ["from"] = RowValues.Of(m.FromDay),
        ["ownIndex"] = m.OwnIndex,
        ["policy"] = m.Policy,
        ["product"] = m.Product,
        ["texts"] = $"sha256:{m.TextsHash}",
        ["total"] = Money.FenText(m.TotalFen),
        ["until"] = RowValues.Of(m.UntilDay),
    };
}
