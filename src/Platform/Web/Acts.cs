using Microsoft.AspNetCore.Builder;

namespace Zhirong.Platform.Web;

/// <summary>What a person must be allowed to do to use an endpoint.</summary>
/// <param name="Code"><c>room.noun.verb</c>, such as <c>ledger.book.open</c>; <c>room.read</c> for reading; empty where nobody need sign in.</param>
/// <param name="Writes">Whether it changes anything.</param>
public sealed record ActOf(string Code, bool Writes);

/// <summary>Names the act of an endpoint; an endpoint without one is served to nobody.</summary>
public static class Acts
{
    /// <summary>An endpoint that changes something.</summary>
    public static T Act<T>(this T endpoint, string code)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new ActOf(code, true));

    /// <summary>An endpoint that only reads, or only computes.</summary>
    public static T Reads<T>(this T endpoint, string room)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new ActOf($"{room}.read", false));

    /// <summary>An endpoint that nobody need sign in for.</summary>
    public static T ForAnybody<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new ActOf("", false));
}
