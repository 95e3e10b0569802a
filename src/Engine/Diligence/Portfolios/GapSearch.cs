using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Cases;

namespace Zhirong.Engine.Diligence.Portfolios;

/// <summary>What is not protected, or was protected late; each gap with its reason and what to file, in the policy's words.</summary>
internal static class GapSearch
{
    public static IReadOnlyList<Gap> Of(PortfolioCase of, AnalysisPolicy policy, IReadOnlyList<FieldCompetition> competition, IReadOnlyList<Ending> endings, IReadOnlyList<InfringedRight> infringed)
    {
        var byId = of.Rights.ToDictionary(r => r.Id, StringComparer.Ordinal);
        return
        [
            .. (of.Products?.Items ?? []).SelectMany(p => Uncovered(of, policy, p, byId)),
            .. (of.Products?.Items ?? []).SelectMany(p => Classes(of, policy, p)),
            .. competition.Where(c => c.OwnShare == 0).SelectMany(c => Open(of, policy, c)),
            .. (of.Products?.Items ?? []).SelectMany(p => SoldBefore(policy, p, byId)),
            .. infringed.Where(i => i.Late == true).Select(i => Late(policy, byId[i.RightId], i)),
            .. endings.Select(e => Ends(policy, byId[e.RightId], e)),
        ];
    }

    private static IEnumerable<Gap> Uncovered(PortfolioCase of, AnalysisPolicy policy, ProductUse product, Dictionary<string, PortfolioRight> byId)
    {
        var used = product.Rights.Where(byId.ContainsKey).Select(id => byId[id]).ToList();
        return policy.Coverages.Where(c => !used.Exists(r => c.Kinds.Contains(r.Kind) && (r.InForce || PortfolioAnalysis.Standing(r.State) == "pending")))

            // A right whose state nobody knows is no gap: it is to be verified.
            .Where(c => !used.Exists(r => c.Kinds.Contains(r.Kind) && r.State is null))
            .Select(c => Make(policy, "product_uncovered", product.Id, c.Id, [.. used.Where(r => c.Kinds.Contains(r.Kind)).Select(r => r.Id)], ("product", product.Title), ("coverage", c.Title)));
    }

    private static IEnumerable<Gap> Classes(PortfolioCase of, AnalysisPolicy policy, ProductUse product)
    {
        var marks = of.Rights.Where(r => r.Kind is "trademark" or "gi_mark" && (r.InForce || r.State is null)).ToList();
        return marks.Exists(m => m.Classes is null || m.State is null)
            ? []
            : product.Classes.Distinct().Order().Where(c => !marks.Exists(m => m.Classes!.Contains(c)))
                .Select(c => Make(policy, "class_uncovered", product.Id, "trademark", [.. marks.Select(m => m.Id)], ("product", product.Title), ("class", Words.Same($"{c}"))));
    }

    private static IEnumerable<Gap> Open(PortfolioCase of, AnalysisPolicy policy, FieldCompetition field)
    {
        // A field in which the firm has anything in force is not open, however long ago that was filed.
        if (field.Applicants.Count >= policy.LeastCompetitors && field.Filings >= policy.LeastFilings && !of.Rights.Any(r => TechnologyField.Of(r.Ipc) == field.Field && PortfolioAnalysis.Standing(r.State) != "over"))
        {
            yield return Make(
                policy, "field_open", field.Field, "patent", [], ("field", Words.Same(field.Field)), ("competitors", Words.Same($"{field.Applicants.Count}")), ("filings", Words.Same($"{field.Filings}")), ("years", Words.Same($"{policy.RecentYears}")),
                ("first", Words.Same(field.Applicants[0].Applicant)));
        }
    }

    private static IEnumerable<Gap> SoldBefore(AnalysisPolicy policy, ProductUse product, Dictionary<string, PortfolioRight> byId) =>
        product.OnSale is not { } sold ? [] : product.Rights.Where(byId.ContainsKey).Select(id => byId[id]).Where(r => Figures.IsPatent(r) && sold < r.Filed)
            .Select(r => Make(policy, "sold_before_filing", r.Id, "none", [r.Id], ("product", product.Title), ("right", Named(r)), ("sold", Day(sold)), ("filed", Day(r.Filed!.Value))));

    private static Gap Late(AnalysisPolicy policy, PortfolioRight right, InfringedRight infringed) => Make(
        policy, "protected_late", right.Id, right.Kind is "trademark" or "gi_mark" ? "trademark" : right.Kind == "design" ? "design" : "patent", [right.Id],
        ("right", Named(right)), ("first", Day(infringed.First.On)), ("granted", Day((right.Granted ?? right.Filed)!.Value)), ("times", Words.Same($"{infringed.Times}")));

    private static Gap Ends(AnalysisPolicy policy, PortfolioRight right, Ending ending) => Make(
        policy, ending.What == "term" ? "term_ending" : "fee_due", right.Id, "none", [right.Id], ("right", Named(right)), ("on", Day(ending.On)), ("days", Words.Same($"{ending.Days}")));

    private static Words Named(PortfolioRight right) => new($"{right.Title.Zh}（{right.Number}）", $"{right.Title.En} ({right.Number})");

    private static Words Day(DateOnly day) => Words.Same(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static Gap Make(AnalysisPolicy policy, string kind, string subject, string file, IReadOnlyList<string> rights, params ReadOnlySpan<(string Name, Words Value)> places)
    {
        var (reason, what) = (policy.Advices[kind].Reason, policy.Advices[kind].What);
        foreach (var (name, value) in places)
        {
            (reason, what) = (Fill(reason, name, value), Fill(what, name, value));
        }

        return new(kind, subject, file, rights, reason, what);
    }

    private static Words Fill(Words text, string name, Words value)
    {
        var place = string.Concat("{", name, "}");
        return new(text.Zh.Replace(place, value.Zh, StringComparison.Ordinal), text.En.Replace(place, value.En, StringComparison.Ordinal));
    }
}

/// <summary>What an analysis could not look at: said, never taken for "no gap".</summary>
internal static class AnalysisUnknowns
{
    public static IReadOnlyList<AnalysisUnknown> Of(PortfolioCase of)
    {
        var found = new List<AnalysisUnknown>();
        Add(of.Compared is null, "compared", "没有对照专利集：被引百分位、技术趋势、竞争对手与技术空白待核实", "No comparison set: percentiles, trends, competitors and open fields are to be verified");
        Add(of.Products is null, "products", "没有产品资料：产品与权利的对应、类别覆盖待核实", "No products: what they are covered by is to be verified");
        Count("state", r => r.State is null, "法律状态", "legal state");
        Count("field", r => Figures.IsPatent(r) && TechnologyField.Of(r.Ipc) is null, "技术领域", "field of technology");
        Count("filed", r => Figures.IsPatent(r) && r.Filed is null, "申请日", "day of filing");
        Count("cited_by", r => Figures.IsPatent(r) && r.CitedBy is null, "被引次数", "citations");
        Count("family", r => Figures.IsPatent(r) && r.FamilySize is null, "同族", "family");
        Count("classes", r => r.Kind is "trademark" or "gi_mark" && r.Classes is null, "商品类别", "classes of goods");
        return found;

        void Count(string what, Func<PortfolioRight, bool> lacks, string zh, string en)
        {
            var count = of.Rights.Count(lacks);
            Add(count > 0, what, $"{count} 项权利的{zh}待核实", $"{count} rights: {en} to be verified");
        }

        void Add(bool missing, string what, string zh, string en)
        {
            if (missing)
            {
                found.Add(new(what, new(zh, en)));
            }
        }
    }
}
