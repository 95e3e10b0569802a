using System.Globalization;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Zhirong.Host.Tests.Cli;

/// <summary>A long file through the real program with little memory.</summary>
public sealed class ImportLongTests
{
    /// <summary>Each right of the list keeps a long abstract; what is listed must fit all the same.</summary>
    [Fact]
    public void Rights_OfALongFile_FitInLittleMemory()
    {
        var text = new StringBuilder("申请号,名称,摘要\n");
        var about = string.Concat(Enumerable.Repeat("本发明公开了一种润滑装置；", 60));
        for (var n = 0; n < 40_000; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"20191{n:0000000},装置{n},{about}\n");
        }

        using var file = Cli.Keep(text.ToString(), "long.csv");
        var said = Cli.Run("import", "rights", file.Path, "--json");

        Assert.Equal((0, ""), (said.Code, said.Err));
        var report = JsonDocument.Parse(said.Out).RootElement;
        Assert.Equal((40_000, 40_000, 10_000), (report.GetProperty("taken").GetInt32(), report.GetProperty("rightCount").GetInt32(), report.GetProperty("rights").GetArrayLength()));
    }
}
