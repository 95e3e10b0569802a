using System.Text.Json;
using Zhirong.Engine.Credit.Products;
using Zhirong.Modules.Lending.Loans.Promises;
using Zhirong.Modules.Lending.Products.Matching;

namespace Zhirong.Modules.Lending.Applications;

/// <summary>What the working-capital need and the other ceilings are worked out from.</summary>
/// <param name="ProfitMargin">Last year's margin, a fraction.</param>
/// <param name="Growth">Expected growth of revenue, a fraction.</param>
/// <param name="Turns">Turns of working capital in a year.</param>
/// <param name="OwnFunds">In yuan, like the other amounts.</param>
/// <param name="GroupLeft">What the group's limit leaves.</param>
/// <param name="PledgeRate">The rate applied for; left out, the product's. Above 1 only where the product allows it, with support and approver.</param>
/// <param name="Support">Who stands behind a rate above 1, by name.</param>
/// <param name="Approver">Who answers for it, by name.</param>
public sealed record LimitForm(string? ProfitMargin = null, string? Growth = null, string? Turns = null, string? OwnFunds = null, string? PresentLoans = null, string? OtherSources = null, string? GroupLeft = null, string? PledgeRate = null, string? Support = null, string? Approver = null);

/// <summary>A promised indicator.</summary>
/// <param name="Indicator">Id in the list.</param>
/// <param name="Target">In the indicator's unit.</param>
/// <param name="By">The day it runs out; left out, so many months after the first payout as the list says.</param>
public sealed record PromiseForm(string? Indicator = null, string? Target = null, DateOnly? By = null);

/// <summary>What is filled in of an application. Everything may be missing in a draft; what is typed is kept as it is typed.</summary>
/// <param name="FirmId">The register's firm.</param>
/// <param name="Product">Code of the product.</param>
/// <param name="Amount">In yuan.</param>
/// <param name="Purpose">What the money is for.</param>
/// <param name="Rights">Rights of the register offered as security; left out, all that can be pledged.</param>
/// <param name="Facts">Facts of products, by name, each a value or <c>{value, source, date}</c>.</param>
/// <param name="Ratings">Facts of the credit policy, the same way.</param>
/// <param name="Limit">What ceilings are worked out from.</param>
/// <param name="Promises">Indicators promised, each once, at most 20.</param>
public sealed record ApplicationForm(Guid? FirmId = null, string? Product = null, string? Amount = null, int? Months = null, string? Purpose = null, IReadOnlyList<Guid>? Rights = null, JsonElement? Facts = null, JsonElement? Ratings = null, LimitForm? Limit = null, string? Contact = null, IReadOnlyList<PromiseForm>? Promises = null)
{
    private const int MostCharacters = 200_000;

    /// <summary>As it is kept.</summary>
    internal string Json() => JsonSerializer.Serialize(this, LendingJson.Options);

    internal static ApplicationForm Read(string json) => JsonSerializer.Deserialize<ApplicationForm>(json, LendingJson.Options)!;

    /// <summary>What even a draft cannot be: too long, with characters that are none, with more rights than a pledge takes.</summary>
    internal void Drafted(LendingForm form)
    {
        form.Text("form.product", Product, 80, required: false);
        form.Text("form.amount", Amount, 40, required: false);
        form.Text("form.purpose", Purpose, 2_000, required: false);
        form.Text("form.contact", Contact, 200, required: false);
        form.Count("form.rights", Rights?.Count ?? 0, 0, FirmFacts.Most);
        form.Count("form.promises", Promises?.Count ?? 0, 0, PromiseFreezing.Most);
        foreach (var (n, promise) in (Promises ?? []).Index())
        {
            form.Text($"form.promises.{n}.indicator", promise.Indicator, 80, required: false);
            form.Text($"form.promises.{n}.target", promise.Target, 40, required: false);
        }

        if (Json().Length > MostCharacters)
        {
            form.Faults.Add(LendingRefusals.Text("form", $"{Json().Length}", MostCharacters));
        }
    }

    /// <summary>The amount in fen where what is typed is one.</summary>
    internal long? Fen => new LendingForm().Amount("", Amount);

    /// <summary>What has to be filled in before it is submitted.</summary>
    internal void Complete(LendingForm form)
    {
        if (FirmId is null)
        {
            form.Faults.Add(OriginationRefusals.Empty("form.firmId", new("登记簿中的企业", "a firm of the register")));
        }

        if (string.IsNullOrWhiteSpace(Product))
        {
            form.Faults.Add(OriginationRefusals.Empty("form.product", new("一个产品", "a product")));
        }

        form.Amount("form.amount", Amount, required: true);
        form.Count("form.months", Months ?? 0, 1, 360);
        form.Text("form.purpose", Purpose, 2_000);
    }

    internal Dictionary<string, ProductFactValue> Typed(LendingForm form)
    {
        var typed = new Dictionary<string, ProductFactValue>(StringComparer.Ordinal);
        TypedFacts.Read(Facts, form, typed);
        return typed;
    }
}
