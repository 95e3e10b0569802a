using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>
/// Keeps a mandate's total, its day and its firms: each is taken by one statement that looks at what is left and at the kill switch, so that of
/// two who ask for the last fen one is paid, on one server or several.
/// </summary>
internal static class MandateGuard
{
    /// <summary>Takes an amount, or says which limit it would pass; refused, the work is undone with all that was taken.</summary>
    public static Refusal? Take(Session session, LoanMandate mandate, Guid firm, long fen, DateOnly day)
    {
        var (id, on) = (RowValues.Of(mandate.Id), RowValues.Of(day));
        if (session.Execute("UPDATE len_mandate SET used_fen = used_fen + @p0 WHERE id = @p1 AND state = 'active' AND used_fen + @p0 <= total_fen", fen, id) == 0)
        {
            var (state, left) = session.First("SELECT state, total_fen - used_fen FROM len_mandate WHERE id = @p0", row => (row.Text(0), row.Long(1)), id);
            return state == InstantStates.Active ? InstantRefusals.OverTotal(Money.FenText(fen), Money.FenText(left)) : InstantRefusals.MandateState(state, InstantStates.Active);
        }

        // The mandate's row is held from here on, so that what is read of its days and firms stands until the end.
        var taken = session.First("SELECT fen FROM len_mandate_day WHERE mandate_id = @p0 AND day = @p1", row => row.Long(0), id, on);
        if (taken + fen > mandate.DayFen)
        {
            return InstantRefusals.OverDay(Money.FenText(fen), Money.FenText(mandate.DayFen - taken));
        }

        var lent = session.First("SELECT fen FROM len_mandate_firm WHERE mandate_id = @p0 AND firm_id = @p1", row => row.Long(0), id, RowValues.Of(firm));
        if (lent + fen > mandate.FirmFen)
        {
            return InstantRefusals.OverFirm(Money.FenText(fen), Money.FenText(mandate.FirmFen - lent));
        }

        session.Execute("INSERT INTO len_mandate_day (mandate_id, day, fen, loans) VALUES (@p0, @p1, @p2, 1) ON CONFLICT (mandate_id, day) DO UPDATE SET fen = len_mandate_day.fen + excluded.fen, loans = len_mandate_day.loans + 1", id, on, fen);
        session.Execute("INSERT INTO len_mandate_firm (mandate_id, firm_id, fen) VALUES (@p0, @p1, @p2) ON CONFLICT (mandate_id, firm_id) DO UPDATE SET fen = len_mandate_firm.fen + excluded.fen", id, RowValues.Of(firm), fen);
        return null;
    }
}
