namespace Zhirong.Modules.Tests.Cashflow;

/// <summary>Deals made up so that every kind of term stands in a workbook.</summary>
internal static class OddDeals
{
    private const string Head = """
        schema: ipabs/v1
        id: ODD
        market: SZSE
        structure: pledge_loan
        dates: {closing: 2024-01-31, cutoff: 2023-12-15, legal_maturity: 2028-01-31, payment_dates: {every: 6M, first: 2024-07-31, last: 2027-01-31}}

        """;

    /// <summary>Equal ranks in interest, principal, fees and residual, two providers with limits, caps, VAT on fees, a missing arrears, a trap and write-downs.</summary>
    public static string Shared(string rounding) => Head + $$$"""
        money: {rounding: {{{rounding}}}}
        size: 1000000.03
        pool:
          contract: {amort: equal_principal, rate: 0.0555, every: 3M, periods: 12, day_count: ACT/360}
          closing_collections: originator
          obligors:
            - {id: D1, principal: 400000.01}
            - {id: D2, principal: 300000.07, contract: {amort: level, every: 1M, periods: 24, rate: 0.06125, timing: advance}}
            - {id: D3, principal: 200000.33, contract: {amort: interest_then_bullet, every: 6M, periods: 6, rate: 0.0525, day_count: 30/360}}
            - {id: D4, principal: 99999.77, contract: {amort: bullet, maturity: 2025-03-10, interest: at_maturity, rate: 0}}
        tranches:
          - {id: A, zh: 优先A, size: 500000.01, coupon: 0.0333333, day_count: ACT/ACT, amort: pass_through}
          - {id: B, zh: 优先B, size: 300000.01, coupon: 0.0425, day_count: 30E/360, amort: pass_through}
          - {id: C, size: 100000.01, coupon: 0.06, amort: target_balance, target_balance: [90000, 70000, 50000, 30000, 10000, 0]}
          - {id: SUB, size: 50000.00, residual: true}
          - {id: SUC, size: 50000.00, residual: true}
        fees:
          - {id: vat, kind: tax, basis: interest_collected, vat: 0.03, surcharge: 0.12}
          - {id: agent, kind: rate, rate: 0.0123, basis: [A.balance, B.balance], vat: 0.06, surcharge: 0.12, cap: {rate: 0.012}}
          - {id: paying, kind: payout_rate, rate: 0.00005, cap: {amount: 20.00}}
          - {id: audit, kind: fixed, amount: 3333.33, fee_arrears: false}
        support:
          - {id: reserve, kind: cash_reserve, order: 1, initial: 5000.00, target: 9000.00, covers: [A.interest, B.interest]}
          - {id: bank, kind: liquidity, order: 2, limit: 8000.00, covers: [fees, A.interest, B.interest, C.interest]}
          - {id: surety, kind: guarantee, order: 3, limit: 150000.00, covers: [A.interest, B.interest, A.principal, B.principal], claim: none, draw_in: [normal, accelerated]}
        triggers:
          - {id: accel, when: "pool.cum_default_ratio >= 0.4 or support.failed and servicer.rating < AA", then: accelerated}
          - {id: end, when: "date >= expected_maturity - 100 and A.principal_unpaid > 1000", then: termination}
        waterfalls:
          normal:
            - {do: pay_tax, what: [vat]}
            - {do: pay_fee, what: [agent, paying, audit], pari_passu: true, cap: {rate: 0.02}}
            - {do: pay_interest, what: [A, B], pari_passu: true}
            - {do: pay_interest, what: [C]}
            - {do: pay_principal, what: [A, B], pari_passu: true}
            - {do: pay_principal, what: [C], amount: target, cap: {amount: 15000.00}}
            - {do: repay_liquidity, what: [bank]}
            - {do: fund_reserve, what: [reserve]}
            - {do: release_reserve, what: [reserve], when: "A.balance + B.balance == 0"}
            - {do: trap_cash, when: "pool.balance / size > 0.9 and not (A.balance == 0)"}
            - {do: pay_residual, what: [SUB, SUC], pari_passu: true, when: "A.balance == 0"}
          accelerated:
            - {do: release_reserve, what: [reserve]}
            - {do: pay_tax, what: [vat]}
            - {do: pay_interest, what: [A, B], pari_passu: true}
            - {do: pay_principal, what: [A, B], amount: all, pari_passu: true}
            - {do: write_off, what: [C]}
            - {do: pay_fee, what: [agent, paying, audit]}
            - {do: pay_residual, what: [SUB, SUC], pari_passu: true}
        """;

    /// <summary>A year of interest that ends in exactly half a fen, on a small and on the largest balance.</summary>
    public static string Ties(string rounding) => $$$"""
        schema: ipabs/v1
        id: TIES
        market: SZSE
        structure: pledge_loan
        money: {rounding: {{{rounding}}}}
        dates: {closing: 2025-01-01, legal_maturity: 2040-01-01, payment_dates: [2026-01-01]}
        size: 100001000000.00
        pool:
          contract: {amort: bullet, rate: 0.01}
          obligors:
            - {id: D1, principal: 99999999999.50}
            - {id: D2, principal: 1000000.50}
            - {id: D3, principal: 8000000000.00}
        tranches:
          - {id: A, size: 99999999999.50, coupon: 0.01}
          - {id: B, size: 1000000.50, coupon: 0.01}
        waterfalls:
          normal:
            - {do: pay_interest, what: [A]}
            - {do: pay_interest, what: [B]}
            - {do: pay_principal, what: [A]}
            - {do: pay_principal, what: [B]}
        """;

    /// <summary>More obligors than are shown one by one.</summary>
    public static string Crowd { get; } = Head + "money: {rounding: half_up}\nsize: 70000.00\npool:\n  contract: {amort: level, rate: 0.05, every: 1M, periods: 30}\n  obligors:\n"
        + string.Concat(Enumerable.Range(1, 70).Select(n => $"    - {{id: D{n}, principal: {1000 + n}.37}}\n"))
        + "tranches:\n  - {id: A, size: 70000.00, coupon: 0.03}\nwaterfalls:\n  normal:\n    - {do: pay_interest, what: [A]}\n    - {do: pay_principal, what: [A], amount: all}\n";
}
