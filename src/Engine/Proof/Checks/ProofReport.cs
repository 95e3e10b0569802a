using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Proof;

public enum CheckState
{
    Pass,
    Fail,

    /// <summary>Not judged; the message says why.</summary>
    Skipped,
}

/// <summary>One named check of a bundle.</summary>
/// <param name="Name">Such as <c>items[0].inclusion.sm3</c>; see docs/reference/evidence-v1.md.</param>
/// <param name="Found">What was found; null when there is nothing to show.</param>
/// <param name="Expected">What it had to be.</param>
/// <param name="Message">The sentence for people.</param>
public sealed record ProofCheck(string Name, CheckState State, string? Found, string? Expected, Words Message)
{
    public static ProofCheck Passed(string name, Words message) => new(name, CheckState.Pass, null, null, message);

    public static ProofCheck Failed(string name, string found, string expected, Words message) => new(name, CheckState.Fail, found, expected, message);

    public static ProofCheck Left(string name, Words reason) => new(name, CheckState.Skipped, null, null, reason);
}

/// <summary>What became of every check, in the order they are made.</summary>
public sealed record ProofReport(IReadOnlyList<ProofCheck> Checks)
{
    /// <summary>No check failed. A check that was skipped proves nothing either way.</summary>
    public bool Passed => Checks.All(check => check.State != CheckState.Fail);

    /// <summary>Whether the keys were compared with a log the reader has pinned.</summary>
    public bool IsPinned => Checks.Any(check => check is { Name: "trust", State: CheckState.Pass });

    /// <summary>Names of the checks that failed.</summary>
    public IEnumerable<string> Failing => Checks.Where(check => check.State == CheckState.Fail).Select(check => check.Name);
}
