using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending.InstantLoans;

/// <summary>Instant loans through the server on both databases: mandate, index, decision, contract, payment, book; and the races.</summary>
public sealed class InstantTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Loan_FromTheMandateToTheBook_IsPaidOnceAndCanBeMadeAgain(DatabaseKind kind)
    {
        await using var house = await InstantHouse.Open(kind);
        var (firm, rights) = await house.Firm("绍兴薄膜有限公司");
        var mandate = await house.Mandate("SQ-1");

        // What nobody stated is not known: it refers, and no default takes its place.
        var open = await house.Asked(InstantHouse.Ask(mandate, "A-0", firm, "绍兴薄膜有限公司", facts: new { }));
        Assert.Equal(("refer", "closed", ""), ($"{open["row"]!["outcome"]}", $"{open["row"]!["state"]}", $"{open["row"]!["index"]}"));
        Assert.Contains(open["result"]!["index"]!["made"]!["missing"]!.AsArray(), m => $"{m!["fact"]}" == "firm.overdue_days");

        var ask = InstantHouse.Ask(mandate, "A-1", firm, "绍兴薄膜有限公司");
        var offers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => house.Asked(ask)));
        var offer = offers[0];
        Assert.Single(offers.Select(o => $"{o["row"]!["id"]}").Distinct());
        Assert.Equal(("approve", "offered", "2400000.00"), ($"{offer["row"]!["outcome"]}", $"{offer["row"]!["state"]}", $"{offer["row"]!["limit"]}"));
        Assert.Equal("LEN-0816", $"{(await house.Asked(InstantHouse.Ask(mandate, "A-1", firm, "绍兴薄膜有限公司", "1000000.00"), HttpStatusCode.UnprocessableEntity))["code"]}");
        // The facts as frozen, and as people read them: a name, a unit, the source in one language.
        var known = offer["known"]!.AsArray().ToDictionary(k => $"{k!["name"]}", k => k!);
        Assert.Equal(offer["facts"]!["facts"]!.AsObject().Select(f => f.Key).Order(), known.Keys.Order());
        Assert.All(known.Values, k => Assert.NotEqual($"{k["name"]}", $"{k["title"]}"));
        Assert.Equal(("申请金额", "申请"), ($"{known["loan.amount"]["title"]}", $"{known["loan.amount"]["source"]}"));
        Assert.EndsWith(" 元", $"{known["loan.amount"]["value"]}", StringComparison.Ordinal);
        Assert.Equal("LEN-0819", $"{(await house.House.Post($"/api/v1/lending/instant/{offer["row"]!["id"]}/sign", new { signer = "x", provider = "x", reference = "x", sha256 = new string('0', 64), signedAt = DateTimeOffset.UtcNow }, HttpStatusCode.UnprocessableEntity))["code"]}");

        // A double click: six signatures, one loan, one entry.
        var signed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => house.Sign(offer)));
        Assert.Single(signed.Select(s => $"{s["row"]!["loanId"]}").Distinct());
        Races.Told("one signature sent again and again", kind, signed.Length, signed.Select(s => $"{s["row"]!["loanId"]}").Distinct().Count());
        Assert.Equal("paid", $"{signed[0]["row"]!["state"]}");
        Assert.Equal(("2000000.00", "2000000.00"), (await Balance(house, "130301"), await Balance(house, "201101")));
        await Lives(house, $"{signed[0]["row"]!["loanId"]}");

        var index = await house.House.Get($"/api/v1/lending/index/{firm}?founded=2015-06-01&overdueDays=0");
        Assert.Equal($"{offer["row"]!["index"]}", $"{index["points"]}");
        Assert.InRange(index["parts"]!.AsArray().Sum(p => decimal.Parse($"{p!["brings"]}", null)) - decimal.Parse($"{index["points"]}", null), -0.05m, 0.05m);
        Assert.Null((await house.House.Get($"/api/v1/lending/index/{firm}"))["points"]);
        var replay = await house.House.Get($"/api/v1/lending/mandates/{mandate}/replay");
        Assert.Equal((2, 2), (replay["decisions"]!.GetValue<int>(), replay["same"]!.GetValue<int>()));
        Assert.Equal(3, rights.Count);
        await Registered(house, mandate, rights[0], "绍兴薄膜有限公司");
        Assert.Empty(await Wrong(house));
    }

    /// <summary>Two firms sign for what is left of one mandate at the same moment: one is paid, and never a fen beyond.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Sign_ForTheLastFenAtOnce_OneIsPaid(DatabaseKind kind)
    {
        await using var house = await InstantHouse.Open(kind);
        var mandate = await house.Mandate("SQ-1", total: "3999999.99");
        var offers = new List<JsonNode>();
        foreach (var name in (string[])["甲薄膜公司", "乙薄膜公司"])
        {
            offers.Add(await house.Asked(InstantHouse.Ask(mandate, name, (await house.Firm(name)).Firm, name, account: name == "甲薄膜公司" ? "1" : "2")));
        }

        var answers = await Task.WhenAll(offers.Select(async o => (await house.House.Http.PostAsync($"/api/v1/lending/instant/{o["row"]!["id"]}/sign", System.Net.Http.Json.JsonContent.Create(InstantHouse.Signature(o)))).StatusCode));
        Races.Told("the last of a mandate", kind, answers.Length, answers.Count(a => a == HttpStatusCode.OK), answers.Where(a => a != HttpStatusCode.OK).Select(a => $"{(int)a}"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], answers.Order());
        Assert.Equal("2000000.00", await Balance(house, "130301"));
        Assert.Equal("LEN-0821", await house.Refused(offers[answers[0] == HttpStatusCode.OK ? 1 : 0]));
        Assert.Empty(await Wrong(house));
    }

    /// <summary>What happens between decision and payout stops the money: a right seized, the switch thrown; and opening again does not revive the offer.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Sign_AfterARightWasSeizedOrTheSwitchThrown_PaysNothing(DatabaseKind kind)
    {
        await using var house = await InstantHouse.Open(kind);
        var ((firm, rights), mandate) = (await house.Firm("甲薄膜公司"), await house.Mandate("SQ-1"));
        var (other, _) = await house.Firm("乙薄膜公司");
        var offer = await house.Asked(InstantHouse.Ask(mandate, "A-1", firm, "甲薄膜公司"));
        var second = await house.Asked(InstantHouse.Ask(mandate, "A-2", other, "乙薄膜公司", account: "2"));
        await house.House.Post($"/api/v1/rights/{rights[0]}/events", new { effect = "freeze_on", effectiveOn = $"{house.Today:yyyy-MM-dd}", recordedOn = $"{house.Today:yyyy-MM-dd}", text = "法院协助执行通知书：查封" }, HttpStatusCode.Created);
        Assert.Equal("LEN-0827", await house.Refused(offer));

        // Whoever asks next is told, and the firm that borrows another's name is found.
        Assert.Contains("XL-108", (await house.Asked(InstantHouse.Ask(mandate, "A-3", firm, "甲薄膜公司", account: "3")))["row"]!["reasons"]!.AsArray().Select(r => $"{r}"));
        var fraud = await house.Asked(InstantHouse.Ask(mandate, "A-4", other, "丙公司", account: "6217001"));
        Assert.Superset(new HashSet<string> { "IG-102", "IG-103", "IG-105" }, fraud["row"]!["reasons"]!.AsArray().Select(r => $"{r}").ToHashSet());

        var stopped = await house.House.Post($"/api/v1/lending/mandates/{mandate}/stop", new { reason = "疑似批量欺诈" });
        Assert.Equal(("2", "4000000.00"), ($"{stopped["offers"]}", $"{stopped["amount"]}"));
        Assert.Equal("LEN-0814", await house.Refused(second));
        Assert.Equal("LEN-0814", $"{(await house.Asked(InstantHouse.Ask(mandate, "A-5", other, "乙薄膜公司"), HttpStatusCode.UnprocessableEntity))["code"]}");
        var version = (await house.House.Get($"/api/v1/lending/mandates/{mandate}"))["row"]!["version"]!.GetValue<int>();
        var asked = await house.House.Post($"/api/v1/lending/mandates/{mandate}/reopen", new { reason = "已核实", baseVersion = version }, HttpStatusCode.Accepted);
        await house.Agree($"{asked["approval"]}");
        for (var tries = 0; tries < 200 && $"{(await house.House.Get($"/api/v1/lending/mandates/{mandate}"))["row"]!["state"]}" != "active"; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Equal("LEN-0817", await house.Refused(second));
        Assert.Equal("0.00", await Balance(house, "130301"));
        Assert.Empty(await Wrong(house));
    }

    /// <summary>A bank's own index stands in the place of ours, and where its file has none the application is referred.</summary>
    [Fact]
    public async Task Ask_ByTheBanksOwnIndex_GoesByItsFile()
    {
        await using var house = await InstantHouse.Open(DatabaseKind.Sqlite);
        var mandate = await house.Mandate("SQ-1", ownIndex: "bank-model/3");
        var firm = await house.House.Firm("91310115591693856A", "甲公司");
        await house.House.Right("甲公司", "一种薄膜", "2019-02-15");
        Assert.Equal("refer", (await Outcome(house, InstantHouse.Ask(mandate, "A-1", firm, "甲公司", "100000.00"))).Outcome);
        async Task<JsonNode> File(string text) => await Tests.Desk.Desk.Json(await house.House.Http.PostAsync("/api/v1/lending/indices", new StringContent(text, null, "text/csv")), HttpStatusCode.Created);
        static string Refusal(JsonNode taken) => $"{taken["shown"]!.AsArray().Single()!["reasons"]!.AsArray().Single()!["code"]}";
        var line = $"91310115591693856A,72.50,{house.Today.AddDays(-3):yyyy-MM-dd},bank-model/3";
        Assert.Equal("LEN-0828", Refusal(await File($"code,index,day,model\n{line.Replace("72.50", "172.50", StringComparison.Ordinal)}")));
        Assert.Equal("1", $"{(await File($"code,index,day,model\n{line}"))["taken"]}");
        Assert.Equal("1", $"{(await File($"code,index,day,model\n{line}"))["repeated"]}");
        Assert.Equal("LEN-0829", Refusal(await File($"code,index,day,model\n{line.Replace("72.50", "73", StringComparison.Ordinal)}")));
        var decided = await house.Asked(InstantHouse.Ask(mandate, "A-2", firm, "甲公司", "100000.00"));
        Assert.Equal(("72.50", "bank-model/3"), ($"{decided["row"]!["index"]}", $"{decided["result"]!["index"]!["model"]}"));
    }

    private static async Task<(string Outcome, string Reason)> Outcome(InstantHouse house, object ask)
    {
        var decided = await house.Asked(ask);
        return ($"{decided["row"]!["outcome"]}", $"{decided["row"]!["reasons"]!.AsArray().FirstOrDefault()}");
    }

    private static async Task<string> Balance(InstantHouse house, string code)
    {
        await using var read = house.House.Store.Read(Viewer.Everything("look at a book in a test"));
        return $"{BookDoor.Balance(read, Guid.Parse(house.Book), code, house.Today)}";
    }

    private static async Task Lives(InstantHouse house, string loan)
    {
        for (var tries = 0; tries < 200 && $"{(await house.House.Get($"/api/v1/loans/{loan}"))["row"]!["state"]}" != "active"; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Equal("active", $"{(await house.House.Get($"/api/v1/loans/{loan}"))["row"]!["state"]}");
    }

    /// <summary>Past its day what was paid first is a breach; once the pledge is registered it secures the line, and the breach can be settled.</summary>
    private static async Task Registered(InstantHouse house, string mandate, string right, string firm)
    {
        Assert.Equal("waiting", $"{(await house.House.Get("/api/v1/lending/instant/watches"))["items"]![0]!["state"]}");
        await Listed(house);
        Assert.Equal("0", $"{(await house.House.Post("/api/v1/loans/breaches/check", new { }))["opened"]}");
        await house.House.Store.Commits.Write(Viewer.Local, work => Task.FromResult(work.Session.Execute("UPDATE len_fund_first SET due_on = @p0", RowValues.Of(house.Today.AddDays(-1)))));
        Assert.Equal("1", $"{(await house.House.Post("/api/v1/loans/breaches/check", new { }))["opened"]}");
        var breach = (await house.House.Get("/api/v1/loans/breaches?open=true"))["items"]![0]!;
        Assert.Equal("unregistered", $"{breach["kind"]}");
        var late = (await house.House.Get("/api/v1/lending/instant/watches?late=true&state=overdue"))["items"]!.AsArray().Single()!;
        Assert.Equal(($"{breach["id"]}", "-1"), ($"{late["breachId"]}", $"{late["daysLeft"]}"));
        await PledgeBegun(house, late);
        Assert.NotEqual("", mandate);
        Assert.NotEqual("", right);
        Assert.NotEqual("", firm);
    }

    /// <summary>What is out first, what a pledge for it begins with, what is left under its mandate; found by words and filters.</summary>
    private static async Task Listed(InstantHouse house)
    {
        var page = await house.House.Get("/api/v1/lending/instant/watches");
        var row = page["items"]![0]!;
        Assert.Equal(["contract", "filing", "certificate"], row["missing"]!.AsArray().Select(m => $"{m}"));
        Assert.NotEmpty(row["start"]!["numbers"]!.AsArray());
        Assert.Equal(($"{row["facility"]}", $"{row["amount"]}", $"{row["firmName"]}"), ($"{row["start"]!["mainContractNo"]}", $"{row["start"]!["secured"]}", $"{row["start"]!["firm"]}"));
        Assert.True(row["daysLeft"]!.GetValue<int>() >= 0);
        var caps = page["caps"]!.AsArray().Single(c => $"{c!["mandateId"]}" == $"{row["mandateId"]}")!;
        Assert.Equal(page["items"]!.AsArray().Where(i => $"{i!["mandateId"]}" == $"{row["mandateId"]}").Sum(i => decimal.Parse($"{i!["amount"]}", System.Globalization.CultureInfo.InvariantCulture)), decimal.Parse($"{caps["out"]}", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal($"{page["total"]}", $"{page["states"]!.AsArray().Single(s => $"{s!["word"]}" == "waiting")!["count"]}");
        Assert.NotEmpty((await house.House.Get($"/api/v1/lending/instant/watches?q={Uri.EscapeDataString($"{row["firmName"]}")}&mandate={row["mandateId"]}&state=waiting"))["items"]!.AsArray());
        Assert.Empty((await house.House.Get($"/api/v1/lending/instant/watches?mandate={Guid.NewGuid()}"))["items"]!.AsArray());
        Assert.Empty((await house.House.Get("/api/v1/lending/instant/watches?late=true"))["items"]!.AsArray());
        Assert.Equal("WEB-0106", $"{(await house.House.Get("/api/v1/lending/instant/watches?state=x", HttpStatusCode.UnprocessableEntity))["code"]}");
    }

    /// <summary>Once the contract is there, its filing and its certificate are what is missing, and the row leads to the filing.</summary>
    private static async Task PledgeBegun(InstantHouse house, JsonNode late)
    {
        var start = late["start"]!;
        var rights = JsonNode.Parse((await house.House.Get($"/api/v1/lending/instant/{late["decisionId"]}"))["facts"]!.ToJsonString())!["rights"]!.AsArray();
        var order = new { contractNo = "ZY-先放", mainContractNo = $"{start["mainContractNo"]}", pledgors = new[] { new { name = $"{start["firm"]}", address = "某路 1 号" } }, pledgee = new { name = "丙银行", address = "某路 2 号" }, debtor = new { name = $"{start["firm"]}" }, claimKind = "credit_line", maximum = true, secured = $"{start["secured"]}", debtFrom = $"{start["from"]}", debtTo = $"{start["until"]}", scope = "本金", items = rights.Select(r => new { rightId = $"{r!["id"]}" }).ToArray() };
        var pledge = await house.House.Post("/api/v1/pledges", order, HttpStatusCode.Created);
        var row = (await house.House.Get("/api/v1/lending/instant/watches?state=overdue"))["items"]!.AsArray().Single()!;
        Assert.Equal(["filing", "certificate"], row["missing"]!.AsArray().Select(m => $"{m}"));
        Assert.Equal(($"{pledge["row"]!["id"]}", $"{pledge["registrations"]![0]!["id"]}"), ($"{row["pledgeId"]}", $"{row["registrationId"]}"));
        Assert.Null(row["start"]);
    }

    private static async Task<IReadOnlyList<string>> Wrong(InstantHouse house)
    {
        await using var read = house.House.Store.Read(Viewer.Everything("check the room's books in a test"));
        return [.. new LendingTables().Verify(read.Session).SelectMany(c => c.Wrong.Select(w => $"{c.Name} {w}"))];
    }
}
