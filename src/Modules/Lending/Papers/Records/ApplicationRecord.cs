using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Rules.Subsidies;
using Zhirong.Modules.Lending.Applications;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Products.Matching;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Papers.Records;

/// <summary>What documents say of an application: its snapshot, the assessment of it, the price by the product's text, the resolution, and who approved it.</summary>
internal static class ApplicationRecord
{
    /// <summary>Null where there is no such application for the viewer; refused (LEN-0922) before its snapshot is assessed.</summary>
    public static Result<JsonObject>? Of(ZhirongContext read, PaperDesk desk, Guid id)
    {
        if (read.Set<LoanApplication>().AsNoTracking().SingleOrDefault(a => a.Id == id) is not { } application)
        {
            return null;
        }

        var assessment = read.Set<CreditAssessment>().AsNoTracking().SingleOrDefault(a => a.ApplicationId == id && a.N == application.Assessment);
        if (assessment is null || assessment.Snapshot != application.Snapshot)
        {
            return PaperRefusals.Unassessed(application.State);
        }

        var snapshot = read.Set<ApplicationSnapshot>().AsNoTracking().Single(s => s.ApplicationId == id && s.N == assessment.Snapshot);
        var (root, kept) = (JsonNode.Parse(snapshot.Facts)!.AsObject(), AssessmentText.Kept(assessment));
        var (asked, product) = (SnapshotReading.Case(root), kept.Resolved.Product);
        var quote = ProductQuote.Of(product, asked, MatchProducts.Market(read, desk.Origination, SnapshotReading.Day(root["day"]), null, []));
        var resolution = application.Resolution.Length == 0 ? null : JsonSerializer.Deserialize<ResolutionView>(application.Resolution, LendingJson.Options);
        var record = Head(application, assessment, snapshot, root, kept);
        AssessedPart.Put(record, assessment);
        record["ratings"] = AssessedPart.Ratings(root["ratings"]!.AsObject(), kept);
        Security(record, root);
        var exception = root["limit"]!["exception"] as JsonObject;
        foreach (var name in (string[])["rate", "support", "reason", "approver"])
        {
            record[$"exception_{name}"] = exception?[name]?.ToString();
        }

        Price(record, product, quote);
        Decided(record, resolution);
        record["facts"] = RecordText.List(ProductFacts.All.Where(f => asked.Facts.ContainsKey(f.Name)), (f, _) => new() { ["title"] = RecordText.Of(f.Title), ["value"] = RecordText.Of(f.Shown(asked.Facts[f.Name].Value)), ["source"] = asked.Facts[f.Name].Source, ["date"] = RecordText.Day(asked.Facts[f.Name].Dated) });
        record["steps"] = RecordText.List(read.Set<LoanApplicationStep>().Where(s => s.ApplicationId == id).OrderBy(s => s.N).AsNoTracking().ToList(), (s, _) => new() { ["title"] = RecordText.Of(ApplicationStates.ActTitle(s.Act)), ["at"] = RecordText.Day(Day(s.At)), ["by"] = s.By, ["note"] = string.Join('；', [.. s.Note.Length > 0 ? (string[])[s.Note] : [], .. ApplicationJson.Texts(s.Items)]) });
        record["approvers"] = RecordText.List(SubjectApprovals.Of(read, "lending.resolution.make", "loan_application", RowValues.Of(id)), (a, _) => new() { ["person"] = a.Person, ["decision"] = RecordText.Of(a.Title), ["on"] = RecordText.Day(a.On), ["note"] = string.Join('；', [.. a.Note.Length > 0 ? (string[])[a.Note] : [], .. a.Conditions]) });
        return record;
    }

    /// <summary>The day in China on which something was kept.</summary>
    public static DateOnly Day(long at) => DateOnly.FromDateTime(Instant.Time(at).ToOffset(TimeSpan.FromHours(8)).DateTime);

    private static JsonObject Head(LoanApplication application, CreditAssessment assessment, ApplicationSnapshot snapshot, JsonObject root, AssessmentText kept) => new()
    {
        ["number"] = application.Number,
        ["day"] = $"{root["day"]}",
        ["borrower"] = $"{root["firm"]!["name"]}",
        ["borrower_code"] = $"{root["firm"]!["code"]}",
        ["purpose"] = $"{root["purpose"]}",
        ["amount"] = RecordText.Yuan(application.AmountFen),
        ["months"] = application.Months?.ToString(CultureInfo.InvariantCulture),
        ["lender"] = RecordText.Of(kept.Resolved.Product.Lender),
        ["product"] = RecordText.Of(kept.Resolved.Product.Title),
        ["product_number"] = $"{kept.Resolved.Product.Id} v{kept.Resolved.Product.Version}",
        ["policy"] = RecordText.Of(kept.Resolved.Policy.Definition.Title),
        ["policy_version"] = assessment.PolicyVersion,
        ["policy_hash"] = assessment.PolicyHash,
        ["snapshot_hash"] = snapshot.Hash,
        ["assessment"] = $"{assessment.N}",
        ["assessment_hash"] = assessment.ResultHash,
        ["assessed_by"] = assessment.By,
        ["assessed_on"] = RecordText.Day(Day(assessment.At)),
        ["limit"] = RecordText.Yuan(assessment.LimitFen),
    };

