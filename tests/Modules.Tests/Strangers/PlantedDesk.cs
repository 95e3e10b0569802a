using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Xunit;
using Zhirong.Host.Serve;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Strangers;

/// <summary>
/// A server of its own on which the founding organisation has used every room through the interface: every text it wrote holds
/// <see cref="Mark"/>, and every id it was told is known.
/// </summary>
internal sealed partial class PlantedDesk : IAsyncDisposable
{
    /// <summary>Stands in every name, memo and note of the owner's, and nowhere else.</summary>
    public const string Mark = "ZRGEHEIM7Q";

    private readonly string folder = Directory.CreateTempSubdirectory("zhirong-stranger-").FullName;

    public Store Store { get; private set; } = null!;

    public WebApplication Server { get; private set; } = null!;

    public HttpClient Owner { get; private set; } = null!;

    /// <summary>Every id the owner was told, lower case.</summary>
    public HashSet<string> Ids { get; } = [];

    /// <summary>Number of one of the submitted applications.</summary>
    public string ApplicationNumber { get; set; } = "";

    /// <summary>The id that a path names behind a word (<c>books</c>, <c>runs</c>), or that one endpoint alone is tried with.</summary>
    public Dictionary<string, string> Behind { get; } = [];

    /// <summary>The business date of the owner's book.</summary>
    public string Day { get; private set; } = "";

    public string Address => DeskServer.Address(Server);

    public static async Task<PlantedDesk> Open(DatabaseKind kind)
    {
        var desk = new PlantedDesk();
        var data = ReadyDatabases.New(kind, desk.folder);
        (desk.Store, desk.Server) = await DeskServer.Start(new(0, data, Path.Combine(desk.folder, "keys")), CancellationToken.None);
        desk.Owner = await Desk.Desk.SignedIn(desk.Address);
        await desk.Plant();
        return desk;
    }

    /// <summary>A person of an organisation with roles of the test's choosing.</summary>
    public async Task<HttpClient> Person(string login, Guid organisation, string role, string? grants = null)
    {
        await Store.Commits.Write(Viewer.Everything("make a person for a test"), async work =>
        {
            var hash = work.Session.First("SELECT password_hash FROM access_user WHERE login_key = @p0", row => row.Text(0), DemoPeople.Everything);
            var user = new User { Id = Guid.CreateVersion7(), HomeId = organisation, Version = 1, Login = login, LoginKey = login.ToLowerInvariant(), Name = login, PasswordHash = hash, AddedAt = 1, AddedBy = "test" };
            work.Add(user);
            work.Add(new Member { Id = Guid.CreateVersion7(), UserId = user.Id, OrgId = organisation, Role = role, FromOn = new(2020, 1, 1), AddedAt = 1, AddedBy = "test" });
            if (grants is not null)
            {
                work.Add(new OwnRole { Id = Guid.CreateVersion7(), OwnerId = organisation, Version = 1, Code = role, Zh = role, En = role, Grants = grants, Active = 1, SavedAt = 1, SavedBy = "test" });
            }

            return await work.SaveChangesAsync();
        });
        return await Desk.Desk.SignedIn(Address, login);
    }

    /// <summary>Somebody of another organisation who may do everything there.</summary>
    public Task<HttpClient> Stranger() => Person("stranger", DemoPeople.OrganisationId("insurer"), "everything", Grants.Write([new("*")]));

    public async ValueTask DisposeAsync()
    {
        Owner.Dispose();
        await Server.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(folder, true);
    }

