using System.Globalization;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Applications;
using Zhirong.Modules.Lending.Products.Matching;

namespace Zhirong.Modules.Lending.Loans.Promises;

/// <summary>A promise as a snapshot holds it.</summary>
/// <param name="By">The day it names; null for so many months after the first payout.</param>
/// <param name="Months">Those months.</param>
/// <param name="List">Id and version of the list it is of.</param>
/// <param name="On">The day it was frozen.</param>
internal sealed record FrozenPromise(PromisedIndicator Indicator, long Target, DateOnly? By, int Months, RollRule Roll, IndicatorBaseline? Baseline, string List, DateOnly On);

/// <summary>Promises of an application: looked at by field, frozen with their words, baseline and consequence, and read again when money goes out.</summary>
internal static class PromiseFreezing
{
    /// <summary>Promises of one application at most.</summary>
    public const int Most = 20;

    /// <summary>What can be said of them without the register.</summary>
    public static void Check(IReadOnlyList<PromiseForm>? promises, PromisedIndicators list, DateOnly day, LendingForm form)
    {
        foreach (var (n, promise) in (promises ?? []).Index())
        {
            var path = $"form.promises.{n}";
            if (list.Find(promise.Indicator?.Trim()) is not { } indicator)
            {
                form.Faults.Add(PromiseRefusals.Unknown($"{path}.indicator", promise.Indicator is { Length: > 0 } given ? given : "—", list.Indicators.Select(i => i.Id)));
                continue;
            }

            if (promises!.Take(n).Any(p => p.Indicator?.Trim() == indicator.Id))
            {
                form.Faults.Add(PromiseRefusals.PromisedTwice($"{path}.indicator", indicator.Id));
            }

            if (IndicatorFigure.Read(indicator.Unit, promise.Target) is null)
            {
                form.Faults.Add(PromiseRefusals.Figure($"{path}.target", promise.Target is { Length: > 0 } target ? target : "—", indicator.Unit));
            }

            if (promise.By is { } by)
            {
                form.Day($"{path}.by", by, day);
            }
        }
    }

    /// <summary>As the snapshot keeps them; null where nothing is promised. They were looked at before.</summary>
    /// <param name="firm">With all of its rights.</param>
    public static JsonObject? Of(IReadOnlyList<PromiseForm>? promises, PromisedIndicators list, FirmFacts firm, DateOnly day) => promises is not { Count: > 0 } ? null : new()
    {
        ["list"] = list.Name,
        ["months"] = list.Months,
        ["roll"] = $"{list.Roll}",
        ["items"] = new JsonArray([.. promises.Select(p => (JsonNode)One(p, list.Find(p.Indicator!.Trim())!, firm, day))]),
    };

    private static JsonObject One(PromiseForm promise, PromisedIndicator indicator, FirmFacts firm, DateOnly day) => new()
    {
        ["id"] = indicator.Id,
        ["zh"] = indicator.Title.Zh,
        ["en"] = indicator.Title.En,
        ["unit"] = indicator.Unit,
        ["direction"] = indicator.Direction,
        ["target"] = IndicatorFigure.Text(indicator.Unit, IndicatorFigure.Read(indicator.Unit, promise.Target)!.Value),
        ["by"] = promise.By is { } by ? $"{by:yyyy-MM-dd}" : null,
        ["baseline"] = IndicatorBaseline.Of(indicator, firm, day) is { } known ? new JsonObject { ["value"] = IndicatorFigure.Text(indicator.Unit, known.Figure), ["source"] = known.Source, ["date"] = $"{known.On:yyyy-MM-dd}" } : null,
        ["missed"] = new JsonObject { ["kind"] = indicator.Missed.Kind, ["days"] = indicator.Missed.Days, ["basisPoints"] = indicator.Missed.BasisPoints },
    };

    /// <summary>What a snapshot promises; nothing where it promises nothing.</summary>
    public static IReadOnlyList<FrozenPromise> Read(string snapshot)
    {
        var root = JsonNode.Parse(snapshot)!.AsObject();
        if (root["promises"] is not JsonObject promises)
        {
            return [];
        }

        static DateOnly? Day(JsonNode? node) => node is null ? null : DateOnly.ParseExact($"{node}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return [.. promises["items"]!.AsArray().Select(node =>
        {
            var (item, missed) = (node!.AsObject(), node["missed"]!);
            var unit = $"{item["unit"]}";
            var indicator = new PromisedIndicator($"{item["id"]}", new($"{item["zh"]}", $"{item["en"]}"), unit, $"{item["direction"]}", "", new($"{missed["kind"]}", missed["days"]!.GetValue<int>(), missed["basisPoints"]!.GetValue<int>()));
            var baseline = item["baseline"] is JsonObject known ? new IndicatorBaseline(IndicatorFigure.Read(unit, $"{known["value"]}")!.Value, $"{known["source"]}", Day(known["date"])!.Value) : null;
            return new FrozenPromise(indicator, IndicatorFigure.Read(unit, $"{item["target"]}")!.Value, Day(item["by"]), promises["months"]!.GetValue<int>(), Enum.Parse<RollRule>($"{promises["roll"]}"), baseline, $"{promises["list"]}", Day(root["day"])!.Value);
        })];
    }
}
