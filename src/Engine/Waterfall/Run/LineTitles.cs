using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>What a line of the order of payments is.</summary>
public enum LineKind
{
    Tax,
    Fee,
    Interest,
    Principal,
    Residual,

    /// <summary>A support provider's claim repaid.</summary>
    Repay,

    /// <summary>A reserve filled.</summary>
    Fund,

    /// <summary>A reserve given back.</summary>
    Release,
}

/// <param name="Line">Name as in the run's output: <c>A.interest</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">The fee, tranche or support it belongs to.</param>
/// <param name="Title">For people: 优先级利息.</param>
public sealed record LineTitle(string Line, LineKind Kind, string Owner, Words Title);

/// <summary>Line names for people: <c>A.interest</c> reads 优先级利息 when the tranche is called 优先级.</summary>
public static class LineTitles
{
    private static readonly Dictionary<string, (LineKind Kind, Words Title)> Parts = new()
    {
        ["interest"] = (LineKind.Interest, new("利息", "interest")),
        ["principal"] = (LineKind.Principal, new("本金", "principal")),
        ["residual"] = (LineKind.Residual, new("剩余收益", "residual")),
        ["repay"] = (LineKind.Repay, new("偿还", "repaid")),
        ["fund"] = (LineKind.Fund, new("补足", "funded")),
        ["release"] = (LineKind.Release, new("释放", "released")),
    };

    /// <summary>One name for each of <see cref="ResolvedDeal.Lines"/>, in their order.</summary>
    public static IReadOnlyList<LineTitle> Of(ResolvedDeal deal)
    {
        var terms = deal.Definition;
        var names = terms.Tranches.Select(t => (t.Id, t.Name)).Concat(terms.Fees.Select(f => (f.Id, f.Name))).Concat(terms.Supports.Select(s => (s.Id, s.Name)))
            .GroupBy(n => n.Id).ToDictionary(g => g.Key, g => g.First().Name);
        return [.. deal.Lines.Select(line => Name(line, names, terms))];
    }

    public static IReadOnlyList<string> Of(ResolvedDeal deal, Language language) => [.. Of(deal).Select(n => n.Title.In(language))];

    private static LineTitle Name(string line, Dictionary<string, Words?> names, DealDefinition terms)
    {
        var parts = line.Split('.', 2);
        var owner = names.GetValueOrDefault(parts[0]) is { } name ? name.Zh : parts[0];
        if (parts.Length == 1)
        {
            var tax = terms.Fees.Any(f => f.Id == line && f.Kind == FeeKind.Tax);
            return new(line, tax ? LineKind.Tax : LineKind.Fee, line, new(owner, names.GetValueOrDefault(line) is { } title && title.En != title.Zh ? title.En : line));
        }

        var (kind, what) = Parts[parts[1]];
        return new(line, kind, parts[0], new(owner + what.Zh, $"{parts[0]} {what.En}"));
    }
}
