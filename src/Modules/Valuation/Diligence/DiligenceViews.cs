using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Judging;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Diligence;

/// <summary>A diligence as lists show it.</summary>
/// <param name="Answer">no, open, conditions, yes.</param>
/// <param name="Before">Value of the rights in the appraisal it was held against, yuan; null without one.</param>
public sealed record DiligenceRow(
    Guid Id, Guid? FirmId, string FirmName, DateOnly Day, string Purpose, string Checklist, int Rights, int Items, int Fatal, int Major, int Minor, int Unknown, string Answer, string AnswerTitle, string? Before, string? After, Guid? AppraisalId, string MadeAt, string MadeBy)
{
    internal static DiligenceRow Of(DiligenceFile f, Language language) => new(
        f.Id, f.FirmId, f.FirmName, f.Day, f.Purpose, f.Checklist, f.Rights, f.Items, f.Fatal, f.Major, f.Minor, f.Unknown, f.Answer, Conclusion.Title((ConclusionAnswer)Conclusion.AnswerWords.ToList().IndexOf(f.Answer)).In(language), Shown.Yuan(f.BeforeFen), Shown.Yuan(f.AfterFen), f.AppraisalId, Instant.Text(f.MadeAt), f.MadeBy);
}

/// <summary>What became of an item since the diligence before.</summary>
/// <param name="Was">clear, finding, unknown with grade and finding; null where it was not asked.</param>
public sealed record DiligenceChange(string Item, string Title, string? Right, string? RightNumber, string? Was, string? Now);

/// <param name="PreviousId">Null for the first one of a firm and purpose.</param>
public sealed record DiligenceSince(Guid? PreviousId, DateOnly? PreviousDay, IReadOnlyList<DiligenceChange> Changes);

/// <summary>A diligence with its whole result.</summary>
/// <param name="Request"><c>zhirong/diligence-request/v1</c>.</param>
/// <param name="Result"><c>zhirong/diligence-result/v1</c>.</param>
public sealed record DiligenceDetail(DiligenceRow Row, JsonElement Request, JsonElement Result, DiligenceSince Since);

/// <summary>Answered and not kept.</summary>
public sealed record DiligenceCalculated(JsonElement Request, JsonElement Result);

/// <summary>An answer of a person.</summary>
public sealed record FactAnswer(Guid Id, string Subject, Guid SubjectId, string Fact, string FactTitle, string Value, DateOnly? HappenedOn, string Source, DateOnly SourceDate, string Note, string At, string By, bool Stands);
