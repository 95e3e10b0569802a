using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Diligence;

/// <summary>How gravely a finding weighs (风险等级).</summary>
public enum RiskGrade
{
    /// <summary>一般.</summary>
    Minor,

    /// <summary>重大.</summary>
    Major,

    /// <summary>致命.</summary>
    Fatal,
}

/// <summary>What rights are examined for: the same finding weighs differently.</summary>
public enum DiligencePurpose
{
    Pledge,
    Transfer,
    BalanceSheet,
    Securitization,
}

/// <summary>Words of the closed lists, in files and for people.</summary>
public static class DiligenceWords
{
    public static IReadOnlyList<string> Grades { get; } = ["minor", "major", "fatal"];

    public static IReadOnlyList<string> Purposes { get; } = ["pledge", "transfer", "balance_sheet", "securitization"];

    /// <summary>Categories of rights, as the register writes them.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["invention", "utility_model", "design", "trademark", "gi_mark", "software", "work", "ic_layout", "data_ip", "licence_income", "plant_variety"];

    /// <summary>States of a right, as the register writes them.</summary>
    public static IReadOnlyList<string> States { get; } =
        ["applied", "published", "examination", "granted", "in_force_in_part", "restored", "lapsed", "expired", "abandoned", "invalidated", "revoked", "ended", "rejected", "withdrawn"];

    public static IReadOnlyList<string> InForce { get; } = ["granted", "in_force_in_part", "restored"];

    public static Words Title(RiskGrade grade) => grade switch
    {
        RiskGrade.Fatal => new("致命", "fatal"),
        RiskGrade.Major => new("重大", "major"),
        _ => new("一般", "minor"),
    };

    public static Words Title(DiligencePurpose purpose) => purpose switch
    {
        DiligencePurpose.Pledge => new("质押融资", "pledge lending"),
        DiligencePurpose.Transfer => new("转让许可", "transfer or licence"),
        DiligencePurpose.BalanceSheet => new("资产入表", "balance-sheet recognition"),
        _ => new("证券化", "securitization"),
    };

    public static string Word(this RiskGrade grade) => Grades[(int)grade];

    public static string Word(this DiligencePurpose purpose) => Purposes[(int)purpose];

    public static Words KindTitle(string kind) => kind switch
    {
        "invention" => new("发明专利", "invention patent"),
        "utility_model" => new("实用新型专利", "utility model"),
        "design" => new("外观设计专利", "design patent"),
        "trademark" => new("注册商标", "trademark"),
        "gi_mark" => new("地理标志证明商标", "GI certification mark"),
        "software" => new("软件著作权", "software copyright"),
        "work" => new("作品著作权", "copyright in works"),
        "ic_layout" => new("集成电路布图设计", "IC layout design"),
        "data_ip" => new("数据知识产权", "data IP"),
        "licence_income" => new("许可收入", "contracted licence income"),
        "plant_variety" => new("植物新品种", "plant variety"),
        _ => Words.Same(kind),
    };
}
