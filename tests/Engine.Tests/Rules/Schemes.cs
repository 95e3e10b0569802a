using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Sharing;
using Zhirong.Engine.Rules.Subsidies;

namespace Zhirong.Engine.Tests.Rules;

/// <summary>Shipped schemes, facts written short, and the published rates.</summary>
internal static class Schemes
{
    public static IReferenceRates Rates { get; } = new Published();

    public static SubsidyRule Subsidy(string name) => SubsidyRuleReader.Read(Bytes("subsidy", name)).Value;

    public static ShareRule Share(string name) => ShareRuleReader.Read(Bytes("share", name)).Value;

    public static string Text(string kind, string name) => Repo.Read("data", "schemes", kind, $"{name}.yaml");

    public static SubsidyRule SubsidyOf(string text) => SubsidyRuleReader.Read(Encoding.UTF8.GetBytes(text)).Value;

    public static ShareRule ShareOf(string text) => ShareRuleReader.Read(Encoding.UTF8.GetBytes(text)).Value;

    public static SubsidyResult Aid(SubsidyRule rule, string facts) => SubsidyCalculation.Of(rule, Sheet(facts, rule.Vocabulary, rule.CountedCaps).Value, Rates).Value;

    public static ShareResult Loss(ShareRule rule, string facts) => LossSharing.Of(rule, Sheet(facts, rule.Vocabulary, rule.CountedLimits).Value, Rates).Value;

    /// <summary>Facts as <c>name: value</c> lines; lines that begin with <c>used</c>, <c>pool</c> or <c>balances</c> stand outside.</summary>
    public static Result<FactSheet> Sheet(string facts, SchemeVocabulary vocabulary, IReadOnlyCollection<string> caps)
    {
        var lines = facts.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var outside = lines.Where(l => l.StartsWith("used", StringComparison.Ordinal) || l.StartsWith("pool", StringComparison.Ordinal) || l.StartsWith("balances", StringComparison.Ordinal)).ToList();
        var text = "schema: " + FactsReader.Schema + "\nfacts: {" + string.Join(", ", lines.Except(outside)) + "}\n" + string.Join('\n', outside) + "\n";
        return FactsReader.Read(Encoding.UTF8.GetBytes(text), vocabulary, caps);
    }

    public static string Yuan(long? fen) => fen is { } known ? Money.FenText(known) : "?";

    /// <summary>Parts by party: <c>fund 1.00, bank 2.00</c>, in the rule's order.</summary>
    public static string Parts(ShareResult made, Func<PartyLoss, long> which) => string.Join(", ", made.Parties.Select(p => $"{p.Party.Id} {Money.FenText(which(p))}"));

    private static byte[] Bytes(string kind, string name) => Encoding.UTF8.GetBytes(Text(kind, name));

    private sealed class Published : IReferenceRates
    {
        private readonly LprTable table = LprTable.Parse(Repo.Read("data", "rates", "lpr.csv")).Value;

        public Result<ReferenceQuote> At(string curve, DateOnly on)
        {
            var quote = table.At(on, curve == "LPR1Y" ? LprTenor.OneYear : LprTenor.FiveYears);
            return quote.Ok ? new ReferenceQuote(curve, on, quote.Value.Published, quote.Value.Rate, "data/rates/lpr.csv") : Result<ReferenceQuote>.Refused(quote.Refusals);
        }
    }
}
