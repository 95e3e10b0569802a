using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.UseCases;

/// <summary>A hold in a list; amounts in yuan.</summary>
/// <param name="Debit">Code of the account to be debited.</param>
/// <param name="Credit">Code of the account to be credited.</param>
/// <param name="Posted">What was posted of it; the rest was released.</param>
/// <param name="State">pending, posted, voided or expired.</param>
/// <param name="CreatedOn">Business date on which it was placed.</param>
/// <param name="Expires">The last business date on which it stands.</param>
/// <param name="Entry">The entry that posted it.</param>
public sealed record HoldRow(Guid Id, string Debit, string Credit, string Amount, string? Posted, string State, string CreatedOn, string? Expires, string? ClosedAt, string Event, string Memo, Guid? Entry);

/// <param name="Created">False when it, or what came of it, stood already.</param>
internal sealed record HoldChange(bool Created, HoldFacts Hold);

/// <summary>Holds as answers and as evidence.</summary>
internal static class HoldRows
{
    public static List<HoldRow> Of(Session session, IReadOnlyList<HoldFacts> holds)
    {
        var names = EntryReading.Names(session, holds.SelectMany(h => (long[])[h.DebitNo, h.CreditNo]));
        return
        [
            .. holds.Select(h => new HoldRow(
                h.Id, names[h.DebitNo].Code, names[h.CreditNo].Code, Money.FenText(h.Fen), h.PostedFen is { } posted ? Money.FenText(posted) : null, h.State, RowValues.Of(h.CreatedOn), RowValues.Of(h.Expires), h.ClosedAt is { } at ? Instant.Text(at) : null, h.Event, h.Memo, h.Entry)),
        ];
    }

    public static Result<HoldRow> View(ZhirongContext work, Result<HoldChange> change) =>
        change.Ok ? Of(work.Session, [change.Value.Hold])[0] : Result<HoldRow>.Refused(change.Refusals);

    /// <param name="memo">Why it was placed, posted or voided.</param>
    public static Happening Happening(string name, HoldFacts hold, string debit, string credit, string memo) => new(name, "hold", RowValues.Of(hold.Id), new JsonObject
    {
        ["amount"] = Money.FenText(hold.Fen),
        ["book"] = RowValues.Of(hold.BookId),
        ["credit"] = credit,
        ["debit"] = debit,
        ["entry"] = RowValues.Of(hold.Entry),
        ["event"] = hold.Event,
        ["expires"] = RowValues.Of(hold.Expires),
        ["memo"] = memo,
        ["posted"] = hold.PostedFen is { } posted ? Money.FenText(posted) : null,
        ["state"] = hold.State,
    });
}
