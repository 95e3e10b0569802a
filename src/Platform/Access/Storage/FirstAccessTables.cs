using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Access.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261128_0100_access")]
internal sealed class FirstAccessTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Organisations(migrationBuilder);
        Users(migrationBuilder);
        Members(migrationBuilder);
        Roles(migrationBuilder);
        Keys(migrationBuilder);
        Conflicts(migrationBuilder);
    }

    private static void Organisations(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "access_org",
            table => new
            {
                id = table.Column<string>(),
                version = table.Column<int>(),
                code = table.Column<string>(nullable: true),
                name = table.Column<string>(),
                kind = table.Column<string>(),
                id_masked = table.Column<string>(nullable: true),
                id_print = table.Column<string>(nullable: true),
                @operator = table.Column<int>(),
                active = table.Column<int>(),
                added_at = table.Column<long>(),
                added_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_access_org", row => row.id));
        migrations.CreateIndex("IX_access_org_code", "access_org", "code", unique: true, filter: "code IS NOT NULL");
        migrations.CreateIndex("IX_access_org_id_print", "access_org", "id_print", unique: true, filter: "id_print IS NOT NULL");
    }

    private static void Users(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "access_user",
            table => new
            {
                id = table.Column<string>(),
                home_id = table.Column<string>(),
                version = table.Column<int>(),
                login = table.Column<string>(),
                login_key = table.Column<string>(),
                name = table.Column<string>(),
                password_hash = table.Column<string>(nullable: true),
                failed = table.Column<int>(),
                locked_until = table.Column<long>(nullable: true),
                must_change = table.Column<int>(),
                totp_secret = table.Column<string>(nullable: true),
                totp_on = table.Column<int>(),
                totp_step = table.Column<long>(),
                disabled = table.Column<int>(),
                added_at = table.Column<long>(),
                added_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_access_user", row => row.id));
        migrations.CreateIndex("IX_access_user_login_key", "access_user", "login_key", unique: true);
        migrations.CreateIndex("IX_access_user_home_id", "access_user", "home_id");
    }

    private static void Members(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "access_member",
            table => new
            {
                id = table.Column<string>(),
                user_id = table.Column<string>(),
                org_id = table.Column<string>(),
                role = table.Column<string>(),
                from_on = table.Column<string>(),
                until_on = table.Column<string>(nullable: true),
                added_at = table.Column<long>(),
                added_by = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_access_member", row => row.id);
                table.ForeignKey("FK_access_member_access_user_user_id", row => row.user_id, "access_user", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_access_member_access_org_org_id", row => row.org_id, "access_org", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_access_member_org_id_role", "access_member", ["org_id", "role"]);
        migrations.CreateIndex("IX_access_member_user_id", "access_member", "user_id");
    }

    private static void Roles(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "access_role",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                code = table.Column<string>(),
                zh = table.Column<string>(),
                en = table.Column<string>(),
                grants = table.Column<string>(),
                active = table.Column<int>(),
                saved_at = table.Column<long>(),
                saved_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_access_role", row => row.id));
        migrations.CreateIndex("IX_access_role_owner_id", "access_role", "owner_id");
        migrations.CreateIndex("IX_access_role_owner_id_code", "access_role", ["owner_id", "code"], unique: true);
    }

    private static void Keys(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "access_session",
            table => new
            {
                id = table.Column<string>(),
                token_hash = table.Column<string>(),
                user_id = table.Column<string>(),
                org_id = table.Column<string>(),
                created_at = table.Column<long>(),
                seen_at = table.Column<long>(),
                expires_at = table.Column<long>(),
                ended_at = table.Column<long>(nullable: true),
                device = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_access_session", row => row.id));
        migrations.CreateIndex("IX_access_session_token_hash", "access_session", "token_hash", unique: true);
        migrations.CreateIndex("IX_access_session_user_id", "access_session", "user_id");
        migrations.CreateTable(
            "access_token",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                user_id = table.Column<string>(),
                name = table.Column<string>(),
                token_hash = table.Column<string>(),
                shown = table.Column<string>(),
                scopes = table.Column<string>(),
                created_at = table.Column<long>(),
                expires_at = table.Column<long>(),
                used_at = table.Column<long>(nullable: true),
                revoked_at = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_access_token", row => row.id));
        migrations.CreateIndex("IX_access_token_owner_id", "access_token", "owner_id");
        migrations.CreateIndex("IX_access_token_token_hash", "access_token", "token_hash", unique: true);
        migrations.CreateIndex("IX_access_token_user_id", "access_token", "user_id");
    }

    private static void Conflicts(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "access_conflict",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                subject_kind = table.Column<string>(),
                subject_id = table.Column<string>(),
                party = table.Column<string>(),
                roles = table.Column<string>(),
                note = table.Column<string>(),
                state = table.Column<string>(),
                raised_by_id = table.Column<string>(),
                raised_by = table.Column<string>(),
                raised_at = table.Column<long>(),
                decided_by_id = table.Column<string>(nullable: true),
                decided_by = table.Column<string>(nullable: true),
                decided_at = table.Column<long>(nullable: true),
                decision_note = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_access_conflict", row => row.id));
        migrations.CreateIndex("IX_access_conflict_owner_id_state", "access_conflict", ["owner_id", "state"]);
    }
}
