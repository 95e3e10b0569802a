using System.Globalization;

namespace Zhirong.Platform.Office.Reports.Charts;

/// <summary>A named line of figures in a chart.</summary>
/// <param name="Title">Name in the legend.</param>
/// <param name="Colour"><c>#1f3864</c>.</param>
/// <param name="Values">One for each label; null where there is none.</param>
public sealed record ChartSeries(string Title, string Colour, IReadOnlyList<decimal?> Values);

/// <summary>Colours of charts, the same in every report.</summary>
public static class ChartColours
{
    public const string Deep = "#1f3864";
    public const string Warm = "#c55a11";
    public const string Quiet = "#8faadc";
    public const string Pale = "#d9e2f1";

    /// <summary>In this order; more series begin again.</summary>
    public static IReadOnlyList<string> Palette { get; } = [Deep, Quiet, Warm, "#7f7f7f", "#538135", "#bf9000", "#7030a0", "#2e75b6"];

    /// <summary>Pale to deep for 0 to 1.</summary>
    public static string Heat(decimal part)
    {
        var t = Math.Clamp(part, 0, 1);
        return $"#{Mixed(0xf4, 0x2f):x2}{Mixed(0xf7, 0x54):x2}{Mixed(0xfb, 0x96):x2}";

        int Mixed(int pale, int deep) => (int)Math.Round(pale + ((deep - pale) * t), MidpointRounding.AwayFromZero);
    }
}

/// <summary>What all charts draw alike: the frame of the drawing, steps of an axis, a legend.</summary>
internal static class ChartGround
{
    public const string Ink = "fill=\"#404040\"";

    public static string Whole(decimal width, decimal height, string title, SvgText svg) =>
        string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0} {height:0}\" role=\"img\" aria-label=\"{ReportPage.Text(title)}\" font-family=\"'Times New Roman', 'Liberation Serif', 'Noto Serif CJK SC', SimSun, serif\" fill=\"#1a1a1a\">\n{svg}</svg>\n");

    /// <summary>A figure of an axis or a label.</summary>
    public static string Figure(decimal value) => value.ToString("#,##0.####", CultureInfo.InvariantCulture);

    /// <summary>The legend from a left edge on; returns where the plot begins.</summary>
    public static decimal Legend(IReadOnlyList<(string Title, string Colour)> series, decimal left, decimal width, SvgText svg)
    {
        var (x, y) = (left, 12m);
        foreach (var (title, colour) in series)
        {
            var room = (TableFit.Em(title) * 10.5m) + 32;
            if (x > left && x + room > width)
            {
                (x, y) = (left, y + 17);
            }

            svg.Raw($"<rect x=\"{x:0.#}\" y=\"{y - 9:0.#}\" width=\"11\" height=\"11\" fill=\"{colour}\"/>");
            svg.Line(x + 16, y, title, 10, "start");
            x += room;
        }

        return y + 28;
    }

    /// <summary>1, 2 or 5 times a power of ten, so that about five lines stand.</summary>
    public static decimal Step(decimal most)
    {
        if (most <= 0)
        {
            return 1;
        }

        var rough = most / 5;
        var power = 1m;
        for (; power * 10 <= rough; power *= 10)
        {
        }

        for (; power > rough && power > 0.0001m; power /= 10)
        {
        }

        return rough <= power ? power : rough <= power * 2 ? power * 2 : rough <= power * 5 ? power * 5 : power * 10;
    }

    /// <summary>The steps from below the least to above the most.</summary>
    public static IReadOnlyList<decimal> Ticks(decimal least, decimal most)
    {
        var step = Step(most > least ? most - least : Math.Max(1, Math.Abs(most)));
        var ticks = new List<decimal>();
        for (var value = Math.Floor(least / step) * step; ticks.Count == 0 || ticks[^1] < most; value += step)
        {
            ticks.Add(value);
        }

        return ticks.Count > 1 ? ticks : [ticks[0], ticks[0] + step];
    }
}
