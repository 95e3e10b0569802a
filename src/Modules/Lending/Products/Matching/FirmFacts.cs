using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Rules;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Modules.Valuation;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Products.Matching;

/// <summary>A right of a firm as an application may use it.</summary>
/// <param name="Usable">In force, and neither pledged nor seized, on the day.</param>
/// <param name="Why">What stands against it; empty where it is usable.</param>
internal sealed record FirmRight(RightOnDay Right, bool Usable, Words Why, KnownValue? Value);

/// <summary>What the register knows of a firm on a day, each fact with its source and day; what it does not know is left out.</summary>
internal sealed record FirmFacts(FirmProfile Firm, IReadOnlyList<FirmRight> Rights, Dictionary<string, ProductFactValue> Facts, KnownDiligence? Diligence, IReadOnlyList<KnownScore> Scores)
{
    /// <summary>Rights of one firm read at most.</summary>
    public const int Most = 2_000;

    /// <summary>Null where there is no such firm for the viewer.</summary>
    /// <param name="only">Count these rights alone; null counts all of the firm's.</param>
    public static FirmFacts? Of(ZhirongContext read, Origination desk, Guid firm, DateOnly day, IReadOnlyCollection<Guid>? only = null)
    {
        if (desk.Lending.Rights.Firm(read, firm) is not { } profile)
        {
            return null;
        }

        var ids = desk.Lending.Rights.Ids(read, new RightQuery(day) { Firm = firm, Sort = "number" }, Most).ToList();
        ids = only is null ? ids : ids.FindAll(only.Contains);
        var values = KnownValues.Of(read, ids, day);
        var rights = desk.Lending.Rights.OnDay(read, ids, day).Select(r => Held(r, day, values.GetValueOrDefault(r.Id))).ToList();
        var facts = new Dictionary<string, ProductFactValue>(StringComparer.Ordinal);
        Register(profile, day, facts);
        Statements(profile, day, facts);
        Counts(rights, day, facts);
        return new(profile, rights, facts, KnownValues.Diligence(read, firm, day), KnownValues.Scores(read, ids, day));
    }

    private static FirmRight Held(RightOnDay right, DateOnly day, KnownValue? value)
    {
        var state = right.State.State;
        var burden = right.Encumbrances.FirstOrDefault(e => e.Kind is EncumbranceKind.Pledge or EncumbranceKind.Freeze && e.Stands(day));
        Words why = burden is not null ? burden.Kind.Title() : state == RightState.Unknown ? new("状态待核实", "state not known") : state.InForce() ? new("", "") : new("不在有效期", "not in force");
        return new(right, why.Zh.Length == 0, why, value);
    }

    private static void Register(FirmProfile profile, DateOnly day, Dictionary<string, ProductFactValue> facts)
    {
        const string Source = "企业登记 / firms' register";
        void Put(string name, RuleValue value) => facts[name] = new(value, Source, day);
        if (profile.Firm.Region is { Length: > 0 } region)
        {
            Put("firm.region", RuleValue.Of(region));
        }

        if (profile.Firm.Industry is { Length: > 0 } industry)
        {
            Put("firm.industry", RuleValue.Of(industry));
        }

        var tags = string.Join('\n', profile.Firm.Tags);
        var classes = ((string Word, string Tag)[])[("hightech", "高新技术企业"), ("tech_sme", "科技型中小企业"), ("little_giant", "小巨人"), ("specialised", "专精特新"), ("library", "入库企业")];
        if (tags.Length > 0)
        {
            Put("firm.classes", RuleValue.Of(classes.Where(c => tags.Contains(c.Tag, StringComparison.Ordinal)).Select(c => c.Word)));
        }
    }

