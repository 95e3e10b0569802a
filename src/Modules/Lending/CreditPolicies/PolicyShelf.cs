using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.CreditPolicies;

/// <summary>A policy with its place among its code's texts: 0 is the one shipped.</summary>
internal sealed record ShelvedPolicy(int Number, ShippedPolicy Shipped, PolicyText? Kept)
{
    public string Code => Shipped.Policy.Id;

    /// <summary>Whether it may decide on a day; the shipped one may until one of the organisation's own does.</summary>
    public bool Covers(DateOnly day) => Kept is null || (Kept.EffectiveFrom <= day && !(Kept.EffectiveTo < day));
}

/// <summary>The credit policies a viewer's organisation decides by: those that come with the product, and its own in their place from their day on.</summary>
internal static class PolicyShelf
{
    /// <summary>All texts, the newest of a code last.</summary>
    public static IReadOnlyList<ShelvedPolicy> Of(ZhirongContext read, OriginationShelf shelf)
    {
        var own = (from text in read.Set<PolicyText>() join policy in read.Set<OwnPolicy>() on text.PolicyId equals policy.Id where policy.OwnerId == read.Viewer.Organisation orderby policy.Code, text.Number select text).AsNoTracking().ToList();
        return [.. shelf.Policies.Select(p => new ShelvedPolicy(0, p, null)), .. own.Select(t => new ShelvedPolicy(t.Number, ShippedPolicy.Read(Encoding.UTF8.GetBytes(t.Text)).Value, t))];
    }

    /// <summary>The texts of one code, the newest last.</summary>
    public static IReadOnlyList<ShelvedPolicy> Of(ZhirongContext read, OriginationShelf shelf, string code) => [.. Of(read, shelf).Where(p => p.Code == code)];

    /// <summary>Of each code the text that decides on a day.</summary>
    public static IReadOnlyList<ShippedPolicy> InForce(ZhirongContext read, OriginationShelf shelf, DateOnly day) => [.. Of(read, shelf).GroupBy(p => p.Code).Select(g => Deciding([.. g], day)).OfType<ShelvedPolicy>().Select(p => p.Shipped)];

    /// <summary>Of one code's texts the one that decides on a day: the one with the latest first day, of two with one day the newer; null where none does.</summary>
    public static ShelvedPolicy? Deciding(IReadOnlyList<ShelvedPolicy> texts, DateOnly day) => texts.Where(p => p.Covers(day)).OrderBy(p => p.Kept?.EffectiveFrom ?? DateOnly.MinValue).ThenBy(p => p.Number).LastOrDefault();

    /// <summary>A text as it would decide beside the others in force.</summary>
    public static Result<ResolvedPolicy> Resolve(ZhirongContext read, Origination desk, ShippedPolicy policy) =>
        AssessmentText.Policy([policy, .. InForce(read, desk.Shelf, desk.Lending.Today).Where(p => p.Policy.Id != policy.Policy.Id)]);
}
