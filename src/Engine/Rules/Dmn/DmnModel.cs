using System.Xml;
using System.Xml.Linq;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules.Dmn;

/// <summary>The numbered refusals of a DMN file: POL-05xx.</summary>
public static class DmnRefusals
{
    public static Refusal Xml(string problem, int line, int column) => Make("POL-0501", "", problem, new("格式正确、不含 DTD、嵌套不过 64 层的 XML", "well-formed XML without a DTD, nested at most 64 deep"), new("读不了这个 XML 文件", "The XML cannot be read")).At(line, column);

    public static Refusal NoDecision() => Make("POL-0502", "definitions", "0", new("至少一个决策表或表达式", "at least one decision table or literal expression"), new("文件中没有决策", "The file holds no decision")).At(1, 1);

    public static Refusal Part(string path, string found, XElement at) => Make("POL-0503", path, found, Words.Same("decisionTable | literalExpression"), new("不能导入这种决策逻辑", "Decision logic of this kind cannot be imported")).At(Line(at), Column(at));

    public static Refusal Hit(string path, string found, XElement at) => Make("POL-0504", path, found, Words.Same("UNIQUE | FIRST | ANY | PRIORITY | RULE ORDER | OUTPUT ORDER | COLLECT (SUM | MIN | MAX | COUNT)"), new("不认识的命中规则", "Unknown hit policy")).At(Line(at), Column(at));

    public static Refusal Shape(string path, int found, int expected, XElement at) => Make("POL-0505", path, $"{found}", Words.Same($"{expected}"), new("规则的单元格数与列数不符", "The rule has another number of entries than the table has columns")).At(Line(at), Column(at));

    public static Refusal Circle(string name) => Make("POL-0506", $"decision.{name}", name, new("不回到自身的决策", "decisions that do not lead back to themselves"), new("决策循环引用", "The decisions require each other in a circle")).At(1, 1);

    internal static int Line(XElement at) => ((IXmlLineInfo)at).LineNumber;

    internal static int Column(XElement at) => ((IXmlLineInfo)at).LinePosition;

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => PolicyRefusals.Make(code, path, found, expected, message);
}

/// <summary>A decision of a DMN file, in the order in which decisions may be made.</summary>
/// <param name="Name">As in the file.</param>
/// <param name="Id">The step's.</param>
/// <param name="Logic">The decision table or literal expression.</param>
/// <param name="Element">The decision.</param>
internal sealed record DmnDecision(string Name, string Id, XElement Logic, XElement Element);

/// <summary>A DMN file opened: no DTD, no entities, nothing fetched, element names without regard to the version's namespace.</summary>
internal sealed class DmnModel
{
    private const int MaxCharacters = 4 * 1024 * 1024;
    private const int MaxDepth = 64;

    private DmnModel(XElement root) => Root = root;

    public XElement Root { get; }

    public static Result<DmnModel> Open(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using (var walk = Reader(bytes))
            {
                while (walk.Read())
                {
                    if (walk.Depth > MaxDepth)
                    {
                        return DmnRefusals.Xml($"> {MaxDepth}", ((IXmlLineInfo)walk).LineNumber, ((IXmlLineInfo)walk).LinePosition);
                    }
                }
            }

            using var xml = Reader(bytes);
            return XDocument.Load(xml, LoadOptions.SetLineInfo).Root is { } root ? new DmnModel(root) : DmnRefusals.Xml("no root", 1, 1);
        }
        catch (XmlException problem)
        {
            var text = problem.Message.ReplaceLineEndings(" ");
            return DmnRefusals.Xml(text.Length <= 120 ? text : text[..120], Math.Max(1, problem.LineNumber), Math.Max(1, problem.LinePosition));
        }
    }

    private static XmlReader Reader(ReadOnlyMemory<byte> bytes) => XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    public static IEnumerable<XElement> Children(XElement? of, string name) => of?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    public static XElement? Child(XElement? of, string name) => Children(of, name).FirstOrDefault();

    public static string Attribute(XElement? of, string name) => of?.Attribute(name)?.Value.Trim() ?? "";

    public static string Text(XElement? of) => Child(of, "text")?.Value.Trim() ?? "";

    /// <summary>The decisions, those required before those that require them.</summary>
    public Result<List<DmnDecision>> Decisions()
    {
        var (refusals, all) = (new List<Refusal>(), new Dictionary<string, DmnDecision>(StringComparer.Ordinal));
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in Children(Root, "decision"))
        {
            var name = Attribute(Child(element, "variable"), "name") is { Length: > 0 } variable ? variable : Attribute(element, "name");
            var logic = Child(element, "decisionTable") ?? Child(element, "literalExpression");
            if (logic is null)
            {
                var found = element.Elements().LastOrDefault(e => e.Name.LocalName is "context" or "invocation" or "relation" or "list" or "functionDefinition" or "conditional" or "for" or "filter");
                refusals.Add(DmnRefusals.Part($"decision.{name}", found?.Name.LocalName ?? "—", element));
                continue;
            }

            var id = FeelText.Identifier(name, "decision");
            while (!used.Add(id))
            {
                id += "_";
            }

            all[Attribute(element, "id") is { Length: > 0 } own ? own : id] = new(name, id, logic, element);
        }

        if (refusals.Count == 0 && all.Count == 0)
        {
            refusals.Add(DmnRefusals.NoDecision());
        }

        return refusals.Count == 0 ? Ordered(all) : Result<List<DmnDecision>>.Refused(refusals);
    }

    private static Result<List<DmnDecision>> Ordered(Dictionary<string, DmnDecision> all)
    {
        var (made, left) = (new List<DmnDecision>(), new Dictionary<string, DmnDecision>(all, StringComparer.Ordinal));
        while (left.Count > 0)
        {
            var ready = left.Where(d => Required(d.Value).All(r => !left.ContainsKey(r))).ToList();
            if (ready.Count == 0)
            {
                return DmnRefusals.Circle(left.Values.First().Name);
            }

            ready.ForEach(r => left.Remove(r.Key));
            made.AddRange(ready.Select(r => r.Value));
        }

        return made;
    }

    public static IEnumerable<string> Required(DmnDecision decision) =>
        Children(decision.Element, "informationRequirement").SelectMany(r => Children(r, "requiredDecision")).Select(r => Attribute(r, "href").TrimStart('#'));
}
