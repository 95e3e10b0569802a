using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using P = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Zhirong.Platform.Office.Documents;

/// <summary>Places charts of a document: a part of its own for each, drawn in line over the whole width.</summary>
internal static class DocumentCharts
{
    /// <summary>English metric units of a point.</summary>
    private const long Point = 12700;

    /// <param name="chart">The chart.</param>
    /// <param name="width">Width of the text in twentieths of a point.</param>
    /// <param name="part">The document it stands in.</param>
    public static Paragraph Of(DocumentChart chart, int width, MainDocumentPart part)
    {
        var number = part.ChartParts.Count() + 1;
        var id = $"rIdChart{number}";
        using (var xml = XmlWriter.Create(part.AddNewPart<ChartPart>(id).GetStream(FileMode.Create), new() { CloseOutput = true }))
        {
            new ChartXml(xml, chart).Write();
        }

        var inline = new P.Inline(
            new P.Extent { Cx = width / 20 * Point, Cy = chart.Height * Point },
            new P.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new P.DocProperties { Id = (uint)number, Name = $"Chart {number}", Description = DocumentText.Printable(chart.Description) },
            new P.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(new C.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };
        return new(new ParagraphProperties(new SpacingBetweenLines { Before = "60", After = "120" }), new Run(new Drawing(inline)));
    }
}
