using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Lint;

/// <summary>Rules on the orders of payment: everything owed has its place, every step knows its target.</summary>
internal static class OrderLint
{
    public static void Check(DealDefinition deal, List<Refusal> findings)
    {
        foreach (var (mode, steps) in deal.Orders)
        {
            foreach (var step in steps)
            {
                Targets(deal, mode, step, findings);
            }

            Completeness(deal, mode, steps, findings);
        }

        Missing(deal, findings);
        Covers(deal, findings);
        Basis(deal, findings);
    }

    private static string Path(OrderMode mode, StepTerms step) => $"waterfalls.{mode.Word()}.{step.Position}";

    private static void Targets(DealDefinition deal, OrderMode mode, StepTerms step, List<Refusal> findings)
    {
        var (known, kind) = step.Kind switch
        {
            StepKind.PayTax => (deal.Fees.Where(f => f.Kind == FeeKind.Tax).Select(f => f.Id), new Words("税项", "a tax")),
            StepKind.PayFee => (deal.Fees.Where(f => f.Kind != FeeKind.Tax).Select(f => f.Id), new("费用", "a fee")),
            StepKind.PayInterest or StepKind.PayPrincipal or StepKind.WriteOff => (deal.Tranches.Select(t => t.Id), new("某档证券", "a tranche")),
            StepKind.PayResidual => (deal.Tranches.Where(t => t.Residual).Select(t => t.Id), new("剩余收益档", "a residual tranche")),
            StepKind.PaySupportClaim or StepKind.RepayLiquidity => (deal.Supports.Where(s => s.Kind != SupportKind.CashReserve).Select(s => s.Id), new("增信", "a support with a provider")),
            StepKind.FundReserve or StepKind.ReleaseReserve => (deal.Supports.Where(s => s.Kind == SupportKind.CashReserve).Select(s => s.Id), new("准备金", "a cash reserve")),
            StepKind.DrawSupport => (deal.Supports.Select(s => s.Id), new("增信", "a support")),
            _ => (Enumerable.Empty<string>(), new Words("", "")),
        };
        if (step.Kind == StepKind.BuyAssets)
        {
            findings.Add(LintRules.Make(LintRules.StepNotRun, Severity.Error, Path(mode, step), "buy_assets", new("本版本支持的步骤", "a step this version runs"), new("本版本不运行循环购买", "This version does not run revolving purchases")));
            return;
        }

        var ids = known.ToList();
        var needsTarget = step.Kind is not (StepKind.TrapCash or StepKind.Transfer or StepKind.DrawSupport);
        if (needsTarget && step.What.Count == 0)
        {
            findings.Add(LintRules.Make(LintRules.StepKnowsItsTarget, Severity.Error, $"{Path(mode, step)}.what", "—", kind, new("这一步没有写给谁", "The step does not say what it pays")));
        }

        foreach (var id in step.What.Where(w => !ids.Contains(w)))
        {
            var near = FieldRefusals.Nearest(id, ids);
            findings.Add(LintRules.Make(LintRules.StepKnowsItsTarget, Severity.Error, $"{Path(mode, step)}.what", id, near is null ? kind : Words.Same(near), new($"{id} 不是可支付的{kind.Zh}", $"{id} is not {kind.En}")));
        }

        foreach (var id in step.What.GroupBy(w => w).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            findings.Add(LintRules.Make(LintRules.StepKnowsItsTarget, Severity.Error, $"{Path(mode, step)}.what", id, new("每项只写一次", "each once"), new($"{id} 在一步里写了两次", $"{id} stands twice in one step")));
        }

        foreach (var id in step.PariPassu.Where(p => !step.What.Contains(p)))
        {
            findings.Add(LintRules.Make(LintRules.StepKnowsItsTarget, Severity.Error, $"{Path(mode, step)}.pari_passu", id, Words.Same(string.Join(", ", step.What)), new($"同顺位的 {id} 不在这一步里", $"{id} is not part of the step")));
        }

        TargetAmounts(deal, mode, step, findings);
        AccountsKnown(deal, mode, step, findings);
    }

