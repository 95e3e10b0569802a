using System.Reflection;
using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Modules.Lending.Applications;
using Zhirong.Modules.Lending.CreditPolicies;
using Zhirong.Modules.Lending.Products;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Decisions;

/// <summary>The texts an assessment is made by, kept with it, and what they resolve to.</summary>
/// <param name="PolicyTexts">The deciding policy first, then those it may call.</param>
internal sealed record AssessmentText(string ProductText, IReadOnlyList<string> PolicyTexts, AssessedBy Resolved)
{
    /// <summary>The policy an application is decided by unless another is named.</summary>
    public const string Usual = "three-views";

    /// <summary>Version of the program, as results name it.</summary>
    public static string Engine { get; } = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public Result<Assessment> Assess(string snapshot) => Assessment.Of(snapshot, Resolved);

    /// <summary>The product's newest text and a policy in force today, as they stand.</summary>
    public static Result<AssessmentText> Now(ZhirongContext read, Origination desk, string product, string? policy)
    {
        if (ProductShelf.Find(read, desk.Shelf, product) is not { } shelved)
        {
            return OriginationRefusals.Product(product);
        }

        var policies = PolicyShelf.InForce(read, desk.Shelf, desk.Lending.Today);
        if (policies.FirstOrDefault(p => p.Policy.Id == (policy ?? Usual)) is not { } named)
        {
            return OriginationRefusals.PolicyUnknown(policy ?? Usual);
        }

        var resolved = Policy([named, .. policies.Where(p => p != named)]);
        if (!resolved.Ok)
        {
            return Result<AssessmentText>.Refused(resolved.Refusals);
        }

        var asked = shelved.Shipped.Product.Security.PledgePolicy;
        if (asked is not null && policies.All(p => p.Policy.Id != asked))
        {
            return OriginationRefusals.PolicyUnknown(asked);
        }

        List<ShippedPolicy> texts = [named, .. policies.Where(p => p != named && (resolved.Value.Calls(p.Policy.Id) || p.Policy.Id == asked))];
        return new AssessmentText(shelved.Shipped.Text, [.. texts.Select(p => p.Text)], new(shelved.Shipped.Product, shelved.Number, resolved.Value, Engine) { Pledge = Pledge(asked, texts) });
    }

    /// <summary>The texts as they were kept with an assessment.</summary>
    public static AssessmentText Kept(CreditAssessment kept)
    {
        var texts = ApplicationJson.Texts(kept.PolicyTexts);
        List<ShippedPolicy> policies = [.. texts.Select(t => ShippedPolicy.Read(Encoding.UTF8.GetBytes(t)).Value)];
        var product = ProductReader.Read(Encoding.UTF8.GetBytes(kept.ProductText)).Value;
        return new(kept.ProductText, texts, new(product, kept.ProductNumber, Policy(policies).Value, kept.Engine) { Pledge = Pledge(product.Security.PledgePolicy, policies) });
    }

    /// <summary>The policy of pledge rates a product names, among texts kept; null where it names none.</summary>
    private static ResolvedPolicy? Pledge(string? id, List<ShippedPolicy> texts) => id is null ? null : Policy([texts.Find(p => p.Policy.Id == id)!, .. texts.Where(p => p.Policy.Id != id)]).Value;

    /// <summary>The first policy with the others beside it.</summary>
    public static Result<ResolvedPolicy> Policy(IReadOnlyList<ShippedPolicy> policies) => PolicyResolution.Of(policies[0].Policy, [.. policies.Skip(1).Select(p => p.Policy)]);
}

/// <summary>Which policies a policy calls.</summary>
internal static class PolicyCalls
{
    public static bool Calls(this ResolvedPolicy policy, string id) => policy.Definition.Steps.OfType<DecisionStep>().Any(s => s.Policy.Text == id);
}
