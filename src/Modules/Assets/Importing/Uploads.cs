using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Assets.Importing;

/// <summary>Large files between their arrival and the worker that takes them in: kept in pieces in the database, where every worker reaches them.</summary>
internal static class Uploads
{
    private const int Piece = 1 << 20;

    /// <summary>An upload nobody came for is dropped after so many days.</summary>
    private const int KeptDays = 7;

    public static async Task<Guid> Keep(RightDesk desk, Viewer viewer, Stream file, long size, CancellationToken cancel)
    {
        var id = desk.NewId();
        await desk.Store.Commits.Write(
            viewer,
            async work =>
            {
                Forget(work, desk.Clock);
                work.Add(new UploadRow { Id = id, OwnerId = work.Viewer.Organisation, Size = size, At = Instant.Now(desk.Clock) });
                await work.SaveChangesAsync();
                return 0;
            },
            cancel);
        var buffer = new byte[Piece];
        for (var n = 0; await file.ReadAtLeastAsync(buffer, Piece, throwOnEndOfStream: false, cancel) is > 0 and var length; n++)
        {
            var rows = new RowSet(RegisterShapes.UploadParts).Add(RowValues.Of(id), n, buffer.AsSpan(0, length).ToArray());
            await desk.Store.Commits.Write(viewer, work => Task.FromResult(work.Session.Insert(rows)), cancel);
        }

        return id;
    }

    /// <summary>The file on this machine's disk, gone when it is closed; null where it is not there any more.</summary>
    public static async Task<Stream?> Open(Store store, Viewer viewer, Guid id, CancellationToken cancel)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.DeleteOnClose);
        for (var n = 0; ; n++)
        {
            byte[]? piece;
            await using (var read = store.Read(viewer))
            {
                piece = read.Session.First("SELECT content FROM ast_upload_part WHERE upload_id = @p0 AND n = @p1", row => row.Blob(0), RowValues.Of(id), n);
            }

            if (piece is null)
            {
                break;
            }

            await file.WriteAsync(piece, cancel);
        }

        if (file.Length == 0)
        {
            await file.DisposeAsync();
            return null;
        }

        file.Position = 0;
        return file;
    }

    public static void Drop(ZhirongContext work, Guid id)
    {
        work.Session.Execute("DELETE FROM ast_upload_part WHERE upload_id = @p0", RowValues.Of(id));
        work.Session.Execute("DELETE FROM ast_upload WHERE id = @p0", RowValues.Of(id));
    }

    private static void Forget(ZhirongContext work, TimeProvider clock)
    {
        var before = Instant.Now(clock) - (KeptDays * 86_400_000_000L);
        foreach (var old in work.Session.List("SELECT id FROM ast_upload WHERE owner_id = @p0 AND at < @p1", row => row.Id(0), RowValues.Of(work.Viewer.Organisation), before))
        {
            Drop(work, old);
        }
    }
}
