using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Xunit;
using Zhirong.Host.Bench;
using Zhirong.Host.Serve;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>What the server answers while its database is full, read-only or away, and that it goes on by itself.</summary>
public sealed class AwayTests
{
    private int books;

    [Fact]
    public async Task Server_OnSqliteThatIsFullOrReadOnly_AnswersClearlyAndGoesOn()
    {
        await using var place = CrashPlace.New(DatabaseKind.Sqlite);
        var (store, server) = await DeskServer.Start(new(0, place.Target), CancellationToken.None);
        await using (store)
        await using (server)
        {
            using var http = await Client(server);
            await Pragma(store, "PRAGMA max_page_count = 1");
            await UntilRefused(http, HttpStatusCode.InsufficientStorage, "STO-0101");
            await Pragma(store, "PRAGMA max_page_count = 1000000");
            await Answers(http, HttpStatusCode.Created, null);

            // The connection that may only ask is given up with its first refusal.
            await Pragma(store, "PRAGMA query_only = 1");
            await Answers(http, HttpStatusCode.ServiceUnavailable, "STO-0102");
            await Answers(http, HttpStatusCode.Created, null);
        }
    }

    [Fact]
    public async Task Server_OnPostgresThatIsReadOnlyOrAway_AnswersClearlyAndGoesOn()
    {
        using var postgres = ThrowawayPostgres.Start(durable: false)!;
        await using var place = CrashPlace.On(postgres.NewDatabase());
        var (store, server) = await DeskServer.Start(new(0, place.Target, place.Keys), CancellationToken.None);
        await using (store)
        await using (server)
        {
            using var http = await Client(server);
            await Answers(http, HttpStatusCode.Created, null);
            var name = new Npgsql.NpgsqlConnectionStringBuilder(place.Target).Database;
            ReadOnly(postgres, name!, "on");
            await UntilRefused(http, HttpStatusCode.ServiceUnavailable, "STO-0102");
            ReadOnly(postgres, name!, "off");
            await UntilDone(http);

            postgres.Crash();
            await UntilRefused(http, HttpStatusCode.ServiceUnavailable, "STO-0106");
            postgres.StartAgain();
            await UntilDone(http);
        }
    }

    private static void ReadOnly(ThrowawayPostgres postgres, string database, string value)
    {
        postgres.Do($"ALTER DATABASE {database} SET default_transaction_read_only = {value}");
        postgres.Do($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");
    }

    private static Task<HttpClient> Client(WebApplication server) => Desk.Desk.SignedIn(DeskServer.Address(server));

    private static Task<int> Pragma(Store store, string pragma) => store.Commits.Write(Viewer.Everything("trouble"), work => Task.FromResult(work.Session.Execute(pragma)));

    private async Task Answers(HttpClient http, HttpStatusCode status, string? code) => Assert.Equal((status, code), await Ask(http));

    /// <summary>Asks on while it is done, or refused because the connection was taken away, until the refusal expected comes.</summary>
    private async Task UntilRefused(HttpClient http, HttpStatusCode status, string code)
    {
        (HttpStatusCode Status, string? Code) answer = default;
        for (var n = 0; n < 2000 && answer.Code != code; n++)
        {
            answer = await Ask(http);
            Assert.True(answer.Code is null or "STO-0106" || answer.Code == code, $"{answer}");
        }

        Assert.Equal((status, code), answer);
    }

    private async Task UntilDone(HttpClient http)
    {
        (HttpStatusCode Status, string? Code) answer = default;
        for (var n = 0; n < 200 && answer.Status != HttpStatusCode.Created; n++)
        {
            answer = await Ask(http);
            Assert.True(answer.Code is null or "STO-0106" or "STO-0102", $"{answer}");
        }

        Assert.Equal(HttpStatusCode.Created, answer.Status);
    }

    private async Task<(HttpStatusCode Status, string? Code)> Ask(HttpClient http)
    {
        using var answer = await http.PostAsJsonAsync("/api/v1/ledger/books", new { code = $"B{++books}", name = "b", kind = "bank", openedOn = "2026-11-25" });
        var body = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : JsonNode.Parse(body)?["code"]?.GetValue<string>() ?? body);
    }
}
