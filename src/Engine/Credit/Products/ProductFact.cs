using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules;

namespace Zhirong.Engine.Credit.Products;

/// <summary>A fact a product may ask for.</summary>
/// <param name="Name">Dotted, as in files: <c>ip.inventions</c>.</param>
/// <param name="Unit"><c>CNY</c>, <c>%</c> (the value is a fraction), a word of counting, or empty.</param>
/// <param name="Values">The words a text may be, with their titles; empty: any text.</param>
public sealed record ProductFact(string Name, RuleType Type, Words Unit, Words Title, IReadOnlyList<KeyValuePair<string, Words>> Values)
{
    /// <summary>The value for people: thousands separated, fractions as per cent, words by their titles; "—" when not known.</summary>
    public Words Shown(RuleValue value) => !value.Known ? new("待核实", "not known") : value.Type switch
    {
        RuleType.Number => Number(value.Raw),
        RuleType.Flag => value.IsTrue ? new("是", "yes") : new("否", "no"),
        RuleType.Text => Word(value.Text),
        RuleType.Texts => value.Texts.Count == 0 ? new("无", "none") : new(string.Join('、', value.Texts.Select(t => Word(t).Zh)), string.Join(", ", value.Texts.Select(t => Word(t).En))),
        _ => Words.Same(value.ToString()),
    };

    /// <summary>A number with its unit.</summary>
    public Words Number(decimal raw)
    {
        if (Unit.En == "%")
        {
            return Words.Same($"{(raw * 100m).ToString("0.####", CultureInfo.InvariantCulture)}%");
        }

        var text = raw.ToString("#,##0.########", CultureInfo.InvariantCulture);
        return Unit.En == "CNY" ? new($"{text} 元", $"CNY {text}") : new($"{text} {Unit.Zh}".TrimEnd(), $"{text} {Unit.En}".TrimEnd());
    }

    /// <summary>The title of a word; the word itself where it has none.</summary>
    public Words Word(string word)
    {
        foreach (var (known, title) in Values)
        {
            if (known == word)
            {
                return title;
            }
        }

        return Words.Same(word);
    }
}

/// <summary>Every fact products may ask for: names, types and titles, no figure.</summary>
public static class ProductFacts
{
    private static readonly (string Word, string Zh, string En)[] Kinds =
    [
        ("invention", "发明专利", "invention patent"), ("utility_model", "实用新型专利", "utility model"), ("design", "外观设计专利", "design patent"), ("trademark", "注册商标", "trademark"), ("gi_mark", "地理标志证明商标", "GI certification mark"),
        ("software", "软件著作权", "software copyright"), ("work", "作品著作权", "copyright in works"), ("ic_layout", "集成电路布图设计", "IC layout design"), ("data_ip", "数据知识产权", "data IP"), ("licence_income", "许可收入", "contracted licence income"), ("plant_variety", "植物新品种", "plant variety"),
    ];

    /// <summary>In the order in which people read them.</summary>
    public static IReadOnlyList<ProductFact> All { get; } =
    [
        Text("firm.region", "注册地行政区划", "region (GB/T 2260)"),
        Text("firm.industry", "行业（GB/T 4754）", "industry (GB/T 4754)"),
        Text("firm.size", "企业规模", "size of the firm", ("large", "大型", "large"), ("medium", "中型", "medium"), ("small", "小型", "small"), ("micro", "微型", "micro")),
        Texts("firm.classes", "企业资质", "classes of the firm", ("hightech", "高新技术企业", "high-tech enterprise"), ("tech_sme", "科技型中小企业", "science and technology SME"), ("specialised", "专精特新企业", "specialised firm"), ("little_giant", "专精特新小巨人", "little giant"), ("library", "入库企业", "listed in the firms' library")),
        Day("firm.founded", "成立日期", "day of foundation"),
        Flag("firm.dishonest", "被列为失信被执行人", "on the list of dishonest debtors"),
        Count("firm.overdue_days", "天", "days", "现有贷款逾期天数", "days overdue on present loans"),
        Money("firm.revenue", "近一年营业收入", "revenue of the last year"),
        Fraction("firm.revenue_growth", "营业收入增长率", "growth of revenue"),
        Fraction("firm.rd_ratio", "研发费用占营业收入", "research expense over revenue"),
        Fraction("firm.debt_ratio", "资产负债率", "liabilities over assets"),
        Money("firm.net_profit", "近一年净利润", "net profit of the last year"),
        Texts("ip.kinds", "可质押权利的类别", "categories that can be pledged", Kinds),
        Count("ip.inventions", "件", "", "有效发明专利", "inventions in force"),
        Count("ip.utility_models", "件", "", "有效实用新型专利", "utility models in force"),
        Count("ip.trademarks", "件", "", "有效注册商标", "trademarks in force"),
        Count("ip.copyrights", "件", "", "软件与作品著作权", "copyrights"),
        Count("ip.layouts", "件", "", "集成电路布图设计", "IC layout designs"),
        Count("ip.data", "件", "", "数据知识产权", "data IP"),
        Count("ip.count", "件", "", "可质押权利", "rights that can be pledged"),
        Count("ip.least_months", "个月", "months", "可质押权利的最短剩余期限", "shortest remaining term of what can be pledged"),
        Count("ip.burdened", "件", "", "已质押或被保全的权利", "rights pledged or seized"),
        Money("ip.value", "可质押权利评估值", "appraised value of what can be pledged"),
        Money("ip.licence_income", "合同项下许可收入", "contracted licence income"),
        Text("guarantee.kind", "增信方式", "guarantee", ("none", "无", "none"), ("surety_insurance", "保证保险", "surety insurance"), ("policy_guarantor", "政策性担保", "policy guarantor"), ("guarantor", "担保", "guarantor")),
        Money("loan.amount", "申请金额", "amount asked for"),
        Count("loan.months", "个月", "months", "申请期限", "term asked for"),
        Flag("aid.other", "已享受同类补贴", "other aid for the same cost"),
    ];

