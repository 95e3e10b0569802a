using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Platform.Office.Files;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>Files through the server: looked at, mapped, taken in at once or as a job, and what came of them.</summary>
public sealed class ImportApiTests(Desk.Desk desk)
{
    private static int given = 52_000_000;

    [Fact]
    public async Task File_LookedAt_StoresNothingAndSaysWhatItHolds()
    {
        var (first, second) = (Fresh(), Fresh());
        var csv = $"\uFEFF申请号,专利名称,申请人,申请日,评级\r\n{first},一种阀门,甲公司,2019-01-10,A\r\n{second[..^1]}{(second[^1] == '1' ? '2' : '1')},校验位错,乙公司,2019-01-10,B\r\n";
        var seen = (await Send("/api/v1/rights/import?preview=true", csv))["preview"]!;
        Assert.Equal(("cn-table", "utf-8", "1", "1", "true"), ($"{seen["format"]}", $"{seen["encoding"]}", $"{seen["taken"]}", $"{seen["refused"]}", $"{seen["whole"]}"));
        Assert.Equal(["application_number", "title", "applicants", "application_date", ""], seen["tables"]![0]!["columns"]!.AsArray().Select(c => $"{c!["field"]}"));
        Assert.Equal("2019-01-10", $"{seen["tables"]![0]!["columns"]![3]!["samples"]![0]}");
        Assert.Equal(("IMP-0203", "3"), ($"{seen["findings"]![0]!["code"]}", $"{seen["findings"]![0]!["line"]}"));
        Assert.Equal("1", $"{seen["unused"]!["评级"]}");
        Assert.Equal((first[..12], "一种阀门", "甲公司"), ($"{seen["samples"]![0]!["number"]}"[3..15], $"{seen["samples"]![0]!["title"]}", $"{seen["samples"]![0]!["holders"]![0]}"));
        Assert.Empty((await desk.Get($"/api/v1/rights?query={first}"))["items"]!.AsArray());
    }

