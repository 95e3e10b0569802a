using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>Words and titles that name a category of right.</summary>
internal static class KindWords
{
    private static readonly (string Word, RightKind Kind)[] Words =
    [
        ("地理标志", RightKind.GiMark), ("证明商标", RightKind.GiMark),
        ("布图", RightKind.IcLayout), ("集成电路", RightKind.IcLayout),
        ("软件", RightKind.SoftwareCopyright), ("软著", RightKind.SoftwareCopyright),
        ("数据知识产权", RightKind.DataIp), ("数据产权", RightKind.DataIp), ("数据名称", RightKind.DataIp), ("数据持有", RightKind.DataIp),
        ("植物新品种", RightKind.PlantVariety), ("品种权", RightKind.PlantVariety),
        ("许可收入", RightKind.LicenceIncome), ("许可收益", RightKind.LicenceIncome), ("许可合同收入", RightKind.LicenceIncome),
        ("商标", RightKind.Trademark),
        ("实用新型", RightKind.UtilityModel), ("外观", RightKind.Design), ("发明", RightKind.Invention),
        ("作品", RightKind.WorkCopyright), ("著作权", RightKind.WorkCopyright),
    ];

    /// <summary>The category a cell names: a Chinese word in it, or one of our own words; null for others.</summary>
    public static RightKind? Of(string cell)
    {
        var text = Folding.Key(cell);
        if (text.Length == 0)
        {
            return null;
        }

        foreach (var (word, kind) in Words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return RightKinds.Read(text.ToLowerInvariant()) ?? text switch
        {
            "PCT" => RightKind.Invention,
            "UTILITYMODEL" => RightKind.UtilityModel,
            _ => null,
        };
    }

    /// <summary>What the titles of a table of one category tell: 商标名称, 软件名称; null for patents and mixed tables.</summary>
    public static RightKind? OfTitles(TableHead head)
    {
        foreach (var field in (ReadOnlySpan<RightsField>)[RightsField.RegistrationNumber, RightsField.Title, RightsField.Owners, RightsField.CertificateNumber])
        {
            foreach (var column in head.Columns(field))
            {
                if (Of(head.Titles[column]) is { } kind && kind is not (RightKind.Invention or RightKind.UtilityModel or RightKind.Design))
                {
                    return kind;
                }
            }
        }

        return null;
    }
}
