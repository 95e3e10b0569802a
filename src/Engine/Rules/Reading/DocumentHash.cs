using System.Security.Cryptography;
using System.Text;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Rules.Reading;

/// <summary>
/// The hash of a document's content: maps by key, lists in order, scalars as their text. YAML and JSON of one content, comments,
/// indentation and quoting aside, have one hash; <c>1.0</c> and <c>1</c> do not.
/// </summary>
public static class DocumentHash
{
    /// <summary><c>sha256:</c> and 64 hexadecimal digits.</summary>
    public static string Of(DocNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Write(DocNode node, StringBuilder text)
    {
        switch (node)
        {
            case DocMap map:
                text.Append('{');
                foreach (var entry in map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    Scalar(entry.Key, text);
                    Write(entry.Value, text);
                }

                text.Append('}');
                break;
            case DocList list:
                text.Append('[');
                foreach (var item in list.Items)
                {
                    Write(item, text);
                }

                text.Append(']');
                break;
            case DocScalar { IsNull: true }:
                text.Append('~');
                break;
            case DocScalar scalar:
                Scalar(scalar.Text, text);
                break;
        }
    }

    /// <summary>The length before the text, so that no text can pass for structure.</summary>
    private static void Scalar(string value, StringBuilder text) => text.Append(value.Length).Append('"').Append(value);
}
