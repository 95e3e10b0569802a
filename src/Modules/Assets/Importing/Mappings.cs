using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Importing;

/// <summary>A mapping as it is laid over the product's own titles.</summary>
/// <param name="Columns">Title to field; an empty field leaves the column unread.</param>
internal sealed record KeptMapping(string Name, int Version, IReadOnlyDictionary<string, string> Columns)
{
    public static KeptMapping None { get; } = new("", 0, new Dictionary<string, string>());

    /// <summary>Tells one way of reading a file from another; empty for none.</summary>
    public string Print => Columns.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new SortedDictionary<string, string>(Columns.ToDictionary(), StringComparer.Ordinal)))).AsSpan(0, 12));
}

/// <summary>The mappings an organisation keeps.</summary>
internal static class Mappings
{
    public const string Rights = "rights", Firms = "firms";

    public static async Task<List<KeptMapping>> Of(ZhirongContext read, string kind) =>
        [.. (await read.Set<MappingRow>().AsNoTracking().Where(m => m.Kind == kind).OrderByDescending(m => m.ChangedAt).ToListAsync()).Select(Kept)];

    public static async Task<KeptMapping?> Named(ZhirongContext read, string kind, string name) =>
        await read.Set<MappingRow>().AsNoTracking().SingleOrDefaultAsync(m => m.Kind == kind && m.Name == name && m.OwnerId == read.Viewer.Organisation) is { } row ? Kept(row) : null;

    /// <summary>The newest mapping all of whose titles the file has.</summary>
    public static KeptMapping? Fitting(IEnumerable<KeptMapping> mappings, IReadOnlySet<string> titles) =>
        mappings.Where(m => m.Columns.Count > 0 && m.Columns.Keys.All(titles.Contains)).MaxBy(m => m.Columns.Count);

    public static IReadOnlyDictionary<string, string> ColumnsOf(MappingRow row) => JsonSerializer.Deserialize<Dictionary<string, string>>(row.Columns, WebJson.Options)!;

    private static KeptMapping Kept(MappingRow row) => new(row.Name, row.Version, ColumnsOf(row));
}
