using System.Text.Encodings.Web;
using System.Text.Json;
using Zhirong.Modules.Lending.Registration.Grounds;

namespace Zhirong.Modules.Lending.Pledges;

/// <param name="Code">Unified social credit code.</param>
/// <param name="Address">As the contract states it.</param>
public sealed record PledgeParty(string Name, string? Code = null, string? Address = null);

/// <summary>Everybody in a pledge, as its row keeps them.</summary>
internal sealed record PledgeParties(IReadOnlyList<PledgeParty> Pledgors, PledgeParty Pledgee, PledgeParty Debtor)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Json() => JsonSerializer.Serialize(this, Options);

    public static PledgeParties Read(string json) => JsonSerializer.Deserialize<PledgeParties>(json, Options)!;

    public IReadOnlyList<PartyNamed> Named => [.. Pledgors.Select(p => new PartyNamed(p.Name, p.Code))];

    public static PledgeParty Of(LendingForm form, string path, PledgeParty? found)
    {
        if (found is null)
        {
            form.Faults.Add(LendingRefusals.Text(path, "—", 200));
            return new("");
        }

        return new(form.Text($"{path}.name", found.Name, 200), form.Code($"{path}.code", found.Code), form.Text($"{path}.address", found.Address, 300, required: false));
    }
}
