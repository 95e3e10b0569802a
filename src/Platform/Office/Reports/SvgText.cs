using System.Globalization;
using System.Text;

namespace Zhirong.Platform.Office.Reports;

/// <summary>Text and boxes of a drawing; widths are estimated, for there is no font to ask.</summary>
public sealed class SvgText
{
    private readonly StringBuilder svg = new();

    public override string ToString() => svg.ToString();

    public void Raw(FormattableString markup) => svg.Append(markup.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>One line of text; <paramref name="side"/> is start, middle or end.</summary>
    public void Line(decimal x, decimal y, string text, decimal size, string side = "middle", string look = "") =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"{size:0.##}\" text-anchor=\"{side}\"{(look.Length > 0 ? " " + look : "")}>{ReportPage.Text(text)}</text>\n");

    /// <summary>The text in lines no wider than given, at most so many; what is left is cut with an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, decimal width, decimal size, int most)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var em = width / size;
        foreach (var word in Words(text))
        {
            if (line.Length > 0 && TableFit.Em(line + word.TrimEnd()) > em)
            {
                lines.Add(line.ToString().Trim());
                line.Clear();
            }

            line.Append(word);
        }

        lines.Add(line.ToString().Trim());
        if (lines.Count > most)
        {
            var last = lines[most - 1];
            while (last.Length > 0 && TableFit.Em(last + "…") > em)
            {
                last = last[..^(char.IsLowSurrogate(last[^1]) ? 2 : 1)];
            }

            return [.. lines.Take(most - 1), last + "…"];
        }

        return lines;
    }

    /// <summary>Where a line may break: after every Chinese character, after blanks, and inside words that are too long anyway.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            word.Append(rune.ToString());
            if (rune.Value >= 0x1100 || rune.Value == ' ' || word.Length >= 24)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
