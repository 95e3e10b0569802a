using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Lint;

/// <summary>许可与反授权: while an exclusive licence runs, the same right cannot be licensed exclusively again (专利法实施细则 独占许可).</summary>
public static class LicenceLint
{
    internal static void Check(DealDefinition deal, List<Refusal> findings)
    {
        var taken = deal.Pool.Obligors
            .Where(o => o.FirstLicence is not null)
            .Select(o => ($"pool.obligors.{o.Id}.first_licence", o.FirstLicence!));
        findings.AddRange(Conflicts(taken, deal.Dates.Closing));
        Amounts(deal, findings);
        foreach (var obligor in deal.Pool.Obligors.Where(o => o.BackLicence is not null && o.FirstLicence is null))
        {
            findings.Add(LintRules.Make(LintRules.LicenceRule, Severity.Error, $"pool.obligors.{obligor.Id}.back_licence", obligor.BackLicence!.Id, Words.Same("first_licence"),
                new("反授权没有对应的首次许可", "A licence back needs the first licence it comes from")));
        }
    }

    /// <summary>The upfront fee is the claim's principal; a royalty that is written must be the computed instalment.</summary>
    private static void Amounts(DealDefinition deal, List<Refusal> findings)
    {
        foreach (var obligor in deal.Pool.Obligors)
        {
            var path = $"pool.obligors.{obligor.Id}";
            if (obligor.FirstLicence?.Fee is { } fee && fee != obligor.Principal)
            {
                findings.Add(LintRules.Make(LintRules.LicenceAmount, Severity.Warning, $"{path}.first_licence.fee", fee.ToString(), Words.Same(obligor.Principal.ToString()),
                    new("一次性许可费与债权本金不同", "The upfront fee differs from the claim's principal")));
            }

            if (obligor.BackLicence?.Royalty is { } royalty
                && ContractSchedule.Build(obligor.Principal.Fen, obligor.Contract, deal.Dates, deal.Money.Rounding) is [{ } first, ..]
                && first.Interest + first.Principal != royalty.Fen)
            {
                findings.Add(LintRules.Make(LintRules.LicenceAmount, Severity.Warning, $"{path}.back_licence.royalty", royalty.ToString(), Words.Same(Money.FenText(first.Interest + first.Principal)),
                    new("写明的许可费与按合同计算的不同", "The royalty written differs from the one computed")));
            }
        }
    }

    /// <summary>
    /// One refusal for each licence that would put a second exclusive licence on a right; licences without a date count from
    /// <paramref name="closing"/>, without an end they run on.
    /// </summary>
    public static IReadOnlyList<Refusal> Conflicts(IEnumerable<(string Path, LicenceTerms Licence)> licences, DateOnly closing)
    {
        var findings = new List<Refusal>();
        var running = new Dictionary<string, List<LicenceTerms>>(StringComparer.Ordinal);
        foreach (var (path, licence) in licences.Where(l => l.Licence.Exclusive))
        {
            foreach (var right in licence.Rights)
            {
                var others = running.TryGetValue(right, out var list) ? list : running[right] = [];
                if (others.Find(o => Overlap(o, licence, closing)) is { } first)
                {
                    findings.Add(LintRules.Make(LintRules.LicenceRule, Severity.Error, path, $"{licence.Id} → {right}", new($"{right} 在 {first.Id} 独占许可期内不再独占许可", $"no second exclusive licence on {right} while {first.Id} runs"),
                        new("同一权利重复独占许可", "A second exclusive licence on the same right")));
                }

                others.Add(licence);
            }
        }

        return findings;
    }

    private static bool Overlap(LicenceTerms a, LicenceTerms b, DateOnly closing) =>
        (a.Date ?? closing) <= (b.Until ?? DateOnly.MaxValue) && (b.Date ?? closing) <= (a.Until ?? DateOnly.MaxValue);
}
