using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>Writes a formula as spreadsheets read it, with as few parentheses as needed.</summary>
internal static class FormulaText
{
    private static readonly string Grades = "{" + string.Join(',', Enumerable.Range(0, 22).Select(rank => $"\"{Grade.OfRank(rank)}\"")) + "}";

    /// <param name="formula">The formula.</param>
    /// <param name="home">The sheet it stands on: its own cells are named without the sheet.</param>
    public static string Of(Formula formula, LiveSheet home) => formula switch
    {
        Formula.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        Formula.Word word => $"\"{word.Value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        Formula.Flag flag => flag.Value ? "TRUE" : "FALSE",
        Formula.At at => Sheet(at.Cell, home) + (at.Pinned ? Fixed(at.Cell) : at.Cell.Address),
        Formula.Area area => $"{Sheet(area.First, home)}{Fixed(area.First)}:{Fixed(area.Last)}",
        Formula.Binary binary => Part(binary.Left, Rank(binary.Sign), home) + binary.Sign + Part(binary.Right, Rank(binary.Sign) + 1, home),
        Formula.Call { Name: "GRADE" } grade => $"IFERROR(MATCH({Of(grade.Arguments[0], home)},{Grades},0)-1,-1)",
        Formula.Call call => $"{call.Name}({string.Join(',', call.Arguments.Select(a => Of(a, home)))})",
        _ => throw new InvalidOperationException(formula.GetType().Name),
    };

    private static string Fixed(LiveCell cell) => CellAddress.Of(cell.Row, cell.Column, absolute: true);

    private static string Sheet(LiveCell cell, LiveSheet home) => cell.Sheet == home ? "" : CellAddress.Quoted(cell.Sheet.Name) + "!";

    private static string Part(Formula formula, int least, LiveSheet home)
    {
        var text = Of(formula, home);
        return (formula is Formula.Binary inner && Rank(inner.Sign) < least) || formula is Formula.Number { Value: < 0 } ? $"({text})" : text;
    }

    private static int Rank(string sign) => sign switch
    {
        "^" => 4,
        "*" or "/" => 3,
        "+" or "-" => 2,
        _ => 1,
    };
}
