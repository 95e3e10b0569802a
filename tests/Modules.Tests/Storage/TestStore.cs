using Zhirong.Modules.Securitization.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>A store of its own in a folder that goes with the test.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private TestStore(string folder) => Store = Store.Open(Folder = folder, Rooms);

    public static IReadOnlyList<IRoomModel> Rooms => [new SecuritizationTables()];

    public string Folder { get; }

    public Store Store { get; }

    public static TestStore New() => new(Directory.CreateTempSubdirectory("zhirong-test-").FullName);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(Folder, true);
    }
}
