using Zhirong.Engine.Appraisal.Concluding;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Income;
using Zhirong.Engine.Appraisal.Parameters;
using Zhirong.Engine.Appraisal.Simulation;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Groups;

/// <summary>Appraises a group: every method, the conclusion, its parts, its tests.</summary>
public static class GroupAppraisal
{
    /// <summary>
    /// A method that lacks a figure stays open and is listed; a guard that is broken, a conclusion without ground or a right
    /// counted twice refuses the whole.
    /// </summary>
    public static Result<GroupValue> Of(GroupCase of, ParameterSet parameters)
    {
        try
        {
            return Whole(of, parameters);
        }
        catch (OverflowException)
        {
            // Decimals and fen refuse what they cannot hold; the figures are at fault.
            return AppraisalRefusals.TooLarge();
        }
    }

    private static Result<GroupValue> Whole(GroupCase of, ParameterSet parameters)
    {
        var refusals = new List<Refusal>(ProductGroup.EachRightOnce([of.Group]));
        var quality = QualityGuard.Check(of.Methods, of.Pledge?.ByQuality == true, of.QualityConfirmed);
        if (quality?.Severity == Severity.Error)
        {
            refusals.Add(quality);
        }

        var (values, open) = (new List<MethodValue>(), new List<OpenMethod>());
        foreach (var method in of.Methods)
        {
            var value = method.Value(of.Terms);
            if (value.Ok)
            {
                values.Add(value.Value);
            }
            else if (value.Refusals.All(r => r.Code == "VAL-0101"))
            {
                open.Add(new(method.Id, method.Method, value.Refusals));
            }
            else
            {
                refusals.AddRange(value.Refusals.Select(r => r with { Path = Under(method.Id, r.Path) }));
            }
        }

        if (refusals.Count > 0)
        {
            return Result<GroupValue>.Refused(refusals);
        }

        var made = new GroupValue { Case = of, Methods = values, Open = open, Parameters = parameters.Versions };
        var warnings = new List<Refusal>([.. quality is null ? [] : new[] { quality }, .. KindWarnings(of, parameters.Presets), .. Unconsidered(of)]);
        return Concluded(made, parameters.Policy, warnings);
    }

    private static string Under(string method, string path) => path.StartsWith("methods.", StringComparison.Ordinal) || path.Contains('.') ? path : $"methods.{method}.{path}";

    private static Result<GroupValue> Concluded(GroupValue made, AppraisalPolicy policy, List<Refusal> warnings)
    {
        var of = made.Case;
        if (of.Conclusion is { } asked)
        {
            var conclusion = Reconciliation.Of(made.Methods, asked.Weights, asked.Reason, policy.Spread);
            if (!conclusion.Ok)
            {
                return Result<GroupValue>.Refused(conclusion.Refusals);
            }

            var total = conclusion.Value.Value;
            var parts = Allocation.Of(total.Fen < 0 ? Money.Zero : total, [.. of.Group.Rights.Select(r => r.Weight)]);
            if (!parts.Ok)
            {
                return Result<GroupValue>.Refused([.. parts.Refusals.Select(r => r with { Path = "group.rights" })]);
            }

            warnings.AddRange(conclusion.Value.Warnings);
            made = made with
            {
                Conclusion = conclusion.Value,
                Rights = [.. of.Group.Rights.Zip(parts.Value, (right, part) => new RightValue(right, part))],
                FirmTests = [.. AgainstFirm.Test(total, of.Firm, policy, warnings)],
                Bases = Bases(of, total, policy, warnings),
            };
        }

        warnings.AddRange(PurposeTests.Of(made));
        return Extended(made with { Warnings = warnings });
    }

