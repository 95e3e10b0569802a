using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Zhirong.Engine.Basics;
using Zhirong.Host.Serve;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Access;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Access.Approvals.Interception;
using Zhirong.Platform.Access.Approvals.Routes;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Tests.Approvals;

public sealed record ProbeRequest(string Amount, string? Password = null);

public sealed record ProbeAnswer(string Amount, string? Password, Guid? Approval, Guid? Mandate);

/// <summary>A room with one act, which tells how often it was done and can be made to fail.</summary>
internal sealed class ProbeRoom : IRoom
{
    public IRoomModel? Model => null;

    public ConcurrentQueue<ProbeAnswer> Done { get; } = new();

    /// <summary>How often it still breaks before it works.</summary>
    public int Breaks { get; set; }

    public void Register(IServiceCollection parts)
    {
    }

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/probe", Answer).WithName("probe").Act("probe.act.do");
        api.MapPost("/probe/unruled", Answer).WithName("unruled").Act("probe.act.unruled");
        api.MapPost("/probe/free", Answer).WithName("free").Act("probe.act.free");
        api.MapPost("/probe/alone", Answer).WithName("alone").Act("probe.act.alone");
        api.MapPost("/probe/vote", Answer).WithName("vote").Act("probe.act.vote");
    }

    private async Task<IResult> Answer(BodyOf<ProbeRequest> body, HttpContext context, Store store, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        if (Breaks > 0)
        {
            Breaks--;
            throw new InvalidOperationException("broken on purpose");
        }

        var written = await store.Commits.Once<ProbeAnswer>(RequestViewer.Of(context), body.Key, clock, work =>
        {
            if (body.Value.Value.Amount == "13.00")
            {
                return Task.FromResult<Result<ProbeAnswer>>(WebRefusals.Query("amount", "13.00", Words.Same("luck")));
            }

            var done = new ProbeAnswer(body.Value.Value.Amount, body.Value.Value.Password, Approved.By(context)?.Approval, Approved.By(context)?.Mandate);
            Done.Enqueue(done);
            return Task.FromResult<Result<ProbeAnswer>>(done);
        });
        return Answers.Written(context, written, body.Key);
    }
}

/// <summary>A server with the probe's room and its own routes; the loan officer may use the probe.</summary>
internal sealed class ProbeServer : IAsyncDisposable
{
    private const string Routes = """
        schema: zhirong/approvals/v1
        code: probe
        zh: 探针
        en: Probe
        version: 1
        dated: 2026-11-28
        source: {zh: 测试, en: test}
        origin: made up
        rules:
          - {act: approvals.case.decide, zh: 表态, en: Decide, exempt: {zh: 本身, en: itself}}
          - {act: probe.act.free, zh: 免审, en: Free, exempt: {zh: 测试, en: test}}
          - act: probe.act.do
            zh: 探针
            en: Probe
            mandate: true
            levels:
              - {up_to: 1000.00, steps: [{kind: person, roles: [approver]}]}
              - {steps: [{kind: investigators, roles: [approver]}]}
          - {act: probe.act.alone, zh: 独自, en: Alone, unless_alone: true, levels: [{steps: [{kind: person, roles: [nobodys_role]}]}]}
          - {act: probe.act.vote, zh: 表决, en: Vote, levels: [{steps: [{kind: committee, roles: [committee_member], quorum: 3, votes: 2/3, recusal: lowers}]}]}
        """;

    private readonly string target;
    private readonly string keys = Directory.CreateTempSubdirectory("zhirong-keys-").FullName;
    private WebApplication server = null!;

    private ProbeServer(string target) => this.target = target;

    public ProbeRoom Room { get; } = new();

    public Store Store { get; private set; } = null!;

    public static async Task<ProbeServer> New(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var made = new ProbeServer(TestStore.NewTarget(kind));
        var access = new AccessRoom(new(made.keys, Demo: true));
        IRoom[] rooms = [access, new ApprovalsRoom([RouteReader.Read(System.Text.Encoding.UTF8.GetBytes(Routes)).Value]), new EvidenceRoom(), made.Room];
        made.Store = Store.Open(made.target, rooms.Select(r => r.Model).OfType<IRoomModel>());
        await access.Prepare(made.Store, TimeProvider.System);
        made.server = ApiServer.Build(new() { Port = 0, Rooms = rooms, Store = made.Store, Version = "test" });
        await made.server.Services.GetRequiredService<Sequencer>().Open(made.keys);
        await made.server.StartAsync();
        await made.Write("INSERT INTO access_role (id, owner_id, version, code, zh, en, grants, active, saved_at, saved_by) VALUES ('00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-000000000001', 1, 'probe_maker', '探针', 'Probe', '[{\"act\":\"probe.*\"}]', 1, 1, 'x')");
        await made.Write("INSERT INTO access_member (id, user_id, org_id, role, from_on, until_on, added_at, added_by) SELECT '00000000-0000-7000-8000-0000000000f2', id, '00000000-0000-7000-8000-000000000001', 'probe_maker', '2020-01-01', NULL, 1, 'x' FROM access_user WHERE login = 'loan-officer'");
        return made;
    }

    public ApprovedRuns Runs => server.Services.GetRequiredService<ApprovedRuns>();

    public Task StopDoing() => server.Services.GetServices<IHostedService>().OfType<ApprovedLoop>().Single().StopAsync(CancellationToken.None);

    public async Task<Person> As(string login) => new(await Desk.Desk.SignedIn(DeskServer.Address(server), login));

    public Task<int> Write(string sql) => Store.Commits.Write(Viewer.Everything("test"), work => Task.FromResult(work.Session.Execute(sql)));

    public T One<T>(string sql, Func<IRow, T> read)
    {
        using var context = Store.Read(Viewer.Everything("test"));
        return context.Session.First(sql, read)!;
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync(CancellationToken.None);
        await server.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(keys, true);
        if (Directory.Exists(target))
        {
            Directory.Delete(target, true);
        }
    }
}
