using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration.Grounds;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Registration;

/// <param name="Numbers">As pasted: any spelling, separated by lines, commas or tabs.</param>
/// <param name="DebtEnd">Last day of the period of performance.</param>
/// <param name="Pledgors">Who would pledge.</param>
/// <param name="Day">The day of filing; today where left out.</param>
/// <param name="DataHashes">SHA-256 of data handed over, by number as pasted.</param>
public sealed record PreCheckRequest(string Numbers, DateOnly DebtEnd, IReadOnlyList<PledgeParty> Pledgors, DateOnly? Day = null, IReadOnlyDictionary<string, string>? DataHashes = null);

/// <summary>前置审查: looks at every ground of every registry for a pasted list of numbers, before anything is filed. It only reads.</summary>
internal static class PreCheckRights
{
    private static readonly Words Unknown = new("登记簿中没有", "not in the register");
    private static readonly Words Repeated = new("重复", "repeated");
    private static readonly Words Ambiguous = new("对应多项权利", "names several rights");
    private static readonly Words NotTaken = new("不能质押登记", "no registry takes it");

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/registrations/precheck", Answer).WithName("precheckRights").WithSummary("Every ground of refusal for a pasted list of numbers").Produces<PreCheckAnswer>().ProducesProblem(422).Reads("lending");

    private static async Task<IResult> Answer(BodyOf<PreCheckRequest> body, HttpContext context, LendingDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new LendingForm(), body.Value.Value, RequestLanguage.Of(context));
        var numbers = (request.Numbers ?? "").Length <= 400_000 ? NumberList.Of(request.Numbers ?? "") : [];
        form.Count("numbers", numbers.Count, 1, MakePledge.Most);
        form.Count("pledgors", request.Pledgors?.Count ?? 0, 0, 50);
        form.Day("debtEnd", request.DebtEnd);
        var day = form.Day("day", request.Day ?? desk.Today);
        var pledgors = (request.Pledgors ?? []).Select((p, n) => PledgeParties.Of(form, $"pledgors.{n}", p)).Select(p => new PartyNamed(p.Name, p.Code)).ToList();
        foreach (var (number, hash) in request.DataHashes ?? new Dictionary<string, string>())
        {
            form.Hash($"dataHashes.{number}", hash);
        }

        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var asked = new PledgeAsked { Day = day, DebtEnd = request.DebtEnd, Pledgors = pledgors };
        return Results.Json(PreCheckAnswer.Of(day, request.DebtEnd, Rows(read, numbers, asked, request.DataHashes, desk, language), language), WebJson.Options);
    }

    /// <summary>A row for every number in its order; the register is read by sets.</summary>
    public static IReadOnlyList<PreCheckRow> Rows(ZhirongContext read, IReadOnlyList<string> numbers, PledgeAsked asked, IReadOnlyDictionary<string, string>? hashes, LendingDesk desk, Language language)
    {
        var named = RightDoor.ByNumber(read, numbers);
        var ids = named.Where(n => n.Rights.Count == 1).Select(n => n.Rights[0]).Distinct().ToList();
        var rights = desk.Rights.OnDay(read, ids, asked.Day).ToDictionary(r => r.Id);
        var handed = (hashes ?? new Dictionary<string, string>()).SelectMany(h => named.Where(n => NumberList.Of(h.Key) is [var only, ..] && n.Text == only && n.Rights.Count == 1).Take(1).Select(n => (Right: n.Rights[0], Hash: h.Value))).DistinctBy(h => h.Right).ToDictionary(h => h.Right, h => h.Hash);
        var all = asked with { Together = ids.ToHashSet(), Live = RegistrationReading.Live(read, [.. rights.Values.Select(r => r.Key)]), DataHashes = handed };
        var seen = new HashSet<Guid>();
        return [.. named.Select(n => Row(n, rights, seen, all, desk, language))];
    }

    private static PreCheckRow Row(NumberedRights named, Dictionary<Guid, RightOnDay> rights, HashSet<Guid> seen, PledgeAsked asked, LendingDesk desk, Language language)
    {
        if (named.Rights.Count == 0 || !rights.TryGetValue(named.Rights[0], out var right))
        {
            return named.Rights.Count > 1
                ? PreCheckRow.Without(named.Text, "ambiguous", Ambiguous, new("号码对应登记簿中的多项权利，请写明登记号与类别", "The number stands for several rights of the register; name it more fully"), language)
                : PreCheckRow.Without(named.Text, "unknown", Unknown, named.Fault?.Message ?? new("登记簿中没有这个号码，请先登记或导入", "No right of the register has this number; enter or import it first"), language);
        }

        if (named.Rights.Count > 1)
        {
            return PreCheckRow.Without(named.Text, "ambiguous", Ambiguous, new("号码对应登记簿中的多项权利，请写明登记号与类别", "The number stands for several rights of the register; name it more fully"), language);
        }

        if (!seen.Add(right.Id))
        {
            return PreCheckRow.Without(named.Text, "repeated", Repeated, new("与上面的号码是同一项权利", "The same right as a number above"), language, right.Id, right.Number);
        }

        var rules = desk.Registries.For(right.Kind);
        return rules?.GroundsOn(asked.Day) is { } set
            ? PreCheckRow.Of(named.Text, new(right, set, RightGrounds.Of(set, right, asked)), rules, language)
            : PreCheckRow.Without(named.Text, "not_taken", NotTaken, rules is null ? LendingRefusals.NoRegistry("numbers", right.Number).Message : RegistrationRefusals.NoGrounds(asked.Day, rules.Code).Message, language, right.Id, right.Number);
    }
}
