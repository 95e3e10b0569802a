using Zhirong.Cases.Values;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;

namespace Zhirong.Cases.Plays;

/// <summary>
/// Reads the deal back and runs it without a scenario: <c>notes.size</c>, <c>notes.appraised</c>, <c>notes.advance</c>, <c>notes.closing</c>, <c>notes.term</c>,
/// <c>notes.obligors</c>, <c>notes.obligor.N01.principal</c>, <c>notes.A.size|coupon|rating|interest|interest_dates|principal|unpaid|irr</c>.
/// </summary>
internal sealed class NotesPlay : IPlay
{
    public string Name => "notes";

    public void Play(Stage stage, FieldReader parameters, List<Refusal> refusals)
    {
        Terms(stage);
        if (stage.LintError is { } error)
        {
            stage.Outputs.Refuse(Name, error);
            return;
        }

        using var run = new ExactMachine(stage.Deal.Deal!).Run(ResolvedScenario.Base);
        foreach (var tranche in DealSummary.Of(run))
        {
            Flows(stage, run, tranche);
        }
    }

    private static void Terms(Stage stage)
    {
        var (deal, outputs) = (stage.Definition, stage.Outputs);
        void Read(string name, CaseValue value, string path) => outputs.Add($"notes.{name}", value, Words.Same(path), stage.Origins(path));

        Read("size", CaseValue.Of(deal.Size), "deal.size");
        if (deal.Pool.AppraisedInAll is { } appraised && appraised > Money.Zero)
        {
            var from = stage.Origins(deal.Pool.Appraised is null ? "deal.pool.obligors" : "deal.pool.appraised");
            outputs.Add("notes.appraised", CaseValue.Of(appraised), new("权利的评估值合计", "appraised value of the rights"), from);
            outputs.Add("notes.advance", CaseValue.Rate(Rounding.Decimals(deal.Size.Yuan / appraised.Yuan, 4)), new("融资额 ÷ 评估值", "finance over appraised value"), [.. from, .. stage.Origins("deal.size")]);
        }

        Read("closing", CaseValue.Of(deal.Dates.Closing), "deal.dates.closing");
        outputs.Add("notes.obligors", CaseValue.Of(deal.Pool.Obligors.Count), new("资产池债务人条数", "obligors of the pool"), "deal.pool.obligors");
        var (closing, maturity) = (deal.Dates.Closing, deal.Dates.ExpectedMaturity);
        outputs.Add("notes.term", CaseValue.Of(Years(closing, maturity)), new($"{closing:yyyy-MM-dd} 至 {maturity:yyyy-MM-dd}", $"{closing:yyyy-MM-dd} to {maturity:yyyy-MM-dd}"),
            stage.Origins("deal.dates.closing", "deal.dates.expected_maturity"));
        foreach (var obligor in deal.Pool.Obligors)
        {
            Read($"obligor.{obligor.Id}.principal", CaseValue.Of(obligor.Principal), $"deal.pool.obligors.{obligor.Id}.principal");
        }

        foreach (var tranche in deal.Tranches)
        {
            var path = $"deal.tranches.{tranche.Id}";
            Read($"{tranche.Id}.size", CaseValue.Of(tranche.Size), $"{path}.size");
            Read($"{tranche.Id}.coupon", CaseValue.Rate(tranche.Coupon), $"{path}.coupon");
            Read($"{tranche.Id}.rating", CaseValue.Of(tranche.Rating ?? "—"), $"{path}.rating");
        }
    }

    /// <summary>Whole years, and the days left over the days of the year they lie in, to four decimals.</summary>
    private static decimal Years(DateOnly from, DateOnly to)
    {
        var years = to.Year - from.Year;
        years -= from.AddYears(years) > to ? 1 : 0;
        var (begun, next) = (from.AddYears(years), from.AddYears(years + 1));
        return years + Rounding.Decimals((to.DayNumber - begun.DayNumber) / (decimal)(next.DayNumber - begun.DayNumber), 4);
    }

    private static void Flows(Stage stage, DealRun run, TrancheSummary sums)
    {
        var path = $"deal.tranches.{sums.Tranche}";
        var (size, coupon) = (stage.Origins($"{path}.size"), stage.Origins($"{path}.coupon"));
        void Publish(string what, CaseValue value, Words formula, IEnumerable<string> from) =>
            stage.Outputs.Add($"notes.{sums.Tranche}.{what}", value, formula, from);

        Publish("interest", CaseValue.Of(sums.Interest), Interest(run, sums.Tranche), [.. size, .. coupon, .. stage.Origins("deal.dates.closing")]);
        var line = run.Line($"{sums.Tranche}.interest");
        Publish("interest_dates", CaseValue.Of(line < 0 ? 0 : Enumerable.Range(0, run.Deal.PeriodCount).Count(k => run.PaidFen(k, line) > 0)), new("付息的兑付日", "dates on which interest is paid"), stage.Origins("deal.dates.payment_dates"));
        Publish("principal", CaseValue.Of(sums.Principal), Sum(run, $"{sums.Tranche}.principal"), size);
        Publish("residual", CaseValue.Of(sums.Residual), Sum(run, $"{sums.Tranche}.residual"), size);
        Publish("unpaid", CaseValue.Of(sums.Unpaid), new("末次兑付后的本金余额与欠息", "principal and interest left after the last date"), size);
        Publish(
            "irr",
            sums.Irr is { } irr ? CaseValue.Rate(irr) : CaseValue.Missing(new("没有唯一的内部收益率", "there is no single internal rate")),
            new("兑付额对发行额的 XIRR", "XIRR of what is paid against the size"),
            coupon);
    }

    /// <summary>The one date's own formula, or the sum over dates.</summary>
    private static Words Interest(DealRun run, string tranche) =>
        run.Deal.PeriodCount == 1 && LineReason.Of(run, 1, $"{tranche}.interest") is { Ok: true } reasons
            ? reasons.Value[0].Formula
            : Sum(run, $"{tranche}.interest");

    private static Words Sum(DealRun run, string line)
    {
        var index = run.Line(line);
        var paid = Enumerable.Range(0, run.Deal.PeriodCount).Select(k => run.PaidFen(k, index)).Where(fen => fen != 0).ToList();
        return paid.Count <= 1
            ? new($"一次支付 {line}", $"one payment of {line}")
            : new($"{paid.Count} 期 {line} 之和，首期 {Money.FenText(paid[0])}", $"sum of {line} over {paid.Count} dates, the first {Money.FenText(paid[0])}");
    }
}
