using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending.InstantLoans;

/// <summary>Files of a bank's own indices: what can be taken is, what cannot be is told by line, and the list of files says what came of each.</summary>
public sealed class IndexFileTests
{
    private const string Firm = "91310115591693856A";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task File_WithRowsThatCannotBeTaken_TakesTheRestAndTellsEachByLine(DatabaseKind kind)
    {
        await using var house = await InstantHouse.Open(kind);
        var id = await house.House.Firm(Firm, "甲（上海）公司");
        var day = $"{house.Today.AddDays(-1):yyyy-MM-dd}";
        var text = $"信用代码,企业名称,指数,评分日期,模型\n{Firm},甲(上海) 公司,72.50,{day},行内/3\n{Firm},甲（上海）公司,172.5,{day},行内/4\n{Unknown()},乙公司,60,{day},行内/3\n{Firm},丙公司,61,{day},行内/5\n{Firm},,73,{day},行内/3\n{Firm},,50,{house.Today.AddDays(2):yyyy-MM-dd},行内/3\n12,,50.123,某日,\n";
        var taken = await Taken(house, "指数.csv", Encoding.UTF8.GetBytes(text));
        Assert.Equal(("7", "1", "0", "6"), ($"{taken["lines"]}", $"{taken["taken"]}", $"{taken["repeated"]}", $"{taken["refused"]}"));
        var rows = taken["shown"]!.AsArray().Select(r => (Line: r!["line"]!.GetValue<int>(), Outcome: $"{r["outcome"]}", Told: string.Join(' ', r["reasons"]!.AsArray().Select(f => $"{f!["code"]}:{f["path"]}:{f["found"]}")))).ToList();
        Assert.Equal((2, "taken", ""), rows.Single(r => r.Outcome == "taken"));
        Assert.Equal("LEN-0828:points:172.5", rows.Single(r => r.Line == 3).Told);
        Assert.Equal($"LEN-1542:code:{Unknown()}", rows.Single(r => r.Line == 4).Told);
        Assert.Equal("LEN-1543:name:丙公司", rows.Single(r => r.Line == 5).Told);
        Assert.Equal("LEN-0829:points:73.00", rows.Single(r => r.Line == 6).Told);
        Assert.StartsWith("LEN-0828:day:", rows.Single(r => r.Line == 7).Told, StringComparison.Ordinal);
        Assert.Equal(["code", "day", "model", "points"], taken["shown"]!.AsArray().Single(r => r!["line"]!.GetValue<int>() == 8)!["reasons"]!.AsArray().Select(f => $"{f!["path"]}").Order());
        Assert.Equal(2, rows[^1].Line);

        var given = (await house.House.Get($"/api/v1/lending/index/{id}"))["given"]!.AsArray().Single()!;
        Assert.Equal(("72.50", day, "指数.csv", $"{taken["sha256"]}"), ($"{given["points"]}", $"{given["day"]}", $"{given["source"]}", $"{given["sha256"]}"));
        Assert.Equal("1", $"{(await Taken(house, "再来.csv", Encoding.UTF8.GetBytes(text)))["repeated"]}");
        var files = await house.House.Get("/api/v1/lending/indices?pageSize=1");
        Assert.Equal(("2", "再来.csv", "7", "0", "1", "6"), ($"{files["total"]}", $"{files["items"]![0]!["name"]}", $"{files["items"]![0]!["lines"]}", $"{files["items"]![0]!["taken"]}", $"{files["items"]![0]!["repeated"]}", $"{files["items"]![0]!["refused"]}"));
        var first = (await house.House.Get("/api/v1/lending/indices?pageSize=1&page=2"))["items"]![0]!;
        Assert.Equal(("指数.csv", "1", "行内/3", $"{taken["sha256"]}"), ($"{first["name"]}", $"{first["taken"]}", $"{first["models"]![0]}", $"{first["sha256"]}"));
        Assert.NotEqual("", $"{first["by"]}");
    }

