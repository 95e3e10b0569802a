using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Cashflow;

/// <summary>Has LibreOffice compute workbooks anew: every stored figure of a formula is taken out first, so that nothing stale can pass.</summary>
internal static class Recalculation
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>All workbooks in one start of the program.</summary>
    public static IReadOnlyDictionary<string, WorkbookContent> Of(IReadOnlyDictionary<string, byte[]> workbooks)
    {
        var folder = Directory.CreateTempSubdirectory("recalculation");
        try
        {
            var output = folder.CreateSubdirectory("out");
            foreach (var (name, bytes) in workbooks)
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{name}.xlsx"), Edited(bytes, null, cell => cell.Elements(Main + "f").Any() ? Emptied(cell) : cell));
            }

            Convert(folder, output, workbooks.Keys);
            return workbooks.Keys.ToDictionary(name => name, name => WorkbookReader.Read(File.ReadAllBytes(Path.Combine(output.FullName, $"{name}.xlsx"))).Value);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Convert(DirectoryInfo folder, DirectoryInfo output, IEnumerable<string> names)
    {
        var start = new ProcessStartInfo("libreoffice") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] options = [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", output.FullName];
        foreach (var argument in options.Concat(names.Select(name => Path.Combine(folder.FullName, $"{name}.xlsx"))))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(TimeSpan.FromMinutes(3)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(errors.Result);
        }
    }

    private static XElement Emptied(XElement cell)
    {
        cell.Elements(Main + "v").Remove();
        return cell;
    }

    /// <summary>A copy with the value of one input cell replaced.</summary>
    public static byte[] WithInput(byte[] workbook, string sheet, string address, decimal value) => Change(workbook, sheet, address, cell =>
    {
        cell.Attribute("t")?.Remove();
        cell.RemoveNodes();
        cell.Add(new XElement(Main + "v", value));
    });

    /// <summary>A copy with one formula giving a fen too much.</summary>
    public static byte[] WithBrokenFormula(byte[] workbook, string sheet, string address) =>
        Change(workbook, sheet, address, cell => cell.Element(Main + "f")!.Value += "+0.01");

    private static byte[] Change(byte[] workbook, string sheet, string address, Action<XElement> change)
    {
        var found = false;
        var changed = Edited(workbook, sheet, cell =>
        {
            if (cell.Attribute("r")!.Value == address)
            {
                found = true;
                change(cell);
            }

            return cell;
        });
        return found ? changed : throw new ArgumentException($"No cell {address} on {sheet}.", nameof(address));
    }

    private static byte[] Edited(byte[] workbook, string? sheet, Func<XElement, XElement> edit)
    {
        using var memory = new MemoryStream();
        memory.Write(workbook);
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            var names = Load(archive.GetEntry("xl/workbook.xml")!).Descendants(Main + "sheet").Select(s => s.Attribute("name")!.Value).ToList();
            foreach (var (n, name) in names.Index().Where(s => sheet is null || s.Item == sheet))
            {
                var entry = archive.GetEntry($"xl/worksheets/sheet{n + 1}.xml")!;
                var content = Load(entry);
                content.Descendants(Main + "c").ToList().ForEach(cell => edit(cell));
                entry.Delete();
                using var stream = archive.CreateEntry(entry.FullName).Open();
                content.Save(stream, SaveOptions.DisableFormatting);
            }
        }

        return memory.ToArray();
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }
}
