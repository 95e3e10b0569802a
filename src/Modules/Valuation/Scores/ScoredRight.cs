using System.Text;
using System.Text.Json.Nodes;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Drafting;
using Zhirong.Modules.Valuation.Rubrics;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Scores;

/// <summary>A right, or what is typed of one, scored: request, result and the facts it rests on.</summary>
internal sealed record ScoredRight(RightRow? Right, string Request, string Hash, string ResultZh, string ResultEn, SubjectScore Score, ScoreRequest Read, IReadOnlyList<FactView> Facts, string? RubricHash = null)
{
    /// <param name="rubric">A code: its text in force today; code/version: that version.</param>
    /// <param name="scores">By indicator, as a request writes them.</param>
    /// <param name="typed">Facts the register does not hold; where it does, what is typed counts.</param>
    /// <param name="keep">What is computed is to be kept: by a version that is in force or was.</param>
    public static Result<ScoredRight> Of(ZhirongContext read, ValuationDesk desk, Guid? right, string rubric, string scenario, DateOnly day, JsonObject scores, IReadOnlyList<TypedFact> typed, string? kind = null, bool keep = false)
    {
        var shelf = RubricShelf.Of(read, desk);
        var profile = right is { } id ? desk.Rights.Profile(read, id, day) : null;
        if (right is not null && profile is null)
        {
            return ValuationRefusals.Right("rightId", $"{right}");
        }

        if (RubricShelf.Named(shelf, rubric, desk.Today) is not { } chosen)
        {
            return RubricRefusals.UnknownRubric("rubric", rubric, shelf.Select(r => r.Rubric.Name));
        }

        var scored = keep && chosen.From > desk.Today ? RubricRoomRefusals.NotYet(chosen.Rubric.Name, chosen.From) : By(read, desk, profile, chosen.Rubric, scenario, day, scores, typed, kind);
        return scored.Ok ? scored.Value with { RubricHash = chosen.Hash } : scored;
    }

    /// <summary>A right, or what is typed of one, by a rubric at hand, whether or not anybody keeps it.</summary>
    public static Result<ScoredRight> By(ZhirongContext read, ValuationDesk desk, RightProfile? profile, Rubric chosen, string scenario, DateOnly day, JsonObject scores, IReadOnlyList<TypedFact> typed, string? kind = null)
    {
        List<FactView> facts = [.. typed.Select(f => new FactView(f.Name, f.Value, f.Source, f.Kind ?? "evidence", f.Date, false))];
        if (profile is not null)
        {
            facts.AddRange(RegisterFacts.Of(profile, chosen, IncomeShare(read, desk, profile)).Where(f => !typed.Any(t => t.Name == f.Name)).Select(f => new FactView(f.Name, f.Value, f.Source, f.Kind, f.Day, true)));
        }

        var request = Asked(profile?.Right, chosen, scenario, day, facts, scores, kind);
        var text = RequestText.Canonical(request);
        var asked = ScoreRequestReader.Read(Encoding.UTF8.GetBytes(text), [chosen], desk.Parameters.Presets.KindWords);
        if (!asked.Ok)
        {
            return Result<ScoredRight>.Refused([.. asked.Refusals.Select(Placeless)]);
        }

        var score = Scorer.Of(asked.Value.Rubric, asked.Value.Scenario, asked.Value.Subjects[0]);
        if (!score.Ok)
        {
            return Result<ScoredRight>.Refused([.. score.Refusals.Select(Placeless)]);
        }

        var hash = RequestText.Hash(text);
        return new ScoredRight(profile?.Right, text, hash, Written(Language.Zh), Written(Language.En), score.Value, asked.Value, facts);

        string Written(Language language) => RequestText.Written(writer => ScoreResultJson.Write(writer, asked.Value, [score.Value], hash, ValuationDesk.Engine, language));
    }

