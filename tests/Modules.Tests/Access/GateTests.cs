using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zhirong.Host.Serve;
using Zhirong.Platform.Access;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Access.SignIn;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Tests.Access;

/// <summary>The gate before every endpoint.</summary>
public sealed class GateTests(Desk.Desk desk)
{
    [Fact]
    public void Endpoints_OfTheServer_AllNameTheirAct()
    {
        var endpoints = desk.Part<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 80, $"{endpoints.Count}");
        Assert.Empty(endpoints.Where(e => e.Metadata.GetMetadata<ActOf>() is null).Select(e => e.RoutePattern.RawText));
        var open = endpoints.Where(e => e.Metadata.GetMetadata<ActOf>()!.Code.Length == 0).Select(e => e.RoutePattern.RawText!).Where(p => !p.Contains("{*path", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["/api/v1/about", "/api/v1/access/demo", "/api/v1/access/setup", "/api/v1/access/sign-in", "/healthz", "/openapi/{documentName}.json"], open);
        Assert.All(endpoints, e => Assert.True(Named(e.Metadata.GetMetadata<ActOf>()!), $"{e.RoutePattern.RawText} {e.Metadata.GetMetadata<ActOf>()!.Code}"));
    }

    /// <summary>The twin: a room that forgot its act is served to nobody.</summary>
    [Fact]
    public async Task Endpoint_WithoutAnAct_IsServedToNobody()
    {
        await using var server = ApiServer.Build(new() { Port = 0, Rooms = [new ForgetfulRoom()], Version = "0" });
        await server.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new(DeskServer.Address(server)) };
        using var answer = await http.GetAsync("/api/v1/forgotten");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("WEB-0501", text, StringComparison.Ordinal);
        Assert.DoesNotContain("the secret", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/v1/named")).StatusCode);
    }

    /// <summary>A supervisor with every role of the house still never writes.</summary>
    [Fact]
    public void Refuses_ByEachReason_InTheOrderOfTheCodes()
    {
        var book = new ActOf("ledger.book.open", true);
        var everything = new Grants([new Grant("*")]);
        var asker = new Asker
        {
            Viewer = new(Guid.NewGuid(), "某人") { User = Guid.NewGuid() },
            Login = "x",
            MustChange = true,
            Organisation = new(Guid.NewGuid(), null, "甲", OrganisationKinds.Supervisor, false),
            Scopes = new([new Grant("evidence.*")]),
        };
        Assert.Equal("ACC-0106", Code(asker, book));
        asker = asker with { MustChange = false };
        Assert.Equal("ACC-0107", Code(asker, book));
        asker = asker with { Organisation = asker.Organisation! with { Active = true } };
        Assert.Equal("ACC-0108", Code(asker, book));
        Assert.Equal("ACC-0109", Code(asker, new("ledger.read", false)));
        asker = asker with { Grants = everything };
        Assert.Equal("ACC-0108", Code(asker, book));
        Assert.Equal("ACC-0110", Code(asker, new("ledger.read", false)));
        asker = asker with { Scopes = null };
        Assert.Equal("", Code(asker, new("ledger.read", false)));
        Assert.Equal("ACC-0108", Code(asker, book));
        Assert.Equal("", Code(asker with { Organisation = asker.Organisation! with { Kind = "bank" } }, book));
        Assert.Equal("ACC-0111", Code(asker with { Token = Guid.NewGuid() }, new(ActOf.Own, false)));
    }

