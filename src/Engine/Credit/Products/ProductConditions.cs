using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules;

namespace Zhirong.Engine.Credit.Products;

/// <summary>How a condition came out.</summary>
/// <param name="Has">The value.</param>
/// <param name="Holds">Null when it depends on what is not known.</param>
/// <param name="Margin">By how much it holds (negative: fails), in the value's own unit; null without a distance.</param>
/// <param name="Sentence">需要 ≥ 3 件，现有 1 件.</param>
/// <param name="Missing">Facts that mattered and are not known.</param>
public sealed record ConditionOutcome(ProductCondition Condition, RuleValue Has, bool? Holds, decimal? Margin, Words Sentence, IReadOnlyList<string> Missing);

/// <summary>Compiles conditions and says how they come out.</summary>
internal static class ProductConditions
{
    private static readonly (string Sign, string Shown)[] Signs = [(">=", "≥ "), ("<=", "≤ "), ("==", ""), (">", "> "), ("<", "< ")];

    public static Result<ProductCondition> Compile(string id, Words title, string has, string needs, Words? want)
    {
        var fact = ProductFacts.Find(has.Trim());
        var value = RuleExpression.Compile(has, ProductVocabulary.One, null, RuleDialect.Policy);
        if (!value.Ok)
        {
            return Result<ProductCondition>.Refused([.. value.Refusals.Select(r => r with { Path = "is" })]);
        }

        var test = RuleExpression.CompileCell(needs, ProductVocabulary.One, value.Value.Root.Type, fact is null ? null : [.. fact.Values.Select(v => v.Key)]);
        return test.Ok
            ? new ProductCondition(id, title.Zh.Length > 0 ? title : fact?.Title ?? Words.Same(has), has, needs, want, fact, value.Value, test.Value)
            : Result<ProductCondition>.Refused([.. test.Refusals.Select(r => r with { Path = "needs" })]);
    }

    public static ConditionOutcome Of(ProductCondition condition, ProductCase asked)
    {
        var has = condition.Value.Evaluate(asked);
        var holds = condition.Test.Test(has, asked);
        var missing = holds.Known ? [] : condition.Value.Names.Concat(condition.Test.Names).Where(n => !asked.Get(n.Slot).Known).Select(n => n.Text).Distinct(StringComparer.Ordinal).ToList();
        return new(condition, has, holds.Known ? holds.IsTrue : null, condition.Test.Margin(has, asked), Sentence(condition, has, asked), missing);
    }

    /// <summary>What is needed, with the values of the facts its text names.</summary>
    public static Words Wanted(ProductCondition condition, ProductCase? asked = null)
    {
        if (condition.Want is { } want)
        {
            return want;
        }

        var text = condition.Needs.Trim();
        if (condition.Fact is { } fact)
        {
            var words = text.Split(',').Select(w => w.Trim().Trim('"')).ToList();
            if (fact.Type is RuleType.Text or RuleType.Flag && words.TrueForAll(w => w is "true" or "false" || fact.Values.Any(v => v.Key == w)))
            {
                var shown = words.ConvertAll(w => fact.Type == RuleType.Flag ? fact.Shown(RuleValue.Of(w == "true")) : fact.Word(w));
                return new(string.Join(" 或 ", shown.Select(w => w.Zh)), string.Join(" or ", shown.Select(w => w.En)));
            }
        }

        foreach (var (sign, shown) in Signs)
        {
            if (text.StartsWith(sign, StringComparison.Ordinal))
            {
                var bound = Bound(condition, text[sign.Length..].Trim(), asked);
                return new($"{shown}{bound.Zh}", $"{shown}{bound.En}");
            }
        }

        return Words.Same(text);
    }

    private static Words Bound(ProductCondition condition, string text, ProductCase? asked)
    {
        var unit = condition.Fact ?? Unit(condition);
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return unit?.Number(number) ?? Words.Same(text);
        }

        if (ProductFacts.Find(text) is not { } named)
        {
            return Words.Same(text);
        }

        var value = asked is null ? default : asked.Of(named);
        return value.Known ? new($"{named.Title.Zh} {named.Shown(value).Zh}", $"{named.Title.En} {named.Shown(value).En}") : named.Title;
    }

    private static Words Sentence(ProductCondition condition, RuleValue has, ProductCase asked)
    {
        var (wanted, unit) = (Wanted(condition, asked), condition.Fact ?? Unit(condition));
        var shown = unit is not null ? unit.Shown(has) : has.Known ? Words.Same(has.Type == RuleType.Number ? Math.Round(has.Raw, 4, MidpointRounding.ToZero).ToString("0.####", CultureInfo.InvariantCulture) : has.ToString()) : new("待核实", "not known");
        return new($"{condition.Title.Zh}：需要 {wanted.Zh}，现有 {shown.Zh}", $"{condition.Title.En}: needs {wanted.En}, has {shown.En}");
    }

    /// <summary>A value computed of money alone is money.</summary>
    private static ProductFact? Unit(ProductCondition condition) =>
        condition.Value.Root.Type == RuleType.Number && condition.Value.Names.Select(n => ProductFacts.Find(n.Text)).FirstOrDefault(f => f?.Unit.En == "CNY") is { } money && condition.Value.Names.Count == 1 ? money : null;
}

/// <summary>What terms and security of a product ask for without being written out as conditions.</summary>
internal static class ImpliedConditions
{
    public static IEnumerable<ProductCondition> Of(ProductTerms terms, ProductSecurity security)
    {
        yield return Made("amount.least", new("申请金额下限", "least amount"), "loan.amount", $">= {Text(terms.Least.Yuan)}");
        yield return Made("amount.most", new("申请金额上限", "highest amount"), "loan.amount", $"<= {Text(terms.Most.Yuan)}");
        yield return Made("months.least", new("申请期限下限", "shortest term"), "loan.months", $">= {terms.LeastMonths}");
        yield return Made("months.most", new("申请期限上限", "longest term"), "loan.months", $"<= {terms.MostMonths}");
        if (security.Guarantee != "none")
        {
            yield return Made("guarantee", new("增信方式", "guarantee"), "guarantee.kind", security.Guarantee);
        }

        if (security.Kinds.Count > 0)
        {
            var titles = security.Kinds.Select(ProductFacts.Find("ip.kinds")!.Word).ToList();
            yield return Made("kinds", new("可接受的权利类别", "categories taken"), "ip.kinds", string.Join(" or ", security.Kinds.Select(k => $"\"{k}\" in $")), new($"{string.Join('、', titles.Select(t => t.Zh))} 之一", $"one of {string.Join(", ", titles.Select(t => t.En))}"));
        }

        if (security.PledgeRate is { } rate)
        {
            var shown = $"{(rate * 100m).ToString("0.####", CultureInfo.InvariantCulture)}%";
            yield return Made("pledge", new($"评估值 × 质押率 {shown}", $"appraised value × pledge rate {shown}"), $"ip.value * {Text(rate)}", ">= loan.amount");
        }
    }

    private static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static ProductCondition Made(string id, Words title, string value, string needs, Words? want = null) => ProductConditions.Compile(id, title, value, needs, want).Value;
}
