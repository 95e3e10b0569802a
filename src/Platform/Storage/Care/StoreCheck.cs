using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Care;

/// <summary>One thing that must be true of a database.</summary>
/// <param name="Name">Permanent, such as <c>ledger.accounts</c>.</param>
/// <param name="Looked">How many records were looked at.</param>
/// <param name="Wrong">Those for which it is not true, a few of them by name; empty when all is well.</param>
/// <param name="Title">What must be true.</param>
public sealed record StoreCheck(string Name, long Looked, IReadOnlyList<string> Wrong, Words Title)
{
    /// <summary>How many wrong records are named at most.</summary>
    public const int Named = 5;

    /// <summary>Records that could not be compared, such as those whose evidence was erased; they are neither right nor wrong.</summary>
    public long NotCompared { get; init; }

    public bool Holds => Wrong.Count == 0;

    /// <summary>A check whose statement finds the wrong records, named by its first column.</summary>
    /// <param name="count">A statement that counts what is looked at.</param>
    /// <param name="wrong">A statement that lists names of wrong records, without LIMIT.</param>
    public static StoreCheck Of(Session session, string name, Words title, string count, string wrong) =>
        new(name, session.First(count, row => row.Long(0)), session.List($"{wrong} LIMIT {Named}", row => row.Text(0)), title);
}
