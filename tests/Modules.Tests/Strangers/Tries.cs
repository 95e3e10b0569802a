using System.IO.Compression;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Tests.Strangers;

/// <summary>An endpoint of the running server, with a request an owner could make.</summary>
/// <param name="OwnersId">Whether its path names a record of the owner's.</param>
internal sealed record Door(string Name, string Method, string Path, ActOf Act, string? Body, string Content, bool OwnersId)
{
    public override string ToString() => $"{Method} {Name}";
}

/// <param name="Caller">Who asked.</param>
/// <param name="Leak">What of the owner's came back or was changed; null when nothing.</param>
internal sealed record Try(string Caller, Door Door, int Status, string? Leak);

/// <summary>Every endpoint of the server, read from its routes, and what a caller gets from it.</summary>
internal sealed partial class Tries(PlantedDesk desk)
{
    public IReadOnlyList<Door> Doors { get; } = [.. All(desk)];

    /// <summary>Asks all doors as one caller.</summary>
    public async Task<List<Try>> As(string caller, HttpClient client, Func<Door, bool>? which = null)
    {
        var tries = new List<Try>();
        foreach (var door in Doors.Where(which ?? (_ => true)))
        {
            using var request = new HttpRequestMessage(new(door.Method), door.Path);
            request.Content = door.Body is null ? null : new StringContent(door.Body, Encoding.UTF8, door.Content);
            using var answer = await client.SendAsync(request);
            tries.Add(new(caller, door, (int)answer.StatusCode, Leak(door, answer.StatusCode, Text(await answer.Content.ReadAsByteArrayAsync()))));
        }

        return tries;
    }

    /// <summary>What the owner reads at every door that names one of his records, to see that nobody changed it.</summary>
    public async Task<Dictionary<string, string>> Snapshot()
    {
        var answers = new Dictionary<string, string>();
        foreach (var door in Doors.Where(d => d is { Method: "GET", OwnersId: true, Name: not ("evidenceBundle" or "openLeaf" or "leavesOfSubject") }))
        {
            using var answer = await desk.Owner.GetAsync(door.Path);
            answers[door.Name] = answer.Content.Headers.ContentType?.MediaType == "application/json" ? $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}" : $"{answer.StatusCode}";
        }

