using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Modules.Securitization.Excel.Trees;

/// <summary>One value without a column of its own, as a row of the last sheet.</summary>
internal sealed record LooseValue(string Path, string Kind, string Value);

/// <summary>Collects what no form and no table of the template could take, so that nothing of a deal is lost.</summary>
internal sealed class Leftovers
{
    /// <summary>Longer text is cut into several rows.</summary>
    private const int LongestPiece = 30_000;

    private readonly HashSet<string> taken = [];

    public List<LooseValue> Values { get; } = [];

    /// <summary>A dotted path of plain keys whose value stands on a sheet.</summary>
    public void Take(string path) => taken.Add(path);

    /// <summary>What is left of the whole deal.</summary>
    public void Rest(DocMap deal)
    {
        foreach (var entry in deal.Entries)
        {
            Walk(entry.Value, DocPath.Key("", entry.Key), DocPath.Key("", entry.Key), taken);
        }
    }

    /// <summary>What is left of one item of a list.</summary>
    /// <param name="path">The item's path.</param>
    /// <param name="own">The dotted paths inside the item that stand in its row.</param>
    public void Rest(DocMap item, string path, HashSet<string> own)
    {
        foreach (var entry in item.Entries)
        {
            Walk(entry.Value, DocPath.Key(path, entry.Key), DocPath.Key("", entry.Key), own);
        }
    }

    /// <returns>Whether anything of the node is kept somewhere; what is null is absent.</returns>
    private bool Walk(DocNode node, string path, string inside, HashSet<string> stands)
    {
        if (stands.Contains(inside))
        {
            return true;
        }

        switch (node)
        {
            case DocScalar scalar:
                if (!scalar.IsNull)
                {
                    Scalar(scalar, path);
                }

                return !scalar.IsNull;
            case DocList list:
                List(list, path, inside, stands);
                return true;
            default:
                var kept = false;
                foreach (var entry in ((DocMap)node).Entries)
                {
                    kept |= Walk(entry.Value, DocPath.Key(path, entry.Key), DocPath.Key(inside, entry.Key), stands);
                }

                if (!kept)
                {
                    Values.Add(new(path, "map", ""));
                }

                return true;
        }
    }

    private void List(DocList list, string path, string inside, HashSet<string> stands)
    {
        if (list.Items.Count == 0)
        {
            Values.Add(new(path, "list", ""));
        }

        for (var i = 0; i < list.Items.Count; i++)
        {
            if (!Walk(list.Items[i], DocPath.Item(path, i), DocPath.Item(inside, i), stands))
            {
                Values.Add(new(DocPath.Item(path, i), "plain", "null"));
            }
        }
    }

    private void Scalar(DocScalar scalar, string path)
    {
        var kind = !scalar.Quoted && PlainText.LooksTyped(scalar.Text) ? "plain" : "text";
        for (var at = 0; at == 0 || at < scalar.Text.Length;)
        {
            var length = Math.Min(LongestPiece, scalar.Text.Length - at);
            length -= length > 0 && at + length < scalar.Text.Length && char.IsHighSurrogate(scalar.Text[at + length - 1]) ? 1 : 0;
            Values.Add(new(path, at == 0 ? kind : "more", scalar.Text.Substring(at, length)));
            at += Math.Max(1, length);
        }
    }
}
