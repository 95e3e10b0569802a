using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Access.Installation;

/// <param name="Number">Last digits of its id.</param>
internal sealed record DemoOrganisation(int Number, string Kind, string Name)
{
    public Guid Id => Number == 1 ? Viewer.FoundingOrganisation : new($"00000000-0000-7000-8000-0000000000{Number:00}");

    /// <summary>A code with right check characters that no register gave out; null for the natural person.</summary>
    public string? Code
    {
        get
        {
            if (Kind == OrganisationKinds.Person)
            {
                return null;
            }

            var organisation = $"DEM0{Number:0000}";
            var first = $"91110000{organisation}{CreditCode.OrganisationCheckCharacter(organisation)}";
            return first + CreditCode.CheckCharacter(first);
        }
    }
}

/// <param name="Number">Last digits of its id.</param>
/// <param name="Organisation">Number of the organisation that looks after the account.</param>
internal sealed record DemoUser(int Number, string Login, string Name, int Organisation, params IReadOnlyList<string> Roles)
{
    public Guid Id => new($"00000000-0000-7000-8000-000000001{Number:000}");
}

/// <summary>Whoever plays a part in the demonstration: an organisation of every kind, a user for every role, and one who holds nearly all of them.</summary>
public static class DemoPeople
{
    /// <summary>Holds every role of the founding organisation.</summary>
    public const string Everything = "demo";

    /// <summary>Published: the demonstration is open to everybody.</summary>
    public const string Password = "Zhirong-Demo-2026";

    /// <summary>An identity number of a region and a birthday nobody has: Beijing, 1900-01-01.</summary>
    internal const string Grower = "11010119000101001";

    internal static IReadOnlyList<DemoOrganisation> Organisations { get; } =
    [
        new(1, "bank", "演示银行"), new(2, "securities_firm", "演示证券"), new(3, "trust_company", "演示信托"), new(4, "guarantor", "演示担保"), new(5, "insurer", "演示保险"),
        new(6, "exchange", "演示知识产权交易所"), new(7, "appraiser", "演示评估"), new(8, "rating_agency", "演示评级"), new(9, "law_firm", "演示律师事务所"), new(10, "custodian", "演示托管银行"),
        new(11, "underwriter", "演示承销"), new(12, "bureau", "演示市知识产权局"), new(13, OrganisationKinds.Supervisor, "演示监管局"), new(14, "state_platform", "演示国有平台"), new(15, "fund", "演示风险补偿基金"),
        new(16, "university", "演示大学"), new(17, "hospital", "演示医院"), new(18, "association", "演示地理标志协会"), new(19, "enterprise", "演示科技企业"), new(20, "investor", "演示投资者"), new(21, OrganisationKinds.Person, "演示种植户"),
    ];

    internal static IReadOnlyList<DemoUser> Users { get; } =
    [
        new(1, Everything, "演示用户", 1, [.. RolePresets.All.Select(r => r.Code).Except(["borrower", "investor", RolePresets.SupervisorReader])]),
        new(2, "admin", "周敏", 1, RolePresets.Administrator),
        new(3, "loan-officer", "陈立", 1, "loan_officer"),
        new(4, "loan-officer-2", "林悦", 1, "loan_officer"),
        new(5, "risk-manager", "赵岩", 1, "risk_manager"),
        new(6, "approver", "孙正", 1, "approver"),
        new(7, "approver-2", "何卫", 1, "approver"),
        new(8, "committee", "吴远", 1, "committee_member"),
        new(9, "committee-2", "郑平", 1, "committee_member"),
        new(10, "committee-3", "冯宁", 1, "committee_member"),
        new(11, "arranger", "许诺", 1, "arranger"),
        new(12, "plan-manager", "沈清", 1, "plan_manager"),
        new(13, "payments-maker", "韩梅", 1, "payments_maker"),
        new(14, "payments-checker", "杨帆", 1, "payments_checker"),
        new(15, "auditor", "朱严", 1, "auditor"),
        new(16, "guarantor", "秦松", 4, "guarantor_officer"),
        new(17, "underwriter", "尤佳", 5, "underwriter"),
        new(18, "claims-handler", "施恒", 5, "claims_handler"),
        new(19, "exchange-clerk", "孔明", 6, "exchange_clerk"),
        new(20, "custodian", "曹真", 10, "custodian_officer"),
        new(21, "bureau", "严实", 12, "bureau_officer"),
        new(22, "supervisor", "金诚", 13, RolePresets.SupervisorReader),
        new(23, "borrower", "魏来", 19, "borrower"),
        new(24, "investor", "陶然", 20, "investor"),
        new(25, "grower", "姜禾", 21, "borrower"),
    ];

    /// <summary>Roles of the one who holds nearly all of them in other organisations, so that changing the organisation can be tried.</summary>
    internal static IReadOnlyList<(int Organisation, string Role)> Elsewhere { get; } = [(2, "arranger"), (2, RolePresets.Administrator), (10, "custodian_officer"), (10, RolePresets.Administrator)];

    /// <summary>The id of a demo user.</summary>
    public static Guid UserId(string login) => Users.Single(u => u.Login == login).Id;

    /// <summary>The id of the demo organisation of a kind.</summary>
    public static Guid OrganisationId(string kind) => Organisations.Single(o => o.Kind == kind).Id;
}
