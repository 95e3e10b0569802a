using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Subsidies;

/// <summary>Reads <see cref="SubsidyRule.Schema"/>; a wrong field is refused with its place, the rest is still read.</summary>
public sealed class SubsidyRuleReader
{
    private static readonly string[] Bases = ["whole_year", "months", .. DayCounts.KnownNames.Where(n => !n.Contains("ICMA", StringComparison.Ordinal) && !n.Contains("ISMA", StringComparison.Ordinal))];
    private static readonly string[] Accruals = ["principal", "balances"];
    private readonly List<Refusal> refusals;
    private readonly SchemeReader scheme;
    private readonly HashSet<string> capIds = new(StringComparer.Ordinal);

    private SubsidyRuleReader(FieldReader root, List<Refusal> refusals)
    {
        this.refusals = refusals;
        scheme = new(root, refusals);
    }

    public static Result<SubsidyRule> Read(ReadOnlyMemory<byte> bytes)
    {
        var document = DocReader.Read(bytes);
        return document.Ok ? Read(document.Value) : Result<SubsidyRule>.Refused(document.Refusals);
    }

    public static Result<SubsidyRule> Read(DocNode document) =>
        FileFields.Node(document, SubsidyRule.Schema, (root, refusals) => new SubsidyRuleReader(root, refusals).Rule(root));

    private SubsidyRule Rule(FieldReader root)
    {
        var items = FileFields.Items(root, "items", refusals, Item, max: SchemeReader.MostRows);
        var made = new SubsidyRule
        {
            Head = scheme.Head,
            Vocabulary = scheme.Vocabulary,
            Rates = scheme.Rates,
            Conditions = scheme.Conditions(root, "eligibility"),
            Windows = scheme.Windows(root),
            Items = items,
            Groups = FileFields.Items(root, "groups", refusals, item => Group(item, [.. items.Select(i => i.Id)]), max: SchemeReader.MostRows),
            Pool = Pool(root),
        };
        if (items.Count == 0 && made.Head.Open.Count == 0)
        {
            scheme.Refuse(SchemeRefusals.NothingStated("items"), root.Node("items"), root);
        }

        return made;
    }

    private SubsidyItem Item(FieldReader item)
    {
        var id = FileFields.Id(item, refusals);
        var based = item.Map("base", required: true);
        var made = new SubsidyItem(
            id, FileFields.Title(item, id), scheme.Conditions(item, "conditions"),
            based is null ? new(BaseKind.Amount, "", null, null, null, false, null, null) : Base(based),
            Multiplier(item), Time(item), Caps(item))
        { Source = SchemeReader.Source(item) };
        based?.Finish();
        return made;
    }

    private SubsidyGround Base(FieldReader map)
    {
        var kind = map.OneOf("kind", SubsidyGround.KindWords, required: true) is { } word ? (BaseKind)SubsidyGround.KindWords.ToList().IndexOf(word) : BaseKind.Amount;
        var byPrincipal = kind is BaseKind.ReferenceRate or BaseKind.Percent;
        var fact = kind == BaseKind.Amount ? "" : scheme.FactOf(map, "fact", FactKind.Money, required: kind == BaseKind.FeePaid) ?? (byPrincipal ? "loan.principal" : "paid.interest");
        string? rate = null;
        if (kind == BaseKind.ReferenceRate && map.Text("rate", required: true) is { } named)
        {
            rate = named;
            if (!scheme.Rates.Any(r => r.Id == named))
            {
                scheme.Refuse(SchemeRefusals.UnknownName(map.Join("rate"), named, [.. scheme.Rates.Select(r => r.Id)]), map.Node("rate"), map);
            }
        }

        return new(
            kind, fact, rate,
            kind == BaseKind.Percent ? map.Ratio("percent", 0, 10) : null,
            kind == BaseKind.Amount ? map.Money("amount")?.Fen : null,
            kind == BaseKind.ReferenceRate && (map.Flag("lower_actual") ?? false),
            scheme.FactOf(map, "at_most", FactKind.Money),
            kind == BaseKind.Amount ? scheme.FactOf(map, "times", FactKind.Number) : null);
    }

