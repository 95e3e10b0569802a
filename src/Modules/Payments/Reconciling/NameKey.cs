using System.Text;

namespace Zhirong.Modules.Payments.Reconciling;

/// <summary>The form names of payers and payees are compared in.</summary>
public static class NameKey
{
    /// <summary>Full-width letters, digits and brackets folded, blanks gone, capitals, middle dots alike; null for nothing left.</summary>
    public static string? Of(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            var folded = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            if (folded is '•' or '・' or '‧' or '∙')
            {
                key.Append('·');
            }
            else if (folded is '〔' or '【')
            {
                key.Append('(');
            }
            else if (folded is '〕' or '】')
            {
                key.Append(')');
            }
            else if (!char.IsWhiteSpace(folded) && !char.IsControl(folded) && folded is not ('\u200B' or '\uFEFF'))
            {
                key.Append(char.ToUpperInvariant(folded));
            }
        }

        return key.Length == 0 ? null : key.ToString();
    }
}
