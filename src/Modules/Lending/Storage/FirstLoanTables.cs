using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261129_0600_loans")]
internal sealed class FirstLoanTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Facilities(migrationBuilder);
        Pledges(migrationBuilder);
        Members(migrationBuilder);
        Conditions(migrationBuilder);
        Breaches(migrationBuilder);
        Loans(migrationBuilder);
        Events(migrationBuilder);
        Postings(migrationBuilder);
        Payouts(migrationBuilder);
    }

    private static void Facilities(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_facility",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                number = table.Column<string>(),
                kind = table.Column<string>(),
                borrower = table.Column<string>(),
                borrower_code = table.Column<string>(),
                amount_fen = table.Column<long>(),
                used_fen = table.Column<long>(),
                from_day = table.Column<string>(),
                until_day = table.Column<string>(),
                resolution_no = table.Column<string>(),
                resolution_until = table.Column<string>(nullable: true),
                uses = table.Column<string>(),
                most_ltv = table.Column<long>(nullable: true),
                book_id = table.Column<string>(),
                state = table.Column<string>(),
                because = table.Column<string>(),
                application_id = table.Column<string>(nullable: true),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_facility", row => row.id));
        migrations.CreateIndex("IX_len_facility_owner_id_changed_at", "len_facility", ["owner_id", "changed_at"]);
        migrations.CreateIndex("IX_len_facility_owner_id_number", "len_facility", ["owner_id", "number"], unique: true);
    }

    private static void Pledges(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_facility_pledge",
            table => new
            {
                facility_id = table.Column<string>(),
                pledge_id = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_facility_pledge", row => new { row.facility_id, row.pledge_id }));
        migrations.CreateIndex("IX_len_facility_pledge_pledge_id", "len_facility_pledge", "pledge_id");
    }

    private static void Members(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_facility_member",
            table => new
            {
                facility_id = table.Column<string>(),
                n = table.Column<int>(),
                member_no = table.Column<string>(),
                name = table.Column<string>(),
                kind = table.Column<string>(),
                cap_fen = table.Column<long>(),
                used_fen = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_len_facility_member", row => new { row.facility_id, row.n }));
        migrations.CreateIndex("IX_len_facility_member_facility_id_member_no", "len_facility_member", ["facility_id", "member_no"], unique: true);
    }

    private static void Conditions(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_facility_condition",
            table => new
            {
                facility_id = table.Column<string>(),
                n = table.Column<int>(),
                title = table.Column<string>(),
                met = table.Column<int>(),
                document = table.Column<string>(),
                sha256 = table.Column<string>(),
                met_on = table.Column<string>(nullable: true),
                met_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_facility_condition", row => new { row.facility_id, row.n }));
    }

    private static void Breaches(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_breach",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                facility_id = table.Column<string>(),
                kind = table.Column<string>(),
                opened_on = table.Column<string>(),
                due_on = table.Column<string>(),
                assigned = table.Column<string>(),
                exposure_fen = table.Column<long>(),
                value_fen = table.Column<long>(nullable: true),
                short_fen = table.Column<long>(),
                facts = table.Column<string>(),
                open = table.Column<int>(),
                outcome = table.Column<string>(),
                note = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
                closed_by = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_len_breach", row => row.id));
        migrations.CreateIndex("IX_len_breach_owner_id_open_due_on", "len_breach", ["owner_id", "open", "due_on"]);
        migrations.CreateIndex("IX_len_breach_live", "len_breach", ["facility_id", "kind"], unique: true, filter: "open = 1");
    }

    private static void Loans(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_loan",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                facility_id = table.Column<string>(),
                member_n = table.Column<int>(nullable: true),
                number = table.Column<string>(),
                borrower = table.Column<string>(),
                purpose = table.Column<string>(),
                principal_fen = table.Column<long>(),
                terms = table.Column<string>(),
                state = table.Column<string>(),
                disbursed_on = table.Column<string>(nullable: true),
                maturity = table.Column<string>(nullable: true),
                closed_day = table.Column<string>(nullable: true),
                backdated = table.Column<int>(),
                balance_fen = table.Column<long>(),
                due_fen = table.Column<long>(),
                interest_fen = table.Column<long>(),
                accrued_fen = table.Column<long>(),
                penalty_fen = table.Column<long>(),
                fees_fen = table.Column<long>(),
                credit_fen = table.Column<long>(),
                written_fen = table.Column<long>(),
                past_due = table.Column<int>(),
                @class = table.Column<string>(),
                off_balance = table.Column<int>(),
                next_due = table.Column<string>(nullable: true),
                next_fen = table.Column<long>(),
                rate = table.Column<long>(),
                events = table.Column<int>(),
                postings = table.Column<int>(),
                fault = table.Column<string>(),
                officer = table.Column<string>(),
                origin = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_loan", row => row.id));
        migrations.CreateIndex("IX_len_loan_owner_id_number", "len_loan", ["owner_id", "number"], unique: true);
        migrations.CreateIndex("IX_len_loan_owner_id_state_closed_day", "len_loan", ["owner_id", "state", "closed_day"]);
        migrations.CreateIndex("IX_len_loan_owner_id_next_due", "len_loan", ["owner_id", "next_due"]);
        migrations.CreateIndex("IX_len_loan_facility_id", "len_loan", "facility_id");
    }

    private static void Events(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_loan_event",
            table => new
            {
                loan_id = table.Column<string>(),
                n = table.Column<int>(),
                kind = table.Column<string>(),
                effective = table.Column<string>(),
                recorded = table.Column<string>(),
                undone_on = table.Column<string>(nullable: true),
                fen = table.Column<long>(),
                content = table.Column<string>(),
                cash = table.Column<string>(),
                posted_there = table.Column<int>(),
                entry_id = table.Column<string>(nullable: true),
                reference = table.Column<string>(),
                note = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_loan_event", row => new { row.loan_id, row.n }));
        migrations.CreateIndex("IX_len_loan_event_loan_id_reference", "len_loan_event", ["loan_id", "reference"], unique: true);
    }

    private static void Postings(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_loan_posting",
            table => new
            {
                loan_id = table.Column<string>(),
                n = table.Column<int>(),
                effective = table.Column<string>(),
                closed_on = table.Column<string>(),
                cause = table.Column<string>(),
                source = table.Column<int>(),
                debit = table.Column<string>(),
                credit = table.Column<string>(),
                fen = table.Column<long>(),
                entry_id = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_loan_posting", row => new { row.loan_id, row.n }));
    }

    private static void Payouts(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_payout",
            table => new
            {
                loan_id = table.Column<string>(),
                n = table.Column<int>(),
                payee = table.Column<string>(),
                account = table.Column<string>(),
                contract_no = table.Column<string>(),
                purpose = table.Column<string>(),
                fen = table.Column<long>(),
                batch_id = table.Column<string>(),
                batch_code = table.Column<string>(),
                posted_there = table.Column<int>(),
                item_id = table.Column<string>(),
                state = table.Column<string>(),
                paid_on = table.Column<string>(nullable: true),
                entry_id = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_len_payout", row => new { row.loan_id, row.n }));
        migrations.CreateIndex("IX_len_payout_item_id", "len_payout", "item_id", unique: true);
    }
}
