using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Cases.Desk;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Outbox;

namespace Zhirong.Host.Serve;

/// <summary>A running server with its demonstration, as a case plays on it.</summary>
internal sealed class ServedDesk : ICaseDesk
{
    private readonly Uri address;
    private readonly CaseClock? clock;
    private readonly Func<bool>? settled;
    private readonly Dictionary<string, HttpClient> people = new(StringComparer.Ordinal);
    private readonly DemoSignIn demo;

    /// <param name="address">Of the server.</param>
    /// <param name="clock">The server's clock, where the case may move it; null where time is nobody's to move.</param>
    /// <param name="settled">Whether the server has nothing left to do; null where that cannot be told.</param>
    public ServedDesk(Uri address, CaseClock? clock, Func<bool>? settled = null)
    {
        (this.address, this.clock, this.settled) = (address, clock, settled);
        using var anybody = new HttpClient { BaseAddress = address };
        demo = DemoSignIn.Read(anybody);
    }

    public DeskAnswer Ask(DeskRequest request)
    {
        if (request.On is { } day)
        {
            clock?.MoveTo(day);
        }

        using var first = Send(Person(request.Role), request);
        if (first.StatusCode != HttpStatusCode.Unauthorized)
        {
            return Read(first);
        }

        // The clock moved past the end of the session: whoever it was signs in again.
        people.Remove(request.Role, out var gone);
        gone?.Dispose();
        using var again = Send(Person(request.Role), request);
        return Read(again);
    }

    public bool Settled() => settled?.Invoke() == true;

    public void Dispose()
    {
        foreach (var person in people.Values)
        {
            person.Dispose();
        }
    }

    private HttpClient Person(string role)
    {
        if (!people.TryGetValue(role, out var person))
        {
            person = new(new SocketsHttpHandler { CookieContainer = new(), UseCookies = true }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
            demo.SignIn(person, role);
            people[role] = person;
        }

        return person;
    }

    private static HttpResponseMessage Send(HttpClient person, DeskRequest request)
    {
        using var message = new HttpRequestMessage(new(request.Method), $"/api/v1{request.Path}");
        if (request.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType);
        }

        message.Headers.AcceptLanguage.ParseAdd("zh-CN");
        return person.Send(message);
    }

    private static DeskAnswer Read(HttpResponseMessage answer)
    {
        using var memory = new MemoryStream();
        answer.Content.CopyTo(memory, null, CancellationToken.None);
        var json = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true && memory.Length > 0;
        return new((int)answer.StatusCode, json ? JsonNode.Parse(memory.ToArray()) : null, (int)memory.Length);
    }
}

/// <summary>A server of a case's own, on a clock the case moves.</summary>
internal sealed class CaseServer : IDisposable
{
    private readonly string? temporary;
    private readonly Store store;
    private readonly WebApplication server;

    private CaseServer(string target, string? temporary, IReadOnlyList<string>? founding, string? keys)
    {
        this.temporary = temporary;
        var clock = new CaseClock(Store.IsThere(target));
        (store, server) = DeskServer.Start(new(0, target, keys) { Founding = founding, AtOnce = 1 }, CancellationToken.None, clock).GetAwaiter().GetResult();
        var backlogs = server.Services.GetServices<IBacklog>().ToList();
        Desk = new(new(DeskServer.Address(server)), clock, () => Backlogs.Empty(store, backlogs));
    }

    public ServedDesk Desk { get; }

    /// <summary>Opens a server with the founding deals of some cases, or of all.</summary>
    /// <param name="keep">Where its store stays, a folder or a PostgreSQL connection string; null for a folder that goes with it.</param>
    /// <param name="keys">Where the private keys stay; null for the usual place.</param>
    public static CaseServer Open(string? keep, IReadOnlyList<string>? founding, string? keys = null)
    {
        var temporary = keep is null ? Directory.CreateTempSubdirectory("zhirong-case-").FullName : null;
        return new(keep ?? temporary!, temporary, founding, keys);
    }

    public void Dispose()
    {
        Desk.Dispose();
        server.StopAsync().GetAwaiter().GetResult();
        server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        if (temporary is not null)
        {
            Directory.Delete(temporary, true);
        }
    }
}

/// <summary>Signs the demonstration's people in by the role they hold.</summary>
internal sealed record DemoSignIn(string Password, IReadOnlyList<DemoSignIn.Person> People)
{
    /// <param name="Kind">Of his organisation.</param>
    internal sealed record Person(string Login, string Kind, IReadOnlyList<string> Roles);

    public static DemoSignIn Read(HttpClient anybody)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/access/demo");
        using var answer = anybody.Send(request);
        var body = Json(answer);
        return new($"{body["password"]}", [.. body["people"]!.AsArray().Select(p => new Person($"{p!["login"]}", $"{p["kind"]}", [.. p["roles"]!.AsArray().Select(r => $"{r}")]))]);
    }

    /// <param name="role">A role, with <c>@</c> and a kind of organisation where several hold it; whoever holds the fewest others.</param>
    public void SignIn(HttpClient person, string role)
    {
        var parts = role.Split('@');
        var holder = People.Where(p => p.Roles.Contains(parts[0]) && (parts.Length == 1 || p.Kind == parts[1])).OrderBy(p => p.Roles.Count).FirstOrDefault()
            ?? throw new InvalidOperationException($"Nobody of the demonstration is {role}: {string.Join(", ", People.SelectMany(p => p.Roles).Distinct())}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/access/sign-in")
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { login = holder.Login, password = Password })),
        };
        request.Content.Headers.ContentType = new("application/json");
        using var answer = person.Send(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{holder.Login} cannot sign in: {Json(answer)["code"]}");
        }
    }

    private static JsonNode Json(HttpResponseMessage answer)
    {
        using var stream = answer.Content.ReadAsStream();
        return JsonNode.Parse(stream) ?? new JsonObject();
    }
}

/// <summary>Stands on the morning of the case's day and goes on from there at its own pace.</summary>
internal sealed class CaseClock : TimeProvider
{
    private static readonly TimeSpan Morning = TimeSpan.FromHours(1);

    /// <summary>Before any case: the demonstration's people are there on every day of it.</summary>
    private static readonly DateOnly First = new(2018, 1, 2);

    private long offset;

    /// <param name="further">Whether the store was begun before on such a clock, which does not go back behind that morning.</param>
    public CaseClock(bool further) => Interlocked.Exchange(ref offset, (At(further ? First.AddDays(1) : First) - System.GetUtcNow()).Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref offset));

    /// <summary>Moves on to nine in the morning, Beijing time; never back.</summary>
    public void MoveTo(DateOnly day)
    {
        if (At(day) > GetUtcNow())
        {
            Interlocked.Exchange(ref offset, (At(day) - System.GetUtcNow()).Ticks);
        }
    }

    private static DateTimeOffset At(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) + Morning;
}
