using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Access.Approvals.Mandates;

/// <summary>A use of a mandate.</summary>
/// <param name="Fresh">False when the same record was counted before: it is not counted twice.</param>
public sealed record MandateUsed(Guid Use, Guid Mandate, DateOnly On, Money Amount, bool Fresh);

/// <summary>授权额度: counts acts against mandates, to the fen and in the transaction that does them.</summary>
public sealed class UseMandate
{
    private static readonly TableShape Uses = new(
        "access_mandate_use",
        TableShape.Text("id"), TableShape.Text("mandate_id"), TableShape.Text("subject_kind"), TableShape.Text("subject_id"), TableShape.Text("used_on"), TableShape.Long("fen"), TableShape.Long("at"), TableShape.Text("used_by"));

    private readonly IEnumerable<IWitness> witnesses;
    private readonly TimeProvider clock;

    public UseMandate(IEnumerable<IWitness> witnesses, TimeProvider clock) => (this.witnesses, this.clock) = (witnesses, clock);

    /// <summary>
    /// Counts an act against the oldest mandate of the viewer's organisation that covers it and has room today; null when none has, so
    /// that the act needs approval.
    /// </summary>
    /// <param name="work">The transaction.</param>
    /// <param name="product">Empty where the act has none.</param>
    /// <param name="subjectKind">Kind and id of what is done: counted once for each mandate.</param>
    public MandateUsed? Use(ZhirongContext work, string act, string product, string subjectKind, string subjectId, Money amount)
    {
        ArgumentNullException.ThrowIfNull(work);
        var (session, today) = (work.Session, Days.Today(clock));
        session.Alone($"mandates {work.Viewer.Organisation:D}");
        foreach (var mandate in Covering(session, work.Viewer.Organisation, act, product, today))
        {
            if (Before(session, mandate.Id, subjectKind, subjectId) is { } known)
            {
                return known.Amount == amount ? known : null;
            }

            if (amount <= mandate.Limit && amount.Fen > 0 && amount.Fen <= mandate.Daily.Fen - Used(session, mandate.Id, today))
            {
                return Count(work, mandate.Id, subjectKind, subjectId, today, amount);
            }
        }

        return null;
    }

    /// <summary>Takes a use back whose act was not done after all; true when it was there.</summary>
    public static bool GiveBack(ZhirongContext work, MandateUsed used)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(used);
        work.Session.Alone($"mandates {work.Viewer.Organisation:D}");
        if (work.Session.Execute("DELETE FROM access_mandate_use WHERE id = @p0", RowValues.Of(used.Use)) == 0)
        {
            return false;
        }

        work.Session.Execute("UPDATE access_mandate_day SET fen = fen - @p0, uses = uses - 1 WHERE mandate_id = @p1 AND used_on = @p2", used.Amount.Fen, RowValues.Of(used.Mandate), RowValues.Of(used.On));
        return true;
    }

    private MandateUsed Count(ZhirongContext work, Guid mandate, string subjectKind, string subjectId, DateOnly today, Money amount)
    {
        var used = new MandateUsed(Guid.CreateVersion7(clock.GetUtcNow()), mandate, today, amount, true);
        work.Session.Insert(new RowSet(Uses).Add(RowValues.Of(used.Use), RowValues.Of(mandate), subjectKind, subjectId, RowValues.Of(today), amount.Fen, Instant.Now(clock), work.Viewer.Person));
        work.Session.Execute(
            "INSERT INTO access_mandate_day (mandate_id, used_on, fen, uses) VALUES (@p0, @p1, @p2, 1) ON CONFLICT (mandate_id, used_on) DO UPDATE SET fen = access_mandate_day.fen + excluded.fen, uses = access_mandate_day.uses + 1",
            RowValues.Of(mandate),
            RowValues.Of(today),
            amount.Fen);
        foreach (var witness in witnesses)
        {
            witness.Record(work, "MandateUsed", "mandate", RowValues.Of(mandate), new JsonObject { ["amount"] = amount.ToString(), ["on"] = RowValues.Of(today), ["subject"] = $"{subjectKind} {subjectId}" });
        }

        return used;
    }

    private static List<(Guid Id, Money Limit, Money Daily)> Covering(Session session, Guid organisation, string act, string product, DateOnly today) => session.List(
        """
        SELECT id, limit_fen, daily_fen FROM access_mandate
        WHERE owner_id = @p0 AND act = @p1 AND (product = '' OR product = @p2) AND ended_at IS NULL AND first_on <= @p3 AND until_on >= @p4 ORDER BY made_at, id
        """,
        row => (row.Id(0), Money.OfFen(row.Long(1)), Money.OfFen(row.Long(2))),
        RowValues.Of(organisation),
        act,
        product,
        RowValues.Of(today),
        RowValues.Of(today));

    private static long Used(Session session, Guid mandate, DateOnly on) =>
        session.First("SELECT fen FROM access_mandate_day WHERE mandate_id = @p0 AND used_on = @p1", row => row.Long(0), RowValues.Of(mandate), RowValues.Of(on));

    private static MandateUsed? Before(Session session, Guid mandate, string subjectKind, string subjectId) => session.First(
        "SELECT id, used_on, fen FROM access_mandate_use WHERE mandate_id = @p0 AND subject_kind = @p1 AND subject_id = @p2",
        row => new MandateUsed(row.Id(0), mandate, row.Date(1), Money.OfFen(row.Long(2)), false),
        RowValues.Of(mandate),
        subjectKind,
        subjectId);
}
