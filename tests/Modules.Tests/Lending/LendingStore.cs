using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Lending;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Tests.Assets;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>A store with rights of one firm in its register and pledges over them, without a server around it.</summary>
internal sealed class LendingStore(TestStore test, TimeProvider? clock = null) : IAsyncDisposable
{
    public static readonly Viewer Bank = Viewer.Local;

    private int given;

    public Store Store => test.Store;

    public LendingDesk Desk { get; } = new(test.Store, new RightDoor(Records.Law, clock ?? TimeProvider.System), new EncumbranceDoor(clock ?? TimeProvider.System), Registries.Shelf, Registries.Holidays, clock ?? TimeProvider.System);

    public static LendingStore New(DatabaseKind kind) => new(TestStore.New(kind));

    public ValueTask DisposeAsync() => test.DisposeAsync();

    /// <summary>Patents filed and granted of one owner; their ids in order.</summary>
    public async Task<IReadOnlyList<Guid>> Patents(int count, string owner = "甲公司", Viewer? viewer = null)
    {
        var records = Enumerable.Range(0, count).Select(_ => Number(++given)).Select(n => Records.Patent(n, $"一种阀门 {n}", owner, "2018-02-15", "2020-06-20")).ToList();
        await Records.Take(Store, $"rights-{Guid.NewGuid()}.xlsx", $"{Desk.Today.AddDays(-1):yyyy-MM-dd}", viewer ?? Bank, records);
        await using var read = Store.Read(viewer ?? Bank);
        var named = RightDoor.ByNumber(read, [.. records.Select(r => r.Numbers[0].Text)]);
        return [.. named.Select(n => n.Rights.Single())];
    }

    public static string Number(int n)
    {
        var digits = $"20181{n:0000000}";
        return $"{digits}.{Zhirong.Modules.Assets.Model.CnNumber.Check(digits)}";
    }

    /// <summary>A pledge as its endpoint makes one, with one registration a registry.</summary>
    public async Task<(Guid Pledge, Guid Registration)> Pledged(string contract, string secured, IReadOnlyList<Guid> rights, IReadOnlyList<string>? values = null, Viewer? viewer = null, string pledgor = "甲公司")
    {
        var request = new MakePledgeRequest(contract, [new(pledgor, null, "某市某路 1 号")], new("乙银行", null, "某市某路 2 号"), "loan", secured, new(2026, 1, 1), new(2028, 12, 31), [.. rights.Select((r, n) => new PledgeItemForm(r, Value: values?[n], ValueSource: values is null ? null : "评估报告"))], Scope: "本金、利息与实现质权的费用");
        var made = await MakePledge.Make(Desk, viewer ?? Bank, request, null, Language.Zh);
        if (made.Refusals.Count > 0)
        {
            throw new InvalidOperationException(made.Refusals[0].Sentence(Language.En));
        }

        return (made.Value!.Row.Id, made.Value.Registrations[0].Id);
    }

    /// <summary>A step without the look at the grounds, which has tests of its own.</summary>
    public async Task<IReadOnlyList<Refusal>> Step(Guid registration, RegistrationAct act, DateOnly on, Func<StepForm, StepForm>? more = null, Viewer? viewer = null)
    {
        var step = new StepForm { Act = act, On = on, Channel = act == RegistrationAct.Submit ? "online" : "", RegistrationNo = act == RegistrationAct.Register ? $"Y{registration:N}" : "" };
        var written = await Store.Commits.Once<RegistrationRow>(viewer ?? Bank, null, TimeProvider.System, async work =>
        {
            var moved = await RegistrationMoves.Move(work, Desk, registration, more?.Invoke(step) ?? step);
            return moved.Ok ? RegistrationRow.Of(moved.Value.Row, moved.Value.Pledge, 0, Desk, Language.Zh) : Result<RegistrationRow>.Refused(moved.Refusals);
        });
        return written.Refusals;
    }

    /// <summary>From the draft to the register, a day each.</summary>
    public async Task Registered(Guid registration, DateOnly from, Func<StepForm, StepForm>? more = null)
    {
        foreach (var (n, act) in ((RegistrationAct[])[RegistrationAct.Sign, RegistrationAct.Submit, RegistrationAct.Accept, RegistrationAct.Register]).Index())
        {
            if (await Step(registration, act, from.AddDays(n), act is RegistrationAct.Register or RegistrationAct.Submit ? more : null) is [var refusal, ..])
            {
                throw new InvalidOperationException(refusal.Sentence(Language.En));
            }
        }
    }

    public async Task<PledgeDetail> Open(Guid pledge, Viewer? viewer = null)
    {
        await using var read = Store.Read(viewer ?? Bank);
        return OpenPledge.Detail(read, read.Set<Pledge>().Single(p => p.Id == pledge), Desk, Language.Zh);
    }

    /// <summary>What the register shows as standing on a right on a day.</summary>
    public async Task<IReadOnlyList<string>> Lying(Guid right, DateOnly day)
    {
        await using var read = Store.Read(Bank);
        return [.. Desk.Rights.OnDay(read, [right], day)[0].Encumbrances.Select(e => e.RegistrationNo)];
    }

    /// <summary>What is kept agrees with itself.</summary>
    public async Task<IReadOnlyList<string>> Wrong()
    {
        await using var read = Store.Read(Viewer.Everything("check the room's books in a test"));
        return [.. new LendingTables().Verify(read.Session).SelectMany(c => c.Wrong.Select(w => $"{c.Name} {w}"))];
    }
}
