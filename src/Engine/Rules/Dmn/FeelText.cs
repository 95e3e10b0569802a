using System.Text;

namespace Zhirong.Engine.Rules.Dmn;

/// <summary>Turns the part of FEEL that decision tables are written in into our expressions; what it cannot is left, and refused when compiled.</summary>
internal sealed class FeelText
{
    private readonly List<KeyValuePair<string, string>> names = [];

    /// <summary>A name of the model, which may hold spaces, and what it is called here.</summary>
    public void Rename(string name, string to)
    {
        if (name.Length > 0 && !names.Exists(n => n.Key == name))
        {
            names.Add(new(name, to));
            names.Sort((a, b) => b.Key.Length - a.Key.Length);
        }
    }

    /// <summary>An identifier of ours for a name of the model.</summary>
    public static string Identifier(string name, string fallback)
    {
        var made = new StringBuilder();
        foreach (var c in name.Trim())
        {
            if (char.IsLetterOrDigit(c) || c == '_')
            {
                made.Append(c);
            }
            else if (made.Length > 0 && made[^1] != '_')
            {
                made.Append('_');
            }
        }

        var text = made.ToString().Trim('_');
        text = text.Length > 60 ? text[..60] : text;
        return text.Length == 0 ? fallback : char.IsLetter(text[0]) && Reading.PolicyFields.IsName(text) ? text : $"x_{text}";
    }

    /// <summary>A cell or an expression; null for an empty one or a dash.</summary>
    public string? Of(string text)
    {
        text = text.Trim();
        if (text is "" or "-")
        {
            return null;
        }

        var made = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            at += text[at] == '"' ? Quoted(text, at, made) : Plain(text, at, made);
        }

        return made.ToString();
    }

    private static int Quoted(string text, int at, StringBuilder made)
    {
        var end = at + 1;
        while (end < text.Length && text[end] != '"')
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        end = Math.Min(end + 1, text.Length);
        made.Append(text, at, end - at);
        return end - at;
    }

    private int Plain(string text, int at, StringBuilder made)
    {
        if (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '.'))
        {
            foreach (var (name, to) in names)
            {
                if (string.CompareOrdinal(text, at, name, 0, name.Length) == 0 && (at + name.Length == text.Length || !(char.IsLetterOrDigit(text[at + name.Length]) || text[at + name.Length] == '_')))
                {
                    made.Append(to);
                    return name.Length;
                }
            }
        }

        var alone = text[at] == '=' && (at == 0 || text[at - 1] is not ('<' or '>' or '!' or '=')) && (at + 1 == text.Length || text[at + 1] != '=');
        made.Append(alone ? "==" : text[at] == '?' ? "$" : text[at].ToString());
        return 1;
    }
}
