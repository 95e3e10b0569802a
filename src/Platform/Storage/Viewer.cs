namespace Zhirong.Platform.Storage;

/// <summary>In whose name the store is read and written.</summary>
/// <param name="Organisation">Sees what it owns.</param>
/// <param name="Person">The name written under a change.</param>
public sealed record Viewer(Guid Organisation, string Person)
{
    /// <summary>The organisation that owns everything until organisations sign in.</summary>
    public static readonly Guid FoundingOrganisation = new("00000000-0000-7000-8000-000000000001");

    /// <summary>Whoever sits at the machine of a single-user installation.</summary>
    public static Viewer Local { get; } = new(FoundingOrganisation, "本机用户");

    /// <summary>The user who signed in; empty for the machine's own user and for jobs.</summary>
    public Guid User { get; init; }

    /// <summary>Why every organisation's records are seen; null for an ordinary viewer.</summary>
    public string? EverythingBecause { get; private init; }

    /// <summary>A job that must see the records of every organisation, with the reason that is logged.</summary>
    public static Viewer Everything(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new(Guid.Empty, "system") { EverythingBecause = reason };
    }
}