    [Fact]
    public async Task File_TakenIn_IsReportedOnceAndItsRightsAreFound()
    {
        var (first, second) = (Fresh(), Fresh());
        var csv = TextEncodings.Gb18030.GetBytes($"申请号,专利名称,申请人,申请日,评级\r\n{first},导入阀门,甲公司,2019-01-10,A\r\n{first},导入阀门,甲公司,2019-01-10,A\r\n,没有号码,乙公司,2019-01-10,\r\n{second},导入电池,乙公司,2019-01-10,C\r\n");
        var report = (await Send("/api/v1/rights/import?asOf=2024-05-01", csv, "导出 2024.csv"))["report"]!;
        Assert.Equal(("4", "3", "1", "1", "2", "true", "false"), ($"{report["rows"]}", $"{report["taken"]}", $"{report["merged"]}", $"{report["refused"]}", $"{report["rights"]}", $"{report["done"]}", $"{report["repeated"]}"));
        Assert.Equal(("导出 2024.csv", "2024-05-01", "3"), ($"{report["name"]}", $"{report["asOf"]}", $"{report["unused"]!["评级"]}"));
        var again = (await Send("/api/v1/rights/import?asOf=2024-05-01", csv, "另名.csv"))["report"]!;
        Assert.Equal(("true", $"{report["source"]}"), ($"{again["repeated"]}", $"{again["source"]}"));
        var rights = (await desk.Get($"/api/v1/rights?source={report["source"]}"))["items"]!.AsArray();
        Assert.Equal(["导入电池", "导入阀门"], rights.Select(r => $"{r!["title"]}").Order(StringComparer.Ordinal));

        // What was refused, as a table.
        using var sheet = await desk.Http.GetAsync($"/api/v1/rights/sources/{report["source"]}/findings", TestContext.Current.CancellationToken);
        var book = WorkbookReader.Read(await sheet.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Value;
        Assert.Contains(book.Sheets[0].Cells, c => c.Text == "IMP-0201");
        var text = await desk.Http.GetStringAsync($"/api/v1/rights/sources/{report["source"]}/findings?format=csv", TestContext.Current.CancellationToken);
        Assert.Contains("\"4\",\"拒绝\",\"IMP-0201\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mapping_KeptUnderAName_IsFoundAgainForTheNextFile()
    {
        var (first, second, column) = (Fresh(), Fresh(), $"内部编号{Fresh()[8..12]}");
        string csv(string number) => $"{column},成果,单位{column}\r\n{number},映射专利{number},甲公司\r\n";
        var unknown = (await Send("/api/v1/rights/import?preview=true", csv(first)))["preview"]!;
        Assert.Equal(("true", column), ($"{unknown["untitled"]}", $"{unknown["tables"]![0]!["columns"]![0]!["title"]}"));
        Assert.Equal("IMP-0109", await Code("/api/v1/rights/import", csv(first)));
        var columns = new Dictionary<string, string> { [column] = "application_number", ["成果"] = "title", [$"单位{column}"] = "owners" };
        Assert.Equal("IMP-0502", await Refused("/api/v1/rights/mappings", new { kind = "rights", name = column, columns = new Dictionary<string, string> { [column] = "nothing" } }));
        Assert.Equal("1", $"{(await desk.Post("/api/v1/rights/mappings", new { kind = "rights", name = column, columns }))["version"]}");

        // The next file of the same make finds it by itself; taking in names it.
        var known = (await Send("/api/v1/rights/import?preview=true", csv(second)))["preview"]!;
        Assert.Equal((column, "1"), ($"{known["mapping"]}", $"{known["taken"]}"));
        var report = (await Send($"/api/v1/rights/import?mapping={Uri.EscapeDataString(column)}", csv(second)))["report"]!;
        Assert.Equal((column, "1"), ($"{report["mapping"]}", $"{report["rights"]}"));
        Assert.Equal("甲公司", $"{(await desk.Get($"/api/v1/rights?query={second}"))["items"]![0]!["holders"]![0]}");
        Assert.Equal("WEB-0105", await Code("/api/v1/rights/import?mapping=none-such", csv(second)));
    }

    /// <summary>A file read otherwise is another source: what a wrong mapping refused can be taken in with the right one.</summary>
    [Fact]
    public async Task File_ReadWithAnotherMapping_IsTakenInAgain()
    {
        var number = Fresh();
        var csv = $"申请号,申请日,备用{number}\r\n{number},2019-01-10,后来的名称\r\n";
        Assert.Equal("1", $"{(await Send("/api/v1/rights/import", csv))["report"]!["taken"]}");
        await desk.Post("/api/v1/rights/mappings", new { kind = "rights", name = $"备用{number}", columns = new Dictionary<string, string> { [$"备用{number}"] = "title" } });
        var report = (await Send($"/api/v1/rights/import?mapping=备用{number}", csv))["report"]!;
        Assert.Equal(("false", "1"), ($"{report["repeated"]}", $"{report["merged"]}"));
        Assert.Equal("后来的名称", $"{(await desk.Get($"/api/v1/rights?query={number}"))["items"]![0]!["title"]}");
    }

    [Theory]
    [InlineData("", "IMP-0101")]
    [InlineData("%PDF-1.4 not a table", "IMP-0103")]
    [InlineData("<?xml version=\"1.0\"?><nothing-known/>", "IMP-0104")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><us-patent-grant>&a;</us-patent-grant>", "IMP-0302")]
    [InlineData("<us-patent-grant><broken", "IMP-0301")]
    public async Task File_ThatCannotBeRead_IsRefusedByItsNumber(string content, string code)
    {
        var report = await desk.Http.PostAsync("/api/v1/rights/import", Bytes(Encoding.UTF8.GetBytes(content)), TestContext.Current.CancellationToken);
        var answer = JsonNode.Parse(await report.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Contains(code, report.IsSuccessStatusCode ? answer["report"]!["findings"]!.AsArray().Select(f => $"{f!["code"]}") : [$"{answer["code"]}"]);
    }

    [Fact]
    public async Task LargeFile_IsTakenInByAJob()
    {
        var mark = $"大文件{Fresh()[6..12]}";
        var csv = new StringBuilder("申请号,专利名称,申请人,申请日,摘要\r\n");
        for (var n = 0; n < 6_000; n++)
        {
            csv.Append(n % 1_000 == 7 ? "坏的号码" : Fresh()).Append(',').Append(mark).Append(n).Append(",甲公司,2019-01-10,").Append('摘', 160).Append("\r\n");
        }

        var sent = await Send("/api/v1/rights/import", csv.ToString());
        Assert.Equal("assets.right-import", $"{sent["job"]!["kind"]}");
        var source = $"{sent["report"]!["source"]}";
        JsonNode report;
        var until = DateTime.UtcNow.AddSeconds(60);
        do
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            report = await desk.Get($"/api/v1/rights/sources/{source}");
        }
        while (!(bool)report["done"]! && DateTime.UtcNow < until);
        Assert.Equal(("true", "6000", "5994", "6", "5994"), ($"{report["done"]}", $"{report["rows"]}", $"{report["taken"]}", $"{report["refused"]}", $"{report["rights"]}"));
        Assert.Equal($"{report["size"]}", $"{report["readBytes"]}");
        Assert.Equal("1000", $"{(await desk.Get($"/api/v1/rights?source={source}"))["total"]}");

        // The pieces are gone once the job is done.
        while (DateTime.UtcNow < until && $"{(await desk.Get($"/api/v1/jobs/{sent["job"]!["id"]}"))["row"]?["state"]}" is "waiting" or "running")
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        await using var read = desk.Store.Read(Platform.Storage.Viewer.Local);
        Assert.Equal(0, read.Session.First("SELECT count(*) FROM ast_upload_part", row => row.Long(0)));
    }

    [Fact]
    public async Task Firms_FromAFile_AreKeptWithFiguresAndProducts()
    {
        var code = $"91330203MA3{Fresh()[5..11]}";
        code += CreditCode.CheckCharacter(code);
        string csv(string revenue, string? name = null) => $"企业名称,统一社会信用代码,期间,营业收入（万元）,净利润（万元）,产品,产品收入（万元）\r\n{name ?? $"导入企业{code}"},{(name is null ? code : "")},2024年,{revenue},100,,\r\n";
        var seen = await Send("/api/v1/firms/import?preview=true", csv("1200"));
        Assert.Equal(("1", "2024", ""), ($"{seen["firms"]!.AsArray().Count}", $"{seen["firms"]![0]!["periods"]![0]}", $"{seen["firms"]![0]!["known"]}"));
        var taken = await Send("/api/v1/firms/import?asOf=2025-04-30", csv("1200"));
        Assert.Equal(("1", "1", "0"), ($"{taken["report"]!["taken"]}", $"{taken["report"]!["rights"]}", $"{taken["report"]!["refused"]}"));
        var firm = (await desk.Get($"/api/v1/firms?query={code}"))["items"]![0]!;
        async Task<string> Revenue() => $"{(await desk.Get($"/api/v1/firms/{firm["id"]}"))["statements"]![0]!["figures"]!["revenue"]}";
        Assert.Equal("12000000.00", await Revenue());

        // An older file does not replace a newer one; a newer does, and knows the firm by its name.
        var older = await Send("/api/v1/firms/import?asOf=2025-03-31", csv("900"));
        Assert.Equal("AST-0308", $"{older["findings"]![0]!["code"]}");
        Assert.Equal("12000000.00", await Revenue());
        await Send("/api/v1/firms/import?asOf=2025-05-31", csv("1300", $"导入企业{code}"));
        Assert.Equal("13000000.00", await Revenue());
        var nobody = await Send("/api/v1/firms/import", csv("1", $"无名{code}"));
        Assert.Equal(("1", "AST-0307"), ($"{nobody["refused"]}", $"{nobody["findings"]![0]!["code"]}"));
        Assert.Equal("IMP-0401", await Code("/api/v1/firms/import", "没有,企业\r\n1,2\r\n"));
    }

    private async Task<JsonNode> Send(string path, string content) => await Send(path, Encoding.UTF8.GetBytes(content));

    private async Task<JsonNode> Send(string path, byte[] content, string name = "文件.csv")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Bytes(content) };
        request.Headers.Add("X-File-Name", Uri.EscapeDataString(name));
        return await Desk.Desk.Json(await desk.Http.SendAsync(request), HttpStatusCode.OK);
    }

    private async Task<string> Code(string path, string content)
    {
        using var answer = await desk.Http.PostAsync(path, Bytes(Encoding.UTF8.GetBytes(content)));
        return $"{JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]}";
    }

    private static ByteArrayContent Bytes(byte[] content) => new(content) { Headers = { ContentType = new("application/octet-stream") } };

    private async Task<string> Refused(string path, object body) => $"{(await desk.Post(path, body, HttpStatusCode.UnprocessableEntity))["code"]}";

    /// <summary>An application number nobody has yet, with its check digit.</summary>
    private static string Fresh()
    {
        var digits = $"20191{Interlocked.Increment(ref given) % 10_000_000:D7}";
        return $"{digits}.{CnNumber.Check(digits)}";
    }
}
