using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Lines;

/// <param name="MemberNo">His number in the association; no identity number is kept.</param>
/// <param name="Kind"><c>person</c> or <c>firm</c>.</param>
/// <param name="Cap">In yuan; null for the whole line.</param>
public sealed record MemberForm(string MemberNo, string Name, string Kind = "person", string? Cap = null);

/// <param name="Number">Number of the credit contract.</param>
/// <param name="Kind"><c>single</c>: what is repaid is not drawn again; <c>revolving</c>; <c>collective</c>: drawn by members.</param>
/// <param name="Amount">In yuan.</param>
/// <param name="Until">Last day on which money may be drawn.</param>
/// <param name="BookId">The bank's book in the ledger.</param>
/// <param name="ResolutionNo">Of the resolution that allows borrowing.</param>
/// <param name="ResolutionUntil">Its last day.</param>
/// <param name="Uses">What the money may be used for; null for whatever the contract says.</param>
/// <param name="MostLtv">Highest loan to value of the rights in force as a fraction, 0.000001 to 9.999999; null: every right has to be in force.</param>
/// <param name="Conditions">Conditions precedent.</param>
public sealed record MakeFacilityRequest(
    string Number, string Kind, string Borrower, string Amount, DateOnly From, DateOnly Until, Guid BookId, IReadOnlyList<Guid>? Pledges = null, IReadOnlyList<string>? Conditions = null, IReadOnlyList<MemberForm>? Members = null, string? BorrowerCode = null, string? ResolutionNo = null, DateOnly? ResolutionUntil = null, IReadOnlyList<string>? Uses = null, string? MostLtv = null, Guid? ApplicationId = null);

/// <summary>建立额度: a line under a signed contract, with what secures it and what has to be met before money is drawn.</summary>
internal static class MakeFacility
{
    private const int MostMembers = 5_000;

    private static readonly string[] MemberKinds = ["person", "firm"];

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/facilities", Answer).WithName("makeFacility").WithSummary("Enter a line of credit with members, conditions precedent and what secures it").Produces<FacilityDetail>(201).ProducesProblem(422).Act("lending.facility.make");

    internal sealed record Asked(long Amount, long? MostLtv, IReadOnlyList<(MemberForm Form, long Cap)> Members);

