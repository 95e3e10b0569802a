using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Registration.Model;

namespace Zhirong.Modules.Lending.Pledges;

/// <summary>How far a pledge is, from its registrations.</summary>
internal static class PledgeStates
{
    public const string Open = "open";
    public const string Partly = "partly";
    public const string Perfected = "perfected";
    public const string Released = "released";
    public const string Lost = "lost";

    private static readonly (string Word, Words Title)[] All =
    [
        (Open, new("未设立", "not created")),
        (Partly, new("部分设立", "created in part")),
        (Perfected, new("已设立", "created")),
        (Released, new("已解除", "released")),
        (Lost, new("已失去", "lost")),
    ];

    public static IReadOnlyList<string> Words { get; } = [.. All.Select(s => s.Word)];

    public static Words Title(string state) => All.First(s => s.Word == state).Title;

    /// <summary>
    /// Created where every registration that is not over stands, in part where only some do; without any, lost where the last one that stood was
    /// revoked or expired, released where it was cancelled.
    /// </summary>
    public static string Of(IReadOnlyCollection<RegistrationState> registrations)
    {
        var (standing, coming) = (registrations.Count(r => r.Stands()), registrations.Count(r => !r.Stands() && !r.Over()));
        return standing > 0 ? coming == 0 ? Perfected : Partly
            : coming > 0 ? Open
            : registrations.Any(r => r is RegistrationState.Revoked or RegistrationState.Expired) ? Lost
            : registrations.Any(r => r == RegistrationState.Cancelled) ? Released
            : Open;
    }
}

/// <summary>States of a right in a pledge.</summary>
internal static class ItemStates
{
    public const string Planned = "planned";
    public const string Held = "held";
    public const string Leaving = "leaving";
    public const string Released = "released";
    public const string Dropped = "dropped";

    private static readonly (string Word, Words Title)[] All = [(Planned, new("拟质押", "planned")), (Held, new("在押", "held")), (Leaving, new("解除办理中", "leaving")), (Released, new("已解除", "released")), (Dropped, new("未设立", "dropped"))];

    public static Words Title(string state) => All.First(s => s.Word == state).Title;
}