    private static void Statements(FirmProfile profile, DateOnly day, Dictionary<string, ProductFactValue> facts)
    {
        if (LastYear(profile, day) is not { } last)
        {
            return;
        }

        var (source, before) = ($"{last.Source} {last.PeriodEnd:yyyy-MM-dd}", profile.Statements.FirstOrDefault(s => s.Months == 12 && s.PeriodEnd == last.PeriodEnd.AddYears(-1)));
        void Put(string name, decimal? value)
        {
            if (value is { } known)
            {
                facts[name] = new(RuleValue.Of(known), source, last.AsOf);
            }
        }

        Put("firm.revenue", Figure(last, "revenue"));
        Put("firm.net_profit", Figure(last, "net_profit"));
        Put("firm.rd_ratio", Ratio(Figure(last, "rd_expense"), Figure(last, "revenue")));
        Put("firm.debt_ratio", Ratio(Figure(last, "total_liabilities"), Figure(last, "total_assets")));
        Put("firm.revenue_growth", before is null ? null : Ratio(Figure(last, "revenue") - Figure(before, "revenue"), Figure(before, "revenue")));
    }

    private static void Counts(List<FirmRight> rights, DateOnly day, Dictionary<string, ProductFactValue> facts)
    {
        const string Source = "权利登记 / register of rights";
        var usable = rights.FindAll(r => r.Usable);
        void Put(string name, RuleValue value) => facts[name] = new(value, Source, day);
        int Of(params RightKind[] kinds) => usable.Count(r => r.Right.Kind is { } kind && kinds.Contains(kind));
        Put("ip.kinds", RuleValue.Of(usable.Select(r => r.Right.Kind?.Word()).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
        Put("ip.inventions", RuleValue.Of((decimal)Of(RightKind.Invention)));
        Put("ip.utility_models", RuleValue.Of((decimal)Of(RightKind.UtilityModel)));
        Put("ip.trademarks", RuleValue.Of((decimal)Of(RightKind.Trademark, RightKind.GiMark)));
        Put("ip.copyrights", RuleValue.Of((decimal)Of(RightKind.SoftwareCopyright, RightKind.WorkCopyright)));
        Put("ip.layouts", RuleValue.Of((decimal)Of(RightKind.IcLayout)));
        Put("ip.data", RuleValue.Of((decimal)Of(RightKind.DataIp)));
        Put("ip.count", RuleValue.Of((decimal)usable.Count));
        Put("ip.burdened", RuleValue.Of((decimal)rights.Count(r => r.Right.Encumbrances.Any(e => e.Kind is EncumbranceKind.Pledge or EncumbranceKind.Freeze && e.Stands(day)))));
        var ends = usable.Select(r => r.Right.Expires).ToList();
        if (ends.Count > 0 && ends.TrueForAll(e => e is not null))
        {
            Put("ip.least_months", RuleValue.Of((decimal)Months(day, ends.Min()!.Value)));
        }

        var valued = usable.FindAll(r => r.Value is not null);
        if (valued.Count > 0)
        {
            // What is not appraised adds nothing; the source says how much is.
            facts["ip.value"] = new(RuleValue.Of(valued.Sum(r => r.Value!.Fen) / 100m), $"{valued[0].Value!.Name}（{valued.Count}/{usable.Count}）", valued.Min(r => r.Value!.BaseDate));
        }
    }

    /// <summary>Whole months from a day to another; 0 when it is past.</summary>
    private static int Months(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return Math.Max(0, from.AddMonths(months) > to ? months - 1 : months);
    }

    /// <summary>The statement of the last whole year that had ended on a day; null where there is none.</summary>
    internal static FirmStatementView? LastYear(FirmProfile profile, DateOnly day) => profile.Statements.Where(s => s.Months == 12 && s.PeriodEnd <= day).OrderByDescending(s => s.PeriodEnd).FirstOrDefault();

    internal static decimal? Figure(FirmStatementView statement, string name) =>
        statement.Figures.TryGetValue(name, out var text) && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    internal static decimal? Ratio(decimal? part, decimal? whole) => part is { } p && whole is { } w && w > 0 ? Rounding.Decimals(p / w, 6) : null;
}
