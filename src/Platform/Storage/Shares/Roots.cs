using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhirong.Platform.Storage.Shares;

/// <summary>How a table's rows are guarded on PostgreSQL; without saying so, a root by its owner and every other table by any viewer at all.</summary>
public static class Roots
{
    internal const string ThroughAnnotation = "zhirong:through";
    internal const string SubjectAnnotation = "zhirong:subject";
    internal const string KnownAnnotation = "zhirong:known";
    internal const string SeenAnnotation = "zhirong:seen";
    internal const string WrittenAnnotation = "zhirong:written";

    /// <summary>The rows are there for whoever sees the row of another table that a column names.</summary>
    /// <param name="column">The column, such as <c>deal_id</c>.</param>
    /// <param name="of">The column of the other table it names.</param>
    public static EntityTypeBuilder<T> ReachedThrough<T, TRoot>(this EntityTypeBuilder<T> entity, string column, string of = "id")
        where T : class
        where TRoot : class
    {
        entity.Metadata.SetAnnotation(ThroughAnnotation, $"{typeof(TRoot).FullName}|{column}|{of}");
        return entity;
    }

    /// <summary>The rows are there for every viewer: written or read too often to be asked one by one, and reached through what is guarded.</summary>
    public static EntityTypeBuilder<T> ForEveryViewer<T>(this EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.Metadata.SetAnnotation(KnownAnnotation, true);
        return entity;
    }

    /// <summary>The rows are shared with whoever shares the record that two columns name, not under their own kind and id.</summary>
    public static EntityTypeBuilder<T> SharedWithSubject<T>(this EntityTypeBuilder<T> entity, string kindColumn, string idColumn)
        where T : class, IOwned
    {
        entity.Metadata.SetAnnotation(SubjectAnnotation, $"{kindColumn}|{idColumn}");
        return entity;
    }

    /// <summary>Conditions of the platform's own tables, over their columns.</summary>
    internal static EntityTypeBuilder<T> Guarded<T>(this EntityTypeBuilder<T> entity, string seen, string written)
        where T : class
    {
        entity.Metadata.SetAnnotation(SeenAnnotation, seen);
        entity.Metadata.SetAnnotation(WrittenAnnotation, written);
        return entity;
    }

    /// <summary>The kind of a root: its table's name without the room's prefix.</summary>
    public static string KindOf(IReadOnlyEntityType entity)
    {
        var table = entity.GetTableName()!;
        return table[(table.IndexOf('_', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>The table of a kind of root that can be shared; null when there is none.</summary>
    public static string? TableOf(ZhirongContext context, string kind) => context.Model.GetEntityTypes()
        .FirstOrDefault(entity => CanBeShared(entity) && KindOf(entity) == kind)?.GetTableName();

    /// <summary>Every kind of root that can be shared, sorted.</summary>
    public static IReadOnlyList<string> KindsOf(ZhirongContext context) =>
        [.. context.Model.GetEntityTypes().Where(CanBeShared).Select(KindOf).Order(StringComparer.Ordinal)];

    /// <summary>Records of business; what belongs to people and their keys is nobody else's.</summary>
    internal static bool CanBeShared(IReadOnlyEntityType entity) =>
        !entity.GetTableName()!.StartsWith("access_", StringComparison.Ordinal) && entity.ClrType.IsAssignableTo(typeof(IOwned)) && entity.FindProperty("Id")?.ClrType == typeof(Guid) && entity.FindAnnotation(SubjectAnnotation) is null;
}
