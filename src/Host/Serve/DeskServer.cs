using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;
using Zhirong.Cases;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Lending;
using Zhirong.Modules.Payments;
using Zhirong.Modules.Securitization;
using Zhirong.Modules.Policy;
using Zhirong.Modules.Valuation;
using Zhirong.Platform.Access;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work;
using Zhirong.Platform.Work.Worker;

namespace Zhirong.Host.Serve;

/// <param name="Port">Port, 0 = any free one.</param>
/// <param name="Data">Folder of the SQLite database, or a PostgreSQL connection string.</param>
/// <param name="Keys">Folder of the installation's private keys; null for <c>keys</c> in the data folder.</param>
/// <param name="Real">A real installation: no demo people, no founding deals, a setup page first.</param>
internal sealed record ServeOptions(int Port, string Data, string? Keys = null, bool Real = false)
{
    /// <summary>Ids of the cases whose deals are put on the desk; null for all.</summary>
    public IReadOnlyList<string>? Founding { get; init; }

    /// <summary>The address listened on.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>Names the server answers to besides the loopback names.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Shards of jobs this process does at the same time; 0 leaves them to others.</summary>
    public int AtOnce { get; init; } = WorkerOptions.OfMachine;

    /// <summary>Beside the data where that is a folder; else in the home's own data folder.</summary>
    public string KeyFolder => Keys ?? Path.Combine(Data.Contains('=', StringComparison.Ordinal) ? Path.Combine(Home.Folder, ".data") : Data, "keys");
}

