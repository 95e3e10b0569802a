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
        return resolved.Ok
            ? new AssessmentText(shelved.Shipped.Text, [named.Text, .. policies.Where(p => p != named && resolved.Value.Calls(p.Policy.Id)).Select(p => p.Text)], new(shelved.Shipped.Product, shelved.Number, resolved.Value, Engine))
            : Result<AssessmentText>.Refused(resolved.Refusals);
    }

    /// <summary>The texts as they were kept with an assessment.</summary>
    public static AssessmentText Kept(CreditAssessment kept)
    {
        var texts = ApplicationJson.Texts(kept.PolicyTexts);
        var policy = Policy([.. texts.Select(t => ShippedPolicy.Read(Encoding.UTF8.GetBytes(t)).Value)]).Value;
        return new(kept.ProductText, texts, new(ProductReader.Read(Encoding.UTF8.GetBytes(kept.ProductText)).Value, kept.ProductNumber, policy, kept.Engine));
    }

    /// <summary>The first policy with the others beside it.</summary>
    public static Result<ResolvedPolicy> Policy(IReadOnlyList<ShippedPolicy> policies) => PolicyResolution.Of(policies[0].Policy, [.. policies.Skip(1).Select(p => p.Policy)]);
}

/// <summary>Which policies a policy calls.</summary>
internal static class PolicyCalls
{
    public static bool Calls(this ResolvedPolicy policy, string id) => policy.Definition.Steps.OfType<DecisionStep>().Any(s => s.Policy.Text == id);
}
