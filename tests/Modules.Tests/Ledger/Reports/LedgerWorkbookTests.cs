using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Reports;
using Zhirong.Modules.Tests.Cashflow;
using Zhirong.Platform.Office.Workbooks;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Zhirong.Modules.Tests.Ledger.Reports;

/// <summary>The workbooks LibreOffice computed anew, every stored result of a formula taken out before.</summary>
public sealed class ComputedLedgerWorkbooks
{
    private readonly IReadOnlyDictionary<string, WorkbookContent> computed;

    public ComputedLedgerWorkbooks()
    {
        var (trial, asset, liability) = (ReportSamples.Trial, ReportSamples.Statement("100201"), ReportSamples.Statement("250201"));
        computed = Recalculation.Of(new Dictionary<string, byte[]>
        {
            ["trial"] = TrialBalanceWorkbook.Write(trial, Language.Zh),
            ["trial-en"] = TrialBalanceWorkbook.Write(trial with { Effective = new(2026, 10, 31), Recorded = new(2026, 11, 1, 16, 0, 0, TimeSpan.Zero) }, Language.En),
            ["trial-off"] = TrialBalanceWorkbook.Write(trial with { Rows = [trial.Rows[0] with { Debit = trial.Rows[0].Debit + 1 }, .. trial.Rows.Skip(1)] }, Language.Zh),
            ["trial-none"] = TrialBalanceWorkbook.Write(trial with { Rows = [] }, Language.Zh),
            ["asset"] = StatementWorkbook.Write(asset, Language.Zh),
            ["liability"] = StatementWorkbook.Write(liability, Language.En),
            ["asset-off"] = StatementWorkbook.Write(asset with { Lines = [.. asset.Lines.Select((l, n) => n == 3 ? l with { Balance = l.Balance + 1 } : l)] }, Language.Zh),
            ["asset-none"] = StatementWorkbook.Write(asset with { Lines = [], Closing = asset.Opening }, Language.Zh),
            ["journal"] = JournalWorkbook.Write(ReportSamples.Journal, Language.Zh),
            ["journal-off"] = JournalWorkbook.Write(ReportSamples.Journal with { Entries = [ReportSamples.Entries[0] with { Lines = [.. ReportSamples.Entries[0].Lines.Skip(1)] }, .. ReportSamples.Entries.Skip(1)] }, Language.Zh),
            ["journal-none"] = JournalWorkbook.Write(ReportSamples.Journal with { Entries = [] }, Language.En),
        });
    }

    internal ReadCell Cell(string name, string address) => computed[name].Sheets[0].Cells.First(c => c.Address == address);

    internal decimal Figure(string name, string address) => decimal.Parse(Cell(name, address).Text);

    internal IEnumerable<ReadCell> Cells => computed.Values.SelectMany(w => w.Sheets).SelectMany(s => s.Cells);
}

public sealed class LedgerWorkbookTests(ComputedLedgerWorkbooks books) : IClassFixture<ComputedLedgerWorkbooks>
{
    private const int First = ReportHead.Row + 1;

    [Fact]
    public void TrialBalance_Recalculated_GivesBalancesTotalsAndCheck()
    {
        var rows = ReportSamples.Trial.Rows;
        foreach (var (n, row) in rows.Index())
        {
            var net = (row.Debit - row.Credit) / 100m;
            var held = (row.Normal == Side.Debit ? row.PendingCredit : row.PendingDebit) / 100m;
            Assert.Equal((Math.Max(net, 0), Math.Max(-net, 0)), (books.Figure("trial", $"G{First + n}"), books.Figure("trial", $"H{First + n}")));
            Assert.Equal((row.Normal == Side.Debit ? net : -net) - held, books.Figure("trial", $"K{First + n}"));
        }

        var total = First + rows.Count;
        Assert.Equal(rows.Sum(r => r.Debit) / 100m, books.Figure("trial", $"E{total}"));
        Assert.Equal(books.Figure("trial", $"E{total}"), books.Figure("trial", $"F{total}"));
        Assert.Equal(books.Figure("trial", $"G{total}"), books.Figure("trial", $"H{total}"));
        Assert.Equal(rows.Sum(r => r.PendingCredit) / 100m, books.Figure("trial", $"J{total}"));
        Assert.Equal(("是", true), (books.Cell("trial", "G5").Text, books.Cell("trial", "G5").Formula));
        Assert.Equal(rows.Where(r => r.Class == AccountClass.Liability).Sum(r => r.Credit) / 100m, books.Figure("trial", $"F{total + 3}"));
    }

    [Theory]
    [InlineData("trial", "G5", "是")]
    [InlineData("trial-en", "G5", "yes")]
    [InlineData("trial-off", "G5", "否")]
    [InlineData("trial-none", "G5", "是")]
    [InlineData("asset", "K5", "是")]
    [InlineData("liability", "K5", "yes")]
    [InlineData("asset-off", "K5", "否")]
    [InlineData("asset-none", "K5", "是")]
    [InlineData("journal", "M5", "是")]
    [InlineData("journal-off", "M5", "否")]
    [InlineData("journal-none", "M5", "yes")]
    public void Check_Recalculated_SaysWhetherTheFiguresAgree(string name, string address, string answer) =>
        Assert.Equal(answer, books.Cell(name, address).Text);

