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
        Conflicts(stage, register, parameters, refusals);
        if (stage.LintError is { } error)
        {
            stage.Outputs.Refuse("licences.fees", error);
            stage.Outputs.Refuse("licences.royalties", error);
            return;
        }

        var flows = LicenceFlows.Of(DealResolver.Resolve(Licensed(stage.Definition, register), stage.References.Holidays).Value);
        Fees(stage, register, [.. flows.Where(f => f.Out)]);
        Royalties(stage, register, [.. flows.Where(f => !f.Out)]);
    }

    /// <summary>The deal with every obligor's licences from the register.</summary>
    private static DealDefinition Licensed(DealDefinition deal, LicenceRegister register) => deal with
    {
        Pool = deal.Pool with
        {
            Obligors = [.. deal.Pool.Obligors.Select(o => o with
            {
                FirstLicence = register.First.FirstOrDefault(l => l.Firm == o.Id)?.Terms,
                BackLicence = register.Back.FirstOrDefault(l => l.Firm == o.Id)?.Terms,
            })],
        },
    };

    /// <summary>One fee out at closing for each first licence; compared with the deal's principal and closing.</summary>
    private static void Fees(Stage stage, LicenceRegister register, IReadOnlyList<LicenceFlow> fees)
    {
        var (deal, outputs) = (stage.Definition, stage.Outputs);
        Record(outputs, "licence_fee", fees);
        var paths = register.First.Select(l => $"licences.{l.Id}.fee").ToList();
        var differ = deal.Pool.Obligors
            .Where(o => fees.Count(f => f.Obligor == o.Id && f.Amount == o.Principal && f.Date == deal.Dates.Closing) != 1)
            .Select(o => o.Id).ToList();
        outputs.Add("licences.fees", CaseValue.Of(Named(register, fees).Count(f => f.Date == deal.Dates.Closing)), new("设立日支付、写明许可编号的许可费笔数", "licence fees paid at closing, each naming its licence"), "licences");
        outputs.Add("licences.fees.sum", CaseValue.Of(Sum(fees)), new($"{fees.Count} 笔许可费之和", $"sum of {fees.Count} licence fees"), paths);
        outputs.Add(
            "licences.fees.differ",
            CaseValue.Of(differ.Count),
            differ.Count == 0 ? new("每户许可费等于其本金，日期为设立日", "every firm's fee is its principal, on the closing date") : Words.Same(string.Join("、", differ)),
            [.. paths, .. stage.Origins("deal.dates.closing")]);
    }

    /// <summary>The dated royalties of the licences back, beside what the deal run collects.</summary>
    private static void Royalties(Stage stage, LicenceRegister register, IReadOnlyList<LicenceFlow> royalties)
    {
        var outputs = stage.Outputs;
        Record(outputs, "royalty", royalties);
        var dates = royalties.Select(r => r.Date).Distinct().Count();
        outputs.Add("licences.royalties", CaseValue.Of(Named(register, royalties).Count()), new("写明反授权编号的许可费笔数", "royalties, each naming its licence back"), "licences");
        outputs.Add(
            "licences.royalties.sum",
            CaseValue.Of(Sum(royalties)),
            new($"{register.Back.Count} 份反授权、{dates} 个日期的许可费之和", $"royalties of {register.Back.Count} licences back on {dates} dates"),
            stage.Origins("deal.pool.contract.rate"));
        Differ(stage, royalties.GroupBy(r => r.Date).ToDictionary(d => d.Key, Sum));
    }

    /// <summary>On how many dates the royalties are not what the deal run collected.</summary>
    private static void Differ(Stage stage, Dictionary<DateOnly, Money> royalties)
    {
        using var run = new ExactMachine(stage.Deal.Deal!).Run(ResolvedScenario.Base);
        var collected = Enumerable.Range(0, run.Deal.PeriodCount)
            .ToDictionary(k => run.Deal.Periods[k].Date, k => Money.OfFen(run.Period(k).Interest + run.Period(k).Principal + run.Period(k).Recovery));
        var differ = royalties.Keys.Union(collected.Keys).Order()
            .Where(d => royalties.GetValueOrDefault(d, Money.Zero) != collected.GetValueOrDefault(d, Money.Zero)).ToList();
        var total = Money.OfFen(collected.Values.Sum(c => c.Fen));
        stage.Outputs.Add(
            "licences.royalties.differ",
            CaseValue.Of(differ.Count),
            differ.Count == 0
                ? new($"{collected.Count} 个兑付日逐日与资产池收款相等，合计 {total}", $"equal to the pool's collections on each of {collected.Count} dates, in all {total}")
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
            var terms = new LicenceTerms { Id = id, Exclusive = exclusive, Rights = rights, Date = stage.Date(item, "date", refusals)?.Value };
            item.Finish();
            LicenceRegister.KnownRights(stage, item, rights, null, refusals);
            var found = LicenceLint.Conflicts([.. known, (item.Path, terms)], closing).Skip(own.Count).ToList();
            var detail = string.Join(", ", rights);
            stage.Outputs.Add($"licences.try.{id}", CaseValue.Decision(found, detail), found.Count == 0 ? new($"独占 {detail}", $"exclusive on {detail}") : found[0].Expected, "licences");
        }
    }

    /// <summary>The flows whose licence stands in the register for that firm.</summary>
    private static IEnumerable<LicenceFlow> Named(LicenceRegister register, IReadOnlyList<LicenceFlow> flows) =>
        flows.Where(f => register.All.Any(l => l.Id == f.Licence && l.Firm == f.Obligor));

    private static void Record(Outputs outputs, string kind, IReadOnlyList<LicenceFlow> flows)
    {
        for (var i = 0; i < flows.Count; i++)
        {
            var flow = flows[i];
            outputs.Record(kind, $"{kind}.{i + 1}", ("licence", flow.Licence), ("firm", flow.Obligor), ("date", $"{flow.Date:yyyy-MM-dd}"), ("amount", $"{flow.Amount}"));
        }
    }

    private static Money Sum(IEnumerable<LicenceFlow> flows) => Money.OfFen(flows.Sum(f => f.Amount.Fen));
}
