using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Loans.Accounts;

/// <summary>An event to be kept.</summary>
/// <param name="Cash">The account of the book the money goes through; empty where none does.</param>
/// <param name="Reference">What names the money elsewhere; null where nothing does.</param>
/// <param name="Entry">The entry another room posted for it.</param>
internal sealed record EventDraft(string Kind, DateOnly Effective, long Fen, JsonObject Content, string Cash = "", string? Reference = null, string Note = "", Guid? Entry = null, bool PostedThere = false);

/// <summary>Keeps events of a loan: each is tried against the whole life before it is kept, and none that would make a later one fail.</summary>
internal static class LoanWriting
{
    /// <summary>Keeps the loan from everybody else, the close of days included, until the transaction ends; null where there is none for the viewer.</summary>
    public static async Task<Loan?> Locked(ZhirongContext work, Guid id)
    {
        work.Session.Find(new TableShape("len_loan", TableShape.Text("id")), "id", [RowValues.Of(id)], _ => { }, locked: true);
        return await work.Set<Loan>().SingleOrDefaultAsync(l => l.Id == id);
    }

    public static Task<List<LoanHappening>> Events(ZhirongContext work, Guid loan) => work.Set<LoanHappening>().Where(e => e.LoanId == loan).OrderBy(e => e.N).ToListAsync();

    /// <summary>Keeps events in their order; refused as the engine refuses the first of them that does not fit.</summary>
    public static async Task<Refusal?> Keep(ZhirongContext work, LoanDesk desk, Loan loan, List<LoanHappening> events, IReadOnlyList<EventDraft> drafts)
    {
        var before = Failing(loan, events, desk);
        foreach (var draft in drafts)
        {
            if (draft.Reference is { } reference && events.Exists(e => e.Reference == reference))
            {
                return LoanRefusals.ReferenceThere(reference);
            }

            var row = Row(desk, loan, draft, loan.Events + 1, work.Viewer.Person);
            events.Add(row);
            work.Add(row);
            loan.Events = row.N;
            loan.Backdated = loan.Backdated == 1 || draft.Effective <= loan.ClosedDay ? 1 : 0;
        }

        if (Broken(before, Failing(loan, events, desk), loan.Events - drafts.Count) is { } refusal)
        {
            return refusal;
        }

        Touch(work, desk, loan);
        await work.SaveChangesAsync();
        EvidenceLeaves.Write(work.Session, [.. drafts.Select((d, i) => EvidenceLeaves.Prepare(work.Viewer, loan.OwnerId, new("LoanEventRecorded", "loan", RowValues.Of(loan.Id), Content(d, loan.Events - drafts.Count + 1 + i)), desk.Clock))]);
        return null;
    }

    /// <summary>What was asked is told by the engine's own refusal; what it would break, by the event that would fail.</summary>
    /// <param name="last">Number of the last event there was before.</param>
    public static Refusal? Broken(Dictionary<int, Refusal> before, Dictionary<int, Refusal> after, int last) =>
        after.Where(f => !before.ContainsKey(f.Key)).OrderByDescending(f => f.Key).FirstOrDefault() is not { Value: { } refusal } first ? null
        : first.Key > last ? refusal with { Path = "" } : LoanRefusals.Breaks($"{first.Key}: {refusal.Code}");

    public static void Touch(ZhirongContext work, LoanDesk desk, Loan loan) =>
        (loan.Version, loan.ChangedAt, loan.ChangedBy) = (loan.Version + 1, Instant.Now(desk.Clock), work.Viewer.Person);

    /// <summary>Events that do not hold, by their numbers, with the reason.</summary>
    public static Dictionary<int, Refusal> Failing(Loan loan, IReadOnlyList<LoanHappening> events, LoanDesk desk)
    {
        var last = events.Where(e => e.UndoneOn is null).Select(e => e.Effective).DefaultIfEmpty(desk.Today).Max();
        var day = OpenLoan.Later(OpenLoan.Later(desk.Today, loan.ClosedDay), last);
        return LoanFold.To(loan, events, day, desk, day) is { } fold
            ? fold.Refused.GroupBy(r => int.Parse(r.Path, System.Globalization.CultureInfo.InvariantCulture)).ToDictionary(g => g.Key, g => g.First())
            : events.Where(e => e.UndoneOn is null).ToDictionary(e => e.N, e => LoanRefusals.LoanState(loan.State, LoanStates.Active));
    }

    /// <summary>A draft as it is kept.</summary>
    public static LoanHappening Row(LoanDesk desk, Loan loan, EventDraft draft, int n, string person) => new()
    {
        LoanId = loan.Id,
        N = n,
        Kind = draft.Kind,
        Effective = draft.Effective,
        Recorded = desk.Today,
        Fen = draft.Fen,
        Content = draft.Content.ToJsonString(LendingJson.Options),
        Cash = draft.Cash,
        PostedThere = draft.PostedThere ? 1 : 0,
        EntryId = draft.Entry,
        Reference = draft.Reference ?? $"#{n}",
        Note = draft.Note,
        At = Instant.Now(desk.Clock),
        By = person,
    };

    private static JsonObject Content(EventDraft draft, int n) => new()
    {
        ["amount"] = Money.FenText(draft.Fen),
        ["content"] = draft.Content.DeepClone(),
        ["effective"] = RowValues.Of(draft.Effective),
        ["kind"] = draft.Kind,
        ["n"] = n,
        ["note"] = draft.Note,
        ["reference"] = draft.Reference,
    };
}
