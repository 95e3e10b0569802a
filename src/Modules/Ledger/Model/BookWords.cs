using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Ledger.Model;

/// <summary>Whose book it is; each kind has a chart of its own.</summary>
public enum BookKind
{
    Bank,
    Plan,
    Guarantor,
    Insurer,
    Fund,
    Escrow,
}

/// <summary>The words of the ledger's closed lists as written in files and answers, in the order of the enums.</summary>
public static class BookWords
{
    public static IReadOnlyList<string> Kinds { get; } = ["bank", "plan", "guarantor", "insurer", "fund", "escrow"];

    public static IReadOnlyList<string> Classes { get; } = ["asset", "liability", "equity", "income", "expense", "memo"];

    public static IReadOnlyList<string> Sides { get; } = ["debit", "credit"];

    public static IReadOnlyList<string> Rules { get; } = ["none", "not_below_zero", "limit"];

    public static string Word(this BookKind kind) => Kinds[(int)kind];

    public static string Word(this AccountClass accountClass) => Classes[(int)accountClass];

    public static string Word(this Side side) => Sides[(int)side];

    public static string Word(this AccountRule rule) => Rules[(int)rule];

    public static Words Title(this AccountClass accountClass) => accountClass switch
    {
        AccountClass.Asset => new("资产", "asset"),
        AccountClass.Liability => new("负债", "liability"),
        AccountClass.Equity => new("权益", "equity"),
        AccountClass.Income => new("收入", "income"),
        AccountClass.Expense => new("费用", "expense"),
        _ => new("表外", "memo"),
    };

    public static Words Title(this Side side) => side == Side.Debit ? new("借", "Dr") : new("贷", "Cr");

    /// <summary>The side on which a class grows; memo accounts have none of their own.</summary>
    public static Side? Grows(this AccountClass accountClass) => accountClass switch
    {
        AccountClass.Asset or AccountClass.Expense => Side.Debit,
        AccountClass.Memo => null,
        _ => Side.Credit,
    };

    public static Side Other(this Side side) => side == Side.Debit ? Side.Credit : Side.Debit;
}
