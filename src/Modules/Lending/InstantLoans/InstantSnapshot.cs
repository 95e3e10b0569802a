using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>Signs of fraud and of duplicates, counted from earlier applications.</summary>
/// <param name="Accounts">Other firms that named the account to be paid.</param>
/// <param name="Recent">Applications of the firm decided in the window.</param>
/// <param name="Open">Whether another offer stands for the firm.</param>
internal readonly record struct GuardCounts(int Accounts, int Recent, bool Open)
{
    public static GuardCounts Of(ZhirongContext read, LoanMandate mandate, Guid firm, string account, DateOnly day)
    {
        var since = day.AddDays(-mandate.WindowDays);
        var own = read.Set<InstantDecision>().AsNoTracking().Where(d => d.FirmId == firm && d.Day > since);
        return new(
            read.Set<InstantDecision>().Where(d => d.Account == account && d.FirmId != firm).Select(d => d.FirmId).Distinct().Count(), own.Count(),
            read.Set<InstantDecision>().Any(d => d.FirmId == firm && d.State == InstantStates.Offered && d.OfferEnds > day));
    }
}

/// <summary>
/// Everything an instant decision is made by, frozen as canonical JSON (<c>zhirong/instant-facts/v1</c>): what was asked, what the register
/// knows, what was typed where it knows nothing, the signs of fraud, the mandate's texts by their hash. What nobody knows is not there.
/// </summary>
internal static class InstantSnapshot
{
    public const string Schema = "zhirong/instant-facts/v1";

    private const string History = "历次申请 / earlier applications";

