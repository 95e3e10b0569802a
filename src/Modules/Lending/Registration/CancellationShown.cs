using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Registration;

/// <summary>Shows those who decide what a cancellation releases and what stays secured.</summary>
internal sealed class CancellationShown(RegistryShelf shelf) : IChangeShown
{
    public bool Shows(string act) => act == "lending.registration.cancel";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        if (!Guid.TryParse(request.Values.GetValueOrDefault("registration"), out var id) || RegistrationReading.Open(read, id, shelf) is not { } opened)
        {
            return WebRefusals.NotFound("registrations", request.Values.GetValueOrDefault("registration", ""));
        }

        if (!RegistrationMachine.From(opened.State).Contains(RegistrationAct.RequestCancel))
        {
            return RegistrationRefusals.Step(RegistrationAct.RequestCancel, opened.State, RegistrationMachine.From(opened.State));
        }

        var rights = Rights(request);
        var going = opened.Items.FindAll(i => i.State == ItemStates.Held && (rights.Count == 0 || rights.Contains(i.RightId)));
        if (rights.FirstOrDefault(r => going.TrueForAll(i => i.RightId != r)) is var stranger && stranger != Guid.Empty)
        {
            return RegistrationRefusals.NotOfIt("rights", $"{stranger}");
        }

        var numbers = going.ConvertAll(i => (int?)i.N);
        if (read.Set<PledgeItem>().AsNoTracking().Where(i => i.PledgeId == opened.Pledge.Id && i.State == ItemStates.Planned && numbers.Contains(i.Replaces)).Select(i => i.RightNumber).FirstOrDefault() is { } coming)
        {
            return RegistrationRefusals.Replacing(coming);
        }

        var (released, secured) = (going.Sum(i => i.AllocatedFen), opened.Pledge.SecuredFen);
        return new ShownChange
        {
            Title = new($"注销质押登记 {opened.Row.RegistrationNo}（{opened.Pledge.ContractNo}），解除 {going.Count} 项", $"Cancel pledge registration {opened.Row.RegistrationNo} ({opened.Pledge.ContractNo}), {going.Count} rights released"),
            Amount = Money.OfFen(released),
            SubjectKind = "pledge",
            SubjectId = $"{opened.Pledge.Id}",
            Fields =
            [
                new("secured", new("担保金额（元）", "Secured amount (yuan)"), Money.FenText(secured), Money.FenText(secured - released)),
                new("rights", new("解除的权利", "Rights released"), null, string.Join('、', going.Select(i => i.RightNumber).Take(20))),
            ],
        };
    }

    private static List<Guid> Rights(ActRequest request)
    {
        try
        {
            return request.Body?["rights"]?.Deserialize<List<Guid>>() ?? [];
        }
        catch (Exception problem) when (problem is JsonException or FormatException or InvalidOperationException)
        {
            return [];
        }
    }
}
