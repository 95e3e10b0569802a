using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Rules.Schemes;

/// <summary>Reads what rules of subsidies and of risk sharing have in common: head, own facts, rates, conditions, windows.</summary>
internal sealed class SchemeReader
{
    /// <summary>Most rows of any list of a rule.</summary>
    public const int MostRows = 200;

    private static readonly string[] Comparators = ["in", "is", "at_least", "ge", "gt", "le", "lt", "eq"];
    private readonly List<Refusal> refusals;

    public SchemeReader(FieldReader root, List<Refusal> refusals)
    {
        this.refusals = refusals;
        Own = FileFields.Items(root, "facts", refusals, Fact, max: MostRows, named: "name");
        var rateIds = root.List("rates").OfType<DocMap>().Select(m => (m["id"] as DocScalar)?.Text).OfType<string>();
        Vocabulary = new(Own, rateIds);
        Rates = FileFields.Items(root, "rates", refusals, Rate, max: 20);
        Head = HeadOf(root);
    }

    public SchemeHead Head { get; }

    public IReadOnlyList<SchemeFact> Own { get; }

    public IReadOnlyList<ReferenceRate> Rates { get; }

    public SchemeVocabulary Vocabulary { get; }

    public List<SchemeCondition> Conditions(FieldReader reader, string key) =>
        FileFields.Items(reader, key, refusals, Condition, max: MostRows).OfType<SchemeCondition>().ToList();

    /// <summary>An expression under a key, compiled; null when absent or refused.</summary>
    public RuleExpression? Expression(FieldReader reader, string key) =>
        reader.Node(key) is { } node && reader.TextOf(node, reader.Join(key)) is { } text ? Compile(text, node, reader.Join(key)) : null;

    public string? FactOf(FieldReader reader, string key, FactKind kind, bool required = false)
    {
        var node = required ? reader.Required(key) : reader.Node(key);
        if (node is null || reader.TextOf(node, reader.Join(key)) is not { } name)
        {
            return null;
        }

        if (Vocabulary.Fact(name) is not { } fact)
        {
            refusals.Add(SchemeRefusals.UnknownFact(reader.Join(key), name, [.. Vocabulary.Facts.Where(f => f.Kind == kind).Select(f => f.Name)]).At(node.Line, node.Column));
            return null;
        }

        if (fact.Kind != kind)
        {
            refusals.Add(SchemeRefusals.WrongKind(reader.Join(key), name, kind).At(node.Line, node.Column));
            return null;
        }

        return name;
    }

    public List<FilingWindow> Windows(FieldReader root) => FileFields.Items(root, "windows", refusals, item =>
    {
        var (opens, closes) = (item.Date("opens", required: true), item.Date("closes", required: true));
        Ordered(item, "closes", closes, opens);
        var id = FileFields.Id(item, refusals);
        return new FilingWindow(id, FileFields.Title(item, id), opens ?? default, closes ?? default, item.Whole("event_year", 1990, 2199)) { Source = Source(item) };
    }, max: MostRows);

    /// <summary>Where a figure of its own was read; empty where the field is not there.</summary>
    public static string Source(FieldReader reader) => reader.Text("source") ?? "";

    public void Refuse(Refusal refusal, DocNode? node, FieldReader reader) =>
        refusals.Add(refusal.At(node?.Line ?? reader.Line, node?.Column ?? reader.Column));

    private SchemeHead HeadOf(FieldReader root)
    {
        var id = FileFields.Id(root, refusals);
        var (effective, made) = (root.Map("effective"), new SchemeHead
        {
            Id = id,
            Version = FileFields.Id(root, refusals, "version"),
            Title = FileFields.Title(root, id),
            Jurisdiction = root.Text("jurisdiction", required: true) ?? "",
            Policy = root.Text("policy") ?? "",
            Source = root.Text("source", required: true) ?? "",
            Dated = root.Date("dated", required: true) ?? default,
            Verified = root.Flag("verified") ?? false,
            Open = FileFields.Items(root, "open", refusals, item => FileFields.Title(item, ""), max: MostRows, named: "no id"),
        });
        if (effective is null)
        {
            return made;
        }

        made = made with { From = effective.Date("from"), Until = effective.Date("until"), ForceBy = FactOf(effective, "by", FactKind.Date) ?? made.ForceBy };
        Ordered(effective, "until", made.Until, made.From);
        effective.Finish();
        return made;
    }

    private void Ordered(FieldReader reader, string key, DateOnly? end, DateOnly? start)
    {
        if (end < start)
        {
            Refuse(SchemeRefusals.DaysBackwards(reader.Join(key), end.Value, start.Value), reader.Node(key), reader);
        }
    }

    private SchemeFact Fact(FieldReader item)
    {
        var name = FileFields.Id(item, refusals, "name");
        var kind = item.OneOf("kind", SchemeFact.KindWords, required: true) is { } word ? (FactKind)SchemeFact.KindWords.ToList().IndexOf(word) : FactKind.Number;
        var nodes = item.List("words", required: kind == FactKind.Word);
        var words = nodes.Select((n, i) => item.TextOf(n, $"{item.Join("words")}.{i}") ?? "").ToList();
        if (StandardFacts.All.Any(f => f.Name == name))
        {
            Refuse(SchemeRefusals.FactTwice(item.Join("name"), name), item.Node("name"), item);
        }

        return new(name, kind, words, FileFields.Title(item, name));
    }