    /// <summary>Canonical JSON; the counts of the guard are put in by <see cref="Guarded"/>.</summary>
    public static JsonObject Of(Origination desk, LoanMandate mandate, AskedInstant asked, FirmEvidence evidence, GivenIndex? given, DateOnly day)
    {
        var facts = new SortedDictionary<string, InstantFact>(StringComparer.Ordinal);
        foreach (var (name, fact) in asked.Typed)
        {
            facts[name] = fact;
        }

        foreach (var (name, fact) in evidence.Facts)
        {
            facts[name] = fact;
        }

        facts["loan.amount"] = new(Money.FenText(asked.Fen), "申请 / application", day);
        facts["loan.months"] = new($"{asked.Months}", "申请 / application", day);
        facts["loan.ends"] = new(InstantFact.Text(day.AddMonths(asked.Months)), "申请 / application", day);
        if (Lpr(desk.Shelf.Lpr, day) is { } quote)
        {
            facts["market.lpr"] = new(InstantFact.Text(quote.Rate), $"LPR {InstantFact.Text(quote.Published)}", quote.Published);
        }

        if (given is not null)
        {
            facts["firm.index"] = new(InstantFact.Text(given.Points / 100m), $"{given.Source} {given.Model}", given.Day);
        }

        var firm = evidence.Firm.Firm.Firm;
        facts["guard.blocked"] = new(Flag(mandate.Blocked.Split('\n').Any(b => b.Length > 0 && (b.Split(' ')[0] == firm.Code || b == firm.Name))), $"授权 / mandate {mandate.Code}", day);
        facts["guard.payee_differs"] = new(Flag(Plain(asked.PayeeName) != Plain(firm.Name)), "申请 / application", day);
        facts["guard.most"] = new($"{mandate.MostInWindow}", $"授权 / mandate {mandate.Code}", day);
        return new()
        {
            ["schema"] = Schema,
            ["day"] = InstantFact.Text(day),
            ["mandate"] = new JsonObject { ["id"] = $"{mandate.Id}", ["code"] = mandate.Code, ["texts"] = $"sha256:{mandate.TextsHash}", ["ownIndex"] = mandate.OwnIndex },
            ["asked"] = new JsonObject { ["no"] = asked.RequestNo, ["amount"] = Money.FenText(asked.Fen), ["months"] = asked.Months, ["purpose"] = asked.Purpose, ["payee"] = asked.PayeeName, ["account"] = asked.Account, ["pledges"] = new JsonArray([.. asked.Pledges.Select(p => (JsonNode)$"{p}")]) },
            ["firm"] = new JsonObject { ["id"] = $"{asked.FirmId}", ["code"] = firm.Code, ["name"] = firm.Name },
            ["facts"] = new JsonObject(facts.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Key, f.Value.Json()))),
            ["lists"] = new JsonObject(evidence.Product(day).Where(f => f.Value.Value.Type == Engine.Rules.RuleType.Texts && f.Value.Value.Known).Select(f => KeyValuePair.Create<string, JsonNode?>(f.Key, new JsonArray([.. f.Value.Value.Texts.Select(t => (JsonNode)t)])))),
            ["rights"] = new JsonArray([.. evidence.Rights.Select(r => new JsonObject { ["id"] = $"{r.Right.Id}", ["number"] = r.Right.Number, ["kind"] = r.Right.Kind?.Word(), ["expires"] = r.Right.Expires is { } end ? InstantFact.Text(end) : null })]),
        };
    }

    /// <summary>The snapshot with what earlier applications show on the moment.</summary>
    public static string Guarded(JsonObject snapshot, GuardCounts counts)
    {
        var (facts, day) = (snapshot["facts"]!.AsObject(), SnapshotReading.Day(snapshot["day"]));
        facts["guard.account_firms"] = new InstantFact($"{counts.Accounts}", History, day).Json();
        facts["guard.recent"] = new InstantFact($"{counts.Recent}", History, day).Json();
        facts["guard.offer_open"] = new InstantFact(Flag(counts.Open), History, day).Json();
        return CanonicalText.Of(snapshot);
    }

    /// <summary>What is typed, by name, each a value or <c>{value, source, date}</c>; refused where it is none of the facts a person may state.</summary>
    public static Dictionary<string, InstantFact> Typed(JsonElement? given, DateOnly day, LendingForm form)
    {
        var typed = new Dictionary<string, InstantFact>(StringComparer.Ordinal);
        if (given is not { ValueKind: JsonValueKind.Object } map)
        {
            return typed;
        }

        foreach (var entry in map.EnumerateObject())
        {
            var path = $"facts.{entry.Name}";
            var whole = entry.Value.ValueKind == JsonValueKind.Object;
            var value = whole && entry.Value.TryGetProperty("value", out var inner) ? inner : entry.Value;
            var text = value.ValueKind switch { JsonValueKind.String => value.GetString()!.Trim(), JsonValueKind.Number => value.GetRawText(), JsonValueKind.True => "true", JsonValueKind.False => "false", _ => "" };
            if (value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && text.Length == 0))
            {
                continue;
            }

            if (!Stated.Contains(entry.Name) || text.Length is 0 or > 100)
            {
                form.Faults.Add(OriginationRefusals.Fact(path, text.Length == 0 ? "—" : entry.Name, Words.Same(string.Join(" | ", Stated))));
                continue;
            }

            var source = whole && entry.Value.TryGetProperty("source", out var from) && from.ValueKind == JsonValueKind.String ? form.Text($"{path}.source", from.GetString(), 300, required: false) : "";
            var dated = whole && entry.Value.TryGetProperty("date", out var on) && on.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(on.GetString(), "yyyy-MM-dd", out var read) ? read : (DateOnly?)null;
            if (dated > day)
            {
                form.Faults.Add(LendingRefusals.Day($"{path}.date", InstantFact.Text(dated.Value), Words.Same($"≤ {InstantFact.Text(day)}")));
            }

            typed[entry.Name] = new(text, source.Length > 0 ? source : "录入 / typed", dated);
        }

        return typed;
    }

    /// <summary>Facts a person or another system states; what the register knows stands before them.</summary>
    private static readonly string[] Stated = ["firm.founded", "firm.dishonest", "firm.tax_rating", "firm.overdue_days", "firm.revenue", "firm.revenue_growth", "firm.rd_ratio"];

    /// <summary>The quote in force; beyond the last publication that one, with its day.</summary>
    private static LprQuote? Lpr(LprTable table, DateOnly day) =>
        table.At(day, LprTenor.OneYear) is { Ok: true } quote ? quote.Value : table.Last is { } last && day > last ? table.At(last, LprTenor.OneYear).Value : null;

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Plain(string name) => name.Trim().Replace('（', '(').Replace('）', ')').Replace(" ", "", StringComparison.Ordinal);
}
