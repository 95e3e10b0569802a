using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules.Schemes;

/// <summary>What kind of value a fact has.</summary>
public enum FactKind
{
    /// <summary>Yuan, not negative, two decimals; an expression sees yuan.</summary>
    Money,

    /// <summary>A decimal; ratios are fractions, 0.10 = 10 %.</summary>
    Number,
    Date,
    Flag,

    /// <summary>One of a closed list of words, in their order where they have one.</summary>
    Word,
}

/// <summary>A fact a rule may ask for.</summary>
/// <param name="Name">Dotted name as in files: <c>loan.principal</c>.</param>
/// <param name="Words">For <see cref="FactKind.Word"/>, worst last where they are ordered; otherwise empty.</param>
public sealed record SchemeFact(string Name, FactKind Kind, IReadOnlyList<string> Words, Words Title)
{
    /// <summary>The kinds as written in files, in the order of <see cref="FactKind"/>.</summary>
    public static IReadOnlyList<string> KindWords { get; } = ["money", "number", "date", "flag", "word"];
}

/// <summary>What is said of one fact, with where it comes from.</summary>
/// <param name="Raw">Fen for money; a date's day number; 1 or 0 for a flag; the position of a word.</param>
/// <param name="Text">As written.</param>
/// <param name="Source">Empty when nobody says.</param>
public sealed record FactValue(decimal Raw, string Text, string Source, DateOnly? Dated);

/// <summary>The facts every scheme may ask for without declaring them: names and kinds only, no figure.</summary>
public static class StandardFacts
{
    public static IReadOnlyList<string> Classes { get; } = ["normal", "special_mention", "substandard", "doubtful", "loss"];

    public static IReadOnlyList<SchemeFact> All { get; } =
    [
        OneOf("firm.size", ["large", "medium", "small", "micro"], "企业规模", "size of the firm"),
        Yuan("firm.revenue", "上年度营业收入", "revenue of the last year"),
        Yes("firm.is_patentee", "借款人为专利权人", "the borrower holds the patents"),
        Yuan("loan.principal", "贷款本金", "principal of the loan"),
        Yuan("loan.balance", "贷款余额", "balance of the loan"),
        Figure("loan.rate", "贷款年利率", "annual rate of the loan"),
        Figure("loan.fee_rate", "年化费率", "fees as a part of the loan a year"),
        Figure("loan.term_months", "贷款期限（月）", "term in months"),
        Day("loan.signed", "合同签订日", "day the contract was signed"),
        Day("loan.drawn", "放款日", "day of the drawdown"),
        Day("loan.due", "到期日", "day the loan falls due"),
        Day("loan.repaid", "还清日", "day the loan was repaid"),
        Yes("loan.fully_repaid", "本息已还清", "principal and interest are repaid"),
        Yes("loan.disbursed", "已放款", "the loan is paid out"),
        Yes("loan.first", "首贷", "the firm's first loan"),
        Figure("loan.dpd", "逾期天数", "days past due"),
        OneOf("loan.classification", Classes, "五级分类", "loan classification"),
        Yes("loan.court_accepted", "法院已受理", "a court has accepted the case"),
        Yes("loan.ip_pledged", "知识产权质押", "secured by intellectual property"),
        Figure("pledge.first_time_patents", "首次质押专利数", "patents pledged for the first time"),
        OneOf("guarantee.kind", ["none", "surety_insurance", "policy_guarantor", "guarantor"], "增信方式", "guarantee"),
        Figure("insurance.year", "投保年度（第几年）", "year of insurance, 1 = first"),
        Yuan("paid.interest", "实际支付利息", "interest paid"),
        Yuan("paid.premium", "实际支付保费", "premium paid"),
        Yuan("paid.guarantee_fee", "实际支付担保费", "guarantee fee paid"),
        Yuan("paid.valuation_fee", "实际支付评估费", "valuation fee paid"),
        Yes("aid.other", "已享受同类补助", "other aid for the same cost"),
        Day("application.filed", "申报日", "day of the application"),
        Figure("application.event_year", "业务发生年度", "year of the events applied for"),
        Yuan("loss.principal", "本金损失", "loss of principal"),
        Yuan("loss.interest", "利息损失", "loss of interest"),
        Yuan("loss.ip_principal", "知识产权质押部分本金损失", "loss of principal on the part secured by intellectual property"),
        Yuan("loss.ip_interest", "知识产权质押部分利息损失", "loss of interest on that part"),
        Yuan("recovery.gross", "追偿所得", "recoveries"),
        Yuan("recovery.costs", "追偿费用", "cost of recovery"),
        Yuan("fund.size", "资金池规模", "size of the fund"),
        Yuan("fund.balance", "资金池余额", "balance of the fund"),
        Yuan("fund.portfolio", "在保贷款余额（含本笔）", "loans filed with the fund, this one included"),
        Figure("fund.npl_rate", "不良率或代偿率", "rate of bad loans or compensation"),
    ];

    private static SchemeFact Yuan(string name, string zh, string en) => new(name, FactKind.Money, [], new(zh, en));

    private static SchemeFact Figure(string name, string zh, string en) => new(name, FactKind.Number, [], new(zh, en));

    private static SchemeFact Day(string name, string zh, string en) => new(name, FactKind.Date, [], new(zh, en));

    private static SchemeFact Yes(string name, string zh, string en) => new(name, FactKind.Flag, [], new(zh, en));

    private static SchemeFact OneOf(string name, IReadOnlyList<string> words, string zh, string en) => new(name, FactKind.Word, words, new(zh, en));
}
