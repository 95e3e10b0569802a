using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Modules.Assets.Model;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>
/// Classes and rare states become search words and the orders by days lose the owner: every right taken in then writes a fifth of the
/// index pages it wrote before.
/// </summary>
[DbContext(typeof(ZhirongContext))]
[Migration("20261129_1540_register_quick_search")]
internal sealed class QuickSearchTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var index in (string[])["IX_ast_right_owner_id_ipc", "IX_ast_right_owner_id_filed_no", "IX_ast_right_owner_id_expires_no"])
        {
            migrationBuilder.DropIndex(index, "ast_right");
        }

        migrationBuilder.CreateIndex("IX_ast_right_filed_no", "ast_right", ["filed", "no"]);
        migrationBuilder.CreateIndex("IX_ast_right_expires_no", "ast_right", ["expires", "no"]);
        Words(migrationBuilder, migrationBuilder.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL");
    }

    private static void Words(MigrationBuilder migrations, bool postgres)
    {
        migrations.Sql(AddMarks(postgres));
        if (!postgres)
        {
            migrations.Sql("INSERT INTO ast_search (ast_search) VALUES ('rebuild')");
        }
    }

    /// <summary>Adds the marks to words that have none, as <see cref="Deriving.DerivedRight.Words"/> writes them.</summary>
    internal static string AddMarks(bool postgres)
    {
        var states = string.Join(", ", Enum.GetValues<RightState>().Where(SearchWords.Marked).Select(s => $"'{s.Word()}'"));
        var mark = $"' {SearchWords.Mark}'";
        var all = postgres ? "string_agg(w, '' ORDER BY w COLLATE \"C\")" : "group_concat(w, '')";
        return $"""
            UPDATE ast_text SET words = ltrim(words
              || coalesce((SELECT {mark} || lower(replace(replace(replace(replace(r.ipc, ' ', ''), '/', ''), '-', ''), '.', '')) FROM ast_right r WHERE r.no = ast_text.no AND r.ipc IS NOT NULL), '')
              || coalesce((SELECT {all} FROM (SELECT DISTINCT {mark} || replace(s.state, '_', '') AS w FROM ast_standing s WHERE s.right_no = ast_text.no AND s.state IN ({states}) ORDER BY w) AS marks), ''))
            """;
    }
}
