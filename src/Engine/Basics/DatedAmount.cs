namespace Zhirong.Engine.Basics;

/// <summary>An amount on a date; who gives the sign its meaning is the caller (usually in: positive, out: negative).</summary>
public readonly record struct DatedAmount(DateOnly Date, Money Amount);