    private static void TargetAmounts(DealDefinition deal, OrderMode mode, StepTerms step, List<Refusal> findings)
    {
        if (step.Kind != StepKind.PayPrincipal || step.Amount != PrincipalAmount.Target)
        {
            return;
        }

        foreach (var tranche in deal.Tranches.Where(t => step.What.Contains(t.Id) && t.Amortisation != TrancheAmortisation.TargetBalance))
        {
            findings.Add(LintRules.Make(LintRules.StepKnowsItsTarget, Severity.Error, $"{Path(mode, step)}.amount", "target", Words.Same("amort: target_balance"), new($"{tranche.Id} 没有目标余额", $"{tranche.Id} has no target balances")));
        }
    }

    private static void AccountsKnown(DealDefinition deal, OrderMode mode, StepTerms step, List<Refusal> findings)
    {
        foreach (var (key, account) in ((string, string?)[])[("from_account", step.FromAccount), ("to_account", step.ToAccount)])
        {
            var missing = step.Kind == StepKind.Transfer && account is null;
            if (missing || (account is not null && deal.Accounts.All(a => a.Id != account)))
            {
                findings.Add(LintRules.Make(LintRules.AccountKnown, Severity.Error, $"{Path(mode, step)}.{key}", account ?? "—", Words.Same(string.Join(", ", deal.Accounts.Select(a => a.Id))), new("账户不存在", "The account does not exist")));
            }
        }
    }

    private static void Completeness(DealDefinition deal, OrderMode mode, IReadOnlyList<StepTerms> steps, List<Refusal> findings)
    {
        var path = $"waterfalls.{mode.Word()}";
        bool Pays(string id, params StepKind[] kinds) => steps.Any(s => kinds.Contains(s.Kind) && s.What.Contains(id));
        foreach (var fee in deal.Fees.Where(f => !Pays(f.Id, StepKind.PayFee, StepKind.PayTax)))
        {
            findings.Add(LintRules.Make(LintRules.FeeInEveryOrder, Severity.Error, path, "—", Words.Same(fee.Id), new($"{mode.Title().Zh}顺序里没有费用 {fee.Id}", $"The {mode.Title().En} order forgets the fee {fee.Id}")));
        }

        foreach (var tranche in deal.Tranches)
        {
            if (tranche.Coupon > 0 && !Pays(tranche.Id, StepKind.PayInterest))
            {
                findings.Add(LintRules.Make(LintRules.TrancheInEveryOrder, Severity.Error, path, "—", Words.Same($"pay_interest {tranche.Id}"), new($"{mode.Title().Zh}顺序里没有 {tranche.Id} 的利息", $"The {mode.Title().En} order forgets the interest of {tranche.Id}")));
            }

            if (!Pays(tranche.Id, StepKind.PayPrincipal))
            {
                findings.Add(LintRules.Make(LintRules.TrancheInEveryOrder, Severity.Error, path, "—", Words.Same($"pay_principal {tranche.Id}"), new($"{mode.Title().Zh}顺序里没有 {tranche.Id} 的本金", $"The {mode.Title().En} order forgets the principal of {tranche.Id}")));
            }
        }

        foreach (var support in deal.Supports)
        {
            if (support.Kind == SupportKind.CashReserve && !Pays(support.Id, StepKind.ReleaseReserve))
            {
                findings.Add(LintRules.Make(LintRules.ReserveNeverReleased, Severity.Warning, path, support.Id, Words.Same("release_reserve"), new($"{mode.Title().Zh}顺序从不释放准备金 {support.Id}", $"The {mode.Title().En} order never releases the reserve {support.Id}")));
            }
            else if (support.Kind != SupportKind.CashReserve && support.Claims && !Pays(support.Id, StepKind.PaySupportClaim, StepKind.RepayLiquidity))
            {
                findings.Add(LintRules.Make(LintRules.SupportNeverRepaid, Severity.Warning, path, support.Id, Words.Same("pay_support_claim"), new($"{mode.Title().Zh}顺序从不偿还 {support.Id}", $"The {mode.Title().En} order never repays {support.Id}")));
            }
        }
    }

