using Xunit;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Tests.Basics;

public sealed class ChineseAmountTests
{
    [Theory]
    [InlineData("2300万", "23000000.00")]
    [InlineData("2000万元", "20000000.00")]
    [InlineData("1.45亿", "145000000.00")]
    [InlineData("1.45 亿元", "145000000.00")]
    [InlineData("1亿4500万", "145000000.00")]
    [InlineData("1亿4500万元整", "145000000.00")]
    [InlineData("1亿4500元", "100004500.00")]
    [InlineData("1亿0.5万", "100005000.00")]
    [InlineData("3千万", "30000000.00")]
    [InlineData("2千亿", "200000000000.00")]
    [InlineData("23,000,000", "23000000.00")]
    [InlineData("23，000，000.00元", "23000000.00")]
    [InlineData("２３，０００，０００．００元", "23000000.00")]
    [InlineData("23000000", "23000000.00")]
    [InlineData("¥100", "100.00")]
    [InlineData("￥100.5", "100.50")]
    [InlineData("CNY 100.05", "100.05")]
    [InlineData("人民币100元", "100.00")]
    [InlineData("0", "0.00")]
    [InlineData("-0", "0.00")]
    [InlineData("0.01元", "0.01")]
    [InlineData("0.000001万", "0.01")]
    [InlineData("1.230000000000", "1.23")]
    [InlineData("999999999999999.99", "999999999999999.99")]
    [InlineData("999万亿", "999000000000000.00")]
    [InlineData("壹亿肆仟伍佰万元整", "145000000.00")]
    public void Read_AmountsAsPeopleWriteThem_IsExact(string text, string expected) =>
        Assert.Equal(expected, ChineseAmount.Read(text).Value.ToString());

    [Theory]
    [InlineData("", "MONY-0101")]
    [InlineData(" 　", "MONY-0101")]
    [InlineData("NaN", "MONY-0102")]
    [InlineData("1e5", "MONY-0102")]
    [InlineData("(100)", "MONY-0102")]
    [InlineData("+100", "MONY-0102")]
    [InlineData("--100", "MONY-0102")]
    [InlineData("¥¥100", "MONY-0102")]
    [InlineData("100元元", "MONY-0102")]
    [InlineData("1.2.3", "MONY-0102")]
    [InlineData("1.23.4", "MONY-0102")]
    [InlineData(".5", "MONY-0102")]
    [InlineData("5.", "MONY-0102")]
    [InlineData("万", "MONY-0102")]
    [InlineData("二千万", "MONY-0102")]
    [InlineData("100美元", "MONY-0102")]
    [InlineData("USD 100", "MONY-0102")]
    [InlineData("2300万-2500万", "MONY-0102")]
    [InlineData("1.234,56", "MONY-0102")]
    [InlineData("12,34", "MONY-0103")]
    [InlineData("1234,567", "MONY-0103")]
    [InlineData("1,,000", "MONY-0103")]
    [InlineData("1,000,", "MONY-0103")]
    [InlineData("1亿4500", "MONY-0104")]
    [InlineData("1.5亿300万", "MONY-0104")]
    [InlineData("1万2亿", "MONY-0104")]
    [InlineData("1亿10000万", "MONY-0104")]
    [InlineData("-1", "MONY-0105")]
    [InlineData("-1.005", "MONY-0105")] // negative comes before sub-fen
    [InlineData("1.005", "MONY-0106")]
    [InlineData("0.0000001万", "MONY-0106")]
    [InlineData("1000000000000000.001", "MONY-0106")]
    [InlineData("1000000000000000", "MONY-0107")]
    [InlineData("1000万亿", "MONY-0107")]
    [InlineData("壹亿肆仟伍佰", "MONY-0108")]
    public void Read_AnythingElse_IsRefused(string text, string code)
    {
        var refusal = Assert.Single(ChineseAmount.Read(text, "loan/amount").Refusals);

        Assert.Equal((code, "loan/amount"), (refusal.Code, refusal.Path));
    }

    [Theory]
    [InlineData("-100", "-100.00")]
    [InlineData("¥-100", "-100.00")]
    [InlineData("-¥2.5万", "-25000.00")]
    [InlineData("−100", "-100.00")]
    [InlineData("负壹佰元整", "-100.00")]
    public void Read_NegativeWhenAllowed_IsRead(string text, string expected)
    {
        Assert.Equal(expected, ChineseAmount.Read(text, allowNegative: true).Value.ToString());
        Assert.Equal("MONY-0105", Assert.Single(ChineseAmount.Read(text).Refusals).Code);
    }

