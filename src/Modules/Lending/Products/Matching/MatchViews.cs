using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Rules.Subsidies;

namespace Zhirong.Modules.Lending.Products.Matching;

/// <summary>A fact a match was made by.</summary>
/// <param name="Value">For people.</param>
/// <param name="Typed">Typed in and not from the register.</param>
public sealed record MatchedFact(string Name, string Title, string Value, string Source, DateOnly? Date, bool Typed);

/// <summary>How a condition came out.</summary>
/// <param name="Holds">Null: it depends on what is not known.</param>
/// <param name="Margin">By how much it holds (negative: fails), in the value's own unit; null without a distance.</param>
/// <param name="Missing">Titles of the facts that are not known.</param>
public sealed record MatchedCondition(string Id, string Title, bool? Holds, string? Margin, string Sentence, IReadOnlyList<string> Missing);

/// <summary>Aid where the firm is.</summary>
/// <param name="State"><c>granted</c>, <c>refused</c>, <c>open</c>.</param>
/// <param name="Amount">In yuan; null while open.</param>
/// <param name="AtMost">What it would be if all that is open were in favour; null where not even that can be said.</param>
/// <param name="Why">The condition that fails, or what is open.</param>
public sealed record MatchedAid(string Code, string Title, string State, string? Amount, string? AtMost, IReadOnlyList<string> Why)
{
    internal static MatchedAid Of(SubsidyResult aid, Language language)
    {
        IEnumerable<string> why = aid.State switch
        {
            AidState.Refused => aid.Conditions.Concat(aid.Items.SelectMany(i => i.Conditions)).Where(c => c.Holds == false).Select(c => c.Condition.Title.In(language)).Concat(aid.Steps.Where(s => s.Value == "no").Select(s => s.Text.In(language))),
            AidState.Open => aid.Missing.Select(m => aid.Rule.Vocabulary.Fact(m)?.Title.In(language) ?? m).Concat(aid.Rule.Head.Open.Select(o => o.In(language))),
            _ => [],
        };
        return new(aid.Rule.Head.Id, aid.Rule.Head.Title.In(language), SubsidyResult.StateWords[(int)aid.State], aid.TotalFen is { } fen ? Money.FenText(fen) : null, aid.AtMostFen is { } most ? Money.FenText(most) : null, [.. why.Distinct(StringComparer.Ordinal).Take(12)]);
    }
}

/// <summary>A dated amount of a quote.</summary>
public sealed record QuotedFlow(DateOnly Date, string Kind, string Title, string Amount);

/// <summary>What a product costs. Rates are fractions a year; amounts yuan.</summary>
/// <param name="Gross">All-in cost before aid (XIRR); null where there is no single rate.</param>
/// <param name="AfterAid">After the aid that would be granted.</param>
/// <param name="Most">The highest amount the product and the value would carry.</param>
public sealed record ProductQuoteView(string Rate, string Lpr, DateOnly LprPublished, string? Gross, string? AfterAid, string Interest, string Fees, string Aid, string Total, string Most, IReadOnlyList<QuotedFlow> Flows, IReadOnlyList<MatchedAid> Schemes)
{
    internal static ProductQuoteView Of(ProductQuote quote, Language language)
    {
        var fees = quote.Cost.Items.Where(i => !i.Kind.IsSubsidy() && i.Moves).Sum(i => i.Amount.Fen);
        return new(
            ProductRow.Text(quote.Rate), ProductRow.Text(quote.Lpr.Rate), quote.Lpr.Published, quote.Gross is { } gross ? ProductRow.Text(Rounding.Decimals(gross, 6)) : null, quote.AfterAid is { } net ? ProductRow.Text(Rounding.Decimals(net, 6)) : null, Money.FenText(quote.Instalments.Sum(i => i.Interest.Fen)), Money.FenText(fees), $"{quote.Granted}", $"{quote.RankedTotal}", $"{quote.Most}",
            [
                .. quote.Cost.Loan.Select(f => new QuotedFlow(f.Date, f.Amount.Fen > 0 ? "drawdown" : "instalment", f.Amount.Fen > 0 ? new Words("放款", "drawdown").In(language) : new Words("还本付息", "instalment").In(language), $"{f.Amount}")),
                .. quote.Cost.Items.Select(i => new QuotedFlow(i.Date, i.Kind.IsSubsidy() ? "aid" : "fee", i.Kind.Title().In(language), $"{i.Flow.Amount}")),
            ],
            [.. quote.Aid.Select(a => MatchedAid.Of(a, language))]);
    }
}

/// <summary>A product held against a firm.</summary>
/// <param name="Rank">From 1 among the eligible; null for others.</param>
/// <param name="Fit"><c>eligible</c>, <c>unknown</c> (待核实), <c>refused</c>.</param>
public sealed record MatchedProduct(int? Rank, string Fit, ProductRow Product, ProductQuoteView? Quote, IReadOnlyList<MatchedCondition> Conditions)
{
    internal static MatchedProduct Of(ProductAnswer answer, ShelvedProduct shelved, Language language) => new(
        answer.Rank, ProductAnswer.FitWords[(int)answer.Fit], ProductRow.Of(shelved, language), answer.Quote is { } quote ? ProductQuoteView.Of(quote, language) : null, [.. answer.Conditions.Select(c => Of(c, language))]);

    internal static MatchedCondition Of(ConditionOutcome outcome, Language language) => new(
        outcome.Condition.Id, outcome.Condition.Title.In(language), outcome.Holds, outcome.Margin is { } margin ? ProductRow.Text(Rounding.Decimals(margin, 6)) : null, outcome.Sentence.In(language), [.. outcome.Missing.Select(m => ProductFacts.Find(m)?.Title.In(language) ?? m)]);
}

/// <summary>What a firm can get on a day for an amount and a term.</summary>
/// <param name="Notes">What was assumed.</param>
/// <param name="Asks">The facts that may be typed.</param>
public sealed record MatchAnswer(DateOnly Day, Guid? FirmId, string? FirmName, string Amount, int Months, IReadOnlyList<MatchedProduct> Products, IReadOnlyList<MatchedFact> Facts, IReadOnlyList<string> Notes, IReadOnlyList<ProductFactView> Asks)
{
    internal static IReadOnlyList<ProductFactView> Asked(Language language) =>
        [.. ProductFacts.All.Where(f => !f.Name.StartsWith("loan.", StringComparison.Ordinal)).Select(f => new ProductFactView(f.Name, f.Title.In(language), f.Type.ToString().ToLowerInvariant(), f.Unit.In(language), [.. f.Values.Select(v => new ProductWord(v.Key, v.Value.In(language)))]))];

    internal static IReadOnlyList<MatchedFact> Used(IReadOnlyDictionary<string, ProductFactValue> facts, IReadOnlyDictionary<string, ProductFactValue>? register, Language language) =>
        [.. ProductFacts.All.Where(f => facts.ContainsKey(f.Name)).Select(f => new MatchedFact(f.Name, f.Title.In(language), f.Shown(facts[f.Name].Value).In(language), facts[f.Name].Source, facts[f.Name].Dated, register is null || !register.TryGetValue(f.Name, out var known) || known != facts[f.Name]))];
}