    [Theory]
    [InlineData("asset", "100201")]
    [InlineData("liability", "250201")]
    public void Statement_Recalculated_RunsToTheLedgersBalanceLineByLine(string name, string code)
    {
        var statement = ReportSamples.Statement(code);
        Assert.True(statement.Lines.Count > 10 && statement.Lines.Any(l => l.Side == Side.Debit) && statement.Lines.Any(l => l.Side == Side.Credit));
        Assert.All(statement.Lines.Index(), l =>
        {
            var cell = books.Cell(name, $"J{First + 1 + l.Index}");
            Assert.Equal((true, l.Item.Balance / 100m), (cell.Formula, decimal.Parse(cell.Text)));
        });
        Assert.Equal(statement.Closing / 100m, books.Figure(name, $"J{First + 1 + statement.Lines.Count}"));
        Assert.Equal(statement.Lines.Where(l => l.Side == Side.Debit).Sum(l => l.Fen) / 100m, books.Figure(name, $"H{First + 1 + statement.Lines.Count}"));
    }

    [Fact]
    public void Statement_ABalanceOneFenOff_ShowsOnItsLine()
    {
        Assert.Equal(-0.01m, books.Figure("asset-off", $"L{First + 4}"));
        Assert.Equal((0m, 0m), (books.Figure("asset-off", $"L{First + 3}"), books.Figure("asset-off", $"L{First + 5}")));
    }

    [Fact]
    public void Journal_Recalculated_SumsBothSides()
    {
        var lines = ReportSamples.Entries.SelectMany(e => e.Lines).ToList();
        Assert.Equal(lines.Where(l => l.Side == Side.Debit).Sum(l => l.Fen) / 100m, books.Figure("journal", $"L{First + lines.Count}"));
        Assert.Equal(books.Figure("journal", $"L{First + lines.Count}"), books.Figure("journal", $"M{First + lines.Count}"));
        Assert.Contains(books.Cells, c => c is { Text: "=1+1", Kind: ReadKind.Text, Formula: false });
        Assert.Contains(books.Cells, c => c.Text == "已被 7 冲销");
    }

    [Fact]
    public void AnyWorkbook_Recalculated_HasNoError() =>
        Assert.DoesNotContain(books.Cells, c => c.Kind is ReadKind.Error or ReadKind.Pending);

    [Fact]
    public void TrialBalance_OfThePast_LeavesHoldsOut()
    {
        var past = WorkbookReader.Read(TrialBalanceWorkbook.Write(ReportSamples.Trial with { Effective = new(2026, 10, 31) }, Language.Zh)).Value.Sheets[0];
        Assert.Equal(8, past.Cells.Max(c => c.Column));
        Assert.Contains(past.Cells, c => c.Text.Contains("生效日截至 2026-10-31", StringComparison.Ordinal));
    }

    public static TheoryData<string, Language> Written => [.. ((string[])["trial", "statement", "journal"]).SelectMany(n => (TheoryDataRow<string, Language>[])[new(n, Language.Zh), new(n, Language.En)])];

    private static byte[] Write(string name, Language language) => name switch
    {
        "trial" => TrialBalanceWorkbook.Write(ReportSamples.Trial, language),
        "statement" => StatementWorkbook.Write(ReportSamples.Statement("100201"), language),
        _ => JournalWorkbook.Write(ReportSamples.Journal, language),
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Write_AnyReport_IsValidPrintsOnA4AcrossAndRepeatsItsHead(string name, Language language)
    {
        var bytes = Write(name, language);
        Assert.Equal(bytes, Write(name, language));
        using var memory = new MemoryStream(bytes);
        using var document = SpreadsheetDocument.Open(memory, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var setup = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Elements<S.PageSetup>().Single();
        Assert.Equal((9u, S.OrientationValues.Landscape, 1u, 0u), (setup.PaperSize!.Value, setup.Orientation!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value));
        Assert.Contains(document.WorkbookPart.Workbook!.DefinedNames!.Elements<S.DefinedName>(), n => n.Name == "_xlnm.Print_Titles" && n.Text.EndsWith("!$1:$6", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_StoredResults_AreTheFormulasOwn()
    {
        var stored = WorkbookReader.Read(StatementWorkbook.Write(ReportSamples.Statement("100201"), Language.Zh)).Value.Sheets[0].Cells.Where(c => c.Formula).ToList();
        Assert.True(stored.Count > 20);
        Assert.All(stored, c => Assert.Equal(books.Cell("asset", c.Address).Text, c.Text));
        var trial = WorkbookReader.Read(TrialBalanceWorkbook.Write(ReportSamples.Trial, Language.Zh)).Value.Sheets[0].Cells.Where(c => c.Formula);
        Assert.All(trial, c => Assert.Equal(books.Cell("trial", c.Address).Text, c.Text));
    }
}