    public ScoreSheet Sheet(Guid id, Viewer viewer, string reason, long at) => new()
    {
        Id = id,
        OwnerId = viewer.Organisation,
        RightId = Right!.Id,
        RightNumber = Right.Number,
        Rubric = Read.Rubric.Id,
        RubricVersion = Read.Rubric.Version,
        RubricHash = RubricHash,
        Scenario = Read.Scenario.Id,
        Day = Read.Date,
        Request = Request,
        InputHash = Hash,
        ResultZh = ResultZh,
        ResultEn = ResultEn,
        Outcome = Score.Outcome switch { ScoreOutcome.Graded => "graded", ScoreOutcome.Vetoed => "vetoed", _ => "insufficient" },
        Total = Score.Total is { } total ? (long)Rounding.Decimals(total * 1_000_000m, 0) : null,
        Grade = Score.Grade,
        Coverage = (long)Rounding.Decimals(Score.Coverage * 1_000_000m, 0),
        Typed = string.Join('\n', Facts.Where(f => !f.FromRegister).Select(f => f.Name)),
        Reason = reason,
        At = at,
        By = viewer.Person,
    };

    /// <summary>Experts' scores as a request writes them: whose they are and what they rest on.</summary>
    public static JsonObject Experts(IReadOnlyList<ExpertScore> scores, string person, DateOnly day)
    {
        var written = new JsonObject();
        foreach (var score in scores)
        {
            written[score.Indicator] = Stated.Figure(score.Score, $"{person}{(string.IsNullOrWhiteSpace(score.Basis) ? "" : $"：{score.Basis.Trim()}")}", "assumption", day);
        }

        return written;
    }

    private static JsonObject Asked(RightRow? right, Rubric rubric, string scenario, DateOnly day, IReadOnlyList<FactView> facts, JsonObject scores, string? kind)
    {
        var subject = new JsonObject { ["id"] = right is null ? "subject" : $"{right.Id:D}", ["kind"] = right?.Kind ?? kind ?? "invention" };
        if (right is not null)
        {
            (subject["number"], subject["zh"]) = (right.Number, right.Title);
        }

        var said = new JsonObject();
        foreach (var fact in facts)
        {
            said[fact.Name] = Stated.Origin(new() { ["value"] = fact.Value }, fact.Source, fact.Kind, fact.Date);
        }

        (subject["facts"], subject["scores"]) = (said, scores.DeepClone());
        return new() { ["schema"] = ScoreRequestReader.Schema, ["id"] = "score", ["date"] = Stated.Day(day), ["rubric"] = rubric.Name, ["scenario"] = scenario, ["subjects"] = new JsonArray(subject) };
    }

    /// <summary>What the products that use the right earned of all the firm earned, in the newest year both are known.</summary>
    private static RegisterFact? IncomeShare(ZhirongContext read, ValuationDesk desk, RightProfile profile)
    {
        if (profile.Products.Select(p => p.Firm).Distinct().ToList() is not [var only] || desk.Rights.Firm(read, only) is not { } firm)
        {
            return null;
        }

        foreach (var statement in firm.Statements.Where(s => s.Months == 12 && s.PeriodEnd <= profile.Day && s.Figures.ContainsKey("revenue")).OrderByDescending(s => s.PeriodEnd))
        {
            var income = profile.Products.SelectMany(p => p.Income).Where(i => i.Year == statement.PeriodEnd.Year).ToList();
            var whole = Amount(statement.Figures["revenue"]);
            if (income.Count > 0 && whole > 0)
            {
                var share = Rounding.Decimals(income.Sum(i => Amount(i.Revenue)) / whole, 6);
                return new("product_revenue_share", Stated.Number(share), $"{income[0].Source} ÷ {statement.Source}", statement.PeriodEnd, "computed");
            }
        }

        return null;
    }

    private static decimal Amount(string yuan) => decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture);

    private static Refusal Placeless(Refusal refusal) => refusal with { Line = 0, Column = 0 };
}
