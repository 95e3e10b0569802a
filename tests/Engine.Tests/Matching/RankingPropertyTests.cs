using Xunit;
using Zhirong.Engine.Matching.Analysis;
using Zhirong.Engine.Matching.Listings;
using Zhirong.Engine.Matching.Needs;
using Zhirong.Engine.Matching.Parameters;
using Zhirong.Engine.Matching.Ranking;

namespace Zhirong.Engine.Tests.Matching;

/// <summary>Made-up listings: the parts sum, the order they come in makes no difference, a second computation agrees, the planted one is found.</summary>
public sealed class RankingPropertyTests(ITestOutputHelper output)
{
    private static readonly string[] Topics =
    [
        "电池", "正极", "负极", "三元", "高镍", "材料", "包覆", "前驱体", "烧结", "隔膜", "水泵", "叶轮", "灯", "传感器", "神经网络", "图像", "识别", "注塑", "模具", "涂层",
        "碳纤维", "复合", "制备", "结构", "控制", "检测", "led", "pm2.5", "滴灌", "大棚", "疫苗", "抗体", "催化剂", "脱硫", "废水", "膜", "过滤", "焊接", "激光", "轴承",
    ];

    private static Listing Made(Random random, int number) => new()
    {
        Id = $"L{number:000}",
        Title = Text(random, 3),
        Abstract = Text(random, random.Next(0, 12)),
        Claim = Text(random, random.Next(0, 20)),
        Keywords = random.Next(2) == 0 ? [] : [Text(random, 1), Text(random, 1)],
        Owner = $"示例{Text(random, 1)}大学",
        Ipc = random.Next(3) == 0 ? [] : [IpcSymbol.Of($"{"ABH"[random.Next(3)]}0{random.Next(1, 3)}{"BM"[random.Next(2)]}{random.Next(1, 4)}/0{random.Next(4)}")!.Value],
    };

    private static string Text(Random random, int words) => string.Join(random.Next(3) == 0 ? "，" : "", Enumerable.Range(0, words).Select(_ => Topics[random.Next(Topics.Length)]));

    private static Need Asked(Random random) => new() { Id = "n", Text = Text(random, random.Next(0, 6)), Keywords = [Text(random, 1)], Ipc = random.Next(2) == 0 ? [] : [IpcSymbol.Of($"{"ABH"[random.Next(3)]}01M2/01")!.Value] };

