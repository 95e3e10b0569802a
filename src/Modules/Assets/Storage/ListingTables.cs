using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>Files of listed rights and shortlists made of them.</summary>
[DbContext(typeof(ZhirongContext))]
[Migration("20261129_1730_public_listings")]
internal sealed class ListingTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ast_listing_file",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                code = table.Column<string>(),
                name = table.Column<string>(),
                day = table.Column<string>(nullable: true),
                source = table.Column<string>(),
                sha256 = table.Column<string>(),
                listings = table.Column<int>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_listing_file", row => row.id));
        migrationBuilder.CreateIndex("IX_ast_listing_file_owner_id", "ast_listing_file", "owner_id");
        migrationBuilder.CreateIndex("IX_ast_listing_file_owner_id_sha256", "ast_listing_file", ["owner_id", "sha256"], unique: true);
        migrationBuilder.CreateTable(
            "ast_listing_file_content",
            table => new
            {
                file_id = table.Column<string>(),
                content = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_listing_file_content", row => row.file_id));
        migrationBuilder.CreateTable(
            "ast_shortlist",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                name = table.Column<string>(),
                file_id = table.Column<string>(),
                need = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_shortlist", row => row.id));
        migrationBuilder.CreateIndex("IX_ast_shortlist_owner_id_at", "ast_shortlist", ["owner_id", "at"]);
        migrationBuilder.CreateTable(
            "ast_shortlist_item",
            table => new
            {
                shortlist_id = table.Column<string>(),
                listing_id = table.Column<string>(),
                rank = table.Column<int>(),
                millionths = table.Column<long>(),
                number = table.Column<string>(),
                title = table.Column<string>(),
                owner = table.Column<string>(),
                found = table.Column<string>(),
                ipc = table.Column<string>(),
                modes = table.Column<string>(),
                price_fen = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_ast_shortlist_item", row => new { row.shortlist_id, row.listing_id }));
    }
}
