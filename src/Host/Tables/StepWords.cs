using Zhirong.Engine.Basics;

namespace Zhirong.Host.Tables;

/// <summary>What the details of a step are called for people; the JSON keeps its keys.</summary>
internal static class StepWords
{
    private static readonly Dictionary<string, Words> Keys = new(StringComparer.Ordinal)
    {
        ["party"] = new("承担方", "party"),
        ["principal"] = new("本金", "principal"),
        ["interest"] = new("利息", "interest"),
        ["of"] = new("分担范围", "of"),
        ["ip_portion_only"] = new("仅知识产权部分", "intellectual property only"),
        ["by"] = new("依据", "by"),
        ["figure"] = new("金额", "figure"),
        ["mode"] = new("分档方式", "mode"),
        ["limit"] = new("限额", "limit"),
        ["scope"] = new("范围", "scope"),
        ["amount"] = new("额度", "amount"),
        ["used"] = new("已使用", "used"),
        ["raw"] = new("未取整数", "unrounded"),
        ["limited_by"] = new("受限于", "limited by"),
        ["gross"] = new("追偿总额", "gross"),
        ["costs"] = new("费用", "costs"),
        ["to_shared"] = new("归分担各方", "to those who share"),
        ["to_outside"] = new("归其他", "to others"),
        ["multiple"] = new("倍数", "multiple"),
        ["portfolio"] = new("在保余额", "portfolio"),
        ["holds"] = new("是否符合", "holds"),
        ["rate"] = new("比率", "rate"),
        ["cap"] = new("上限", "cap"),
        ["before"] = new("调整前", "before"),
        ["bound"] = new("是否受限", "bound"),
        ["fact"] = new("事实", "fact"),
        ["source"] = new("来源", "source"),
        ["given"] = new("已知", "given"),
        ["max_months"] = new("最长月数", "most months"),
        ["basis"] = new("计息基础", "basis"),
        ["from"] = new("自", "from"),
        ["to"] = new("至", "to"),
        ["days"] = new("天数", "days"),
        ["group"] = new("合并上限", "group"),
        ["pool"] = new("资金池", "pool"),
        ["approved"] = new("批准合计", "approved"),
        ["curve"] = new("利率", "curve"),
        ["on"] = new("取值日", "on"),
        ["published"] = new("公布日", "published"),
        ["actual"] = new("实际利率", "actual rate"),
        ["row"] = new("档", "row"),
    };

    private static readonly Dictionary<string, Words> Values = new(StringComparer.Ordinal)
    {
        ["yes"] = new("是", "yes"),
        ["no"] = new("否", "no"),
        ["true"] = new("是", "yes"),
        ["false"] = new("否", "no"),
        ["unknown"] = new("待核实", "unknown"),
        ["whole"] = new("整档", "whole"),
        ["marginal"] = new("超额累进", "marginal"),
    };

    public static string Detail(string key, string value, Language language) => $"{Of(Keys, key, language)} {Of(Values, value, language)}";

    private static string Of(Dictionary<string, Words> words, string word, Language language) => words.TryGetValue(word, out var known) ? known.In(language) : word;
}
