using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Checklists;

namespace Zhirong.Engine.Diligence.Reading;

/// <summary>Reads <c>zhirong/diligence-request/v1</c>; a wrong field is refused with its place, the rest is still read.</summary>
public static class CaseReader
{
    public const string Schema = "zhirong/diligence-request/v1";

    /// <summary>Most rights of one file.</summary>
    public const int MostRights = 5000;

    public static Result<DiligenceCase> Read(ReadOnlyMemory<byte> bytes, Checklist list)
    {
        var document = DocReader.Read(bytes);
        return document.Ok ? Read(document.Value, list) : Result<DiligenceCase>.Refused(document.Refusals);
    }

    /// <param name="document">The request.</param>
    /// <param name="list">Its facts may be named.</param>
    public static Result<DiligenceCase> Read(DocNode document, Checklist list) => FileFields.Node(document, Schema, (root, refusals) => Root(root, list, refusals));

    private static DiligenceCase Root(FieldReader root, Checklist list, List<Refusal> refusals)
    {
        var day = root.Date("day", required: true);
        var of = new RightReader(list, refusals, day);
        var made = new DiligenceCase
        {
            Id = FileFields.Id(root, refusals),
            Day = day ?? default,
            Purpose = root.OneOf("purpose", DiligenceWords.Purposes, required: true) is { } purpose ? (DiligencePurpose)DiligenceWords.Purposes.ToList().IndexOf(purpose) : default,
            Firm = Firm(root.Map("firm", required: true), of, refusals),
            Rights = FileFields.Items(root, "rights", refusals, of.Right, required: true, max: MostRights),
            Products = DiligenceFields.Known(root, "products", refusals, day, item => Product(item, refusals, day)),
        };
        Agree(root, made, refusals);
        return made;
    }

    private static FirmSubject Firm(FieldReader? firm, RightReader of, List<Refusal> refusals)
    {
        if (firm is null)
        {
            return new("", "", [], []);
        }

        var made = new FirmSubject(FileFields.Id(firm, refusals), firm.Text("code") ?? "", [firm.Text("name", required: true) ?? "", .. DiligenceFields.Texts(firm, "former")], of.Answers(firm.Map("facts"), ofFirm: true));
        firm.Finish();
        return made;
    }

    private static ProductUse Product(FieldReader item, List<Refusal> refusals, DateOnly? day)
    {
        var id = FileFields.Id(item, refusals);
        var classes = new List<int>();
        var nodes = item.List("classes");
        for (var i = 0; i < nodes.Count; i++)
        {
            if (item.RatioOf(nodes[i], $"{item.Join("classes")}.{i}", 1, 45) is { } number)
            {
                classes.Add((int)number);
            }
        }

        return new(id, FileFields.Title(item, id), DiligenceFields.Texts(item, "rights"), item.Date("on_sale"), classes, DiligenceFields.Known(item, "income", refusals, day, income =>
            new YearIncome(income.Whole("year", 1990, 2199, required: true) ?? 0, income.Money("revenue", required: true) ?? Money.Zero, income.Money("profit"))));
    }

    /// <summary>What only the whole file can tell.</summary>
    private static void Agree(FieldReader root, DiligenceCase made, List<Refusal> refusals)
    {
        var rights = root.Node("rights");
        if (rights is DocList { Items.Count: 0 })
        {
            refusals.Add(DiligenceRefusals.NoRights().At(rights.Line, rights.Column));
        }

        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var right in made.Rights.Where(r => r.Number.Length > 0 && !numbers.Add(r.Number)))
        {
            var node = (rights as DocList)?.Items.OfType<DocMap>().Last(m => m["number"] is DocScalar s && s.Text == right.Number) ?? rights;
            refusals.Add(DiligenceRefusals.NumberTwice($"rights.{right.Id}.number", right.Number).At(node!.Line, node.Column));
        }

        var ids = made.Rights.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var product in made.Products?.Items ?? [])
        {
            foreach (var id in product.Rights.Where(id => !ids.Contains(id)))
            {
                var node = root.Node("products")!;
                refusals.Add(DiligenceRefusals.UnknownRight($"products.items.{product.Id}.rights", id, ids).At(node.Line, node.Column));
            }
        }
    }
}
