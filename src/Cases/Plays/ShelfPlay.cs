using Zhirong.Cases.Reading;
using Zhirong.Cases.Values;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Lint;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Cases.Plays;

/// <summary>
/// Reads the shelf back, establishes the deal as its series, then asks for further ones: <c>shelf.cap</c>, <c>shelf.series</c>,
/// <c>shelf.no_objection</c>, <c>shelf.valid_until</c>, <c>shelf.this</c>, <c>shelf.headroom</c>, <c>shelf.try.ID</c>.
/// </summary>
internal sealed class ShelfPlay : IPlay
{
    public string Name => "shelf";

    public void Play(Stage stage, FieldReader parameters, List<Refusal> refusals)
    {
        if (stage.Definition.Shelf is not { } shelf)
        {
            refusals.Add(CaseRefusals.NeedsFile(parameters.Path, "deal.shelf", parameters.Line, parameters.Column));
            return;
        }

        Terms(stage, shelf);
        var series = ShelfLint.SeriesOf(stage.Definition);
        var broken = ShelfLint.Check(shelf, series);
        stage.Outputs.Add("shelf.this", CaseValue.Decision(broken, $"{series.Size} / {ShelfLint.Headroom(shelf)}"), Asked(shelf, series), Inputs(stage, ["cap"], "deal.size"));
        var after = broken.Count > 0 ? shelf : shelf with { Used = [.. shelf.Used, new(ShelfLint.NextSeries(shelf), series.Size, series.Established)] };
        stage.Outputs.Add(
            "shelf.headroom",
            CaseValue.Of(ShelfLint.Headroom(after)),
            Words.Same($"{shelf.Cap} − {string.Join(" − ", after.Used.Select(u => u.Size))}"),
            Inputs(stage, ["cap"], "deal.size"));
        foreach (var (id, item) in parameters.Node("tries") is { } tries ? Rows.Of(tries, parameters.Join("tries"), refusals) : [])
        {
            Try(stage, after, id, item, refusals);
        }
    }

    private static void Terms(Stage stage, ShelfTerms shelf)
    {
        void Read(string name, CaseValue value, string key) =>
            stage.Outputs.Add($"shelf.{name}", value, Words.Same($"deal.shelf.{key}"), stage.Origins($"deal.shelf.{key}"));

        Read("cap", CaseValue.Of(shelf.Cap), "cap");
        Read("series", CaseValue.Of(shelf.Series), "series");
        Read("no_objection", CaseValue.Of(shelf.NoObjection), "no_objection");
        stage.Outputs.Add(
            "shelf.valid_until",
            CaseValue.Of(ShelfLint.ValidUntil(shelf)),
            new($"{shelf.NoObjection:yyyy-MM-dd} 加 {shelf.ValidMonths} 个月", $"{shelf.NoObjection:yyyy-MM-dd} plus {shelf.ValidMonths} months"),
            Inputs(stage, ["no_objection", "valid_months"]));
    }

    private static void Try(Stage stage, ShelfTerms shelf, string id, FieldReader item, List<Refusal> refusals)
    {
        var size = stage.Money(item, "size", refusals);
        var date = stage.Date(item, "date", refusals);
        var number = stage.Number(item, "number", refusals, required: false);
        item.Finish();
        if (size is not { } asked || date is not { } established)
        {
            return;
        }

        var series = new SeriesRequest { Size = asked.Value, Established = established.Value, Number = number is { } n ? (int)Math.Clamp(n.Value, 0, 100_000) : null };
        var broken = ShelfLint.Check(shelf, series);
        stage.Outputs.Add($"shelf.try.{id}", CaseValue.Decision(broken, Detail(shelf, series, broken)), Asked(shelf, series), From(stage, broken, asked, established, number));
    }

    /// <summary>The figures of the rule that decided; those of the headroom when it was accepted.</summary>
    private static string Detail(ShelfTerms shelf, SeriesRequest series, IReadOnlyList<Refusal> broken) => broken.Count == 0 || broken[0].Path.EndsWith("cap", StringComparison.Ordinal)
        ? $"{series.Size} / {ShelfLint.Headroom(shelf)}"
        : broken[0].Path.EndsWith("series", StringComparison.Ordinal)
            ? $"{series.Number ?? ShelfLint.NextSeries(shelf)} / {shelf.Series}"
            : $"{series.Established:yyyy-MM-dd} / {ShelfLint.ValidUntil(shelf):yyyy-MM-dd}";

    private static IEnumerable<string> From(Stage stage, IReadOnlyList<Refusal> broken, Traced<Money> size, Traced<DateOnly> date, Traced<decimal>? number)
    {
        if (broken.Count == 0 || broken[0].Path.EndsWith("cap", StringComparison.Ordinal))
        {
            return [.. size.From, .. Inputs(stage, ["cap"], "deal.size")];
        }

        return broken[0].Path.EndsWith("series", StringComparison.Ordinal)
            ? [.. number?.From ?? [], .. Inputs(stage, ["series"])]
            : [.. date.From, .. Inputs(stage, ["no_objection", "valid_months"])];
    }

    private static Words Asked(ShelfTerms shelf, SeriesRequest series)
    {
        var number = series.Number ?? ShelfLint.NextSeries(shelf);
        var until = ShelfLint.ValidUntil(shelf);
        return new(
            $"第 {number} 期 {series.Size}，{series.Established:yyyy-MM-dd}；剩余额度 {ShelfLint.Headroom(shelf)}，至多 {shelf.Series} 期，有效至 {until:yyyy-MM-dd}",
            $"series {number} of {series.Size} on {series.Established:yyyy-MM-dd}; headroom {ShelfLint.Headroom(shelf)}, at most {shelf.Series} series, valid until {until:yyyy-MM-dd}");
    }

    private static IEnumerable<string> Inputs(Stage stage, string[] shelf, params string[] deal) =>
        stage.Origins(shelf.Select(key => $"deal.shelf.{key}").Concat(deal));
}
