using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Access.SignIn;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Tokens;

/// <param name="Name">What it is for, 1 to 60 characters.</param>
/// <param name="Scopes">Acts as in grants; no more than the roles of its owner grant.</param>
/// <param name="Days">How long it lasts, 1 to 365.</param>
public sealed record MakeTokenRequest(string Name, IReadOnlyList<string> Scopes, int Days);

/// <summary>An access token without its secret.</summary>
/// <param name="Shown">Its first characters.</param>
/// <param name="State">active, expired or revoked.</param>
public sealed record TokenView(Guid Id, string Name, string Shown, Guid Organisation, IReadOnlyList<string> Scopes, string CreatedAt, string ExpiresAt, string? UsedAt, string State);

/// <param name="Token">The whole token: shown now and never again.</param>
public sealed record MadeToken(string Token, TokenView View);

public sealed record TokenList(IReadOnlyList<TokenView> Tokens);

/// <summary>One's own keys for programs: they act in the organisation they were made in, as far as their scopes and the roles of their owner reach.</summary>
internal static class MakeToken
{
    private const int Most = 20;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/access/tokens", List).WithName("listTokens").ForOneself().WithSummary("One's own access tokens, newest first").Produces<TokenList>();
        api.MapPost("/access/tokens", Answer).WithName("makeToken").ForOneself().WithSummary("Make an access token; it is shown once").Produces<MadeToken>(201).ProducesProblem(403).ProducesProblem(422);
        api.MapPost("/access/tokens/{id:guid}/revoke", Revoke).WithName("revokeToken").ForOneself().WithSummary("Revoke an access token of one's own").Produces(204).ProducesProblem(404);
    }

    private static IResult List(HttpContext context, Store store, TimeProvider clock)
    {
        using var read = store.Read(RequestViewer.Of(context));
        var tokens = read.Set<ApiToken>().Where(t => t.UserId == read.Viewer.User).OrderByDescending(t => t.CreatedAt).ToList();
        return Results.Json(new TokenList([.. tokens.Select(t => View(t, Instant.Now(clock)))]), WebJson.Options);
    }

    // No idempotency key: an answer that holds a token is kept nowhere.
    private static async Task<IResult> Answer(BodyOf<MakeTokenRequest> body, HttpContext context, Store store, IWitness witness, TimeProvider clock)
    {
        var asker = Asker.Of(context);
        if (asker.MustChange)
        {
            return Problems.Of(context, GateRefusals.MustChange(asker.Login), StatusCodes.Status403Forbidden);
        }

        var refusals = body.Value.Ok ? [.. Faults(body.Value.Value, asker.Grants)] : body.Value.Refusals;
        if (refusals.Count > 0)
        {
            return Problems.Of(context, refusals);
        }

        var secret = Secrets.TokenMark + Secrets.New();
        var made = await store.Commits.Once(asker.Viewer, null, clock, work => Task.FromResult(Make(work, body.Value.Value, secret, witness, clock)));
        context.Response.Headers.CacheControl = "no-store";
        return made.Value is { } view ? Results.Json(new MadeToken(secret, view), WebJson.Options, statusCode: StatusCodes.Status201Created) : Answers.Written(context, made, null);
    }

    private static Result<TokenView> Make(ZhirongContext work, MakeTokenRequest request, string secret, IWitness witness, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (work.Session.First("SELECT count(*) FROM access_token WHERE user_id = @p0 AND revoked_at IS NULL AND expires_at > @p1", row => row.Int(0), RowValues.Of(work.Viewer.User), Instant.Of(now)) >= Most)
        {
            return TokenRefusals.TooMany(Most);
        }

        var token = new ApiToken
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = work.Viewer.Organisation,
            UserId = work.Viewer.User,
            Name = request.Name.Trim(),
            TokenHash = Secrets.Hash(secret),
            Shown = secret[..10],
            Scopes = JsonSerializer.Serialize(request.Scopes),
            CreatedAt = Instant.Of(now),
            ExpiresAt = Instant.Of(now.AddDays(request.Days)),
        };
        work.Add(token);
        work.SaveChanges();
        witness.Record(work, "TokenMade", "token", RowValues.Of(token.Id), new JsonObject { ["expires"] = Instant.Text(token.ExpiresAt), ["name"] = token.Name, ["scopes"] = new JsonArray([.. request.Scopes.Select(s => JsonValue.Create(s))]) });
        return View(token, Instant.Of(now));
    }

    private static async Task<IResult> Revoke(Guid id, HttpContext context, Store store, IWitness witness, TimeProvider clock)
    {
        var revoked = await store.Commits.Write(RequestViewer.Of(context), work =>
        {
            var token = work.Set<ApiToken>().SingleOrDefault(t => t.Id == id && t.UserId == work.Viewer.User);
            if (token is { RevokedAt: null })
            {
                token.RevokedAt = Instant.Now(clock);
                work.SaveChanges();
                witness.Record(work, "TokenRevoked", "token", RowValues.Of(id), new JsonObject { ["name"] = token.Name });
            }

            return Task.FromResult(token is not null);
        });
        return revoked ? Results.NoContent() : Problems.Of(context, WebRefusals.NotFound("tokens", $"{id}"), StatusCodes.Status404NotFound);
    }

    private static TokenView View(ApiToken token, long now) => new(
        token.Id, token.Name, token.Shown, token.OwnerId, JsonSerializer.Deserialize<List<string>>(token.Scopes)!, Instant.Text(token.CreatedAt), Instant.Text(token.ExpiresAt),
        token.UsedAt is { } used ? Instant.Text(used) : null, token.RevokedAt is not null ? "revoked" : now >= token.ExpiresAt ? "expired" : "active");

    private static IEnumerable<Refusal> Faults(MakeTokenRequest request, Grants grants)
    {
        if (request.Name.Trim().Length is 0 or > 60)
        {
            yield return TokenRefusals.Name(request.Name.Trim().Length);
        }

        if (request.Days is < 1 or > 365)
        {
            yield return TokenRefusals.Days(request.Days);
        }

        if (request.Scopes.Count is 0 or > 50)
        {
            yield return TokenRefusals.Scope("scopes", $"{request.Scopes.Count}");
        }

        for (var i = 0; i < Math.Min(request.Scopes.Count, 50); i++)
        {
            var scope = request.Scopes[i];
            if (!Grant.IsAct(scope))
            {
                yield return TokenRefusals.Scope($"scopes[{i}]", scope.Length <= 90 ? scope : scope[..90]);
            }
            else if (!grants.Allow(scope))
            {
                yield return TokenRefusals.MoreThanOwn($"scopes[{i}]", scope);
            }
        }
    }
}
