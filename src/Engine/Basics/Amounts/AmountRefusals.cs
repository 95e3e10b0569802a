namespace Zhirong.Engine.Basics;

/// <summary>The refusals of amounts written by people (<c>MONY</c>), in order of precedence.</summary>
internal static class AmountRefusals
{
    private static readonly Words Examples = new("如 2300万、1.45亿、23,000,000.00元", "such as 2300万, 1.45亿 or 23,000,000.00元");

    public static Refusal Empty(string path) => New("MONY-0101", path, "", Examples, new("金额为空", "The amount is empty"));

    public static Refusal NotAnAmount(string path, string found) =>
        New("MONY-0102", path, found, Examples, new($"“{found}”不是金额", $"“{found}” is not an amount"));

    public static Refusal Separators(string path, string found) => New("MONY-0103", path, found, new(
        "每三位一个千位分隔符", "a separator before every three digits"), new(
        $"“{found}”的千位分隔符位置不对", $"The thousands separators of “{found}” are misplaced"));

    public static Refusal Units(string path, string found) => New("MONY-0104", path, found, new(
        "单位由大到小，每段都写单位，只有末段可带小数，如 1亿4500万",
        "units from large to small, one for every part, decimals only in the last, such as 1亿4500万"), new(
        $"“{found}”的单位有歧义", $"The units of “{found}” are ambiguous"));

    public static Refusal Negative(string path, string found) => New("MONY-0105", path, found, new(
        "不小于零的金额", "an amount not below zero"), new($"金额“{found}”为负", $"The amount “{found}” is negative"));

    public static Refusal SubFen(string path, string found) => New("MONY-0106", path, found, new(
        "精确到分的金额", "a whole number of fen"), new($"金额“{found}”不足一分的部分无法入账", $"The amount “{found}” has a part smaller than one fen"));

    public static Refusal TooLarge(string path, string found) => New("MONY-0107", path, found, new(
        "小于 10^15 元（一千万亿元）", "below 10^15 yuan"), new($"金额“{found}”过大", $"The amount “{found}” is too large"));

    public static Refusal NotCapital(string path, string found) => New("MONY-0108", path, found, new(
        "如 壹亿肆仟伍佰万元整", "such as 壹亿肆仟伍佰万元整"), new($"“{found}”不是规范的大写金额", $"“{found}” is not a well-formed amount in Chinese capitals"));

    private static Refusal New(string code, string path, string found, Words expected, Words message) =>
        new() { Code = code, Path = path, Found = found, Expected = expected, Message = message };
}