    private static Result<GroupValue> Extended(GroupValue made)
    {
        var of = made.Case;
        if (of.Pledge is not null && made.Conclusion is null)
        {
            return AppraisalRefusals.Unknown("conclusion", new("质押价值所依据的评估结论", "the conclusion a pledge value rests on"));
        }

        if (of.Pledge is { } pledge && made.Conclusion is { } concluded)
        {
            var worth = PledgeValue.Of(concluded.Unrounded, pledge.Valid, pledge.FireSale, pledge.SellYears, pledge.Rate);
            if (!worth.Ok)
            {
                return Result<GroupValue>.Refused(worth.Refusals);
            }

            made = made with { Pledge = worth.Value };
        }

        if (of.Sensitivity is { } sensitivity)
        {
            if (Income(of, sensitivity.Method) is not { } income)
            {
                return NotIncome("sensitivity.method", sensitivity.Method, of);
            }

            var tornado = Sensitivity.Tornado(income, of.Terms, sensitivity.Part);
            var grid = sensitivity.Shares.Count == 0 || sensitivity.Rates.Count == 0 ? default(Result<SensitivityGrid>?) : Sensitivity.Grid(income, of.Terms, sensitivity.Shares, sensitivity.Rates);
            if (!tornado.Ok || grid is { Ok: false })
            {
                return Result<GroupValue>.Refused(tornado.Ok ? grid!.Value.Refusals : tornado.Refusals);
            }

            made = made with { Tornado = tornado.Value, Grid = grid?.Value };
        }

        return Moved(made);
    }

    private static Result<GroupValue> Moved(GroupValue made)
    {
        var of = made.Case;
        if (of.Simulation is { } simulation)
        {
            if (Income(of, simulation.Method) is not { } income || made.Methods.FirstOrDefault(m => m.Id == simulation.Method) is not { } value)
            {
                return NotIncome("simulation.method", simulation.Method, of);
            }

            made = made with { Simulated = new IncomeSimulation(simulation.Paths).Run(UncertainIncome.Of(income, value, simulation), simulation.Seed) };
        }

        if (of.RollForward is { } roll)
        {
            if (Income(of, roll.Method) is not { } income)
            {
                return NotIncome("roll_forward.method", roll.Method, of);
            }

            var rolled = RollForward.Of(income, of.Terms, roll.To, roll.Events);
            if (!rolled.Ok)
            {
                return Result<GroupValue>.Refused([.. rolled.Refusals.Select(r => r with { Path = $"roll_forward.{r.Path}" })]);
            }

            made = made with { Rolled = rolled.Value };
        }

        return made;
    }

    private static IncomeCase? Income(GroupCase of, string id) => of.Methods.OfType<IncomeCase>().FirstOrDefault(m => m.Id == id);

    private static Result<GroupValue> NotIncome(string path, string id, GroupCase of) =>
        AppraisalRefusals.UnknownMethod(path, id, string.Join(" | ", of.Methods.OfType<IncomeCase>().Select(m => m.Id)));

    private static IEnumerable<Refusal> KindWarnings(GroupCase of, AppraisalPresets presets)
    {
        foreach (var kind in of.Group.Rights.Select(r => r.Kind).Distinct())
        {
            if (presets.Of(kind) is not { } preset)
            {
                continue;
            }

            foreach (var method in of.Methods.Select(m => m.Method).Distinct().Where(m => !preset.Methods.Contains(m)))
            {
                yield return AppraisalRefusals.NotForKind(kind, method);
            }

            if (preset.Note is { } note)
            {
                yield return AppraisalRefusals.KindNote(kind, note);
            }
        }
    }

    private static IEnumerable<Refusal> Unconsidered(GroupCase of) =>
        new[] { Approach.Income, Approach.Cost, Approach.Market }
            .Where(a => of.Methods.All(m => m.Method.ApproachOf() != a) && !of.NotUsed.ContainsKey(a))
            .Select(AppraisalRefusals.ApproachUnconsidered);

    private static List<BasisValue> Bases(GroupCase of, Money total, AppraisalPolicy policy, List<Refusal> warnings)
    {
        Money? Limit(Basis basis) => policy.Largest.TryGetValue(basis, out var limit) ? limit : null;
        var ours = new BasisValue(Basis.Internal, total, "zhirong", of.Terms.BaseDate, Origin.Computed(of.Id), Limit(Basis.Internal));
        List<BasisValue> bases = [ours, .. of.Stated.Select(s => new BasisValue(s.Basis, s.Value, s.By, s.Date, s.Origin, Limit(s.Basis)))];
        warnings.AddRange(bases.Where(b => !b.IsWithin).Select(b => AppraisalRefusals.BasisTooLarge(b.Basis, b.Value, b.Limit!.Value)));
        return bases;
    }
}
