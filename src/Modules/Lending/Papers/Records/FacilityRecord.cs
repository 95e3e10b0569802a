using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Credit.Terms;
using Zhirong.Modules.Lending.Applications;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Papers.Records;

/// <summary>What documents say of a line: the contract's terms, conditions precedent, pledges, members; price and resolution of the application it came from.</summary>
internal static class FacilityRecord
{
    /// <summary>Null where there is no such line for the viewer.</summary>
    public static JsonObject? Of(ZhirongContext read, PaperDesk desk, Guid id)
    {
        if (read.Set<Facility>().AsNoTracking().SingleOrDefault(f => f.Id == id) is not { } facility)
        {
            return null;
        }

        var lender = desk.People.Organisation(read.Session, facility.OwnerId);
        var law = desk.Law.Policy;
        var uses = facility.Uses.Length == 0 ? [] : facility.Uses.Split('\n');
        var record = new JsonObject
        {
            ["number"] = facility.Number,
            ["kind"] = RecordText.Of(FacilityWords.KindTitle(facility.Kind)),
            ["lender"] = lender?.Name,
            ["lender_code"] = lender?.Code,
            ["borrower"] = facility.Borrower,
            ["borrower_code"] = facility.BorrowerCode,
            ["amount"] = RecordText.Yuan(facility.AmountFen),
            ["from"] = RecordText.Day(facility.FromDay),
            ["until"] = RecordText.Day(facility.UntilDay),
            ["resolution_no"] = facility.ResolutionNo,
            ["resolution_until"] = RecordText.Day(facility.ResolutionUntil),
            ["uses"] = string.Join('、', uses),
            ["most_ltv"] = facility.MostLtv is { } ltv ? Number(ltv / 1_000_000m) : null,
            ["state"] = RecordText.Of(FacilityWords.StateTitle(facility.State)),
            ["overdue_uplift"] = Number(law.OverdueUplift),
            ["misuse_uplift"] = Number(law.MisuseUplift),
            ["grace_days"] = law.GraceDays.ToString(CultureInfo.InvariantCulture),
            ["servicing"] = $"{law.Id} v{law.Version}",
            ["servicing_verified"] = RecordText.Flag(law.Verified),
            ["use_items"] = RecordText.List(uses, (use, n) => new() { ["n"] = $"{n}", ["text"] = use }),
        };
        Applied(record, read, facility.ApplicationId);
        record["conditions"] = Conditions(read, id);
        record["members"] = RecordText.List(read.Set<FacilityMember>().Where(m => m.FacilityId == id).OrderBy(m => m.N).AsNoTracking().ToList(), (m, n) => new() { ["n"] = $"{n}", ["member_no"] = m.MemberNo, ["name"] = m.Name, ["kind"] = RecordText.Of(m.Kind == "person" ? new("自然人", "person") : new("企业", "firm")), ["cap"] = RecordText.Yuan(m.CapFen) });
        record["pledges"] = RecordText.List(Pledges(read, id), (p, _) => new() { ["contract_no"] = p.ContractNo, ["secured"] = RecordText.Yuan(p.SecuredFen), ["state"] = RecordText.Of(PledgeStates.Title(p.State)) });
        return record;
    }

    public static JsonArray Conditions(ZhirongContext read, Guid facility) => RecordText.List(read.Set<FacilityCondition>().Where(c => c.FacilityId == facility).OrderBy(c => c.N).AsNoTracking().ToList(), (c, _) => new()
    {
        ["n"] = $"{c.N}",
        ["title"] = c.Title,
        ["met"] = RecordText.Of(c.Met == 1 ? new("已落实", "met") : new("未落实", "open")),
        ["document"] = c.Document,
        ["sha256"] = c.Sha256,
        ["met_on"] = RecordText.Day(c.MetOn),
        ["met_by"] = c.MetBy,
    });

    public static List<Pledge> Pledges(ZhirongContext read, Guid facility) => read.Set<Pledge>().Where(p => read.Set<FacilityPledge>().Any(f => f.FacilityId == facility && f.PledgeId == p.Id)).OrderBy(p => p.ContractNo).AsNoTracking().ToList();

    /// <summary>Product, price and resolution of the application; nothing where the line came from none.</summary>
    private static void Applied(JsonObject record, ZhirongContext read, Guid? id)
    {
        var application = id is null ? null : read.Set<LoanApplication>().AsNoTracking().SingleOrDefault(a => a.Id == id);
        var assessment = application is null ? null : read.Set<CreditAssessment>().AsNoTracking().SingleOrDefault(a => a.ApplicationId == id && a.N == application.Assessment);
        var product = assessment is null ? null : AssessmentText.Kept(assessment).Resolved.Product;
        var resolution = application?.Resolution is { Length: > 0 } text ? JsonSerializer.Deserialize<ResolutionView>(text, LendingJson.Options) : null;
        record["application"] = application?.Number;
        record["product"] = product is null ? null : RecordText.Of(product.Title);
        record["lpr_tenor"] = product is null ? null : LprTable.TenorWords[(int)product.Terms.Lpr];
        record["spread_bp"] = product is null ? null : Number(product.Terms.SpreadBasisPoints);
        record["method"] = product is null ? null : RecordText.Of(LoanWords.Title(product.Terms.Method));
        record["months"] = application?.Months?.ToString(CultureInfo.InvariantCulture);
        record["granted"] = resolution?.Amount;
        record["granted_on"] = RecordText.Day(resolution?.On);
        record["expires_on"] = RecordText.Day(resolution?.ExpiresOn);
    }

    private static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
