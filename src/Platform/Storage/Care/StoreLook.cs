using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Care;

/// <summary>What can be seen of a database without changing it.</summary>
/// <param name="Refusal">Why it cannot be used as it stands; null when it can.</param>
/// <param name="Product">Name and version of the database; empty when it was not reached.</param>
/// <param name="Newest">Instant of the newest request it remembers; null when there is none.</param>
/// <param name="Clock">The database server's own clock; null for a file.</param>
public sealed record StoreLook(Refusal? Refusal, string Product, long? Newest, long? Clock)
{
    private const string MissingCode = "STO-0114";

    /// <summary>The schema is older; the next start brings it up to date.</summary>
    public const string OlderCode = "STO-0115";

    /// <summary>Nothing was ever written: no file, or a database without a table of ours.</summary>
    public bool IsNew => Refusal is { Code: MissingCode } or { Code: OlderCode, Found: StorageRoom.FirstMigration };

    public static StoreLook At(string target, IEnumerable<IRoomModel> rooms)
    {
        try
        {
            using var store = Store.OpenToCheck(target, rooms);
            return store.Look();
        }
        catch (StorageException refused)
        {
            return new(refused.Refusal, "", null, null);
        }
        catch (Exception problem) when (problem is System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            return new(StorageRefusals.File(problem.Message), "", null, null);
        }
    }

    internal static StoreLook Of(Session session)
    {
        var own = session.Kind == DatabaseKind.Postgres;
        return new(
            null,
            own ? $"PostgreSQL {session.First("SELECT current_setting('server_version')", row => row.Text(0))}" : $"SQLite {session.First("SELECT sqlite_version()", row => row.Text(0))}",
            session.First("SELECT max(at) FROM platform_kept_answer", row => row.LongOrNull(0)),
            own ? session.First("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint", row => row.LongOrNull(0)) : null);
    }
}
