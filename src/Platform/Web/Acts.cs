using Microsoft.AspNetCore.Builder;

namespace Zhirong.Platform.Web;

/// <summary>What a person must be allowed to do to use an endpoint.</summary>
/// <param name="Code"><c>room.noun.verb</c>, such as <c>ledger.book.open</c>; <c>room.read</c> for reading; <see cref="Own"/>; empty where nobody need sign in.</param>
/// <param name="Writes">Whether it changes anything of an organisation.</param>
public sealed record ActOf(string Code, bool Writes)
{
    /// <summary>The act of what concerns only the person who asks, such as signing out: allowed to whoever signed in.</summary>
    public const string Own = "own";

    /// <summary>The part before the first point: the room.</summary>
    public string Room => Code.Split('.')[0];
}

/// <summary>Names the act of an endpoint; an endpoint without one is served to nobody.</summary>
public static class Acts
{
    /// <summary>An endpoint that changes something.</summary>
    public static T Act<T>(this T endpoint, string code)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new ActOf(code, true));

    /// <summary>An endpoint that only reads, or only computes.</summary>
    public static T Reads<T>(this T endpoint, string room)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new ActOf($"{room}.read", false));

    /// <summary>An endpoint about the person who asks and nobody else: whoever signed in may use it.</summary>
    public static T ForOneself<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new ActOf(ActOf.Own, false));

    /// <summary>An endpoint that nobody need sign in for.</summary>
    public static T ForAnybody<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new ActOf("", false));
}
