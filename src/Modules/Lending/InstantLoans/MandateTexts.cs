using System.Text;
using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Modules.Lending.CreditPolicies;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Products;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>What a mandate decides by, as its approval froze it.</summary>
/// <param name="Index">Our model of a firm's index.</param>
/// <param name="Guard">Fraud and duplicates.</param>
/// <param name="Loan">Limit, price, outcome.</param>
/// <param name="Texts">The index model, the guard, the deciding policy, then those it calls.</param>
internal sealed record MandateTexts(LoanProduct Product, int ProductNumber, string ProductText, ResolvedPolicy Index, ResolvedPolicy Guard, ResolvedPolicy Loan, IReadOnlyList<string> Texts)
{
    public const string IndexModel = "firm-index";
    public const string GuardPolicy = "instant-guard";

    /// <summary>Policies an instant loan may be decided by.</summary>
    public static IReadOnlyList<string> Policies { get; } = ["index-loan", "instant-loan"];

    /// <summary>SHA-256 of all texts.</summary>
    public string Hash => CanonicalText.Hash(string.Join('\n', [ProductText, .. Texts]));

    /// <summary>The newest product text and the policies in force today, as they stand.</summary>
    public static Result<MandateTexts> Now(ZhirongContext read, Origination desk, string product, string policy)
    {
        if (ProductShelf.Find(read, desk.Shelf, product) is not { } shelved)
        {
            return OriginationRefusals.Product(product);
        }

        var policies = PolicyShelf.InForce(read, desk.Shelf, desk.Lending.Today);
        ShippedPolicy? InForce(string id) => policies.FirstOrDefault(p => p.Policy.Id == id);
        if (!Policies.Contains(policy) || InForce(policy) is not { } loan || InForce(IndexModel) is not { } index || InForce(GuardPolicy) is not { } guard)
        {
            return OriginationRefusals.PolicyUnknown(policy);
        }

        var resolved = AssessmentText.Policy([loan, .. policies.Where(p => p != loan)]);
        return resolved.Ok
            ? Read(shelved.Shipped.Text, shelved.Number, [index.Text, guard.Text, loan.Text, .. policies.Where(p => p != loan && resolved.Value.Calls(p.Policy.Id)).Select(p => p.Text)])
            : Result<MandateTexts>.Refused(resolved.Refusals);
    }

    /// <summary>The texts as they were kept with a mandate.</summary>
    public static MandateTexts Kept(LoanMandate mandate) => Read(mandate.ProductText, mandate.ProductNumber, JsonSerializer.Deserialize<List<string>>(mandate.Texts, LendingJson.Options)!);

    /// <summary>Our model of the index in force today.</summary>
    public static ResolvedPolicy? OwnModel(ZhirongContext read, Origination desk) => PolicyShelf.InForce(read, desk.Shelf, desk.Lending.Today).FirstOrDefault(p => p.Policy.Id == IndexModel) is { } index ? AssessmentText.Policy([index]).Value : null;

    private static MandateTexts Read(string product, int number, IReadOnlyList<string> texts)
    {
        var read = texts.Select(t => ShippedPolicy.Read(Encoding.UTF8.GetBytes(t)).Value).ToList();
        return new(ProductReader.Read(Encoding.UTF8.GetBytes(product)).Value, number, product, AssessmentText.Policy([read[0]]).Value, AssessmentText.Policy([read[1]]).Value, AssessmentText.Policy([.. read.Skip(2)]).Value, texts);
    }
}

/// <summary>Resolved texts by their hash: a mandate's never change, and reading them takes longer than deciding.</summary>
internal sealed class MandateShelf
{
    private const int Most = 64;

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, MandateTexts> texts = new(StringComparer.Ordinal);

    public MandateTexts Of(LoanMandate mandate)
    {
        if (texts.Count > Most)
        {
            texts.Clear();
        }

        return texts.GetOrAdd($"{mandate.ProductNumber} {mandate.TextsHash}", _ => MandateTexts.Kept(mandate));
    }
}
