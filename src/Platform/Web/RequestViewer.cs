using Microsoft.AspNetCore.Http;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Web;

/// <summary>Who asks.</summary>
public static class RequestViewer
{
    private static readonly object Place = new();

    /// <summary>Whoever signed in; on a server without sign-in, its local user.</summary>
    public static Viewer Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(Place, out var viewer) ? (Viewer)viewer! : Viewer.Local;
    }

    /// <summary>Whether it has been said who asks.</summary>
    public static bool IsKnown(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.ContainsKey(Place);
    }

    /// <summary>Says who asks; once, before the endpoint runs.</summary>
    public static void Set(HttpContext context, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items.Add(Place, viewer);
    }
}
