using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Scores;

/// <summary>An expert's score of one indicator.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="Basis">What it rests on.</param>
public sealed record ExpertScore(string Indicator, string Score, string? Basis = null);

/// <summary>A fact the register does not hold.</summary>
/// <param name="Kind">evidence (left out), contract, published, assumption, computed.</param>
public sealed record TypedFact(string Name, string Value, string Source, string? Kind = null, DateOnly? Date = null);

/// <param name="RightId">Its facts are read from the register; left out, only those typed count.</param>
/// <param name="Rubric">Code, or code/version.</param>
/// <param name="Day">Left out, today.</param>
public sealed record ScoreAsked(string Rubric, string Scenario, IReadOnlyList<ExpertScore> Scores, Guid? RightId = null, IReadOnlyList<TypedFact>? Facts = null, DateOnly? Day = null, string? Kind = null);

/// <param name="Reason">Why it is kept.</param>
public sealed record KeepScoreRequest(Guid RightId, string Rubric, string Scenario, IReadOnlyList<ExpertScore> Scores, string Reason, IReadOnlyList<TypedFact>? Facts = null, DateOnly? Day = null);

/// <param name="RightIds">At most 200.</param>
public sealed record RenewScoresRequest(IReadOnlyList<Guid> RightIds, string Rubric, string Scenario, string Reason, DateOnly? Day = null);

/// <param name="Result"><c>zhirong/score-result/v1</c>, sentences in the reader's language.</param>
/// <param name="Facts">What was scored by, with source and day.</param>
public sealed record CalculatedScore(JsonElement Result, IReadOnlyList<FactView> Facts);

/// <param name="FromRegister">Read from the register, not typed.</param>
public sealed record FactView(string Name, string Value, string Source, string Kind, DateOnly? Date, bool FromRegister);

/// <summary>A kept score sheet.</summary>
/// <param name="Total">Points; null where a side has no score or a veto stops it.</param>
/// <param name="Coverage">Part of the weights that has a score.</param>
/// <param name="RubricHash">SHA-256 of the rubric's text it was made by; null on sheets kept before it was written down.</param>
public sealed record ScoreSheetView(Guid Id, Guid RightId, string RightNumber, string Rubric, string RubricVersion, string Scenario, DateOnly Day, string Outcome, string? Total, string? Grade, string Coverage, string Reason, string At, string By, JsonElement Request, JsonElement Result, string? RubricHash)
{
    internal static ScoreSheetView Of(ScoreSheet s, Language language) => new(
        s.Id, s.RightId, s.RightNumber, s.Rubric, s.RubricVersion, s.Scenario, s.Day, s.Outcome, Points(s.Total), s.Grade, Points(s.Coverage)!, s.Reason, Instant.Text(s.At), s.By, RequestText.Element(s.Request), RequestText.Element(language == Language.En ? s.ResultEn : s.ResultZh), s.RubricHash);

    internal static string? Points(long? millionths) => millionths is { } known ? Drafting.Stated.Number(known / 1_000_000m) : null;
}

/// <summary>The score sheets of a right, the newest first.</summary>
public sealed record ScoreSheetList(IReadOnlyList<ScoreSheetView> Rows);

/// <summary>A right scored anew: what it had, what it has.</summary>
public sealed record RenewedScore(Guid RightId, string RightNumber, string? TotalBefore, string? GradeBefore, ScoreSheetView Sheet);

/// <param name="Without">Rights that have no sheet of this rubric to carry on from.</param>
public sealed record RenewedScores(IReadOnlyList<RenewedScore> Rows, IReadOnlyList<Guid> Without);
