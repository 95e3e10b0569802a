using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Rules;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Lending.Applications;
using Zhirong.Modules.Lending.Loans.Promises;
using Zhirong.Modules.Lending.Products.Matching;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Decisions;

/// <summary>
/// Freezes everything a decision is made by (<c>zhirong/application-facts/v1</c>): the form, what the register, the appraisals and the
/// diligence say on the day, each fact with its source. What nobody knows is not there.
/// </summary>
internal static class SnapshotMaking
{
    public const string Schema = "zhirong/application-facts/v1";

    /// <summary>Canonical JSON; refused where the form is not complete or the firm is not there.</summary>
    public static Result<string> Of(ZhirongContext read, Origination desk, Guid application, string number, ApplicationForm asked)
    {
        var (form, day) = (new LendingForm(), desk.Lending.Today);
        asked.Complete(form);
        var typed = asked.Typed(form);
        var limit = Limit(asked.Limit, form);
        var ratings = Ratings(asked.Ratings, day, form);
        PromiseFreezing.Check(asked.Promises, desk.Law.Indicators, day, form);
        if (asked.Product is { Length: > 0 } code && Products.ProductShelf.Find(read, desk.Shelf, code.Trim()) is null)
        {
            form.Faults.Add(OriginationRefusals.Product(code));
        }

        if (form.Faults.Count > 0)
        {
            return Result<string>.Refused(form.Faults);
        }

        if (FirmFacts.Of(read, desk, asked.FirmId!.Value, day, asked.Rights is { Count: > 0 } chosen ? chosen : null) is not { } firm)
        {
            return OriginationRefusals.Firm($"{asked.FirmId}");
        }

        var facts = MatchProducts.Merged(firm.Facts, asked.Facts, typed);
        facts["loan.amount"] = new(RuleValue.Of(asked.Fen!.Value / 100m), "申请表 / application", day);
        facts["loan.months"] = new(RuleValue.Of((decimal)asked.Months!.Value), "申请表 / application", day);
        Known(ratings, firm, facts, day);
        Granted(read, application, asked.Fen!.Value, limit);
        var snapshot = new JsonObject
        {
            ["schema"] = Schema,
            ["application"] = new JsonObject { ["id"] = $"{application}", ["number"] = number },
            ["day"] = Day(day),
            ["firm"] = new JsonObject { ["id"] = $"{asked.FirmId}", ["name"] = firm.Firm.Firm.Name, ["code"] = firm.Firm.Firm.Code },
            ["purpose"] = asked.Purpose!.Trim(),
            ["product"] = asked.Product!.Trim(),
            ["facts"] = new JsonObject(facts.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Key, Fact(f.Value)))),
            ["ratings"] = ratings,
            ["limit"] = limit,
            ["rights"] = new JsonArray([.. firm.Rights.Select(Right)]),
            ["diligence"] = firm.Diligence is { } file ? new JsonObject { ["id"] = $"{file.Id}", ["day"] = Day(file.Day), ["answer"] = file.Answer, ["fatal"] = file.Fatal, ["major"] = file.Major, ["unknown"] = file.Unknown } : null,
        };
        if (asked.Promises is { Count: > 0 })
        {
            // Baselines count all rights of the firm, whichever are offered as security.
            var whole = asked.Rights is { Count: > 0 } ? FirmFacts.Of(read, desk, asked.FirmId!.Value, day)! : firm;
            snapshot["promises"] = PromiseFreezing.Of(asked.Promises, desk.Law.Indicators, whole, day);
        }

        return CanonicalText.Of(snapshot);
    }

    private static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";

    private static JsonObject Fact(ProductFactValue fact) => new() { ["value"] = Value(fact.Value), ["source"] = fact.Source, ["date"] = fact.Dated is { } day ? Day(day) : null };

    private static JsonNode Value(RuleValue value) => value.Type == RuleType.Texts ? new JsonArray([.. value.Texts.Select(t => (JsonNode)t)]) : value.ToString();

    private static JsonNode Right(FirmRight right) => new JsonObject
    {
        ["id"] = $"{right.Right.Id}",
        ["number"] = right.Right.Number,
        ["kind"] = right.Right.Kind?.Word(),
        ["title"] = right.Right.Title,
        ["expires"] = right.Right.Expires is { } day ? Day(day) : null,
        ["usable"] = right.Usable,
        ["why"] = new JsonObject { ["zh"] = right.Why.Zh, ["en"] = right.Why.En },
        ["value"] = right.Value is { } value ? Money.FenText(value.Fen) : null,
        ["valueSource"] = right.Value is { } source ? $"{source.Name} {Day(source.BaseDate)}" : null,
        ["report"] = right.Value is { } report ? new JsonObject { ["id"] = $"{report.AppraisalId}", ["name"] = report.Name, ["day"] = Day(report.BaseDate), ["signed"] = report.Signed } : null,
    };

    /// <summary>The newest exception to the pledge rate that was granted for the amount asked, with who approved it.</summary>
    private static void Granted(ZhirongContext read, Guid application, long fen, JsonObject limit)
    {
        if (read.Set<RateException>().AsNoTracking().Where(e => e.ApplicationId == application && e.AmountFen >= fen).OrderByDescending(e => e.N).FirstOrDefault() is { } granted)
        {
            limit["exception"] = new JsonObject { ["rate"] = GrantException.Text(granted.Rate), ["support"] = granted.Support, ["reason"] = granted.Reason, ["approver"] = string.Join('、', SubjectApprovals.Of(read, "lending.exception.grant", "loan_application", RowValues.Of(application)).Select(a => a.Person)) };
        }
    }

    /// <summary>Amounts and fractions of the ceilings; what is not typed is not there.</summary>
    private static JsonObject Limit(LimitForm? asked, LendingForm form)
    {
        var limit = new JsonObject();
        if (asked is null)
        {
            return limit;
        }

        void Number(string key, string? text, decimal least, decimal most)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return;
            }

            if (!decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || value < least || value > most || decimal.Round(value, 6) != value)
            {
                form.Faults.Add(OriginationRefusals.Fact($"form.limit.{key}", text, Words.Same($"{least} … {most}")));
                return;
            }

            limit[key] = value.ToString("0.######", CultureInfo.InvariantCulture);
        }

        foreach (var (key, text) in new[] { ("ownFunds", asked.OwnFunds), ("presentLoans", asked.PresentLoans), ("otherSources", asked.OtherSources), ("groupLeft", asked.GroupLeft) })
        {
            Number(key, text, 0, Money.Limit.Yuan);
        }

        Number("profitMargin", asked.ProfitMargin, -1, 1);
        Number("growth", asked.Growth, -1, 10);
        Number("turns", asked.Turns, 0.01m, 100);
        Number("pledgeRate", asked.PledgeRate, 0.0001m, 10);
        foreach (var (key, text) in new[] { ("support", asked.Support), ("approver", asked.Approver) })
        {
            if (form.Text($"form.limit.{key}", text, 200, required: false) is { Length: > 0 } name)
            {
                limit[key] = name;
            }
        }

        return limit;
    }

    /// <summary>Facts of the credit policy as typed; the policy itself says whether it takes them.</summary>
    private static JsonObject Ratings(JsonElement? asked, DateOnly day, LendingForm form)
    {
        var ratings = new JsonObject();
        if (asked is not { ValueKind: JsonValueKind.Object } map)
        {
            return ratings;
        }

        foreach (var entry in map.EnumerateObject())
        {
            var whole = entry.Value.ValueKind == JsonValueKind.Object ? entry.Value : default;
            var value = whole.ValueKind == JsonValueKind.Object ? whole.TryGetProperty("value", out var inner) ? inner : default : entry.Value;
            var text = value.ValueKind switch { JsonValueKind.String => value.GetString()!.Trim(), JsonValueKind.Number => value.GetRawText(), JsonValueKind.True => "true", JsonValueKind.False => "false", _ => "" };
            if (text.Length is 0 or > 100 || entry.Name.Length > 80)
            {
                continue;
            }

            var dated = whole.ValueKind == JsonValueKind.Object && whole.TryGetProperty("date", out var on) && on.ValueKind == JsonValueKind.String && DateOnly.TryParse(on.GetString(), CultureInfo.InvariantCulture, out var read) ? read : (DateOnly?)null;
            if (dated > day)
            {
                form.Faults.Add(LendingRefusals.Day($"form.ratings.{entry.Name}.date", Day(dated.Value), Words.Same($"≤ {Day(day)}")));
            }

            var source = whole.ValueKind == JsonValueKind.Object && whole.TryGetProperty("source", out var from) && from.ValueKind == JsonValueKind.String ? form.Text($"form.ratings.{entry.Name}.source", from.GetString(), 300, required: false) : "";
            ratings[entry.Name] = new JsonObject { ["value"] = text, ["source"] = source.Length > 0 ? source : "录入 / typed", ["date"] = dated is { } known ? Day(known) : null };
        }

        return ratings;
    }

    /// <summary>What the register knows of the policy's facts, where nobody typed them.</summary>
    private static void Known(JsonObject ratings, FirmFacts firm, Dictionary<string, ProductFactValue> facts, DateOnly day)
    {
        void Put(string name, decimal? value, string source, DateOnly? dated)
        {
            if (value is { } known && !ratings.ContainsKey(name))
            {
                ratings[name] = new JsonObject { ["value"] = known.ToString("0.############", CultureInfo.InvariantCulture), ["source"] = source, ["date"] = dated is { } on ? Day(on) : null };
            }
        }

        foreach (var (name, from) in new[] { ("patent.inventions", "ip.inventions"), ("market.revenue_growth", "firm.revenue_growth") })
        {
            if (facts.TryGetValue(from, out var fact) && fact.Value.Known)
            {
                Put(name, fact.Value.Raw, fact.Source, fact.Dated is { } on && on <= day ? on : null);
            }
        }

        if (firm.Scores.Count > 0)
        {
            Put("patent.score", Rounding.Decimals(firm.Scores.Average(s => s.Points), 2), $"评分单平均（{firm.Scores.Count}）/ mean of score sheets", firm.Scores.Min(s => s.Day));
        }
    }
}
