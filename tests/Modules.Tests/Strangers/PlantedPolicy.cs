using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Policy;
using Zhirong.Modules.Policy.Funds;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Strangers;

/// <summary>The owner's scheme, budgets, applications in every state, a fund with filings and claims, a task.</summary>
internal static class PlantedPolicy
{
    private const string Mark = PlantedDesk.Mark;
    private const string Firm = "91310115591693856A";
    private const string Day = "2026-01-31";

    public static string[] Lists { get; } = ["/api/v1/policy/schemes", "/api/v1/policy/budgets", "/api/v1/policy/applications?pageSize=500", "/api/v1/policy/funds", $"/api/v1/policy/tasks?from={Day}&to=2026-12-31"];

    public static async Task Plant(PlantedDesk desk)
    {
        await Budgets(desk);
        desk.Behind["applications"] = await Application(desk, 4);
        (string Endpoint, int Version)[] moves = [("reviseAid", 1), ("submitAid", 1), ("reviewAid", 2), ("returnAid", 2), ("publiciseAid", 3), ("approveAid", 4), ("refuseAid", 2), ("withdrawAid", 2), ("payAid", 5), ("clawBackAid", 6)];
        foreach (var (endpoint, version) in moves)
        {
            desk.Behind[endpoint] = await Application(desk, version);
        }

        await Funds(desk);
        desk.Behind["tasks"] = $"{(await desk.Post("/api/v1/policy/tasks", new { title = $"{Mark} 待办", dueOn = Day, subjectKind = "fund", subjectId = Mark, note = Mark }))["taskId"]}";
        foreach (var path in (string[])["applications", "funds", "claims"])
        {
            await desk.Get($"/api/v1/policy/{path}/{desk.Behind[path]}");
        }
    }

    /// <summary>Requests an owner could make.</summary>
    public static object? Body(PlantedDesk desk, string name) => name switch
    {
        "saveScheme" => new { kind = "subsidy", code = "x", from = 0, text = "x", reason = "x" },
        "calculateScheme" => new { kind = "subsidy", code = "xuchang-aid", facts = new { } },
        "setBudget" => new { scheme = "xuchang-aid", year = 2031, limit = "1.00" },
        "scalePool" => new { from = 1, note = "x" },
        "draftAid" => new { scheme = "xuchang-aid", year = 2026, firmCode = Firm, firmName = "x", subjectKind = "loan", subjectId = "x", facts = new { } },
        "reviseAid" => new { from = 1, facts = new { } },
        "receiveAidMoney" => new { from = 1, amount = "1.00", day = Day, note = "x" },
        "checkScheme" => new { kind = "subsidy", text = "x" },
        "submitAid" => Move(1),
        "reviewAid" or "returnAid" or "refuseAid" or "withdrawAid" => Move(2),
        "publiciseAid" => Move(3),
        "approveAid" => Move(4),
        "payAid" => Move(5),
        "clawBackAid" => new { from = 6, note = "x", day = Day, amount = "1.00" },
        "openFund" => new { code = "x", name = "x", scheme = "zhongshan", party = "fund", size = "1.00", openedOn = Day },
        "suspendFund" => new { from = 1, suspended = true, reason = "x" },
        "fileLoan" => new { subjectKind = "loan", subjectId = $"{Guid.NewGuid()}", firmCode = Firm, firmName = "x", bankName = "x", principal = "1.00", filedOn = Day, endsOn = "2027-01-31" },
        "endFiling" => new { from = 1, reason = "x" },
        "makeClaim" => new { filingId = desk.Behind["filingToClaim"], filedOn = Day, facts = new { }, note = "x" },
        "approveClaim" or "refuseClaim" => new { from = 1, note = "x", day = Day },
        "payClaim" => new { from = 2, note = "x", day = Day },
        "recoverClaim" => new { from = 3, note = "x", day = Day, gross = "10.00", costs = "0.00" },
        "addPolicyTask" => new { title = "x", dueOn = Day, subjectKind = "x", subjectId = "x", note = "x" },
        "closePolicyTask" => new { from = 1, note = "x" },
        _ => null,
    };

    private static object Move(int from) => new { from, note = "x", day = Day, publicUntil = "2026-02-10" };

    private static async Task Budgets(PlantedDesk desk)
    {
        var policy = desk.Server.Services.GetRequiredService<PolicyDesk>();
        var (spent, pool, booked) = (policy.NewId(), policy.NewId(), policy.NewId());
        await desk.Store.Commits.Write(Owner, work =>
        {
            var book = policy.BookDoor.Open(work, new OpenBookRequest($"{Mark}-AID", $"{Mark} 补贴", "fund", new(2026, 1, 31))).Value;
            foreach (var (id, scheme) in new[] { (spent, "xuchang-aid"), (pool, "tongliang-pool"), (booked, "shuangliu-firm") })
            {
                work.Add(new AidBudget { Id = id, OwnerId = Owner.Organisation, Version = 1, Scheme = scheme, Year = 2026, BookId = id == booked ? book : null, LimitFen = 10_000_000, ApprovedFen = 0, PaidFen = 0, State = "open", ChangedAt = 1, ChangedBy = Mark });
            }

            return Task.FromResult(0);
        });
        desk.Behind["budgets"] = $"{pool}";
        desk.Behind["receiveAidMoney"] = $"{booked}";
        desk.Ids.Add($"{booked}");
        desk.Ids.Add($"{spent}");
        desk.Ids.Add($"{pool}");
    }

