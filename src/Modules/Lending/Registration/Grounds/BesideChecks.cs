using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Lending.Registration.Grounds;

/// <summary>What stands beside the right: an invention of the same day, marks of the same sign, data, a debtor.</summary>
internal static class BesideChecks
{
    private const string SameDay = "same_day_application";
    private const string Hash = "data_hash";
    private const string Debtor = "debtor_confirmed";

    /// <summary>Of a utility model: what a source states, else inventions of a common holder filed on the same day that are not over.</summary>
    public static Looked NoSameDayInvention(RightOnDay right)
    {
        if (right.Kind != RightKind.UtilityModel)
        {
            return Looked.Clear(new("不是实用新型", "Not a utility model"), right.NewestSource, right.Newest);
        }

        switch (Stated.Of(right, SameDay))
        {
            case { Yes: false } none:
                return Looked.Clear(new("没有同日申请的发明", "No invention was filed on the same day"), none.Source, none.AsOf);
            case { } said:
                return Looked.Lies(new($"同日申请的发明：{said.Value}", $"Invention filed on the same day: {said.Value}"), said.Source, said.AsOf);
        }

        var alive = right.SameDay.Where(r => !r.State.Over()).ToList();
        return alive.Count > 0
            ? Looked.Lies(new($"同日申请的发明：{string.Join('、', alive.Select(r => r.Number))}", $"Inventions filed on the same day: {string.Join(", ", alive.Select(r => r.Number))}"), right.NewestSource, right.Newest)
            : right.Newest is null || right.Filed is null ? Looked.Unknown(new("没有来源或申请日", "There is no source or day of filing"))
            : Looked.Clear(new("登记簿中没有同一权利人同日申请的发明", "The register has no invention of a common holder filed on the same day"), right.NewestSource, right.Newest);
    }

    /// <summary>Marks of the same sign and a common holder are pledged together, whatever their classes: which goods are similar, a person judges. Near signs are not searched.</summary>
    public static Looked SimilarMarksTogether(RightOnDay right, PledgeAsked asked)
    {
        var apart = right.SameSign.Where(m => !asked.Together.Contains(m.Id) && !m.State.Over()).ToList();
        return apart.Count > 0
            ? Looked.Lies(new($"相同标识而未一并出质：{string.Join('、', apart.Select(m => m.Number))}", $"Same sign, not pledged together: {string.Join(", ", apart.Select(m => m.Number))}"), right.NewestSource, right.Newest)
            : right.Newest is null ? Looked.Unknown(new("没有来源", "There is no source"))
            : Looked.Clear(new("相同标识的商标均在其中（近似标识未检索）", "All marks of the same sign are among them; near signs were not searched"), right.NewestSource, right.Newest);
    }

    public static Looked DataHashMatches(RightOnDay right, PledgeAsked asked)
    {
        if (!right.Stated.TryGetValue(Hash, out var registered))
        {
            return Looked.Unknown(new("登记簿没有数据校验值", "The register has no hash of the data"));
        }

        return !asked.DataHashes.TryGetValue(right.Id, out var handed) ? Looked.Unknown(new("未提供所出质数据的校验值", "No hash of the data was handed over"), registered.SourceName, registered.AsOf)
            : string.Equals(handed.Trim(), registered.Value.Trim(), StringComparison.OrdinalIgnoreCase) ? Looked.Clear(new("校验值一致", "The hashes agree"), registered.SourceName, registered.AsOf)
            : Looked.Lies(new("校验值不一致", "The hashes differ"), registered.SourceName, registered.AsOf);
    }

    public static Looked DebtorConfirmed(RightOnDay right) => Stated.Of(right, Debtor) switch
    {
        { Yes: true } said => Looked.Clear(new("被许可方已确认", "The licensee has confirmed"), said.Source, said.AsOf),
        { Yes: false } said => Looked.Lies(new("被许可方未确认", "The licensee has not confirmed"), said.Source, said.AsOf),
        _ => Looked.Unknown(new("不知被许可方是否确认", "Nobody says whether the licensee has confirmed")),
    };
}
