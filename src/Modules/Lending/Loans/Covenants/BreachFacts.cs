using System.Text.Json.Nodes;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;

namespace Zhirong.Modules.Lending.Loans.Covenants;

/// <summary>What the facts of a breach say.</summary>
internal static class BreachFacts
{
    /// <summary>What a person asked to be put right; empty of breaches that follow from the security.</summary>
    public static string Asked(CovenantBreach breach) => BreachWords.Told.Contains(breach.Kind) && JsonNode.Parse(breach.Facts) is JsonArray { Count: > 0 } facts ? $"{facts[0]!["what"]}" : "";
}