    [Fact]
    public async Task Supervisor_WhateverHeWrites_IsRefused()
    {
        using var supervisor = await desk.As("supervisor");
        var writes = desk.Part<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<ActOf>()!.Writes).ToList();
        Assert.True(writes.Count > 25, $"{writes.Count}");
        foreach (var endpoint in writes)
        {
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            var path = System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText!, "\\{[^}]*:guid\\}", $"{Guid.NewGuid()}");
            path = System.Text.RegularExpressions.Regex.Replace(path, "\\{[^}]*:int\\}", "1").Replace("{code}", "x", StringComparison.Ordinal);
            using var request = new HttpRequestMessage(new(method), path) { Content = new StringContent("{}", System.Text.Encoding.UTF8, endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { ContentTypes: [var first, ..] } ? first : "application/json") };
            using var answer = await supervisor.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden && text.Contains("ACC-0108", StringComparison.Ordinal), $"{method} {path}: {answer.StatusCode} {text}");
        }

        Assert.Equal(HttpStatusCode.OK, (await supervisor.GetAsync("/api/v1/ledger/books")).StatusCode);
    }

    [Fact]
    public void Allows_AmountsAroundALimit_AsTheLargestOfTheRolesSays()
    {
        var grants = new Grants([new Grant("payments.batch.approve", "5000000.00"), new Grant("payments.*", "100.00"), new Grant("*.read")]);
        Assert.True(grants.Allow("payments.batch.approve", Engine.Basics.Money.Cny(5_000_000m)));
        Assert.False(grants.Allow("payments.batch.approve", Engine.Basics.Money.Cny(5_000_000.01m)));
        Assert.True(grants.Allow("payments.batch.make", Engine.Basics.Money.Cny(100m)));
        Assert.False(grants.Allow("payments.batch.make", Engine.Basics.Money.Cny(100.01m)));
        Assert.False(grants.Allow("ledger.book.open", Engine.Basics.Money.Cny(1m)));
        Assert.True(grants.Allow("ledger.read"));
        Assert.False(new Grants([new Grant("*.read")]).Allow("payments.answer.read"));
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("*.read", true)]
    [InlineData("ledger.*", true)]
    [InlineData("ledger.hold.*", true)]
    [InlineData("ledger.book.open", true)]
    [InlineData("*.open", false)]
    [InlineData("ledger.*.open", false)]
    [InlineData("ledger", false)]
    [InlineData("Ledger.read", false)]
    [InlineData("ledger..read", false)]
    [InlineData("", false)]
    [InlineData("ledger.书", false)]
    public void IsAct_OfWhatIsWritten_SaysWhetherItIsAGrant(string act, bool fits) => Assert.Equal(fits, Grant.IsAct(act));

    [Fact]
    public async Task Acting_InAUseCase_RefusesAboveTheLimitOfTheRole()
    {
        await using var own = await AccessDesk.Start();
        var admin = await own.As("admin");
        await admin.Put("/access/roles/small_checker", new { zh = "小额复核", en = "Small checker", grants = new[] { new { act = "payments.batch.approve", limit = "1000.00" } } });
        await admin.Post("/access/users", new { login = "small", name = "小额", role = "small_checker" }, HttpStatusCode.Created);
        var person = own.Part<IPeople>();
        using var read = own.Store.Read(Viewer.Local);
        var viewer = Viewer.Local with { User = person.PersonOf(read.Session, "SMALL")!.Id };
        using var asked = own.Store.Read(viewer);
        var acting = own.Part<Acting>();
        Assert.Null(acting.Refuses(asked, "payments.batch.approve", Engine.Basics.Money.Cny(1000m)));
        Assert.Equal("ACC-0112", acting.Refuses(asked, "payments.batch.approve", Engine.Basics.Money.Cny(1000.01m))!.Code);
        Assert.Equal("ACC-0109", acting.Refuses(asked, "payments.batch.make", Engine.Basics.Money.Cny(1m))!.Code);
        Assert.Null(acting.Refuses(read, "payments.batch.make", Engine.Basics.Money.Cny(1m)));
    }

    private static string Code(Asker asker, ActOf act) => AccessGate.Refuses(asker, act, "/x")?.Code ?? "";

    private static bool Named(ActOf act) => act.Code is "" or ActOf.Own || (act.Writes ? act.Code.Split('.').Length == 3 : act.Code.Split('.') is [_, "read"]);

    private sealed class ForgetfulRoom : IRoom
    {
        public IRoomModel? Model => null;

        public void Register(IServiceCollection parts)
        {
        }

        public void Map(IEndpointRouteBuilder api)
        {
            api.MapGet("/forgotten", () => "the secret");
            api.MapGet("/named", () => "open").ForAnybody();
        }
    }
}
