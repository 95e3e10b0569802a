using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Platform.Storage.Postgres;

/// <summary>What one table lets through.</summary>
/// <param name="Seen">Rows that may be read.</param>
/// <param name="Written">Rows that may be added, changed and taken away.</param>
internal sealed record RowPolicy(string Table, string Seen, string Written)
{
    /// <summary>Tells one wording from another.</summary>
    public string Print => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"1|{Seen}|{Written}")))[..16];
}

/// <summary>
/// The conditions of row-level security, made from the model: a root by its owner or a share, what is reached through another row by
/// that row, every other table by any viewer at all. Without a viewer nothing is there.
/// </summary>
internal static class RowPolicies
{
    /// <summary>The viewer's organisation; asked once a statement.</summary>
    public const string Organisation = "(SELECT current_setting('zhirong.org', true))";

    private const string Everything = "(SELECT current_setting('zhirong.everything', true)) <> ''";

    private const string Today = "(SELECT current_setting('zhirong.today', true))";

    public static IReadOnlyList<RowPolicy> Of(IModel model) =>
        [.. model.GetEntityTypes().Where(entity => entity.GetTableName() is not null).OrderBy(entity => entity.GetTableName(), StringComparer.Ordinal).Select(Of)];

    private static RowPolicy Of(IEntityType entity) => new(entity.GetTableName()!, Condition(entity, toWrite: false), Condition(entity, toWrite: true));

    private static string Condition(IEntityType entity, bool toWrite) => Narrow(entity, toWrite) is { } narrow
        ? $"{Everything} OR {narrow}"
        : $"{Everything} OR {Organisation} <> ''";

    /// <summary>Null when any viewer will do.</summary>
    private static string? Narrow(IEntityType entity, bool toWrite)
    {
        if (entity.FindAnnotation(toWrite ? Roots.WrittenAnnotation : Roots.SeenAnnotation)?.Value is string given)
        {
            return given;
        }

        if (entity.FindAnnotation(Roots.KnownAnnotation) is not null)
        {
            return null;
        }

        if (entity.FindAnnotation(Roots.ThroughAnnotation)?.Value is string through)
        {
            var (root, column, of) = Parts(through);
            var parent = entity.Model.GetEntityTypes().Single(e => e.ClrType.FullName == root);
            var inner = Reached(parent, toWrite);
            return $"EXISTS (SELECT 1 FROM {parent.GetTableName()} WHERE {parent.GetTableName()}.{of} = {entity.GetTableName()}.{column}{(inner is null ? "" : $" AND ({inner})")})";
        }

        return entity.ClrType.IsAssignableTo(typeof(IOwned)) ? Owned(entity, toWrite) : null;
    }

    /// <summary>A root that every viewer may count still shows what hangs on it to its owner only.</summary>
    private static string? Reached(IEntityType parent, bool toWrite) => parent.ClrType.IsAssignableTo(typeof(IOwned)) ? Owned(parent, toWrite) : Narrow(parent, toWrite);

    private static string Owned(IEntityType entity, bool toWrite)
    {
        var table = entity.GetTableName();
        var own = $"{table}.owner_id = {Organisation}";
        var (kind, id) = entity.FindAnnotation(Roots.SubjectAnnotation)?.Value is string subject && subject.Split('|') is [var kindColumn, var idColumn]
            ? ($"{table}.{kindColumn}", $"{table}.{idColumn}")
            : ($"'{Roots.KindOf(entity)}'", $"{table}.id");
        return !Roots.CanBeShared(entity) && entity.FindAnnotation(Roots.SubjectAnnotation) is null ? own
            : $"{own} OR EXISTS (SELECT 1 FROM {ShareTables.Table} s WHERE s.kind = {kind} AND s.root_id = {id} AND s.owner_id = {table}.owner_id AND s.org_id = {Organisation}"
            + $" AND s.since <= {Today} AND (s.until IS NULL OR s.until >= {Today}){(toWrite ? " AND s.may_write = 1" : "")})";
    }

    private static (string Root, string Column, string Of) Parts(string through) => through.Split('|') is [var root, var column, var of] ? (root, column, of) : throw new InvalidOperationException(through);
}
