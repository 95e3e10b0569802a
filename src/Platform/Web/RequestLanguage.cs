using Microsoft.AspNetCore.Http;
using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Web;

/// <summary>The reader's language: Chinese unless English is asked for first.</summary>
public static class RequestLanguage
{
    public static Language Of(HttpContext context) => Of(context.Request.Headers.AcceptLanguage.ToString());

    /// <param name="accepted">An Accept-Language header; the first language counts.</param>
    public static Language Of(string accepted) =>
        accepted.TrimStart().StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.En : Language.Zh;
}
