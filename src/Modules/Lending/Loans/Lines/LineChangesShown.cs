using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Lines;

/// <summary>Shows those who approve it a line before it is frozen, opened again or closed.</summary>
internal sealed class FacilityStateShown : IChangeShown
{
    public bool Shows(string act) => act == "lending.facility.state";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = request.Values.GetValueOrDefault("id") ?? "";
        if (!Guid.TryParse(asked, out var id) || read.Set<Facility>().AsNoTracking().SingleOrDefault(f => f.Id == id) is not { } line)
        {
            return WebRefusals.NotFound("facilities", asked);
        }

        if (LoanEventDoor.Body<SetFacilityStateRequest>(request.Body) is not { } form || !FacilityWords.States.Contains(form.State))
        {
            return LendingRefusals.Word("state", $"{request.Body?["state"]}", FacilityWords.States);
        }

        if (form.BaseVersion != line.Version)
        {
            return LendingRefusals.Stale(form.BaseVersion, line.Version);
        }

        var (was, then) = (FacilityWords.StateTitle(line.State), FacilityWords.StateTitle(form.State));
        return line.State == FacilityWords.Closed || line.State == form.State ? LoanRefusals.FacilityState(line.State, string.Join(" | ", FacilityWords.States.Where(s => s != line.State))) : new ShownChange
        {
            Title = new($"授信额度 {line.Number} {line.Borrower}：{then.Zh}", $"Line {line.Number} {line.Borrower}: {then.En}"),
            Amount = Money.OfFen(line.AmountFen),
            SubjectKind = "facility",
            SubjectId = $"{line.Id}",
            Fields =
            [
                new("state", new("状态", "State"), $"{was.Zh} {was.En}", $"{then.Zh} {then.En}"),
                new("used", new("已用（元）", "Used (yuan)"), Money.FenText(line.UsedFen), Money.FenText(line.UsedFen)),
                new("reason", new("理由", "Reason"), null, form.Reason),
            ],
        };
    }
}

/// <summary>Shows those who approve it how far short a breach is before it is settled.</summary>
internal sealed class BreachShown : IChangeShown
{
    public bool Shows(string act) => act == "lending.breach.resolve";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = request.Values.GetValueOrDefault("breach") ?? "";
        if (!Guid.TryParse(asked, out var id) || read.Set<CovenantBreach>().AsNoTracking().SingleOrDefault(b => b.Id == id) is not { } breach)
        {
            return WebRefusals.NotFound("breaches", asked);
        }

        if (LoanEventDoor.Body<ResolveBreachRequest>(request.Body) is not { } form || !BreachWords.Outcomes.Contains(form.Outcome))
        {
            return LendingRefusals.Word("outcome", $"{request.Body?["outcome"]}", BreachWords.Outcomes);
        }

        if (form.BaseVersion != breach.Version || breach.Open == 0)
        {
            return form.BaseVersion != breach.Version ? LendingRefusals.Stale(form.BaseVersion, breach.Version) : LoanRefusals.BreachClosed();
        }

        var (line, kind, outcome) = (read.Set<Facility>().AsNoTracking().Single(f => f.Id == breach.FacilityId), BreachWords.KindTitle(breach.Kind), BreachWords.OutcomeTitle(form.Outcome));
        return new ShownChange
        {
            Title = new($"违约事项 {line.Number} {line.Borrower}：{kind.Zh}，{outcome.Zh}", $"Breach of {line.Number} {line.Borrower}: {kind.En}, {outcome.En}"),
            Amount = Money.OfFen(breach.ShortFen),
            SubjectKind = "facility",
            SubjectId = $"{line.Id}",
            Fields =
            [
                new("short", new("缺口（元）", "Short by (yuan)"), Money.FenText(breach.ShortFen), null),
                new("due", new("处置期限", "To be put right by"), $"{breach.DueOn:yyyy-MM-dd}", null),
                new("assigned", new("责任人", "Assigned to"), breach.Assigned, breach.Assigned),
                new("outcome", new("办结方式", "Outcome"), null, $"{outcome.Zh} {outcome.En}"),
                new("note", new("说明", "Note"), null, form.Note),
            ],
        };
    }
}
