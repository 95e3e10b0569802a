using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>Documents of firms and what they are used for.</summary>
[DbContext(typeof(ZhirongContext))]
[Migration("20261129_1720_public_papers")]
internal sealed class PaperTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ast_firm_paper",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                firm_id = table.Column<string>(),
                kind = table.Column<string>(),
                name = table.Column<string>(),
                sha256 = table.Column<string>(),
                size = table.Column<long>(),
                valid_until = table.Column<string>(nullable: true),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_firm_paper", row => row.id));
        migrationBuilder.CreateIndex("IX_ast_firm_paper_owner_id", "ast_firm_paper", "owner_id");
        migrationBuilder.CreateIndex("IX_ast_firm_paper_firm_id_sha256", "ast_firm_paper", ["firm_id", "sha256"], unique: true);
        migrationBuilder.CreateTable(
            "ast_firm_paper_content",
            table => new
            {
                paper_id = table.Column<string>(),
                content = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_firm_paper_content", row => row.paper_id));
        migrationBuilder.CreateTable(
            "ast_firm_paper_use",
            table => new
            {
                paper_id = table.Column<string>(),
                subject_kind = table.Column<string>(),
                subject_id = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_firm_paper_use", row => new { row.paper_id, row.subject_kind, row.subject_id }));
        migrationBuilder.CreateIndex("IX_ast_firm_paper_use_subject_kind_subject_id", "ast_firm_paper_use", ["subject_kind", "subject_id"]);
    }
}
