using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Matching.Analysis;
using Zhirong.Engine.Matching.Parameters;

namespace Zhirong.Engine.Tests.Matching;

public sealed class AnalyserTests
{
    private static readonly StopWords Stops = new(new("t/1", default, "", false, Words.Same("")), ["一种", "的", "其特征在于", "其特征", "The"]);

    private static string Taken(string text)
    {
        var folded = CharacterFolds.Fold(text);
        return string.Join(' ', WordRuns.Of(folded, Stops).SelectMany(r => WordRuns.Words(folded, r)).Select(w => folded[w.From..w.To]));
    }

    /// <summary>What NFKC makes of each, as Python's unicodedata 14.0 says, in small letters.</summary>
    [Theory]
    [InlineData("ＬＥＤ灯　１２Ｖ", "led灯 12v")]
    [InlineData("㎡ ℃ № Ⅳ ² ﬁ ½", "m2 °c no iv 2 fi 1⁄2")]
    [InlineData("\u2F00\u2FD5\uF900\uFA0C\uFA6A", "一龠豈兀頻")]
    [InlineData("①⑳㊥㍿㎏\uFF71", "120中株式会社kgア")]
    [InlineData("電池电池", "電池电池")]
    [InlineData("锂\u200B电\u00AD池", "锂电池")]
    public void Fold_OfCompatibilityCharacters_GivesTheOrdinaryOnes(string text, string folded) => Assert.Equal(folded, CharacterFolds.Fold(text));

    [Theory]
    [InlineData("锂电池", "锂电 电池")]
    [InlineData("灯", "灯")]
    [InlineData("一种灯的外壳", "灯 外壳")]
    [InlineData("其特征在于水泵", "水泵")]
    [InlineData("The PM2.5传感器, v.2", "pm2.5 传感 感器 v 2")]
    [InlineData("Li-ion电池ＡＢ１", "li ion 电池 ab1")]
    [InlineData("\U00020000\U00020001酸", "\U00020000\U00020001 \U00020001酸")]
    [InlineData("電池", "電池")]
    [InlineData("!?。，的", "")]
    public void Words_OfAText_ArePairsAndWords(string text, string words) => Assert.Equal(words, Taken(text));

    [Theory]
    [InlineData("H01M 10/0525", "H01M10/0525")]
    [InlineData("h01m10/0525", "H01M10/0525")]
    [InlineData("Ｈ０１Ｍ　１０／０５２５", "H01M10/0525")]
    [InlineData("H01M  010/0525 (2006.01)I", "H01M10/0525")]
    [InlineData("H01M-10/0525", "H01M10/0525")]
    [InlineData("H01M0010052500", "H01M10/0525")]
    [InlineData("G06F0015000000", "G06F15/00")]
    [InlineData("A61M 31/    00            A I", "A61M31/00")]
    [InlineData("H01M10", "H01M10")]
    [InlineData("H01M", "H01M")]
    [InlineData("H01", "H01")]
    [InlineData("H", "H")]
    [InlineData("09-03", null)]
    [InlineData("I01M10/05", null)]
    [InlineData("H01M10/", null)]
    [InlineData("H01M00/05", null)]
    [InlineData("锂电池", null)]
    [InlineData("", null)]
    public void Symbol_InAnySpelling_IsOne(string text, string? symbol) => Assert.Equal(symbol, IpcSymbol.Of(text)?.Text);

    [Theory]
    [InlineData("H01M10/0525", "H01M 10/0525", IpcLevel.Subgroup)]
    [InlineData("H01M10/0525", "H01M10/0567", IpcLevel.MainGroup)]
    [InlineData("H01M10/0525", "H01M10", IpcLevel.MainGroup)]
    [InlineData("H01M10/0525", "H01M1/05", IpcLevel.Subclass)]
    [InlineData("H01M10/0525", "H01M", IpcLevel.Subclass)]
    [InlineData("H01M10/0525", "H01L10/0525", IpcLevel.Class)]
    [InlineData("H01M10/0525", "H02J7/00", IpcLevel.Section)]
    [InlineData("H01M10/0525", "G01M10/0525", IpcLevel.None)]
    public void Common_OfTwoSymbols_IsTheDeepestLevel(string a, string b, IpcLevel level)
    {
        Assert.Equal(level, IpcSymbol.Common(IpcSymbol.Of(a)!.Value, IpcSymbol.Of(b)!.Value));
        Assert.Equal(level, IpcSymbol.Common(IpcSymbol.Of(b)!.Value, IpcSymbol.Of(a)!.Value));
    }

    [Fact]
    public void Within_AText_FindsWholeSymbolsOnce() =>
        Assert.Equal(["H01M10/0525", "C08L67/04"], IpcSymbol.Within("见Ｈ０１Ｍ 10/0525、h01m10/0525及C08L 67/04；型号XH01M10/05、B12C、编号2020/05").Select(s => s.Text));
}
