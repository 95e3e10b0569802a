using System.Globalization;
using System.Xml;

namespace Zhirong.Platform.Office.Documents;

/// <summary>Writes a chart as DrawingML (ECMA-376, chart namespace); values stand in it as literals.</summary>
internal sealed class ChartXml(XmlWriter xml, DocumentChart chart)
{
    private const string C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const string A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Categories = "111111111";
    private const string Values = "222222222";

    private bool IsPoints => chart.Kind == ChartKind.Points;

    public void Write()
    {
        xml.WriteStartElement("c", "chartSpace", C);
        xml.WriteAttributeString("xmlns", "a", null, A);
        Value("roundedCorners", "0");
        Open("chart");
        Value("autoTitleDeleted", "1");
        Open("plotArea");
        Element("layout");
        Plot();
        Axes();
        Close();
        if (chart.Series.Count > 1 && !IsPoints)
        {
            Open("legend");
            Value("legendPos", "b");
            Value("overlay", "0");
            Close();
        }

        Value("plotVisOnly", "1");
        Value("dispBlanksAs", "gap");
        Close();
        Text(900);
        Close();
    }

    private void Plot()
    {
        switch (chart.Kind)
        {
            case ChartKind.Radar:
                Open("radarChart");
                Value("radarStyle", "marker");
                Value("varyColors", "0");
                break;
            case ChartKind.Points:
                Open("scatterChart");
                Value("scatterStyle", "lineMarker");
                Value("varyColors", "0");
                break;
            default:
                Open("barChart");
                Value("barDir", chart.Kind == ChartKind.Bars ? "bar" : "col");
                Value("grouping", chart.Kind == ChartKind.StackedColumns ? "stacked" : "clustered");
                Value("varyColors", "0");
                break;
        }

        for (var i = 0; i < chart.Series.Count; i++)
        {
            Series(i, chart.Series[i]);
        }

        if (chart.Kind is ChartKind.Bars or ChartKind.Columns or ChartKind.StackedColumns)
        {
            Value("gapWidth", chart.Kind == ChartKind.Columns ? "8" : "45");
            Value("overlap", chart.Kind == ChartKind.Columns ? "0" : "100");
        }

        Value("axId", Categories);
        Value("axId", Values);
        Close();
    }

    private void Series(int index, DocumentSeries series)
    {
        Open("ser");
        Value("idx", $"{index}");
        Value("order", $"{index}");
        Open("tx");
        // A literal series name is a plain value.
        xml.WriteElementString("v", C, DocumentText.Printable(series.Name));
        Close();
        Open("spPr");
        if (chart.Kind is ChartKind.Radar or ChartKind.Points)
        {
            xml.WriteStartElement("ln", A);
            xml.WriteAttributeString("w", IsPoints ? "19050" : "22225");
            if (IsPoints)
            {
                xml.WriteStartElement("noFill", A);
                xml.WriteEndElement();
            }
            else
            {
                Solid(series.Colour);
            }

            xml.WriteEndElement();
        }
        else
        {
            Solid(series.Colour);
        }

        Close();
        if (chart.Kind is ChartKind.Bars or ChartKind.Columns or ChartKind.StackedColumns)
        {
            Value("invertIfNegative", "0");
        }

        Marker(series);
        Picked(series);
        if (IsPoints)
        {
            Labels();
        }

        Data(series);
        if (IsPoints)
        {
            Value("smooth", "0");
        }

        Close();
    }

    private void Marker(DocumentSeries series)
    {
        if (chart.Kind is not (ChartKind.Radar or ChartKind.Points))
        {
            return;
        }

        Open("marker");
        Value("symbol", "circle");
        Value("size", IsPoints ? "7" : "5");
        Open("spPr");
        Solid(series.Colour);
        Close();
        Close();
    }

    private void Picked(DocumentSeries series)
    {
        foreach (var (at, colour) in series.Picked.OrderBy(p => p.Key))
        {
            Open("dPt");
            Value("idx", $"{at}");
            Value("invertIfNegative", "0");
            Value("bubble3D", "0");
            Open("spPr");
            Solid(colour);
            Close();
            Close();
        }
    }

    private void Labels()
    {
        Open("dLbls");
        Value("dLblPos", "r");
        foreach (var (name, on) in new[] { ("showLegendKey", "0"), ("showVal", "0"), ("showCatName", "0"), ("showSerName", "1"), ("showPercent", "0"), ("showBubbleSize", "0") })
        {
            Value(name, on);
        }

        Close();
    }

