using Microsoft.AspNetCore.Http;

namespace Zhirong.Platform.Access.Approvals;

/// <summary>Under what a request runs that needed approval.</summary>
/// <param name="Approval">The case in which it was approved; null under a mandate.</param>
/// <param name="Mandate">The mandate it was counted against; null otherwise.</param>
/// <param name="Deciders">The names of those who approved it, in the order they did; null under a mandate.</param>
public sealed record ApprovedBy(Guid? Approval, Guid? Mandate, IReadOnlyList<string>? Deciders = null);

/// <summary>The door for use cases that write down who approved what they do.</summary>
public static class Approved
{
    private static readonly object Place = new();

    /// <summary>Null for an act that needed no approval.</summary>
    public static ApprovedBy? By(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(Place, out var by) ? (ApprovedBy)by! : null;
    }

    internal static void Set(HttpContext context, ApprovedBy by) => context.Items[Place] = by;
}
