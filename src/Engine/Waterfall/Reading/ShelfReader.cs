using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Reading;

/// <summary>Reads <c>shelf</c> (储架额度).</summary>
internal static class ShelfReader
{
    public static ShelfTerms? Read(FieldReader? reader, List<Refusal> refusals)
    {
        if (reader is null)
        {
            return null;
        }

        var range = reader.Map("per_obligor");
        var used = new List<ShelfSeries>();
        foreach (var item in DealReader.Items(reader, "used", refusals, max: 1000))
        {
            used.Add(new(item.Whole("series", 1, 1000, required: true) ?? 1, item.Money("size", required: true) ?? Money.Zero, item.Date("established")));
            item.Finish();
        }

        var shelf = new ShelfTerms
        {
            Id = reader.Text("id", required: true) ?? "",
            Cap = reader.Money("cap", required: true) ?? Money.Zero,
            Series = reader.Whole("series", 1, 1000, required: true) ?? 1,
            NoObjection = reader.Date("no_objection", required: true) ?? DateOnly.MinValue,
            ValidMonths = reader.Whole("valid_months", 1, 120, required: true) ?? 1,
            MaxTermYears = reader.Ratio("max_term_years", 0, 100),
            MinPerObligor = range?.Money("min"),
            MaxPerObligor = range?.Money("max"),
            Used = used,
        };
        if (used.Sum(s => (decimal)s.Size.Fen) > Money.Limit.Fen)
        {
            refusals.Add(DealRefusals.SumTooLarge(reader.Join("used"), reader.Node("used")!));
        }

        range?.Finish();
        reader.Finish();
        return shelf;
    }
}
