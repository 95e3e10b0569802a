using Microsoft.AspNetCore.Http;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Web;

/// <summary>Who asks. Until people sign in, the server listens on this machine only and everybody is its local user.</summary>
public static class RequestViewer
{
    public static Viewer Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Viewer.Local;
    }
}
