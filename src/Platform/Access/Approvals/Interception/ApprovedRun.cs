using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Model;
using Zhirong.Platform.Access.Approvals.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals.Interception;

/// <summary>What an endpoint answered.</summary>
internal sealed record RunAnswer(int Status, string Text)
{
    public bool Done => Status < 400;

    /// <summary>Nobody's decision: the server or the database could not, and it is tried again.</summary>
    public bool Again => Status >= 500;
}

/// <summary>
/// Runs an approved request through its own endpoint, as whoever began it and under a key of its own, so that running it again gives
/// the answer of the first time.
/// </summary>
internal sealed class ApprovedRun(Store store, IServiceScopeFactory scopes, IEnumerable<EndpointDataSource> sources, RequestKeys keys)
{
    public async Task<RunAnswer> Run(StoredCase approved, CancellationToken cancel)
    {
        StoredRequest? request;
        using (var read = store.Read(approved.Viewer))
        {
            request = ApprovalWriting.Request(read.Session, approved.Id, approved.Case.Round);
        }

        if (request is null || Endpoint(sources, request.Endpoint) is not { RequestDelegate: { } run } endpoint)
        {
            return Refused(InterceptionRefusals.Gone(request?.Endpoint ?? "—"));
        }

        if (Body(request) is not { } body)
        {
            return Refused(InterceptionRefusals.Keys());
        }

        await using var scope = scopes.CreateAsyncScope();
        using var answer = new MemoryStream();
        var context = Context(approved, request, endpoint, body, answer, scope.ServiceProvider, cancel);
        var act = endpoint.Metadata.GetMetadata<ActOf>()!;
        if (await scope.ServiceProvider.GetRequiredService<IGate>().Enter(context, act) is { } stopped)
        {
            await stopped.ExecuteAsync(context);
        }
        else
        {
            await run(context);
        }

        return new(context.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()));
    }

    public static RouteEndpoint? Endpoint(IEnumerable<EndpointDataSource> sources, string name) => sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .FirstOrDefault(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == name);

    private byte[]? Body(StoredRequest request)
    {
        try
        {
            return request.Protected ? keys.Unprotect(request.Body) : request.Body;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static DefaultHttpContext Context(StoredCase approved, StoredRequest request, RouteEndpoint endpoint, byte[] body, MemoryStream answer, IServiceProvider parts, CancellationToken cancel)
    {
        var context = new DefaultHttpContext { RequestServices = parts, TraceIdentifier = $"ZR-APPROVAL-{approved.Id:N}", RequestAborted = cancel };
        context.SetEndpoint(endpoint);
        context.Request.Method = request.Method;
        context.Request.Scheme = "http";
        context.Request.Host = new("localhost");
        context.Request.Path = request.Path;
        context.Request.QueryString = new(request.Query.Length == 0 ? null : request.Query);
        context.Request.ContentType = request.ContentType;
        context.Request.ContentLength = body.Length;
        context.Request.Body = new MemoryStream(body, writable: false);
        context.Request.Headers.AcceptLanguage = request.Language;
        context.Request.Headers["Idempotency-Key"] = $"{ApprovalHook.KeyMark}{approved.Id}";
        foreach (var (name, value) in RequestForm.ValuesOf(request.RouteValues))
        {
            context.Request.RouteValues[name] = value;
        }

        context.Response.Body = answer;
        RequestViewer.Set(context, approved.Viewer);
        Approved.Set(context, new(approved.Id, null, [.. approved.Case.ThisRound.Where(d => d.Kind is DecisionKind.Approve or DecisionKind.Conditions).Select(d => d.Decider.Person.Name).Distinct()]));
        return context;
    }

    /// <summary>A refusal of our own, kept as the endpoint's would be.</summary>
    private static RunAnswer Refused(Refusal refusal) => new(StatusCodes.Status422UnprocessableEntity, JsonSerializer.Serialize(
        new Problem { Type = $"urn:zhirong:{refusal.Code}", Title = refusal.Message.Zh, Status = 422, Detail = refusal.Sentence(Language.Zh), Code = refusal.Code, RequestId = "", Errors = Finding.Of([refusal], Language.Zh) },
        WebJson.Options));

    /// <summary>What a case is closed with that failed again and again.</summary>
    public static RunAnswer Fault(int tries) => Refused(InterceptionRefusals.Fault(tries));
}
