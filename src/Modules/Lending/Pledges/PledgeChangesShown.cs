using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Pledges;

/// <summary>Shows those who decide what goes out of a pledge and what comes in for it.</summary>
internal sealed class ReplacementShown : IChangeShown
{
    public bool Shows(string act) => act == "lending.pledge.replace";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = request.Values.GetValueOrDefault("id") ?? "";
        if (!Guid.TryParse(asked, out var id) || read.Set<Pledge>().AsNoTracking().SingleOrDefault(p => p.Id == id) is not { } pledge)
        {
            return WebRefusals.NotFound("pledges", asked);
        }

        if (Form(request) is not { } form)
        {
            return WebRefusals.Body("", "—");
        }

        if (form.BaseVersion != pledge.Version)
        {
            return LendingRefusals.Stale(form.BaseVersion, pledge.Version);
        }

        if (read.Set<PledgeItem>().AsNoTracking().SingleOrDefault(i => i.PledgeId == id && i.N == form.Outgoing && i.State == ItemStates.Held) is not { } old)
        {
            return LendingRefusals.NotHeld("outgoing", $"{form.Outgoing}");
        }

        // What could only be refused is put before nobody.
        var values = new LendingForm();
        var coming = (form.Incoming ?? []).Select((r, n) => values.Amount($"incoming.{n}.value", r.Value, required: true) ?? 0).ToList();
        if (values.Faults.Count > 0 || ReplaceRights.Short(old, coming) is not null)
        {
            return values.Faults.Count > 0 ? values.Faults[0] : ReplaceRights.Short(old, coming)!;
        }

        return new ShownChange
        {
            Title = new($"置换质押权利：{pledge.ContractNo} 换出 {old.RightNumber}", $"Replace a right of pledge {pledge.ContractNo}: {old.RightNumber} goes out"),
            Amount = Money.OfFen(old.AllocatedFen),
            SubjectKind = "pledge",
            SubjectId = $"{pledge.Id}",
            Fields =
            [
                new("right", new("权利", "Right"), $"{old.RightNumber} {old.Title}", $"{form.Incoming?.Count ?? 0} 项 / rights"),
                new("value", new("价值（元）", "Value (yuan)"), old.ValueFen is { } fen ? Money.FenText(fen) : "—", string.Join(" + ", (form.Incoming ?? []).Take(20).Select(i => i.Value))),
                new("consent", new("质权人同意", "The pledgee's consent"), null, form.Consent),
            ],
        };
    }

    private static ReplaceRightsRequest? Form(ActRequest request)
    {
        try
        {
            return request.Body?.Deserialize<ReplaceRightsRequest>(WebJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Shows those who decide which incident is to be closed and why.</summary>
internal sealed class IncidentShown : IChangeShown
{
    public bool Shows(string act) => act == "lending.incident.close";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = request.Values.GetValueOrDefault("incident") ?? "";
        if (!Guid.TryParse(asked, out var id) || read.Set<PledgeIncident>().AsNoTracking().SingleOrDefault(i => i.Id == id) is not { } incident || read.Set<Pledge>().AsNoTracking().SingleOrDefault(p => p.Id == incident.PledgeId) is not { } pledge)
        {
            return WebRefusals.NotFound("incidents", asked);
        }

        return new ShownChange
        {
            Title = new($"处置质押事件：{pledge.ContractNo}", $"Close an incident of pledge {pledge.ContractNo}"),
            Amount = Money.OfFen(incident.LostFen),
            SubjectKind = "pledge",
            SubjectId = $"{pledge.Id}",
            Fields =
            [
                new("lost", new("不再受担保的金额（元）", "No longer secured (yuan)"), null, Money.FenText(incident.LostFen)),
                new("note", new("处置说明", "What was done"), incident.Note, request.Body?["note"]?.ToString()),
            ],
        };
    }
}
