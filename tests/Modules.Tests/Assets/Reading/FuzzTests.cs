using System.Text;
using Xunit;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Reading.Firms;
using Zhirong.Modules.Assets.Reading.Tables;

namespace Zhirong.Modules.Tests.Assets.Reading;

/// <summary>Real files with bytes changed, doubled, cut and mixed: never an exception, always numbered; with ZHIRONG_LONG=1 many more.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Tokens = ["\"", "<", ">", "&", "\n", "\r", "\0", "，", "；", "]]>", "<!--", "<?xml ", "<!DOCTYPE a [", "&#x0;", "\uFEFF", "=\"", "201910561574.9", "法律状态公告日：", "%", "1e400", "-", "\uD800"];

    private static readonly byte[][] Files = [.. Directory.GetFiles(Repo.At("tests", "golden", "register"), "*.xml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
        File.ReadAllBytes(Repo.At("docs", "reference", "examples", "import-rights.csv")), File.ReadAllBytes(Repo.At("docs", "reference", "examples", "import-firms.csv"))];

    [Fact]
    public void Read_ChangedFiles_AreNeverAnException()
    {
        var seed = Repo.Long ? Environment.TickCount : 7;
        var random = new Random(seed);
        var firms = FirmAliases.Read(File.ReadAllBytes(Repo.At("data", "rights", "firm-aliases.csv"))).Value;
        for (var round = 0; round < (Repo.Long ? 20_000 : 400); round++)
        {
            var bytes = Changed(random, Files[random.Next(Files.Length)]);
            try
            {
                foreach (var item in Samples.Read(bytes))
                {
                    Holds(item);
                }

                _ = new FirmReader(firms).Read(new MemoryStream(bytes));
                _ = TablePreview.Read(new MemoryStream(bytes), Samples.Aliases);
            }
            catch (Exception problem)
            {
                Assert.Fail($"seed {seed}, round {round}: {problem}");
            }
        }
    }

    private static void Holds(ReadItem item)
    {
        var reason = item switch { ReadItem.Refused refused => refused.Reason, ReadItem.Warned warned => warned.Reason, _ => null };
        Assert.True(reason is null || (reason.Found.Length < 200 && reason.Code.Length == 8));
        if (item is ReadItem.Taken taken)
        {
            Assert.NotEmpty(taken.Record.Numbers);
            Assert.All(taken.Record.Numbers, n => Assert.True(n.Office.Length == 2 && n.Text.Length is > 0 and < 100));
            Assert.All(taken.Record.Titles, t => Assert.True(t.Text == t.Text.Trim() && !t.Text.Any(char.IsControl)));
        }
    }

    private static byte[] Changed(Random random, byte[] file)
    {
        var bytes = file.ToList();
        for (var change = random.Next(1, 6); change > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 200), bytes.Count - at - 1));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 2_000), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(Math.Max(1, at), bytes.Count - Math.Max(1, at));
                    break;
            }
        }

        return [.. bytes];
    }
}
