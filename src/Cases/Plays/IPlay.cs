using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Cases.Plays;

/// <summary>A part of a case: takes inputs, asks the engines, publishes named figures. It holds none of its own.</summary>
internal interface IPlay
{
    /// <summary>The name under <c>parts</c> and before every output.</summary>
    string Name { get; }

    /// <param name="stage">What is played on.</param>
    /// <param name="parameters">The part's parameters; keys nobody asks for are refused afterwards.</param>
    /// <param name="refusals">Faults of the parameters.</param>
    void Play(Stage stage, FieldReader parameters, List<Refusal> refusals);
}
