using System.Net;
using System.Text;
using Xunit;

namespace Zhirong.Modules.Tests.Strangers;

/// <summary>The owner's pledges: one drafted, one filed, one registered, one lost with its incident; and a file of a registry's answers.</summary>
internal static class PlantedLending
{
    private const string Mark = PlantedDesk.Mark;

    private const string Day = "2026-03-02";

    /// <summary>Of a pledge once it is registered: made, signed, submitted, accepted, registered.</summary>
    private const int Version = 5;

    public static string[] Lists { get; } = ["/api/v1/pledges?pageSize=500", "/api/v1/pledges/incidents?pageSize=500", "/api/v1/registrations?pageSize=500", "/api/v1/registrations/answers?pageSize=500", "/api/v1/lending/applications?pageSize=500", "/api/v1/certificates?pageSize=500"];

    public static async Task Plant(PlantedDesk desk)
    {
        var (drafted, draft) = await Pledge(1);
        (desk.Behind["pledges"], desk.Behind["registrations"]) = (drafted, draft);
        (_, desk.Behind["recordRegistryStep"]) = await Pledge(2);
        await Filed(desk.Behind["recordRegistryStep"]);
        (_, desk.Behind["stateGround"]) = await Pledge(3);
        var (registered, standing) = await Pledge(4);
        await Registered(standing, 4);
        desk.Behind["replaceRights"] = registered;
        (_, desk.Behind["requestCancellation"]) = await Pledge(6);
        await Registered(desk.Behind["requestCancellation"], 6);
        desk.Behind["incoming"] = await Right(9);
        Assert.Equal($"{Version}", $"{(await desk.Get($"/api/v1/pledges/{registered}"))["row"]!["version"]}");
        var (lost, gone) = await Pledge(5);
        await Registered(gone, 5);
        await desk.Post($"/api/v1/registrations/{gone}/registry-steps", new { act = "revoke", on = Day, note = Mark });
        desk.Behind["incidents"] = $"{(await desk.Get($"/api/v1/pledges/{lost}"))["incidents"]![0]!["id"]}";
        foreach (var key in (string[])["certificates", "moveCertificate", "releaseCertificate"])
        {
            desk.Behind[key] = $"{(await desk.Post("/api/v1/certificates", new { pledgeId = lost, kind = "certificate", number = $"{Mark}-{key}", title = Mark, location = Mark, on = Day }))["row"]!["id"]}";
        }

        await PlantedApplications.Plant(desk);
        using var file = new StringContent($"参考号,结果,日期,说明\n{Mark},受理,{Day},{Mark}\n", Encoding.UTF8, "application/octet-stream");
        file.Headers.Add("X-File-Name", Mark);
        Assert.Equal(HttpStatusCode.Created, (await desk.Owner.PostAsync("/api/v1/registrations/answers?registry=copyright", file)).StatusCode);

        async Task<string> Right(int n) => $"{(await desk.Post("/api/v1/rights", new { kind = "software", number = $"2019SR000000{n}", statement = new { title = $"{Mark} 软件 {n}", owners = new[] { new { name = $"{Mark} 公司" } }, dates = new { creation = "2019-01-01", first_publication = "2019-02-01" } } }))["right"]!["id"]}";

        async Task<(string Pledge, string Registration)> Pledge(int n)
        {
            var party = new { name = $"{Mark} 公司", address = Mark };
            var made = await desk.Post("/api/v1/pledges", new { contractNo = $"{Mark}-{n}", pledgors = new[] { party }, pledgee = new { name = $"{Mark} 银行", address = Mark }, claimKind = "loan", secured = "100.00", debtFrom = "2026-01-01", debtTo = "2028-12-31", scope = Mark, items = new[] { new { rightId = await Right(n), value = "150.00", valueSource = Mark } } });
            return ($"{made["row"]!["id"]}", $"{made["registrations"]![0]!["id"]}");
        }

        async Task Filed(string registration)
        {
            await desk.Post($"/api/v1/registrations/{registration}/statements", new { kind = "confirmation", ground = "C07", who = Mark, document = Mark, on = Day });
            await desk.Post($"/api/v1/registrations/{registration}/steps", new { act = "sign", on = Day, note = Mark });
            await desk.Post($"/api/v1/registrations/{registration}/steps", new { act = "submit", on = Day, channel = "paper", note = Mark });
        }

        async Task Registered(string registration, int n)
        {
            await Filed(registration);
            await desk.Post($"/api/v1/registrations/{registration}/registry-steps", new { act = "accept", on = Day, receiptNo = $"{Mark}-{n}" });
            await desk.Post($"/api/v1/registrations/{registration}/registry-steps", new { act = "register", on = Day, registrationNo = $"{Mark}-Z{n}" });
        }
    }

    /// <summary>Requests an owner could make.</summary>
    public static object? Body(PlantedDesk desk, string name) => name switch
    {
        "makePledge" => new { contractNo = "x", pledgors = new[] { new { name = "x" } }, pledgee = new { name = "x" }, claimKind = "loan", secured = "1.00", debtFrom = "2026-01-01", debtTo = "2026-12-31", items = new[] { new { rightId = desk.Behind["incoming"] } } },
        "replaceRights" => new { outgoing = 1, incoming = new[] { new { rightId = desk.Behind["incoming"], value = "150.00", valueSource = "x" } }, consent = "x", baseVersion = Version },
        "takeRegistrationStep" => new { act = "sign", on = Day },
        "recordRegistryStep" => new { act = "accept", on = Day },
        "requestCancellation" => new { act = "request_cancel", on = Day },
        "stateGround" => new { kind = "confirmation", ground = "C07", who = "x", document = "x", on = Day },
        "enterCertificate" => new { pledgeId = desk.Behind["pledges"], kind = "contract", number = "x", title = "x", location = "x", on = Day },
        "moveCertificate" => new { act = "lend", on = Day, reason = "x", holder = "x", dueBack = "2026-12-31", baseVersion = 1 },
        "releaseCertificate" => new { on = Day, holder = "x", reason = "x", baseVersion = 1 },
        "closeIncident" => new { note = "x", baseVersion = 1 },
        "precheckRights" => new { numbers = "2019SR0000001", debtEnd = "2028-12-31", pledgors = Array.Empty<object>() },
        _ => PlantedApplications.Body(desk, name),
    };
}
