using System.Diagnostics;
using Xunit;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Securitization.Excel;

namespace Zhirong.Modules.Tests.Excel;

/// <summary>What another spreadsheet program makes of the template: opened, saved again, read.</summary>
public sealed class OtherProgramTests
{
    /// <summary>A deal saved by LibreOffice 7.4.7.2 (Calc MS Excel 2007 XML), and the same deal as text.</summary>
    private static readonly string Kept = Path.Combine(Deals.Root, "tests", "golden", "deal-resaved-by-libreoffice");

    [Fact]
    public void Read_FileSavedByLibreOffice_IsTheSameDeal() =>
        SameDeal(Deals.Parse(File.ReadAllText($"{Kept}.yaml")), File.ReadAllBytes($"{Kept}.xlsx"));

    [Fact]
    public void Read_FileSavedAgainNow_IsTheSameDeal() => SameDeal(Deals.Of("S05"), SavedAgain(DealWorkbook.Write(Deals.Of("S05"))));

    [Fact]
    public void Read_TemplateSavedAgainNow_HasOnlyItsFormat()
    {
        var import = DealWorkbook.Read(SavedAgain(DealWorkbook.Template()));
        Assert.Empty(import.Refusals.Select(DealWorkbookTests.Line));
        Assert.Equal("schema: ipabs/v1\ncurrency: CNY\n", DealYaml.Write(import.Document!));
    }

    private static void SameDeal(DocNode deal, byte[] bytes)
    {
        var import = DealWorkbook.Read(bytes);
        Assert.Empty(import.Refusals.Select(DealWorkbookTests.Line));
        Assert.Equal(Deals.Meaning(deal), Deals.Meaning(import.Document!));
        Assert.Equal(SameDocument.Lines(deal), SameDocument.Lines(import.Document!));
    }

    /// <summary>The file as LibreOffice writes it.</summary>
    private static byte[] SavedAgain(byte[] bytes)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);
        Assert.True(program is not null, "soffice is not installed: ./test installs it");
        var folder = Directory.CreateTempSubdirectory("zhirong-office-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "deal.xlsx"), bytes);
            var start = new ProcessStartInfo(program!) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in new[] { $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", Path.Combine(folder, "out"), Path.Combine(folder, "deal.xlsx") })
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "LibreOffice did not end");
            return File.ReadAllBytes(Path.Combine(folder, "out", "deal.xlsx"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
