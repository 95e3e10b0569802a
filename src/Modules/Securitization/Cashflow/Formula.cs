namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>One spreadsheet formula as a tree: it can be written as text and evaluated exactly, so that a workbook is known to be right before it is written.</summary>
internal abstract record Formula
{
    public sealed record Number(decimal Value) : Formula;

    public sealed record Word(string Value) : Formula;

    public sealed record Flag(bool Value) : Formula;

    /// <param name="Cell">The cell.</param>
    /// <param name="Pinned">Named absolutely: it stays the same from row to row.</param>
    public sealed record At(LiveCell Cell, bool Pinned = false) : Formula;

    /// <summary>Cells from the first to the last, of one column or one row.</summary>
    public sealed record Area(LiveCell First, LiveCell Last) : Formula;

    public sealed record Binary(string Sign, Formula Left, Formula Right) : Formula;

    /// <summary>A function of the spreadsheet; two calls are equal when their arguments are.</summary>
    public sealed record Call(string Name, IReadOnlyList<Formula> Arguments) : Formula
    {
        public bool Equals(Call? other) => other is not null && Name == other.Name && Arguments.SequenceEqual(other.Arguments);

        public override int GetHashCode() => Arguments.Aggregate(Name.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
    }

    public static Formula Yes { get; } = new Flag(true);

    public static Formula No { get; } = new Flag(false);

    public static implicit operator Formula(decimal value) => new Number(value);

    public static implicit operator Formula(LiveCell cell) => new At(cell);

    /// <summary>A cell that stays the same from row to row.</summary>
    public static Formula Fixed(LiveCell cell) => new At(cell, Pinned: true);

    public static Formula operator +(Formula left, Formula right) => new Binary("+", left, right);

    public static Formula operator -(Formula left, Formula right) => new Binary("-", left, right);

    public static Formula operator *(Formula left, Formula right) => left is Number { Value: 1 } ? right : right is Number { Value: 1 } ? left : new Binary("*", left, right);

    public static Formula operator /(Formula left, Formula right) => left is Number whole && right is Number { Value: 2 } ? whole.Value / 2 : new Binary("/", left, right);

    public static Formula operator >(Formula left, Formula right) => new Binary(">", left, right);

    public static Formula operator <(Formula left, Formula right) => new Binary("<", left, right);

    public static Formula operator >=(Formula left, Formula right) => new Binary(">=", left, right);

    public static Formula operator <=(Formula left, Formula right) => new Binary("<=", left, right);

    public static Formula Power(Formula left, Formula right) => new Binary("^", left, right);

    public static Formula Same(Formula left, Formula right) => left is Number a && right is Number b ? new Flag(a.Value == b.Value) : new Binary("=", left, right);

    public static Formula Differ(Formula left, Formula right) => new Binary("<>", left, right);

    /// <summary>To the fen, half away from zero; amounts that are already whole fen lose only what binary fractions added.</summary>
    public static Formula Fen(Formula yuan) => Round(yuan, 2);

    public static Formula Round(Formula value, int places) => new Call("ROUND", [value, places]);

    public static Formula Int(Formula value) => new Call("INT", [value]);

    public static Formula Mod(Formula value, Formula divisor) => new Call("MOD", [value, divisor]);

    public static Formula Min(params IEnumerable<Formula> values) => Extreme("MIN", values);

    public static Formula Max(params IEnumerable<Formula> values) => Extreme("MAX", values);

    public static Formula If(Formula condition, Formula then, Formula otherwise) => condition is Flag known ? (known.Value ? then : otherwise) : new Call("IF", [condition, then, otherwise]);

    /// <summary>1 where the condition holds, else 0.</summary>
    public static Formula OneIf(Formula condition) => If(condition, 1, 0);

    public static Formula And(params IEnumerable<Formula> conditions) => Joined("AND", conditions, absorbing: false);

    public static Formula Or(params IEnumerable<Formula> conditions) => Joined("OR", conditions, absorbing: true);

    public static Formula Not(Formula condition) => condition is Flag known ? new Flag(!known.Value) : new Call("NOT", [condition]);

    public static Formula Sum(LiveCell first, LiveCell last) => new Call("SUM", [new Area(first, last)]);

    /// <summary>The sum of a column where another column has a value.</summary>
    public static Formula SumIf((LiveCell First, LiveCell Last) where, Formula equals, (LiveCell First, LiveCell Last) values) =>
        new Call("SUMIF", [new Area(where.First, where.Last), equals, new Area(values.First, values.Last)]);

    public static Formula IsNumber(Formula value) => new Call("ISNUMBER", [value]);

    public static Formula Choose(Formula index, params IReadOnlyList<Formula> values) => new Call("CHOOSE", [index, .. values]);

    /// <summary>A grade's rank on the scale, −1 for a blank or unknown one.</summary>
    public static Formula GradeRank(LiveCell cell) => new Call("GRADE", [cell]);

    /// <summary>A plus and minus of many parts, to the fen.</summary>
    public static Formula Net(Formula start, IEnumerable<Formula> plus, IEnumerable<Formula> minus)
    {
        var sum = minus.Aggregate(plus.Aggregate(start, (total, part) => IsZero(total) ? part : total + part), (total, part) => total - part);
        return sum is Binary ? Fen(sum) : sum;
    }

    private static Formula Extreme(string name, IEnumerable<Formula> values) =>
        values.Distinct().ToList() is var distinct && distinct.Count == 1 ? distinct[0] : new Call(name, distinct);

    public static bool IsZero(Formula formula) => formula is Number { Value: 0 };

    private static Formula Joined(string name, IEnumerable<Formula> conditions, bool absorbing)
    {
        var open = conditions.Where(c => c is not Flag known || known.Value == absorbing).ToList();
        return open.Exists(c => c is Flag) ? new Flag(absorbing) : open.Count switch
        {
            0 => new Flag(!absorbing),
            1 => open[0],
            _ => new Call(name, open),
        };
    }
}
