using Microsoft.AspNetCore.Http;
using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Web;

/// <summary>The reader's language: Chinese unless English is asked for first.</summary>
public static class RequestLanguage
{
    public static Language Of(HttpContext context) => Of(context.Request.Headers.AcceptLanguage.ToString());

    /// <summary>The language a link names, else the reader's: a link carries no header of the page it stands on.</summary>
    public static Language Of(HttpContext context, string? lang) => lang is null ? Of(context) : Of(lang);

    /// <param name="accepted">An Accept-Language header; the first language counts.</param>
    public static Language Of(string accepted) =>
        accepted.TrimStart().StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.En : Language.Zh;
}
