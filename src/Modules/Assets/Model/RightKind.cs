using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.Model;

/// <summary>The categories of rights the register keeps.</summary>
public enum RightKind
{
    /// <summary>发明专利.</summary>
    Invention,

    /// <summary>实用新型.</summary>
    UtilityModel,

    /// <summary>外观设计.</summary>
    Design,

    /// <summary>注册商标.</summary>
    Trademark,

    /// <summary>地理标志证明商标: owned by an association, used by its growers.</summary>
    GiMark,

    /// <summary>计算机软件著作权.</summary>
    SoftwareCopyright,

    /// <summary>作品著作权.</summary>
    WorkCopyright,

    /// <summary>集成电路布图设计.</summary>
    IcLayout,

    /// <summary>数据知识产权.</summary>
    DataIp,

    /// <summary>合同项下的许可收入: contracted licence income, a claim on a debtor.</summary>
    LicenceIncome,

    /// <summary>植物新品种.</summary>
    PlantVariety,
}

/// <summary>How a category is written in files and read by people.</summary>
public static class RightKinds
{
    private static readonly (RightKind Kind, string Word, Words Title)[] All =
    [
        (RightKind.Invention, "invention", new("发明专利", "invention patent")),
        (RightKind.UtilityModel, "utility_model", new("实用新型专利", "utility model")),
        (RightKind.Design, "design", new("外观设计专利", "design patent")),
        (RightKind.Trademark, "trademark", new("注册商标", "trademark")),
        (RightKind.GiMark, "gi_mark", new("地理标志证明商标", "GI certification mark")),
        (RightKind.SoftwareCopyright, "software", new("软件著作权", "software copyright")),
        (RightKind.WorkCopyright, "work", new("作品著作权", "copyright in works")),
        (RightKind.IcLayout, "ic_layout", new("集成电路布图设计", "IC layout design")),
        (RightKind.DataIp, "data_ip", new("数据知识产权", "data IP")),
        (RightKind.LicenceIncome, "licence_income", new("许可收入", "contracted licence income")),
        (RightKind.PlantVariety, "plant_variety", new("植物新品种", "plant variety")),
    ];

    /// <summary>The words written in files, in the order of the categories.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. All.Select(k => k.Word)];

    public static string Word(this RightKind kind) => All[(int)kind].Word;

    public static Words Title(this RightKind kind) => All[(int)kind].Title;

    /// <returns>Null for a word that names no category.</returns>
    public static RightKind? Read(string word)
    {
        var at = Array.FindIndex(All, k => k.Word == word);
        return at < 0 ? null : All[at].Kind;
    }

    public static bool IsPatent(this RightKind kind) => kind is RightKind.Invention or RightKind.UtilityModel or RightKind.Design;
}
