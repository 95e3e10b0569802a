using Microsoft.Data.Sqlite;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Sqlite;

/// <summary>
/// Moves the write-ahead log into the database beside the writer, so that no commit waits for it; when the log has grown long the
/// writer starts it anew between two transactions, which is then short.
/// </summary>
internal sealed class WalKeeper : IDisposable
{
    /// <summary>A log shorter than this is left alone, in bytes.</summary>
    private const long Short = 8L << 20;

    /// <summary>A log longer than this is started anew, in bytes.</summary>
    private const long Long = 96L << 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly string file;
    private readonly string connection;
    private readonly ManualResetEventSlim stop = new();
    private readonly Thread thread;
    private volatile bool startAnew;

    public WalKeeper(string file, string connection)
    {
        (this.file, this.connection) = (file, connection);
        thread = new(Keep) { IsBackground = true, Name = "write-ahead log" };
        thread.Start();
    }

    /// <summary>Called by the writer between two transactions. Readers of old states keep the log as it is; then it goes on growing.</summary>
    public void BetweenTransactions(Session writer)
    {
        if (startAnew)
        {
            startAnew = false;
            writer.Query("PRAGMA wal_checkpoint(RESTART)", _ => { });
        }
    }

    public void Dispose()
    {
        stop.Set();
        thread.Join();
        stop.Dispose();
    }

    private void Keep()
    {
        while (!stop.Wait(Pause))
        {
            try
            {
                var length = new FileInfo(file + "-wal") is { Exists: true } log ? log.Length : 0;
                if (length > Short)
                {
                    Move();
                    startAnew |= length > Long;
                }
            }
            catch (Exception problem) when (problem is SqliteException or IOException)
            {
                // A full or failing disk is told to whoever writes next; the log is moved later.
            }
        }
    }

    private void Move()
    {
        using var own = new SqliteConnection(connection);
        own.Open();
        using var session = new SqliteSession(own, owned: false);
        session.Query("PRAGMA wal_checkpoint(PASSIVE)", _ => { });
    }
}
