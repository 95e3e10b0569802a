namespace Zhirong.Engine.Rules.Tables;

/// <summary>
/// A column of cells, cut into classes: between two constants that its cells compare with, every cell of the column answers alike.
/// A value is looked up once, and gives the set of rows it meets.
/// </summary>
internal sealed class TableColumn
{
    private readonly decimal[] breaks;
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private readonly ulong[][] met;

    private TableColumn(RuleExpression input, RuleExpression?[] cells)
    {
        (Input, Cells) = (input, cells);
        Words = Math.Max(1, (cells.Length + 63) / 64);
        Open = new ulong[Words];
        Opaque = new ulong[Words];
        for (var row = 0; row < cells.Length; row++)
        {
            if (cells[row] is null)
            {
                Set(Open, row);
            }
            else if (!IsSimple(cells[row]!.Root))
            {
                Set(Opaque, row);
            }
        }

        Asks = Array.Exists(Opaque, w => w != 0);
        breaks = IsOrdered ? [.. Constants(cells).Select(c => c.Raw).Distinct().Order()] : [];
        if (Type == RuleType.Text)
        {
            foreach (var text in Constants(cells).SelectMany(c => c.Type == RuleType.Texts ? c.Texts : [c.Text]))
            {
                texts.TryAdd(text, texts.Count);
            }
        }

        met = [.. Enumerable.Range(0, Classes).Select(Met)];
    }

    public RuleExpression Input { get; }

    /// <summary>By row; null is met by anything.</summary>
    public RuleExpression?[] Cells { get; }

    public RuleType Type => Input.Root.Type;

    /// <summary>Numbers, dates, grades and flags: their raw figures have an order.</summary>
    public bool IsOrdered => Type <= RuleType.Grade;

    public int Words { get; }

    /// <summary>Rows met by anything, the unknown included.</summary>
    public ulong[] Open { get; }

    /// <summary>Rows whose cell has to be asked: it computes, or names other facts.</summary>
    public ulong[] Opaque { get; }

    /// <summary>Whether any cell has to be asked.</summary>
    public bool Asks { get; }

    public int Classes => IsOrdered ? (2 * breaks.Length) + 1 : texts.Count + 1;

    /// <summary>The constants the cells compare with, ascending.</summary>
    public IReadOnlyList<decimal> Breaks => breaks;

    public IReadOnlyCollection<string> Texts => texts.Keys;

    public static TableColumn Of(RuleExpression input, RuleExpression?[] cells) => new(input, cells);

    /// <summary>The class of a known value: 2i+1 is the i-th constant itself, 2i what lies before it.</summary>
    public int ClassOf(in RuleValue value)
    {
        if (!IsOrdered)
        {
            return Type == RuleType.Text && texts.TryGetValue(value.Text, out var at) ? at : texts.Count;
        }

        var (low, high) = (0, breaks.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = decimal.Compare(breaks[middle], value.Raw);
            if (order == 0)
            {
                return (2 * middle) + 1;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return 2 * low;
    }

    /// <summary>Rows that a value of the class meets, those that have to be asked included.</summary>
    public ulong[] MetBy(int kind) => met[kind];

    /// <summary>A value of the class; between constants the middle.</summary>
    public RuleValue Representative(int kind)
    {
        if (!IsOrdered)
        {
            return RuleValue.Of(kind < texts.Count ? texts.Keys.ElementAt(kind) : Other());
        }

        if (kind % 2 == 1)
        {
            return RuleValue.OfRaw(Type, breaks[kind / 2]);
        }

        decimal? low = kind == 0 ? null : breaks[(kind / 2) - 1], high = kind / 2 == breaks.Length ? null : breaks[kind / 2];
        return RuleValue.OfRaw(Type, (low, high) switch
        {
            (null, null) => 0,
            (null, { } h) => h > decimal.MinValue + 1 ? h - 1 : h,
            ({ } l, null) => l < decimal.MaxValue - 1 ? l + 1 : l,
            ({ } l, { } h) => (l / 2) + (h / 2),
        });
    }

    public static void Set(ulong[] bits, int row) => bits[row >> 6] |= 1UL << (row & 63);

    public static bool Has(ReadOnlySpan<ulong> bits, int row) => (bits[row >> 6] >> (row & 63) & 1) != 0;

    /// <summary>A text that no cell names.</summary>
    private string Other()
    {
        var other = "…";
        while (texts.ContainsKey(other))
        {
            other += "…";
        }

        return other;
    }

    private ulong[] Met(int kind)
    {
        var bits = new ulong[Words];
        var value = Type is RuleType.Numbers or RuleType.Texts ? default : Representative(kind);
        for (var row = 0; row < Cells.Length; row++)
        {
            if (Cells[row] is null || Has(Opaque, row) || Cells[row]!.Test(value, Nothing.One).IsTrue)
            {
                Set(bits, row);
            }
        }

        return bits;
    }

    /// <summary>Compares <c>$</c> itself with constants, and nothing else.</summary>
    private static bool IsSimple(RuleNode node) => node switch
    {
        RuleNode.Constant => true,
        RuleNode.Not not => IsSimple(not.Operand),
        RuleNode.Binary { Operator: RuleOperator.And or RuleOperator.Or } both => IsSimple(both.Left) && IsSimple(both.Right),
        RuleNode.Binary { Operator: >= RuleOperator.Greater and <= RuleOperator.NotEqual } compared =>
            (IsCell(compared.Left) && RuleEvaluation.Constant(compared.Right) is not null) || (IsCell(compared.Right) && RuleEvaluation.Constant(compared.Left) is not null),
        RuleNode.Call { Function: RuleFunction.In } among => IsCell(among.Arguments[0]) && RuleEvaluation.Constant(among.Arguments[1]) is not null,
        _ => false,
    } && !IsList(node);

    private static bool IsList(RuleNode node) => node.Occurrences.Any(n => n.Slot == RuleNode.CellSlot && n.Type is RuleType.Numbers or RuleType.Texts);

    private static bool IsCell(RuleNode node) => node is RuleNode.Name { Slot: RuleNode.CellSlot };

    private IEnumerable<RuleValue> Constants(RuleExpression?[] cells) =>
        cells.Where((c, row) => c is not null && !Has(Opaque, row)).SelectMany(c => Constants(c!.Root));

    private static IEnumerable<RuleValue> Constants(RuleNode node) => node switch
    {
        RuleNode.Binary { Operator: RuleOperator.And or RuleOperator.Or } or RuleNode.Not => node.Children.SelectMany(Constants),
        RuleNode.Binary or RuleNode.Call => node.Children.Where(c => !IsCell(c)).SelectMany(c => RuleEvaluation.Constant(c) is { } value ? Split(value) : []),
        _ => [],
    };

    private static IEnumerable<RuleValue> Split(RuleValue value) => value.Type == RuleType.Numbers ? value.Numbers.Select(RuleValue.Of) : [value];

    private sealed class Nothing : IRuleFacts
    {
        public static readonly Nothing One = new();

        public RuleValue Get(int slot) => default;
    }
}
