using System.Globalization;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules;

/// <summary>The types an expression may have. Grades compare only with grades, dates only with dates.</summary>
public enum RuleType
{
    Number,
    Date,
    Flag,
    Grade,
}

/// <summary>A typed value, or the knowledge that it is not known (three-valued logic of Kleene).</summary>
/// <remarks><c>default(RuleValue)</c> is an unknown number.</remarks>
public readonly record struct RuleValue
{
    private RuleValue(RuleType type, decimal number)
    {
        Type = type;
        Raw = number;
        Known = true;
    }

    private RuleValue(RuleType type) => Type = type;

    public RuleType Type { get; }

    public bool Known { get; }

    /// <summary>The number itself; a date's day number; 1 or 0 for a flag; a grade's rank.</summary>
    public decimal Raw { get; }

    /// <summary>Known and true.</summary>
    public bool IsTrue => Known && Type == RuleType.Flag && Raw != 0;

    public static RuleValue Unknown(RuleType type) => new(type);

    public static RuleValue Of(decimal number) => new(RuleType.Number, number);

    public static RuleValue Of(DateOnly date) => new(RuleType.Date, date.DayNumber);

    public static RuleValue Of(bool flag) => new(RuleType.Flag, flag ? 1 : 0);

    public static RuleValue Of(Grade grade) => new(RuleType.Grade, grade.Rank);

    /// <summary>A value of the named type from its raw form; day numbers and ranks outside their range become unknown.</summary>
    public static RuleValue OfRaw(RuleType type, decimal raw) => new(type, raw);

    public override string ToString() => !Known ? "?" : Type switch
    {
        RuleType.Number => Raw.ToString(CultureInfo.InvariantCulture),
        RuleType.Date => Raw >= 0 && Raw <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)Raw).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "?",
        RuleType.Flag => Raw != 0 ? "true" : "false",
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
