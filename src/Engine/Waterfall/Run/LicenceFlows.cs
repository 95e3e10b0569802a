using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>One dated flow under a licence, seen from the plan: a fee out at closing, a royalty in later.</summary>
/// <param name="Obligor">Obligor id.</param>
/// <param name="Licence">Id of the licence the flow is owed under.</param>
/// <param name="Date">Unrolled date.</param>
/// <param name="Amount">Amount in fen terms, positive.</param>
/// <param name="Out">True for the upfront fee paid to the firm.</param>
public sealed record LicenceFlow(string Obligor, string Licence, DateOnly Date, Money Amount, bool Out);

/// <summary>
/// 许可—反授权 (licence out, licence back): each firm gets one upfront fee at closing for the first licence and pays royalties
/// under the licence back, which are the pool's claim.
/// </summary>
public static class LicenceFlows
{
    /// <summary>
    /// All flows in obligor and date order: per obligor with a first licence the fee (its own, else the principal) on its date
    /// (else closing), then a royalty for each contract date as scheduled, naming the licence back.
    /// </summary>
    public static IReadOnlyList<LicenceFlow> Of(ResolvedDeal deal)
    {
        var flows = new List<LicenceFlow>();
        foreach (var loan in deal.Loans)
        {
            var terms = loan.Terms;
            if (terms.FirstLicence is { } first)
            {
                flows.Add(new(terms.Id, first.Id, first.Date ?? deal.Definition.Dates.Closing, first.Fee ?? terms.Principal, Out: true));
            }

            if (terms.BackLicence is { } back)
            {
                flows.AddRange(loan.Rows.Select(r => new LicenceFlow(terms.Id, back.Id, r.DueDate, Money.OfFen(r.Interest + r.Principal), Out: false)));
            }
        }

        return flows;
    }
}
