using System.Text.Encodings.Web;
using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Kept;

/// <summary>Answers kept under the keys their callers gave, so that a repeated request is answered and not done again.</summary>
public static class KeptAnswers
{
    /// <summary>How long an answer is kept: nobody repeats a request after that.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TableShape Shape = new(
        "platform_kept_answer",
        TableShape.Text("owner_id"), TableShape.Text("key"), TableShape.Text("route"), TableShape.Text("body_hash"), TableShape.Text("fields"), TableShape.Text("answer"), TableShape.Long("at"));

    /// <summary>A kept answer reads like the first one.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Forgets the answers kept before an instant; returns how many.</summary>
    public static Task<int> Forget(Store store, long before) => store.Commits.Write(
        Viewer.Everything("forget kept answers"),
        context => Task.FromResult(context.Session.Execute("DELETE FROM platform_kept_answer WHERE at < @p0", before)));

    internal static async Task<Written<T>> Once<T>(ZhirongContext context, WriteKey? key, TimeProvider clock, Func<ZhirongContext, Task<Result<T>>> work)
        where T : class
    {
        var owner = RowValues.Of(context.Viewer.Organisation);
        if (key is not null && Known(context.Session, owner, key) is { } known)
        {
            return known.Is(key) ? new() { Kept = known.Answer } : new() { ReusedFor = known.Difference(key) };
        }

        var result = await work(context);
        if (!result.Ok)
        {
            throw new WorkRefused(result.Refusals);
        }

        if (key is not null)
        {
            var answer = JsonSerializer.Serialize(result.Value, Json);
            context.Session.Insert(new RowSet(Shape).Add(owner, key.Key, key.Route, key.BodyHash, key.Fields, answer, Instant.Now(clock)));
        }

        return new() { Value = result.Value };
    }

    private static KeptRequest? Known(Session session, string owner, WriteKey key) => session.First(
        "SELECT route, body_hash, fields, answer FROM platform_kept_answer WHERE owner_id = @p0 AND key = @p1",
        row => new KeptRequest(row.Text(0), row.Text(1), row.TextOrNull(2), row.Text(3)),
        owner,
        key.Key);

    private sealed record KeptRequest(string Route, string BodyHash, string? Fields, string Answer)
    {
        public bool Is(WriteKey key) => Route == key.Route && BodyHash == key.BodyHash;

        /// <summary>What tells the two requests apart: the route, or the first field of the body that differs.</summary>
        public string Difference(WriteKey key) => Route != key.Route ? "route" : FieldPrints.FirstDifference(Fields, key.Fields) ?? "body";
    }
}
