using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Rules;

/// <summary>The types an expression may have. Grades compare only with grades, dates only with dates.</summary>
public enum RuleType
{
    Number,
    Date,
    Flag,
    Grade,

    /// <summary>Text; compares for equality only. Policies alone have it, a deal's conditions do not.</summary>
    Text,

    /// <summary>A list of numbers.</summary>
    Numbers,

    /// <summary>A list of texts.</summary>
    Texts,
}

/// <summary>A typed value, or the knowledge that it is not known (three-valued logic of Kleene).</summary>
/// <remarks><c>default(RuleValue)</c> is an unknown number.</remarks>
public readonly record struct RuleValue
{
    private readonly object? held;

    private RuleValue(RuleType type, decimal number)
    {
        Type = type;
        Raw = number;
        Known = true;
    }

    private RuleValue(RuleType type, object held)
    {
        Type = type;
        this.held = held;
        Known = true;
    }

    private RuleValue(RuleType type) => Type = type;

    public RuleType Type { get; }

    public bool Known { get; }

    /// <summary>The number itself; a date's day number; 1 or 0 for a flag; a grade's rank; 0 for texts and lists.</summary>
    public decimal Raw { get; }

    /// <summary>Known and true.</summary>
    public bool IsTrue => Known && Type == RuleType.Flag && Raw != 0;

    /// <summary>The text of a known text, else the empty text.</summary>
    public string Text => held as string ?? "";

    /// <summary>The members of a known list of numbers, else none.</summary>
    public IReadOnlyList<decimal> Numbers => held as decimal[] ?? [];

    /// <summary>The members of a known list of texts, else none.</summary>
    public IReadOnlyList<string> Texts => held as string[] ?? [];

    public static RuleValue Unknown(RuleType type) => new(type);

    public static RuleValue Of(decimal number) => new(RuleType.Number, number);

    public static RuleValue Of(DateOnly date) => new(RuleType.Date, date.DayNumber);

    public static RuleValue Of(bool flag) => new(RuleType.Flag, flag ? 1 : 0);

    public static RuleValue Of(Grade grade) => new(RuleType.Grade, grade.Rank);

    public static RuleValue Of(string text) => new(RuleType.Text, (object)text);

    public static RuleValue Of(IEnumerable<decimal> numbers) => new(RuleType.Numbers, (object)numbers.ToArray());

    public static RuleValue Of(IEnumerable<string> texts) => new(RuleType.Texts, (object)texts.ToArray());

    /// <summary>A value of the named type from its raw form; day numbers and ranks outside their range become unknown.</summary>
    public static RuleValue OfRaw(RuleType type, decimal raw) => new(type, raw);

    /// <summary>A value of the named type from its text as a file writes it; null when it is none.</summary>
    public static RuleValue? Parse(RuleType type, string text) => type switch
    {
        RuleType.Number when FieldReader.TryNumber(text, out var number) => Of(number),
        RuleType.Date when FieldReader.TryDate(text, out var date) => Of(date),
        RuleType.Flag when text is "true" or "True" or "yes" => Of(true),
        RuleType.Flag when text is "false" or "False" or "no" => Of(false),
        RuleType.Grade when Grade.TryParse(text, out var grade) => Of(grade),
        RuleType.Text => Of(text),
        _ => null,
    };

    public bool Equals(RuleValue other) => Type == other.Type && Known == other.Known && Raw == other.Raw && (held, other.held) switch
    {
        (decimal[] a, decimal[] b) => a.AsSpan().SequenceEqual(b),
        (string[] a, string[] b) => a.AsSpan().SequenceEqual(b),
        var (a, b) => Equals(a, b),
    };

    public override int GetHashCode() => HashCode.Combine(Type, Known, Raw, held is string text ? text.Length : 0);

    public override string ToString() => !Known ? "?" : Type switch
    {
        RuleType.Number => Raw.ToString(CultureInfo.InvariantCulture),
        RuleType.Date => Raw >= 0 && Raw <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)Raw).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "?",
        RuleType.Flag => Raw != 0 ? "true" : "false",
        RuleType.Text => Text,
        RuleType.Numbers => $"[{string.Join(", ", Numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))}]",
        RuleType.Texts => $"[{string.Join(", ", Texts.Select(t => $"\"{t}\""))}]",
        _ => Grade.OfRank((int)Raw).ToString(),
    };
}

/// <summary>The names an expression may use, each with a slot and a type.</summary>
public interface IRuleVocabulary
{
    IReadOnlyCollection<string> Names { get; }

    bool TryFind(string name, out int slot, out RuleType type);
}

/// <summary>The values behind the slots at the moment of evaluation.</summary>
public interface IRuleFacts
{
    RuleValue Get(int slot);
}

/// <summary>A vocabulary some of whose names stand for fixed values, such as a policy's parameters.</summary>
public interface IRuleConstants : IRuleVocabulary
{
    bool TryConstant(string name, out RuleValue value);
}

/// <summary>Which part of the one language a text may use.</summary>
public enum RuleDialect
{
    /// <summary>What <c>ipabs/v1</c> froze: numbers, dates, grades, flags.</summary>
    Deal,

    /// <summary>All of it: texts, lists, functions and cells besides.</summary>
    Policy,
}
