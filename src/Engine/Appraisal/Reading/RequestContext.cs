using Zhirong.Engine.Appraisal.Discounting;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Life;
using Zhirong.Engine.Appraisal.Parameters;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Reading;

/// <summary>What all methods of a request share.</summary>
/// <param name="Parameters">Parameter files.</param>
/// <param name="Discount">The request's own rate; null where each method brings one.</param>
/// <param name="Life">The life; refused where nothing says how long.</param>
internal sealed record RequestContext(ParameterSet Parameters, DiscountRate? Discount, Result<EconomicLife> Life);

/// <summary>A method that was asked for and lacks a figure: it runs to 待核实.</summary>
internal sealed record OpenCase(string Id, Method Method, IReadOnlyList<Refusal> Missing) : IMethodCase
{
    public IReadOnlyList<QualityUse> QualityUses => [];

    public Result<MethodValue> Value(AppraisalTerms terms) => Result<MethodValue>.Refused(Missing);
}
