using System.Globalization;
using System.Text;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Reading.Tables;

namespace Zhirong.Host.Bench;

/// <summary>Times reading a Chinese export of patents from the disk, row by row, without storing it.</summary>
internal static class ImportBench
{
    private const int Rows = 20_000;

    /// <summary>Twenty thousand rows a second.</summary>
    private const double RowMicroseconds = 50;

    public static IEnumerable<BenchLine> Run()
    {
        var folder = Directory.CreateTempSubdirectory("zhirong-bench-");
        try
        {
            var path = Path.Combine(folder.FullName, "rights.csv");
            File.WriteAllText(path, Csv(), new UTF8Encoding(true));
            var reader = new RightsReader(HeaderAliases.Read(File.ReadAllBytes(Home.HeaderAliases)).Value);
            var (seconds, bytes) = Stopwatches.PerUnit(() => Read(reader, path), Rows);
            yield return new("import.read", seconds * 1e6, RowMicroseconds, "us");
            yield return new("import.read.alloc", bytes, null, "bytes");
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static void Read(RightsReader reader, string path)
    {
        using var file = File.OpenRead(path);
        var taken = reader.Read(file).Count(i => i is ReadItem.Taken);
        if (taken != Rows)
        {
            throw new InvalidOperationException($"{taken} of the bench's own {Rows} rows were read.");
        }
    }

    /// <summary>Fifteen columns, some three hundred characters a row.</summary>
    private static string Csv()
    {
        var text = new StringBuilder("公开（公告）号,公开（公告）日,申请号,申请日,名称,主分类号,分类号,申请人,发明人,代理人,代理机构,地址,国省代码,优先权,摘要\r\n");
        for (var n = 0; n < Rows; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"CN{109_000_000 + n}A,2019.{1 + (n % 12)}.{1 + (n % 28)},CN20191{n:0000000},2019-03-{1 + (n % 28):00},一种轴承的润滑装置及其方法（{n}）,F16C  33/{10 + (n % 80)},F16C33/{10 + (n % 80)};F16N7/3{n % 10},宁波第{n % 3_000}号轴承股份有限公司；宁波大学,张三{n}；李四；王五,赵六,宁波某某专利代理事务所（普通合伙） 33{n % 900 + 100},浙江省宁波市鄞州区某某路{n % 999}号,33,,\"本发明公开了一种轴承的润滑装置, 包括壳体、油道和第{n}号油泵，用于降低摩擦并延长寿命，结构简单、成本低、便于维护。\"\r\n");
        }

        return text.ToString();
    }
}
