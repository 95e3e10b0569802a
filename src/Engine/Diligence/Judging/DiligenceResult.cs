using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Checklists;

namespace Zhirong.Engine.Diligence.Judging;

/// <summary>One right's part of the result.</summary>
public sealed record RightResult(RightSubject Right, Tally Tally, Conclusion Conclusion);

/// <summary>A checklist answered: items, three grades, what is open, the effect on value, the conclusion.</summary>
public sealed record DiligenceResult(DiligenceCase Case, Checklist Checklist, IReadOnlyList<ItemAnswer> Answers, IReadOnlyList<RightResult> Rights, Tally Tally, Conclusion Conclusion, ValueEffects? Effects)
{
    public IEnumerable<ItemAnswer> Findings => Answers.Where(a => a.State == AnswerState.Finding);

    public IEnumerable<ItemAnswer> Unknowns => Answers.Where(a => a.State == AnswerState.Unknown);

    /// <summary>Effects on value only where every right has its part.</summary>
    public static DiligenceResult Of(DiligenceCase of, Checklist list)
    {
        var answers = Examination.Of(of, list);
        var byRight = answers.Where(a => a.RightId is not null).ToLookup(a => a.RightId!);
        var rights = of.Rights.Select(right =>
        {
            var tally = Tally.Of([.. byRight[right.Id]]);
            return new RightResult(right, tally, Judging.Conclusion.Of(list.RightConclusions, tally, 1, tally.Fatal > 0 ? 1 : 0));
        }).ToList();
        var whole = Tally.Of([.. answers]);
        return new(
            of, list, answers, rights, whole,
            Judging.Conclusion.Of(list.CaseConclusions, whole, rights.Count, rights.Count(r => r.Conclusion.Answer == ConclusionAnswer.No)),
            of.Rights.Count > 0 && of.Rights.All(r => r.Value is not null) ? Judging.Effects.Apply([.. of.Rights.Select(r => new RightPart(r.Id, r.Value!.Value))], answers) : null);
    }
}
