using Microsoft.AspNetCore.Http;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>What is not there, or belongs to somebody else: the same answer.</summary>
internal static class Unseen
{
    public static IResult Problem(HttpContext context, string what, Guid id) => Problems.Of(context, WebRefusals.NotFound(what, $"{id}"), StatusCodes.Status404NotFound);
}
