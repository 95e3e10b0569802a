using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;

namespace Zhirong.Host.Tables;

/// <summary>Line names for people: <c>A.interest</c> reads 优先级利息 when the tranche is called 优先级.</summary>
internal static class LineNames
{
    private static readonly Dictionary<string, Words> Parts = new()
    {
        ["interest"] = new("利息", "interest"),
        ["principal"] = new("本金", "principal"),
        ["residual"] = new("剩余收益", "residual"),
        ["repay"] = new("偿还", "repaid"),
        ["fund"] = new("补足", "funded"),
        ["release"] = new("释放", "released"),
    };

    public static IReadOnlyList<string> Of(ResolvedDeal deal, Language language)
    {
        var terms = deal.Definition;
        var names = terms.Tranches.Select(t => (t.Id, t.Name)).Concat(terms.Fees.Select(f => (f.Id, f.Name))).Concat(terms.Supports.Select(s => (s.Id, s.Name)))
            .GroupBy(n => n.Id).ToDictionary(g => g.Key, g => g.First().Name);
        return [.. deal.Lines.Select(line => Name(line, names, language))];
    }

    private static string Name(string line, Dictionary<string, Words?> names, Language language)
    {
        var parts = line.Split('.', 2);
        var owner = language == Language.Zh && names.GetValueOrDefault(parts[0]) is { } name ? name.Zh : parts[0];
        return parts.Length == 1 ? owner : language == Language.Zh ? owner + Parts[parts[1]].Zh : $"{owner} {Parts[parts[1]].En}";
    }
}
