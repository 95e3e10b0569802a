using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Access.People;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using RowSession = Zhirong.Platform.Storage.Rows.Session;

namespace Zhirong.Platform.Access.SignIn;

/// <summary>Finds who asks by the key he holds.</summary>
internal sealed class AskerReading(Store store, TimeProvider clock)
{
    private static readonly Viewer WhoAsks = Viewer.Everything("find who asks");

    /// <param name="key">The content of the session cookie.</param>
    public Result<Asker> BySession(string key)
    {
        using var read = store.Read(WhoAsks);
        var now = clock.GetUtcNow();
        var stands = read.Session.First(
            "SELECT id, user_id, org_id, seen_at, expires_at, ended_at FROM access_session WHERE token_hash = @p0",
            row => new Standing(row.Id(0), row.Id(1), row.Id(2), row.Long(3), row.Long(4), row.LongOrNull(5)),
            Secrets.Hash(key));
        if (stands is null || stands.EndedAt is not null || now >= Instant.Time(stands.ExpiresAt) || now >= Instant.Time(stands.UsedAt ?? 0) + Sessions.Idle)
        {
            return GateRefusals.SessionEnded();
        }

        if (now >= Instant.Time(stands.UsedAt ?? 0) + Sessions.Seen)
        {
            _ = Note("UPDATE access_session SET seen_at = @p0 WHERE id = @p1", stands.Id, now);
        }

        return Found(read.Session, stands, asker => asker with { Session = stands.Id });
    }

    /// <param name="key">The whole access token.</param>
    public Result<Asker> ByToken(string key)
    {
        using var read = store.Read(WhoAsks);
        var now = clock.GetUtcNow();
        var (stands, scopes) = read.Session.First(
            "SELECT id, user_id, owner_id, used_at, expires_at, revoked_at, scopes FROM access_token WHERE token_hash = @p0",
            row => (new Standing(row.Id(0), row.Id(1), row.Id(2), row.LongOrNull(3), row.Long(4), row.LongOrNull(5)), row.Text(6)),
            Secrets.Hash(key));
        var refused = stands is null ? GateRefusals.Token(new("访问令牌无效", "The access token is not known"))
            : stands.EndedAt is not null ? GateRefusals.Token(new("访问令牌已吊销", "The access token was revoked"))
            : now >= Instant.Time(stands.ExpiresAt) ? GateRefusals.Token(new("访问令牌已过期", "The access token has expired"))
            : null;
        if (refused is not null)
        {
            return refused;
        }

        if (stands!.UsedAt is not { } used || now >= Instant.Time(used) + Sessions.Seen)
        {
            _ = Note("UPDATE access_token SET used_at = @p0 WHERE id = @p1", stands.Id, now);
        }

        var covered = new Grants([.. JsonSerializer.Deserialize<List<string>>(scopes)!.Select(act => new Grant(act))]);
        return Found(read.Session, stands, asker => asker with { Token = stands.Id, Scopes = covered });
    }

    /// <summary>A person for whom the server itself runs a request.</summary>
    public Result<Asker> ByViewer(Viewer viewer)
    {
        using var read = store.Read(WhoAsks);
        var found = Found(read.Session, new(Guid.Empty, viewer.User, viewer.Organisation, null, 0, null), asker => asker);
        return found.Ok ? found.Value with { Viewer = viewer } : found;
    }

    private Result<Asker> Found(RowSession session, Standing stands, Func<Asker, Asker> with)
    {
        var person = session.First(
            "SELECT name, login, disabled, must_change FROM access_user WHERE id = @p0",
            row => new { Name = row.Text(0), Login = row.Text(1), Disabled = row.Int(2) == 1, MustChange = row.Int(3) == 1 },
            RowValues.Of(stands.User));
        if (person is null)
        {
            return GateRefusals.SessionEnded();
        }

        if (person.Disabled)
        {
            return GateRefusals.Disabled(person.Login);
        }

        var held = PeopleReading.Held(session, stands.User, stands.Organisation, Days.Today(clock));
        return with(new()
        {
            Viewer = new(stands.Organisation, person.Name) { User = stands.User },
            Login = person.Login,
            Organisation = new PeopleReading().Organisation(session, stands.Organisation),
            Roles = [.. held.Select(h => h.Role)],
            Grants = PeopleReading.GrantsOf(held),
            MustChange = person.MustChange,
        });
    }

    /// <summary>Notes a use; the request does not wait for it, and does not fail where it cannot be noted.</summary>
    private async Task Note(string sql, Guid id, DateTimeOffset now)
    {
        try
        {
            await store.Commits.Write(WhoAsks, work => Task.FromResult(work.Session.Execute(sql, Instant.Of(now), RowValues.Of(id))));
        }
        catch (Exception problem) when (problem is StorageException or System.Data.Common.DbException or System.Threading.Channels.ChannelClosedException)
        {
            // The next request notes it.
        }
    }

    private sealed record Standing(Guid Id, Guid User, Guid Organisation, long? UsedAt, long ExpiresAt, long? EndedAt);
}
