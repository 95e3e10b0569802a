using Xunit;
using Zhirong.Modules.Evidence.Model;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>The pages filter evidence by the very events the rooms record, and call them by the same words.</summary>
public sealed class EventWordsTests
{
    [Fact]
    public void Words_OfThePages_AreThoseOfTheRooms()
    {
        var pages = Repo.Read("web", "src", "words", "evidenceEvents.ts").Split('\n').Where(line => line.Contains("'evidenceEvent.", StringComparison.Ordinal)).Select(line => line.Trim()).Order(StringComparer.Ordinal);
        var rooms = EventWords.Known.Select(e => $"'evidenceEvent.{e.Key}': ['{e.Value.Zh}', '{e.Value.En}'],").Order(StringComparer.Ordinal);
        Assert.Equal(rooms, pages);
        var filter = Repo.Read("web", "src", "rooms", "evidence", "records", "RecordFilters.tsx");
        Assert.All(EventWords.Known.Keys, name => Assert.Contains($"'{name}',", filter, StringComparison.Ordinal));
    }

    /// <summary>Every event a room records by name has its words.</summary>
    [Fact]
    public void Events_RecordedByTheRooms_HaveWords()
    {
        var recorded = Directory.EnumerateFiles(Repo.At("src", "Modules"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), "new\\(\"([A-Z][A-Za-z]+)\", \"[a-z]+\", ").Select(m => m.Groups[1].Value)).Distinct().ToList();
        Assert.NotEmpty(recorded);
        Assert.All(recorded, name => Assert.Contains(name, EventWords.Known.Keys));
    }
}