    private void Data(DocumentSeries series)
    {
        if (IsPoints)
        {
            Numbers("xVal", [.. series.At.Select(v => (decimal?)v)]);
            Numbers("yVal", series.Values);
            return;
        }

        Open("cat");
        Open("strLit");
        Value("ptCount", $"{chart.Categories.Count}");
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            Point(i, DocumentText.Printable(chart.Categories[i]));
        }

        Close();
        Close();
        Numbers("val", series.Values);
    }

    private void Numbers(string name, IReadOnlyList<decimal?> values)
    {
        Open(name);
        Open("numLit");
        xml.WriteElementString("formatCode", C, "General");
        Value("ptCount", $"{values.Count}");
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
            {
                Point(i, value.ToString("0.######", CultureInfo.InvariantCulture));
            }
        }

        Close();
        Close();
    }

    private void Point(int index, string value)
    {
        Open("pt");
        xml.WriteAttributeString("idx", $"{index}");
        xml.WriteElementString("v", C, value);
        Close();
    }

    private void Axes()
    {
        Axis(IsPoints ? "valAx" : "catAx", Categories, Values, chart.Kind == ChartKind.Bars ? "l" : "b", chart.Across, ends: IsPoints);
        Axis("valAx", Values, Categories, chart.Kind == ChartKind.Bars ? "b" : "l", chart.Up, ends: true);
    }

    private void Axis(string name, string id, string crossed, string side, string? title, bool ends)
    {
        Open(name);
        Value("axId", id);
        Open("scaling");
        // Lying bars are drawn from the bottom up; the first category shall stand at the top.
        Value("orientation", chart.Kind == ChartKind.Bars && name == "catAx" ? "maxMin" : "minMax");
        if (ends && chart.Most is { } most)
        {
            Value("max", most.ToString(CultureInfo.InvariantCulture));
        }

        if (ends && chart.Least is { } least)
        {
            Value("min", least.ToString(CultureInfo.InvariantCulture));
        }

        Close();
        Value("delete", "0");
        Value("axPos", side);
        if (name == "valAx")
        {
            Open("majorGridlines");
            Open("spPr");
            xml.WriteStartElement("ln", A);
            xml.WriteAttributeString("w", "6350");
            Solid("D9D9D9");
            xml.WriteEndElement();
            Close();
            Close();
        }

        Title(title);
        Open("numFmt");
        xml.WriteAttributeString("formatCode", "#,##0.##");
        xml.WriteAttributeString("sourceLinked", "0");
        Close();
        Value("majorTickMark", "none");
        Value("minorTickMark", "none");
        Value("tickLblPos", chart.Kind == ChartKind.Radar ? "nextTo" : "low");
        Text(800);
        Value("crossAx", crossed);
        Value("crosses", "autoZero");
        if (name == "valAx")
        {
            Value("crossBetween", IsPoints ? "midCat" : "between");
        }

        Close();
    }

    private void Title(string? title)
    {
        if (title is null || chart.Kind == ChartKind.Radar)
        {
            return;
        }

        Open("title");
        Open("tx");
        Open("rich");
        Body();
        xml.WriteStartElement("p", A);
        xml.WriteStartElement("r", A);
        xml.WriteStartElement("rPr", A);
        xml.WriteAttributeString("sz", "900");
        xml.WriteAttributeString("b", "0");
        xml.WriteEndElement();
        xml.WriteElementString("t", A, DocumentText.Printable(title));
        xml.WriteEndElement();
        xml.WriteEndElement();
        Close();
        Close();
        Value("overlay", "0");
        Close();
    }

    private void Text(int size)
    {
        Open("txPr");
        Body();
        xml.WriteStartElement("p", A);
        xml.WriteStartElement("pPr", A);
        xml.WriteStartElement("defRPr", A);
        xml.WriteAttributeString("sz", $"{size}");
        xml.WriteStartElement("latin", A);
        xml.WriteAttributeString("typeface", "Times New Roman");
        xml.WriteEndElement();
        xml.WriteStartElement("ea", A);
        xml.WriteAttributeString("typeface", "SimSun");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("endParaRPr", A);
        xml.WriteEndElement();
        xml.WriteEndElement();
        Close();
    }

    private void Body()
    {
        xml.WriteStartElement("bodyPr", A);
        xml.WriteEndElement();
        xml.WriteStartElement("lstStyle", A);
        xml.WriteEndElement();
    }

    private void Solid(string colour)
    {
        xml.WriteStartElement("solidFill", A);
        xml.WriteStartElement("srgbClr", A);
        xml.WriteAttributeString("val", colour);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Open(string name) => xml.WriteStartElement(name, C);

    private void Close() => xml.WriteEndElement();

    private void Element(string name)
    {
        Open(name);
        Close();
    }

    private void Value(string name, string value)
    {
        Open(name);
        xml.WriteAttributeString("val", value);
        Close();
    }
}
