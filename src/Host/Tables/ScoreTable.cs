using Spectre.Console;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;

namespace Zhirong.Host.Tables;

/// <summary>Scores for people: one row a subject, and for a single subject the whole tree.</summary>
internal static class ScoreTable
{
    public static void Print(ScoreRequest request, IReadOnlyList<SubjectScore> scores, Language language)
    {
        var zh = language == Language.Zh;
        string[] heads = [zh ? "对象" : "subject", zh ? "号码" : "number", .. request.Rubric.Sides.Select(s => s.Title.In(language) + "#"), zh ? "总分#" : "total#", zh ? "等级" : "grade", zh ? "覆盖率#" : "coverage#"];
        var table = Page.Table($"{request.Rubric.Title.In(language)} {request.Rubric.Name} ({request.Rubric.Shape}) · {request.Scenario.Title.In(language)} · {request.Date:yyyy-MM-dd}", heads);
        foreach (var score in scores)
        {
            table.AddRow([Page.Plain(score.Subject.Title.In(language)), Page.Plain(score.Subject.Number), .. score.Sides.Select(s => Text(s.Score)), Text(score.Total), Grade(score, zh), Page.Percent(score.Coverage)]);
        }

        Page.Write(table);
        if (scores.Count == 1)
        {
            Tree(scores[0], zh, language);
        }

        foreach (var score in scores)
        {
            Page.Notes(score.Warnings, language);
        }

        Page.Line($"[grey]{Page.Plain(request.Rubric.Statement.In(language))}[/]");
    }

    private static void Tree(SubjectScore score, bool zh, Language language)
    {
        var table = Page.Table(zh ? "指标" : "indicators", zh ? "一级" : "level 1", zh ? "二级" : "level 2", zh ? "三级" : "level 3", zh ? "得分#" : "score#", zh ? "依据" : "ground", zh ? "来源" : "source");
        foreach (var (side, group) in score.Sides.SelectMany(s => s.Groups.Select(g => (s, g))))
        {
            foreach (var indicator in group.Indicators)
            {
                table.AddRow(side.Side.Title.In(language), $"{Page.Plain(group.Group.Title.In(language))} {Figure.Text(group.Group.Weight)}", Page.Plain($"{indicator.Indicator.Id} {indicator.Indicator.Title.In(language)}"),
                    Text(indicator.Score), Page.Plain(indicator.Ground.In(language)), Page.Plain(indicator.Input?.Origin.Source ?? "—"));
            }
        }

        Page.Write(table);
    }

    private static string Grade(SubjectScore score, bool zh) => score.Outcome switch
    {
        ScoreOutcome.Graded => Page.Plain(score.Grade!),
        ScoreOutcome.Vetoed => zh ? "[red]否决[/]" : "[red]vetoed[/]",
        _ => zh ? "[yellow]证据不足[/]" : "[yellow]insufficient[/]",
    };

    private static string Text(decimal? score) => score is { } known ? $"{known:0.00}" : "—";
}
