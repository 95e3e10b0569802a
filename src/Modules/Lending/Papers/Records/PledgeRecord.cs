using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Papers.Records;

/// <summary>What documents say of a pledge: parties, claim, its rights with their parts and values, its registrations.</summary>
internal static class PledgeRecord
{
    /// <summary>Null where there is no such pledge for the viewer.</summary>
    public static JsonObject? Of(ZhirongContext read, PaperDesk desk, Guid id)
    {
        if (read.Set<Pledge>().AsNoTracking().SingleOrDefault(p => p.Id == id) is not { } pledge)
        {
            return null;
        }

        var parties = PledgeParties.Read(pledge.Parties);
        var items = read.Set<PledgeItem>().Where(i => i.PledgeId == id).OrderBy(i => i.N).AsNoTracking().ToList().FindAll(i => i.State is not (ItemStates.Released or ItemStates.Dropped));
        var registrations = read.Set<PledgeRegistration>().Where(r => r.PledgeId == id).OrderBy(r => r.Id).AsNoTracking().ToList();
        Words Registry(string code) => desk.Lending.Registries.Of(code)?.Title ?? Words.Same(code);
        return new()
        {
            ["contract_no"] = pledge.ContractNo,
            ["main_contract_no"] = pledge.MainContractNo,
            ["pledgor"] = string.Join('、', parties.Pledgors.Select(p => p.Name)),
            ["pledgee"] = parties.Pledgee.Name,
            ["pledgee_code"] = parties.Pledgee.Code,
            ["pledgee_address"] = parties.Pledgee.Address,
            ["debtor"] = parties.Debtor.Name,
            ["debtor_code"] = parties.Debtor.Code,
            ["debtor_address"] = parties.Debtor.Address,
            ["claim_kind"] = RecordText.Of(ClaimKinds.Title(pledge.ClaimKind)),
            ["maximum"] = RecordText.Flag(pledge.Maximum == 1),
            ["secured"] = RecordText.Yuan(pledge.SecuredFen),
            ["debt_from"] = RecordText.Day(pledge.DebtFrom),
            ["debt_to"] = RecordText.Day(pledge.DebtTo),
            ["scope"] = pledge.Scope,
            ["rights_count"] = $"{items.Count}",
            ["value_total"] = items.Count > 0 && items.TrueForAll(i => i.ValueFen is not null) ? RecordText.Yuan(items.Sum(i => i.ValueFen)) : null,
            ["pledgors"] = RecordText.List(parties.Pledgors, (p, _) => new() { ["name"] = p.Name, ["code"] = p.Code, ["address"] = p.Address }),
            ["rights"] = RecordText.List(items, (i, n) => new()
            {
                ["n"] = $"{n}",
                ["right_number"] = i.RightNumber,
                ["kind"] = RecordText.Of(RightKinds.Read(i.Kind) is { } kind ? RightKinds.Title(kind) : Words.Same(i.Kind)),
                ["title"] = i.Title,
                ["filed"] = RecordText.Day(i.Filed),
                ["granted"] = RecordText.Day(i.Granted),
                ["registry"] = RecordText.Of(Registry(i.Registry)),
                ["allocated"] = RecordText.Yuan(i.AllocatedFen),
                ["value"] = RecordText.Yuan(i.ValueFen),
                ["value_source"] = i.ValueSource,
            }),
            ["registrations"] = RecordText.List(registrations, (r, _) => new() { ["registry"] = RecordText.Of(Registry(r.Registry)), ["state"] = RecordText.Of(RegistrationWords.State(r.State).Title()), ["registration_no"] = r.RegistrationNo, ["registered_on"] = RecordText.Day(r.RegisteredOn), ["expires_on"] = RecordText.Day(r.ExpiresOn) }),
        };
    }
}
