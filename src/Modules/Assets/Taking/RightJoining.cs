using System.Text.Json.Nodes;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Assets.Taking;

/// <summary>Two rows of the register that turn out to be one right: everything of the one goes to the other.</summary>
internal static class RightJoining
{
    public static void Join(ZhirongContext work, long kept, long gone, TimeProvider clock)
    {
        var session = work.Session;
        var (keptId, goneId, number) = (Id(session, kept), Id(session, gone), session.First("SELECT number FROM ast_right WHERE no = @p0", row => row.Text(0), gone)!);
        var dropped = new JsonObject();
        foreach (var table in (string[])["ast_said", "ast_event"])
        {
            // What both say stays once; the other's source said it all the same.
            dropped[table] = new JsonArray([.. session.List($"SELECT source_no, print FROM {table} WHERE right_no = @p0 AND print IN (SELECT print FROM {table} WHERE right_no = @p1)", row => (JsonNode)new JsonArray(row.Long(0), row.Text(1)), gone, kept)]);
            var last = session.First($"SELECT coalesce(max(n), 0) FROM {table} WHERE right_no = @p0", row => row.Long(0), kept);
            session.Execute($"DELETE FROM {table} WHERE right_no = @p0 AND print IN (SELECT print FROM {table} WHERE right_no = @p1)", gone, kept);
            session.Execute($"UPDATE {table} SET right_no = @p0, n = n + @p1 WHERE right_no = @p2", kept, last, gone);
        }

        foreach (var table in (string[])["ast_number", "ast_trade"])
        {
            session.Execute($"UPDATE {table} SET right_no = @p0 WHERE right_no = @p1", kept, gone);
        }

        session.Execute("UPDATE ast_encumbrance SET right_no = @p0 WHERE right_no = @p1 AND origin = 'hand'", kept, gone);
        session.Execute("DELETE FROM ast_product_right WHERE right_no = @p0 AND product_id IN (SELECT product_id FROM ast_product_right WHERE right_no = @p1)", gone, kept);
        session.Execute("UPDATE ast_product_right SET right_no = @p0 WHERE right_no = @p1", kept, gone);
        session.Execute("DELETE FROM ast_question WHERE right_no = @p0 AND EXISTS (SELECT 1 FROM ast_question k WHERE k.right_no = @p1 AND k.kind = ast_question.kind AND k.event_print = ast_question.event_print)", gone, kept);
        session.Execute("UPDATE ast_question SET right_no = @p0 WHERE right_no = @p1", kept, gone);
        if (session.Kind == DatabaseKind.Sqlite && session.First("SELECT words FROM ast_text WHERE no = @p0", row => row.Text(0), gone) is { } words)
        {
            session.Execute("INSERT INTO ast_search (ast_search, rowid, words) VALUES ('delete', @p0, @p1)", gone, words);
        }

        session.Execute("DELETE FROM ast_text WHERE no = @p0", gone);
        foreach (var table in (string[])["ast_standing", "ast_holder", "ast_encumbrance"])
        {
            session.Execute($"DELETE FROM {table} WHERE right_no = @p0", gone);
        }

        session.Execute("DELETE FROM ast_right WHERE no = @p0", gone);
        EvidenceLeaves.Record(work, new("RightsJoined", "right", keptId, new JsonObject { ["dropped"] = dropped, ["gone"] = goneId, ["number"] = number }), clock);
    }

    private static string Id(Session session, long no) => session.First("SELECT id FROM ast_right WHERE no = @p0", row => row.Text(0), no)!;
}
