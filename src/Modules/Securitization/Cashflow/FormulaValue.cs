using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>What a cell shows: a number (dates as serial numbers, flags as 1 and 0), a text, or nothing.</summary>
internal readonly record struct CellValue(decimal Number, string? Text, bool Blank)
{
    public static CellValue Nothing { get; } = new(0, "", true);

    public static implicit operator CellValue(decimal number) => new(number, null, false);

    public static implicit operator CellValue(string text) => new(0, text, false);
}

/// <summary>Evaluates a formula in decimals, so that a workbook's figures are known without a spreadsheet.</summary>
internal static class FormulaValue
{
    public static CellValue Of(Formula formula) => formula switch
    {
        Formula.Number number => number.Value,
        Formula.Word word => word.Value,
        Formula.Flag flag => flag.Value ? 1 : 0,
        Formula.At at => at.Cell.Value,
        Formula.Binary binary => Binary(binary),
        Formula.Call call => Call(call),
        _ => throw new InvalidOperationException(formula.GetType().Name),
    };

    private static decimal N(Formula formula) => Of(formula).Number;

    private static CellValue Binary(Formula.Binary node)
    {
        var (left, right) = (Of(node.Left), Of(node.Right));
        var order = left.Text is not null || right.Text is not null
            ? string.CompareOrdinal(left.Text ?? $"{left.Number}", right.Text ?? $"{right.Number}")
            : left.Number.CompareTo(right.Number);
        return node.Sign switch
        {
            "+" => left.Number + right.Number,
            "-" => left.Number - right.Number,
            "*" => left.Number * right.Number,
            "/" => left.Number / right.Number,
            "^" => Power(left.Number, (int)right.Number),
            ">" => order > 0 ? 1 : 0,
            "<" => order < 0 ? 1 : 0,
            ">=" => order >= 0 ? 1 : 0,
            "<=" => order <= 0 ? 1 : 0,
            "=" => order == 0 ? 1 : 0,
            _ => order != 0 ? 1 : 0,
        };
    }

    private static decimal Power(decimal value, int times)
    {
        var power = 1m;
        for (var n = 0; n < times; n++)
        {
            power *= value;
        }

        return power;
    }

    private static CellValue Call(Formula.Call call)
    {
        var a = call.Arguments;
        return call.Name switch
        {
            "ROUND" => decimal.Round(N(a[0]), (int)N(a[1]), MidpointRounding.AwayFromZero),
            "INT" => decimal.Floor(N(a[0])),
            "MOD" => Mod(N(a[0]), N(a[1])),
            "MIN" => Numbers(a).Min(),
            "MAX" => Numbers(a).Max(),
            "IF" => N(a[0]) != 0 ? Of(a[1]) : Of(a[2]),
            "AND" => a.All(c => N(c) != 0) ? 1 : 0,
            "OR" => a.Any(c => N(c) != 0) ? 1 : 0,
            "NOT" => N(a[0]) == 0 ? 1 : 0,
            "SUM" => Cells((Formula.Area)a[0]).Sum(c => c.Number),
            "SUMIF" => Cells((Formula.Area)a[0]).Zip(Cells((Formula.Area)a[2])).Where(p => !p.First.Blank && p.First.Number == N(a[1])).Sum(p => p.Second.Number),
            "ISNUMBER" => Of(a[0]) is { Blank: false, Text: null } ? 1 : 0,
            "CHOOSE" => Of(a[(int)N(a[0])]),
            "GRADE" => Of(a[0]).Text is { } text && Grade.TryParse(text, out var grade) ? grade.Rank : -1,
            _ => throw new InvalidOperationException(call.Name),
        };
    }

    private static IEnumerable<decimal> Numbers(IReadOnlyList<Formula> arguments) =>
        arguments.SelectMany(a => a is Formula.Area area ? Cells(area).Select(c => c.Number) : [N(a)]);

    private static decimal Mod(decimal value, decimal divisor) => value - (divisor * decimal.Floor(value / divisor));

    private static IEnumerable<CellValue> Cells(Formula.Area area)
    {
        var sheet = area.First.Sheet;
        for (var row = area.First.Row; row <= area.Last.Row; row++)
        {
            for (var column = area.First.Column; column <= area.Last.Column; column++)
            {
                yield return sheet.Find(row, column)?.Value ?? CellValue.Nothing;
            }
        }
    }
}
