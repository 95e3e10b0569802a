using Zhirong.Engine.Appraisal.Concluding;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Groups;
using Zhirong.Engine.Appraisal.Income;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Reading;

/// <summary>Reads what a request asks beyond its methods.</summary>
internal static class ExtrasReader
{
    public static ConclusionRequest? Conclusion(FieldReader? reader, List<Refusal> refusals)
    {
        if (reader is null)
        {
            return null;
        }

        var weights = new Dictionary<string, decimal>();
        var pick = reader.Text("pick");
        if (pick is not null)
        {
            weights[pick] = 1;
        }

        if (reader.Map("weights", required: pick is null) is { } map)
        {
            foreach (var (key, _) in FactFields.Entries(map))
            {
                weights[key] = map.Ratio(key, 0, 1, required: true) ?? 0;
            }

            map.Finish();
            ParameterFields.SumToOne(reader, "weights", weights.Values, refusals);
        }

        var request = new ConclusionRequest(weights, reader.Text("reason", required: true) ?? "");
        reader.Finish();
        return request;
    }

    public static Dictionary<Approach, string> NotUsed(FieldReader? reader)
    {
        var reasons = new Dictionary<Approach, string>();
        foreach (var (key, approach) in reader is null ? [] : new[] { ("income", Approach.Income), ("cost", Approach.Cost), ("market", Approach.Market) })
        {
            if (reader!.Text(key) is { Length: > 0 } reason)
            {
                reasons[approach] = reason;
            }
        }

        reader?.Finish();
        return reasons;
    }

    public static string? Confirmed(FieldReader? reader)
    {
        var (confirmed, reason) = (reader?.Flag("confirmed"), reader?.Text("reason"));
        reader?.Finish();
        return confirmed == true ? reason : null;
    }

    public static List<StatedValue> Stated(FieldReader root, List<Refusal> refusals)
    {
        var made = new List<StatedValue>();
        var nodes = root.List("bases");
        for (var i = 0; i < Math.Min(nodes.Count, 50); i++)
        {
            if (FieldReader.Open(nodes[i], $"bases.{i}", refusals) is not { } item)
            {
                continue;
            }

            var basis = item.OneOf("basis", TermWords.Bases, required: true);
            var (value, by, on) = (item.Money("value", required: true), item.Text("by", required: true), item.Date("on", required: true));
            made.Add(new((Basis)Math.Max(0, TermWords.Bases.ToList().IndexOf(basis ?? "")), value ?? Money.Zero, by ?? "", on ?? DateOnly.MinValue, FactFields.Origin(item)));
            item.Finish();
        }

        return made;
    }

    public static PledgeRequest? Pledge(FieldReader? reader, List<Refusal> refusals)
    {
        if (reader is null)
        {
            return null;
        }

        var request = new PledgeRequest(
            FactFields.Needed(reader, "valid", refusals, 0, 1), FactFields.Needed(reader, "fire_sale", refusals, 0, 1),
            FactFields.Figure(reader, "sell_years", refusals, min: 0, max: 30), FactFields.Figure(reader, "rate", refusals, min: 0, max: 2), reader.Flag("by_quality") ?? false);
        reader.Finish();
        return request;
    }

    public static SensitivityRequest? Sensitivity(FieldReader? reader, List<Refusal> refusals)
    {
        if (reader is null)
        {
            return null;
        }

        var request = new SensitivityRequest(reader.Text("method", required: true) ?? "", reader.Ratio("part", 0.000001m, 0.999999m) ?? 0.1m,
            FactFields.Numbers(reader, "shares", 0, 1, refusals, most: 20), FactFields.Numbers(reader, "rates", 0.000001m, 2, refusals, most: 20));
        reader.Finish();
        return request;
    }

    public static SimulationRequest? Simulation(FieldReader? reader)
    {
        if (reader is null)
        {
            return null;
        }

        double Spread(string key) => (double)(reader.Ratio(key, 0, 1) ?? 0);
        var request = new SimulationRequest
        {
            Method = reader.Text("method", required: true) ?? "",
            Paths = reader.Whole("paths", 1000, 1_000_000) ?? 10_000,
            Seed = (ulong)(reader.Whole("seed", 0, int.MaxValue) ?? 1),
            GrowthSpread = Spread("growth_spread"),
            ShareSpread = Spread("share_spread"),
            RateSpread = Spread("rate_spread"),
            Erosion = Spread("erosion"),
            ErosionSpread = Spread("erosion_spread"),
            Fade = (double)(reader.Ratio("fade", 0, 1) ?? 0.9m),
        };
        reader.Finish();
        return request;
    }

    public static RollForwardRequest? RollForward(FieldReader? reader, List<Refusal> refusals)
    {
        if (reader is null)
        {
            return null;
        }

        var events = new List<ValueEvent>();
        var nodes = reader.List("events");
        for (var i = 0; i < Math.Min(nodes.Count, 200); i++)
        {
            if (FieldReader.Open(nodes[i], $"{reader.Join("events")}.{i}", refusals) is { } item)
            {
                events.Add(Event(item, refusals));
                item.Finish();
            }
        }

        var request = new RollForwardRequest(reader.Text("method", required: true) ?? "", reader.Date("to", required: true) ?? DateOnly.MaxValue, events);
        reader.Finish();
        return request;
    }

    private static ValueEvent Event(FieldReader item, List<Refusal> refusals)
    {
        var word = item.OneOf("event", ValueEvent.KindWords, required: true);
        var (effective, source) = (item.Date("effective", required: true), item.Text("source", required: true));
        var survival = FactFields.Figure(item, "survival", refusals, required: word == "contested", min: 0, max: 1);
        var fees = item.Map("fees", required: word == "licensed") is { } map ? IncomeReader.Forecast(map, IncomeMeasure.Fees, refusals) : null;
        return new((ValueEventKind)Math.Max(0, ValueEvent.KindWords.ToList().IndexOf(word ?? "")), effective ?? DateOnly.MinValue, source ?? "", survival, fees);
    }
}
