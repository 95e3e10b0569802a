using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage;

/// <summary>The one database of an installation, composed of the rooms' models, seen by one viewer.</summary>
/// <remarks>
/// Money is stored as fen (<c>long</c>), rates as scaled <c>long</c>, instants as UTC microseconds (<c>long</c>), dates as ISO
/// text, ids as lower-case UUID text: the same on every database.
/// </remarks>
public sealed class ZhirongContext(DbContextOptions<ZhirongContext> options, IReadOnlyList<IRoomModel> rooms, Viewer viewer) : DbContext(options)
{
    /// <summary>The viewer of this unit of work; read by the visibility filter.</summary>
    public Viewer Viewer { get; } = viewer;

    private Session? reading;

    private bool SeesEverything => Viewer.EverythingBecause is not null;

    private Guid Organisation => Viewer.Organisation;

    /// <summary>
    /// Prepared commands on this context's connection: on the commit queue inside its transaction, else on a connection of its own.
    /// </summary>
    public Session Session
    {
        get
        {
            if (Writing is { } writing)
            {
                return writing;
            }

            if (reading is null)
            {
                Database.OpenConnection();
                reading = Commands(Database.GetDbConnection());
            }

            return reading;
        }
    }

    /// <summary>The writer's commands; null for a context that reads.</summary>
    internal Session? Writing { get; init; }

    internal Func<System.Data.Common.DbConnection, Session> Commands { private get; init; } = _ => throw new InvalidOperationException("A context without commands.");

    internal IReadOnlyList<IRoomModel> Rooms { get; } = rooms;

    public override void Dispose()
    {
        reading?.Dispose();
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        reading?.Dispose();
        return base.DisposeAsync();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Guid>().HaveConversion<IdText>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<DateText>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var room in Rooms)
        {
            room.Configure(modelBuilder);
        }

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (entity.ClrType.IsAssignableTo(typeof(IOwned)))
            {
                typeof(ZhirongContext).GetMethod(nameof(Filter), BindingFlags.NonPublic | BindingFlags.Instance)!
                    .MakeGenericMethod(entity.ClrType).Invoke(this, [modelBuilder]);
            }

            if (entity.ClrType.IsAssignableTo(typeof(IVersioned)))
            {
                modelBuilder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
            }
        }
    }

    /// <summary>The visibility filter: the owner's records, or all of them with a reason.</summary>
    private void Filter<T>(ModelBuilder model)
        where T : class, IOwned
    {
        Expression<Func<T, bool>> visible = root => SeesEverything || root.OwnerId == Organisation;
        model.Entity<T>().HasQueryFilter("visible", visible);
        model.Entity<T>().Property(root => root.OwnerId).HasColumnName("owner_id");
        if (!model.Entity<T>().Metadata.GetIndexes().Any(index => !index.IsUnique && index.Properties[0].Name == nameof(IOwned.OwnerId)))
        {
            model.Entity<T>().HasIndex(root => root.OwnerId);
        }
    }

    private sealed class IdText() : ValueConverter<Guid, string>(id => id.ToString("D"), text => Guid.ParseExact(text, "D"));

    private sealed class DateText() : ValueConverter<DateOnly, string>(
        date => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        text => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>Two contexts share a compiled model when they are made of the same rooms.</summary>
internal sealed class RoomModelKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), designTime, context is ZhirongContext own ? string.Join('|', own.Rooms.Select(r => r.GetType().FullName)) : "");
}
