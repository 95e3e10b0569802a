using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261129_1010_instant_loans")]
internal sealed class FirstInstantTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Mandates(migrationBuilder);
        Days(migrationBuilder);
        Firms(migrationBuilder);
        Decisions(migrationBuilder);
        Pledges(migrationBuilder);
        Watches(migrationBuilder);
        Indices(migrationBuilder);
    }

    private static void Mandates(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_mandate",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                code = table.Column<string>(),
                title = table.Column<string>(),
                product = table.Column<string>(),
                product_number = table.Column<int>(),
                product_text = table.Column<string>(),
                policy = table.Column<string>(),
                texts = table.Column<string>(),
                texts_hash = table.Column<string>(),
                own_index = table.Column<string>(),
                firm_fen = table.Column<long>(),
                total_fen = table.Column<long>(),
                day_fen = table.Column<long>(),
                used_fen = table.Column<long>(),
                from_day = table.Column<string>(),
                until_day = table.Column<string>(),
                account_id = table.Column<string>(),
                book_id = table.Column<string>(),
                bank_code = table.Column<string>(),
                first_fund = table.Column<int>(),
                register_days = table.Column<int>(),
                blocked = table.Column<string>(),
                window_days = table.Column<int>(),
                most_in_window = table.Column<int>(),
                offer_days = table.Column<int>(),
                state = table.Column<string>(),
                because = table.Column<string>(),
                stopped_by = table.Column<string>(),
                stopped_at = table.Column<long>(nullable: true),
                approval_id = table.Column<string>(nullable: true),
                made_by = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_mandate", row => row.id));
        migrations.CreateIndex("IX_len_mandate_owner_id_changed_at", "len_mandate", ["owner_id", "changed_at"]);
        migrations.CreateIndex("IX_len_mandate_owner_id_code", "len_mandate", ["owner_id", "code"], unique: true);
    }

    private static void Days(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_mandate_day",
            table => new
            {
                mandate_id = table.Column<string>(),
                day = table.Column<string>(),
                fen = table.Column<long>(),
                loans = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_len_mandate_day", row => new { row.mandate_id, row.day }));
    }

    private static void Firms(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_mandate_firm",
            table => new
            {
                mandate_id = table.Column<string>(),
                firm_id = table.Column<string>(),
                fen = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_len_mandate_firm", row => new { row.mandate_id, row.firm_id }));
    }

    private static void Decisions(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_instant",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                mandate_id = table.Column<string>(),
                request_no = table.Column<string>(),
                request_hash = table.Column<string>(),
                firm_id = table.Column<string>(),
                firm_code = table.Column<string>(),
                firm_name = table.Column<string>(),
                amount_fen = table.Column<long>(),
                months = table.Column<int>(),
                purpose = table.Column<string>(),
                account = table.Column<string>(),
                day = table.Column<string>(),
                outcome = table.Column<string>(),
                state = table.Column<string>(),
                reasons = table.Column<string>(),
                index_points = table.Column<long>(nullable: true),
                limit_fen = table.Column<long>(nullable: true),
                rate = table.Column<long>(nullable: true),
                facts = table.Column<string>(),
                facts_hash = table.Column<string>(),
                engine = table.Column<string>(),
                result_zh = table.Column<string>(),
                result_en = table.Column<string>(),
                result_hash = table.Column<string>(),
                contract = table.Column<string>(),
                contract_hash = table.Column<string>(),
                offer_ends = table.Column<string>(nullable: true),
                signature = table.Column<string>(),
                facility_id = table.Column<string>(nullable: true),
                loan_id = table.Column<string>(nullable: true),
                batch_code = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
                changed_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_len_instant", row => row.id));
        migrations.CreateIndex("IX_len_instant_owner_id_request_no", "len_instant", ["owner_id", "request_no"], unique: true);
        migrations.CreateIndex("IX_len_instant_owner_id_at", "len_instant", ["owner_id", "at"]);
        migrations.CreateIndex("IX_len_instant_mandate_id_state", "len_instant", ["mandate_id", "state"]);
        migrations.CreateIndex("IX_len_instant_firm_id_day", "len_instant", ["firm_id", "day"]);
        migrations.CreateIndex("IX_len_instant_account", "len_instant", "account");
    }

    private static void Pledges(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_instant_pledge",
            table => new
            {
                decision_id = table.Column<string>(),
                pledge_id = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_instant_pledge", row => new { row.decision_id, row.pledge_id }));
        migrations.CreateIndex("IX_len_instant_pledge_pledge_id", "len_instant_pledge", "pledge_id");
    }

    private static void Watches(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_fund_first",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                decision_id = table.Column<string>(),
                facility_id = table.Column<string>(),
                firm_id = table.Column<string>(),
                firm_name = table.Column<string>(),
                fen = table.Column<long>(),
                due_on = table.Column<string>(),
                state = table.Column<string>(),
                pledge_id = table.Column<string>(nullable: true),
                changed_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_len_fund_first", row => row.id));
        migrations.CreateIndex("IX_len_fund_first_owner_id_state_due_on", "len_fund_first", ["owner_id", "state", "due_on"]);
        migrations.CreateIndex("IX_len_fund_first_firm_id_state", "len_fund_first", ["firm_id", "state"]);
        migrations.CreateIndex("IX_len_fund_first_decision_id", "len_fund_first", "decision_id", unique: true);
        migrations.CreateIndex("IX_len_fund_first_facility_id", "len_fund_first", "facility_id");
    }

    private static void Indices(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_given_index",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                firm_code = table.Column<string>(),
                model = table.Column<string>(),
                day = table.Column<string>(),
                points = table.Column<long>(),
                source = table.Column<string>(),
                sha256 = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_given_index", row => row.id));
        migrations.CreateIndex("IX_len_given_index_owner_id", "len_given_index", "owner_id");
        migrations.CreateIndex("IX_len_given_index_owner_id_firm_code_model_day", "len_given_index", ["owner_id", "firm_code", "model", "day"], unique: true);
    }
}
