using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Policy;
using Zhirong.Modules.Policy.Aid;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Modules.Tests.Valuation;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Policy;

/// <summary>A server of its own on either database; what needs another's approval is done on the commit queue, as the endpoint does it after.</summary>
internal sealed class PolicyHouse : IAsyncDisposable
{
    public const string Firm = "91310115591693856A";

    private readonly ValuationHouse house;

    private PolicyHouse(ValuationHouse house) => this.house = house;

    public static Viewer Owner { get; } = new(Viewer.FoundingOrganisation, "经办");

    public Store Store => house.Store;

    public string Target => house.Target;

    public PolicyDesk Desk => house.Server.Services.GetRequiredService<PolicyDesk>();

    public static async Task<PolicyHouse> Open(DatabaseKind kind = DatabaseKind.Sqlite) => new(await ValuationHouse.Open(kind));

    public ValueTask DisposeAsync() => house.DisposeAsync();

    public Task<JsonNode> Get(string path, HttpStatusCode expected = HttpStatusCode.OK) => house.Get($"/api/v1/policy/{path}", expected);

    public Task<JsonNode> Post(string path, object body, HttpStatusCode expected = HttpStatusCode.OK) => house.Post($"/api/v1/policy/{path}", body, expected);

    public Task Budget(string scheme, long limit, DateOnly? closes = null) => Store.Commits.Write(Owner, work =>
    {
        work.Add(new AidBudget { Id = Desk.NewId(), OwnerId = Owner.Organisation, Version = 1, Scheme = scheme, Year = 2026, LimitFen = limit, ApprovedFen = 0, PaidFen = 0, ClosesOn = closes, State = "open", ChangedAt = 1, ChangedBy = "x" });
        return Task.FromResult(0);
    });

    /// <summary>An application as far as publicised, its publicity over on 2026-01-20.</summary>
    public async Task<Guid> Publicised(string scheme, object facts, string firm = Firm)
    {
        var id = Guid.Parse($"{(await Post("applications", new { scheme, year = 2026, firmCode = firm, firmName = "甲公司", subjectKind = "loan", subjectId = $"{Guid.NewGuid()}", facts }, HttpStatusCode.Created))["row"]!["id"]}");
        string[] verbs = ["submit", "review", "publicise"];
        for (var from = 1; from <= verbs.Length; from++)
        {
            await Post($"applications/{id}/{verbs[from - 1]}", new { from, note = "", day = "2026-01-05", publicUntil = "2026-01-20" });
        }

        return id;
    }

    /// <summary>One move; the refusal's code, or the amount.</summary>
    public async Task<string> Move(Guid id, string state, string day = "2026-01-21", long amount = 0, Store? store = null)
    {
        var from = (await One(id)).Version;
        var moved = await (store ?? Store).Commits.Write(Owner, work => MoveAid.Within(work, Desk, id, state, new MoveAidRequest(from, "x", DateOnly.Parse(day, CultureInfo.InvariantCulture)), amount));
        return moved.Ok ? Money.FenText(state == "clawback" ? moved.Value.ClawedFen : moved.Value.ApprovedFen ?? 0) : moved.Refusals[0].Code;
    }

    public async Task<AidApplication> One(Guid id)
    {
        await using var read = Store.Read(Owner);
        return await read.Set<AidApplication>().SingleAsync(a => a.Id == id);
    }

    public async Task<AidBudget> BudgetOf(string scheme)
    {
        await using var read = Store.Read(Owner);
        return await read.Set<AidBudget>().SingleAsync(b => b.Scheme == scheme);
    }

    public async Task<string> Balance(Guid book, string account)
    {
        await using var read = Store.Read(Owner);
        return $"{BookDoor.Balance(read, book, account, new(2026, 1, 31))}";
    }

    /// <summary>What `db verify` finds wrong in the room.</summary>
    public async Task Sound()
    {
        await using var read = Store.Read(Viewer.Everything("a test looks at everything"));
        var checks = new PolicyTables().Verify(read.Session).ToList();
        Assert.All(checks, c => Assert.True(c.Holds, c.ToString()));
    }
}