    /// <summary>GBK, a heading above the titles, titles nobody knows: the columns tell what is missing, a person names them, the day and model of the whole file are given.</summary>
    [Fact]
    public async Task File_WithTitlesOfItsOwn_IsReadByTheColumnsNamed()
    {
        await using var house = await InstantHouse.Open(DatabaseKind.Sqlite);
        var id = await house.House.Firm(Firm, "甲公司");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("GB18030").GetBytes($"某行模型输出,,\n户号,户名,统一社会信用代码,内部分\n1,甲公司,{Firm},88.1\n");
        var columns = await Tests.Desk.Desk.Json(await Send(house, "columns", "x.csv", bytes), HttpStatusCode.OK);
        Assert.Equal(("2", "points day model"), ($"{columns["line"]}", string.Join(' ', columns["missing"]!.AsArray().Select(m => $"{m}"))));
        Assert.Equal("code", $"{columns["columns"]!.AsArray().Single(c => $"{c!["title"]}" == "统一社会信用代码")!["field"]}");
        Assert.Equal("88.1", $"{columns["columns"]!.AsArray().Single(c => $"{c!["title"]}" == "内部分")!["samples"]![0]}");

        async Task<string> Refused(string query) => $"{(await Tests.Desk.Desk.Json(await Send(house, query, "x.csv", bytes), HttpStatusCode.UnprocessableEntity))["code"]}";
        var (points, day) = ($"pointsColumn={Uri.EscapeDataString("内部分")}", $"{house.Today:yyyy-MM-dd}");
        Assert.Equal("LEN-1540", await Refused(""));
        Assert.Equal("LEN-1540", await Refused($"?{points}&day={day}"));
        Assert.Equal("LEN-1541", await Refused($"?{points}&dayColumn=nothing&model=m/1"));
        Assert.Equal("LEN-1541", await Refused($"?{points}&dayColumn={Uri.EscapeDataString("内部分")}&model=m/1"));
        Assert.Equal("LEN-1544", await Refused($"?{points}&day={house.Today.AddDays(1):yyyy-MM-dd}&model=m/1"));
        Assert.Equal("LEN-1544", await Refused($"?{points}&day={day}&model={new string('m', 81)}"));
        Assert.Equal("0", $"{(await house.House.Get("/api/v1/lending/indices"))["total"]}");

        var taken = await Tests.Desk.Desk.Json(await Send(house, $"?{points}&nameColumn={Uri.EscapeDataString("户名")}&day={day}&model=m/1", "x.csv", bytes), HttpStatusCode.Created);
        Assert.Equal(("1", "甲公司"), ($"{taken["taken"]}", $"{taken["shown"]![0]!["name"]}"));
        var given = (await house.House.Get($"/api/v1/lending/index/{id}"))["given"]!.AsArray().Single()!;
        Assert.Equal(("88.10", "m/1", day), ($"{given["points"]}", $"{given["model"]}", $"{given["day"]}"));
    }

    [Theory]
    [InlineData("", "LEN-0732")]
    [InlineData("\n\n", "LEN-0732")]
    [InlineData("code,index,day,model\n", "LEN-0")]
    [InlineData("\0\0\0", "LEN-0732")]
    public async Task File_ThatHoldsNoIndices_IsRefusedWhole(string text, string code)
    {
        await using var house = await InstantHouse.Open(DatabaseKind.Sqlite);
        Assert.StartsWith(code, $"{(await Tests.Desk.Desk.Json(await Send(house, "", "x.csv", Encoding.UTF8.GetBytes(text)), HttpStatusCode.UnprocessableEntity))["code"]}", StringComparison.Ordinal);
    }

    private static async Task<JsonNode> Taken(InstantHouse house, string name, byte[] bytes) => await Tests.Desk.Desk.Json(await Send(house, "", name, bytes), HttpStatusCode.Created);

    private static async Task<HttpResponseMessage> Send(InstantHouse house, string query, string name, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/octet-stream");
        content.Headers.Add("X-File-Name", Uri.EscapeDataString(name));
        return await house.House.Http.PostAsync($"/api/v1/lending/indices{(query.StartsWith('?') || query.Length == 0 ? query : $"/{query}")}", content);
    }

    private static string Unknown()
    {
        const string First = "91330602MA9999999";
        return First + CreditCode.CheckCharacter(First);
    }
}
