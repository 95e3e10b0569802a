using System.Text;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>What is erased is nowhere in the files of the database once they have been moved together.</summary>
public sealed class EraseTests
{
    [Fact]
    public async Task Erase_OfAContent_LeavesNoByteOfItInTheFiles()
    {
        var (folder, marker) = (Directory.CreateTempSubdirectory("zhirong-erase-").FullName, $"MARKER-{Guid.NewGuid():N}");
        try
        {
            await using (var store = Store.Open(folder, TestStore.Rooms))
            {
                await store.Commits.Write(Viewer.Local, work => Task.FromResult(EvidenceLeaves.Record(work, new("Happened", "thing", "1", new JsonObject { ["secret"] = marker }), TimeProvider.System)));
            }

            Assert.True(Found(folder, marker));
            await using (var store = Store.Open(folder, TestStore.Rooms))
            {
                await store.Commits.Write(Viewer.Everything("erase"), work => Task.FromResult(work.Session.Execute("DELETE FROM evd_content")));
            }

            Assert.False(Found(folder, marker));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static bool Found(string folder, string marker) => Directory.GetFiles(folder).Any(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains(marker, StringComparison.Ordinal));
}
