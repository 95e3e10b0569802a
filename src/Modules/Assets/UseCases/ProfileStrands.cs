using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Deriving;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>How new each strand of a profile is and what it lacks: what is missing is said, never filled in.</summary>
internal static class ProfileStrands
{
    public static IReadOnlyList<StrandView> Of(RightProfile profile, DerivedRight right, RegisterLaw law, Language language)
    {
        var (day, facts) = (profile.Day, right.Facts);
        return
        [
            Strand("legal", new("法律状态", "Legal status"), Newest(facts, f => f.Field.StartsWith("date.", StringComparison.Ordinal) || f.Field == "status_text").Append(facts.NewestSource), profile.Events.Select(e => e.Source),
                Gap(facts.Kind is null, "kind", "类别不明", "category unknown"), Gap(facts.Date("filing") is null && facts.Kind?.IsPatent() != false, "filing", "没有申请日", "no filing day"), Gap(right.Expires is null, "term", "期限无法计算", "the term cannot be computed"),
                Gap(profile.Events.Count == 0, "events", "没有法律事件来源", "no source of legal events"), Gap(right.Standings.Any(s => s.Estimated), "effect_days", "有事件缺生效日，以公告日代替", "some events lack their day of effect"), Gap(profile.Questions.Any(q => q.Open), "questions", "有待人工答复的问题", "questions wait for a person")),
            Strand("ownership", new("权利人", "Ownership"), Newest(facts, f => f.Field.StartsWith("party.", StringComparison.Ordinal)), facts.Fields.Where(f => f.Field.StartsWith("party.", StringComparison.Ordinal)).Select(f => f.SourceName),
                Gap(profile.Holders.Count == 0, "holders", "没有权利人", "no holder"), Gap(profile.Holders.Count(h => h.Until is null) > 1 && profile.Holders.Any(h => h.Until is null && h.Share is null), "shares", "共有份额不明", "shares of co-owners unknown")),
            Strand("fees", new("年费", "Annual fees"), profile.Events.Where(e => e.Effect == "fee_paid").Select(e => (DateOnly?)e.On), profile.Events.Where(e => e.Effect == "fee_paid").Select(e => e.Source),
                Gap(profile.Fees.Count > 0 && profile.Fees.All(f => f.State != "paid"), "receipts", "没有缴费凭证", "no receipt of a fee"), Gap(profile.Fees.Any(f => f.State == "missed"), "missed", "有已过宽限期而无缴费凭证的年费", "fees past their grace without a receipt")),
            Strand("use", new("实施与收益", "Use and income"), profile.Products.SelectMany(p => p.Income).Select(i => (DateOnly?)i.AsOf), profile.Products.SelectMany(p => p.Income).Select(i => i.Source),
                Gap(profile.Products.Count == 0, "products", "没有对应产品", "no product that uses it"), Gap(profile.Products.Count > 0 && profile.Products.All(p => p.Income.Count == 0), "income", "产品没有收入数据", "products without income"), Gap(profile.Trl is null, "trl", "技术成熟度未评", "technology readiness not rated")),
            Strand("trades", new("交易与许可", "Trades and licences"), profile.Trades.Select(t => (DateOnly?)t.Signed), profile.Trades.Select(t => t.By), Gap(profile.Trades.Count == 0, "trades", "没有交易或许可记录", "no trade or licence known")),
            Strand("encumbrances", new("权利负担", "Encumbrances"), [facts.NewestSource], profile.Encumbrances.Select(e => e.By), Gap(profile.Encumbrances.Any(e => e is { Stands: true, Kind: "licence" }), "licence_kind", "有种类不明的许可", "a licence of unknown kind")),
            Strand("technology", new("技术信息", "Technology"), Newest(facts, f => f.Field is "cited_by" or "claims" or "class.ipc" || f.Field.StartsWith("family.", StringComparison.Ordinal)), facts.Fields.Where(f => f.Field is "cited_by" or "claims").Select(f => f.SourceName),
                Gap(facts.Whole("cited_by") is null, "cited_by", "没有被引次数", "no count of citations"), Gap(facts.Whole("claims") is null, "claims", "没有权利要求数", "no count of claims"), Gap(facts.Family is null, "family", "没有同族信息", "no family")),
        ];

        StrandView Strand(string word, Words title, IEnumerable<DateOnly?> days, IEnumerable<string> sources, params ReadOnlySpan<GapView?> gaps)
        {
            var newest = days.Max();
            int? age = newest is { } known ? Math.Max(0, day.DayNumber - known.DayNumber) : null;
            return new(word, title.In(language), newest, age, age > law.Policy.MaxAgeDays, [.. sources.Distinct(StringComparer.Ordinal)], [.. gaps.ToArray().OfType<GapView>()]);
        }

        GapView? Gap(bool missing, string word, string zh, string en) => missing ? new(word, new Words(zh, en).In(language)) : null;
    }

    private static IEnumerable<DateOnly?> Newest(RightFacts facts, Func<FieldSaid, bool> which) => facts.Fields.Where(which).Select(f => (DateOnly?)f.AsOf);
}