        // Who may decide an open case changes with everybody who is given a role; what was said of it must not.
        var open = await desk.Get($"/api/v1/approvals/{desk.Behind["approvals"]}");
        answers["open case"] = $"OK {open["row"]!["state"]} {open["row"]!["round"]} {open["history"]!.ToJsonString()}";
        return answers;
    }

    /// <summary>The owner's mark, an id of his that the request did not name, or an answer to a request that names one.</summary>
    private string? Leak(Door door, HttpStatusCode status, string text)
    {
        var (named, sent) = ((int)status is >= 200 and < 300, $"{door.Path} {door.Body}");
        return text.Contains(PlantedDesk.Mark, StringComparison.Ordinal) && !sent.Contains(PlantedDesk.Mark, StringComparison.Ordinal) ? "mark"
            : PlantedDesk.AnyId().Matches(text).Select(m => m.Value).FirstOrDefault(id => desk.Ids.Contains(id) && !sent.Contains(id, StringComparison.Ordinal)) is { } id ? $"id {id}"
            : named && door.OwnersId && !Empty(text) ? "answered"
            : null;
    }

    /// <summary>A list with nothing in it.</summary>
    private static bool Empty(string text) => text.StartsWith('{') && JsonNode.Parse(text) is JsonObject { Count: 1 } only && only.First().Value is JsonArray { Count: 0 };

    /// <summary>Workbooks are unpacked, so that nothing hides in them.</summary>
    private static string Text(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        using var archive = new ZipArchive(new MemoryStream(bytes));
        return string.Concat(archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        }));
    }

    private static IEnumerable<Door> All(PlantedDesk desk)
    {
        foreach (var endpoint in desk.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal)))
        {
            if (endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is not { } name)
            {
                // The fallback that says there is no such path.
                continue;
            }

            var (paths, owners) = Paths(desk, name.EndpointName, endpoint);
            foreach (var (method, path) in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.SelectMany(m => paths.Select(p => (m, p))))
            {
                yield return new(name.EndpointName, method, path, endpoint.Metadata.GetMetadata<ActOf>()!, method is "GET" or "DELETE" ? null : Body(desk, name.EndpointName, endpoint), endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json", owners);
            }
        }
    }

    /// <summary>The path with an owner's record in every place: the one that belongs behind the word before it, else each of them in turn.</summary>
    private static (IReadOnlyList<string> Paths, bool Owners) Paths(PlantedDesk desk, string endpointName, RouteEndpoint endpoint)
    {
        var path = endpoint.RoutePattern.RawText!;
        var (owners, paths) = (false, new List<string> { path });
        foreach (Match match in Place().Matches(path))
        {
            var (word, name, kind) = (match.Groups["word"].Value, match.Groups["name"].Value, match.Groups["kind"].Value);
            IReadOnlyList<string> values = (name, kind) switch
            {
                ("kind", _) => [word == "subjects" ? "deal" : "report.html"],
                ("size", _) or ("code", _) => ["1"],
                ("to", _) => ["2"],
                (_, ":int" or ":long") => ["1"],
                ("scenario", _) => [desk.Behind["scenarios"]],
                ("id", "") => [desk.Behind["deals"]],
                _ => desk.Behind.TryGetValue(endpointName, out var id) || desk.Behind.TryGetValue(word, out id) ? [id] : [.. desk.Behind.Values],
            };
            owners |= kind is ":guid" or "" && name is not ("kind" or "code");
            paths = [.. paths.SelectMany(p => values.Select(v => p.Replace("{" + name + kind + "}", v, StringComparison.Ordinal)))];
        }

        return (paths, owners);
    }

    [GeneratedRegex("((?<word>[a-z-]+)/)?\\{(?<name>[A-Za-z]+)(?<kind>(:[a-z]+)?)\\}")]
    private static partial Regex Place();

    private const string First = $"{PlantedDesk.Mark}.1", Second = $"{PlantedDesk.Mark}.2";

    /// <summary>A request an owner could make: written down here for what must fit together, else made from the form of the request.</summary>
    private static string? Body(PlantedDesk desk, string name, RouteEndpoint endpoint)
    {
        object? written = name switch
        {
            "changeAccount" => new { zh = "改", en = "changed", rule = "none", closed = false, baseVersion = 1 },
            "addAccount" => new { code = "9999", zh = "加", en = "added", @class = "asset", normal = "debit", rule = "none" },
            "postEntries" => new { entries = new[] { new { id = Guid.CreateVersion7(), effective = desk.Day, @event = "x", lines = new[] { new { account = First, side = "debit", amount = "1.00" }, new { account = Second, side = "credit", amount = "1.00" } } } } },
            "placeHold" => new { id = Guid.CreateVersion7(), debit = First, credit = Second, amount = "1.00", @event = "x" },
            "postHold" or "reverseEntry" => new { id = Guid.CreateVersion7(), effective = desk.Day },
            "moveBusinessDate" => new { date = "2030-01-01" },
            "matchPlanned" => new { entryId = desk.Behind["matches"] },
            "planRun" => new { bookId = desk.Behind["books"] },
            "saveVersion" => new { baseVersion = 2, text = Desk.Desk.Ctex, reason = "x" },
            "addScenario" or "changeScenario" => new { name = $"{Guid.NewGuid()}", baseVersion = 1, content = new { schema = "ipabs-scenario/v1", id = "x" } },
            "keepRun" => new { version = 1 },
            "decideConflict" => new { outcome = "approved", note = "x" },
            "endMember" => new { until = "2030-01-01" },
            "grantShare" => new { kind = "deal", rootId = desk.Behind["deals"], organisation = DemoPeople.OrganisationId("insurer"), right = "write" },
            _ => OfPayments(desk, name) ?? PlantedRights.Body(name) ?? PlantedValuation.Body(desk, name) ?? PlantedDiligence.Body(desk, name) ?? PlantedPolicy.Body(desk, name) ?? PlantedLending.Body(desk, name) ?? PlantedLoans.Body(desk, name) ?? PlantedReceivables.Request(desk, name) ?? PlantedInstant.Body(desk, name) ?? OfPlatform(name),
        };
        if (written is not null)
        {
            return System.Text.Json.JsonSerializer.Serialize(written, System.Text.Json.JsonSerializerOptions.Web);
        }

        var form = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Select(p => p.ParameterType).FirstOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(BodyOf<>));
        return form is null ? "{}" : Made(desk, form.GetGenericArguments()[0], "")!.ToJsonString();
    }

    /// <summary>The versions are those on which <see cref="PlantedPayments"/> left its batches.</summary>
    private static object? OfPayments(PlantedDesk desk, string name) => name switch
    {
        "addPayAccount" => new { role = "payee", kind = "bank", number = "1", name = "x", agentCnaps = "313332082914" },
        "changePayAccount" => new { name = "x", active = true, baseVersion = 1, agentCnaps = "313332082914", closedLoop = true, purposes = new[] { "x" } },
        "makeBatch" => PlantedPayments.Batch(desk, text: "x"),
        "amendBatch" => new { batch = PlantedPayments.Batch(desk, text: "x"), baseVersion = 1 },
        "checkBatch" or "cancelBatch" => new { baseVersion = 1 },
        "approveBatch" or "reopenBatch" => new { baseVersion = 2 },
        "sendBatch" => new { baseVersion = 3 },
        "answerQuery" => new { answer = "absent", note = "x" },
        "retryItem" => new { reason = "x" },
        "matchPayLine" => new { kind = "receipt", id = desk.Behind["expected"] },
        "explainDifference" => new { note = "x", baseVersion = 1 },
        "planReceipts" => new { accountId = desk.Behind["payAccount"], receipts = new[] { new { due = PlantedPayments.Today(desk), payerName = "x", amount = "1.00", purpose = "x" } } },
        "countDifferences" => new { date = PlantedPayments.Today(desk) },
        _ => null,
    };

    private static object? OfPlatform(string name) => name switch
    {
        "startStressGrid" => new { version = 1, names = 1, recoveries = new[] { "0" }, period = 2, lag = 1 },
        "changeOrganisation" => new { name = "x", active = true, baseVersion = 1 },
        "decideApproval" => new { round = 1, decision = "approve" },
        "supplementApproval" => new { body = new { text = "x" } },
        _ => null,
    };

    /// <summary>A value of a type: an owner's record for an id, a word that names nothing for a text.</summary>
    private static JsonNode? Made(PlantedDesk desk, Type type, string name) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) => name.Contains("amount", StringComparison.OrdinalIgnoreCase) ? "1.00" : name is "Text" ? Desk.Desk.Ctex : "x",
        var t when t == typeof(Guid) => desk.Behind.First(b => name.StartsWith(b.Key[..^1], StringComparison.OrdinalIgnoreCase) || b.Key == "books").Value,
        var t when t == typeof(DateOnly) => "2026-12-31",
        var t when t == typeof(bool) => true,
        var t when t.IsPrimitive || t == typeof(decimal) => 1,
        var t when t.IsGenericType && t.IsAssignableTo(typeof(System.Collections.IEnumerable)) => new JsonArray(Made(desk, t.GetGenericArguments()[^1], name)),
        var t when t.IsEnum || !t.IsClass || t.Namespace?.StartsWith("System", StringComparison.Ordinal) == true => null,
        var t => new JsonObject(t.GetConstructors().Where(c => c.GetParameters() is not [var only] || only.ParameterType != t).OrderByDescending(c => c.GetParameters().Length).First().GetParameters()
            .Select(p => KeyValuePair.Create(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(p.Name!), Made(desk, p.ParameterType, p.Name!)))),
    };
}
