using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Access.Approvals;

/// <summary>A writing request before it is done.</summary>
/// <param name="Act"><c>payments.batch.approve</c>.</param>
/// <param name="Path">Its path.</param>
/// <param name="Values">The values of its route, by name.</param>
/// <param name="Body">Its JSON; null when it has none.</param>
public sealed record ActRequest(string Act, string Path, IReadOnlyDictionary<string, string> Values, JsonNode? Body);

/// <summary>One field of what is to be approved.</summary>
/// <param name="Name">Permanent name.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Before">As it stands; null when it is new.</param>
/// <param name="After">As it would be; null when it would be gone.</param>
public sealed record FieldChange(string Name, Words Label, string? Before, string? After);

/// <summary>What those who decide are shown.</summary>
public sealed record ShownChange
{
    /// <summary>One line for the inbox.</summary>
    public required Words Title { get; init; }

    /// <summary>What levels and mandates go by; null when the act has none.</summary>
    public Money? Amount { get; init; }

    /// <summary>Kind and id of the record it is about, for a link and for mandates.</summary>
    public string? SubjectKind { get; init; }

    public string? SubjectId { get; init; }

    /// <summary>The product a mandate may be limited to; empty when there is none.</summary>
    public string Product { get; init; } = "";

    public IReadOnlyList<FieldChange> Fields { get; init; } = [];
}

/// <summary>Shows the difference an act would make; a room registers one for each act whose request alone does not say it.</summary>
public interface IChangeShown
{
    bool Shows(string act);

    /// <summary>What would change, or why the request need not be put up at all: what is refused here would be refused when it is run.</summary>
    Result<ShownChange> Show(ZhirongContext read, ActRequest request);
}
