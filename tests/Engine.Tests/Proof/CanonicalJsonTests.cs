using System.Text;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Proof;

namespace Zhirong.Engine.Tests.Proof;

public sealed class CanonicalJsonTests
{
    private static string Of(string json) => Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(json)).Value);

    private static string Refused(string json) => Assert.Single(CanonicalJson.Of(Encoding.UTF8.GetBytes(json)).Refusals).Code;

    /// <summary>RFC 8785, 3.2.3: order of UTF-16 code units, in which an emoji (D83D) stands before U+FB33.</summary>
    [Fact]
    public void Of_KeysOfTheRfc_StandInItsOrder() => Assert.Equal(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\u007f\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Smiley\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
        Of("""
            { "\u20ac": "Euro Sign", "\r": "Carriage Return", "1": "One", "\u0080": "Control\u007f", "\ud83d\ude00": "Smiley",
              "\u00f6": "Latin Small Letter O With Diaeresis", "\ufb33": "Hebrew Letter Dalet With Dagesh" }
            """));

    /// <summary>RFC 8785, 3.2.2: the strings and literals of its example (its fractions we refuse).</summary>
    [Fact]
    public void Of_StringsOfTheRfc_AreEscapedLeast() => Assert.Equal(
        """{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}""",
        Of("""{ "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }"""));

    [Theory]
    [InlineData("0", "0")]
    [InlineData(" -1 ", "-1")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("-9007199254740991", "-9007199254740991")]
    [InlineData("9007199254740992", "EVD-0208")]
    [InlineData("-9007199254740992", "EVD-0208")]
    [InlineData("99999999999999999999999", "EVD-0208")]
    [InlineData("-0", "EVD-0208")]
    [InlineData("1.0", "EVD-0208")]
    [InlineData("1e2", "EVD-0208")]
    [InlineData("0.5", "EVD-0208")]
    [InlineData("01", "EVD-0203")]
    [InlineData("NaN", "EVD-0203")]
    public void Of_Numbers_AreWholeAndExact(string json, string answer)
    {
        Assert.Equal(answer, answer.StartsWith("EVD", StringComparison.Ordinal) ? Refused(json) : Of(json));
        Assert.Equal(answer, answer.StartsWith("EVD", StringComparison.Ordinal) ? Refused($"{{\"a\":[{json}]}}") : Of(json));
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":1}", "EVD-0208")]
    [InlineData("{\"a\":1,\"\\u0061\":2}", "EVD-0208")]
    [InlineData("\"\\ud800\"", "EVD-0203")]
    [InlineData("{\"\\udc00x\":1}", "EVD-0203")]
    [InlineData("[1,]", "EVD-0203")]
    [InlineData("[1] 2", "EVD-0203")]
    [InlineData("", "EVD-0203")]
    [InlineData("\ufeff{}", "EVD-0203")]
    [InlineData("// a\n{}", "EVD-0203")]
    public void Of_WhatHasNoCanonicalForm_IsRefused(string json, string code) => Assert.Equal(code, Refused(json));

    [Fact]
    public void Of_BrokenText_NamesPlaceAndField()
    {
        var refusal = Assert.Single(CanonicalJson.Of("{\n \"a\": [{\"b\": 1}, {\"c\" 2}]}"u8.ToArray()).Refusals);

        Assert.Equal(("EVD-0203", 2, "a[1]"), (refusal.Code, refusal.Line, refusal.Path));
        var utf8 = Assert.Single(CanonicalJson.Of((byte[])[.. "{\n\"a\": \""u8, 0xff, .. "\"}"u8]).Refusals);
        Assert.Equal(("EVD-0202", 2, 7), (utf8.Code, utf8.Line, utf8.Column));
    }

    [Theory]
    [InlineData(ProofLimits.Depth, true)]
    [InlineData(ProofLimits.Depth + 1, false)]
    [InlineData(100_000, false)]
    public void Of_NestedLists_GoToTheLimit(int depth, bool ok)
    {
        var json = new string('[', depth) + (ok ? new string(']', depth) : "");

        Assert.Equal(ok ? json : "EVD-0204", ok ? Of(json) : Refused(json));
    }

    [Fact]
    public void Of_TooMuch_IsRefused()
    {
        Assert.Equal("EVD-0205", Refused("[" + string.Concat(Enumerable.Repeat("0,", ProofLimits.Values)) + "0]"));
        Assert.Equal("EVD-0201", CanonicalJson.Of(new byte[ProofLimits.Bytes + 1]).Refusals[0].Code);
    }

    [Fact]
    public void Of_RandomValues_IsTheSameForAnyOrderAndSpelling()
    {
        const int Seed = 8785;
        var luck = new Random(Seed);
        for (var round = 0; round < 200; round++)
        {
            var pairs = Enumerable.Range(0, luck.Next(1, 12)).Select(n => (Key: Word(luck) + n, Value: Value(luck))).ToList();
            var first = CanonicalJson.Of(new JsonObject(pairs.Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())))).Value;
            pairs.Reverse();
            var indented = new JsonObject(pairs.Select(p => KeyValuePair.Create(p.Key, p.Value))).ToJsonString(new() { WriteIndented = true });

            Assert.Equal(first, CanonicalJson.Of(Encoding.UTF8.GetBytes(indented)).Value);
            Assert.Equal(first, CanonicalJson.Of(first).Value);
        }
    }

    private static string Word(Random luck) => string.Concat(Enumerable.Range(0, luck.Next(6)).Select(_ => (string[])["a", "B", "知", "\u0001", "\"", "\\", "😀", "\ufb33", "\u007f", "/"]).Select(words => words[luck.Next(words.Length)]));

    private static JsonNode? Value(Random luck) => luck.Next(5) switch
    {
        0 => null,
        1 => JsonValue.Create(luck.Next(2) == 0),
        2 => JsonValue.Create(luck.NextInt64(-(1L << 53) + 1, 1L << 53)),
        3 => new JsonArray(Word(luck), Word(luck)),
        _ => JsonValue.Create(Word(luck)),
    };
}
