using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.InstantLoans;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Strangers;

/// <summary>The owner's mandates: one that decides, one that is stopped; applications declined and offered.</summary>
internal static class PlantedInstant
{
    private const string Mark = PlantedDesk.Mark;

    public static string[] Lists { get; } = ["/api/v1/lending/mandates?pageSize=500", "/api/v1/lending/instant?pageSize=500", "/api/v1/lending/indices?pageSize=500"];

    public static async Task Plant(PlantedDesk desk)
    {
        var instant = desk.Server.Services.GetRequiredService<InstantDesk>();
        var account = $"{(await desk.Post("/api/v1/payments/accounts", new { role = "own", kind = "bank", number = "9990002", name = $"{Mark} 存款", agentCnaps = "313332082914", bookId = desk.Behind["bankBook"], bookAccount = "201101", counterAccount = "130301", note = Mark }))["id"]}";
        desk.Behind["depositAccount"] = account;
        async Task<string> Mandate(int n)
        {
            var made = await MakeLoanMandate.Make(instant, Viewer.Local, new($"{Mark}-M{n}", Mark, "index-loan", "index-loan", "1000.00", "1000.00", "1000.00", instant.Today, instant.Today.AddDays(30), Guid.Parse(account), FirstFund: true, Blocked: [new(Mark)]), null, null, Language.Zh);
            return $"{made.Value!.Row.Id}";
        }

        var (standing, stopped, thrown) = (await Mandate(1), await Mandate(2), await Mandate(3));
        await desk.Post($"/api/v1/lending/mandates/{stopped}/stop", new { reason = Mark });
        (desk.Behind["openLoanMandate"], desk.Behind["replayLoanMandate"], desk.Behind["reopenLoanMandate"], desk.Behind["stopLoanMandate"], desk.Behind["loanMandate"]) = (standing, standing, stopped, thrown, standing);
        using var indices = new StringContent($"code,index,day,model\n91310115591693856A,50,2026-01-31,{Mark}\n", System.Text.Encoding.UTF8, "text/csv");
        indices.Headers.Add("X-File-Name", Mark);
        using var taken = await desk.Owner.PostAsync("/api/v1/lending/indices", indices);
        Assert.Equal("1", $"{JsonNode.Parse(await taken.Content.ReadAsStringAsync())!["taken"]}");
        var asked = await desk.Post("/api/v1/lending/instant", Ask(desk, $"{Mark}-1"));
        var decided = $"{asked["row"]!["id"]}";
        await desk.Store.Commits.Write(Viewer.Local, work => Task.FromResult(work.Session.Execute("UPDATE len_instant SET state = 'paid', contract_hash = @p0 WHERE id = @p1", new string('0', 64), decided)));
        (desk.Behind["openInstant"], desk.Behind["replayInstant"], desk.Behind["signInstant"], desk.Behind["openFirmIndex"]) = ($"{asked["row"]!["id"]}", $"{asked["row"]!["id"]}", $"{asked["row"]!["id"]}", desk.Behind["firms"]);
    }

    private static object Ask(PlantedDesk desk, string no) => new { mandateId = desk.Behind["loanMandate"], requestNo = no, firmId = desk.Behind["firms"], amount = "100.00", months = 3, purpose = Mark, payee = Mark, account = "1" };

    /// <summary>Requests an owner could make.</summary>
    public static object? Body(PlantedDesk desk, string name) => name switch
    {
        "makeLoanMandate" => new { code = "x", title = "x", product = "index-loan", policy = "index-loan", firmCap = "1.00", total = "1.00", dayCap = "1.00", from = $"{DateTime.UtcNow.AddHours(8):yyyy-MM-dd}", until = $"{DateTime.UtcNow.AddDays(9):yyyy-MM-dd}", accountId = desk.Behind["depositAccount"] },
        "stopLoanMandate" => new { reason = "x" },
        "reopenLoanMandate" => new { reason = "x", baseVersion = 2 },
        "askInstant" => Ask(desk, "x"),
        "signInstant" => new { signer = "x", provider = "x", reference = "x", sha256 = new string('0', 64), signedAt = DateTimeOffset.UtcNow },
        _ => null,
    };
}
