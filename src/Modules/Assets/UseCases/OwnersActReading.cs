using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Deriving;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>What the owner may still do with a right on the day of its profile.</summary>
internal static class OwnersActReading
{
    public static IReadOnlyList<OwnersActView> Of(RightRow shown, IReadOnlyList<EncumbranceView> encumbrances, DerivedRight right, RegisterLaw law, Language language) =>
        [.. law.Acts.Of(Lying(shown, encumbrances, right)).Select(left => new OwnersActView(
            OwnersActs.ActWords[(int)left.Act], OwnersActs.Title(left.Act).In(language), OwnersActs.AnswerWords[(int)left.Answer], OwnersActs.Title(left.Answer).In(language),
            [.. left.Because.Select(b => new OwnersReasonView(b.Rule.When, OwnersActs.Title(b.Rule.When).In(language), OwnersActs.AnswerWords[(int)b.Rule.Answer], b.Who, b.Rule.Law))]))];

    private static List<OnRight> Lying(RightRow shown, IReadOnlyList<EncumbranceView> encumbrances, DerivedRight right)
    {
        var owners = right.Holders.Where(h => h.Until is null).Select(h => h.Name).ToList();
        var found = new List<OnRight>();
        if (shown.State.State == RightState.Unknown.Word())
        {
            found.Add(new(OwnersActs.StateUnknown, []));
        }
        else if (!shown.State.InForce)
        {
            found.Add(new(OwnersActs.NotInForce, []));
        }

        if (owners.Count > 1)
        {
            found.Add(new(OwnersActs.CoOwned, owners));
        }

        foreach (var lying in encumbrances.Where(e => e.Stands).GroupBy(e => e.Kind))
        {
            // A licence that the owner holds himself came back to him: it gives, and takes nothing.
            var (back, others) = (lying.Where(e => owners.Contains(e.Holder)).ToList(), lying.Where(e => !owners.Contains(e.Holder)).ToList());
            if (others.Count > 0)
            {
                found.Add(new(lying.Key, [.. others.Select(e => e.Holder).Where(h => h.Length > 0).Distinct(StringComparer.Ordinal)]));
            }

            if (back.Count > 0 && lying.Key != EncumbranceKind.Pledge.Word() && lying.Key != EncumbranceKind.Freeze.Word())
            {
                found.Add(new(OwnersActs.LicenceBack, [.. back.Select(e => e.Grantor).Where(h => h.Length > 0).Distinct(StringComparer.Ordinal)]));
            }
        }

        return found;
    }
}
