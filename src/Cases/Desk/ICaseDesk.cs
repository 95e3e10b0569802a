using System.Text.Json.Nodes;

namespace Zhirong.Cases.Desk;

/// <summary>The running product as a case plays on it: asked over its own interface, in the name of the demonstration's people.</summary>
public interface ICaseDesk : IDisposable
{
    /// <summary>Asks and waits for the answer; a refusal is an answer.</summary>
    DeskAnswer Ask(DeskRequest request);

    /// <summary>Whether nothing is left to do behind the answers given so far: what has not come by now does not come.</summary>
    bool Settled();
}

/// <param name="Open">Opens the desk, or gives the one that is open.</param>
/// <param name="Kept">The store stays: parts are played for their records, whatever is checked.</param>
public sealed record CaseDesk(Func<ICaseDesk> Open, bool Kept = false);

/// <summary>One request of a case.</summary>
/// <param name="Role">Whose user asks: a role's code, with <c>@</c> and an organisation's kind where several hold it.</param>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Path">Below <c>/api/v1</c>.</param>
/// <param name="Body">Null without one.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="On">The day it is asked on, from which the clock goes on; null for the day before.</param>
public sealed record DeskRequest(string Role, string Method, string Path, ReadOnlyMemory<byte>? Body, string ContentType, DateOnly? On);

/// <param name="Status">HTTP status.</param>
/// <param name="Body">The JSON of the answer; null where it is a file.</param>
/// <param name="Length">Bytes of the answer.</param>
public sealed record DeskAnswer(int Status, JsonNode? Body, int Length)
{
    public bool Done => Status is >= 200 and < 300;
}
