using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Lint;

/// <summary>Every condition must compile; the finding keeps the rule's own code and column.</summary>
internal static class ExpressionLint
{
    public static void Check(DealDefinition deal, List<Refusal> findings)
    {
        var vocabulary = new DealVocabulary(deal);
        foreach (var trigger in deal.Triggers)
        {
            Compile(trigger.When, $"triggers.{trigger.Id}.when", vocabulary, findings);
        }

        foreach (var (mode, steps) in deal.Orders)
        {
            foreach (var step in steps.Where(s => s.When is not null))
            {
                Compile(step.When!, $"waterfalls.{mode.Word()}.{step.Position}.when", vocabulary, findings);
            }
        }
    }

    private static void Compile(string text, string path, DealVocabulary vocabulary, List<Refusal> findings)
    {
        var compiled = RuleExpression.Compile(text, vocabulary, RuleType.Flag);
        findings.AddRange(compiled.Refusals.Select(r => r with { Path = path, Line = 0, Column = 0 }));
    }
}
