using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>Searches of the register kept under a name.</summary>
[DbContext(typeof(ZhirongContext))]
[Migration("20261129_2100_rights_searches")]
internal sealed class SearchTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ast_kept_search",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                name = table.Column<string>(),
                holder = table.Column<string>(),
                made_by = table.Column<string>(),
                asked = table.Column<string>(),
                columns = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_kept_search", row => row.id));
        migrationBuilder.CreateIndex("IX_ast_kept_search_owner_id", "ast_kept_search", "owner_id");
        migrationBuilder.CreateIndex("IX_ast_kept_search_owner_id_holder_name", "ast_kept_search", ["owner_id", "holder", "name"], unique: true);
    }
}
