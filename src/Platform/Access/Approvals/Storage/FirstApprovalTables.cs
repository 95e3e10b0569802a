using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Access.Approvals.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261128_0200_approvals")]
internal sealed class FirstApprovalTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Approvals(migrationBuilder);
        ApprovalRequests(migrationBuilder);
        ApprovalDecisions(migrationBuilder);
        ApprovalConditions(migrationBuilder);
        DelegationRows(migrationBuilder);
        Mandates(migrationBuilder);
        MandateDays(migrationBuilder);
        MandateUses(migrationBuilder);
        RouteVersions(migrationBuilder);
    }

    private static void Approvals(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "access_approval",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                act = table.Column<string>(),
                title_zh = table.Column<string>(),
                title_en = table.Column<string>(),
                subject_kind = table.Column<string>(nullable: true),
                subject_id = table.Column<string>(nullable: true),
                amount_fen = table.Column<long>(nullable: true),
                initiator_id = table.Column<string>(),
                initiator = table.Column<string>(),
                route = table.Column<string>(),
                route_of = table.Column<string>(),
                state = table.Column<string>(),
                round = table.Column<int>(),
                step = table.Column<int>(),
                members = table.Column<string>(),
                decide_by = table.Column<string>(),
                valid_until = table.Column<string>(nullable: true),
                opened_at = table.Column<long>(),
                changed_at = table.Column<long>(),
                tries = table.Column<int>(),
                next_at = table.Column<long>(),
                status = table.Column<int>(nullable: true),
                answer = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_access_approval", row => row.id));
        migrations.CreateIndex("IX_access_approval_owner_id_opened_at", "access_approval", ["owner_id", "opened_at"]);
        migrations.CreateIndex("IX_access_approval_state_next_at", "access_approval", ["state", "next_at"], filter: "state IN ('open', 'returned', 'conditional', 'approved')");
    }

    private static void ApprovalRequests(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "access_approval_request",
            table => new
            {
                approval_id = table.Column<string>(),
                round = table.Column<int>(),
                endpoint = table.Column<string>(),
                method = table.Column<string>(),
                path = table.Column<string>(),
                query = table.Column<string>(),
                route_values = table.Column<string>(),
                content_type = table.Column<string>(nullable: true),
                language = table.Column<string>(),
                body = table.Column<byte[]>(),
                is_protected = table.Column<int>(),
                body_hash = table.Column<string>(),
                shown = table.Column<string>(),
                at = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_access_approval_request", row => new { row.approval_id, row.round });
                table.ForeignKey("FK_access_approval_request_access_approval_approval_id", row => row.approval_id, "access_approval", "id", onDelete: ReferentialAction.Restrict);
            });
    }

    private static void ApprovalDecisions(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "access_approval_decision",
            table => new
            {
                approval_id = table.Column<string>(),
                no = table.Column<int>(),
                round = table.Column<int>(),
                step = table.Column<int>(),
                kind = table.Column<string>(),
                user_id = table.Column<string>(),
                user_name = table.Column<string>(),
                for_id = table.Column<string>(nullable: true),
                for_name = table.Column<string>(nullable: true),
                delegation_id = table.Column<string>(nullable: true),
                roles = table.Column<string>(),
                note = table.Column<string>(),
                conditions = table.Column<string>(),
                decided_on = table.Column<string>(),
                at = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_access_approval_decision", row => new { row.approval_id, row.no });
                table.ForeignKey("FK_access_approval_decision_access_approval_approval_id", row => row.approval_id, "access_approval", "id", onDelete: ReferentialAction.Restrict);
            });
    }

    private static void ApprovalConditions(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "access_approval_condition",
            table => new
            {
                approval_id = table.Column<string>(),
                no = table.Column<int>(),
                round = table.Column<int>(),
                step = table.Column<int>(),
                text = table.Column<string>(),
                set_by = table.Column<string>(),
                met = table.Column<string>(nullable: true),
                confirmed_by = table.Column<string>(nullable: true),
                confirmed_name = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_access_approval_condition", row => new { row.approval_id, row.no });
                table.ForeignKey("FK_access_approval_condition_access_approval_approval_id", row => row.approval_id, "access_approval", "id", onDelete: ReferentialAction.Restrict);
            });
    }

    private static void DelegationRows(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "access_delegation",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                from_id = table.Column<string>(),
                from_name = table.Column<string>(),
                to_id = table.Column<string>(),
                to_name = table.Column<string>(),
                acts = table.Column<string>(),
                first_on = table.Column<string>(),
                last_on = table.Column<string>(),
                note = table.Column<string>(),
                given_at = table.Column<long>(),
                ended_at = table.Column<long>(nullable: true),
                ended_by = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_access_delegation", row => row.id));
        migrations.CreateIndex("IX_access_delegation_owner_id", "access_delegation", "owner_id");
    }

    private static void Mandates(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "access_mandate",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                act = table.Column<string>(),
                product = table.Column<string>(),
                title = table.Column<string>(),
                limit_fen = table.Column<long>(),
                daily_fen = table.Column<long>(),
                first_on = table.Column<string>(),
                until_on = table.Column<string>(),
                note = table.Column<string>(),
                approval_id = table.Column<string>(nullable: true),
                made_at = table.Column<long>(),
                made_by = table.Column<string>(),
                ended_at = table.Column<long>(nullable: true),
                ended_by = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_access_mandate", row => row.id));
        migrations.CreateIndex("IX_access_mandate_owner_id", "access_mandate", "owner_id");
    }

    private static void MandateDays(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "access_mandate_day",
            table => new
            {
                mandate_id = table.Column<string>(),
                used_on = table.Column<string>(),
                fen = table.Column<long>(),
                uses = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_access_mandate_day", row => new { row.mandate_id, row.used_on });
                table.ForeignKey("FK_access_mandate_day_access_mandate_mandate_id", row => row.mandate_id, "access_mandate", "id", onDelete: ReferentialAction.Restrict);
            });
    }

    private static void MandateUses(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "access_mandate_use",
            table => new
            {
                id = table.Column<string>(),
                mandate_id = table.Column<string>(),
                subject_kind = table.Column<string>(),
                subject_id = table.Column<string>(),
                used_on = table.Column<string>(),
                fen = table.Column<long>(),
                at = table.Column<long>(),
                used_by = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_access_mandate_use", row => row.id);
                table.ForeignKey("FK_access_mandate_use_access_mandate_mandate_id", row => row.mandate_id, "access_mandate", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_access_mandate_use_mandate_id_subject_kind_subject_id", "access_mandate_use", ["mandate_id", "subject_kind", "subject_id"], unique: true);
    }

    private static void RouteVersions(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "access_route",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                no = table.Column<int>(),
                text = table.Column<string>(),
                sha256 = table.Column<string>(),
                note = table.Column<string>(),
                saved_at = table.Column<long>(),
                saved_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_access_route", row => row.id));
        migrations.CreateIndex("IX_access_route_owner_id_no", "access_route", ["owner_id", "no"], unique: true);
        migrations.CreateIndex("IX_access_route_owner_id", "access_route", "owner_id");
    }
}
