using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>Draws 交易结构: obligors above, vehicles in the middle, tranches below; supports at the right, parties at the left.</summary>
internal sealed class StructurePicture
{
    private const decimal Width = 700;
    private const decimal BoxWidth = 192;
    private const decimal Gap = 10;

    /// <summary>Height of an arrow from box to box.</summary>
    private const decimal Step = 24;
    private const decimal Small = 12;
    private const decimal Large = 13.5m;
    private const decimal Leading = 15.8m;
    private const decimal Middle = Width / 2;
    private const string Dashed = "stroke=\"#1f3864\" stroke-width=\"1.1\" stroke-dasharray=\"4 3\" fill=\"none\"";

    private readonly SvgText svg = new();
    private readonly ReportStructure structure;

    private StructurePicture(ReportStructure structure) => this.structure = structure;

    public static string Draw(ReportStructure structure) => new StructurePicture(structure).Whole();

    private string Whole()
    {
        var bottom = Box(structure.Obligors, Middle - 120, 4, 240, Look.Asset);
        var flow = structure.Flows.Collections;
        if (structure.Originator is { } seller)
        {
            Arrow(bottom, flow);
            bottom = Box(seller, Middle - 120, bottom + Step, 240, Look.Asset);
            flow = structure.Flows.Transfer;
        }

        var level = 0m;
        foreach (var vehicle in structure.Vehicles.Take(StructureSection.MostBoxes))
        {
            Arrow(bottom, flow);
            (level, bottom) = (bottom + Step, Box(vehicle, Middle - (BoxWidth / 2), bottom + Step, BoxWidth, Look.Vehicle));
            (level, flow) = ((level + bottom) / 2, "");
        }

        var supports = Beside(structure.Supports, Width - BoxWidth - 2, level, structure.Flows.Support, Look.Support);
        var parties = Beside(structure.Parties, 2, level, structure.Flows.Others, Look.Party);
        var end = Tranches(bottom, Math.Max(bottom + 22, Math.Max(supports, parties) + 6));
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width:0} {end:0}\" role=\"img\" aria-label=\"{ReportPage.Text(structure.Title)}\" font-family=\"Arial, 'Liberation Sans', 'Noto Sans CJK SC', SimHei, sans-serif\" fill=\"#1a1a1a\">\n"
            + "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\" fill=\"#1f3864\"/></marker></defs>\n"
            + svg + "</svg>\n";
    }

    /// <summary>Rows of tranches below a bar into which the payments flow; returns the drawing's height.</summary>
    private decimal Tranches(decimal from, decimal bar)
    {
        var boxes = structure.Tranches.Take(StructureSection.MostBoxes).ToList();
        var across = Math.Min(4, boxes.Count);
        var width = Math.Min(220, (Width - (Gap * (across - 1))) / across);
        svg.Raw($"<path d=\"M{Middle:0.#} {from:0.#} V{bar:0.#}\" stroke=\"#1f3864\" stroke-width=\"1.2\" fill=\"none\"/>");
        svg.Line(Middle + 6, bar - 7, structure.Flows.Payments, Small, "start", "fill=\"#404040\"");
        var y = bar + 16;
        for (var row = 0; row < boxes.Count; row += across)
        {
            var members = boxes.Skip(row).Take(across).ToList();
            var left = (Width - (members.Count * width) - (Gap * (members.Count - 1))) / 2;
            var bottom = y;
            for (var i = 0; i < members.Count; i++)
            {
                var x = left + (i * (width + Gap));
                if (row == 0)
                {
                    svg.Raw($"<path d=\"M{Middle:0.#} {bar:0.#} H{x + (width / 2):0.#} V{y - 1:0.#}\" stroke=\"#1f3864\" stroke-width=\"1.2\" fill=\"none\" marker-end=\"url(#tip)\"/>");
                }

                bottom = Math.Max(bottom, Box(members[i], x, y, width, row == 0 && i == 0 ? Look.Senior : Look.Tranche));
            }

            y = bottom + Gap;
        }

        return y + More(structure.Tranches.Count, Middle, y);
    }

    /// <summary>Boxes one below the other at a side, around the level of the issuing vehicle, joined to it; returns their end.</summary>
    private decimal Beside(IReadOnlyList<StructureBox> boxes, decimal x, decimal level, string flow, Look look)
    {
        var shown = boxes.Take(StructureSection.MostBoxes).ToList();
        if (shown.Count == 0)
        {
            return 0;
        }

        var y = Math.Max(4, level - ((shown.Sum(box => Height(box, BoxWidth)) + (Gap * (shown.Count - 1))) / 2));
        var right = x > Middle;
        var (edge, rail, to) = right ? (x, x - 14, Middle + (BoxWidth / 2)) : (x + BoxWidth, x + BoxWidth + 14, Middle - (BoxWidth / 2));
        var (first, last) = (level, level);
        foreach (var box in shown)
        {
            var bottom = Box(box, x, y, BoxWidth, look);
            var centre = (y + bottom) / 2;
            (first, last) = (Math.Min(first, centre), Math.Max(last, centre));
            svg.Raw($"<path d=\"M{edge:0.#} {centre:0.#} H{rail:0.#}\" {Dashed}/>");
            y = bottom + Gap;
        }

        svg.Raw($"<path d=\"M{rail:0.#} {first:0.#} V{last:0.#}\" {Dashed}/>");
        svg.Raw($"<path d=\"M{rail:0.#} {level:0.#} H{to:0.#}\" {Dashed} marker-end=\"url(#tip)\"/>");
        svg.Line((rail + to) / 2, level - 5, flow, Small, "middle", "fill=\"#404040\"");
        return y - Gap + More(boxes.Count, x + (BoxWidth / 2), y);
    }

    /// <summary>Says that the tables hold more than the picture; returns the room it took.</summary>
    private decimal More(int count, decimal x, decimal y)
    {
        if (count <= StructureSection.MostBoxes)
        {
            return 0;
        }

        svg.Line(x, y + 8, $"… +{count - StructureSection.MostBoxes}", Small);
        return 14;
    }

    private void Arrow(decimal from, string flow)
    {
        svg.Raw($"<path d=\"M{Middle:0.#} {from:0.#} V{from + Step - 1:0.#}\" stroke=\"#1f3864\" stroke-width=\"1.2\" fill=\"none\" marker-end=\"url(#tip)\"/>");
        svg.Line(Middle + 8, from + (Step / 2) + 2.5m, flow, Small, "start", "fill=\"#404040\"");
    }

    private static decimal Height(StructureBox box, decimal width) => 9 + (Leading * Lines(box, width).Count);

    private decimal Box(StructureBox box, decimal x, decimal y, decimal width, Look look)
    {
        var lines = Lines(box, width);
        var height = 9 + (Leading * lines.Count);
        svg.Raw($"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" rx=\"3\" fill=\"{look.Fill}\" stroke=\"{look.Stroke}\" stroke-width=\"1\"/>");
        for (var i = 0; i < lines.Count; i++)
        {
            var (text, size, bold) = lines[i];
            svg.Line(x + (width / 2), y + 4.5m + (Leading * (i + 0.78m)), text, size, "middle", $"fill=\"{(bold ? look.Ink : look.Faint)}\"{(bold ? " font-weight=\"700\"" : "")}");
        }

        return y + height;
    }

    private static List<(string Text, decimal Size, bool Bold)> Lines(StructureBox box, decimal width)
    {
        List<(string, decimal, bool)> lines = [.. SvgText.Wrap(box.Role, width - 14, Small, 2).Select(t => (t, Small, false)), .. SvgText.Wrap(box.Name, width - 14, Large, 3).Select(t => (t, Large, true))];
        if (box.Detail.Length > 0)
        {
            lines.AddRange(SvgText.Wrap(box.Detail, width - 14, Small, 2).Select(t => (t, Small, false)));
        }

        return lines;
    }

    private sealed record Look(string Fill, string Stroke, string Ink, string Faint)
    {
        public static readonly Look Asset = new("#ffffff", "#1f3864", "#1a1a1a", "#404040");
        public static readonly Look Vehicle = new("#e9edf4", "#1f3864", "#1f3864", "#404040");
        public static readonly Look Support = new("#ffffff", "#7f7f7f", "#1a1a1a", "#404040");
        public static readonly Look Party = new("#ffffff", "#bfbfbf", "#1a1a1a", "#404040");
        public static readonly Look Senior = new("#1f3864", "#1f3864", "#ffffff", "#ffffff");
        public static readonly Look Tranche = new("#d9e2f1", "#1f3864", "#1f3864", "#404040");
    }
}
