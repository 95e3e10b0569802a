using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261129_0200_pledges")]
internal sealed class FirstPledgeTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Pledges(migrationBuilder);
        Items(migrationBuilder);
        Rights(migrationBuilder);
        Registrations(migrationBuilder);
        Steps(migrationBuilder);
        Statements(migrationBuilder);
        Incidents(migrationBuilder);
        Answers(migrationBuilder);
    }

    private static void Pledges(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_pledge",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                contract_no = table.Column<string>(),
                main_contract_no = table.Column<string>(),
                pledgor = table.Column<string>(),
                pledgee = table.Column<string>(),
                debtor = table.Column<string>(),
                parties = table.Column<string>(),
                claim_kind = table.Column<string>(),
                maximum = table.Column<int>(),
                secured_fen = table.Column<long>(),
                debt_from = table.Column<string>(),
                debt_to = table.Column<string>(),
                scope = table.Column<string>(),
                forfeiture = table.Column<int>(),
                state = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_pledge", row => row.id));
        migrations.CreateIndex("IX_len_pledge_owner_id_changed_at", "len_pledge", ["owner_id", "changed_at"]);
        migrations.CreateIndex("IX_len_pledge_owner_id_contract_no", "len_pledge", ["owner_id", "contract_no"], unique: true);
    }

    private static void Items(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_pledge_item",
            table => new
            {
                pledge_id = table.Column<string>(),
                n = table.Column<int>(),
                right_id = table.Column<string>(),
                right_key = table.Column<string>(),
                right_number = table.Column<string>(),
                kind = table.Column<string>(),
                title = table.Column<string>(),
                filed = table.Column<string>(nullable: true),
                granted = table.Column<string>(nullable: true),
                registry = table.Column<string>(),
                registration_id = table.Column<string>(),
                allocated_fen = table.Column<long>(),
                coming_fen = table.Column<long>(),
                value_fen = table.Column<long>(nullable: true),
                value_source = table.Column<string>(),
                data_hash = table.Column<string>(),
                state = table.Column<string>(),
                replaces = table.Column<int>(nullable: true),
                released_on = table.Column<string>(nullable: true),
                encumbrance_id = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_len_pledge_item", row => new { row.pledge_id, row.n }));
        migrations.CreateIndex("IX_len_pledge_item_right_id", "len_pledge_item", "right_id");
        migrations.CreateIndex("IX_len_pledge_item_registration_id", "len_pledge_item", "registration_id");
    }

    private static void Rights(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_pledged_right",
            table => new
            {
                registration_id = table.Column<string>(),
                right_key = table.Column<string>(),
                live = table.Column<int>(),
                since_day = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_pledged_right", row => new { row.registration_id, row.right_key }));
        migrations.CreateIndex("IX_len_pledged_right_live", "len_pledged_right", "right_key", unique: true, filter: "live = 1");
    }

    private static void Registrations(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_registration",
            table => new
            {
                id = table.Column<string>(),
                pledge_id = table.Column<string>(),
                version = table.Column<int>(),
                registry = table.Column<string>(),
                state = table.Column<string>(),
                channel = table.Column<string>(),
                ground_set = table.Column<string>(),
                receipt_no = table.Column<string>(),
                registration_no = table.Column<string>(),
                submitted_on = table.Column<string>(nullable: true),
                registered_on = table.Column<string>(nullable: true),
                effective_on = table.Column<string>(nullable: true),
                expires_on = table.Column<string>(nullable: true),
                ended_on = table.Column<string>(nullable: true),
                due = table.Column<string>(nullable: true),
                due_kind = table.Column<string>(),
                due_provisional = table.Column<int>(),
                last_on = table.Column<string>(nullable: true),
                asked_expires = table.Column<string>(nullable: true),
                asked_note = table.Column<string>(),
                replaces = table.Column<string>(nullable: true),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_registration", row => row.id));
        migrations.CreateIndex("IX_len_registration_pledge_id", "len_registration", "pledge_id");
        migrations.CreateIndex("IX_len_registration_due", "len_registration", "due", filter: "due IS NOT NULL");
        migrations.CreateIndex("IX_len_registration_registry_registration_no", "len_registration", ["registry", "registration_no"], filter: "registration_no <> ''");
    }

    private static void Steps(MigrationBuilder migrations) => migrations.CreateTable(
        "len_registration_step",
        table => new
        {
            registration_id = table.Column<string>(),
            n = table.Column<int>(),
            act = table.Column<string>(),
            from_state = table.Column<string>(),
            to_state = table.Column<string>(),
            on_day = table.Column<string>(),
            effective_on = table.Column<string>(),
            receipt_no = table.Column<string>(),
            note = table.Column<string>(),
            documents = table.Column<string>(),
            due = table.Column<string>(nullable: true),
            origin = table.Column<string>(),
            at = table.Column<long>(),
            by = table.Column<string>(),
        },
        constraints: table => table.PrimaryKey("PK_len_registration_step", row => new { row.registration_id, row.n }));

    private static void Statements(MigrationBuilder migrations) => migrations.CreateTable(
        "len_ground_statement",
        table => new
        {
            registration_id = table.Column<string>(),
            n = table.Column<int>(),
            kind = table.Column<string>(),
            ground = table.Column<string>(),
            right_id = table.Column<string>(nullable: true),
            who = table.Column<string>(),
            document = table.Column<string>(),
            sha256 = table.Column<string>(),
            on_day = table.Column<string>(),
            at = table.Column<long>(),
            by = table.Column<string>(),
        },
        constraints: table => table.PrimaryKey("PK_len_ground_statement", row => new { row.registration_id, row.n }));

    private static void Incidents(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_incident",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                pledge_id = table.Column<string>(),
                registration_id = table.Column<string>(),
                kind = table.Column<string>(),
                recorded_on = table.Column<string>(),
                effective_on = table.Column<string>(),
                lost_fen = table.Column<long>(),
                open = table.Column<int>(),
                note = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
                closed_by = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_len_incident", row => row.id));
        migrations.CreateIndex("IX_len_incident_owner_id_open_at", "len_incident", ["owner_id", "open", "at"]);
        migrations.CreateIndex("IX_len_incident_pledge_id", "len_incident", "pledge_id");
    }

    private static void Answers(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_answer_file",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                registry = table.Column<string>(),
                name = table.Column<string>(),
                sha256 = table.Column<string>(),
                lines = table.Column<int>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_answer_file", row => row.id));
        migrations.CreateIndex("IX_len_answer_file_owner_id_at", "len_answer_file", ["owner_id", "at"]);
        migrations.CreateTable(
            "len_answer_line",
            table => new
            {
                file_id = table.Column<string>(),
                n = table.Column<int>(),
                line = table.Column<int>(),
                print = table.Column<string>(),
                reference = table.Column<string>(),
                act = table.Column<string>(),
                on_day = table.Column<string>(nullable: true),
                registration_id = table.Column<string>(nullable: true),
                outcome = table.Column<string>(),
                reason = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_answer_line", row => new { row.file_id, row.n }));
        migrations.CreateIndex("IX_len_answer_line_print", "len_answer_line", "print");
    }
}
