using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Access.Model;

/// <summary>What an organisation is.</summary>
/// <param name="Code">Permanent word.</param>
/// <param name="Title">What it is called.</param>
public sealed record OrganisationKind(string Code, Words Title);

/// <summary>The kinds of organisation that sign in.</summary>
public static class OrganisationKinds
{
    /// <summary>Sees what was shared with it and never writes.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>A natural person: known by his name and the print of his identity number.</summary>
    public const string Person = "person";

    public static IReadOnlyList<OrganisationKind> All { get; } =
    [
        new("bank", new("银行", "Bank")),
        new("securities_firm", new("证券公司", "Securities firm")),
        new("trust_company", new("信托公司", "Trust company")),
        new("guarantor", new("担保公司", "Guarantor")),
        new("insurer", new("保险公司", "Insurer")),
        new("exchange", new("知识产权交易所", "IP exchange")),
        new("appraiser", new("评估机构", "Appraiser")),
        new("rating_agency", new("评级机构", "Rating agency")),
        new("law_firm", new("律师事务所", "Law firm")),
        new("custodian", new("托管机构", "Custodian")),
        new("underwriter", new("承销机构", "Underwriter")),
        new("bureau", new("主管部门", "Bureau")),
        new(Supervisor, new("监管机构", "Supervisor")),
        new("state_platform", new("国有平台公司", "State platform")),
        new("fund", new("基金", "Fund")),
        new("university", new("高校", "University")),
        new("hospital", new("医院", "Hospital")),
        new("association", new("协会", "Association")),
        new("enterprise", new("企业", "Enterprise")),
        new("investor", new("投资者", "Investor")),
        new(Person, new("自然人", "Natural person")),
    ];

    private static readonly Dictionary<string, OrganisationKind> ByCode = All.ToDictionary(k => k.Code, StringComparer.Ordinal);

    public static OrganisationKind? Of(string code) => ByCode.GetValueOrDefault(code);
}
