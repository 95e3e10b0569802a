using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Sharing;
using Zhirong.Engine.Rules.Subsidies;

namespace Zhirong.Modules.Policy.Schemes;

/// <summary>A rule in words a person reads, made from the rule itself, so that both always say the same.</summary>
internal static class SchemeWords
{
    public static IReadOnlyList<RuleLine> Of(SubsidyRule rule, Language language)
    {
        var zh = language == Language.Zh;
        return
        [
            .. rule.Conditions.Select(c => new RuleLine("eligibility", c.Title.In(language), c.When.Text, c.Source)),
            .. rule.Windows.Select(w => new RuleLine("window", w.Title.In(language), $"{w.Opens:yyyy-MM-dd} … {w.Closes:yyyy-MM-dd}", w.Source)),
            .. rule.Items.Select(i => new RuleLine("item", i.Title.In(language), Item(i, rule, language), Sources([i.Source, .. i.Multiplier.Select(m => m.Source), .. i.Caps.Select(c => c.Source)]))),
            .. rule.Items.SelectMany(i => i.Conditions.Select(c => new RuleLine("eligibility", $"{i.Title.In(language)} · {c.Title.In(language)}", c.When.Text, c.Source))),
            .. rule.Groups.Select(g => new RuleLine("group", g.Title.In(language), Caps(g.Caps, language), Sources(g.Caps.Select(c => c.Source)))),
            .. rule.Pool is { } pool ? [new RuleLine("pool", pool.Title.In(language), Yuan(pool.LimitFen, zh), pool.Source)] : Array.Empty<RuleLine>(),
        ];
    }

    public static IReadOnlyList<RuleLine> Of(ShareRule rule, Language language)
    {
        var zh = language == Language.Zh;
        string Title(string party) => rule.Parties.First(p => p.Id == party).Title.In(language);
        string Shares(IReadOnlyDictionary<string, decimal>? shares) => shares is null ? zh ? "未公布" : "not published" : string.Join(zh ? "，" : ", ", shares.Select(s => $"{Title(s.Key)} {Percent(s.Value)}"));
        var basis = rule.WithInterest ? zh ? "本金与利息" : "principal and interest" : zh ? "本金" : "principal";
        return
        [
            .. rule.Conditions.Select(c => new RuleLine("eligibility", c.Title.In(language), c.When.Text, c.Source)),
            new("loss", zh ? "参与分担的损失" : "loss that is shared", rule.IpPortionOnly ? zh ? $"{basis}，仅知识产权质押部分" : $"{basis}, the part secured by intellectual property" : basis),
            .. rule.Trigger.Select(c => new RuleLine("trigger", c.Title.In(language), c.When.Text, c.Source)),
            .. rule.Tiers.Select(t => new RuleLine("tier", t.Title.In(language), t.Chain.Count == 0 ? Shares(t.Shares) : string.Join(" → ", t.Chain.Select(l => $"{Title(l.Party)} {Percent(l.Share)}")), t.Source)),
            .. rule.Layers.Select(l => new RuleLine("layer", $"{Yuan(l.FromFen, zh)} – {(l.ToFen is null ? "∞" : Yuan(l.ToFen, zh))}", Shares(l.Shares), l.Source)),
            .. rule.Limits.Select(l => new RuleLine("limit", l.Title.In(language), l.Scope == LimitScope.FundBalance ? zh ? "资金余额" : "the fund's balance" : Yuan(l.LimitFen, zh), l.Source)),
            .. rule.Filing.Leverage is { } leverage ? [new RuleLine("filing", zh ? "放大倍数" : "leverage", $"× {Number(leverage)}", rule.Filing.Source)] : Array.Empty<RuleLine>(),
            .. rule.Filing.SuspendAbove is { } above ? [new RuleLine("filing", zh ? "暂停线" : "suspended above", Percent(above), rule.Filing.Source)] : Array.Empty<RuleLine>(),
            new("residual", zh ? "余额承担方" : "residual party", Title(rule.Residual)),
        ];
    }

    /// <summary>Names of the facts a rule reads.</summary>
    public static IReadOnlySet<string> Facts(SubsidyRule rule)
    {
        var names = Read(rule.Vocabulary, [.. rule.Conditions.Concat(rule.Items.SelectMany(i => i.Conditions)).Select(c => c.When), .. rule.Items.SelectMany(i => i.Multiplier).Select(m => m.When).OfType<RuleExpression>(), .. rule.Caps.Select(c => c.When).OfType<RuleExpression>()]);
        names.UnionWith(rule.Rates.Select(r => r.Day.Fact));
        foreach (var item in rule.Items)
        {
            names.UnionWith(new[] { item.Base.Fact, item.Base.AtMost, item.Base.Times }.OfType<string>().Where(n => n.Length > 0));
            names.UnionWith(item.Base.LowerActual ? ["loan.rate"] : []);
            names.UnionWith(item.Time.Basis switch { "whole_year" => [], "months" => ["loan.term_months"], _ => [item.Time.From, item.Time.To] });
        }

        return Timed(names, rule.Head, rule.Windows.Count > 0);
    }

