using System.Text;
using System.Text.Json.Nodes;
using Zhirong.Engine.Appraisal.Concluding;
using Zhirong.Engine.Appraisal.Groups;
using Zhirong.Engine.Appraisal.Parameters;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Valuation.Appraisals;

/// <summary>A right's part of the total and of the range; null without a conclusion or a range.</summary>
internal sealed record ComputedPart(GroupRight Right, long? Fen, long? Low, long? High);

/// <summary>A request computed: the same request and parameters give the same texts.</summary>
/// <param name="Request">Canonical JSON.</param>
internal sealed record Computed(GroupValue Value, string Request, string Hash, string ResultZh, string ResultEn, long? Total, long? Low, long? High, string? RangeBasis, IReadOnlyList<ComputedPart> Parts)
{
    public GroupCase Case => Value.Case;

    public string BaseState => Total is null ? AppraisalStates.Open : AppraisalStates.Concluded;

    public static Result<Computed> Of(JsonNode request, ParameterSet parameters)
    {
        if (request is not JsonObject)
        {
            return ValuationRefusals.Form($"{request.GetValueKind()}");
        }

        var text = RequestText.Canonical(request);
        if (text.Length > RequestText.Most)
        {
            return ValuationRefusals.Form($"{text.Length}");
        }

        var read = ValueRequestReader.Read(Encoding.UTF8.GetBytes(text), parameters);
        var value = read.Ok ? GroupAppraisal.Of(read.Value, parameters) : Result<GroupValue>.Refused(read.Refusals);
        return value.Ok ? Of(value.Value, text) : Result<Computed>.Refused([.. value.Refusals.Select(Placeless)]);
    }

    private static Computed Of(GroupValue value, string text)
    {
        var hash = RequestText.Hash(text);
        var (low, high, basis) = Range(value);
        var weights = value.Case.Group.Rights.Select(r => r.Weight).ToList();
        var (lows, highs) = (Split(low, weights), Split(high, weights));
        return new(
            value, text, hash, Result(value, hash, Language.Zh), Result(value, hash, Language.En), value.Conclusion?.Value.Fen, low?.Fen, high?.Fen, basis,
            [.. value.Case.Group.Rights.Select((right, i) => new ComputedPart(right, value.Rights.FirstOrDefault(r => r.Right.Id == right.Id)?.Value.Fen, lows?[i].Fen, highs?[i].Fen))]);
    }

    /// <summary>P5 and P95 of the simulation, else the lowest and the highest method.</summary>
    private static (Money? Low, Money? High, string? Basis) Range(GroupValue value) => value switch
    {
        { Simulated: { } drawn } => (Estimate(drawn.Low), Estimate(drawn.High), "simulation"),
        { Methods.Count: > 0 } => (value.Methods.Min(m => m.Value), value.Methods.Max(m => m.Value), value.Methods.Count == 1 ? "single_method" : "methods"),
        _ => (null, null, null),
    };

    private static Money Estimate(double yuan) => Money.Rounded((decimal)Math.Max(0, yuan));

    private static IReadOnlyList<Money>? Split(Money? total, IReadOnlyList<decimal> weights) => total is { } known && known.Fen >= 0 && Allocation.Of(known, weights) is { Ok: true } parts ? parts.Value : null;

    private static string Result(GroupValue value, string hash, Language language) => RequestText.Written(writer => ValueResultJson.Write(writer, value, hash, ValuationDesk.Engine, language));

    /// <summary>Lines and columns of the canonical text mean nothing to who filled in a form.</summary>
    private static Refusal Placeless(Refusal refusal) => refusal with { Line = 0, Column = 0 };
}

/// <summary>Where an appraisal stands.</summary>
internal static class AppraisalStates
{
    public const string Open = "open";
    public const string Concluded = "concluded";
    public const string Signed = "signed";

    public static IReadOnlyList<string> Words { get; } = [Open, Concluded, Signed];
}
