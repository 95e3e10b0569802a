using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Strangers;

/// <summary>The owner's pledged licence income: receivables entered, one told, two whose money came in.</summary>
internal static class PlantedReceivables
{
    private const string Mark = PlantedDesk.Mark;

    private const string Day = "2026-03-02";

    private const string Hash = "00000000000000000000000000000000000000000000000000000000000000aa";

    public static string[] Lists { get; } = ["/api/v1/receivables?pageSize=500"];

    public static async Task Plant(PlantedDesk desk)
    {
        var right = $"{(await desk.Post("/api/v1/rights", new { kind = "licence_income", number = $"{Mark}-XK", statement = new { title = $"{Mark} 许可收入", owners = new[] { new { name = $"{Mark} 公司" } }, dates = new { registration = "2025-01-01" } } }))["right"]!["id"]}";
        var party = new { name = $"{Mark} 公司", address = Mark };
        var pledge = $"{(await desk.Post("/api/v1/pledges", new { contractNo = $"{Mark}-XK", pledgors = new[] { party }, pledgee = new { name = $"{Mark} 银行", address = Mark }, claimKind = "loan", secured = "100.00", debtFrom = "2026-01-01", debtTo = "2028-12-31", scope = Mark, items = new[] { new { rightId = right, value = "150.00", valueSource = Mark } } }))["row"]!["id"]}";
        (desk.Behind["incomePledge"], desk.Behind["incomeRight"]) = (pledge, right);
        foreach (var (n, key) in ((string[])["receivables", "keepReceivablePaper", "applyReceivable", "releaseReceivable"]).Index())
        {
            desk.Behind[key] = $"{(await desk.Post("/api/v1/receivables", Body(desk, $"{Mark}-R{n}")))["row"]!["id"]}";
        }

        await desk.Post($"/api/v1/receivables/{desk.Behind["receivables"]}/papers", new { kind = "notice", on = Day, document = Mark, sha256 = Hash, person = Mark, baseVersion = 1 });
        await desk.Store.Commits.Write(Viewer.Local, work => Task.FromResult(work.Session.Execute("UPDATE len_receivable_due SET state = 'received', received_on = @p0 WHERE receivable_id IN (@p1, @p2)", Day, desk.Behind["applyReceivable"], desk.Behind["releaseReceivable"])));
    }

    private static object Body(PlantedDesk desk, string number) => new { pledgeId = desk.Behind["incomePledge"], rightId = desk.Behind["incomeRight"], contractNo = number, title = "x", licensor = Mark, debtor = Mark, accountId = desk.Behind["bankAccount"], dues = new[] { new { dueOn = Day, amount = "100.00" } } };

    /// <summary>Requests an owner could make.</summary>
    public static object? Request(PlantedDesk desk, string name) => name switch
    {
        "enterReceivable" => new { pledgeId = desk.Behind["incomePledge"], rightId = desk.Behind["incomeRight"], contractNo = "x", title = "x", licensor = "x", debtor = "x", accountId = desk.Behind["bankAccount"], dues = new[] { new { dueOn = Day, amount = "100.00" } } },
        "keepReceivablePaper" => new { kind = "notice", on = Day, document = "x", sha256 = Hash, person = "x", baseVersion = 1 },
        "applyReceivable" => new { due = 1, loanId = desk.Behind["loans"], amount = "1.00", baseVersion = 1 },
        "releaseReceivable" => new { due = 1, amount = "1.00", account = "1", agentCnaps = "313332082914", channel = "pain.001.001.09", valueDate = Day, reason = "x", baseVersion = 1 },
        _ => null,
    };
}
