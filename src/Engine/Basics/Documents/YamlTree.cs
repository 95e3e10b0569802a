using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Zhirong.Engine.Basics.Documents;

/// <summary>YAML events to a tree: bounded, aliases shared (never expanded), cycles refused.</summary>
internal sealed class YamlTree
{
    private readonly DocLimits limits;
    private readonly Parser parser;
    private readonly Dictionary<string, (DocNode Node, int Size)> anchors = [];
    private readonly HashSet<string> open = [];
    private int nodes;

    private YamlTree(string text, DocLimits limits)
    {
        this.limits = limits;
        parser = new Parser(new StringReader(text));
    }

    public static Result<DocNode> Read(string text, DocLimits limits)
    {
        var tree = new YamlTree(text, limits);
        try
        {
            return tree.Document();
        }
        catch (Refused refused)
        {
            return refused.Refusal;
        }
        catch (YamlException problem)
        {
            // A tab is reported with the whole mapping or scalar it stands in, not with its own place.
            var (line, column) = problem.Message.Contains(" tab ", StringComparison.Ordinal) && TabIndent(text) is { } tab ? tab : ((int)problem.Start.Line, (int)problem.Start.Column);
            return DocRefusals.Syntax(OneLine(problem.Message), line, column);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            // The scanner's own failures on damaged text are still a bad file, not our fault; the last event read is the nearest place.
            var near = tree.parser.Current?.End ?? Mark.Empty;
            return DocRefusals.Syntax("damaged YAML", Math.Max(1, (int)near.Line), Math.Max(1, (int)near.Column));
        }
    }

    /// <summary>The first tab that indents a line.</summary>
    private static (int Line, int Column)? TabIndent(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var indent = line.Length - line.TrimStart(" \t").Length;
            if (line[..indent].IndexOf('\t') is >= 0 and var at)
            {
                return (number, at + 1);
            }
        }

        return null;
    }

    private static string OneLine(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 120 ? line : line[..120];
    }

    private DocNode Document()
    {
        Next<StreamStart>();
        if (parser.Current is StreamEnd)
        {
            throw new Refused(DocRefusals.Empty());
        }

        Next<DocumentStart>();
        var (root, _) = Node(1);
        Next<DocumentEnd>();
        if (parser.Current is not StreamEnd)
        {
            throw new Refused(DocRefusals.SecondDocument(Line, Column));
        }

        return root;
    }

    private int Line => (int)parser.Current!.Start.Line;

    private int Column => (int)parser.Current!.Start.Column;

    private void Next<TEvent>()
        where TEvent : ParsingEvent
    {
        if (parser.Current is null)
        {
            parser.MoveNext();
        }

        if (parser.Current is not TEvent)
        {
            throw new Refused(DocRefusals.Syntax(parser.Current?.GetType().Name ?? "end", 1, 1));
        }

        parser.MoveNext();
    }

    private (DocNode Node, int Size) Node(int depth)
    {
        var (line, column) = (Line, Column);
        if (depth > limits.MaxDepth)
        {
            throw new Refused(DocRefusals.TooDeep(limits.MaxDepth, line, column));
        }

        if (parser.Current is AnchorAlias alias)
        {
            return Alias(alias.Value.Value, line, column);
        }

        if (parser.Current is not NodeEvent node)
        {
            throw new Refused(DocRefusals.Syntax(parser.Current?.GetType().Name ?? "end", line, column));
        }

        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            throw new Refused(DocRefusals.Tag(node.Tag.Value, line, column));
        }

        Count(1, line, column);
        var anchor = node.Anchor.IsEmpty ? null : node.Anchor.Value;
        if (anchor is not null)
        {
            open.Add(anchor);
        }

        var read = node switch
        {
            Scalar scalar => ReadScalar(scalar, line, column),
            SequenceStart => ReadList(depth, line, column),
            _ => ReadMap(depth, line, column),
        };
        if (anchor is not null)
        {
            open.Remove(anchor);
            anchors[anchor] = read;
        }

        return read;
    }

    private (DocNode Node, int Size) Alias(string anchor, int line, int column)
    {
        parser.MoveNext();
        if (open.Contains(anchor))
        {
            throw new Refused(DocRefusals.Cycle(anchor, line, column));
        }

        if (!anchors.TryGetValue(anchor, out var known))
        {
            throw new Refused(DocRefusals.UnknownAlias(anchor, line, column));
        }

        Count(known.Size, line, column);
        return known;
    }

    private void Count(int more, int line, int column)
    {
        nodes = checked(nodes + more);
        if (nodes > limits.MaxNodes)
        {
            throw new Refused(DocRefusals.TooMany(limits.MaxNodes, line, column));
        }
    }

    private (DocNode Node, int Size) ReadScalar(Scalar scalar, int line, int column)
    {
        parser.MoveNext();
        return (new DocScalar(scalar.Value, scalar.Style != ScalarStyle.Plain, line, column), 1);
    }

    private (DocNode Node, int Size) ReadList(int depth, int line, int column)
    {
        parser.MoveNext();
        var items = new List<DocNode>();
        var size = 1;
        while (parser.Current is not SequenceEnd)
        {
            var (item, itemSize) = Node(depth + 1);
            items.Add(item);
            size += itemSize;
        }

        parser.MoveNext();
        return (new DocList(items, line, column), size);
    }

    private (DocNode Node, int Size) ReadMap(int depth, int line, int column)
    {
        parser.MoveNext();
        var entries = new List<DocEntry>();
        var seen = new Dictionary<string, int>();
        var size = 1;
        while (parser.Current is not MappingEnd)
        {
            var (keyLine, keyColumn) = (Line, Column);
            if (parser.Current is not Scalar key)
            {
                throw new Refused(DocRefusals.ComplexKey(keyLine, keyColumn));
            }

            parser.MoveNext();
            if (!seen.TryAdd(key.Value, keyLine))
            {
                throw new Refused(DocRefusals.DuplicateKey(key.Value, seen[key.Value], keyLine, keyColumn));
            }

            var (value, valueSize) = Node(depth + 1);
            entries.Add(new(key.Value, keyLine, keyColumn, value));
            size += valueSize + 1;
        }

        parser.MoveNext();
        return (new DocMap(entries, line, column), size);
    }

    private sealed class Refused(Refusal refusal) : Exception
    {
        public Refusal Refusal { get; } = refusal;
    }
}
