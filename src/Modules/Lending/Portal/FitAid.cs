using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Subsidies;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Portal;

/// <summary>A fact a scheme asks for that neither the loan nor the register knows.</summary>
public sealed record WantedFact(string Name, string Title);

/// <summary>A scheme of aid and how far a loan fits it.</summary>
/// <param name="Fit"><c>granted</c>, <c>open</c> (something is missing), <c>refused</c>.</param>
/// <param name="Amount">Yuan, as things stand; null while open or refused.</param>
/// <param name="AtMost">While open: what it would be if all that is missing were in favour.</param>
/// <param name="Against">What is known to stand against it, in words.</param>
public sealed record AidFit(string Scheme, string Title, string Jurisdiction, string Policy, string Source, bool Verified, string Fit, string? Amount, string? AtMost, IReadOnlyList<string> Against, IReadOnlyList<WantedFact> Missing);

/// <summary>Schemes by how far they fit, the best first.</summary>
/// <param name="FirmId">The firm of the register that was asked; null where none is known.</param>
public sealed record AidFitList(Guid LoanId, string LoanNumber, int Year, Guid? FirmId, IReadOnlyList<AidFit> Rows);

/// <summary>我的贷款适用哪些补贴: every scheme in force tried on a loan one sees, with reasons and what is missing. It only reads.</summary>
internal static class FitAid
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/lending/loans/{loan:guid}/aid", Answer).WithName("fitAid").WithSummary("Schemes of aid tried on a loan: what fits, what stands against it, what is missing").Produces<AidFitList>().ProducesProblem(404).ProducesProblem(422).Reads("lending");

    /// <summary>The firm that applies: the one named, else the viewer's organisation in the register. Its credit code and name; null where nobody knows a code.</summary>
    public static (Guid? Id, string Code, string Name)? Firm(ZhirongContext read, LoanDesk desk, IPeople people, Guid? named)
    {
        if (named is { } id)
        {
            return desk.Lending.Rights.Firm(read, id)?.Firm is { Code: { Length: > 0 } code } firm ? (id, code, firm.Name) : null;
        }

        return people.Organisation(read.Session, read.Viewer.Organisation) is { Code: { Length: > 0 } own } organisation ? (RightDoor.FirmOfCode(read, own), own, organisation.Name) : null;
    }

    private static async Task<IResult> Answer(Guid loan, HttpContext context, LoanDesk desk, Origination origination, IPeople people, Guid? firm, int? year)
    {
        var (asked, language) = (year ?? desk.Today.Year, RequestLanguage.Of(context));
        if (asked is < 1990 or > 2199)
        {
            return Problems.Of(context, PortalRefusals.Year(asked));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Set<Loan>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == loan, context.RequestAborted) is not { } found)
        {
            return Problems.Of(context, WebRefusals.NotFound("loans", $"{loan}"), StatusCodes.Status404NotFound);
        }

        if (found.DisbursedOn is null || found.State is LoanStates.Ordered or LoanStates.Cancelled)
        {
            return Problems.Of(context, PortalRefusals.Loan(found.Number));
        }

        var who = Firm(read, desk, people, firm);
        var facts = await LoanAidFacts.Of(read, desk, origination, found, who?.Id, asked);
        var rows = origination.Aid.Rules(read).Select(rule => Of(rule, facts, origination.Aid.Rates, desk.Today, language)).OfType<AidFit>();
        return Results.Json(new AidFitList(found.Id, found.Number, asked, who?.Id, [.. rows.OrderBy(r => Rank(r.Fit)).ThenByDescending(r => decimal.Parse(r.Amount ?? r.AtMost ?? "0", System.Globalization.CultureInfo.InvariantCulture)).ThenBy(r => r.Scheme, StringComparer.Ordinal)]), WebJson.Options);
    }

    private static int Rank(string fit) => fit switch { "granted" => 0, "open" => 1, _ => 2 };

    private static AidFit? Of(SubsidyRule rule, LoanAidFacts facts, IReferenceRates rates, DateOnly today, Language language)
    {
        if (facts.Tried(rule, rates, today) is not { } made)
        {
            return null;
        }

        var (head, zh) = (rule.Head, language == Language.Zh);
        List<string> against = [.. made.Conditions.Concat(made.Items.Where(i => i.State == AidState.Refused).SelectMany(i => i.Conditions)).Where(c => c.Holds == false).Select(c => c.Condition.Title.In(language)).Distinct(StringComparer.Ordinal)];
        against.AddRange(made.Steps.Where(s => s is { Kind: "force" or "window", Value: "no" }).Select(s => Outside(s, zh)));
        List<WantedFact> missing = [.. made.Missing.Concat(made.Items.Where(i => i.State == AidState.Open).SelectMany(i => i.Missing)).Distinct(StringComparer.Ordinal).Select(n => new WantedFact(n, SchemeWanted.Of(rule, n).In(language)))];
        missing.AddRange(head.Open.Count > 0 && rule.Items.Count == 0 ? head.Open.Select(o => new WantedFact("scheme", o.In(language))) : []);
        var state = made.State;
        if (Here(head.Jurisdiction, facts.Region) is not { } here)
        {
            missing.Add(new("firm.region", zh ? "企业所在地" : "where the firm is"));
            state = state == AidState.Granted ? AidState.Open : state;
        }
        else if (!here)
        {
            against.Insert(0, zh ? $"适用于 {head.Jurisdiction}，企业登记在 {facts.Region}" : $"for {head.Jurisdiction}; the firm is registered in {facts.Region}");
            state = AidState.Refused;
        }

        var fen = state == AidState.Granted ? made.TotalFen : null;
        if (fen == 0)
        {
            against.Add(zh ? "按现有事实，补贴为 0" : "by what is known the aid is 0");
            state = AidState.Refused;
        }

        var most = state == AidState.Open ? made.AtMostFen ?? made.TotalFen : null;
        return new(head.Id, head.Title.In(language), head.Jurisdiction, head.Policy, head.Source, head.Verified, SubsidyResult.StateWords[(int)state], state == AidState.Granted && fen is { } sum ? Money.FenText(sum) : null, most is { } upTo ? Money.FenText(upTo) : null, against, missing);
    }

    /// <summary>Outside the days of the rule or of its windows, which are named.</summary>
    private static string Outside(SchemeStep step, bool zh)
    {
        var days = string.Join(" ", step.Details.Where(d => d.Key is "windows" or "from" or "until" && d.Value.Length > 0).Select(d => d.Value));
        return (step.Kind, zh) switch
        {
            ("window", true) => $"今日不在申报期内：{days}",
            ("window", false) => $"today is outside the days applications are taken: {days}",
            (_, true) => $"不在规则有效期内：{days}",
            _ => $"outside the days the rule is in force: {days}",
        };
    }

    /// <summary>Whether a region lies where a scheme counts; null where the region is not known. Both are codes of GB/T 2260, a scheme's after <c>CN-</c>.</summary>
    internal static bool? Here(string jurisdiction, string? region)
    {
        var place = jurisdiction.StartsWith("CN-", StringComparison.Ordinal) ? jurisdiction[3..] : "";
        while (place.EndsWith("00", StringComparison.Ordinal))
        {
            place = place[..^2];
        }

        return string.IsNullOrEmpty(region) ? place.Length == 0 ? true : null : region.StartsWith(place, StringComparison.Ordinal);
    }
}