    public static ProductFact? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    private static ProductFact Text(string name, string zh, string en, params (string Word, string Zh, string En)[] values) => Made(name, RuleType.Text, default, zh, en, values);

    private static ProductFact Texts(string name, string zh, string en, params (string Word, string Zh, string En)[] values) => Made(name, RuleType.Texts, default, zh, en, values);

    private static ProductFact Day(string name, string zh, string en) => Made(name, RuleType.Date, default, zh, en, []);

    private static ProductFact Flag(string name, string zh, string en) => Made(name, RuleType.Flag, default, zh, en, []);

    private static ProductFact Money(string name, string zh, string en) => Made(name, RuleType.Number, new("元", "CNY"), zh, en, []);

    private static ProductFact Fraction(string name, string zh, string en) => Made(name, RuleType.Number, new("%", "%"), zh, en, []);

    private static ProductFact Count(string name, string unitZh, string unitEn, string zh, string en) => Made(name, RuleType.Number, new(unitZh, unitEn), zh, en, []);

    private static ProductFact Made(string name, RuleType type, Words unit, string zh, string en, (string Word, string Zh, string En)[] values) =>
        new(name, type, unit == default ? new("", "") : unit, new(zh, en), [.. values.Select(v => KeyValuePair.Create(v.Word, new Words(v.Zh, v.En)))]);
}

/// <summary>What is said of one fact, with where it comes from.</summary>
/// <param name="Source">Empty when nobody says.</param>
/// <param name="Dated">The day the source stands at; null when nobody says.</param>
public sealed record ProductFactValue(RuleValue Value, string Source, DateOnly? Dated);

/// <summary>The names a product's conditions may use: its facts, and <c>day</c>.</summary>
public sealed class ProductVocabulary : IRuleVocabulary
{
    private static readonly Dictionary<string, (int Slot, RuleType Type)> Slots = ProductFacts.All.Select((f, i) => (f.Name, Slot: i, f.Type)).Append((Name: "day", Slot: ProductFacts.All.Count, Type: RuleType.Date)).ToDictionary(f => f.Name, f => (f.Slot, f.Type), StringComparer.Ordinal);

    public static ProductVocabulary One { get; } = new();

    public IReadOnlyCollection<string> Names => Slots.Keys;

    public bool TryFind(string name, out int slot, out RuleType type)
    {
        var found = Slots.TryGetValue(name, out var known);
        (slot, type) = known;
        return found;
    }
}

/// <summary>A firm and what it asks for, on a day.</summary>
/// <param name="Day">The day of asking: rates and remaining terms count from it.</param>
/// <param name="Facts">By name; what is not named is not known.</param>
public sealed record ProductCase(DateOnly Day, IReadOnlyDictionary<string, ProductFactValue> Facts) : IRuleFacts
{
    public RuleValue Get(int slot) => slot == ProductFacts.All.Count ? RuleValue.Of(Day) : Of(ProductFacts.All[slot]);

    /// <summary>The value of a fact, not known where nobody gave it.</summary>
    public RuleValue Of(ProductFact fact) => Facts.TryGetValue(fact.Name, out var said) ? said.Value : RuleValue.Unknown(fact.Type);

    /// <summary>A number, or null where it is not known.</summary>
    public decimal? Number(string name) => ProductFacts.Find(name) is { } fact && Of(fact) is { Known: true } value ? value.Raw : null;

    /// <summary>A text, or null where it is not known.</summary>
    public string? Text(string name) => ProductFacts.Find(name) is { } fact && Of(fact) is { Known: true } value ? value.Text : null;
}
