using Microsoft.EntityFrameworkCore;
using Zhirong.Host;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>A clock that stands where it is put.</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>An owner's deal and book with something in every table, and an organisation that owns nothing.</summary>
internal sealed class SharedPlace : IAsyncDisposable
{
    public static readonly Viewer Owner = new(new("00000000-0000-7000-8000-0000000000a1"), "甲机构");
    public static readonly Viewer Partner = new(new("00000000-0000-7000-8000-0000000000b2"), "乙机构");
    public static readonly DateOnly Day = new(2026, 6, 1);

    private SharedPlace(TestStore test, SetClock clock) => (Test, Clock, Books) = (test, clock, new LedgerBooks(test.Store, clock));

    public TestStore Test { get; }

    public Store Store => Test.Store;

    public SetClock Clock { get; }

    public LedgerBooks Books { get; }

    public Guid Deal { get; private set; }

    public Guid Book { get; private set; }

    public Guid DealLeaf { get; private set; }

    public static async Task<SharedPlace> Open(DatabaseKind kind)
    {
        var clock = new SetClock(new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero));
        var place = new SharedPlace(TestStore.New(kind, clock), clock);
        place.Book = await new LedgerRoom(Home.Charts()).Open(place.Store, Owner, "B", "甲的账簿", BookKind.Plan, Day, ["7701", "7702"], clock);
        (place.Deal, place.DealLeaf) = await place.Store.Commits.Write(Owner, work =>
        {
            var deal = new Deal { Id = Guid.CreateVersion7(), OwnerId = Owner.Organisation, Code = "甲的交易" };
            var version = new DealVersion { DealId = deal.Id, Number = 1, Text = "text", Hash = "h", Reason = "r", SavedBy = "甲", SavedAt = 1, Errors = 0, Warnings = 0 };
            deal.Version = 1;
            work.Add(deal);
            work.Add(version);
            work.Add(new SavedScenario { Id = Guid.CreateVersion7(), DealId = deal.Id, Name = "s", Content = "{}" });
            work.Add(new KeptRun { Id = Guid.CreateVersion7(), DealId = deal.Id, DealVersion = 1, ScenarioName = "s", Note = "", InputHash = "h", Result = "{}", UnpaidFen = 0, ResidualFen = 0, SavedBy = "甲", SavedAt = 1 });
            work.SaveChanges();
            var leaf = EvidenceLeaves.Record(work, new("DealVersionSaved", "deal", RowValues.Of(deal.Id), new System.Text.Json.Nodes.JsonObject { ["secret"] = "甲的内容" }), clock);
            return Task.FromResult((deal.Id, leaf));
        });
        var entry = new NewEntry(Guid.CreateVersion7(), Day, "Moved", [new("7701", "debit", "5.00"), new("7702", "credit", "5.00")]);
        await PostEntries.Post(place.Books, Owner, place.Book, entry);
        await place.Store.Commits.Once(Owner, new("key", "r", "h"), clock, work => Task.FromResult(PlaceHold.Place(work, place.Books, place.Book, new(Guid.CreateVersion7(), "7701", "7702", "5.00", "Reserved"))));
        await place.Store.Commits.Once(Owner, null, clock, work => Task.FromResult(new PlannedEntries(place.Books).Replace(
            work, place.Book, "set", "series", "计划", [new(Day, "7701", "7702", Engine.Basics.Money.OfFen(500), "line", new("计划", "plan"))])));
        var planned = await place.In(Owner, read => read.Session.First("SELECT id FROM ldg_planned", row => row.Id(0)));
        await place.Store.Commits.Once(Owner, null, clock, work => Task.FromResult(Matching.Match(work, planned, entry.Id, null, clock)));
        return place;
    }

    /// <summary>Shares a root of the owner's with the partner.</summary>
    public Task<Share> Grant(string kind, Guid root, bool write, DateOnly since, DateOnly? until = null, Viewer? by = null) => Store.Commits.Write(by ?? Owner, work =>
    {
        var share = new Share
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            RootId = root,
            OwnerId = work.Viewer.Organisation,
            OrgId = Partner.Organisation,
            MayWrite = write ? 1 : 0,
            Since = since,
            Until = until,
            GrantedBy = work.Viewer.Person,
            GrantedAt = 1,
        };
        work.Add(share);
        return Task.FromResult(share);
    });

    public async Task<T> In<T>(Viewer viewer, Func<ZhirongContext, T> look)
    {
        await using var read = Store.Read(viewer);
        return look(read);
    }

    public Task<bool> SeesDeal(Viewer viewer) => In(viewer, read => read.Set<Deal>().AsNoTracking().Any(d => d.Id == Deal));

    public Task<bool> MayWriteDeal(Viewer viewer) => Store.Commits.Write(viewer, async work => await work.Set<Deal>().AnyAsync(d => d.Id == Deal));

    public ValueTask DisposeAsync() => Test.DisposeAsync();
}
