using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Lint;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Resolve;

/// <summary>Joins the terms as agreed with calendars into a deal that can be computed.</summary>
public static class DealResolver
{
    /// <summary>
    /// Resolves a deal. Refuses only what cannot be computed at all (unknown targets, expressions that do not compile);
    /// other lint errors are the caller's choice.
    /// </summary>
    /// <param name="deal">The terms.</param>
    /// <param name="holidays">Published holidays; dates in other years run on weekends only and are provisional.</param>
    public static Result<ResolvedDeal> Resolve(DealDefinition deal, HolidayTable holidays) => Resolve(deal, DealLint.Check(deal), holidays);

    /// <summary>The same with the deal's lint findings at hand.</summary>
    internal static Result<ResolvedDeal> Resolve(DealDefinition deal, IReadOnlyList<Refusal> findings, HolidayTable holidays)
    {
        var blocking = findings.Where(f => f.Severity == Severity.Error && Blocks(f.Code)).ToList();
        if (blocking.Count > 0)
        {
            return Result<ResolvedDeal>.Refused(blocking);
        }

        var warnings = new List<Refusal>();
        var periods = PeriodResolver.Periods(deal, holidays, warnings);
        var lines = new LineNames(deal);
        var loans = LoanResolver.Loans(deal, periods);
        var orders = new OrderCompiler(deal, lines, periods);
        var compiled = orders.Compile();
        return new ResolvedDeal
        {
            Definition = deal,
            Periods = periods,
            Warnings = [.. warnings.Select(w => DealLint.Locate(deal.Source, w))],
            Lines = lines.All,
            Loans = loans,
            Base = LoanResolver.Total(loans, periods.Count),
            Tranches = [.. deal.Tranches.Select(t => NoteResolver.Tranche(deal, t, periods, lines))],
            Fees = [.. deal.Fees.Select(f => NoteResolver.Fee(deal, f, periods, lines))],
            Supports = [.. deal.Supports.Select(s => NoteResolver.Support(deal, s, lines))],
            DrawOrder = [.. Enumerable.Range(0, deal.Supports.Count).OrderBy(i => deal.Supports[i].Order)],
            Triggers = [.. deal.Triggers.Select(t => new ResolvedTrigger(t, orders.Condition(t.When)))],
            Orders = compiled,
            Conditions = orders.Conditions,
            Accounts = orders.Accounts,
            Receiving = [.. ((string[])["interest", "principal", "recovery"]).Select(r => Math.Max(0, deal.Accounts.ToList().FindIndex(a => a.Receives.Contains(r))))],
            ObligorIndex = deal.Pool.Obligors.Select((o, i) => (o.Id, i)).ToDictionary(p => p.Id, p => p.i),
        };
    }

    private static bool Blocks(string code) => code is LintRules.StepKnowsItsTarget or LintRules.StepNotRun or LintRules.CoversKnownLines
        or LintRules.BasisKnown or LintRules.AccountKnown or LintRules.NamesShared or LintRules.ScheduleSum or LintRules.ContractDates
        || code.StartsWith("RULE-", StringComparison.Ordinal);
}

/// <summary>Numbers every line name of a deal.</summary>
internal sealed class LineNames
{
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly List<string> all = [];

    public LineNames(DealDefinition deal)
    {
        foreach (var fee in deal.Fees)
        {
            Add(fee.Id);
        }

        foreach (var tranche in deal.Tranches)
        {
            Add($"{tranche.Id}.interest");
            Add($"{tranche.Id}.principal");
            Add($"{tranche.Id}.residual");
        }

        foreach (var support in deal.Supports)
        {
            if (support.Kind == SupportKind.CashReserve)
            {
                Add($"{support.Id}.fund");
                Add($"{support.Id}.release");
            }
            else
            {
                Add($"{support.Id}.repay");
            }
        }
    }

    public IReadOnlyList<string> All => all;

    public int this[string line] => index.GetValueOrDefault(line, -1);

    private void Add(string line)
    {
        index.TryAdd(line, all.Count);
        all.Add(line);
    }
}
