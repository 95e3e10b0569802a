using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Scoring;

/// <summary>What is found in a rubric that can be read (VAL-09): errors keep a text from being put up for approval, warnings do not.</summary>
public static class RubricFindings
{
    public static Refusal GradeNeverGiven(string grade, decimal from, decimal reach) => Make("VAL-0901", $"grades.{grade}", Figure.Text(from), new($"某一用途能达到的总分（最高 {Points(reach)}）", $"a total some use can reach (highest {Points(reach)})"),
        new($"任何用途都评不出 {grade} 级", $"No use can ever give the grade {grade}"), Severity.Error);

    public static Refusal GradeNotHere(string grade, Scenario use, TotalReach reach) => Make("VAL-0902", $"grades.{grade}", use.Id, new($"总分在 {Points(reach.Lowest)} 到 {Points(reach.Highest)} 之间", $"a total between {Points(reach.Lowest)} and {Points(reach.Highest)}"),
        new($"用途“{use.Title.Zh}”评不出 {grade} 级", $"The use \"{use.Title.En}\" never gives the grade {grade}"));

    public static Refusal AnchorNeverTaken(string path, int step, int before) => Make("VAL-0903", $"{path}.anchors.{step}", $"{step + 1}", new($"前面第 {before + 1} 档未包括的值", $"a value that step {before + 1} before it leaves"),
        new($"第 {step + 1} 档永远用不到：前面的档先取走", $"Step {step + 1} is never taken: a step before it takes its values"));

    public static Refusal VetoUse(string veto, string found, IEnumerable<string> known) => Make("VAL-0904", $"vetoes.{veto}.scenarios", found, Words.Same(string.Join(" | ", known)),
        new("否决项所指的用途不存在", "The veto names a use that is not there"), Severity.Error);

    public static Refusal WeighsNothing(string path, Words title) => Make("VAL-0905", path, "0", new("大于 0 的权重，或去掉该项", "a weight above 0, or the item left out"),
        new($"“{title.Zh}”在任何用途下都不计分", $"\"{title.En}\" counts in no use"));

    public static Refusal NoCoverage() => Make("VAL-0906", "coverage", "0", new("大于 0 的覆盖率", "a coverage above 0"),
        new("覆盖率为 0：每个一级指标只要有一项得分就会评级", "With a coverage of 0 one scored indicator a side is enough for a grade"));

    public static Refusal NoSuchGround(string path, string fact) => Make("VAL-0907", path, fact, new("评分表中某一自动指标的取值", "a value of an indicator scored from the same fact"),
        new($"否决项的取值与同一事实 {fact} 的评分档都不相符，请核对写法", $"The veto's word fits no step of the indicator on the same fact {fact}; look at its spelling"));

    private static string Points(decimal total) => Figure.Text(Rounding.Decimals(total, 2));

    private static Refusal Make(string code, string path, string found, Words expected, Words message, Severity severity = Severity.Warning) =>
        new() { Code = code, Path = path, Found = found, Expected = expected, Message = message, Severity = severity };
}
