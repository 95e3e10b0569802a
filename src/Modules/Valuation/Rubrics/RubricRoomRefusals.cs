using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Valuation.Rubrics;

/// <summary>The numbered refusals of rubrics in the room (VAL-091x), beside what is found in a text (VAL-090x).</summary>
internal static class RubricRoomRefusals
{
    public static Refusal FirstDayPassed(DateOnly found, DateOnly today) => ValuationRefusals.Make("VAL-0911", "text.effective.from", $"{found:yyyy-MM-dd}", new($"{today:yyyy-MM-dd} 或以后", $"{today:yyyy-MM-dd} or later"), new("生效日已过：评分表只向后生效", "The first day has passed; a rubric counts from its day on, never backwards"));

    public static Refusal NotYet(string rubric, DateOnly from) => ValuationRefusals.Make("VAL-0912", "rubric", rubric, new($"已生效的版本；这一版自 {from:yyyy-MM-dd} 起生效", $"a version in force; this one counts from {from:yyyy-MM-dd}"), new("这一版评分表尚未生效，只能试算", "That version of the rubric is not in force yet: it can be tried, nothing is kept by it"));

    public static Refusal NoScenario(string found, IEnumerable<string> known) => ValuationRefusals.Make("VAL-0913", "scenario", found, Words.Same(string.Join(" | ", known)), new("现行与草稿两版评分表都要有这一用途", "Both the rubric in force and the draft need this use"));

    public static Refusal NoneInForce(string code) => ValuationRefusals.Make("VAL-0914", "code", code, new("有现行版本的评分表", "a rubric with a version in force"), new("没有现行版本可比", "There is no version in force to compare with"));
}
