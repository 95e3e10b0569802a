using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Modules.Lending.Loans.Checks;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Loans.Proceeds;
using Zhirong.Modules.Lending.Loans.Promises;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Papers.Records;

/// <summary>
/// 尽职免责档案: what was done about a loan and by whom, from the application over the money to what came after, as the records hold it;
/// what they do not hold is named as a gap and not filled.
/// </summary>
internal static class DutyRecord
{
    private static readonly string[] Copied =
    [
        "product", "policy", "policy_version", "policy_hash", "snapshot_hash", "assessment_hash", "assessed_by", "assessed_on", "outcome", "limit", "binding", "value_total", "diligence_id", "diligence_day", "diligence_answer",
        "resolution", "granted", "expires_on", "decided_by", "decided_on", "exception_rate", "exception_support", "exception_reason", "exception_approver",
    ];

    private static readonly string[] CopiedLists = ["steps", "missing", "risks", "reasons", "rights", "reports", "approvers", "granted_conditions"];

    /// <summary>Null where there is no such loan for the viewer.</summary>
    public static JsonObject? Of(ZhirongContext read, PaperDesk desk, Guid id)
    {
        if (LoanRecord.Of(read, desk, id) is not { } record)
        {
            return null;
        }

        var loan = read.Set<Loan>().AsNoTracking().Single(l => l.Id == id);
        var facility = read.Set<Facility>().AsNoTracking().SingleOrDefault(f => f.Id == loan.FacilityId);
        var application = facility?.ApplicationId is { } asked ? read.Set<LoanApplication>().AsNoTracking().SingleOrDefault(a => a.Id == asked) : null;
        var decided = application is null ? null : ApplicationRecord.Of(read, desk, application.Id) is { Ok: true } assessed ? assessed.Value : null;
        var facts = Facts(read, desk, loan, facility, application, decided);
        record.Remove("schedule");
        record["class"] = RecordText.Of(EventKinds.Class(loan.Class) is { } known ? known.Title() : Words.Same(loan.Class));
        record["past_due"] = $"{loan.PastDue}";
        record["balance"] = RecordText.Yuan(loan.BalanceFen);
        record["application"] = application?.Number;
        foreach (var name in Copied)
        {
            record[name] = decided?[name]?.DeepClone();
        }

        foreach (var name in CopiedLists)
        {
            record[name] = decided?[name]?.DeepClone() ?? new JsonArray();
        }

        Words Registry(string code) => desk.Lending.Registries.Of(code)?.Title ?? Words.Same(code);
        record["pledges"] = RecordText.List(facts.Pledges, (p, _) => new() { ["contract_no"] = p.ContractNo, ["secured"] = RecordText.Yuan(p.SecuredFen), ["state"] = RecordText.Of(PledgeStates.Title(p.State)) });
        record["registrations"] = RecordText.List(facts.Registrations, (r, _) => new() { ["contract_no"] = facts.Pledges.First(p => p.Id == r.PledgeId).ContractNo, ["registry"] = RecordText.Of(Registry(r.Registry)), ["state"] = RecordText.Of(RegistrationWords.State(r.State).Title()), ["registration_no"] = r.RegistrationNo, ["submitted_on"] = RecordText.Day(r.SubmittedOn), ["registered_on"] = RecordText.Day(r.RegisteredOn) });
        record["happenings"] = RecordText.List(read.Set<LoanHappening>().Where(h => h.LoanId == id).OrderBy(h => h.N).AsNoTracking().ToList(), (h, _) => new() { ["effective"] = RecordText.Day(h.Effective), ["recorded"] = RecordText.Day(h.Recorded), ["kind"] = RecordText.Of(EventKinds.Title(h.Kind)), ["amount"] = h.Fen == 0 ? null : RecordText.Yuan(h.Fen), ["undone_on"] = RecordText.Day(h.UndoneOn), ["note"] = string.Join(' ', new[] { h.Reference, h.Note }.Where(t => t.Length > 0)), ["by"] = h.By });
        record["breaches"] = RecordText.List(facts.Breaches, (b, _) => new() { ["kind"] = RecordText.Of(BreachWords.KindTitle(b.Kind)), ["opened_on"] = RecordText.Day(b.OpenedOn), ["due_on"] = RecordText.Day(b.DueOn), ["assigned"] = b.Assigned, ["short"] = b.ShortFen == 0 ? null : RecordText.Yuan(b.ShortFen), ["outcome"] = RecordText.Of(BreachWords.OutcomeTitle(b.Outcome)), ["note"] = string.Join(' ', new[] { BreachFacts.Asked(b), b.Note }.Where(t => t.Length > 0)), ["closed_by"] = b.ClosedBy });
        record["contacts"] = RecordText.List(facts.Contacts, (c, _) => new() { ["on"] = RecordText.Day(c.OnDay), ["channel"] = RecordText.Of(Channel(c.Channel)), ["person"] = c.Person, ["said"] = c.Said, ["promised_on"] = RecordText.Day(c.PromisedOn), ["by"] = c.By });
        record["proceeds"] = RecordText.List(facts.Proceeds, (p, _) => new() { ["n"] = $"{p.Payout.N}", ["payee"] = p.Payout.Payee, ["purpose"] = p.Payout.Purpose, ["paid"] = RecordText.Yuan(p.Paid), ["proved"] = RecordText.Yuan(p.Proved), ["unproved"] = RecordText.Yuan(p.Unproved), ["due_on"] = RecordText.Day(p.DueOn), ["papers"] = string.Join('；', facts.Proofs.Where(x => x.PayoutN == p.Payout.N && x.TakenBack is null).Select(x => $"{x.Number} {(x.Fen == 0 ? "" : $"{Money.FenText(x.Fen)} ")}{x.File} sha256:{x.Sha256}")) });
        record["checks"] = RecordText.List(facts.Checks.OrderBy(c => c.DoneOn ?? c.DueOn).ThenBy(c => c.N), (c, _) => CheckItem(c, facts.Checks));
        record["promises"] = RecordText.List(facts.Promises, (p, _) => PromiseItem(p, facts.Measures.Where(m => m.PromiseN == p.N && m.LoanId == p.LoanId).ToList(), loan));
        var gaps = DutyGaps.Of(facts, desk.Lending.Today).ToList();
        record["gap_count"] = $"{gaps.Count}";
        record["gaps"] = RecordText.List(gaps, (g, n) => new() { ["n"] = $"{n}", ["stage"] = RecordText.Of(g.Stage), ["what"] = RecordText.Of(g.What) });
        return record;
    }