    [Fact]
    public void Scores_OfMadeUpListings_SumAndAgreeWithASecondComputation()
    {
        var seed = Repo.Long ? Random.Shared.Next() : 20261129;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 20; round++)
        {
            var listings = Enumerable.Range(0, random.Next(1, 60)).Select(i => Made(random, i)).ToArray();
            var (need, parameters) = (Asked(random), round % 2 == 0 ? Ranked.Shipped : Ranked.With("电池|电源模组", "led|灯珠"));
            var made = ListingRanking.Of(need, ListingIndex.Of(listings, parameters), 1000);
            Assert.All(made.Matches, m => Assert.Equal(m.Score.Millionths, m.Parts()));
            var plainly = Plainly(need, listings, parameters);
            Assert.All(made.Matches, m => Assert.Equal(plainly[m.Listing.Id], m.Score.Estimate, 1e-4));
            Assert.Equal(plainly.Values.Count(s => s > 1e-4), made.Matches.Count(m => m.Score.Estimate > 1e-4));

            random.Shuffle(listings);
            Assert.Equal(made.Line(), ListingRanking.Of(need, ListingIndex.Of(listings, parameters), 1000).Line());
            Assert.Equal(made.Matches.Take(3).Select(m => m.Listing.Id), ListingRanking.Of(need, ListingIndex.Of(listings, parameters), 3).Matches.Select(m => m.Listing.Id));
        }
    }

    /// <summary>BM25F by its formula over plain lists of words: the score of each listing by id.</summary>
    private static Dictionary<string, double> Plainly(Need need, Listing[] all, MatchParameters parameters)
    {
        var (weights, fields) = (parameters.Weights, Enum.GetValues<ListingField>());
        var runs = all.ToDictionary(l => l.Id, l => fields.Select(f => Taken(l.Text(f), parameters)).ToArray());
        var averages = fields.Select(f => runs.Values.Average(r => (double)r[(int)f].Sum(run => run.Count))).ToArray();
        var (scores, reach) = (all.ToDictionary(l => l.Id, _ => 0.0), 0.0);
        foreach (var word in NeedWords.Of(need, parameters).All)
        {
            var times = all.ToDictionary(l => l.Id, l => runs[l.Id].Select(r => Times(r, word)).ToArray());
            var with = times.Values.Count(t => t.Sum() > 0);
            var idf = with == 0 ? 0 : (double)word.Counts * Math.Log(1 + ((all.Length - with + 0.5) / (with + 0.5)));
            reach += word.By is null ? idf : 0;
            foreach (var listing in all)
            {
                var tf = fields.Where(f => times[listing.Id][(int)f] > 0).Sum(f =>
                {
                    var (b, length) = ((double)weights.Of(f).B, runs[listing.Id][(int)f].Sum(run => run.Count));
                    return (double)weights.Of(f).Weight * times[listing.Id][(int)f] / (1 - b + (b * length / averages[(int)f]));
                });
                scores[listing.Id] += idf * tf / ((double)weights.K1 + tf);
            }
        }

        foreach (var listing in all)
        {
            var level = need.Ipc.SelectMany(n => listing.Ipc.Select(l => IpcSymbol.Common(n, l))).Append(IpcLevel.None).Max();
            scores[listing.Id] += (double)weights.IpcShare * (double)weights.Of(level) * (reach > 0 ? reach : 1);
        }

        return scores;
    }

    private static List<List<string>> Taken(string text, MatchParameters parameters)
    {
        var folded = CharacterFolds.Fold(text);
        return [.. WordRuns.Of(folded, parameters.Stops).Select(run => WordRuns.Words(folded, run).Select(w => folded[w.From..w.To]).ToList())];
    }

    private static int Times(List<List<string>> runs, NeedWord word) => word.Lone
        ? runs.Sum(run => string.Concat(run.Select((w, i) => i == 0 ? w : w[1..])).Count(c => c == word.Word[0]))
        : runs.Sum(run => run.Count(w => w == word.Word));

    [Fact]
    public void Rank_OfAPlantedPatentAmongFiveHundred_PutsItInTheTopFiveWithItsWords()
    {
        var random = new Random(16);
        var planted = new Listing
        {
            Id = "planted",
            Title = "一种高镍三元正极材料的表面包覆改性工艺",
            Abstract = "采用湿法在前驱体表面形成快离子导体包覆层，提高循环寿命。",
            Claim = "一种高镍三元正极材料的表面包覆改性工艺，其特征在于，烧结温度为七百五十度。",
            Owner = "示例大学",
            Ipc = [IpcSymbol.Of("H01M 4/525")!.Value],
        };
        var listings = Enumerable.Range(0, 500).Select(i => Made(random, i)).Append(planted).ToList();
        var need = new Need { Id = "n", Text = "寻找能延长循环寿命的高镍三元正极材料包覆技术，最好用快离子导体", Ipc = [IpcSymbol.Of("H01M4/505")!.Value] };
        var made = ListingRanking.Of(need, ListingIndex.Of(listings, Ranked.Shipped), 5);
        var found = Assert.Single(made.Matches, m => m.Listing.Id == "planted");
        Assert.Equal(5, made.Matches.Count);
        Assert.Equal(["循环寿命", "高镍三元正极材料", "包覆", "快离子导体"], found.Found.Where(f => f.Length > 1));
        Assert.Equal(IpcLevel.MainGroup, found.Ipc!.Level);
        Assert.Contains("延长", string.Join(' ', found.Missing), StringComparison.Ordinal);
    }
}
