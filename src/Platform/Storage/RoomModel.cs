using Microsoft.EntityFrameworkCore;

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
