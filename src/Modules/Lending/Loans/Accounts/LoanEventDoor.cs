using System.Text.Json;
using System.Text.Json.Nodes;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Accounts;

/// <summary>A request to record something of a loan.</summary>
/// <param name="BaseVersion">The version of the loan it was made of.</param>
/// <param name="Read">Makes its events; what is wrong with the form goes there.</param>
internal sealed record EventAsked(int BaseVersion, Func<LendingForm, Loan, IReadOnlyList<LoanHappening>, LoanDesk, IReadOnlyList<EventDraft>> Read);

/// <summary>One way of recording something of a loan: by its path, for its act; recorded, tried or shown to those who approve it, it is read in one place.</summary>
/// <param name="Path">Last part of the endpoint's path.</param>
/// <param name="Asks">What a request asks.</param>
/// <param name="Read">A body as the request; null for another shape.</param>
internal sealed record LoanEventDoor(string Path, string Act, Func<object, EventAsked> Asks, Func<JsonNode?, object?> Read)
{
    /// <summary>A body as a request; null for another shape.</summary>
    public static T? Body<T>(JsonNode? body)
        where T : class
    {
        try
        {
            return body?.Deserialize<T>(WebJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
