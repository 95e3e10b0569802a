using System.Text;
using Zhirong.Engine.Matching.Analysis;
using Zhirong.Engine.Matching.Listings;
using Zhirong.Engine.Matching.Needs;
using Zhirong.Engine.Matching.Ranking;
using Zhirong.Engine.Matching.Reading;

namespace Zhirong.Host.Bench;

/// <summary>Times needs against a hundred thousand made-up listings: the index once, then needs read from text as users write them.</summary>
internal static class MatchBench
{
    private const int Listings = 100_000;

    /// <summary>Words the listings are made of; the first are the commonest, as in any language.</summary>
    private static readonly string[] Topics =
    [
        "结构", "材料", "控制", "制备", "检测", "连接", "支撑", "电池", "正极", "负极", "隔膜", "电解液", "磷酸铁锂", "三元前驱体", "硅碳负极", "热管理", "传感器", "神经网络", "图像识别", "机械臂",
        "注塑模具", "碳纤维", "石墨烯", "催化剂", "脱硫塔", "污水处理", "膜过滤", "滴灌", "种植大棚", "疫苗", "单克隆抗体", "酶制剂", "发酵罐", "光伏组件", "逆变器", "风力发电", "齿轮箱", "轴承", "焊接", "激光切割",
        "芯片封装", "光刻胶", "存储器", "无线充电", "毫米波雷达", "区块链", "加密算法", "语音识别", "无人机", "卫星导航", "压缩机", "换热器", "阀门", "水泵", "混凝土", "保温板", "涂层", "胶粘剂", "可降解塑料", "纺织面料",
    ];

    private static readonly string[] Needs =
    [
        "寻求磷酸铁锂正极材料的制备方法，提高电池循环寿命 H01M 4/58",
        "污水处理用膜过滤装置，降低能耗",
        "毫米波雷达与图像识别融合的无人机避障",
        "可降解塑料注塑模具",
        "无线充电",
    ];

    public static IEnumerable<BenchLine> Run()
    {
        var parameters = Home.Matching();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var listings = Enumerable.Range(0, Listings).Select(Made).ToList();
        var texts = GC.GetTotalMemory(forceFullCollection: true);
        ListingIndex? index = null;
        var seconds = ThreadClock.PerUnit(() => index = ListingIndex.Of(listings.Take(Listings / 10), parameters), Listings / 10, warmSeconds: 0);
        index = ListingIndex.Of(listings, parameters);
        var size = GC.GetTotalMemory(forceFullCollection: true) - texts;
        var needs = Needs.Select((text, i) => NeedReader.Read(Encoding.UTF8.GetBytes($$"""{"schema": "{{NeedReader.Schema}}", "id": "n{{i}}", "text": "{{text}}"}"""), parameters).Value).ToList();
        yield return new("match.index", seconds * 1e6, null, "us");
        yield return new("match.index.memory", size / (double)Listings, null, "bytes");
        yield return new("match.listings.memory", (texts - before) / (double)Listings, null, "bytes");
        yield return new("match.query", ThreadClock.PerUnit(() => Query(needs, index), needs.Count) * 1e6, null, "us");
        yield return new("match.query.alloc", Stopwatches.PerUnit(() => Query(needs, index), needs.Count).Bytes, null, "bytes");
    }

    private static void Query(List<Need> needs, ListingIndex index) => needs.ForEach(need => ListingRanking.Of(need, index, 10));

    /// <summary>A listing with a title of four words, an abstract of thirty and a claim of forty.</summary>
    private static Listing Made(int number)
    {
        var state = (uint)number + 1;
        return new()
        {
            Id = $"L{number:000000}",
            Title = Text(ref state, 4),
            Abstract = Text(ref state, 30),
            Claim = Text(ref state, 40),
            Owner = $"第{number % 997}示例大学",
            Ipc = [IpcSymbol.Of($"{(char)('A' + (number % 8))}{1 + (number % 30):00}{(char)('A' + (number % 24))}{1 + (number % 60)}/{number % 90:00}")!.Value],
            Readiness = 1 + (number % 9),
        };
    }

    private static string Text(ref uint state, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            // The product of two even draws falls off from the first words to the last.
            text.Append(Topics[(int)(Draw(ref state) * Draw(ref state) * Topics.Length)]);
            if (i % 5 == 4)
            {
                text.Append('，');
            }
        }

        return text.ToString();
    }

    private static double Draw(ref uint state)
    {
        state += 0x9E3779B9;
        var x = state;
        x = (x ^ (x >> 16)) * 0x21F0AAAD;
        x = (x ^ (x >> 15)) * 0x735A2D97;
        return (x ^ (x >> 15)) / 4294967296.0;
    }
}
