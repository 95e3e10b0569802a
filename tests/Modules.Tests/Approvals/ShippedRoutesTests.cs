using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Xunit;
using Zhirong.Host;
using Zhirong.Platform.Access.Approvals.Routes;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Tests.Approvals;

/// <summary>The routes that come with the product against the endpoints of the running server.</summary>
public sealed class ShippedRoutesTests(Desk.Desk desk)
{
    private List<(string Act, Microsoft.AspNetCore.Http.Endpoint Endpoint)> Writing => [.. desk.Part<EndpointDataSource>().Endpoints
        .Select(e => (e.Metadata.GetMetadata<ActOf>(), e)).Where(e => e.Item1 is { Writes: true }).Select(e => (e.Item1!.Code, e.e))];

    [Fact]
    public void Acts_OfTheServer_AllHaveARuleOrAReason()
    {
        Assert.True(Writing.Count > 20);
        Assert.Empty(Missing(Home.Routes()));
    }

    /// <summary>The twin: one rule taken away is missed, and nothing else.</summary>
    [Fact]
    public void Acts_WithARuleTakenAway_AreReported()
    {
        var less = Home.Routes().Select(set => set with { Rules = [.. set.Rules.Where(rule => rule.Act != "ledger.entry.post")] }).ToList();
        Assert.Equal(["ledger.entry.post"], Missing(less));
    }

    [Fact]
    public void Rules_EachOnceAndOfKnownRoles()
    {
        var rules = Home.Routes().SelectMany(set => set.Rules).ToList();
        Assert.Equal(rules.Count, rules.Select(rule => $"{rule.Act} {string.Join(",", rule.Organisations)}").Distinct().Count());
        var roles = rules.SelectMany(rule => rule.Levels).SelectMany(level => level.Steps).SelectMany(step => step.Roles).Distinct();
        Assert.All(roles, role => Assert.NotNull(RolePresets.Of(role)));
    }

    /// <summary>Where an act waits for approval its endpoint is named and takes JSON under a key: that is how it is run once.</summary>
    [Fact]
    public void Endpoints_OfActsUnderApproval_CanBeRunAgain()
    {
        var waiting = Home.Routes().SelectMany(set => set.Rules).Where(rule => rule.Exempt is null).Select(rule => rule.Act).ToHashSet();
        Assert.All(Writing.Where(w => waiting.Contains(w.Act)), w =>
        {
            var name = w.Endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
            Assert.NotNull(name);
            if (Harmless.Contains(name))
            {
                return;
            }

            Assert.Contains("application/json", w.Endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? []);
        });
    }

    [Theory]
    [InlineData("act: ledger.book.opn", "exempt: {zh: 好, en: good}", "APV-0212", "ledger.book.open")]
    [InlineData("act: ledger.book.open", "levels: [{steps: [{kind: person, roles: [aprover]}]}]", "APV-0213", "approver")]
    [InlineData("act: payments.batch.approve", "exempt: {zh: 好, en: good}", "APV-0214", "可改步骤，不可免审")]
    public void Own_RoutesOfUnknownThings_AreRefusedWithTheNearest(string act, string rest, string code, string expected)
    {
        var set = RouteReader.Read(Encoding.UTF8.GetBytes($"schema: zhirong/approvals/v1\ncode: t\nzh: 测\nen: t\nversion: 1\ndated: 2026-11-01\nsource: {{zh: 测, en: t}}\norigin: made up\nrules: [{{ {act}, zh: 测, en: t, {rest} }}]")).Value;
        var acts = Writing.Select(w => w.Act).Append("payments.batch.approve").ToHashSet();
        var refusal = Assert.Single(RouteChecks.Against(set, acts, role => RolePresets.Of(role) is not null, new HashSet<string> { "payments.batch.approve" }));
        Assert.Equal((code, expected), (refusal.Code, refusal.Expected.Zh));
    }

    /// <summary>Take no key, and may be done twice: a password that was issued anew, a factor that is off already.</summary>
    private static readonly string[] Harmless = ["issuePassword", "removeSecondFactor"];

    private List<string> Missing(IReadOnlyList<RouteSet> sets)
    {
        var known = sets.SelectMany(set => set.Rules).Select(rule => rule.Act).ToHashSet(StringComparer.Ordinal);
        return [.. Writing.Select(w => w.Act).Distinct().Where(act => !known.Contains(act))];
    }
}
