using Xunit;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>What is kept of a record is, byte for byte, what the serializer would write: prints are made of it.</summary>
public sealed class SaidJsonTests(ITestOutputHelper output)
{
    private static readonly string[] Texts = ["", "甲", "a\"b\\c", "一种<b>&'阀门", "\t\n\u0001", "Ünïcode \u2028 𠮷", "201910561574.9"];

    [Fact]
    public void Json_OfAnyRecord_IsTheSerializers()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var n = 0; n < 3_000; n++)
        {
            var record = Any(random);
            var json = Said.Json(record);
            Assert.Equal(Said.Serialized(record), json);
            Assert.Equal(json, Said.Json(Said.Read(json)));
        }
    }

    private static SourceRecord Any(Random random) => new()
    {
        Place = new(random.Next(1, 9), random.Next(2) == 0 ? null : new DateOnly(2024, 1, 2)),
        Kind = random.Next(3) == 0 ? null : Enum.GetValues<RightKind>()[random.Next(Enum.GetValues<RightKind>().Length)],
        Numbers = Many(random, Number),
        Titles = Many(random, r => new TextIn(Text(r), Text(r))),
        Abstracts = Many(random, r => new TextIn(Text(r), Text(r))),
        Dates = Many(random, r => new DatedFact(Text(r), new DateOnly(1900 + r.Next(200), 1 + r.Next(12), 1 + r.Next(28)))),
        Parties = Many(random, r => new PartyRead(Enum.GetValues<PartyRole>()[r.Next(6)], Text(r), Maybe(r), Maybe(r), Maybe(r), r.Next(2) == 0 ? null : decimal.Round((decimal)r.NextDouble(), r.Next(7)))),
        Classes = Many(random, r => new ClassRead(Text(r), Text(r), r.Next(2) == 0)),
        Claims = random.Next(2) == 0 ? null : random.Next(),
        FirstClaim = Maybe(random),
        Cites = Many(random, Number),
        CitedBy = random.Next(2) == 0 ? null : random.Next(),
        Family = random.Next(2) == 0 ? null : new(Maybe(random), random.Next(2) == 0 ? null : random.Next(), Many(random, Number)),
        DivisionalOf = random.Next(2) == 0 ? null : Number(random),
        Events = Many(random, r => new EventRead("inpadoc", Text(r), null, null, Text(r), new Dictionary<string, string>())),
        StatusText = Maybe(random),
        TermAdjustmentDays = random.Next(2) == 0 ? null : random.Next(-5, 900),
        Goods = Many(random, r => new ClassText(Text(r), Text(r), Text(r))),
        Other = Many(random, Text).Distinct(StringComparer.Ordinal).ToDictionary(t => t, _ => Text(random)),
    };

    private static RightNumber Number(Random random) => new(Text(random), Enum.GetValues<NumberUse>()[random.Next(6)], Text(random), Text(random), Text(random));

    private static string Text(Random random) => Texts[random.Next(Texts.Length)];

    private static string? Maybe(Random random) => random.Next(2) == 0 ? null : Text(random);

    private static List<T> Many<T>(Random random, Func<Random, T> one) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => one(random))];
}
