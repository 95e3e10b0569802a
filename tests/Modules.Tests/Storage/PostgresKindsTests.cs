using Npgsql;
using Xunit;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>A database that tells letters otherwise than SQLite would find other records.</summary>
public sealed class PostgresKindsTests
{
    [Fact]
    public void Open_OfADatabaseWithOtherLetters_IsRefused()
    {
        var target = OwnPostgres.Server.NewDatabase();
        var name = "kinds" + Guid.NewGuid().ToString("N")[..8];
        OwnPostgres.Server.Do($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'");
        var other = new NpgsqlConnectionStringBuilder(target) { Database = name }.ConnectionString;
        var refused = Assert.Throws<StorageException>(() => Store.Open(other, TestStore.Rooms)).Refusal;
        Assert.Equal("STO-0107", refused.Code);
        Assert.Contains("C.UTF-8", refused.Found, StringComparison.Ordinal);
    }
}
