using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Credit.Schedules;
using Zhirong.Engine.Credit.Terms;

namespace Zhirong.Engine.Credit.Reading;

/// <summary>What the fields of a loan must say to each other, once each of them is well formed.</summary>
internal static class LoanTermsChecks
{
    public static IEnumerable<Refusal> Of(LoanTerms terms, FieldReader root)
    {
        IEnumerable<Refusal?> found = [.. Amounts(terms), .. Fit(terms, root), .. terms.Method == RepaymentMethod.Custom ? Plan(terms) : Dates(terms)];
        return found.OfType<Refusal>().Select(r => Placed(r, root));
    }

    private static IEnumerable<Refusal?> Amounts(LoanTerms terms)
    {
        yield return terms.Principal == Money.Zero ? CreditRefusals.NoPrincipal() : null;
        yield return terms.DownPayment is { } paid && terms.Principal > Money.Zero && paid >= terms.Principal ? CreditRefusals.DownPayment(paid, terms.Principal) : null;
        yield return terms.InstalmentMultiple == Money.Zero ? CreditRefusals.Multiple() : null;
        yield return terms.GraceOnPrincipal > 0 && terms.GraceOnPrincipal >= terms.Count && terms.Method != RepaymentMethod.Custom ? CreditRefusals.Grace(terms.GraceOnPrincipal, terms.Count) : null;
    }

    /// <summary>Fields that mean nothing under the method.</summary>
    private static IEnumerable<Refusal?> Fit(LoanTerms terms, FieldReader root)
    {
        var amortising = terms.Method is RepaymentMethod.EqualInstalments or RepaymentMethod.EqualPrincipal or RepaymentMethod.Flat;
        var custom = terms.Method == RepaymentMethod.Custom;
        Refusal? Unfit(string key, bool fits, bool given) => given && !fits ? CreditRefusals.DoesNotFit(key, terms.Method.Word()) : null;

        yield return Unfit("plan", custom, root.Has("plan"));
        yield return Unfit("count", !custom, terms.Count > 0);
        yield return Unfit("firstDueOn", !custom, terms.FirstDueOn is not null);
        yield return Unfit("graceOnPrincipal", amortising, terms.GraceOnPrincipal > 0);
        yield return Unfit("instalmentMultiple", amortising, terms.InstalmentMultiple is not null);
        yield return Unfit("interestDay", custom || terms.Method == RepaymentMethod.InterestThenBullet, terms.InterestDay is not null);
        yield return terms.InterestDay is not null && terms.Every is { Unit: TenorUnit.Day or TenorUnit.Week } ? CreditRefusals.DoesNotFit("interestDay", terms.Every.ToString()!) : null;
    }

    private static IEnumerable<Refusal?> Dates(LoanTerms terms)
    {
        yield return terms.FirstDueOn is { } first && first <= terms.DisbursedOn ? CreditRefusals.FirstDue(first, terms.DisbursedOn) : null;
        if (LoanDates.Due(terms, terms.Count) is not { } last)
        {
            yield return CreditRefusals.BeyondCalendar(terms.Every!.Value, terms.Count);
        }
        else
        {
            yield return terms.FirstDueOn is { } due && terms.Count > 1 && due >= last ? CreditRefusals.FirstDueAfterLast(due, last) : null;
        }
    }

    private static IEnumerable<Refusal?> Plan(LoanTerms terms)
    {
        var previous = terms.DisbursedOn;
        for (var i = 0; i < terms.Plan.Count; i++)
        {
            yield return terms.Plan[i].Date <= previous ? CreditRefusals.PlanOrder(i, terms.Plan[i].Date, previous) : null;
            previous = terms.Plan[i].Date;
        }

        var sum = terms.Plan.Sum(p => (decimal)p.Amount.Fen) / 100m;
        yield return sum != terms.Financed.Yuan ? CreditRefusals.PlanSum(sum, terms.Financed) : null;
    }

    private static Refusal Placed(Refusal refusal, FieldReader root)
    {
        var steps = refusal.Path.Split('.');
        var node = root.Node(steps[0]);
        node = node is DocList list && steps.Length > 1 && int.TryParse(steps[1], out var at) && at < list.Items.Count ? list.Items[at] : node;
        return node is null ? refusal.At(root.Line, root.Column) : refusal.At(node.Line, node.Column);
    }
}