    private static async Task<IResult> Answer(BodyOf<MakeFacilityRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Make(desk, RequestViewer.Of(context), body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    /// <summary>The form before the commit queue, then the rows and their evidence.</summary>
    public static async Task<Written<FacilityDetail>> Make(LoanDesk desk, Viewer viewer, MakeFacilityRequest request, WriteKey? key, Language language)
    {
        var asked = Read(request);
        return !asked.Ok ? new() { Refusals = asked.Refusals } : await desk.Store.Commits.Once<FacilityDetail>(viewer, key, desk.Clock, async work =>
        {
            var facility = await Add(work, desk, request, asked.Value);
            return facility.Ok ? OpenFacility.Detail(work, facility.Value, desk, language) : Result<FacilityDetail>.Refused(facility.Refusals);
        });
    }

    /// <summary>What can be said of a request without the database.</summary>
    internal static Result<Asked> Read(MakeFacilityRequest request)
    {
        var form = new LendingForm();
        form.Text("number", request.Number, 100);
        form.Word("kind", request.Kind, FacilityWords.Kinds);
        form.Text("borrower", request.Borrower, 200);
        form.Code("borrowerCode", request.BorrowerCode);
        var amount = form.Amount("amount", request.Amount, required: true) ?? 0;
        form.Day("until", request.Until, form.Day("from", request.From));
        form.Text("resolutionNo", request.ResolutionNo, 100, required: request.ResolutionUntil is not null);
        foreach (var (n, use) in (request.Uses ?? []).Index())
        {
            form.Text($"uses.{n}", use?.Replace('\n', ' '), 60);
        }

        foreach (var (n, condition) in (request.Conditions ?? []).Index())
        {
            form.Text($"conditions.{n}", condition, 300);
        }

        form.Count("conditions", request.Conditions?.Count ?? 0, 0, 100);
        form.Count("uses", request.Uses?.Count ?? 0, 0, 100);
        form.Count("pledges", request.Pledges?.Count ?? 0, 0, 100);
        form.Count("members", request.Members?.Count ?? 0, 0, MostMembers);
        var ltv = Ltv(form, request.MostLtv);
        var members = Members(form, request, amount);
        return form.Faults.Count > 0 ? Result<Asked>.Refused(form.Faults) : new Asked(amount, ltv, members);
    }

    private static long? Ltv(LendingForm form, string? found)
    {
        if (string.IsNullOrWhiteSpace(found))
        {
            return null;
        }

        if (decimal.TryParse(found, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ltv) && ltv is > 0 and < 10 && decimal.Round(ltv, 6) == ltv)
        {
            return (long)(ltv * 1_000_000m);
        }

        form.Faults.Add(LendingRefusals.Make("LEN-0610", "mostLtv", found, Words.Same("0.000001 … 9.999999"), new("质押率不能使用", "The loan to value cannot be used")));
        return null;
    }

    private static List<(MemberForm Form, long Cap)> Members(LendingForm form, MakeFacilityRequest request, long amount)
    {
        var (members, seen) = (new List<(MemberForm Form, long Cap)>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (n, member) in (request.Members ?? []).Index())
        {
            var number = form.Text($"members.{n}.memberNo", member.MemberNo, 40);
            form.Text($"members.{n}.name", member.Name, 100);
            form.Word($"members.{n}.kind", member.Kind, MemberKinds);
            var cap = form.Amount($"members.{n}.cap", member.Cap) ?? amount;
            if (!seen.Add(number))
            {
                form.Faults.Add(LoanRefusals.MemberTwice($"members.{n}.memberNo", number));
            }

            if (cap > amount)
            {
                form.Faults.Add(LoanRefusals.MemberCap($"members.{n}.cap", Money.FenText(cap), Money.FenText(amount)));
            }

            members.Add((member, cap));
        }

        if ((request.Kind == FacilityWords.Collective) != members.Count > 0)
        {
            form.Faults.Add(LoanRefusals.Members(request.Kind, members.Count));
        }

        return members;
    }

    /// <summary>Enters the line inside a work on the commit queue.</summary>
    internal static async Task<Result<Facility>> Add(ZhirongContext work, LoanDesk desk, MakeFacilityRequest request, Asked asked)
    {
        var number = request.Number.Trim();
        if (await work.Set<Facility>().AnyAsync(f => f.Number == number && f.OwnerId == work.Viewer.Organisation))
        {
            return LoanRefusals.NumberThere("number", number);
        }

        if (BookDoor.Row(work, request.BookId) is not { Kind: "bank" })
        {
            return LoanRefusals.Book("bookId", $"{request.BookId}");
        }

        var pledges = (request.Pledges ?? []).Distinct().ToList();
        var known = (await work.Set<Pledge>().Where(p => pledges.Contains(p.Id)).Select(p => p.Id).ToListAsync()).ToHashSet();
        if (pledges.FindIndex(p => !known.Contains(p)) is >= 0 and var missing)
        {
            return LoanRefusals.Pledge($"pledges.{missing}", $"{pledges[missing]}");
        }

        var facility = new Facility
        {
            Id = desk.NewId(),
            OwnerId = work.Viewer.Organisation,
            Version = 1,
            Number = number,
            Kind = request.Kind,
            Borrower = request.Borrower.Trim(),
            BorrowerCode = request.BorrowerCode?.Trim().ToUpperInvariant() ?? "",
            AmountFen = asked.Amount,
            UsedFen = 0,
            FromDay = request.From,
            UntilDay = request.Until,
            ResolutionNo = request.ResolutionNo?.Trim() ?? "",
            ResolutionUntil = request.ResolutionUntil,
            Uses = string.Join('\n', (request.Uses ?? []).Select(u => u.Trim().Replace('\n', ' '))),
            MostLtv = asked.MostLtv,
            BookId = request.BookId,
            State = FacilityWords.Open,
            Because = "",
            ApplicationId = request.ApplicationId,
            ChangedAt = Instant.Now(desk.Clock),
            ChangedBy = work.Viewer.Person,
        };
        work.Add(facility);
        pledges.ForEach(p => work.Add(new FacilityPledge { FacilityId = facility.Id, PledgeId = p }));
        foreach (var (n, title) in (request.Conditions ?? []).Index())
        {
            work.Add(new FacilityCondition { FacilityId = facility.Id, N = n + 1, Title = title.Trim(), Met = 0, Document = "", Sha256 = "", MetBy = "" });
        }

        foreach (var (n, (form, cap)) in asked.Members.Index())
        {
            work.Add(new FacilityMember { FacilityId = facility.Id, N = n + 1, MemberNo = form.MemberNo.Trim(), Name = form.Name.Trim(), Kind = form.Kind, CapFen = cap, UsedFen = 0 });
        }

        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, Made(facility, pledges, request, asked), desk.Clock);
        return facility;
    }

    private static Happening Made(Facility facility, List<Guid> pledges, MakeFacilityRequest request, Asked asked) => new("FacilityMade", "facility", RowValues.Of(facility.Id), new JsonObject
    {
        ["amount"] = Money.FenText(facility.AmountFen),
        ["borrower"] = facility.Borrower,
        ["conditions"] = new JsonArray([.. (request.Conditions ?? []).Select(c => JsonValue.Create(c.Trim()))]),
        ["from"] = RowValues.Of(facility.FromDay),
        ["kind"] = facility.Kind,
        ["members"] = new JsonArray([.. asked.Members.Select(m => new JsonObject { ["cap"] = Money.FenText(m.Cap), ["memberNo"] = m.Form.MemberNo.Trim() })]),
        ["mostLtv"] = request.MostLtv?.Trim(),
        ["number"] = facility.Number,
        ["pledges"] = new JsonArray([.. pledges.Select(p => JsonValue.Create(RowValues.Of(p)))]),
        ["resolution"] = facility.ResolutionNo,
        ["until"] = RowValues.Of(facility.UntilDay),
    });
}
