using System.IO.Compression;

namespace Zhirong.Platform.Office;

/// <summary>A package of parts (OPC) written so that no clock shows in its bytes.</summary>
internal static class FixedPackage
{
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The package again with sorted entries and one time for all.</summary>
    public static byte[] Of(MemoryStream package)
    {
        package.Position = 0;
        using var written = new MemoryStream();
        using (var source = new ZipArchive(package, ZipArchiveMode.Read))
        using (var target = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.OrderBy(e => e.FullName == "[Content_Types].xml" ? "" : e.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = EntryTime;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return written.ToArray();
    }
}
