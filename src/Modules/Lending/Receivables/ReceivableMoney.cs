using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Receivables;

/// <summary>Takes of what came in: by one statement that looks at what is left, so that of two who use the last fen one does.</summary>
internal static class ReceivableMoney
{
    /// <summary>The head of every use: the receivable, alone and as whoever asks saw it, with an amount of a due date's money taken; refused, the work is undone.</summary>
    /// <param name="fen">Above 0.</param>
    public static async Task<Result<Receivable>> Take(ZhirongContext work, Guid id, int baseVersion, int due, long fen)
    {
        work.Session.Alone($"receivable {id}");
        if (await work.Set<Receivable>().SingleOrDefaultAsync(r => r.Id == id) is not { } row)
        {
            return OpenReceivable.Missing(work, id);
        }

        if (baseVersion != row.Version)
        {
            return LendingRefusals.Stale(baseVersion, row.Version);
        }

        return Take(work.Session, id, due, fen) is { } none ? none : row;
    }

    /// <summary>Takes an amount of a due date's money, or says why there is none.</summary>
    private static Refusal? Take(Session session, Guid receivable, int due, long fen)
    {
        if (session.Execute("UPDATE len_receivable_due SET used_fen = used_fen + @p0 WHERE receivable_id = @p1 AND n = @p2 AND state = 'received' AND used_fen + @p0 <= fen", fen, RowValues.Of(receivable), due) == 1)
        {
            return null;
        }

        var found = session.First("SELECT state, fen - used_fen FROM len_receivable_due WHERE receivable_id = @p0 AND n = @p1", row => new Left(row.Text(0), row.Long(1)), RowValues.Of(receivable), due);
        return found is { State: ReceivableStates.Received } left ? ReceivableRefusals.More(Money.FenText(fen), Money.FenText(left.Fen)) : ReceivableRefusals.NoDue($"{due}: {found?.State ?? "—"}");
    }

    /// <summary>Money that was not paid after all is held again.</summary>
    public static void GiveBack(Session session, ReceivableUse use) =>
        session.Execute("UPDATE len_receivable_due SET used_fen = used_fen - @p0 WHERE receivable_id = @p1 AND n = @p2", use.Fen, RowValues.Of(use.ReceivableId), use.DueN);

    /// <summary>Keeps what was done, with its evidence.</summary>
    public static async Task Keep(ZhirongContext work, LoanDesk desk, Receivable row, ReceivableUse use)
    {
        work.Add(use);
        (row.Version, row.ChangedAt, row.ChangedBy) = (row.Version + 1, Instant.Now(desk.Clock), work.Viewer.Person);
        await work.SaveChangesAsync();
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, row.OwnerId, new("ReceivableUsed", "receivable", RowValues.Of(row.Id), new JsonObject
        {
            ["amount"] = Money.FenText(use.Fen),
            ["contract"] = row.ContractNo,
            ["due"] = use.DueN,
            ["kind"] = use.Kind,
            ["loan"] = use.LoanId is { } loan ? RowValues.Of(loan) : null,
            ["reference"] = use.Reference,
        }), desk.Clock)]);
    }

    public static async Task<int> Next(ZhirongContext work, Guid receivable) => await work.Set<ReceivableUse>().CountAsync(u => u.ReceivableId == receivable) + 1;

    private sealed record Left(string State, long Fen);
}
