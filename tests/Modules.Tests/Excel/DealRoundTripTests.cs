using System.Text;
using Xunit;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Securitization.Excel;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Excel;

public sealed class DealRoundTripTests
{
    private const int FirstSeed = 3_000;
    private const int Count = 60;

    [Fact]
    public void Read_RandomDealsWithEveryKey_MeanTheSameAndWriteTheSame()
    {
        var keys = new HashSet<string>();
        for (var seed = FirstSeed; seed < FirstSeed + Count; seed++)
        {
            var document = new RandomDocument(seed);
            var deal = document.Deal();
            keys.UnionWith(document.Keys);
            var import = Import(deal, seed, out var bytes);
            var (before, after) = (Deals.Meaning(deal), Deals.Meaning(import));
            Assert.True(before == after, $"seed {seed}: {Difference(before.Replace(',', '\n'), after.Replace(',', '\n'))}");
            var again = DealWorkbook.Write(import);
            Assert.True(bytes.AsSpan().SequenceEqual(again), $"seed {seed}: {Difference(Cells(bytes), Cells(again))}");
        }

        Assert.Empty(RandomDocument.AllKeys.Except(keys).Order(StringComparer.Ordinal));
        Assert.True(RandomDocument.AllKeys.Count > 150, $"{RandomDocument.AllKeys.Count} keys");
    }

    [Fact]
    public void Read_RandomDeals_KeepEveryKeyAndValue()
    {
        for (var seed = FirstSeed; seed < FirstSeed + Count; seed++)
        {
            var document = new RandomDocument(seed);
            var deal = document.Deal();
            var (before, after) = (SameDocument.Lines(deal), SameDocument.Lines(Import(deal, seed, out _)));
            Assert.True(before == after, $"seed {seed}: {Difference(before, after)}");
        }
    }

    [Fact]
    public void Write_RandomDealsAsYaml_ReadBackAsTheSameDocument()
    {
        for (var seed = FirstSeed; seed < FirstSeed + Count; seed++)
        {
            var document = new RandomDocument(seed);
            var deal = document.Deal();
            var text = DealYaml.Write(deal);
            var read = DocReader.Read(Encoding.UTF8.GetBytes(text));
            Assert.True(read.Ok, $"seed {seed}: {string.Join(" ", read.Refusals.Select(refusal => refusal.Found))}\n{text}");
            Assert.True(Exact(deal) == Exact(read.Value), $"seed {seed}: {Difference(Exact(deal), Exact(read.Value))}");
        }
    }

    [Fact]
    public void Write_ValueThatNoColumnCanHold_StandsOnTheLastSheetAndComesBack()
    {
        var deal = Deals.Parse("""
            schema: ipabs/v1
            id: X
            unknown key: {a: [1, {b: "001"}], c: {}}
            notes: "LONG"
            tranches: []
            parties: {originator: , manager: [甲, 乙]}
            pool: {obligors: [{id: A, tags: {x: [1]}}, {id: A, name: {zh: 甲}, other: 1}, {id: "B]", other: 2}], contract: {amort: ~}}
            fees: [1, 2]
            """.Replace("LONG", string.Concat(Enumerable.Repeat("很长𠮷 ", 20_000))));
        var import = Import(deal, 0, out _);
        Assert.Equal(SameDocument.Lines(deal), SameDocument.Lines(import));
    }

    private static DocNode Import(DocNode deal, int seed, out byte[] bytes)
    {
        bytes = DealWorkbook.Write(deal);
        var import = DealWorkbook.Read(bytes);
        Assert.True(import.Document is not null, $"seed {seed}: {string.Join('\n', import.Refusals.Select(DealWorkbookTests.Line))}");
        return import.Document;
    }

    private static string Difference(string before, string after)
    {
        var (left, right) = (before.Split('\n'), after.Split('\n'));
        return $"lost: {string.Join(" | ", left.Except(right).Take(5))}; new: {string.Join(" | ", right.Except(left).Take(5))}";
    }

    private static string Cells(byte[] bytes) =>
        string.Join('\n', WorkbookReader.Read(bytes).Value.Sheets.SelectMany(sheet => sheet.Cells.Select(cell => $"{sheet.Name}!{cell.Address} {cell.Kind} {cell.Text}")));

    /// <summary>Keys in order, values, and quotes where a plain scalar would be something else.</summary>
    private static string Exact(DocNode node) => node switch
    {
        DocScalar scalar => scalar.IsNull ? "null" : $"{(scalar.Quoted && Securitization.Excel.Trees.PlainText.LooksTyped(scalar.Text) ? "'" : "")}{scalar.Text}",
        DocList list => $"[\n{string.Join("\n", list.Items.Select(Exact))}\n]",
        _ => $"{{\n{string.Join("\n", ((DocMap)node).Entries.Select(entry => $"{entry.Key}: {Exact(entry.Value)}"))}\n}}",
    };
}
