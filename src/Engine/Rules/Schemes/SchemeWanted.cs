using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Sharing;
using Zhirong.Engine.Rules.Subsidies;

namespace Zhirong.Engine.Rules.Schemes;

/// <summary>What is to be verified before a scheme can be computed, as a person reads it.</summary>
public static class SchemeWanted
{
    /// <param name="rule">Whose computation wants it.</param>
    /// <param name="name">A fact, a rate on a day, what was used of a cap, or a figure the issuing text does not show.</param>
    public static Words Of(SubsidyRule rule, string name) =>
        name == "pool" ? new("资金池中其他申请的金额", "what others are granted from the pool")
        : name == "pool.amount" ? Unstated(new("资金池额度", "the amount of the pool"))
        : name == "balances" ? new("各日提款余额", "the drawn balance day by day")
        : name.Split('.') is ["items", var item, ..] ? Unstated(rule.Items.FirstOrDefault(i => i.Id == item)?.Title ?? Words.Same(item))
        : Of(rule.Vocabulary, name, id => rule.Caps.FirstOrDefault(c => c.Id == id)?.Title);

    /// <inheritdoc cref="Of(SubsidyRule, string)"/>
    public static Words Of(ShareRule rule, string name) =>
        name == "tiers" || name.StartsWith("tiers.", StringComparison.Ordinal) ? Unstated(new("分担比例", "the shares"))
        : Of(rule.Vocabulary, name, id => rule.Limits.FirstOrDefault(l => l.Id == id)?.Title);

    private static Words Of(SchemeVocabulary vocabulary, string name, Func<string, Words?> cap) => name.Split('.') switch
    {
        ["used", var id] when cap(id) is { } title => new($"{title.Zh}的已用额", $"used before: {title.En}"),
        ["caps" or "limits", var id, "amount"] when cap(id) is { } title => Unstated(title),
        _ => vocabulary.Fact(name)?.Title ?? ReferenceRate.TitleOn(name) ?? Words.Same(name),
    };

    private static Words Unstated(Words what) => new($"{what.Zh}（发文未载明的数值）", $"{what.En} (a figure the issuing text does not show)");
}
