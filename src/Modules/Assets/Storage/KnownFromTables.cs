using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>
/// From which day on something is known of a right, and how new its sources are, beside it and indexed: lists of what reads unknown on a
/// day need not ask every right. Most are known from their filing, whose own index serves them; only the others are indexed here.
/// </summary>
[DbContext(typeof(ZhirongContext))]
[Migration("20261129_2100_rights_unknown")]
internal sealed class KnownFromTables : Migration
{
    /// <summary>Rights that are not known from their filing on.</summary>
    internal const string Odd = "known_from IS NULL OR known_from IS DISTINCT FROM filed";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("known_from", "ast_right", nullable: true);
        migrationBuilder.Sql(Fill);
        migrationBuilder.CreateIndex("IX_ast_right_newest_no", "ast_right", ["newest", "no"]);
        migrationBuilder.CreateIndex("IX_ast_right_known_from_no", "ast_right", ["known_from", "no"], filter: Odd);
    }

    /// <summary>As <see cref="Model.Standings.KnownFrom"/> says.</summary>
    internal const string Fill = """
        UPDATE ast_right SET known_from = (SELECT min(s.from_day) FROM ast_standing s WHERE s.right_no = ast_right.no AND s.state <> 'unknown'
          AND NOT EXISTS (SELECT 1 FROM ast_standing u WHERE u.right_no = s.right_no AND u.state = 'unknown' AND u.n > s.n))
        """;
}