    /// <summary>One number for all cases, or rows of which the last has no condition.</summary>
    private List<MultiplierRow> Multiplier(FieldReader item)
    {
        if (item.Node("multiplier") is DocScalar scalar)
        {
            return [new("default", new("比例", "part"), null, item.RatioOf(scalar, item.Join("multiplier"), 0, 10))];
        }

        var rows = FileFields.Items(item, "multiplier", refusals, row =>
        {
            var id = FileFields.Id(row, refusals);
            return new MultiplierRow(id, FileFields.Title(row, id), scheme.Expression(row, "when"), row.Ratio("value", 0, 10)) { Source = SchemeReader.Source(row) };
        }, max: SchemeReader.MostRows);
        if (rows.Count > 0 && item.Node("multiplier") is DocList { Items: [.., DocMap last] } && last["when"] is not null)
        {
            scheme.Refuse(SchemeRefusals.NoDefault(item.Join("multiplier")), item.Node("multiplier"), item);
        }

        return rows;
    }

    private SubsidyTime Time(FieldReader item)
    {
        if (item.Map("time") is not { } map)
        {
            return SubsidyTime.WholeYear;
        }

        var basis = map.OneOf("basis", Bases, required: true) ?? "whole_year";
        var made = new SubsidyTime(
            basis, DayCounts.TryParse(basis, out var convention) ? convention : null,
            scheme.FactOf(map, "from", FactKind.Date) ?? "loan.drawn", scheme.FactOf(map, "to", FactKind.Date) ?? "loan.due",
            map.Whole("max_months", 1, 1200), map.OneOf("accrue", Accruals) == "balances");
        if (made is { OnBalances: true, Convention: null })
        {
            scheme.Refuse(FieldRefusals.NotOneOf(map.Join("basis"), map.Node("basis") ?? item.Node("time")!, basis, [.. Bases.Skip(2)]), map.Node("basis"), map);
        }

        map.Finish();
        return made;
    }

    private List<SubsidyCap> Caps(FieldReader reader) => FileFields.Items(reader, "caps", refusals, item =>
    {
        var id = FileFields.Id(item, refusals);
        if (id.Length > 0 && !capIds.Add(id))
        {
            scheme.Refuse(FieldRefusals.Type(item.Join("id"), item.Node("id")!, new("整个规则内不重复的标识", "an id used once in the whole rule")), item.Node("id"), item);
        }

        var scope = item.OneOf("scope", SubsidyCap.ScopeWords, required: true) is { } word ? (CapScope)SubsidyCap.ScopeWords.ToList().IndexOf(word) : CapScope.Item;
        return new SubsidyCap(id, FileFields.Title(item, id), scope, item.Money("amount")?.Fen, scheme.Expression(item, "when")) { Source = SchemeReader.Source(item) };
    }, max: SchemeReader.MostRows);

    private CapGroup Group(FieldReader item, IReadOnlyCollection<string> known)
    {
        var id = FileFields.Id(item, refusals);
        var nodes = item.List("items", required: true);
        var members = new List<string>();
        for (var i = 0; i < nodes.Count; i++)
        {
            var path = $"{item.Join("items")}.{i}";
            if (item.TextOf(nodes[i], path) is not { } member)
            {
                continue;
            }

            members.Add(member);
            if (!known.Contains(member))
            {
                refusals.Add(SchemeRefusals.UnknownName(path, member, known).At(nodes[i].Line, nodes[i].Column));
            }
        }

        return new(id, FileFields.Title(item, id), [.. members.Distinct(StringComparer.Ordinal)], Caps(item));
    }

    private SubsidyPool? Pool(FieldReader root)
    {
        if (root.Map("pool") is not { } map)
        {
            return null;
        }

        var id = FileFields.Id(map, refusals);
        var made = new SubsidyPool(id, FileFields.Title(map, id), map.Money("amount")?.Fen) { Source = SchemeReader.Source(map) };
        map.Finish();
        return made;
    }
}
