using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Scoring;

/// <summary>The numbered refusals of rubrics (01) and of scoring by them (02), and what a result warns of (03).</summary>
public static class RubricRefusals
{
    public static Refusal WeightsSum(string path, decimal sum) => Make("RUB-0101", path, Figure.Text(sum), new("合计为 1", "weights that sum to 1"),
        new($"{path} 的权重合计不等于 1", $"The weights of {path} do not sum to 1"));

    public static Refusal IdTwice(string path, string id) => Make("RUB-0102", path, id, new("不重复的指标编号", "an id used once"),
        new($"指标编号 {id} 重复", $"The indicator id {id} is used twice"));

    public static Refusal NoTable(string path) => Make("RUB-0103", path, "—", new("anchors 或 scale 二者之一；自动指标须写明 fact 与条件", "either anchors or a scale; an automatic indicator names its fact and conditions"),
        new("指标没有可用的评分表", "The indicator has no table to score by"));

    public static Refusal Grades(string path) => Make("RUB-0104", path, "—", new("由高到低、最低一级从 0 开始", "from the best down, the last beginning at 0"),
        new("等级表的次序不对", "The grades are not in order"));

    public static Refusal ClaimsConformity(string path, string found) => Make("RUB-0105", path, found, new("说明指标与权重为自定，不写“符合”某标准", "that indicators and weights are one's own, with no claim of conformity"),
        new("评分表不得声称符合标准：平台不持有该标准的指标表", "A rubric does not claim to conform to a standard whose table is not held"));

    public static Refusal NoSide(string path, string found, string known) => Make("RUB-0106", path, found, Words.Same(known),
        new("权重所指的一级指标不存在", "The weights name a side that is not there"));

    public static Refusal UnknownScenario(string path, string found, IEnumerable<string> known) => Make("RUB-0201", path, found, Words.Same(string.Join(" | ", known)),
        new("评分表没有这个场景", "The rubric has no such scenario"));

    public static Refusal UnknownIndicator(string path, string found, string? near) => Make("RUB-0202", path, found, near is null ? new("评分表中的指标", "an indicator of the rubric") : Words.Same(near),
        new($"评分表没有指标 {found}", $"The rubric has no indicator {found}"));

    public static Refusal NotForExperts(string path, string id) => Make("RUB-0203", path, id, new("由登记事实自动评分", "a score from a fact of the register"),
        new("该指标只按事实评分，不接受人工评分", "This indicator is scored from its fact alone"));

    public static Refusal ScoreRange(string path, string found) => Make("RUB-0204", path, found, new("0 到 100", "0 to 100"),
        new("评分超出 0 到 100", "A score outside 0 to 100"));

    public static Refusal NoAnchor(string path, string found, string expected) => Make("RUB-0205", path, found, Words.Same(expected),
        new("事实与评分表任何一档都不相符，按缺失处理", "The fact fits no step of the table and counts as missing"), Severity.Warning);

    public static Refusal UnknownFact(string path, string found, string? near) => Make("RUB-0206", path, found, near is null ? new("评分表用到的事实", "a fact the rubric uses") : Words.Same(near),
        new($"评分表不用事实 {found}", $"The rubric does not use the fact {found}"), Severity.Warning);

    public static Refusal UnknownRubric(string path, string found, IEnumerable<string> known) => Make("RUB-0207", path, found, Words.Same(string.Join(" | ", known)),
        new("没有这个评分表", "There is no such rubric"));

    public static Refusal WithoutEvidence(string path, string value) => Make("RUB-0301", path, value, new("有来源的事实或评分", "a fact or score with a source"),
        new($"待核实：{path} 未附证据", $"To be verified: no evidence for {path}"), Severity.Warning);

    public static Refusal Missing(string path, Words title) => Make("RUB-0302", path, "—", title,
        new($"待核实：{title.Zh}", $"To be verified: {title.En}"), Severity.Warning);

    public static Refusal Thin(decimal coverage, decimal wanted) => Make("RUB-0303", "coverage", Figure.Text(Rounding.Decimals(coverage, 4)), new($"不低于 {Figure.Text(wanted)}", $"at least {Figure.Text(wanted)}"),
        new("证据不足，不评等级", "Evidence is insufficient: no grade"), Severity.Warning);

    public static Refusal Vetoed(Veto veto, string found) => Make("RUB-0304", $"facts.{veto.Fact}", found, new("不触发否决", "a value that fires no veto"),
        new($"否决项：{veto.Title.Zh}", $"Veto: {veto.Title.En}"), Severity.Warning);

    public static Refusal VetoUnknown(Veto veto) => Make("RUB-0305", $"facts.{veto.Fact}", "—", veto.Title,
        new($"待核实：否决项“{veto.Title.Zh}”没有事实", $"To be verified: no fact for the veto \"{veto.Title.En}\""), Severity.Warning);

    private static Refusal Make(string code, string path, string found, Words expected, Words message, Severity severity = Severity.Error) =>
        new() { Code = code, Path = path, Found = found, Expected = expected, Message = message, Severity = severity };
}
