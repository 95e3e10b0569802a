using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Tests.Strangers;

/// <summary>Whoever has no right to it gets nothing of an owner's, at any endpoint of the running server, and changes nothing.</summary>
public sealed class EveryDoorTests(ITestOutputHelper output)
{
    /// <summary>
    /// Endpoints that stay shut even without the filter, because they ask for the owner by name: erasing, sharing, using a document for a record of one's own, people and their
    /// keys; steps of an application for aid, which its applicant or its office takes; and cases, delegations and mandates, which are read under the id of one's own organisation and never by the filter. The rest of those that name a record must let a stranger in once the filter is off, or this test would prove nothing
    /// about them.
    /// </summary>
    private static bool AsksForTheOwner(Door door) => door.Name is "eraseContent" or "useFirmPaper" || door.Path.StartsWith("/api/v1/approvals/", StringComparison.Ordinal) || (door.Path.StartsWith("/api/v1/access/", StringComparison.Ordinal) && door.Name is not "decideConflict") || door.Act.Code.StartsWith("policy.aid.", StringComparison.Ordinal);

    /// <summary>Organisations are no secret inside an installation; that only its operator changes one is said as a refusal (ACC-0309).</summary>
    private const string ToTheOperator = "changeOrganisation";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Doors_ForAnonymousStrangersAndWrongRoles_LetNothingOut(DatabaseKind kind)
    {
        await using var desk = await PlantedDesk.Open(kind);
        var tries = new Tries(desk);
        var before = await tries.Snapshot();
        Assert.All(before, answer => Assert.StartsWith("OK", answer.Value, StringComparison.Ordinal));

        using var nobody = new HttpClient { BaseAddress = new(desk.Address) };
        var anonymous = await tries.As("anonymous", nobody);
        Assert.All(anonymous.Where(t => t.Door.Act.Code.Length > 0), t => Assert.True(t.Status == 401, $"{t.Door}: {t.Status}"));

        using var other = await desk.Stranger();
        var stranger = await tries.As("stranger", other, NotOfOneself);
        Assert.All(stranger.Where(t => t.Door is { OwnersId: true, Name: not ("leavesOfSubject" or ToTheOperator) }), t => Assert.True(t.Status is 404 or 403, $"{t.Door}: {t.Status}"));
        Assert.All(stranger.Where(t => t.Door.Name == ToTheOperator), t => Assert.True(t.Status == 422, $"{t.Door}: {t.Status}"));

        var all = new List<Try>([.. anonymous, .. stranger]);
        foreach (var role in RolePresets.All)
        {
            var grants = new Grants(role.Grants);
            using var person = await desk.Person($"only-{role.Code.Replace('_', '-')}", Viewer.FoundingOrganisation, role.Code);
            var wrong = await tries.As(role.Code, person, door => NotOfOneself(door) && door.Act.Code.Length > 0 && !grants.Allow(door.Act.Code));
            Assert.All(wrong, t => Assert.True(t.Status == 403, $"{role.Code} {t.Door}: {t.Status}"));
            all.AddRange(wrong);
        }

        Report(kind, tries, all);
        Assert.Empty(all.Where(t => t.Leak is not null).Select(t => $"{t.Caller} {t.Door}: {t.Leak}"));
        Assert.Empty(all.Where(t => t.Status >= 500).Select(t => $"{t.Caller} {t.Door}: {t.Status}"));
        Assert.Equal(before, await tries.Snapshot());
    }

    /// <summary>The twin: with the filter switched off the same test reports leaks, at every endpoint that relies on it.</summary>
    [Fact]
    public async Task Doors_WithoutTheFilter_AreReportedAsOpen()
    {
        await using var desk = await PlantedDesk.Open(DatabaseKind.Sqlite);
        var tries = new Tries(desk);
        using var other = await desk.Stranger();
        desk.Store.Unfiltered = true;
        var stranger = await tries.As("stranger", other, NotOfOneself);
        var open = stranger.Where(t => t.Leak is not null).Select(t => t.Door.Name).ToHashSet();
        var shut = tries.Doors.Where(d => d.OwnersId && NotOfOneself(d) && !AsksForTheOwner(d) && !open.Contains(d.Name)).Select(d => $"{d}: {stranger.First(t => t.Door == d).Status}").ToList();
        Report(DatabaseKind.Sqlite, tries, stranger);
        output.WriteLine($"without the filter {open.Count} endpoints leak: {string.Join(", ", open.Order(StringComparer.Ordinal))}");
        Assert.Empty(shut);
        Assert.Superset((HashSet<string>)["listDeals", "exportDeals", "listBooks", "listLeaves", "listShelves"], open);
    }

    /// <summary>On PostgreSQL the database itself still keeps every root and what hangs on it; the log's leaves, without content, it does not.</summary>
    [Fact]
    public async Task Doors_WithoutTheFilterOnPostgres_AreKeptShutByTheDatabase()
    {
        await using var desk = await PlantedDesk.Open(DatabaseKind.Postgres);
        var tries = new Tries(desk);
        var before = await tries.Snapshot();
        using var other = await desk.Stranger();
        desk.Store.Unfiltered = true;
        var stranger = await tries.As("stranger", other, NotOfOneself);
        desk.Store.Unfiltered = false;
        Report(DatabaseKind.Postgres, tries, stranger);
        output.WriteLine(string.Join(", ", stranger.Where(t => t.Leak is not null || t.Status >= 500).Select(t => $"{t.Door} {t.Status} {t.Leak}")));
        Assert.Equal(["evidenceBundle", "leavesOfSubject", "listLeaves", "openLeaf"], stranger.Where(t => t.Leak is not null).Select(t => t.Door.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(stranger, t => t.Leak == "mark");
        Assert.Equal(before, await tries.Snapshot());
    }

    /// <summary>What ends or changes the caller's own session is not tried by those who go on using it.</summary>
    private static bool NotOfOneself(Door door) => door.Act.Code != ActOf.Own;

    private void Report(DatabaseKind kind, Tries tries, List<Try> all) => output.WriteLine(
        $"{kind}: {tries.Doors.Count} endpoints ({tries.Doors.Count(d => d.OwnersId)} name a record of the owner's) x {all.Select(t => t.Caller).Distinct().Count()} callers = {all.Count} requests; "
        + $"{string.Join(", ", all.GroupBy(t => t.Status).OrderBy(g => g.Key).Select(g => $"{g.Key}: {g.Count()}"))}; leaks: {all.Count(t => t.Leak is not null)}");
}