    [Theory]
    [InlineData("137750000.00", "13,775.00", "1.3775亿元", "CNY 137.75 million")]
    [InlineData("145000000.00", "14,500.00", "1.45亿元", "CNY 145.00 million")]
    [InlineData("145000000.01", "14,500.000001", "145,000,000.01元", "CNY 145,000,000.01")]
    [InlineData("123456789.00", "12,345.6789", "12,345.6789万元", "CNY 123,456,789.00")]
    [InlineData("100000000.00", "10,000.00", "1亿元", "CNY 100.00 million")]
    [InlineData("99999999.00", "9,999.9999", "9,999.9999万元", "CNY 99,999,999.00")]
    [InlineData("23000000.00", "2,300.00", "2,300万元", "CNY 23.00 million")]
    [InlineData("9999.00", "0.9999", "9,999.00元", "CNY 9,999.00")]
    [InlineData("0.01", "0.000001", "0.01元", "CNY 0.01")]
    [InlineData("0.00", "0.00", "0.00元", "CNY 0.00")]
    [InlineData("-145000000.00", "-14,500.00", "-1.45亿元", "CNY -145.00 million")]
    [InlineData("999999999999999.99", "99,999,999,999.999999", "999,999,999,999,999.99元", "CNY 999,999,999,999,999.99")]
    public void Write_Amount_NeverLosesAFen(string yuan, string wan, string zh, string en)
    {
        var amount = Money.Cny(decimal.Parse(yuan));

        Assert.Equal(wan, ChineseAmount.Wan(amount));
        Assert.Equal(zh, ChineseAmount.Short(amount, Language.Zh));
        Assert.Equal(en, ChineseAmount.Short(amount, Language.En));
    }

    /// <summary>The first six rows are the examples of the rule itself, 银发〔1997〕393号 附件一 第四条.</summary>
    [Theory]
    [InlineData("1409.50", "壹仟肆佰零玖元伍角")]
    [InlineData("6007.14", "陆仟零柒元壹角肆分")]
    [InlineData("1680.32", "壹仟陆佰捌拾元零叁角贰分")]
    [InlineData("107000.53", "壹拾万柒仟元零伍角叁分")]
    [InlineData("16409.02", "壹万陆仟肆佰零玖元零贰分")]
    [InlineData("325.04", "叁佰贰拾伍元零肆分")]
    [InlineData("145000000", "壹亿肆仟伍佰万元整")]
    [InlineData("0", "零元整")]
    [InlineData("0.05", "伍分")]
    [InlineData("0.50", "伍角")]
    [InlineData("0.55", "伍角伍分")]
    [InlineData("10", "壹拾元整")]
    [InlineData("10.05", "壹拾元零伍分")]
    [InlineData("100000001", "壹亿零壹元整")]
    [InlineData("100100000", "壹亿零壹拾万元整")]
    [InlineData("1000010001", "壹拾亿零壹万零壹元整")]
    [InlineData("100010000000", "壹仟亿壹仟万元整")]
    [InlineData("1000000000000", "壹万亿元整")]
    [InlineData("1000200000000", "壹万零贰亿元整")]
    [InlineData("20300000", "贰仟零叁拾万元整")]
    [InlineData("999999999999999.99", "玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分")]
    [InlineData("-3.20", "负叁元贰角")]
    public void Capital_Amount_FollowsTheRule(string yuan, string expected)
    {
        var amount = Money.Cny(decimal.Parse(yuan));

        Assert.Equal(expected, ChineseAmount.Capital(amount));
        Assert.Equal(amount, ChineseAmount.ReadCapital("人民币" + expected, allowNegative: true).Value);
    }

    /// <summary>The second forms the rule allows, and 圆, 正 and a 整 after 角.</summary>
    [Theory]
    [InlineData("壹仟陆佰捌拾元叁角贰分", "1680.32")]
    [InlineData("壹拾万零柒仟元伍角叁分", "107000.53")]
    [InlineData("壹仟肆佰零玖元伍角整", "1409.50")]
    [InlineData("壹佰圆正", "100.00")]
    [InlineData("壹佰元", "100.00")]
    public void ReadCapital_FormsTheRuleLeavesFree_AreRead(string text, string expected) =>
        Assert.Equal(expected, ChineseAmount.ReadCapital(text).Value.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("元")]
    [InlineData("元整")]
    [InlineData("零")]
    [InlineData("整")]
    [InlineData("拾元整")]
    [InlineData("壹零拾元整")]
    [InlineData("壹佰零零壹元整")]
    [InlineData("壹整元")]
    [InlineData("壹元壹分整")]
    [InlineData("壹贰元整")]
    [InlineData("壹拾佰元整")]
    [InlineData("壹元壹万")]
    [InlineData("壹佰壹仟元整")]
    [InlineData("贰分壹角")]
    [InlineData("壹亿壹亿元整")]
    [InlineData("壹万亿亿元整")]
    [InlineData("玖仟玖佰玖拾玖万亿元整")]
    [InlineData("壹元5角")]
    [InlineData("一佰元整")]
    public void ReadCapital_WhatTheRuleWouldNotWrite_IsRefused(string text) =>
        Assert.Equal("MONY-0108", Assert.Single(ChineseAmount.ReadCapital(text).Refusals).Code);

    [Fact]
    public void WriteThenRead_AnyAmount_ComesBack()
    {
        const int seed = 20260810;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 20_000; round++)
        {
            var amount = Money.OfFen(Sparse(random));

            Assert.Equal(amount, ChineseAmount.ReadCapital(ChineseAmount.Capital(amount)).Value);
            Assert.Equal(amount, ChineseAmount.Read(ChineseAmount.Short(amount, Language.Zh)).Value);
            Assert.Equal(amount, ChineseAmount.Read(ChineseAmount.Wan(amount) + "万元").Value);
        }
    }

    /// <summary>Digits of which many are zero, where the rules for 零 bite.</summary>
    private static long Sparse(Random random)
    {
        var fen = 0L;
        for (var digits = random.Next(1, 18); digits > 0; digits--)
        {
            fen = (fen * 10) + (random.Next(2) == 0 ? 0 : random.Next(10));
        }

        return fen;
    }
}
