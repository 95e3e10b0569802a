using Zhirong.Modules.Assets;
using Zhirong.Modules.Lending.Registration.Rules;

namespace Zhirong.Modules.Lending.Registration.Grounds;

/// <summary>Whose right it is, and who has to agree.</summary>
internal static class PartyChecks
{
    /// <summary>Every pledgor stands in the register as a holder.</summary>
    public static Looked PledgorIsHolder(RightOnDay right, PledgeAsked asked)
    {
        if (right.Holders.Count == 0)
        {
            return Looked.Unknown(new("登记簿没有权利人", "The register names no holder"));
        }

        var recorded = string.Join('、', right.Holders.Select(h => h.Name));
        var strangers = asked.Pledgors.Where(p => !right.Holders.Any(h => p.Is(h.Name, h.Code))).Select(p => p.Name).ToList();
        return asked.Pledgors.Count == 0 ? Looked.Unknown(new($"未写明出质人；登记的权利人：{recorded}", $"No pledgor is named; recorded holders: {recorded}"), right.NewestSource, right.Newest)
            : strangers.Count > 0 ? Looked.Lies(new($"登记的权利人：{recorded}；出质人 {string.Join('、', strangers)} 不在其中", $"Recorded holders: {recorded}; pledgor {string.Join(", ", strangers)} is not among them"), right.NewestSource, right.Newest)
            : Looked.Clear(new($"登记的权利人：{recorded}", $"Recorded holders: {recorded}"), right.NewestSource, right.Newest);
    }

    /// <summary>Holders who do not pledge themselves have agreed, each by name.</summary>
    public static Looked CoOwnersAgree(RightOnDay right, PledgeAsked asked, Ground ground)
    {
        if (right.Holders.Count == 0)
        {
            return Looked.Unknown(new("登记簿没有权利人", "The register names no holder"));
        }

        var others = right.Holders.Where(h => !asked.Pledgors.Any(p => p.Is(h.Name, h.Code))).ToList();
        var consents = asked.Declared.Where(d => d.Bears(DeclaredKind.Consent, ground.Code, right.Id)).ToList();
        var missing = others.Where(h => !consents.Exists(c => new PartyNamed(c.Who).Is(h.Name, null))).Select(h => h.Name).ToList();
        if (missing.Count > 0)
        {
            return Looked.Lies(new($"未取得共有人同意：{string.Join('、', missing)}", $"Without the consent of {string.Join(", ", missing)}"), right.NewestSource, right.Newest);
        }

        return others.Count == 0
            ? Looked.Clear(new("没有出质人以外的共有人", "No co-owner beside the pledgors"), right.NewestSource, right.Newest)
            : Looked.Clear(new($"共有人已同意：{string.Join('、', others.Select(h => h.Name))}", $"Co-owners agree: {string.Join(", ", others.Select(h => h.Name))}"), consents[^1].Document, consents[^1].On);
    }
}

/// <summary>What the contract says.</summary>
internal static class ContractChecks
{
    public static Looked Complete(ContractSaid? contract) => contract switch
    {
        null => Looked.Unknown(new("尚无合同", "There is no contract yet")),
        { Missing: { Count: > 0 } missing } => Looked.Lies(new($"缺少：{string.Join('、', missing.Select(m => m.Zh))}", $"Missing: {string.Join(", ", missing.Select(m => m.En))}"), contract.No, null),
        _ => Looked.Clear(new("应当包括的内容齐全", "All required content is there"), contract.No, null),
    };

    public static Looked NoForfeiture(ContractSaid? contract) => contract switch
    {
        null => Looked.Unknown(new("尚无合同", "There is no contract yet")),
        { Forfeiture: true } => Looked.Lies(new("合同约定未清偿时权利归质权人所有（流质）", "The contract lets the right fall to the pledgee on default"), contract.No, null),
        _ => Looked.Clear(new("合同没有流质约定", "The contract has no forfeiture clause"), contract.No, null),
    };
}
