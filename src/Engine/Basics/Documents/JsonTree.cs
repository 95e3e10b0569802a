using System.Text.Json;

namespace Zhirong.Engine.Basics.Documents;

/// <summary>JSON tokens to the same tree, with positions.</summary>
internal ref struct JsonTree
{
    private readonly DocLimits limits;
    private readonly ReadOnlySpan<byte> bytes;
    private Utf8JsonReader reader;
    private int counted;
    private int line = 1;
    private int lineStart;
    private int nodes;
    private Refusal? refusal;

    private JsonTree(ReadOnlySpan<byte> bytes, DocLimits limits)
    {
        this.limits = limits;
        this.bytes = bytes;
        reader = new(bytes, new JsonReaderOptions { MaxDepth = limits.MaxDepth + 1 });
    }

    public static Result<DocNode> Read(ReadOnlyMemory<byte> bytes, DocLimits limits)
    {
        var tree = new JsonTree(bytes.Span, limits);
        try
        {
            tree.reader.Read();
            var root = tree.Node(1);
            if (tree.refusal is null)
            {
                tree.reader.Read();
            }

            return tree.refusal is { } no ? no : root;
        }
        catch (JsonException problem)
        {
            var text = problem.Message.ReplaceLineEndings(" ");
            var cut = text.IndexOf(" LineNumber:", StringComparison.Ordinal);
            return DocRefusals.Syntax(cut > 0 ? text[..cut] : text, (int)(problem.LineNumber ?? 0) + 1, (int)(problem.BytePositionInLine ?? 0) + 1);
        }
        catch (InvalidOperationException)
        {
            // An escape that is half of a surrogate pair cannot become text.
            return DocRefusals.Syntax("invalid string escape", 1, 1);
        }
    }

    private (int Line, int Column) Position()
    {
        var start = (int)reader.TokenStartIndex;
        for (; counted < start; counted++)
        {
            if (bytes[counted] == (byte)'\n')
            {
                line++;
                lineStart = counted + 1;
            }
        }

        return (line, start - lineStart + 1);
    }

    private DocNode Node(int depth)
    {
        var (at, column) = Position();
        if (depth > limits.MaxDepth)
        {
            refusal ??= DocRefusals.TooDeep(limits.MaxDepth, at, column);
        }

        if (++nodes > limits.MaxNodes)
        {
            refusal ??= DocRefusals.TooMany(limits.MaxNodes, at, column);
        }

        if (refusal is not null)
        {
            return new DocScalar("", false, at, column);
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Map(depth, at, column);
            case JsonTokenType.StartArray:
                var items = new List<DocNode>();
                while (refusal is null && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Node(depth + 1));
                }

                return new DocList(items, at, column);
            case JsonTokenType.String:
                return new DocScalar(reader.GetString()!, true, at, column);
            default:
                return new DocScalar(System.Text.Encoding.UTF8.GetString(reader.ValueSpan), false, at, column);
        }
    }

    private DocMap Map(int depth, int at, int column)
    {
        var entries = new List<DocEntry>();
        var seen = new Dictionary<string, int>();
        while (refusal is null && reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            var (keyLine, keyColumn) = Position();
            if (!seen.TryAdd(key, keyLine))
            {
                refusal = DocRefusals.DuplicateKey(key, seen[key], keyLine, keyColumn);
                break;
            }

            reader.Read();
            entries.Add(new(key, keyLine, keyColumn, Node(depth + 1)));
        }

        return new(entries, at, column);
    }
}
