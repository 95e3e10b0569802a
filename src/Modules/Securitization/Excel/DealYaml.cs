using System.Globalization;
using System.Text;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Securitization.Excel.Trees;

namespace Zhirong.Modules.Securitization.Excel;

/// <summary>Writes a deal as YAML the way people write deal files: blocks outside, one item of a list on one line inside.</summary>
/// <remarks>
/// Reading the text gives the same keys and values. Quotes stand only where needed: a text that YAML would take for a number, flag, date or
/// null keeps them. Comments are no part of a deal and are not written.
/// </remarks>
public static class DealYaml
{
    private const int WidestFlow = 260;

    /// <summary>Longer keys need the explicit form of YAML.</summary>
    private const int LongestKey = 500;

    /// <summary>The text, ending in a line end.</summary>
    public static string Write(DocNode node)
    {
        var text = new StringBuilder();
        if (node is DocMap { Entries.Count: > 0 } map)
        {
            Map(text, map, 0);
        }
        else if (node is DocList { Items.Count: > 0 } list)
        {
            List(text, list, 0);
        }
        else
        {
            text.Append(Flow(node)).Append('\n');
        }

        return text.ToString();
    }

    private static void Map(StringBuilder text, DocMap map, int indent)
    {
        foreach (var entry in map.Entries)
        {
            var key = Key(entry.Key);
            var simple = key.Length <= LongestKey;
            text.Append(' ', indent).Append(simple ? $"{key}:" : $"? {key}\n{new string(' ', indent)}:");
            Value(text, entry.Value, indent);
        }
    }

    private static void Value(StringBuilder text, DocNode node, int indent)
    {
        if (node is DocList { Items.Count: > 0 } list && list.Items.Any(item => item is DocMap { Entries.Count: > 0 }))
        {
            text.Append('\n');
            List(text, list, indent + 2);
        }
        else if (node is DocMap { Entries.Count: > 0 } map && (Holds(map) || Flow(map).Length + indent > WidestFlow))
        {
            text.Append('\n');
            Map(text, map, indent + 2);
        }
        else
        {
            text.Append(' ').Append(Flow(node)).Append('\n');
        }
    }

    /// <summary>Whether a map holds, at any depth, a list of maps.</summary>
    private static bool Holds(DocNode node) => node switch
    {
        DocMap map => map.Entries.Any(entry => Holds(entry.Value)),
        DocList list => list.Items.Any(item => item is DocMap { Entries.Count: > 0 } || Holds(item)),
        _ => false,
    };

    private static void List(StringBuilder text, DocList list, int indent)
    {
        foreach (var item in list.Items)
        {
            text.Append(' ', indent).Append("- ").Append(Flow(item)).Append('\n');
        }
    }

    private static string Flow(DocNode node)
    {
        var text = new StringBuilder();
        Flow(text, node);
        return text.ToString();
    }

    private static void Flow(StringBuilder text, DocNode node)
    {
        switch (node)
        {
            case DocScalar scalar:
                text.Append(Scalar(scalar));
                break;
            case DocList list:
                text.Append('[');
                for (var i = 0; i < list.Items.Count; i++)
                {
                    text.Append(i == 0 ? "" : ", ");
                    Flow(text, list.Items[i]);
                }

                text.Append(']');
                break;
            case DocMap map:
                text.Append('{');
                for (var i = 0; i < map.Entries.Count; i++)
                {
                    var key = Key(map.Entries[i].Key);
                    text.Append(i == 0 ? "" : ", ").Append(key.Length <= LongestKey ? $"{key}: " : $"? {key} : ");
                    Flow(text, map.Entries[i].Value);
                }

                text.Append('}');
                break;
        }
    }

    private static string Key(string key) => Plain(key) && key is not ("<<" or "=") ? key : Quoted(key);

    private static string Scalar(DocScalar scalar)
    {
        if (PlainText.LooksTyped(scalar.Text))
        {
            return scalar.Quoted ? Quoted(scalar.Text) : scalar.Text.Length == 0 ? "null" : scalar.Text;
        }

        return Plain(scalar.Text) ? scalar.Text : Quoted(scalar.Text);
    }

    /// <summary>Whether text may stand without quotes wherever a scalar may.</summary>
    private static bool Plain(string text)
    {
        if (text.Length == 0 || text[0] == ' ' || text[^1] == ' ' || !(char.IsLetterOrDigit(text[0]) || text[0] is '_' or '/' or '(' || IsNumber(text)))
        {
            return false;
        }

        return text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '-' or '.' or '/' or '(' or ')' or '%' or '+' or '*' or '<' or '>' or '=' or '!' or '&' or '~'
            or '（' or '）' or '、' or '。' or '，' or '；' or '：' or '“' or '”' or '—' or '《' or '》' or '·');
    }

    private static bool IsNumber(string text) => PlainText.LooksTyped(text) && text[0] is '-' or '+' or '.';

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                quoted.Append(c).Append(text[++i]);
                continue;
            }

            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\u00A0' or >= '\uFFF0' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
