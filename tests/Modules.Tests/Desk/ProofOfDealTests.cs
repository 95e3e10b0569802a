using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Proof;

namespace Zhirong.Modules.Tests.Desk;

/// <summary>A deal's versions, runs and reports leave evidence, and a run's payments become planned entries that real ones fulfil.</summary>
public sealed class ProofOfDealTests(Desk desk)
{
    [Fact]
    public async Task Deal_SavedRunAndReported_LeavesEvidenceThatProvesItself()
    {
        var (id, text) = await desk.Own();
        var run = await desk.Post($"/api/v1/deals/{id}/runs", new { version = 1, note = "测试" }, HttpStatusCode.Created);
        var leaf = (await desk.Get($"/api/v1/evidence/subjects/deal/{id}"))["leaves"]!.AsArray().Single()!;
        Assert.Equal("DealVersionSaved", leaf["event"]!.GetValue<string>());
        var kept = (await desk.Get($"/api/v1/evidence/subjects/run/{run["id"]}"))["leaves"]!.AsArray().Single()!;
        var report = await desk.Send(HttpMethod.Post, "/api/v1/deals/exports/report.html", new { text });
        var reported = report.Headers.GetValues("X-Evidence-Id").Single();

        var log = LogIdentity.Read(await desk.Http.GetByteArrayAsync("/api/v1/evidence/log.json")).Value;
        foreach (var evidence in (string[])[leaf["id"]!.GetValue<string>(), kept["id"]!.GetValue<string>(), reported])
        {
            var bundle = await Bundle(evidence);
            var verdict = BundleVerification.Full.Verify(bundle, log).Value;
            Assert.True(verdict.Passed, string.Join(", ", verdict.Failing));
            Assert.True(verdict.IsPinned);
        }

        // What the leaf commits to is the very text: its hash stands in the content.
        var content = (await desk.Get($"/api/v1/evidence/leaves/{leaf["id"]}"))["content"]!;
        Assert.Equal($"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)))}", content["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Content_Erased_IsGoneAndTheProofStands()
    {
        var (id, _) = await desk.Own();
        var leaf = (await desk.Get($"/api/v1/evidence/subjects/deal/{id}"))["leaves"]![0]!["id"]!.GetValue<string>();
        await desk.Agreed($"/api/v1/evidence/leaves/{leaf}/erase", new { reason = "应客户要求" });
        var bundle = await Bundle(leaf);
        Assert.True(BundleVerification.Full.Verify(bundle).Value.Passed);
        Assert.Null(JsonNode.Parse(bundle)!["items"]![0]!["content"]);
        var again = await desk.Agreed($"/api/v1/evidence/leaves/{leaf}/erase", new { reason = "再次" }, "failed");
        Assert.Equal("EVD-0105", again["answer"]!["code"]!.GetValue<string>());
    }

    /// <summary>The books are compared with the content of their vouchers: whoever could erase it could alter them unseen.</summary>
    [Fact]
    public async Task Content_OfAVoucher_IsNotErased()
    {
        var book = (await desk.Post("/api/v1/ledger/books", new { code = $"kept-{Guid.NewGuid():N}"[..20], name = "留存", kind = "plan", openedOn = "2026-11-01" }, HttpStatusCode.Created))["id"]!.GetValue<string>();
        var leaf = (await desk.Get($"/api/v1/evidence/subjects/book/{book}"))["leaves"]![0]!["id"]!.GetValue<string>();
        var refused = await desk.Agreed($"/api/v1/evidence/leaves/{leaf}/erase", new { reason = "清理" }, "failed");
        Assert.Equal("EVD-0108", refused["answer"]!["code"]!.GetValue<string>());
        Assert.NotNull(JsonNode.Parse(await Bundle(leaf))!["items"]![0]!["content"]);
    }

    [Fact]
    public async Task Run_PostedAsPlannedEntries_FillsThePlansBookOnceAndIsFulfilledByARealEntry()
    {
        var (id, _) = await desk.Own(Desk.Ningbo);
        var run = await desk.Post($"/api/v1/deals/{id}/runs", new { version = 1 }, HttpStatusCode.Created);
        var code = $"plan-{Guid.NewGuid():N}"[..20];
        var posted = await desk.Post($"/api/v1/runs/{run["id"]}/planned-entries", new { code, name = "专项计划" }, HttpStatusCode.Created);
        var book = posted["book"]!["id"]!.GetValue<string>();
        Assert.True(posted["planned"]!.GetValue<int>() > 10);
        var again = await desk.Post($"/api/v1/runs/{run["id"]}/planned-entries", new { bookId = book }, HttpStatusCode.Created);
        Assert.Equal(posted["total"]!.GetValue<string>(), again["total"]!.GetValue<string>());
        Assert.Equal(0, again["replaced"]!.GetValue<int>());

        var first = (await desk.Get($"/api/v1/ledger/books/{book}/planned?state=open"))["items"]![0]!;
        var entry = Guid.CreateVersion7();
        var lines = new[] { new { account = first["debit"]!.GetValue<string>(), side = "debit", amount = first["amount"]!.GetValue<string>() }, new { account = first["credit"]!.GetValue<string>(), side = "credit", amount = first["amount"]!.GetValue<string>() } };
        var result = await desk.Post($"/api/v1/ledger/books/{book}/entries", new { entries = new[] { new { id = entry, effective = first["due"]!.GetValue<string>(), @event = "IssueProceeds", subject = new { kind = "run", id = run["id"]!.GetValue<string>() }, lines } } });
        Assert.Equal("created", result["results"]![0]!["result"]!.GetValue<string>());
        var matched = await desk.Post($"/api/v1/ledger/planned/{first["id"]}/matches", new { entryId = entry });
        Assert.Equal("matched", matched["state"]!.GetValue<string>());
        var source = (await desk.Get($"/api/v1/ledger/entries/{entry}"))["source"]!;
        Assert.Equal($"/deals/{id}?tab=runs&run={run["id"]}", source["href"]!.GetValue<string>());
    }

    /// <summary>The bundle as soon as a checkpoint covers the leaf, which takes less than a second.</summary>
    private async Task<byte[]> Bundle(string leaf)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await desk.Http.GetAsync($"/api/v1/evidence/leaves/{leaf}/bundle");
            if (answer.IsSuccessStatusCode)
            {
                return await answer.Content.ReadAsByteArrayAsync();
            }

            Assert.True(answer.StatusCode == HttpStatusCode.Conflict && tries < 100, $"{answer.StatusCode}");
            await Task.Delay(100);
        }
    }
}
