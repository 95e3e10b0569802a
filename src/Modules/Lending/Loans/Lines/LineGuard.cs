using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Loans.Lines;

/// <summary>
/// Keeps lines and members' caps: what is taken is added by one statement that looks at what is left, so that of two who draw at once the
/// second finds what the first has taken, on one server or several.
/// </summary>
internal static class LineGuard
{
    /// <summary>Takes an amount of a line, and of the member's cap where there is one; nothing at all where either does not reach.</summary>
    public static Refusal? Take(ZhirongContext work, LoanDesk desk, Facility facility, FacilityMember? member, long fen)
    {
        var guard = desk.Unguarded ? "" : " AND used_fen + @p0 <= amount_fen";
        if (work.Session.Execute($"UPDATE len_facility SET used_fen = used_fen + @p0 WHERE id = @p1{guard}", fen, RowValues.Of(facility.Id)) == 0)
        {
            return LoanRefusals.OverLine(Money.FenText(fen), Left(work, "len_facility", "amount_fen", "id = @p0", RowValues.Of(facility.Id)));
        }

        if (member is not null && work.Session.Execute("UPDATE len_facility_member SET used_fen = used_fen + @p0 WHERE facility_id = @p1 AND n = @p2 AND used_fen + @p0 <= cap_fen", fen, RowValues.Of(facility.Id), member.N) == 0)
        {
            // The work is undone with the refusal, and with it what was taken of the line.
            return LoanRefusals.OverCap(Money.FenText(fen), Left(work, "len_facility_member", "cap_fen", "facility_id = @p0 AND n = @p1", RowValues.Of(facility.Id), member.N));
        }

        return null;
    }

    /// <summary>Gives back what is repaid or never paid out; negative where what was given back is owed again. True where the line is then taken beyond its amount.</summary>
    public static bool Free(Session session, Guid facility, int? member, long fen)
    {
        if (fen == 0)
        {
            return false;
        }

        session.Execute("UPDATE len_facility SET used_fen = used_fen - @p0 WHERE id = @p1", fen, RowValues.Of(facility));
        if (member is { } n)
        {
            session.Execute("UPDATE len_facility_member SET used_fen = used_fen - @p0 WHERE facility_id = @p1 AND n = @p2", fen, RowValues.Of(facility), n);
        }

        return fen < 0 && session.First("SELECT 1 FROM len_facility WHERE id = @p0 AND used_fen > amount_fen", row => row.Long(0) == 1, RowValues.Of(facility));
    }

    /// <summary>Whether what is repaid can be drawn again.</summary>
    public static bool Revolves(Facility facility) => facility.Kind != FacilityWords.Single;

    private static string Left(ZhirongContext work, string table, string limit, string where, params object?[] values) =>
        Money.FenText(work.Session.First($"SELECT {limit} - used_fen FROM {table} WHERE {where}", row => row.Long(0), values));
}
