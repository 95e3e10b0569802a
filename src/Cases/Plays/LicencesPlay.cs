using Zhirong.Cases.Reading;
using Zhirong.Cases.Values;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Lint;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Cases.Plays;

/// <summary>
/// 专利二次许可: every firm licenses its rights out for a fee at closing and takes a licence back for royalties. Publishes
/// <c>licences.fees</c>, <c>licences.fees.sum</c>, <c>licences.fees.differ</c>, <c>licences.royalties</c>,
/// <c>licences.royalties.sum</c>, <c>licences.royalties.differ</c>, <c>licences.first|back</c>, <c>licences.conflicts</c>,
/// <c>licences.try.ID</c>.
/// </summary>
internal sealed class LicencesPlay : IPlay
{
    public string Name => "licences";

    public void Play(Stage stage, FieldReader parameters, List<Refusal> refusals)
    {
        var register = LicenceRegister.Read(stage);
        stage.Outputs.Add("licences.first", CaseValue.Of(register.First.Count), new("首次许可条数", "first licences"), "licences");
        stage.Outputs.Add("licences.back", CaseValue.Of(register.Back.Count), new("反授权条数", "licences back"), "licences");
        Fees(stage, register);
        Royalties(stage, register);
        Conflicts(stage, register, parameters, refusals);
    }

    /// <summary>One fee out at closing for each first licence; compared with the deal's principal and closing.</summary>
    private static void Fees(Stage stage, LicenceRegister register)
    {
        var (deal, outputs) = (stage.Definition, stage.Outputs);
        foreach (var licence in register.First)
        {
            outputs.Record("licence_fee", $"fee.{licence.Id}", ("licence", licence.Id), ("firm", licence.Firm), ("date", $"{licence.Date:yyyy-MM-dd}"), ("amount", $"{licence.Fee}"));
        }

        var paths = register.First.Select(l => $"licences.{l.Id}.fee").ToList();
        var differ = deal.Pool.Obligors
            .Where(o => register.First.Count(l => l.Firm == o.Id && l.Fee == o.Principal && l.Date == deal.Dates.Closing) != 1)
            .Select(o => o.Id).ToList();
        outputs.Add("licences.fees", CaseValue.Of(register.First.Count(l => l.Fee > Money.Zero)), new("设立日支付、各写明许可编号的费用笔数", "fees paid at closing, each naming its licence"), "licences");
        outputs.Add("licences.fees.sum", CaseValue.Of(Sum(register.First.Select(l => l.Fee))), new($"{register.First.Count} 笔许可费之和", $"sum of {register.First.Count} licence fees"), paths);
        outputs.Add(
            "licences.fees.differ",
            CaseValue.Of(differ.Count),
            differ.Count == 0 ? new("每户许可费等于其本金，日期为设立日", "every firm's fee is its principal, on the closing date") : Words.Same(string.Join("、", differ)),
            [.. paths, .. stage.Origins("deal.dates.closing")]);
    }

    /// <summary>The dated royalties of each licence back, from the deal's contract terms.</summary>
    private static void Royalties(Stage stage, LicenceRegister register)
    {
        if (stage.LintError is { } error)
        {
            stage.Outputs.Refuse("licences.royalties", error);
            return;
        }

        var (deal, outputs) = (stage.Definition, stage.Outputs);
        var byDate = new SortedDictionary<DateOnly, long>();
        var count = 0;
        foreach (var licence in register.Back)
        {
            var obligor = deal.Pool.Obligors.First(o => o.Id == licence.Firm);
            foreach (var row in ContractSchedule.Build(obligor.Principal.Fen, obligor.Contract, deal.Dates, deal.Money.Rounding))
            {
                byDate[row.DueDate] = byDate.GetValueOrDefault(row.DueDate) + row.Interest + row.Principal;
                outputs.Record("royalty", $"{licence.Id}.{++count}", ("licence", licence.Id), ("of", licence.Of), ("firm", licence.Firm), ("date", $"{row.DueDate:yyyy-MM-dd}"), ("amount", Money.FenText(row.Interest + row.Principal)));
            }
        }

        var rate = stage.Origins("deal.pool.contract.rate");
        outputs.Add("licences.royalties", CaseValue.Of(count), new("反授权许可费笔数，各写明许可编号", "royalties, each naming its licence"), "licences");
        outputs.Add("licences.royalties.sum", CaseValue.Of(Money.OfFen(byDate.Values.Sum())), new($"{register.Back.Count} 份反授权、{byDate.Count} 个日期的许可费之和", $"royalties of {register.Back.Count} licences back on {byDate.Count} dates"), rate);
        Differ(stage, byDate);
    }

    /// <summary>On how many dates the royalties are not what the deal run collected.</summary>
    private static void Differ(Stage stage, SortedDictionary<DateOnly, long> byDate)
    {
        using var run = new ExactMachine(stage.Deal.Deal!).Run(ResolvedScenario.Base);
        var collected = Enumerable.Range(0, run.Deal.PeriodCount)
            .ToDictionary(k => run.Deal.Periods[k].Date, k => run.Period(k).Interest + run.Period(k).Principal + run.Period(k).Recovery);
        var differ = byDate.Keys.Union(collected.Keys).Order().Where(d => byDate.GetValueOrDefault(d) != collected.GetValueOrDefault(d)).ToList();
        stage.Outputs.Add(
            "licences.royalties.differ",
            CaseValue.Of(differ.Count),
            differ.Count == 0
                ? new($"{collected.Count} 个兑付日逐日与资产池收款相等，合计 {Money.FenText(collected.Values.Sum())}", $"equal to the pool's collections on each of {collected.Count} dates, in all {Money.FenText(collected.Values.Sum())}")
                : new($"自 {differ[0]:yyyy-MM-dd} 起不等", $"different from {differ[0]:yyyy-MM-dd}"),
            "licences");
    }

    private static void Conflicts(Stage stage, LicenceRegister register, FieldReader parameters, List<Refusal> refusals)
    {
        var closing = stage.Definition.Dates.Closing;
        var known = register.First.Select(l => (Path: $"licences.{l.Id}", l.Terms)).ToList();
        var own = LicenceLint.Conflicts(known, closing);
        stage.Outputs.Add("licences.conflicts", CaseValue.Of(own.Count), own.Count == 0 ? new("没有重复的独占许可", "no right is licensed exclusively twice") : own[0].Message, "licences");
        foreach (var (id, item) in parameters.Node("tries") is { } tries ? Rows.Of(tries, parameters.Join("tries"), refusals) : [])
        {
            var exclusive = item.Flag("exclusive") ?? true;
            var rights = CaseReader.Texts(item, "rights", required: true);
            var terms = new LicenceTerms(id, exclusive, rights, stage.Date(item, "date", refusals)?.Value, null, null);
            item.Finish();
            LicenceRegister.KnownRights(stage, item, rights, null, refusals);
            var found = LicenceLint.Conflicts([.. known, (item.Path, terms)], closing).Skip(own.Count).ToList();
            var detail = string.Join(", ", rights);
            stage.Outputs.Add($"licences.try.{id}", CaseValue.Decision(found, detail), found.Count == 0 ? new($"独占 {detail}", $"exclusive on {detail}") : found[0].Expected, "licences");
        }
    }

    private static Money Sum(IEnumerable<Money> amounts) => Money.OfFen(amounts.Sum(a => a.Fen));
}
