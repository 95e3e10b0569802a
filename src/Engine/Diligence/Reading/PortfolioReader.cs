using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Portfolios;

namespace Zhirong.Engine.Diligence.Reading;

/// <summary>Reads <c>zhirong/analysis-request/v1</c>: a firm's rights, those of others around them, and its products.</summary>
public static class PortfolioReader
{
    public const string Schema = "zhirong/analysis-request/v1";

    /// <summary>Most rights of the firm.</summary>
    public const int MostRights = 5000;

    /// <summary>Most rights of others.</summary>
    public const int MostCompared = 100_000;

    public static Result<PortfolioCase> Read(ReadOnlyMemory<byte> bytes) => FileFields.File(bytes, Schema, Root);

    private static PortfolioCase Root(FieldReader root, List<Refusal> refusals)
    {
        var day = root.Date("day", required: true);
        List<string> names = [];
        if (root.Map("firm", required: true) is { } firm)
        {
            names = [firm.Text("name", required: true) ?? "", .. DiligenceFields.Texts(firm, "former")];
            firm.Finish();
        }

        var made = new PortfolioCase
        {
            Day = day ?? default,
            FirmNames = names,
            Rights = FileFields.Items(root, "rights", refusals, item => Right(item, refusals, day), required: true, max: MostRights),
            Compared = DiligenceFields.Known(root, "compared", refusals, day, Compared, MostCompared),
            Products = DiligenceFields.Known(root, "products", refusals, day, item => Product(item, refusals)),
        };
        Agree(root, made, refusals);
        return made;
    }

    private static PortfolioRight Right(FieldReader item, List<Refusal> refusals, DateOnly? day)
    {
        var id = FileFields.Id(item, refusals);
        return new()
        {
            Id = id,
            Number = item.Text("number") ?? "",
            Kind = item.OneOf("kind", DiligenceWords.Kinds, required: true) ?? "",
            Title = FileFields.Title(item, id),
            State = item.OneOf("state", DiligenceWords.States),
            Ipc = item.Text("ipc"),
            Classes = item.Node("classes") is null ? null : Classes(item),
            Filed = item.Date("filed"),
            Granted = item.Date("granted"),
            TermEnd = item.Date("term_end"),
            FeeDue = item.Date("fee_due"),
            CitedBy = item.Whole("cited_by", 0, 1_000_000),
            FamilySize = item.Whole("family", 1, 10_000),
            Infringements = [.. FileFields.Items(item, "infringed", refusals, one => Infringed(one, refusals, day), named: "no id").OrderBy(i => i.On)],
        };
    }

    private static Infringement Infringed(FieldReader item, List<Refusal> refusals, DateOnly? day) =>
        new(item.Date("on", required: true) ?? default, item.OneOf("outcome", Matters.Outcomes, required: true) ?? "", item.Text("text") ?? "", DiligenceFields.From(item, refusals, day));

    private static ComparedRight Compared(FieldReader item) =>
        new(item.Text("applicant", required: true) ?? "", item.OneOf("kind", DiligenceWords.Kinds) ?? "invention", item.Text("ipc"), item.Date("filed"), item.Whole("cited_by", 0, 1_000_000));

    private static ProductUse Product(FieldReader item, List<Refusal> refusals)
    {
        var id = FileFields.Id(item, refusals);
        return new(id, FileFields.Title(item, id), DiligenceFields.Texts(item, "rights"), item.Date("on_sale"), Classes(item), null);
    }

    /// <summary>Classes of goods (Nice), 1 to 45.</summary>
    private static List<int> Classes(FieldReader item) =>
        [.. item.List("classes").Select((node, i) => item.RatioOf(node, $"{item.Join("classes")}.{i}", 1, 45)).OfType<decimal>().Select(c => (int)c)];

    private static void Agree(FieldReader root, PortfolioCase made, List<Refusal> refusals)
    {
        if (root.Node("rights") is DocList { Items.Count: 0 } none)
        {
            refusals.Add(DiligenceRefusals.NoRights().At(none.Line, none.Column));
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
