using System.Net;
using Xunit;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Tests.Valuation;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>A certificate through the server: in, lent, late, back; not out for good while its pledge stands, and then only with a second person.</summary>
public sealed class VaultTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Certificate_FromTheVaultAndBack_GoesOutForGoodOnlyWithoutItsPledge(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var today = house.Part<LoanDesk>().Today;
        var day = $"{today:yyyy-MM-dd}";
        var right = $"{(await house.Post("/api/v1/rights", new { kind = "software", number = "2019SR0000001", statement = new { title = "软件", owners = new[] { new { name = "甲公司" } }, dates = new { creation = "2019-01-01", first_publication = "2019-02-01" } } }, HttpStatusCode.Created))["right"]!["id"]}";
        var pledge = await house.Post("/api/v1/pledges", new { contractNo = "ZY-1", mainContractNo = "JK-1", pledgors = new[] { new { name = "甲公司" } }, pledgee = new { name = "乙银行" }, debtor = new { name = "甲公司" }, claimKind = "loan", secured = "100.00", debtFrom = day, debtTo = $"{today.AddYears(1):yyyy-MM-dd}", scope = "本金及利息", items = new[] { new { rightId = right, allocated = "100.00" } } }, HttpStatusCode.Created);
        var order = new { pledgeId = $"{pledge["row"]!["id"]}", kind = "certificate", number = "软著登字第1号", title = "软件著作权登记证书", location = "A-03", on = day };
        var certificate = await house.Post("/api/v1/certificates", order, HttpStatusCode.Created);
        Assert.Equal(("kept", "A-03", 1), ($"{certificate["row"]!["state"]}", $"{certificate["row"]!["location"]}", certificate["row"]!["version"]!.GetValue<int>()));
        Assert.Equal("LEN-0751", $"{(await house.Post("/api/v1/certificates", order, HttpStatusCode.UnprocessableEntity))["code"]}");

        var path = $"/api/v1/certificates/{certificate["row"]!["id"]}";
        Assert.Equal("LEN-0004", $"{(await house.Post($"{path}/moves", new { act = "lend", on = day, reason = "年费核对", holder = "张三", baseVersion = 1 }, HttpStatusCode.UnprocessableEntity))["code"]}");
        var lent = await house.Post($"{path}/moves", new { act = "lend", on = day, reason = "年费核对", holder = "张三", dueBack = day, baseVersion = 1 });
        Assert.Equal(("lent", "张三", "false"), ($"{lent["row"]!["state"]}", $"{lent["row"]!["holder"]}", $"{lent["row"]!["late"]}"));
        Assert.Equal("LEN-0752", $"{(await house.Post($"{path}/moves", new { act = "lend", on = day, reason = "再借", holder = "李四", dueBack = day, baseVersion = 2 }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("LEN-0007", $"{(await house.Post($"{path}/moves", new { act = "return", on = day, reason = "归还", baseVersion = 1 }, HttpStatusCode.Conflict))["code"]}");
        Assert.Equal(0, (await house.Get("/api/v1/certificates?late=true"))["total"]!.GetValue<int>());
        await house.Store.Commits.Write(Platform.Storage.Viewer.Local, work => Task.FromResult(work.Session.Execute("UPDATE len_certificate SET due_back = @p0", RowValues.Of(today.AddDays(-1)))));
        Assert.Equal("true", $"{(await house.Get("/api/v1/certificates?late=true&q=ZY-1&state=lent"))["items"]![0]!["late"]}");

        await house.Post($"{path}/moves", new { act = "return", on = day, reason = "归还", location = "A-04", baseVersion = 2 });
        var release = new { on = day, holder = "甲公司", reason = "贷款结清", baseVersion = 3 };
        Assert.Equal("LEN-0754", $"{(await house.Post($"{path}/release", release, HttpStatusCode.UnprocessableEntity))["code"]}");
        await house.Store.Commits.Write(Platform.Storage.Viewer.Local, work => Task.FromResult(work.Session.Execute("UPDATE len_pledge SET state = 'released'")));
        Assert.NotEqual("", $"{(await house.Post($"{path}/release", release, HttpStatusCode.Accepted))["approval"]}");
        var after = await house.Get(path);
        Assert.Equal(("kept", "A-04", 3), ($"{after["row"]!["state"]}", $"{after["row"]!["location"]}", after["steps"]!.AsArray().Count));
    }
}