    private async Task Plant()
    {
        var text = Desk.Desk.Ctex.Replace("id: CTEX-1\n", $"id: {Mark}-1\n", StringComparison.Ordinal).Replace("zh: 中技所-", $"zh: {Mark} 中技所-", StringComparison.Ordinal).Replace("CTEX-1-10", $"{Mark}-10", StringComparison.Ordinal);
        Assert.Contains($"id: {Mark}-1", text, StringComparison.Ordinal);
        var deal = await Made("deals", "/api/v1/deals", new { text, reason = $"{Mark} 首版" });
        await Post($"/api/v1/deals/{deal}/versions", new { baseVersion = 1, text = text.Replace("en: CTEX ", $"en: {Mark} ", StringComparison.Ordinal), reason = $"{Mark} 二版" });
        await Made("scenarios", $"/api/v1/deals/{deal}/scenarios", new { name = $"{Mark} 情景", content = JsonNode.Parse($$"""{"schema":"ipabs-scenario/v1","id":"{{Mark}}","defaults":[{"obligor":"C01","period":2,"recovery":"0.30","lag":4}]}""") });
        Behind["compare"] = await Made("runs", $"/api/v1/deals/{deal}/runs", new { version = 1, scenarioName = $"{Mark} 基准", note = $"{Mark} 说明" });
        var run = await Made("runs", $"/api/v1/deals/{deal}/runs", new { version = 1, scenarioName = $"{Mark} 再次", note = Mark });
        var book = (await Post($"/api/v1/runs/{run}/planned-entries", new { code = Mark, name = $"{Mark} 账簿" }))["book"]!["id"]!.GetValue<string>();
        Behind["books"] = book;
        var day = Day = (await Get($"/api/v1/ledger/books/{book}"))["businessDate"]!.GetValue<string>();
        var account = await Post($"/api/v1/ledger/books/{book}/accounts", new { code = $"{Mark}.1", zh = $"{Mark} 科目", en = Mark, @class = "asset", normal = "debit", rule = "none" });
        Behind["accounts"] = account["id"]!.GetValue<string>();
        await Post($"/api/v1/ledger/books/{book}/accounts", new { code = $"{Mark}.2", zh = $"{Mark} 科目", en = Mark, @class = "asset", normal = "debit", rule = "none" });
        var planned = (await Get($"/api/v1/ledger/books/{book}/planned"))["items"]![0]!;
        Behind["planned"] = planned["id"]!.GetValue<string>();
        var entries = (string[])[.. Enumerable.Range(0, 3).Select(_ => $"{Guid.CreateVersion7()}")];
        await Post($"/api/v1/ledger/books/{book}/entries", new
        {
            entries = new object[]
            {
                new { id = entries[0], effective = day, @event = Mark, memo = $"{Mark} 摘要", lines = new[] { new { account = $"{Mark}.1", side = "debit", amount = "7.00" }, new { account = $"{Mark}.2", side = "credit", amount = "7.00" } } },
                Paid(entries[1]),
                Paid(entries[2]),
            },
        });
        object Paid(string id) => new
        {
            id,
            effective = day,
            @event = Mark,
            memo = $"{Mark} 兑付",
            lines = new[] { new { account = planned["debit"]!.GetValue<string>(), side = "debit", amount = "1.00" }, new { account = planned["credit"]!.GetValue<string>(), side = "credit", amount = "1.00" } },
        };
        (Behind["entries"], Behind["matches"]) = (entries[0], entries[1]);
        await Post($"/api/v1/ledger/planned/{Behind["planned"]}/matches", new { entryId = entries[1] });
        (Behind["holds"], Behind["voidHold"]) = (await Hold(book), await Hold(book));
        await Post("/api/v1/deals/exports/report.html", new { text });
        Behind["shares"] = (await Post("/api/v1/access/shares", new { kind = "book", rootId = book, organisation = DemoPeople.OrganisationId("custodian"), right = "read" }))["id"]!.GetValue<string>();
        Behind["conflicts"] = (await Post("/api/v1/access/conflicts", new { subjectKind = "deal", subjectId = deal, party = $"{Mark} 公司", roles = new[] { "发起人", "担保人" }, note = $"{Mark} 冲突" }))["id"]!.GetValue<string>();
        (await Person($"{Mark}-user", Viewer.FoundingOrganisation, "auditor")).Dispose();
        Behind["users"] = await In(read => read.Session.First("SELECT id FROM access_user WHERE login = @p0", row => row.Text(0), $"{Mark}-user"));
        Behind["members"] = await In(read => read.Session.First("SELECT id FROM access_member WHERE user_id = @p0", row => row.Text(0), Behind["users"]));
        Behind["organisations"] = $"{Viewer.FoundingOrganisation}";
        Behind["leaves"] = (await Get($"/api/v1/evidence/subjects/deal/{deal}"))["leaves"]![0]!["id"]!.GetValue<string>();
        using var checker = await Desk.Desk.SignedIn(Address, "payments-checker");
        await new PlantedPayments(this, checker).Plant();
        await PlantedRights.Plant(this);
        await PlantedValuation.Plant(this);
        await PlantedDiligence.Plant(this);
        await PlantedPolicy.Plant(this);
        await PlantedLending.Plant(this);
        await PlantedLoans.Plant(this);
        await PlantedReceivables.Plant(this);
        await PlantedInstant.Plant(this);
        await PlantedApprovals.Plant(this);
        await PlantedJobs.Plant(this);
        await Sealed();
        string[] ofPayments = [$"/api/v1/payments/batches/{Behind["batches"]}/items", .. ((string[])["accounts", "batches", "files", "statements", "lines", "receipts", "differences"]).Select(list => $"/api/v1/payments/{list}?pageSize=500")];
        string[] ofPlatform = ["/api/v1/jobs?pageSize=500", "/api/v1/approvals?view=all&pageSize=500", "/api/v1/approvals/routes/versions", "/api/v1/approvals/mandates", "/api/v1/approvals/delegations"];
        foreach (var path in (string[])[.. ofPayments, .. ofPlatform, .. PlantedRights.Lists, .. PlantedValuation.Lists, .. PlantedDiligence.Lists(this), .. PlantedPolicy.Lists, .. PlantedLending.Lists, .. PlantedLoans.Lists, .. PlantedReceivables.Lists, .. PlantedInstant.Lists, $"/api/v1/deals/{deal}/runs", $"/api/v1/ledger/books/{book}/accounts", $"/api/v1/ledger/books/{book}/planned?pageSize=500", $"/api/v1/ledger/books/{book}/holds", $"/api/v1/ledger/books/{book}/entries", "/api/v1/evidence/leaves?pageSize=500", "/api/v1/deals?pageSize=500", "/api/v1/ledger/books"])
        {
            await Get(path);
        }

        // Organisations are no secret inside an installation.
        Ids.ExceptWith(DemoPeople.Organisations.Select(o => $"{o.Id}"));
    }

