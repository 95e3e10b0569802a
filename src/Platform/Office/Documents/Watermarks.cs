using System.Security;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Zhirong.Platform.Office.Documents;

/// <summary>A text across the page, drawn by the head of every page as word processors draw their own watermarks (VML, ECMA-376 part 4).</summary>
internal static class Watermarks
{
    private const string Namespaces = """xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w10="urn:schemas-microsoft-com:office:word" """;

    public static Run Across(string text)
    {
        var printable = SecurityElement.Escape(DocumentText.Printable(text));
        // A Chinese character is as wide as high, a Latin letter about two thirds of it.
        var width = text.EnumerateRunes().Sum(r => r.Value >= 0x1100 ? 72 : 46);
        return new Run($"""
            <w:r {Namespaces}><w:pict>
            <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
            <v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
            <v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>
            <v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/>
            </v:shapetype>
            <v:shape id="ZhirongWaterMark" o:spid="_x0000_s2049" type="#_x0000_t136" alt="{printable}" style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:72pt;rotation:305;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#d9dde5" stroked="f">
            <v:fill opacity=".5"/><v:textpath style="font-family:&quot;SimHei&quot;;font-size:1pt" string="{printable}"/><w10:wrap anchorx="margin" anchory="margin"/>
            </v:shape></w:pict></w:r>
            """.ReplaceLineEndings(""));
    }
}
