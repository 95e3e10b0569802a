using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Xml;

/// <summary>An element with what is below it: names without namespaces. It notes which of its children were asked for, so that the rest can be told as unused.</summary>
internal sealed class XmlNode(string name, int line)
{
    private List<XmlNode>? children;
    private Dictionary<string, string>? attributes;
    private List<string>? left;
    private bool used;

    public string Name { get; } = name;

    public int Line { get; } = line;

    public string Text { get; set; } = "";

    public IReadOnlyList<XmlNode> Children => children ?? [];

    public void Add(XmlNode child) => (children ??= []).Add(child);

    public void Set(string attribute, string value) => (attributes ??= [])[attribute] = value;

    public void Leave(string element) => (left ??= []).Add(element);

    /// <summary>Empty where there is none.</summary>
    public string Attribute(string attribute) => attributes is not null && attributes.TryGetValue(attribute, out var value) ? value.Trim() : "";

    /// <summary>The first element on a path; null when there is none.</summary>
    public XmlNode? At(params ReadOnlySpan<string> path)
    {
        var at = this;
        foreach (var step in path)
        {
            at = at.children?.Find(c => c.Name == step);
            if (at is null)
            {
                return null;
            }

            at.used = true;
        }

        return at;
    }

    /// <summary>The folded text at a path; null when there is none or it is empty.</summary>
    public string? TextAt(params ReadOnlySpan<string> path) => At(path) is { } found && Folding.Line(found.Text) is { Length: > 0 } text ? text : null;

    public IEnumerable<XmlNode> All(string wanted)
    {
        foreach (var child in Children)
        {
            if (child.Name == wanted)
            {
                child.used = true;
                yield return child;
            }
        }
    }

    /// <summary>All elements of a name at the end of a path.</summary>
    public IEnumerable<XmlNode> All(string[] path, string wanted) => At(path)?.All(wanted) ?? [];

    /// <summary>A day at a path, its text whatever it is; null for none.</summary>
    public DateOnly? Day(params ReadOnlySpan<string> path) => TextAt(path) is { } text && DayText.Read(text, out var day) == DayOutcome.Day ? day : null;

    /// <summary>Everything below counts as asked for.</summary>
    public XmlNode Whole()
    {
        used = true;
        foreach (var child in Children)
        {
            child.Whole();
        }

        return this;
    }

    /// <summary>All text below, one line.</summary>
    public string AllText()
    {
        Whole();
        return Folding.Line(string.Join(' ', Texts()));
    }

    /// <summary>Names of elements nobody asked for; what is below them is not told.</summary>
    public IEnumerable<string> Unused()
    {
        foreach (var element in left ?? [])
        {
            yield return element;
        }

        foreach (var child in Children)
        {
            if (!child.used)
            {
                yield return child.Name;
                continue;
            }

            foreach (var below in child.Unused())
            {
                yield return below;
            }
        }
    }

    private IEnumerable<string> Texts()
    {
        yield return Text;
        foreach (var text in Children.SelectMany(c => c.Texts()))
        {
            yield return text;
        }
    }
}
