using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Writing;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Products.Matching;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <param name="RequestNo">The applicant's or channel's number, at most 60 characters: one number, one decision.</param>
/// <param name="FirmId">A firm of the register.</param>
/// <param name="Amount">In yuan.</param>
/// <param name="Months">1 to 36.</param>
/// <param name="Payee">Holder of the account to be paid; anybody but the firm is a sign of fraud.</param>
/// <param name="Account">An account kept in the lender's own book.</param>
/// <param name="Facts">What others state of the firm, by name, each a value or <c>{value, source, date}</c>; what the register knows stands before it.</param>
/// <param name="Pledges">Registered maximum-amount pledges; left out, those the firm has are taken.</param>
public sealed record AskInstantRequest(Guid MandateId, string RequestNo, Guid FirmId, string Amount, int Months, string Purpose, string Payee, string Account, JsonElement? Facts = null, IReadOnlyList<Guid>? Pledges = null);

/// <summary>An application as read.</summary>
internal sealed record AskedInstant(string RequestNo, Guid FirmId, long Fen, int Months, string Purpose, string PayeeName, string Account, IReadOnlyList<Guid> Pledges, IReadOnlyDictionary<string, InstantFact> Typed, string Hash);

/// <summary>秒贷申请: index, decision and contract in one request, inside a mandate. Whatever comes of it is kept with all it was made by.</summary>
internal static class AskInstant
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/instant", Answer).WithName("askInstant").WithSummary("Decide an instant loan: index, reasons, limit and the contract to sign; a number asked again answers the same").Produces<InstantDetail>(201).ProducesProblem(404).ProducesProblem(422).Act("lending.instant.ask");

    private static async Task<IResult> Answer(BodyOf<AskInstantRequest> body, HttpContext context, InstantDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Ask(desk, RequestViewer.Of(context), body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    public static async Task<Written<InstantDetail>> Ask(InstantDesk desk, Viewer viewer, AskInstantRequest request, WriteKey? key, Language language)
    {
        var prepared = await Prepare(desk, viewer, request);
        return !prepared.Ok ? new() { Refusals = prepared.Refusals } : await desk.Store.Commits.Once<InstantDetail>(viewer, key, desk.Clock, async work =>
        {
            var kept = await Keep(work, desk, prepared.Value, request.MandateId);
            return kept.Ok ? OpenInstant.Detail(work, desk, kept.Value, language) : Result<InstantDetail>.Refused(kept.Refusals);
        });
    }

    /// <summary>An application read, judged before the commit queue.</summary>
    internal sealed record Prepared(AskedInstant Asked, MandateTexts Texts, JsonObject Snapshot, GuardCounts Counts, string Text, InstantJudgment Judged, string FirmName, string FirmCode);

    /// <summary>Reads, freezes and judges; refused where the mandate does not stand or the form is wrong.</summary>
    internal static async Task<Result<Prepared>> Prepare(InstantDesk desk, Viewer viewer, AskInstantRequest request)
    {
        await using var read = desk.Store.Read(viewer);
        if (await read.Set<LoanMandate>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.MandateId) is not { } mandate)
        {
            return InstantRefusals.NoMandate($"{request.MandateId}");
        }

        var day = desk.Today;
        if (Stands(mandate, day) is { } stopped)
        {
            return stopped;
        }

        var form = new LendingForm();
        var asked = Read(request, day, form);
        if (form.Faults.Count > 0)
        {
            return Result<Prepared>.Refused(form.Faults);
        }

        if (await read.Set<InstantDecision>().Where(d => d.RequestNo == asked.RequestNo && d.OwnerId == viewer.Organisation).Select(d => d.RequestHash).SingleOrDefaultAsync() is { } before && before != asked.Hash)
        {
            return InstantRefusals.Asked(asked.RequestNo);
        }

        if (FirmFacts.Of(read, desk.Origination, request.FirmId, day) is not { Firm: var profile } known)
        {
            return OriginationRefusals.Firm($"{request.FirmId}");
        }

        var pledges = await Secured(read, mandate, asked, request.Pledges, profile.Firm.Name, day);
        if (!pledges.Ok)
        {
            return Result<Prepared>.Refused(pledges.Refusals);
        }

        asked = asked with { Pledges = pledges.Value };
        var evidence = FirmEvidence.Of(read, known, day, pledges.Value);
        var given = mandate.OwnIndex.Length == 0 ? null : await read.Set<GivenIndex>().AsNoTracking().Where(i => i.FirmCode == profile.Firm.Code && i.Model == mandate.OwnIndex && i.Day <= day).OrderByDescending(i => i.Day).FirstOrDefaultAsync();
        var (texts, snapshot) = (desk.Texts.Of(mandate), InstantSnapshot.Of(desk.Origination, mandate, asked, evidence, given, day));
        var counts = GuardCounts.Of(read, mandate, request.FirmId, asked.Account, day);
        var text = InstantSnapshot.Guarded(snapshot, counts);
        var judged = InstantJudgment.Of(text, texts, AssessmentText.Engine);
        return judged.Ok ? new Prepared(asked, texts, snapshot, counts, text, judged.Value, profile.Firm.Name, profile.Firm.Code) : Result<Prepared>.Refused(judged.Refusals);
    }

    /// <summary>Why a mandate decides and pays nothing on a day; null where it does.</summary>
    public static Refusal? Stands(LoanMandate mandate, DateOnly day) =>
        mandate.State != InstantStates.Active ? InstantRefusals.MandateState($"{mandate.State}: {mandate.Because}", InstantStates.Active)
        : day < mandate.FromDay || day > mandate.UntilDay ? InstantRefusals.MandateDays(day, mandate.FromDay, mandate.UntilDay)
        : null;

    private static AskedInstant Read(AskInstantRequest request, DateOnly day, LendingForm form)
    {
        var asked = new AskedInstant(
            form.Text("requestNo", request.RequestNo, 60), request.FirmId, form.Amount("amount", request.Amount, required: true) ?? 0, request.Months, form.Text("purpose", request.Purpose?.Replace('\n', ' '), 60),
            form.Text("payee", request.Payee, 140), form.Text("account", request.Account, 34), [], InstantSnapshot.Typed(request.Facts, day, form), "");
        form.Count("months", request.Months, 1, 36);
        form.Count("pledges", request.Pledges?.Count ?? 0, 0, 20);
        var content = JsonSerializer.Serialize(new { asked.RequestNo, asked.FirmId, asked.Fen, asked.Months, asked.Purpose, asked.PayeeName, asked.Account, facts = asked.Typed.OrderBy(f => f.Key, StringComparer.Ordinal), request.MandateId }, LendingJson.Options);
        return asked with { Hash = CanonicalText.Hash(content) };
    }

    /// <summary>The registered maximum-amount pledges that secure it; a mandate that pays first may do without.</summary>
    private static async Task<Result<IReadOnlyList<Guid>>> Secured(ZhirongContext read, LoanMandate mandate, AskedInstant asked, IReadOnlyList<Guid>? named, string firm, DateOnly day)
    {
        var wanted = named?.Distinct().ToList();
        var found = await read.Set<Pledge>().AsNoTracking().Where(p => wanted == null ? p.Debtor == firm && p.Maximum == 1 && p.State == PledgeStates.Perfected : wanted.Contains(p.Id)).OrderBy(p => p.ContractNo).ToListAsync();
        if (wanted is not null && wanted.FindIndex(w => found.TrueForAll(p => p.Id != w)) is >= 0 and var missing)
        {
            return InstantRefusals.Pledges($"pledges.{missing}", $"{wanted[missing]}", new("可见的质押", "a pledge that you may see"));
        }

        var ends = day.AddMonths(asked.Months);
        if (wanted is not null && found.Find(p => p.Debtor != firm || p.Maximum != 1 || p.State != PledgeStates.Perfected || p.DebtTo < ends) is { } unfit)
        {
            return InstantRefusals.Pledges("pledges", $"{unfit.ContractNo}: {PledgeStates.Title(unfit.State).Zh} {unfit.Debtor} {unfit.DebtTo:yyyy-MM-dd}", new($"{firm} 的已登记最高额质押，债务履行期至 {ends:yyyy-MM-dd} 或以后", $"a registered maximum-amount pledge for {firm}, its debt ending {ends:yyyy-MM-dd} or later"));
        }

        List<Guid> fit = [.. found.Where(p => p.DebtTo >= ends).Select(p => p.Id)];
        return fit.Count == 0 && mandate.FirstFund == 0 ? InstantRefusals.Pledges("pledges", "—", new($"债务履行期至 {ends:yyyy-MM-dd} 或以后", $"its debt ending {ends:yyyy-MM-dd} or later")) : Result<IReadOnlyList<Guid>>.Of(fit);
    }

    /// <summary>Keeps the decision; judged again where another application came in between.</summary>
    internal static async Task<Result<InstantDecision>> Keep(ZhirongContext work, InstantDesk desk, Prepared prepared, Guid mandateId)
    {
        work.Session.Shared(InstantDesk.Lock(mandateId));
        work.Session.Alone($"instant firm {prepared.Asked.FirmId}");
        var mandate = await work.Set<LoanMandate>().AsNoTracking().SingleAsync(m => m.Id == mandateId);
        var (asked, day) = (prepared.Asked, desk.Today);
        if (await work.Set<InstantDecision>().SingleOrDefaultAsync(d => d.RequestNo == asked.RequestNo && d.OwnerId == work.Viewer.Organisation) is { } before)
        {
            return before.RequestHash == asked.Hash ? before : InstantRefusals.Asked(asked.RequestNo);
        }

        if (Stands(mandate, day) is { } stopped)
        {
            return stopped;
        }

        var (counts, text, judged) = (GuardCounts.Of(work, mandate, asked.FirmId, asked.Account, day), prepared.Text, prepared.Judged);
        if (counts != prepared.Counts)
        {
            text = InstantSnapshot.Guarded(prepared.Snapshot, counts);
            judged = InstantJudgment.Of(text, prepared.Texts, AssessmentText.Engine).Value;
        }

        var decision = Row(desk, work, mandate, prepared, text, judged);
        work.Add(decision);
        work.AddRange(asked.Pledges.Select(p => new InstantPledge { DecisionId = decision.Id, PledgeId = p }));
        await work.SaveChangesAsync();
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, decision.OwnerId, Decided(decision, mandate), desk.Clock)]);
        return decision;
    }

    private static InstantDecision Row(InstantDesk desk, ZhirongContext work, LoanMandate mandate, Prepared prepared, string text, InstantJudgment judged)
    {
        var (asked, id, offered) = (prepared.Asked, desk.NewId(), judged.Outcome == Outcome.Approve);
        var contract = offered ? InstantContract.Text(id, mandate, prepared, judged, desk.Today) : "";
        var now = Instant.Now(desk.Clock);
        return new()
        {
            Id = id,
            OwnerId = work.Viewer.Organisation,
            Version = 1,
            MandateId = mandate.Id,
            RequestNo = asked.RequestNo,
            RequestHash = asked.Hash,
            FirmId = asked.FirmId,
            FirmCode = prepared.FirmCode,
            FirmName = prepared.FirmName,
            AmountFen = asked.Fen,
            Months = asked.Months,
            Purpose = asked.Purpose,
            Account = asked.Account,
            Day = desk.Today,
            Outcome = PolicyWords.Word(judged.Outcome),
            State = offered ? InstantStates.Offered : InstantStates.Closed,
            Reasons = string.Join('\n', judged.Reasons),
            IndexPoints = judged.Index is { } points ? (long)decimal.Round(points * 100m) : null,
            LimitFen = judged.Limit?.Fen,
            Rate = judged.Rate is { } rate ? (long)decimal.Round(rate * 1_000_000_000m) : null,
            Facts = text,
            FactsHash = CanonicalText.Hash(text),
            Engine = AssessmentText.Engine,
            ResultZh = judged.Zh,
            ResultEn = judged.En,
            ResultHash = judged.Hash,
            Contract = contract,
            ContractHash = offered ? CanonicalText.Hash(contract) : "",
            OfferEnds = offered ? desk.Today.AddDays(mandate.OfferDays) : null,
            Signature = "",
            BatchCode = "",
            At = now,
            By = work.Viewer.Person,
            ChangedAt = now,
        };
    }

    private static Happening Decided(InstantDecision d, LoanMandate mandate) => new("InstantDecided", "instant", RowValues.Of(d.Id), new JsonObject
    {
        ["amount"] = Money.FenText(d.AmountFen),
        ["contract"] = d.ContractHash.Length == 0 ? null : $"sha256:{d.ContractHash}",
        ["facts"] = $"sha256:{d.FactsHash}",
        ["firm"] = d.FirmName,
        ["mandate"] = mandate.Code,
        ["outcome"] = d.Outcome,
        ["request"] = d.RequestNo,
        ["result"] = $"sha256:{d.ResultHash}",
        ["texts"] = $"sha256:{mandate.TextsHash}",
    });
}
