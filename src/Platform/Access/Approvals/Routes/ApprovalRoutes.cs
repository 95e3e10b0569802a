using System.Collections.Concurrent;
using System.Text;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Access.Approvals.Routes;

/// <summary>A rule with the routes it stands in.</summary>
/// <param name="Of"><c>code@version</c>.</param>
internal sealed record RuleFound(ApprovalRule Rule, string Of);

/// <summary>The rules that hold: an organisation's own newest version first, then those that come with the product.</summary>
internal sealed class ApprovalRoutes(IReadOnlyList<RouteSet> shipped, IPeople people)
{
    /// <summary>Own versions read before, by the hash of their text.</summary>
    private readonly ConcurrentDictionary<string, RouteSet> read = new(StringComparer.Ordinal);

    public IReadOnlyList<RouteSet> Shipped { get; } = shipped;

    /// <summary>Null when nobody wrote one: such an act is not done.</summary>
    public RuleFound? RuleOf(Session session, Guid organisation, string act)
    {
        var kind = new Lazy<string?>(() => people.Organisation(session, organisation)?.Kind);
        foreach (var set in Own(session, organisation) is { } own ? [own, .. Shipped] : Shipped)
        {
            if (Best(set, act, kind) is { } rule)
            {
                return new(rule, $"{set.Code}@{set.Version}");
            }
        }

        return null;
    }

    /// <summary>The organisation's newest version; null while it has none.</summary>
    public RouteSet? Own(Session session, Guid organisation)
    {
        var newest = session.First("SELECT sha256, text, no FROM access_route WHERE owner_id = @p0 ORDER BY no DESC LIMIT 1", row => new { Hash = row.Text(0), Text = row.Text(1), No = row.Int(2) }, RowValues.Of(organisation));
        return newest is null ? null : read.GetOrAdd(newest.Hash, _ => RouteReader.Read(Encoding.UTF8.GetBytes(newest.Text)).Value) with { Code = "own", Version = newest.No };
    }

    /// <summary>The rule for the organisation's kind, else the one for all kinds.</summary>
    private static ApprovalRule? Best(RouteSet set, string act, Lazy<string?> kind)
    {
        ApprovalRule? general = null;
        foreach (var rule in set.Rules)
        {
            if (rule.Act == act && rule.Organisations.Count == 0)
            {
                general = rule;
            }
            else if (rule.Act == act && kind.Value is { } word && rule.Organisations.Contains(word))
            {
                return rule;
            }
        }

        return general;
    }
}
