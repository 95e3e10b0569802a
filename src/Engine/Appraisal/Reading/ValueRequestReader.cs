using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Groups;
using Zhirong.Engine.Appraisal.Life;
using Zhirong.Engine.Appraisal.Parameters;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Reading;

/// <summary>Reads <c>zhirong/value-request/v1</c>; every wrong field is refused with its place, the rest is still read.</summary>
public static class ValueRequestReader
{
    public const string Schema = "zhirong/value-request/v1";

    /// <summary>Most rights of one group.</summary>
    public const int MostRights = 2000;

    public static Result<GroupCase> Read(ReadOnlyMemory<byte> bytes, ParameterSet parameters)
    {
        var document = DocReader.Read(bytes);
        return document.Ok ? Read(document.Value, parameters) : Result<GroupCase>.Refused(document.Refusals);
    }

    public static Result<GroupCase> Read(DocNode document, ParameterSet parameters) =>
        FileFields.Node(document, Schema, (root, refusals) => Root(root, parameters, refusals));

    private static GroupCase Root(FieldReader root, ParameterSet parameters, List<Refusal> refusals)
    {
        var id = FileFields.Id(root, refusals);
        var terms = Terms(root);
        var group = Group(root.Map("group", required: true), parameters, refusals);
        var life = Life(root.Map("life"), group, terms.BaseDate, parameters, refusals);
        var context = new RequestContext(parameters, DiscountReader.Read(root.Map("discount"), parameters, refusals), life);
        var methods = FileFields.Items(root, "methods", refusals, item => MethodReader.Read(item, context, refusals), required: true, max: 40);
        return new()
        {
            Id = id,
            Group = group,
            Terms = terms,
            Methods = [.. methods.OfType<IMethodCase>()],
            Conclusion = ExtrasReader.Conclusion(root.Map("conclusion"), refusals),
            NotUsed = ExtrasReader.NotUsed(root.Map("not_used")),
            QualityConfirmed = ExtrasReader.Confirmed(root.Map("quality")),
            Firm = Firm(root.Map("firm"), refusals),
            Stated = ExtrasReader.Stated(root, refusals),
            Pledge = ExtrasReader.Pledge(root.Map("pledge"), refusals),
            Sensitivity = ExtrasReader.Sensitivity(root.Map("sensitivity"), refusals),
            Simulation = ExtrasReader.Simulation(root.Map("simulation")),
            RollForward = ExtrasReader.RollForward(root.Map("roll_forward"), refusals),
        };
    }

    private static AppraisalTerms Terms(FieldReader root)
    {
        int Word(string key, IReadOnlyList<string> words, bool required) => root.OneOf(key, words, required) is { } word ? words.ToList().IndexOf(word) : 0;
        return new(
            root.Date("base_date", required: true) ?? new(2000, 1, 1),
            (ValueStandard)Word("value_type", TermWords.Standards, true),
            (Purpose)Word("purpose", TermWords.Purposes, true),
            (TimingConvention)Word("timing", TermWords.Timings, false));
    }

    private static ProductGroup Group(FieldReader? reader, ParameterSet parameters, List<Refusal> refusals)
    {
        if (reader is null)
        {
            return new("", default, "", []);
        }

        var id = FileFields.Id(reader, refusals);
        var rights = FileFields.Items(reader, "rights", refusals, item =>
        {
            var right = FileFields.Id(item, refusals);
            return new GroupRight(right, item.Text("number") ?? "", item.OneOf("kind", parameters.Presets.KindWords, required: true) ?? "", FileFields.Title(item, right),
                item.Ratio("weight", 0, 1, required: true) ?? 0, item.Date("expires"), item.Flag("core") ?? false);
        }, required: true, max: MostRights);
        var group = new ProductGroup(id, FileFields.Title(reader, id), reader.Text("income_stream", required: true) ?? "", rights);
        reader.Finish();
        if (rights.Count > 0)
        {
            ParameterFields.SumToOne(reader, "rights", rights.Select(r => r.Weight), refusals);
        }

        return group;
    }

    /// <summary>Legal life: the first of the core rights to expire, held to the category's cap, unless the request says another.</summary>
    private static Result<EconomicLife> Life(FieldReader? reader, ProductGroup group, DateOnly baseDate, ParameterSet parameters, List<Refusal> refusals)
    {
        var legal = reader is null ? null : FactFields.Figure(reader, "legal", refusals, min: 0, max: 200);
        var technical = reader is null ? null : FactFields.Figure(reader, "technical", refusals, min: 0, max: 200);
        var contract = reader is null ? null : FactFields.Figure(reader, "contract", refusals, min: 0, max: 200);
        reader?.Finish();
        if (legal is null && group.LegalYears(baseDate) is { } years)
        {
            legal = new("life.legal", years, Origin.Computed("group.rights.expires − base_date"));
        }

        var cap = group.Rights.Select(r => parameters.Presets.Of(r.Kind)?.Longest).Where(c => c is not null).Min();
        if (cap is { } longest && (legal is null || legal.Value > longest))
        {
            legal = new("life.legal", longest, new(OriginKind.Published, parameters.Presets.Source));
        }

        return EconomicLife.Of(legal, technical, contract);
    }

    private static FirmFigures? Firm(FieldReader? reader, List<Refusal> refusals)
    {
        if (reader is null)
        {
            return null;
        }

        var firm = new FirmFigures(reader.Whole("year", 1990, 2199, required: true) ?? 2000, FactFields.Figure(reader, "revenue", refusals), FactFields.Figure(reader, "profit", refusals), FactFields.Figure(reader, "net_assets", refusals));
        reader.Finish();
        return firm;
    }
}
