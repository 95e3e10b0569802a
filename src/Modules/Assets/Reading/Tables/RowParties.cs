using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>Applicants, owners with codes and shares, inventors, agency and agent of a row.</summary>
internal static class RowParties
{
    public static List<PartyRead> Read(RowCells row, List<Refusal> warnings)
    {
        var parties = new List<PartyRead>();
        var owners = row.List(RightsField.Owners);
        var applicants = row.List(RightsField.Applicants);
        var shares = row.Has(RightsField.OwnerShare) ? row.Shares(owners.Count > 0 ? owners.Count : applicants.Count) : [];
        var codes = Codes(row, warnings);

        // Address, code and share are the owners', or where no owner is told the applicants'.
        Add(parties, PartyRole.Owner, owners, row, codes, shares);
        Add(parties, PartyRole.Applicant, applicants, row, owners.Count > 0 ? [] : codes, owners.Count > 0 ? [] : shares);
        parties.AddRange(row.List(RightsField.OriginalApplicants).Select(n => new PartyRead(PartyRole.OriginalApplicant, n)));
        parties.AddRange(row.List(RightsField.Inventors).Select(n => new PartyRead(PartyRole.Inventor, n)));
        parties.AddRange(row.List(RightsField.Agency).Select(n => new PartyRead(PartyRole.Agency, n)));
        parties.AddRange(row.List(RightsField.Agent).Select(n => new PartyRead(PartyRole.Agent, n)));
        return parties;
    }

    private static void Add(List<PartyRead> parties, PartyRole role, IReadOnlyList<string> names, RowCells row, List<string> codes, IReadOnlyList<decimal> shares)
    {
        var address = names.Count > 0 && (role == PartyRole.Owner || !row.Has(RightsField.Owners)) ? row.OneLine(RightsField.Address) : "";
        for (var i = 0; i < names.Count; i++)
        {
            parties.Add(new(role, names[i], null, i == 0 && address.Length > 0 ? address : null, i < codes.Count ? codes[i] : null, i < shares.Count ? shares[i] : null));
        }
    }

    /// <summary>Codes in the order of the owners; one that does not check is noted (IMP-0214) and kept, since real ones break the standard.</summary>
    private static List<string> Codes(RowCells row, List<Refusal> warnings)
    {
        var codes = row.List(RightsField.OwnerCode).Select(c => c.ToUpperInvariant()).ToList();
        foreach (var code in codes.Where(c => CreditCode.Check(c).Outcome != CreditCodeOutcome.Valid))
        {
            warnings.Add(ImportRefusals.CreditCode(code, row.Line));
        }

        return codes.FindAll(c => c.Length == CreditCode.Length);
    }
}
