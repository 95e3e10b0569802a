using System.Net;
using Xunit;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>What an owner may still do with a right, from what stands on it.</summary>
public sealed class OwnersActTests(Desk.Desk desk)
{
    private static int given;

    [Theory]
    [InlineData("", "yes yes yes yes")]
    [InlineData("ordinary_licence", "yes yes yes yes")]
    [InlineData("pledge", "yes consent consent no")]
    [InlineData("freeze", "yes no no no")]
    [InlineData("exclusive_licence", "no no yes yes")]
    [InlineData("exclusive_licence licence_back", "yes no yes yes")]
    [InlineData("pledge exclusive_licence licence_back", "yes no consent no")]
    [InlineData("licence_back", "yes yes yes yes")]
    [InlineData("sole_licence", "yes no yes yes")]
    [InlineData("co_owned", "yes consent consent consent")]
    [InlineData("state_unknown", "yes unknown unknown unknown")]
    [InlineData("state_unknown freeze", "yes no no no")]
    [InlineData("not_in_force", "yes no no no")]
    public void Acts_UnderWhatStandsOnTheRight_AreTheStrictestOfItsRules(string lying, string expected)
    {
        OnRight[] on = [.. lying.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new OnRight(word, ["某"]))];
        Assert.Equal(expected, string.Join(' ', Shelves.Acts.Of(on).Select(left => OwnersActs.AnswerWords[(int)left.Answer])));
        Assert.Equal(expected, string.Join(' ', Shelves.Acts.Of([.. on.Reverse()]).Select(left => OwnersActs.AnswerWords[(int)left.Answer])));
    }

    [Fact]
    public async Task Right_PledgedAndLicensedOut_StaysItsOwnersToWorkOnceItIsLicensedBack()
    {
        var right = await Right();
        await Lies(right, new { kind = "pledge", holder = "某银行", grantor = "甲公司", from = "2024-01-10", registrationNo = "Y1" });
        Assert.Equal(("yes", "consent", "某银行"), (await Act(right, "work"), await Act(right, "transfer"), $"{(await Acts(right, "transfer"))["because"]![0]!["who"]![0]}"));
        await Lies(right, new { kind = "exclusive_licence", holder = "某交易所", grantor = "甲公司", from = "2024-02-01", until = "2027-01-31" });
        Assert.Equal("no", await Act(right, "work"));
        await Lies(right, new { kind = "ordinary_licence", holder = "甲公司", grantor = "某交易所", from = "2024-02-01", until = "2027-01-31" });
        Assert.Equal("yes", await Act(right, "work"));
        await Lies(right, new { kind = "exclusive_licence", holder = "丙公司", grantor = "甲公司", from = "2026-12-31" }, HttpStatusCode.UnprocessableEntity, "AST-0207");
        await Lies(right, new { kind = "exclusive_licence", holder = "丙公司", grantor = "甲公司", from = "2027-02-01" });
    }

    private async Task<string> Right()
    {
        var digits = $"2020199{++given:D5}";
        var number = $"{digits}.{CnNumber.Check(digits)}";
        return $"{(await desk.Post("/api/v1/rights", new { kind = "invention", number, statement = new { title = "测试", owners = new[] { new { name = "甲公司" } }, dates = new { filing = "2020-02-15", grant = "2022-05-07" } } }, HttpStatusCode.Created))["right"]!["id"]}";
    }

    private async Task Lies(string right, object what, HttpStatusCode status = HttpStatusCode.Created, string? code = null)
    {
        var answer = await desk.Post($"/api/v1/rights/{right}/encumbrances", what, status);
        Assert.Equal(code, (string?)answer["code"]);
    }

    private async Task<System.Text.Json.Nodes.JsonNode> Acts(string right, string act) => (await desk.Get($"/api/v1/rights/{right}?day=2026-06-30"))["acts"]!.AsArray().Single(a => $"{a!["act"]}" == act)!;

    private async Task<string> Act(string right, string act) => $"{(await Acts(right, act))["answer"]}";
}
