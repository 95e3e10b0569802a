using System.Text;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Appraisal.Scoring;

namespace Zhirong.Modules.Valuation;

/// <summary>A rubric that comes with the product, with the text it was read from.</summary>
public sealed record ShippedRubric(Rubric Rubric, string Text)
{
    public static ShippedRubric Read(byte[] file) => new(RubricReader.Read(file).Value, Encoding.UTF8.GetString(file));
}
