using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

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

    /// <summary>Whether nothing is hidden from the viewer.</summary>
    internal bool SeesEverything => Viewer.EverythingBecause is not null || Unfiltered;

    /// <summary>In a work a root is there only for whoever may change it.</summary>
    internal bool WritesOnly => Writing is not null;

    /// <summary>The day, in Asia/Shanghai, on which shares must be valid.</summary>
    public DateOnly Today { get; internal init; } = DateOnly.MaxValue;

    /// <summary>Set by tests that show what would be seen without the filter.</summary>
    internal bool Unfiltered { private get; init; }

    private Guid Organisation => Viewer.Organisation;

    private int LeastRight => WritesOnly ? 1 : 0;

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

            if (Lent is not null)
            {
                return Lent.Session;
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

    /// <summary>The borrowed connection of a context that reads; null where it opens one of its own.</summary>
    internal LentSession? Lent { get; init; }

    internal Func<System.Data.Common.DbConnection, Session> Commands { private get; init; } = _ => throw new InvalidOperationException("A context without commands.");

    internal IReadOnlyList<IRoomModel> Rooms { get; } = rooms;

    public override void Dispose()
    {
        reading?.Dispose();
        base.Dispose();
        Lent?.Dispose();
    }

    public override async ValueTask DisposeAsync()
    {
        reading?.Dispose();
        await base.DisposeAsync();
        Lent?.Dispose();
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

    /// <summary>The visibility filter: the owner's records and those shared with the viewer, or all of them with a reason.</summary>
    private void Filter<T>(ModelBuilder model)
        where T : class, IOwned
    {
        var kind = Roots.KindOf(model.Entity<T>().Metadata);
        Expression<Func<T, bool>> own = root => SeesEverything || root.OwnerId == Organisation;
        Expression<Func<T, bool>> visible = root => SeesEverything || root.OwnerId == Organisation || Set<Share>().Any(share =>
            share.Kind == kind && share.OwnerId == root.OwnerId && share.RootId == EF.Property<Guid>(root, "Id") && share.OrgId == Organisation
            && share.Since <= Today && (share.Until == null || share.Until >= Today) && share.MayWrite >= LeastRight);
        model.Entity<T>().HasQueryFilter("visible", Roots.CanBeShared(model.Entity<T>().Metadata) ? visible : own);
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