/// <summary>Puts rooms, store and pages together and serves them until it is told to stop.</summary>
internal static class DeskServer
{
    public static async Task<int> Run(ServeOptions options, CancellationToken cancel)
    {
        Store store;
        WebApplication server;
        try
        {
            if (!options.Real && !Store.IsThere(options.Data))
            {
                await using var page = await FirstPage.Open(options.Listen, options.Port, cancel);
                options = options with { Port = new Uri(page.Address).Port };
                Console.Error.WriteLine($"正在装入创始案例，进度见 {page.Address} / Loading the founding cases, watch them at {page.Address}");
                await Task.Run(() => FoundingStories.Make(options, page.Tell, cancel), cancel);
            }

            (store, server) = await Start(options, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return Exit.Done;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or StorageException)
        {
            return CannotStart(options, problem);
        }

        await using (store)
        await using (server)
        {
            Console.Error.WriteLine($"知融已启动，请打开 {Address(server)} （Ctrl-C 停止；数据在 {options.Data}）");
            Console.Error.WriteLine($"Zhirong is running at {Address(server)} (Ctrl-C stops it; data in {options.Data})");
            await server.WaitForShutdownAsync(cancel);
        }

        return Exit.Done;
    }

    /// <summary>Opens the store, loads the founding deals, and listens.</summary>
    public static async Task<(Store Store, WebApplication Server)> Start(ServeOptions options, CancellationToken cancel, TimeProvider? time = null)
    {
        var clock = time ?? TimeProvider.System;
        var references = CaseFolders.References();
        var desk = new SecuritizationRoom(new(references.Holidays, references.Lpr));
        var access = new AccessRoom(new(options.KeyFolder, Demo: !options.Real));
        IReadOnlyList<IRoom> rooms = Rooms(access, desk, options.AtOnce);
        var store = Store.Open(options.Data, Models(rooms), clock);
        try
        {
            await access.Prepare(store, clock);
            var sources = options.Real ? [] : FoundingSources().Where(s => options.Founding?.Contains(s.Case.Id) != false).ToList();
            var deals = await desk.Found(store, [.. sources.Where(s => s.Text is not null).Select(s => new FoundingDeal(s.Case.Id, s.Text!))], Viewer.Local, clock);
            IReadOnlyList<FoundingCase> cases = [.. sources.Select(s => s.Case with { DealId = deals.TryGetValue(s.Case.Id, out var id) ? id : null })];
            var about = new AboutAnswer("知融 Zhirong", CommandLine.Version, Instant.Text(Instant.Now(clock)), [.. references.Holidays.PublishedYears], !options.Real);
            var server = ApiServer.Build(new() { Port = options.Port, Listen = options.Listen, Hosts = options.Hosts, Rooms = [new FoundingDoor(about, () => cases), .. rooms, new Housekeeping()], Store = store, Pages = Pages, Version = CommandLine.Version, Clock = clock });
            await server.Services.GetRequiredService<Sequencer>().Open(options.KeyFolder);
            await server.StartAsync(cancel);
            return (store, server);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public static string Address(WebApplication server) =>
        server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First().TrimEnd('/');

    /// <summary>The document as the running server gives it, made without a store or a port.</summary>
    public static async Task<string> Document(CancellationToken cancel)
    {
        var references = CaseFolders.References();
        var desk = new SecuritizationRoom(new(references.Holidays, references.Lpr));
        var about = new AboutAnswer("", CommandLine.Version, "", [], false);
        var folder = Directory.CreateTempSubdirectory("zhirong-openapi-");
        try
        {
            IReadOnlyList<IRoom> rooms = Rooms(new(new(Path.Combine(folder.FullName, "keys"), Demo: false)), desk);
            await using var store = Store.Open(folder.FullName, Models(rooms));
            await using var server = ApiServer.Build(new() { Port = 0, Rooms = [new FoundingDoor(about, () => []), .. rooms], Store = store, Version = CommandLine.Version });
            await server.Services.GetRequiredService<Sequencer>().Open(Path.Combine(folder.FullName, "keys"));
            await server.StartAsync(cancel);
            var document = await server.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDocument.Name).GetOpenApiDocumentAsync(cancel);
            await using var memory = new MemoryStream();
            await document.SerializeAsJsonAsync(memory, OpenApiSpecVersion.OpenApi3_1, cancel);
            return Encoding.UTF8.GetString(memory.ToArray()).ReplaceLineEndings("\n").TrimEnd() + "\n";
        }
        finally
        {
            folder.Delete(true);
        }
    }

    /// <summary>Every business room, in the order of the house.</summary>
    /// <param name="atOnce">Shards of jobs done at the same time while the rooms are served.</param>
    private static IReadOnlyList<IRoom> Rooms(AccessRoom access, SecuritizationRoom desk, int atOnce = 0) =>
        [access, new ApprovalsRoom(Home.Routes()), new WorkRoom(atOnce), new EvidenceRoom(), new LedgerRoom(Home.Charts()), new PaymentsRoom(Home.Holidays(), Home.Sheets()), new AssetsRoom(Home.Register(), Home.Titles()) { Matching = Home.Matching() }, new ValuationRoom(Home.Appraisal(), Home.ShippedRubrics(), Home.Market(), Home.Checklist(), Home.AnalysisPolicy()), new PolicyRoom(Home.ShippedSchemes(), Home.ReferenceRates()), new LendingRoom(Home.Registries(), Home.Holidays(), Home.Origination()) { Loans = Home.Loans(), Documents = Home.Documents() }, desk];

    /// <summary>Every business room without a server around it.</summary>
    internal static IReadOnlyList<IRoom> Rooms()
    {
        var references = CaseFolders.References();
        return Rooms(new(new("", Demo: false)), new(new(references.Holidays, references.Lpr)));
    }

    /// <summary>The tables of every room: what a store is opened with.</summary>
    internal static IReadOnlyList<IRoomModel> Models() => Models(Rooms());

    private static IReadOnlyList<IRoomModel> Models(IReadOnlyList<IRoom> rooms) => [.. rooms.Select(r => r.Model).OfType<IRoomModel>()];

    private static string? Pages => Path.Combine(Home.Folder, "web", "dist") is var folder && File.Exists(Path.Combine(folder, "index.html")) ? folder : null;

    private static IEnumerable<(FoundingCase Case, string? Text)> FoundingSources()
    {
        foreach (var id in CaseFolders.Ids)
        {
            var source = CaseFolders.Open(id);
            if (source.Ok && CaseRun.Read(source.Value).Case is { } known)
            {
                var file = Path.Combine(Home.Cases, id, "deal.yaml");
                yield return (new(id, known.Title.Zh, known.Title.En, [.. known.Parts.Select(p => p.Key)], null), File.Exists(file) ? File.ReadAllText(file) : null);
            }
        }
    }

    private static int CannotStart(ServeOptions options, Exception problem)
    {
        var busy = problem is IOException && problem.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase);
        Console.Error.WriteLine(busy
            ? $"zhirong: USE-0104 端口 {options.Port} 已被占用，请用 --port 换一个 / port {options.Port} is in use, choose another with --port"
            : $"zhirong: USE-0105 数据目录 {options.Data} 不能用（{problem.Message}）/ the data folder {options.Data} cannot be used ({problem.Message})");
        return Exit.BadInput;
    }
}
