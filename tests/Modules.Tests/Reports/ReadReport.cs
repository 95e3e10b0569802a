using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Zhirong.Modules.Tests.Reports;

/// <summary>What a reader finds in a written report: rows of tables, plain text, words of a PDF with their places.</summary>
internal static partial class ReadReport
{
    /// <summary>Every row of every table of the page.</summary>
    public static List<string[]> RowsOfPage(string html) =>
        [.. Row().Matches(html).Select(row => Cell().Matches(row.Groups[1].Value).Select(cell => WebUtility.HtmlDecode(Tag().Replace(cell.Groups[1].Value, ""))).ToArray())];

    /// <summary>The page as it reads, without tags and style.</summary>
    public static string OfPage(string html) => WebUtility.HtmlDecode(Tag().Replace(html[html.IndexOf("<body", StringComparison.Ordinal)..], " "));

    /// <summary>Every row of every table of the document.</summary>
    public static List<string[]> RowsOfDocument(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. document.MainDocumentPart!.Document.Body!.Descendants<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray())];
    }

    public static string OfDocument(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        var main = document.MainDocumentPart!;
        return string.Join('\n', main.Document.Body!.Descendants<Paragraph>().Select(p => p.InnerText)) + main.FooterParts.Single().Footer.InnerText + main.HeaderParts.Single().Header.InnerText;
    }

    /// <summary>The text of each page of a PDF, blanks removed.</summary>
    public static string[] PagesOfPdf(byte[] pdf) =>
        [.. Poppler(pdf, "pdftotext", "-layout").Split('\f', StringSplitOptions.RemoveEmptyEntries).Select(page => Blank().Replace(page, ""))];

    /// <summary>Each word that reaches past the margins: page, word, right edge.</summary>
    public static List<string> Overflows(byte[] pdf, double margin)
    {
        var found = new List<string>();
        var width = 0.0;
        foreach (Match match in Place().Matches(Poppler(pdf, "pdftotext", "-bbox")))
        {
            if (match.Groups["page"].Success)
            {
                width = double.Parse(match.Groups["page"].Value);
            }
            else if (double.Parse(match.Groups["right"].Value) > width - margin || double.Parse(match.Groups["left"].Value) < margin)
            {
                found.Add($"{match.Groups["word"].Value} at {match.Groups["left"].Value}–{match.Groups["right"].Value} of {width}");
            }
        }

        return found;
    }

    /// <summary>The document as LibreOffice prints it.</summary>
    public static byte[] ByLibreOffice(byte[] docx)
    {
        var folder = Directory.CreateTempSubdirectory("zhirong-docx-");
        try
        {
            var file = Path.Combine(folder.FullName, "report.docx");
            File.WriteAllBytes(file, docx);
            Run("libreoffice", "--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", "pdf", "--outdir", folder.FullName, file);
            return File.ReadAllBytes(Path.Combine(folder.FullName, "report.pdf"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The fonts of a PDF that are not embedded in it.</summary>
    public static List<string> FontsOutside(byte[] pdf) =>
        [.. Poppler(pdf, "pdffonts").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Where(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^5] != "yes")];

    private static string Poppler(byte[] pdf, string program, params string[] options)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            return Run(program, program == "pdffonts" ? [file] : [.. options, file, "-"]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program}: {errors.Result}");
    }

    [GeneratedRegex("<tr[^>]*>(.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[dh][^>]*>(.*?)</t[dh]>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex("""<page width="(?<page>[\d.]+)"|<word xMin="(?<left>[\d.]+)" yMin="[\d.]+" xMax="(?<right>[\d.]+)" yMax="[\d.]+">(?<word>.*?)</word>""")]
    private static partial Regex Place();
}
