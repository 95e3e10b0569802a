using System.Text;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Securitization.Excel.Trees;

namespace Zhirong.Modules.Tests.Excel;

/// <summary>A document as comparable lines: keys sorted, absent and null alike, one spelling for each number, flag and name.</summary>
internal static class SameDocument
{
    public static string Lines(DocNode deal)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        Walk(CanonicalDeal.Of((DocMap)deal), "", lines);
        return string.Join('\n', lines);
    }

    private static bool Walk(DocNode node, string path, SortedSet<string> lines)
    {
        switch (node)
        {
            case DocScalar { IsNull: true } when !path.EndsWith(']'):
                return false;
            case DocScalar scalar:
                lines.Add($"{path} = {Text(scalar, path)}");
                return true;
            case DocList list when One(path) && list.Items is [DocScalar { IsNull: false }]:
                return Walk(list.Items[0], path, lines);
            case DocList list:
                lines.Add($"{path} list {list.Items.Count}");
                for (var i = 0; i < list.Items.Count; i++)
                {
                    Walk(list.Items[i], $"{path}[{i}]", lines);
                }

                return true;
            default:
                lines.Add($"{path} map");
                foreach (var entry in ((DocMap)node).Entries)
                {
                    Walk(entry.Value, $"{path}.{entry.Key}", lines);
                }

                return true;
        }
    }

    /// <summary>Keys whose single value may stand without brackets.</summary>
    private static bool One(string path) => path.EndsWith("].basis", StringComparison.Ordinal) || path.EndsWith("].what", StringComparison.Ordinal);

    private static string Text(DocScalar scalar, string path)
    {
        var free = path.StartsWith(".notes", StringComparison.Ordinal) || path.StartsWith(".sources", StringComparison.Ordinal);
        var text = scalar.Text;
        if (!free && FieldReader.TryNumber(text, out var number))
        {
            return number.ToString("0.############################");
        }

        text = !free && text is "yes" or "True" ? "true" : !free && text is "no" or "False" ? "false" : text;
        return new StringBuilder(text).Append(free && scalar.Quoted && PlainText.LooksTyped(text) ? " (text)" : "").ToString();
    }
}