    private async Task<string> In(Func<ZhirongContext, string?> look)
    {
        await using var read = Store.Read(Viewer.Everything("look for a planted record"));
        return look(read)!;
    }

    private async Task<string> Hold(string book) =>
        (await Post($"/api/v1/ledger/books/{book}/holds", new { id = Guid.CreateVersion7(), debit = $"{Mark}.1", credit = $"{Mark}.2", amount = "3.00", @event = Mark, memo = $"{Mark} 预留" }))["id"]!.GetValue<string>();

    /// <summary>Waits until a checkpoint covers what was planted, so that its evidence can be handed out.</summary>
    private async Task Sealed()
    {
        for (var tries = 0; tries < 600 && (await Desk.Desk.Json(await Owner.GetAsync("/api/v1/evidence/log"), HttpStatusCode.OK))["pending"]!.GetValue<long>() > 0; tries++)
        {
            await Task.Delay(100);
        }
    }

    private async Task<string> Made(string word, string path, object body) => Behind[word] = (await Post(path, body))["id"]!.GetValue<string>();

    public async Task<JsonNode> Get(string path, HttpClient? by = null) => Told(await Desk.Desk.Json(await (by ?? Owner).GetAsync(path), HttpStatusCode.OK));

    public async Task<JsonNode> Post(string path, object body, HttpClient? by = null)
    {
        using var answer = await (by ?? Owner).PostAsync(path, System.Net.Http.Json.JsonContent.Create(body));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        var text = await answer.Content.ReadAsStringAsync();
        return answer.Content.Headers.ContentType?.MediaType == "application/json" ? Told(JsonNode.Parse(text)!) : new JsonObject();
    }

    /// <summary>Asks for an act that waits for approval, has people of the demonstration approve it, and waits until it is done.</summary>
    public async Task<JsonNode> Agreed(string path, object body, HttpClient asker, params string[] deciders)
    {
        var approval = $"/api/v1/approvals/{(await Post(path, body, asker))["approval"]!.GetValue<string>()}";
        foreach (var login in deciders)
        {
            using var decider = await Desk.Desk.SignedIn(Address, login);
            await Post($"{approval}/decide", new { round = 1, decision = "approve" }, decider);
        }

        for (var tries = 0; ; tries++)
        {
            var seen = await Get(approval, asker);
            if ($"{seen["row"]!["state"]}" == "done")
            {
                return seen;
            }

            Assert.True($"{seen["row"]!["state"]}" is "approved" && tries < 600, seen.ToJsonString());
            await Task.Delay(100);
        }
    }

    /// <summary>Remembers every id of an answer.</summary>
    public JsonNode Told(JsonNode answer)
    {
        foreach (var id in AnyId().Matches(answer.ToJsonString()).Select(m => m.Value))
        {
            Ids.Add(id);
        }

        return answer;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    public static partial Regex AnyId();
}