    private static void Missing(DealDefinition deal, List<Refusal> findings)
    {
        for (var mode = OrderMode.Accelerated; mode <= OrderMode.Termination; mode++)
        {
            if (deal.Orders.ContainsKey(mode))
            {
                continue;
            }

            var fallback = mode == OrderMode.Accelerated || !deal.Orders.ContainsKey(OrderMode.Accelerated) ? OrderMode.Normal : OrderMode.Accelerated;
            var used = deal.Triggers.Any(t => t.Then == mode);
            var severity = mode == OrderMode.Accelerated && used ? Severity.Error : Severity.Info;
            findings.Add(LintRules.Make(LintRules.OrderMissing, severity, "waterfalls", "—", Words.Same(mode.Word()),
                new($"没有写{mode.Title().Zh}顺序，按{fallback.Title().Zh}顺序支付", $"No {mode.Title().En} order is written; the {fallback.Title().En} order is used")));
        }
    }

    private static void Covers(DealDefinition deal, List<Refusal> findings)
    {
        var lines = deal.Fees.Select(f => f.Id).Concat(deal.Tranches.SelectMany(t => (string[])[$"{t.Id}.interest", $"{t.Id}.principal"])).Append("tax").Append("fees").ToHashSet();
        foreach (var support in deal.Supports)
        {
            foreach (var line in support.Covers.Where(c => !lines.Contains(c)))
            {
                var near = FieldRefusals.Nearest(line, lines);
                findings.Add(LintRules.Make(LintRules.CoversKnownLines, Severity.Error, $"support.{support.Id}.covers", line, Words.Same(near ?? string.Join(", ", lines.Order(StringComparer.Ordinal))), new($"{support.Id} 覆盖的 {line} 不是支付项", $"{support.Id} covers {line}, which is not a line")));
            }
        }
    }

    private static void Basis(DealDefinition deal, List<Refusal> findings)
    {
        foreach (var fee in deal.Fees)
        {
            var known = fee.Kind == FeeKind.PayoutRate
                ? deal.Tranches.Select(t => t.Id).ToList()
                : [.. FeeBasis.Words, .. deal.Tranches.Select(t => $"{t.Id}.balance")];
            foreach (var basis in fee.Basis.Where(b => !known.Contains(b)))
            {
                var near = FieldRefusals.Nearest(basis, known);
                findings.Add(LintRules.Make(LintRules.BasisKnown, Severity.Error, $"fees.{fee.Id}.basis", basis, Words.Same(near ?? string.Join(", ", known)), new($"费用 {fee.Id} 的计费基数不认识", $"The basis of the fee {fee.Id} is unknown")));
            }
        }

        foreach (var account in deal.Accounts)
        {
            foreach (var kind in account.Receives.Where(r => r is not ("interest" or "principal" or "recovery")))
            {
                findings.Add(LintRules.Make(LintRules.AccountKnown, Severity.Error, $"accounts.{account.Id}.receives", kind, Words.Same("interest, principal, recovery"), new("账户归集的款项不认识", "The account receives something unknown")));
            }
        }
    }
}

/// <summary>What a fee's rate may apply to, beside tranche balances.</summary>
public static class FeeBasis
{
    public const string Size = "size";
    public const string PoolBalance = "pool.balance";
    public const string InterestCollected = "interest_collected";
    public const string PrincipalCollected = "principal_collected";
    public const string DiscountCollected = "discount_collected";
    public const string RecoveryCollected = "recovery_collected";

    public static readonly string[] Words = [Size, PoolBalance, InterestCollected, PrincipalCollected, DiscountCollected, RecoveryCollected];
}
