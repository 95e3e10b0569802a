using System.Text.Json.Nodes;
using Zhirong.Cases.Plays;
using Zhirong.Cases.Reading;
using Zhirong.Cases.Values;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Cases.Desk;

/// <summary>
/// The figures a part made of steps publishes: <c>value</c> of a path, <c>sum</c>, <c>count</c>, <c>list</c>, <c>distinct</c> (each value once) over the rows of an
/// answer, and the <c>decision</c> a step was answered with.
/// </summary>
internal static class Publishing
{
    private static readonly string[] Kinds = ["money", "rate", "number", "date", "text"];
    private static readonly string[] Forms = ["value", "sum", "count", "list", "distinct", "decision"];

    public static void Read(Stage stage, Scope scope, string part, FieldReader parameters, List<Refusal> refusals)
    {
        foreach (var (id, item) in Reading.Rows.Of(parameters.Required("publish"), parameters.Join("publish"), refusals))
        {
            var forms = Forms.Where(item.Has).ToList();
            var from = CaseReader.Texts(item, "from");
            foreach (var unknown in from.Where(f => stage.Tree.Find(f) is null))
            {
                refusals.Add(CaseRefusals.Unknown(item.Join("from"), unknown, [], new DocScalar("", false, item.Line, item.Column)));
            }

            if (forms.Count != 1)
            {
                refusals.Add(CaseRefusals.Value(item.Path, string.Join(", ", forms), Words.Same(string.Join(" | ", Forms)), item.Line, item.Column));
                continue;
            }

            var value = One(scope, forms[0], item, refusals);
            var formula = CaseReader.Named(item, "formula", refusals) ?? Formula(forms[0], item);
            item.Finish();
            stage.Outputs.Add($"{part}.{id}", value, formula, from.SelectMany(stage.Tree.Origins));
        }
    }

    private static CaseValue One(Scope scope, string form, FieldReader item, List<Refusal> refusals)
    {
        var kind = item.OneOf("kind", Kinds) ?? (form == "sum" ? "money" : form == "count" ? "number" : "text");
        var (of, where) = (item.Text("of"), item.Node("where"));
        var named = item.Text(form, required: true) ?? "";
        try
        {
            return form switch
            {
                "value" => Typed(Scope.Plain(scope.Value(named) ?? throw new UnknownPathException(named, [])), kind, item, refusals),
                "count" => CaseValue.Of((decimal)Rows(scope, named, where).Count),
                "sum" => Sum(Rows(scope, of ?? "", where), named, kind, item, refusals),
                "list" => CaseValue.List(Rows(scope, of ?? "", where).Select(r => Scope.Walk(r, named.Split('.'), 0)).SelectMany(Each).OfType<JsonNode>().Select(Scope.Plain)),
                "distinct" => CaseValue.List(Rows(scope, of ?? "", where).Select(r => Scope.Walk(r, named.Split('.'), 0)).SelectMany(Each).OfType<JsonNode>().Select(Scope.Plain).Distinct().Order(StringComparer.Ordinal)),
                _ => Decision(scope, named),
            };
        }
        catch (UnknownPathException unknown)
        {
            var refused = scope.Refused(unknown);
            return CaseValue.Missing(refused is { } why ? why.Message : new($"没有 {unknown.Path}", $"there is no {unknown.Path}"));
        }
    }

    private static IEnumerable<JsonNode?> Each(JsonNode? found) => found is JsonArray many ? many : new[] { found };

    private static List<JsonNode?> Rows(Scope scope, string path, DocNode? where) => scope.Value(path) is JsonArray list
        ? [.. list.Where(row => scope.Fits(row, where))]
        : throw new UnknownPathException(path, []);

    private static CaseValue Sum(List<JsonNode?> rows, string field, string kind, FieldReader item, List<Refusal> refusals)
    {
        var sum = 0m;
        foreach (var row in rows)
        {
            if (Scope.Walk(row, field.Split('.'), 0) is not { } found || !FieldReader.TryNumber(Scope.Plain(found), out var number))
            {
                throw new UnknownPathException(field, row is JsonObject map ? [.. map.Select(e => e.Key)] : []);
            }

            sum += number;
        }

        return Typed(sum.ToString(System.Globalization.CultureInfo.InvariantCulture), kind, item, refusals);
    }

    private static CaseValue Typed(string text, string kind, FieldReader item, List<Refusal> refusals)
    {
        switch (kind)
        {
            case "text":
                return CaseValue.Of(text);
            case "date" when FieldReader.TryDate(text, out var date):
                return CaseValue.Of(date);
            case "money" when FieldReader.TryNumber(text, out var yuan) && yuan * 100m == decimal.Truncate(yuan * 100m):
                return CaseValue.Of(Money.Cny(yuan));
            case "rate" when FieldReader.TryNumber(text, out var rate):
                return CaseValue.Rate(rate);
            case "number" when FieldReader.TryNumber(text, out var number):
                return CaseValue.Of(number);
            default:
                refusals.Add(CaseRefusals.Value(item.Join("kind"), text, Words.Same(kind), item.Line, item.Column));
                return CaseValue.Of(text);
        }
    }

    /// <summary>Accepted when every answer of the step was; else the reasons of all that were refused.</summary>
    private static CaseValue Decision(Scope scope, string step)
    {
        if (!scope.Answers.TryGetValue(step, out var answers))
        {
            throw new UnknownPathException(step, [.. scope.Answers.Keys]);
        }

        var refusals = answers.Where(a => !a.Done).SelectMany(Reasons).ToList();
        return CaseValue.Decision(refusals, $"HTTP {string.Join(", ", answers.Select(a => a.Status).Distinct())}");
    }

    private static IEnumerable<Refusal> Reasons(DeskAnswer answer)
    {
        var errors = answer.Body?["errors"] as JsonArray ?? [];
        return errors.Count == 0
            ? [Reason($"{answer.Body?["code"] ?? $"HTTP {answer.Status}"}", "", $"{answer.Body?["title"]}")]
            : errors.Select(e => Reason($"{e!["code"]}", $"{e["path"]}", $"{e["message"]}"));
    }

    private static Refusal Reason(string code, string path, string message) => new() { Code = code, Path = path, Found = "", Expected = default, Message = Words.Same(message) };

    private static Words Formula(string form, FieldReader item)
    {
        var named = item.Text(form);
        var of = item.Text("of");
        var where = item.Node("where") is DocMap map ? string.Join(", ", map.Entries.Select(e => $"{e.Key} = {e.Value.Describe()}")) : "";
        var tail = where.Length == 0 ? "" : $" [{where}]";
        return form switch
        {
            "sum" => new($"{of}{tail} 的 {named} 之和", $"sum of {named} over {of}{tail}"),
            "count" => new($"{named}{tail} 的条数", $"count of {named}{tail}"),
            "distinct" => new($"{of}{tail} 的 {named}，去重", $"{named} of {of}{tail}, each once"),
            "list" => new($"{of}{tail} 的 {named}", $"{named} of {of}{tail}"),
            "decision" => new($"步骤 {named} 的答复", $"the answer to step {named}"),
            _ => Words.Same(named ?? ""),
        };
    }
}
