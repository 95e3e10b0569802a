using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Waterfall.Reading;

/// <summary>The numbered refusals of reading a deal or a scenario, beyond those of single fields.</summary>
public static class DealRefusals
{
    public static Refusal DuplicateId(string path, string id, DocNode node) =>
        Make("DEAL-0101", path, id, new("列表中唯一的 id", "an id unique in its list"), new($"重复的 id：{id}", $"The id {id} appears twice")).At(node.Line, node.Column);

    public static Refusal DatesOutOfOrder(string path, string found, Words expected, DocNode node) =>
        Make("DEAL-0102", path, found, expected, new("日期先后颠倒", "Dates are out of order")).At(node.Line, node.Column);

    public static Refusal PaymentDates(string path, string found, Words expected, int line, int column) =>
        Make("DEAL-0103", path, found, expected, new("兑付日写法有误", "The payment dates cannot be read")).At(line, column);

    public static Refusal ScheduleLength(string path, int found, int expected, DocNode node) =>
        Make("DEAL-0104", path, $"{found}", new($"{expected} 项（与兑付日数一致）", $"{expected} items, one for each payment date"), new("期数与兑付日数不一致", "The schedule's length differs from the number of payment dates")).At(node.Line, node.Column);

    public static Refusal NeedsField(string path, string key, Words why, int line, int column) =>
        Make("DEAL-0105", path, "—", Words.Same(key), new($"缺少 {key}：{why.Zh}", $"{key} is missing: {why.En}")).At(line, column);

    public static Refusal Tenor(string path, DocNode node) =>
        Make("DEAL-0106", path, node.Describe(), Words.Same("1M | 3M | 6M | 1Y | 2W | 15D"), new("间隔写法有误", "The interval cannot be read")).At(node.Line, node.Column);

    public static Refusal SumTooLarge(string path, DocNode node) =>
        Make("DEAL-0107", path, "Σ", new("合计小于 10^15 元", "a total below 10^15 yuan"), new("金额合计过大", "The amounts add up to too much")).At(node.Line, node.Column);

    /// <summary>Amounts, rates and times that together do not fit into exact figures.</summary>
    public static Refusal TooLarge() =>
        Make("DEAL-0108", "", "> 9.2 × 10^16", new("算得出的金额", "amounts that can be computed exactly"), new("金额、利率与期限相乘过大，无法精确计算", "Amounts, rates and times multiply to more than can be computed exactly")).At(1, 1);

    public static Refusal UnknownObligor(string path, string id, DocNode node, IEnumerable<string> known)
    {
        var near = FieldRefusals.Nearest(id, known);
        return Make("SCEN-0101", path, id, near is null ? new("资产池内的债务人 id", "the id of an obligor of the pool") : Words.Same(near), new($"资产池里没有 {id}", $"The pool has no {id}")).At(node.Line, node.Column);
    }

    public static Refusal PeriodOutOfRange(string path, int period, int periods, DocNode node) =>
        Make("SCEN-0102", path, $"{period}", new($"1 到 {periods}", $"1 to {periods}"), new("期数超出范围", "The period is out of range")).At(node.Line, node.Column);

    public static Refusal DefaultTwice(string path, string id, DocNode node) =>
        Make("SCEN-0103", path, id, new("每个债务人至多一次违约", "at most one default for each obligor"), new($"{id} 违约写了两次", $"{id} defaults twice")).At(node.Line, node.Column);

    public static Refusal Scope(string path, string found, DocNode node) =>
        Make("SCEN-0104", path, found, Words.Same("pool | industry:… | obligor:…"), new("假设的适用范围写法有误", "The scope of the assumption cannot be read")).At(node.Line, node.Column);

    public static Refusal Fact(string path, string found, Words expected, DocNode node) =>
        Make("SCEN-0105", path, found, expected, new("情景事实有误", "The fact cannot be used")).At(node.Line, node.Column);

    public static Refusal PrepaidTwice(string path, string id, int period, DocNode node) =>
        Make("SCEN-0106", path, $"{id} / {period}", new("每个债务人每期至多一次提前还款", "at most one prepayment for each obligor and period"), new($"{id} 第 {period} 期提前还款写了两次", $"{id} prepays twice in period {period}")).At(node.Line, node.Column);

    public static Refusal UnknownIndustry(string path, string industry, DocNode node, IEnumerable<string> known)
    {
        var list = string.Join(", ", known.Order(StringComparer.Ordinal).Take(40));
        return Make("SCEN-0107", path, industry, list.Length == 0 ? new("资产池写明的行业", "an industry given in the pool") : Words.Same(list), new($"资产池里没有行业 {industry}", $"The pool has no industry {industry}")).At(node.Line, node.Column);
    }

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
