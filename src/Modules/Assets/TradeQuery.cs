namespace Zhirong.Modules.Assets;

/// <summary>Which recorded trades are asked for; what is null does not narrow.</summary>
public sealed record TradeQuery
{
    /// <summary>Word of the right's category.</summary>
    public string? Kind { get; init; }

    /// <summary>Beginning of the right's main class.</summary>
    public string? IpcPrefix { get; init; }

    /// <summary>Signed on this day or before.</summary>
    public DateOnly? SignedUntil { get; init; }

    public int Take { get; init; } = 1_000;
}

/// <summary>A sale or a licence with the right it is of.</summary>
/// <param name="Fen">Price, or what is paid at once; null where only a royalty is agreed.</param>
/// <param name="Royalty">Of sales, as a fraction.</param>
/// <param name="Related">Between related parties: no price of a market.</param>
public sealed record RecordedTrade(Guid Id, string Trade, Guid Right, string RightNumber, string RightKind, string RightTitle, string? Ipc, DateOnly? Filed, DateOnly Signed, long? Fen, decimal? Royalty, bool Related, string RegistrationNo, string Note);
