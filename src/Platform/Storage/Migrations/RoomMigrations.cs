using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhirong.Platform.Storage.Migrations;

/// <summary>One history over all rooms: their migrations in the order of their ids.</summary>
internal sealed class RoomMigrations(ICurrentDbContext current) : IMigrationsAssembly
{
    private readonly SortedDictionary<string, TypeInfo> migrations = Collect(((ZhirongContext)current.Context).Rooms);

    public IReadOnlyDictionary<string, TypeInfo> Migrations => migrations;

    public ModelSnapshot? ModelSnapshot => null;

    public Assembly Assembly => typeof(RoomMigrations).Assembly;

    public string? FindMigrationId(string nameOrId) =>
        migrations.Keys.FirstOrDefault(id => id.Equals(nameOrId, StringComparison.Ordinal) || id.EndsWith("_" + nameOrId, StringComparison.Ordinal));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    private static SortedDictionary<string, TypeInfo> Collect(IReadOnlyList<IRoomModel> rooms)
    {
        var found = new SortedDictionary<string, TypeInfo>(StringComparer.Ordinal);
        foreach (var type in rooms.SelectMany(room => room.Migrations))
        {
            found.Add(type.GetCustomAttribute<MigrationAttribute>()!.Id, type.GetTypeInfo());
        }

        return found;
    }
}
