using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Facts;

/// <summary>Where a score of a right's quality can enter a value.</summary>
public enum QualityUse
{
    Share,
    Rate,
    Validity,
    Comparables,
}

/// <summary>One method with all it needs, ready to be run.</summary>
public interface IMethodCase
{
    /// <summary>Name of this run within the appraisal.</summary>
    string Id { get; }

    Method Method { get; }

    /// <summary>Where a score of quality enters this method.</summary>
    IReadOnlyList<QualityUse> QualityUses { get; }

    Result<MethodValue> Value(AppraisalTerms terms);
}
