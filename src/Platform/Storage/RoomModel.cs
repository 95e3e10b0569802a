using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage;

/// <summary>What one room keeps: its tables and their history. Every table carries the room's prefix.</summary>
public interface IRoomModel
{
    /// <summary>The prefix of every table of the room: <c>sec_</c>.</summary>
    string Prefix { get; }

    /// <summary>The room's hand-written migrations, classes with a <c>[Migration]</c> id that sorts by date over all rooms.</summary>
    IReadOnlyList<Type> Migrations { get; }

    /// <summary>Adds the room's entities to the one model.</summary>
    void Configure(ModelBuilder model);

    /// <summary>Checks that what the room keeps agrees with itself; reads only.</summary>
    IEnumerable<StoreCheck> Verify(Session session) => [];
}

/// <summary>A root that belongs to an organisation; children carry the root's id and are reached only through it.</summary>
public interface IOwned
{
    /// <summary>The organisation that owns the record.</summary>
    Guid OwnerId { get; }
}

/// <summary>A record that is changed in place: every change names the version it started from.</summary>
public interface IVersioned
{
    /// <summary>1 when created, one more with every change.</summary>
    int Version { get; set; }
}

/// <summary>What the rooms' models and migrations have in common.</summary>
public static class RoomTables
{
    /// <summary>Names every column after its property, in snake case.</summary>
    public static void SnakeCase<T>(this EntityTypeBuilder<T> entity)
        where T : class
    {
        var nullability = new NullabilityInfoContext();
        foreach (var property in typeof(T).GetProperties())
        {
            entity.Property(property.Name).IsRequired(nullability.Create(property).ReadState == NullabilityState.NotNull).HasColumnName(string.Concat(property.Name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}")));
        }
    }

    /// <summary>The numbers of a sequence column: a sequence of its own on PostgreSQL, the column itself on SQLite.</summary>
    public static void Sequence(this MigrationBuilder migrations, string table, string column)
    {
        if (migrations.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL")
        {
            migrations.Sql($"CREATE SEQUENCE {table}_{column}_seq AS bigint OWNED BY {table}.{column}");
        }
    }
}
