using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Reading;

/// <summary>What only the appraisal's parameters ask for.</summary>
internal static class ParameterFields
{
    /// <summary>Weights of one group have to sum to 1 (VAL-0301).</summary>
    public static void SumToOne(FieldReader at, string key, IEnumerable<decimal> weights, List<Refusal> refusals)
    {
        if (weights.Sum() is var sum && sum != 1)
        {
            refusals.Add(Facts.AppraisalRefusals.WeightsSum(at.Join(key), sum).At(at.Line, at.Column));
        }
    }
}
