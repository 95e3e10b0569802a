using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Host.Serve;

/// <summary>What is running.</summary>
/// <param name="Product">Its name.</param>
/// <param name="Version">Product version.</param>
/// <param name="StartedAt">ISO instant.</param>
/// <param name="HolidayYears">Years whose public holidays are known.</param>
/// <param name="Demo">Whether the founding cases are loaded.</param>
public sealed record AboutAnswer(string Product, string Version, string StartedAt, IReadOnlyList<int> HolidayYears, bool Demo);

/// <summary>A founding case as a door into the product; <paramref name="DealId"/> is null when it has no deal on the desk.</summary>
public sealed record FoundingCase(string Id, string TitleZh, string TitleEn, IReadOnlyList<string> Parts, Guid? DealId);

public sealed record FoundingCases(IReadOnlyList<FoundingCase> Cases);

/// <summary>The endpoints that belong to no room: what is running, and the founding cases.</summary>
internal sealed class FoundingDoor(AboutAnswer about, Func<IReadOnlyList<FoundingCase>> cases) : IRoom
{
    public IRoomModel? Model => null;

    public void Register(IServiceCollection parts)
    {
        // Nothing to register: both answers are given.
    }

    /// <summary>Which deals they are on the desk is told to the organisation that owns them.</summary>
    private IResult Founding(HttpContext context)
    {
        var owner = RequestViewer.Of(context).Organisation == Viewer.FoundingOrganisation;
        return Results.Json(new FoundingCases([.. cases().Select(c => owner ? c : c with { DealId = null })]), WebJson.Options);
    }

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/about", () => Results.Json(about, WebJson.Options)).WithName("about").ForAnybody().WithSummary("What is running").Produces<AboutAnswer>();
        api.MapGet("/cases", Founding).WithName("listCases").Reads("cases").WithSummary("The founding cases").Produces<FoundingCases>();
    }
}
