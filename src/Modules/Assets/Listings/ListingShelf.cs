using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Matching.Listings;
using Zhirong.Engine.Matching.Parameters;
using Zhirong.Engine.Matching.Reading;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Listings;

/// <summary>Files of listings by their words. An index is made when it is first asked and a few are kept; a file never changes, so that none is ever out of date.</summary>
/// <param name="parameters">Weights, stop words and synonyms listings are ranked by; null where none came with the installation.</param>
internal sealed class ListingShelf(MatchParameters? parameters)
{
    private const int Kept = 4;

    private readonly Lock gate = new();
    private readonly List<(Guid File, ListingIndex Index)> newest = [];

    public MatchParameters Parameters => parameters ?? throw new InvalidOperationException("No data to rank listings by.");

    /// <summary>The index of a file the viewer may see; null where there is none for him.</summary>
    public async Task<ListingIndex?> Of(ZhirongContext read, Guid file)
    {
        if (!await read.Set<ListingFile>().AnyAsync(f => f.Id == file))
        {
            return null;
        }

        lock (gate)
        {
            if (newest.Find(k => k.File == file) is { Index: not null } kept)
            {
                newest.Remove(kept);
                newest.Add(kept);
                return kept.Index;
            }
        }

        var content = await read.Set<ListingFileContent>().Where(c => c.FileId == file).Select(c => c.Content).SingleAsync();
        var index = ListingIndex.Of(ListingReader.Read(content).Value, Parameters);
        lock (gate)
        {
            newest.RemoveAll(k => k.File == file);
            newest.Add((file, index));
            if (newest.Count > Kept)
            {
                newest.RemoveAt(0);
            }
        }

        return index;
    }
}