    public static IReadOnlySet<string> Facts(ShareRule rule)
    {
        var names = Read(rule.Vocabulary, [.. rule.Conditions.Concat(rule.Trigger).Select(c => c.When)]);
        names.UnionWith(rule.Rates.Select(r => r.Day.Fact));
        names.UnionWith(["loss.principal", "loss.interest", "recovery.gross", "recovery.costs"]);
        names.UnionWith(rule.IpPortionOnly ? rule.WithInterest ? ["loss.ip_principal", "loss.ip_interest"] : ["loss.ip_principal"] : []);
        names.UnionWith(rule.Tiers.Count > 0 && rule.TiersBy != ShareRule.LossBase ? [rule.TiersBy] : []);
        names.UnionWith(rule.Limits.Any(l => l.Scope == LimitScope.FundBalance) ? ["fund.balance"] : []);
        names.UnionWith(rule.Filing.Leverage is null ? [] : ["fund.size", "fund.portfolio"]);
        names.UnionWith(rule.Filing.SuspendAbove is null ? [] : ["fund.npl_rate"]);
        return Timed(names, rule.Head, false);
    }

    private static HashSet<string> Timed(HashSet<string> names, SchemeHead head, bool windows)
    {
        names.UnionWith(head.From is null && head.Until is null ? [] : [head.ForceBy]);
        names.UnionWith(windows ? ["application.filed", "application.event_year"] : []);
        return names;
    }

    private static HashSet<string> Read(SchemeVocabulary vocabulary, IEnumerable<RuleExpression> expressions) =>
        [.. expressions.SelectMany(e => e.Names).Select(n => n.Text).Select(n => vocabulary.Fact(n) is not null ? n : n[..Math.Max(0, n.LastIndexOf('.'))]).Where(n => vocabulary.Fact(n) is not null)];

    private static string Item(SubsidyItem item, SubsidyRule rule, Language language)
    {
        var zh = language == Language.Zh;
        string Fact(string name) => rule.Vocabulary.Fact(name)?.Title.In(language) ?? name;
        var curve = rule.Rates.FirstOrDefault(r => r.Id == item.Base.Rate)?.Curve ?? "";
        var based = item.Base.Kind switch
        {
            BaseKind.ReferenceRate => $"{Fact(item.Base.Fact)} × {curve}{(item.Base.LowerActual ? zh ? "（实际利率较低时取实际利率）" : " (or the loan's own lower rate)" : "")}",
            BaseKind.Percent => $"{Fact(item.Base.Fact)} × {(item.Base.Percent is { } percent ? Percent(percent) : zh ? "未公布" : "not published")}",
            BaseKind.Amount => Yuan(item.Base.AmountFen, zh),
            _ => Fact(item.Base.Fact),
        };
        var atMost = item.Base.AtMost is { } most ? zh ? $"，不超过{Fact(most)}" : $", at most {Fact(most)}" : "";
        var parts = item.Multiplier.Count == 0 ? "" : " × " + string.Join(" / ", item.Multiplier.Select(m => $"{(m.Value is { } value ? Percent(value) : zh ? "未公布" : "not published")}{(item.Multiplier.Count == 1 ? "" : zh ? $"（{m.Title.Zh}）" : $" ({m.Title.En})")}"));
        return $"{based}{atMost}{parts}{(item.Caps.Count == 0 ? "" : $"{(zh ? "；" : "; ")}{Caps(item.Caps, language)}")}";
    }

    private static string Sources(IEnumerable<string> sources) => string.Join("；", sources.Where(s => s.Length > 0).Distinct(StringComparer.Ordinal));

    private static string Caps(IEnumerable<SubsidyCap> caps, Language language) => string.Join(language == Language.Zh ? "；" : "; ", caps.Select(c => $"{c.Title.In(language)} {Yuan(c.LimitFen, language == Language.Zh)}"));

    private static string Yuan(long? fen, bool zh) => fen is { } known ? $"¥{(known / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture)}" : zh ? "未公布" : "not published";

    private static string Percent(decimal part) => $"{Number(part * 100m)}%";

    private static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
