namespace Zhirong.Engine.Basics.Documents;

/// <summary>A node of a YAML or JSON document that remembers where it stood (one-based line and column).</summary>
public abstract record DocNode(int Line, int Column)
{
    /// <summary>What a person would call the node in a refusal: its raw text, or its kind.</summary>
    public abstract string Describe();
}

/// <summary>A scalar with its raw text; <see cref="Quoted"/> tells "001" from 001.</summary>
public sealed record DocScalar(string Text, bool Quoted, int Line, int Column) : DocNode(Line, Column)
{
    /// <summary>Absent by intention: <c>null</c>, <c>~</c> or nothing after the colon.</summary>
    public bool IsNull => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";

    public override string Describe() => IsNull ? "null" : Text.Length == 0 ? "\"\"" : Shorten(Text);

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "…");
}

/// <summary>A list in file order.</summary>
public sealed record DocList(IReadOnlyList<DocNode> Items, int Line, int Column) : DocNode(Line, Column)
{
    public override string Describe() => $"list[{Items.Count}]";
}

/// <summary>One entry of a map, with the position of its key.</summary>
public readonly record struct DocEntry(string Key, int KeyLine, int KeyColumn, DocNode Value);

/// <summary>A map in file order; keys are unique.</summary>
public sealed record DocMap(IReadOnlyList<DocEntry> Entries, int Line, int Column) : DocNode(Line, Column)
{
    public DocNode? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Key == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }

    public override string Describe() => Entries.Count == 0 ? "map[0]" : $"map[{Entries[0].Key}…]";
}