    private static DutyFacts Facts(ZhirongContext read, PaperDesk desk, Loan loan, Facility? facility, LoanApplication? application, JsonObject? decided)
    {
        var pledges = facility is null ? [] : FacilityRecord.Pledges(read, facility.Id);
        var ids = pledges.ConvertAll(p => p.Id);
        return new()
        {
            Loan = loan,
            Line = facility,
            Application = application,
            Decided = decided,
            Conditions = facility is null ? [] : read.Set<FacilityCondition>().Where(c => c.FacilityId == facility.Id).OrderBy(c => c.N).AsNoTracking().ToList(),
            Pledges = pledges,
            Registrations = [.. read.Set<PledgeRegistration>().Where(r => ids.Contains(r.PledgeId)).AsNoTracking().ToList().OrderBy(r => ids.IndexOf(r.PledgeId)).ThenBy(r => r.Id)],
            Payouts = read.Set<LoanPayout>().Where(p => p.LoanId == loan.Id).OrderBy(p => p.N).AsNoTracking().ToList(),
            Breaches = facility is null ? [] : read.Set<CovenantBreach>().Where(b => b.FacilityId == facility.Id).OrderBy(b => b.OpenedOn).ThenBy(b => b.Id).AsNoTracking().ToList(),
            Proceeds = ProceedsSums.Of(read, [loan.Id], desk.Loans),
            Proofs = read.Set<PayoutProof>().Where(p => p.LoanId == loan.Id).OrderBy(p => p.PayoutN).ThenBy(p => p.N).AsNoTracking().ToList(),
            Checks = read.Set<LoanCheck>().Where(c => c.LoanId == loan.Id && c.State != CheckWords.Withdrawn).OrderBy(c => c.N).AsNoTracking().ToList(),
            Promises = read.Set<LoanPromise>().Where(p => p.FacilityId == loan.FacilityId && p.State != PromiseWords.Withdrawn).OrderBy(p => p.LoanId).ThenBy(p => p.N).AsNoTracking().ToList(),
            Measures = read.Set<PromiseMeasure>().Where(m => read.Set<LoanPromise>().Any(p => p.LoanId == m.LoanId && p.N == m.PromiseN && p.FacilityId == loan.FacilityId)).OrderBy(m => m.N).AsNoTracking().ToList(),
            Contacts = read.Set<LoanContact>().Where(c => c.LoanId == loan.Id).OrderBy(c => c.N).AsNoTracking().ToList(),
        };
    }

