using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Rules;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Products.Matching;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>A fact an instant decision is made by.</summary>
/// <param name="Value">As files write it.</param>
internal sealed record InstantFact(string Value, string Source, DateOnly? Date)
{
    public JsonObject Json() => new() { ["value"] = Value, ["source"] = Source, ["date"] = Date is { } day ? Text(day) : null };

    public static string Text(DateOnly day) => $"{day:yyyy-MM-dd}";

    public static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}

/// <summary>
/// What the register knows of a firm for an index and an instant decision, each fact with source and day; what it does not know is left out and
/// stays unknown. A right under the firm's own pledge to the lender counts as free; under anybody else's it is burdened.
/// </summary>
/// <param name="Rights">The rights counted: what the decision goes by.</param>
internal sealed record FirmEvidence(FirmFacts Firm, IReadOnlyDictionary<string, InstantFact> Facts, IReadOnlyList<FirmRight> Rights)
{
    private const string Register = "权利登记 / register of rights";

    /// <param name="read">Reads pledges.</param>
    /// <param name="known">What the register knows of the firm.</param>
    /// <param name="day">The day asked.</param>
    /// <param name="pledges">Pledges to the lender that secure what is asked for.</param>
    public static FirmEvidence Of(ZhirongContext read, FirmFacts known, DateOnly day, IReadOnlyCollection<Guid> pledges)
    {
        var own = pledges.Count == 0 ? [] : read.Set<PledgeItem>().Where(i => pledges.Contains(i.PledgeId) && i.State == ItemStates.Held).Select(i => i.RightId).ToHashSet();
        bool Counts(FirmRight r) => r.Usable || (own.Contains(r.Right.Id) && r.Right.State.State.InForce() && r.Right.Encumbrances.Count(e => e.Kind is EncumbranceKind.Pledge or EncumbranceKind.Freeze && e.Stands(day)) == 1 && !r.Right.Encumbrances.Any(e => e.Kind == EncumbranceKind.Freeze && e.Stands(day)));
        var counted = known.Rights.Where(Counts).ToList();
        var facts = new SortedDictionary<string, InstantFact>(StringComparer.Ordinal);
        foreach (var (name, fact) in known.Facts)
        {
            if (fact.Value.Known && fact.Value.Type != RuleType.Texts)
            {
                facts[name] = new(fact.Value.ToString(), fact.Source, fact.Dated);
            }
        }

        var burdened = known.Rights.Count(r => !Counts(r) && r.Right.Encumbrances.Any(e => e.Kind is EncumbranceKind.Pledge or EncumbranceKind.Freeze && e.Stands(day)));
        Put(facts, "ip.burdened", burdened, Register, day);
        Put(facts, "ip.count", counted.Count, Register, day);
        Inventions(facts, [.. counted.Where(r => r.Right.Kind == RightKind.Invention)], day);
        Security(facts, counted, day);
        return new(known, facts, counted);
    }

    /// <summary>The facts conditions of products speak of, lists included.</summary>
    public Dictionary<string, ProductFactValue> Product(DateOnly day)
    {
        var facts = new Dictionary<string, ProductFactValue>(Firm.Facts, StringComparer.Ordinal)
        {
            ["ip.kinds"] = new(RuleValue.Of(Rights.Select(r => r.Right.Kind?.Word()).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), Register, day),
        };
        return facts;
    }

    private static void Put(SortedDictionary<string, InstantFact> facts, string name, decimal value, string source, DateOnly? day) => facts[name] = new(InstantFact.Text(value), source, day);

    private static void Inventions(SortedDictionary<string, InstantFact> facts, List<FirmRight> inventions, DateOnly day)
    {
        Put(facts, "ip.inventions", inventions.Count, Register, day);
        if (inventions.Count == 0)
        {
            // Nothing to wait for: no invention has no years left and no citations.
            Put(facts, "ip.years_left", 0, Register, day);
            Put(facts, "ip.cited", 0, Register, day);
            return;
        }

        if (inventions.TrueForAll(r => r.Right.Expires is not null))
        {
            Put(facts, "ip.years_left", Math.Min(30, Rounding.Decimals(inventions.Average(r => Math.Max(0, r.Right.Expires!.Value.DayNumber - day.DayNumber) / 365m), 2)), Register, day);
        }

        var cited = inventions.ConvertAll(r => r.Right.Stated.GetValueOrDefault("cited_by"));
        if (cited.TrueForAll(c => c is not null && int.TryParse(c.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            Put(facts, "ip.cited", Rounding.Decimals(cited.Average(c => decimal.Parse(c!.Value, CultureInfo.InvariantCulture)), 2), cited[0]!.SourceName, cited.Min(c => c!.AsOf));
        }
    }

    /// <summary>What can be pledged of the category that is worth most: its value, its first expiry.</summary>
    private static void Security(SortedDictionary<string, InstantFact> facts, List<FirmRight> counted, DateOnly day)
    {
        facts.Remove("ip.value");
        var best = counted.Where(r => r.Value is not null && Category(r.Right.Kind) is not null).GroupBy(r => Category(r.Right.Kind)!).OrderByDescending(g => g.Sum(r => r.Value!.Fen)).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        if (best is null)
        {
            return;
        }

        var values = best.Select(r => r.Value!).ToList();
        facts["ip.category"] = new(best.Key, Register, day);
        facts["ip.value"] = new(Money.FenText(values.Sum(v => v.Fen)), $"{values[0].Name}（{values.Count}）", values.Min(v => v.BaseDate));
        facts["ip.in_force"] = new("true", Register, day);
        facts["ip.seized"] = new("false", Register, day);
        facts["ip.pledged"] = new("false", Register, day);
        if (best.All(r => r.Right.Expires is not null))
        {
            facts["ip.expires"] = new(InstantFact.Text(best.Min(r => r.Right.Expires!.Value)), Register, day);
        }
    }

    /// <summary>A category as credit policies name it; null for those they do not take.</summary>
    private static string? Category(RightKind? kind) => kind switch
    {
        RightKind.Invention => "invention",
        RightKind.UtilityModel => "utility_model",
        RightKind.Design => "design",
        RightKind.Trademark or RightKind.GiMark => "trademark",
        RightKind.SoftwareCopyright or RightKind.WorkCopyright => "copyright",
        RightKind.IcLayout => "layout_design",
        RightKind.DataIp => "data",
        _ => null,
    };
}
