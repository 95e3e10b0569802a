using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Storage;

/// <summary>The key a caller gives a request that writes, with what tells a repetition from a mistake.</summary>
/// <param name="Key">Chosen by the caller, unique for one intention.</param>
/// <param name="Route">Method and path.</param>
/// <param name="BodyHash">SHA-256 of the body, hex.</param>
/// <param name="Fields">Prints of the body's fields (<see cref="Kept.FieldPrints"/>), to name the one that differs.</param>
public sealed record WriteKey(string Key, string Route, string BodyHash, string? Fields = null);

/// <summary>What a write answers.</summary>
public sealed record Written<T>
{
    /// <summary>The answer; null when it is a repetition or was refused.</summary>
    public T? Value { get; init; }

    /// <summary>The stored answer of the first request, as JSON.</summary>
    public string? Kept { get; init; }

    /// <summary>The key stands for another request: the field that differs, <c>route</c> or <c>body</c>.</summary>
    public string? ReusedFor { get; init; }

    /// <summary>Why nothing was written.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];
}

/// <summary>Carries a refusal out of a work, which it undoes.</summary>
internal sealed class WorkRefused(IReadOnlyList<Refusal> refusals) : Exception
{
    public IReadOnlyList<Refusal> Refusals { get; } = refusals;
}