    /// <summary>A check as documents have it: what was abnormal or not verified is written out, the rest is counted.</summary>
    private static JsonObject CheckItem(LoanCheck c, IReadOnlyList<LoanCheck> all)
    {
        var findings = KeptFinding.Read(c.Findings);
        var odd = findings.Where(f => f.Result != CheckWords.Normal).ToList();
        Words Found(KeptFinding f) => new($"{f.Zh}：{CheckWords.FindingTitle(f.Result).Zh}，{f.Note}", $"{f.En}: {CheckWords.FindingTitle(f.Result).En}, {f.Note}");
        var told = c.State == CheckWords.Done ? new Words(string.Join('；', [$"正常 {findings.Count - odd.Count} 项", .. odd.Select(f => Found(f).Zh)]), string.Join("; ", [$"normal: {findings.Count - odd.Count}", .. odd.Select(f => Found(f).En)])) : Words.Same("");
        var corrects = c.Corrects is { } n ? new Words($"更正第 {n} 次", $"corrects no. {n}") : all.FirstOrDefault(o => o.Corrects == c.N) is { } by ? new Words($"已由第 {by.N} 次更正", $"corrected by no. {by.N}") : Words.Same("");
        return new()
        {
            ["n"] = $"{c.N}",
            ["kind"] = RecordText.Of(CheckWords.KindTitle(c.Kind)),
            ["state"] = RecordText.Of(CheckWords.StateTitle(c.State)),
            ["due_on"] = RecordText.Day(c.DueOn),
            ["done_on"] = RecordText.Day(c.DoneOn),
            ["way"] = RecordText.Of(CheckWords.WayTitle(c.Way)),
            ["place"] = c.Place,
            ["met"] = c.Met,
            ["findings"] = RecordText.Of(told),
            ["result"] = RecordText.Of(CheckWords.ResultTitle(c.Result)),
            ["conclusion"] = c.Conclusion,
            ["papers"] = string.Join('；', KeptFile.Read(c.Papers).Select(p => $"{p.Name} sha256:{p.Sha256}")),
            ["corrects"] = RecordText.Of(corrects),
            ["by"] = c.State == CheckWords.Done ? c.DoneBy : c.Assigned,
        };
    }

    /// <summary>A promise as documents have it: the newest figure, with what it corrected and its paper.</summary>
    private static JsonObject PromiseItem(LoanPromise p, List<PromiseMeasure> own, Loan loan)
    {
        var (last, target) = (own.Count == 0 ? null : own[^1], IndicatorFigure.Named(p.Unit, p.Target));
        var direction = PromiseWords.Direction(p.Direction);
        return new()
        {
            ["title"] = RecordText.Of(new(p.Zh, p.En)),
            ["baseline"] = RecordText.Of(p.Baseline is { } known && IndicatorFigure.Named(p.Unit, known) is var shown ? new($"{shown.Zh}（{SourceWords.In(p.BaselineSource, Language.Zh)}）", $"{shown.En} ({SourceWords.In(p.BaselineSource, Language.En)})") : new("待核实", "to be verified")),
            ["target"] = RecordText.Of(new($"{direction.Zh} {target.Zh}", $"{direction.En} {target.En}")),
            ["due_on"] = RecordText.Day(p.DueOn),
            ["measured"] = last is null ? "" : RecordText.Of(IndicatorFigure.Named(p.Unit, last.Figure)),
            ["measured_on"] = RecordText.Day(last?.OnDay),
            ["state"] = RecordText.Of(PromiseWords.State(p.State)),
            ["reason"] = last?.Reason ?? "",
            ["proposal"] = PromiseView.Proposed(p, loan, last) is { } proposal ? RecordText.Of(proposal) : "",
            ["papers"] = string.Join('；', own.Select(m => $"{m.Source} {m.File} sha256:{m.Sha256}")),
            ["by"] = last?.By ?? "",
        };
    }

    private static Words Channel(string channel) => channel switch { "phone" => new("电话", "phone"), "visit" => new("上门走访", "visit"), "letter" => new("信函", "letter"), _ => new("短信或即时通讯", "message") };
}