    /// <summary>The rights with the reports that give their values, and the diligence.</summary>
    private static void Security(JsonObject record, JsonObject root)
    {
        var rights = root["rights"]!.AsArray().Select(r => r!.AsObject()).ToList();
        record["rights"] = RecordText.List(rights, (r, n) => new()
        {
            ["n"] = $"{n}",
            ["right_number"] = $"{r["number"]}",
            ["kind"] = RecordText.Of(ProductFacts.Find("ip.kinds")!.Word($"{r["kind"]}")),
            ["title"] = $"{r["title"]}",
            ["expires"] = r["expires"]?.ToString(),
            ["usable"] = RecordText.YesNo(r["usable"]!.GetValue<bool>()),
            ["why"] = RecordText.Both(r["why"]!["zh"], r["why"]!["en"]),
            ["value"] = r["value"]?.ToString(),
            ["report"] = r["report"]?["id"]?.ToString(),
        });
        var valued = rights.Where(r => r["value"] is not null).ToList();
        record["value_total"] = valued.Count == 0 ? null : RecordText.Yuan(valued.Where(r => r["usable"]!.GetValue<bool>()).Sum(r => Fen(r["value"]!)));
        record["reports"] = RecordText.List(valued.Where(r => r["report"] is not null).GroupBy(r => $"{r["report"]!["id"]}").OrderBy(g => g.Key, StringComparer.Ordinal), (g, _) => new()
        {
            ["report"] = g.Key,
            ["name"] = $"{g.First()["report"]!["name"]}",
            ["base_date"] = $"{g.First()["report"]!["day"]}",
            ["rights"] = $"{g.Count()}",
            ["value"] = RecordText.Yuan(g.Sum(r => Fen(r["value"]!))),
        });
        var file = root["diligence"] as JsonObject;
        record["diligence_id"] = file?["id"]?.ToString();
        record["diligence_day"] = file?["day"]?.ToString();
        record["diligence_answer"] = file is null ? null : RecordText.Of($"{file["answer"]}" switch { "yes" => new("可以质押", "can be pledged"), "conditions" => new("附条件可以质押", "can be pledged with conditions"), "no" => new("不可以质押", "cannot be pledged"), _ => new("待核实", "to be verified") });
    }

    private static long Fen(JsonNode yuan) => (long)(decimal.Parse($"{yuan}", CultureInfo.InvariantCulture) * 100m);

    private static void Price(JsonObject record, LoanProduct product, ProductQuote? quote)
    {
        static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
        record["rate"] = quote is null ? null : Text(quote.Rate);
        record["lpr"] = quote is null ? null : Text(quote.Lpr.Rate);
        record["lpr_published"] = RecordText.Day(quote?.Lpr.Published);
        record["spread_bp"] = Text(product.Terms.SpreadBasisPoints);
        record["method"] = RecordText.Of(Engine.Credit.Terms.LoanWords.Title(product.Terms.Method));
        record["cost_gross"] = quote?.Gross is { } gross ? Text(Rounding.Decimals(gross, 6)) : null;
        record["cost_after_aid"] = quote?.AfterAid is { } net ? Text(Rounding.Decimals(net, 6)) : null;
        record["interest_total"] = quote is null ? null : RecordText.Yuan(quote.Instalments.Sum(i => i.Interest.Fen));
        record["fee_total"] = quote is null ? null : RecordText.Yuan(quote.Cost.Items.Where(i => !i.Kind.IsSubsidy() && i.Moves).Sum(i => i.Amount.Fen));
        record["aid_total"] = quote is null ? null : $"{quote.Granted}";
        record["fees"] = RecordText.List(quote is null ? [] : quote.Cost.Items.Where(i => !i.Kind.IsSubsidy()), (i, _) => new()
        {
            ["title"] = RecordText.Of(product.Fees.FirstOrDefault(f => i.Id == f.Id || i.Id.StartsWith($"{f.Id}.", StringComparison.Ordinal))?.Title ?? i.Kind.Title()),
            ["amount"] = $"{i.Amount}",
            ["borrower_pays"] = i.Moves ? $"{i.Amount}" : "0.00",
            ["payer"] = RecordText.Of(Payer(i.Payer)),
            ["source"] = i.Source,
        });
        record["aid"] = RecordText.List(quote?.Aid ?? [], (a, _) =>
        {
            var (zh, en) = (MatchedAid.Of(a, Language.Zh), MatchedAid.Of(a, Language.En));
            return new() { ["code"] = zh.Code, ["title"] = RecordText.Of(new(zh.Title, en.Title)), ["state"] = RecordText.Of(a.State switch { AidState.Granted => new("可申请", "can be had"), AidState.Refused => new("不符合", "not met"), _ => new("待核实", "to be verified") }), ["amount"] = zh.Amount, ["why"] = RecordText.Of(new(string.Join('；', zh.Why), string.Join("; ", en.Why))) };
        });
    }

    private static Words Payer(string payer) => payer switch { "borrower" => new("借款人", "borrower"), "lender" => new("贷款人", "lender"), _ => Words.Same(payer) };

    private static void Decided(JsonObject record, ResolutionView? resolution)
    {
        record["resolution"] = resolution is null ? null : RecordText.Of(resolution.Outcome switch { "approved" => new("同意", "approved"), "conditions" => new("有条件同意", "approved with conditions"), _ => new("不同意", "refused") });
        record["granted"] = resolution?.Amount;
        record["expires_on"] = RecordText.Day(resolution?.ExpiresOn);
        record["note"] = resolution?.Note;
        record["decided_by"] = resolution?.By;
        record["decided_on"] = RecordText.Day(resolution?.On);
        record["granted_conditions"] = RecordText.List(resolution?.Conditions ?? [], (text, n) => new() { ["n"] = $"{n}", ["text"] = text });
        record["refusal_reasons"] = RecordText.List(resolution?.Reasons ?? [], (text, n) => new() { ["n"] = $"{n}", ["text"] = text });
    }
}