    /// <summary>An application that has come as far as a version: drafted, submitted, reviewed, publicised, approved, paid.</summary>
    private static async Task<string> Application(PlantedDesk desk, int version)
    {
        var made = await desk.Post("/api/v1/policy/applications", new { scheme = "xuchang-aid", year = 2026, firmCode = Firm, firmName = $"{Mark} 公司", subjectKind = "loan", subjectId = $"{Mark} {Guid.NewGuid()}", facts = new { paid = new { valuation_fee = "100.00", premium = "0.00" } } });
        var id = $"{made["row"]!["id"]}";
        string[] verbs = ["submit", "review", "publicise"];
        for (var from = 1; from < Math.Min(version, 4); from++)
        {
            await desk.Post($"/api/v1/policy/applications/{id}/{verbs[from - 1]}", new { from, note = Mark, day = "2026-01-05", publicUntil = "2026-01-20" });
        }

        await desk.Store.Commits.Write(Owner, async work =>
        {
            var application = await work.Set<AidApplication>().SingleAsync(a => a.Id == Guid.Parse(id));
            if (version >= 5)
            {
                (application.State, application.ApprovedFen, application.ApprovedNo, application.Version) = (version == 5 ? "approved" : "paid", 5_000, 1, version);
                application.PaidFen = version == 5 ? 0 : 5_000;
            }

            return 0;
        });
        return id;
    }

    private static async Task Funds(PlantedDesk desk)
    {
        desk.Behind["suspendFund"] = $"{(await Fund(desk, 0)).Id}";
        desk.Behind["funds"] = $"{(await Fund(desk, 1)).Id}";
        desk.Behind["filings"] = await Filing(desk);
        desk.Behind["filingToClaim"] = await Filing(desk);
        desk.Behind["claims"] = await Claim(desk, "submitted", 1);
        desk.Behind["approveClaim"] = await Claim(desk, "submitted", 1);
        desk.Behind["refuseClaim"] = await Claim(desk, "submitted", 1);
        desk.Behind["payClaim"] = await Claim(desk, "approved", 2);
        desk.Behind["recoverClaim"] = await Claim(desk, "paid", 3);
    }

    /// <summary>A fund with its book, and a claim paid out of it.</summary>
    private static async Task<CompensationFund> Fund(PlantedDesk desk, int n)
    {
        var policy = desk.Server.Services.GetRequiredService<PolicyDesk>();
        var fund = new CompensationFund { Id = policy.NewId(), OwnerId = Owner.Organisation, Version = 1, Code = $"{Mark}-FUND{n}", Name = $"{Mark} 资金", Scheme = "zhongshan", SchemeNumber = 0, Party = "fund", SizeFen = 1_000_000, BookId = default, State = "open", Because = Mark, ChangedAt = 1, ChangedBy = Mark };
        await desk.Store.Commits.Write(Owner, async work =>
        {
            var book = policy.BookDoor.Open(work, new OpenBookRequest(fund.Code, fund.Name, "fund", new(2026, 1, 31))).Value;
            work.Add(fund = new CompensationFund { Id = fund.Id, OwnerId = fund.OwnerId, Version = 1, Code = fund.Code, Name = fund.Name, Scheme = fund.Scheme, SchemeNumber = 0, Party = fund.Party, SizeFen = fund.SizeFen, BookId = book, State = "open", Because = Mark, ChangedAt = 1, ChangedBy = Mark });
            await work.SaveChangesAsync();
            Assert.Null(FundPosting.Post(work, policy, fund, Mark, new(2026, 1, 31), FundClocks.Cash, FundClocks.Capital, fund.SizeFen, new("fund", Mark)));
            Assert.Null(FundPosting.Post(work, policy, fund, Mark, new(2026, 1, 31), FundClocks.ToRecover, FundClocks.Cash, 5_400, new("claim", Mark)));
            return 0;
        });
        desk.Ids.Add($"{fund.Id}");
        desk.Ids.Add($"{fund.BookId}");
        return fund;
    }

    private static async Task<string> Filing(PlantedDesk desk) => $"{(await desk.Post($"/api/v1/policy/funds/{desk.Behind["funds"]}/filings", new { subjectKind = "loan", subjectId = $"{Mark} {Guid.NewGuid()}", firmCode = Firm, firmName = $"{Mark} 公司", bankName = $"{Mark} 银行", principal = "100.00", filedOn = "2026-01-05", endsOn = "2027-01-05" }))["id"]}";

    private static async Task<string> Claim(PlantedDesk desk, string state, int version)
    {
        var made = await desk.Post($"/api/v1/policy/funds/{desk.Behind["funds"]}/claims", new { filingId = await Filing(desk), filedOn = Day, facts = new { loss = new { principal = "100.00" } }, note = Mark });
        var id = $"{made["row"]!["id"]}";
        await desk.Store.Commits.Write(Owner, async work =>
        {
            var claim = await work.Set<CompensationClaim>().SingleAsync(c => c.Id == Guid.Parse(id));
            (claim.State, claim.Version) = (state, version);
            return 0;
        });
        return id;
    }

    private static Viewer Owner => new(Viewer.FoundingOrganisation, "经办");
}