    private ReferenceRate Rate(FieldReader item)
    {
        var id = FileFields.Id(item, refusals);
        var curve = item.OneOf("curve", ReferenceRate.Curves, required: true) ?? ReferenceRate.Curves[0];
        var day = new RateDay("loan.signed", 0, null, "same");
        if (item.Map("day", required: true) is { } map)
        {
            day = new(FactOf(map, "of", FactKind.Date, required: true) ?? day.Fact, map.Whole("months", -120, 120) ?? 0, map.Whole("month", 1, 12), map.OneOf("take", RateDay.DayWords) ?? "same");
            map.Finish();
        }

        return new(id, curve, day);
    }

    private SchemeCondition? Condition(FieldReader item)
    {
        var id = FileFields.Id(item, refusals);
        var (when, path) = (item.Node("when"), item.Node("path"));
        var (title, source) = (FileFields.Title(item, id), Source(item));
        if (when is null == path is null)
        {
            Refuse(SchemeRefusals.OneOfTwo(item.Path, when is null ? "—" : "when, path", "when | path"), null, item);
            Comparators.ToList().ForEach(c => item.Node(c));
            return null;
        }

        var compiled = when is not null ? Expression(item, "when") : Compared(item);
        return compiled is null ? null : new(id, title, compiled) { Source = source };
    }

    /// <summary><c>{path, in | is | at_least | ge | gt | le | lt | eq}</c> as an expression of the same language.</summary>
    private RuleExpression? Compared(FieldReader item)
    {
        var node = item.Node("path")!;
        var given = Comparators.Where(item.Has).ToList();
        if (item.TextOf(node, item.Join("path")) is not { } path)
        {
            return null;
        }

        if (given.Count != 1)
        {
            Comparators.ToList().ForEach(c => item.Node(c));
            Refuse(SchemeRefusals.OneOfTwo(item.Path, given.Count == 0 ? "—" : string.Join(", ", given), string.Join(" | ", Comparators)), null, item);
            return null;
        }

        var at = item.Node(given[0])!;
        return given[0] switch
        {
            "in" => Compile(Any(path, Texts(item, "in")), node, item.Join("path")),
            "at_least" => AtLeast(item, path, at),
            "is" => Compile(item.Flag("is") == false ? $"not {path}" : path, node, item.Join("path")),
            var op => Literal(item, op) is { } value ? Compile($"{path} {Symbol(op)} {value}", node, item.Join("path")) : null,
        };
    }

    private RuleExpression? AtLeast(FieldReader item, string path, DocNode at)
    {
        if (item.TextOf(at, item.Join("at_least")) is not { } word)
        {
            return null;
        }

        if (Vocabulary.Fact(path) is not { Kind: FactKind.Word } fact || !fact.Words.Contains(word))
        {
            refusals.Add(FieldRefusals.NotOneOf(item.Join("at_least"), at, word, Vocabulary.Fact(path)?.Words ?? []));
            return null;
        }

        return Compile(Any(path, fact.Words.SkipWhile(w => w != word)), at, item.Join("at_least"));
    }

    private static string Any(string path, IEnumerable<string> words) => string.Join(" or ", words.Select(w => $"{path}.{w}"));

    private static string Symbol(string op) => op switch { "ge" => ">=", "gt" => ">", "le" => "<=", "lt" => "<", _ => "==" };

    private List<string> Texts(FieldReader item, string key)
    {
        var texts = item.List(key).Select((n, i) => item.TextOf(n, $"{item.Join(key)}.{i}") ?? "").ToList();
        if (texts.Count == 0)
        {
            Refuse(FieldRefusals.Type(item.Join(key), item.Node(key)!, new("至少一个词", "at least one word")), item.Node(key), item);
        }

        return texts;
    }

    /// <summary>A number or a date, as the language writes it.</summary>
    private string? Literal(FieldReader item, string op)
    {
        var node = item.Node(op)!;
        if (node is DocScalar scalar && (FieldReader.TryDate(scalar.Text, out _) || (FieldReader.TryNumber(scalar.Text, out _) && scalar.Text.All(c => char.IsAsciiDigit(c) || c is '.' or '-'))))
        {
            return scalar.Text;
        }

        refusals.Add(FieldRefusals.Type(item.Join(op), node, new("十进制数或日期", "a decimal number or a date")));
        return null;
    }

    private RuleExpression? Compile(string text, DocNode node, string path)
    {
        var compiled = RuleExpression.Compile(text, Vocabulary, RuleType.Flag);
        if (compiled.Ok)
        {
            return compiled.Value;
        }

        refusals.AddRange(compiled.Refusals.Select(r => (r with { Path = path }).At(node.Line, node.Column)));
        return null;
    }
}
