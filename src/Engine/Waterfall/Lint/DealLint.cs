using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Lint;

/// <summary>Checks a deal that could be read: what a careful arranger would check before signing. Nothing is changed.</summary>
public static class DealLint
{
    /// <summary>All findings in file order; an error means the deal must not be run as it stands.</summary>
    public static IReadOnlyList<Refusal> Check(DealDefinition deal)
    {
        var findings = new List<Refusal>();
        PoolLint.Check(deal, findings);
        NoteLint.Check(deal, findings);
        OrderLint.Check(deal, findings);
        ExpressionLint.Check(deal, findings);
        ShelfLint.Check(deal, findings);
        var places = new Places(deal.Source);
        return [.. Waive(deal, findings).Select(places.Locate).OrderBy(f => f.Line).ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Path, StringComparer.Ordinal)];
    }

    private static IEnumerable<Refusal> Waive(DealDefinition deal, List<Refusal> findings)
    {
        foreach (var waiver in deal.Waivers.Where(w => !LintRules.Waivable.Contains(w.Code)))
        {
            findings.Add(LintRules.Make(LintRules.WaiverUnknown, Severity.Error, "waivers", waiver.Code, Words.Same(string.Join(" | ", LintRules.Waivable.Order())), new("这条规则不能豁免", "This rule cannot be waived")));
        }

        foreach (var finding in findings)
        {
            var waiver = deal.Waivers.FirstOrDefault(w => w.Code == finding.Code && LintRules.Waivable.Contains(w.Code));
            yield return waiver is null || finding.Severity != Severity.Error
                ? finding
                : finding with
                {
                    Severity = Severity.Warning,
                    Message = new($"{finding.Message.Zh}；已豁免：{waiver.Reason}", $"{finding.Message.En}; waived: {waiver.Reason}"),
                };
        }
    }

    /// <summary>Gives a finding the place of its path, or of the nearest part of the path that stands in the file.</summary>
    public static Refusal Locate(DocNode root, Refusal finding) => new Places(root).Locate(finding);

    /// <summary>Finds paths in one document; the ids of a list are read once, however many findings speak of it.</summary>
    private sealed class Places(DocNode root)
    {
        private readonly Dictionary<DocList, Dictionary<string, DocNode>> ids = new(ReferenceEqualityComparer.Instance);

        public Refusal Locate(Refusal finding)
        {
            if (finding.Line > 0)
            {
                return finding;
            }

            var (line, column) = (root.Line, root.Column);
            DocNode? node = root;
            foreach (var step in finding.Path.Length == 0 ? [] : finding.Path.Split('.'))
            {
                switch (node)
                {
                    case DocMap map when map.Entries.FirstOrDefault(e => e.Key == step) is { Key: not null } entry:
                        (line, column, node) = (entry.KeyLine, entry.KeyColumn, entry.Value);
                        break;
                    case DocList list when Item(list, step) is { } item:
                        (line, column, node) = (item.Line, item.Column, item);
                        break;
                    default:
                        return finding.At(line, column);
                }
            }

            return finding.At(line, column);
        }

        private DocNode? Item(DocList list, string step)
        {
            if (!ids.TryGetValue(list, out var known))
            {
                known = ids[list] = [];
                foreach (var item in list.Items)
                {
                    if (item is DocMap map && map["id"] is DocScalar id)
                    {
                        known.TryAdd(id.Text, item);
                    }
                }
            }

            return known.GetValueOrDefault(step) ?? (int.TryParse(step, out var at) && at >= 0 && at < list.Items.Count ? list.Items[at] : null);
        }
    }
}
