using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Xunit;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Desk;

/// <summary>The server's door: who may come in, and what an answer looks like when the answer is no.</summary>
public sealed class DoorTests(Desk desk)
{
    [Fact]
    public async Task Health_AndInterface_AreThere()
    {
        Assert.Equal("ok", await desk.Http.GetStringAsync("/healthz"));
        var paths = (await desk.Get("/openapi/v1.json"))["paths"]!.AsObject();
        Assert.Contains("/api/v1/deals/{id}", paths.Select(p => p.Key));
        Assert.All(paths.SelectMany(p => p.Value!.AsObject()), operation => Assert.NotNull(operation.Value!["operationId"]));
    }

    /// <summary>The document knows a shape by its type's own name: two types of one name would become one, and each page would read the other's fields.</summary>
    [Fact]
    public void Shapes_OfTheInterface_HaveNamesOfTheirOwn()
    {
        var shapes = InterfaceShapes.Of(desk.Part<EndpointDataSource>().Endpoints);
        Assert.True(shapes.Count > 400, $"{shapes.Count} shapes");
        Assert.Empty(InterfaceShapes.Shared(shapes));
        Assert.Equal(["Twin: One+Twin, Two+Twin"], InterfaceShapes.Shared([typeof(One.Twin), typeof(Two.Twin), typeof(One)]).Select(s => s.Replace($"{typeof(One).Namespace}.", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound, "WEB-0105")]
    [InlineData("/api/v1/deals/01a211f9-3b0d-7c29-a206-93257f24532e", HttpStatusCode.NotFound, "WEB-0105")]
    [InlineData("/api/v1/deals?sort=colour", HttpStatusCode.UnprocessableEntity, "WEB-0106")]
    public async Task Get_OfWhatIsNotThere_IsAProblemDocument(string path, HttpStatusCode status, string code)
    {
        var answer = await desk.Http.GetAsync(path);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await Desk.Json(answer, status);
        Assert.Equal(code, problem["code"]!.GetValue<string>());
        Assert.Equal(answer.Headers.GetValues("X-Request-Id").Single(), problem["requestId"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("{\"text\":1}", "WEB-0102")]
    [InlineData("{\"txt\":\"\"}", "WEB-0102")]
    [InlineData("{}", "WEB-0102")]
    [InlineData("null", "WEB-0102")]
    [InlineData("{", "WEB-0102")]
    [InlineData("", "WEB-0102")]
    [InlineData("{\"text\":\"a\\u0000b\"}", "WEB-0107")]
    public async Task Post_OfABadBody_IsRefusedByNumber(string body, string code) =>
        Assert.Equal(code, (await desk.Post("/api/v1/deals/check", body, HttpStatusCode.UnprocessableEntity))["code"]!.GetValue<string>());

    [Fact]
    public async Task Post_OfAnotherType_IsRefused()
    {
        var answer = await desk.Http.PostAsync("/api/v1/deals/check", new StringContent("{\"text\":\"\"}", Encoding.UTF8, "text/plain"));
        Assert.Equal("WEB-0109", (await Desk.Json(answer, HttpStatusCode.UnsupportedMediaType))["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Post_OfThirteenMegabytes_IsRefusedUnread()
    {
        var problem = await desk.Post("/api/v1/deals/check", new { text = new string('a', 13 * 1024 * 1024) }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("WEB-0101", problem["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Post_FromAnotherSite_IsRefused(string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/deals/check") { Content = new StringContent("{\"text\":\"\"}", MediaTypeHeaderValue.Parse("application/json")) };
        request.Headers.Add(header, value);
        Assert.Equal("WEB-0108", (await Desk.Json(await desk.Http.SendAsync(request), HttpStatusCode.Forbidden))["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Get_UnderAForeignHostName_IsRefused()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/deals");
        request.Headers.Host = "evil.example";
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await desk.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Deals_FilteredByWords_TreatWildcardsAsLetters()
    {
        Assert.Equal(0, (await desk.Get("/api/v1/deals?query=%25"))["total"]!.GetValue<int>());
        Assert.True((await desk.Get("/api/v1/deals?query=知识产权1号"))["total"]!.GetValue<int>() >= 1);
    }

    [Fact]
    public async Task Deals_PageByPage_AreEachListedOnce()
    {
        await desk.Own();
        await desk.Own();
        var total = (await desk.Get("/api/v1/deals?sort=code"))["total"]!.GetValue<int>();
        var ids = new List<string>();
        for (var page = 1; page <= total; page++)
        {
            ids.Add((await desk.Get($"/api/v1/deals?sort=code&page={page}&pageSize=1"))["items"]![0]!["id"]!.GetValue<string>());
        }

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Deals_AsAWorkbook_AreTheFilteredListWithExactFigures()
    {
        var bytes = await desk.Http.GetByteArrayAsync("/api/v1/deals/list.xlsx?query=NB-FULLCAT-1&sort=-savedAt&lang=en");
        var cells = WorkbookReader.Read(bytes).Value.Sheets[0].Cells;
        Assert.Equal(["Code", "NB-FULLCAT-1"], cells.Where(c => c.Column == 1).Take(2).Select(c => c.Text));
        Assert.DoesNotContain(cells, c => c.Text == "CTEX-1");
        Assert.Contains(cells, c => c.Row == 2 && c.Text == "145000000");
        var refused = await desk.Http.GetAsync("/api/v1/deals/list.xlsx?sort=colour");
        Assert.Equal("WEB-0106", (await Desk.Json(refused, HttpStatusCode.UnprocessableEntity))["code"]!.GetValue<string>());
    }
}

internal sealed class One
{
    internal sealed record Twin(int A);
}

internal sealed class Two
{
    internal sealed record Twin(int B);
}
