using System.Text;
using Xunit;
using Zhirong.Modules.Payments.Sheets;

namespace Zhirong.Modules.Tests.Payments.Channels;

public sealed class MappingTests
{
    private const string Good = """
        schema: zhirong/sheet/v1
        id: mine
        kind: statement
        name: {zh: 我的, en: mine}
        version: 1
        dated: 2026-11-28
        source: {zh: 无, en: none}
        origin: assumption
        columns:
          - {titles: [日期], field: date, required: true}
          - {titles: [方向], field: direction}
          - {titles: [金额], field: amount}
        directions: {in: [收], out: [付]}
        """;

    [Fact]
    public void Read_EveryShippedMapping_IsGoodAndFlaggedOrSourced()
    {
        Assert.True(Shelves.Sheets.All.Count >= 9);
        Assert.All(Shelves.Sheets.All, m => Assert.True(m.Source.Zh.Length > 10 && m.Source.En.Length > 10 && m.Origin is "assumption" or "published"));
        Assert.Equal(Shelves.Sheets.All.Count, Shelves.Sheets.All.Select(m => m.Id).Distinct().Count());
        Assert.All(Enum.GetValues<SheetKind>(), kind => Assert.NotEmpty(Shelves.Sheets.Of(kind)));
    }

    [Fact]
    public void Read_Good_Reads() => Assert.True(MappingReader.Read(Encoding.UTF8.GetBytes(Good)).Ok);

    [Theory]
    [InlineData("zhirong/sheet/v1", "zhirong/chart/v1", "PAY-0801")]
    [InlineData("id: mine", "id: Mine", "PAY-0802")]
    [InlineData("field: date,", "", "PAY-0803")]
    [InlineData("titles: [金额]", "titles: []", "PAY-0803")]
    [InlineData("titles: [方向]", "titles: [日 期]", "PAY-0804")]
    [InlineData("  - {titles: [金额], field: amount}\n", "", "PAY-0805")]
    [InlineData("directions: {in: [收], out: [付]}", "", "PAY-0805")]
    [InlineData("kind: statement", "kind: statment", "FLD-0103")]
    [InlineData("field: amount", "field: amont", "FLD-0103")]
    [InlineData("version: 1", "version: 1\nversoin: 2", "FLD-0104")]
    [InlineData("dated: 2026-11-28", "", "FLD-0101")]
    public void Read_Spoilt_NamesTheFault(string good, string bad, string code) =>
        Assert.Contains(MappingReader.Read(Encoding.UTF8.GetBytes(Good.Replace(good, bad, StringComparison.Ordinal))).Refusals, r => r.Code == code);
}
