namespace Zhirong.Engine.Basics;

/// <summary>How grave a finding is: an error stops the work, a warning is repeated with the result, info only tells.</summary>
public enum Severity
{
    Error,
    Warning,
    Info,
}

/// <summary>
/// An expected "no" (or a lint finding): a permanent code, the field it concerns, what was found and what was expected.
/// </summary>
/// <remarks>Codes are never reused. The sentence a person reads is built from code and facts in both languages.</remarks>
public sealed record Refusal
{
    /// <summary>Permanent code such as <c>DEAL-0103</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Field path as in the file; list items by id, else by zero-based index. Empty: the whole file.</summary>
    public required string Path { get; init; }

    /// <summary>What was found, raw as written.</summary>
    public required string Found { get; init; }

    /// <summary>What was expected instead.</summary>
    public required Words Expected { get; init; }

    /// <summary>The sentence for people, without position.</summary>
    public required Words Message { get; init; }

    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>One-based line in the file the path belongs to; 0 when there is no file.</summary>
    public int Line { get; init; }

    /// <summary>One-based column; 0 when there is no file.</summary>
    public int Column { get; init; }

    public Refusal At(int line, int column) => this with { Line = line, Column = column };

    /// <summary>One line for a log or a terminal: <c>line:column path code message (found …; expected …)</c>.</summary>
    public string Sentence(Language language) => language == Language.En
        ? $"{Message.En} (found: {Found}; expected: {Expected.En})"
        : $"{Message.Zh}（实际：{Found}；应为：{Expected.Zh}）";
}

/// <summary>Either a value or at least one refusal; never both, never neither.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct Result<T>
{
    private readonly T? value;
    private readonly IReadOnlyList<Refusal>? refusals;

    private Result(T? value, IReadOnlyList<Refusal>? refusals)
    {
        this.value = value;
        this.refusals = refusals;
    }

    public bool Ok => refusals is null;

    /// <summary>The value. Reading it from a refused result is a caller's bug and throws.</summary>
    public T Value => refusals is null
        ? value!
        : throw new InvalidOperationException($"Refused: {refusals[0].Code} {refusals[0].Path} {refusals[0].Message.En}");

    /// <summary>The refusals; empty when there is a value.</summary>
    public IReadOnlyList<Refusal> Refusals => refusals ?? [];

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, [refusal]);

    /// <summary>The value as a result; needed where <typeparamref name="T"/> is an interface, which cannot convert by itself.</summary>
    public static Result<T> Of(T value) => new(value, null);

    public static Result<T> Refused(IReadOnlyList<Refusal> refusals)
    {
        ArgumentOutOfRangeException.ThrowIfZero(refusals.Count);
        return new(default, refusals);
    }
}
