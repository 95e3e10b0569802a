using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>Mappings of titles, files that wait for their job, and how far a file is read.</summary>
[DbContext(typeof(ZhirongContext))]
[Migration("20261128_1100_register_imports")]
internal sealed class ImportTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("read_as", "ast_source", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<string>("mapping", "ast_source", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<long>("size", "ast_source", nullable: false, defaultValue: 0L);
        migrationBuilder.AddColumn<long>("read_bytes", "ast_source", nullable: false, defaultValue: 0L);
        if (migrationBuilder.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL")
        {
            foreach (var column in (string[])["read_as", "mapping", "size", "read_bytes"])
            {
                migrationBuilder.Sql($"ALTER TABLE ast_source ALTER COLUMN {column} DROP DEFAULT");
            }
        }

        migrationBuilder.DropIndex("IX_ast_source_owner_id_sha256", "ast_source");
        migrationBuilder.CreateIndex("IX_ast_source_owner_id_sha256_read_as", "ast_source", ["owner_id", "sha256", "read_as"], unique: true);
        migrationBuilder.CreateIndex("IX_ast_said_source_no", "ast_said", "source_no");
        migrationBuilder.CreateIndex("IX_ast_right_owner_id_number_no", "ast_right", ["owner_id", "number", "no"]);
        Mappings(migrationBuilder);
        Uploads(migrationBuilder);
    }

    private static void Mappings(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_mapping",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                kind = table.Column<string>(),
                name = table.Column<string>(),
                columns = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_mapping", row => row.id));
        migrations.CreateIndex("IX_ast_mapping_owner_id", "ast_mapping", "owner_id");
        migrations.CreateIndex("IX_ast_mapping_owner_id_kind_name", "ast_mapping", ["owner_id", "kind", "name"], unique: true);
    }

    private static void Uploads(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_upload",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                size = table.Column<long>(),
                at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_upload", row => row.id));
        migrations.CreateIndex("IX_ast_upload_owner_id", "ast_upload", "owner_id");
        migrations.CreateTable(
            "ast_upload_part",
            table => new
            {
                upload_id = table.Column<string>(),
                n = table.Column<int>(),
                content = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_upload_part", row => new { row.upload_id, row.n }));
    }
}
