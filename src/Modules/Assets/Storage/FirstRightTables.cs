using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261128_0600_register_rights")]
internal sealed class FirstRightTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        RegisteredRightTable(migrationBuilder);
        RightNumberRowTable(migrationBuilder);
        SaidRowTable(migrationBuilder);
        EventRowTable(migrationBuilder);
        StandingRowTable(migrationBuilder);
        HolderRowTable(migrationBuilder);
        EncumbranceRowTable(migrationBuilder);
        TextRowTable(migrationBuilder);
        SourceRowTable(migrationBuilder);
        QuestionRowTable(migrationBuilder);
        TradeRowTable(migrationBuilder);
        Search(migrationBuilder);
    }

    private static void RegisteredRightTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_right",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                no = table.Column<long>(),
                number = table.Column<string>(),
                office = table.Column<string>(),
                kind = table.Column<string>(),
                title = table.Column<string>(),
                title_en = table.Column<string>(nullable: true),
                holder = table.Column<string>(),
                ipc = table.Column<string>(nullable: true),
                family = table.Column<string>(nullable: true),
                filed = table.Column<string>(nullable: true),
                granted = table.Column<string>(nullable: true),
                expires = table.Column<string>(nullable: true),
                term_rule = table.Column<string>(nullable: true),
                parent_key = table.Column<string>(nullable: true),
                newest = table.Column<string>(nullable: true),
                stub = table.Column<int>(),
                questions = table.Column<int>(),
                made_at = table.Column<long>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_right", row => row.id));
        migrations.CreateIndex("IX_ast_right_no", "ast_right", "no", unique: true);
        migrations.CreateIndex("IX_ast_right_owner_id_no", "ast_right", ["owner_id", "no"]);
        migrations.CreateIndex("IX_ast_right_owner_id_ipc", "ast_right", ["owner_id", "ipc"]);
        migrations.CreateIndex("IX_ast_right_owner_id_kind_no", "ast_right", ["owner_id", "kind", "no"]);
        migrations.CreateIndex("IX_ast_right_owner_id_filed_no", "ast_right", ["owner_id", "filed", "no"]);
        migrations.CreateIndex("IX_ast_right_owner_id_expires_no", "ast_right", ["owner_id", "expires", "no"]);
        migrations.CreateIndex("IX_ast_right_owner_id_family", "ast_right", ["owner_id", "family"], filter: "family IS NOT NULL");
        migrations.CreateIndex("IX_ast_right_parent_key", "ast_right", "parent_key", filter: "parent_key IS NOT NULL");
        migrations.Sequence("ast_right", "no");
    }

    private static void RightNumberRowTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_number",
            table => new
            {
                owner_id = table.Column<string>(),
                key = table.Column<string>(),
                right_no = table.Column<long>(),
                office = table.Column<string>(),
                use = table.Column<string>(),
                text = table.Column<string>(),
                document_kind = table.Column<string>(),
                raw = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_number", row => new { row.key, row.owner_id }));
        migrations.CreateIndex("IX_ast_number_right_no", "ast_number", "right_no");
    }

    private static void SaidRowTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_said",
            table => new
            {
                right_no = table.Column<long>(),
                n = table.Column<long>(),
                source_no = table.Column<long>(),
                as_of = table.Column<string>(),
                print = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
                line = table.Column<int>(),
                record = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_said", row => new { row.right_no, row.n }));
    }

    private static void EventRowTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_event",
            table => new
            {
                right_no = table.Column<long>(),
                n = table.Column<long>(),
                scheme = table.Column<string>(),
                code = table.Column<string>(),
                effect = table.Column<string>(),
                decided = table.Column<string>(nullable: true),
                recorded_on = table.Column<string>(nullable: true),
                effective_on = table.Column<string>(nullable: true),
                text = table.Column<string>(),
                facts = table.Column<string>(),
                print = table.Column<string>(),
                source_no = table.Column<long>(),
                taken_on = table.Column<string>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_event", row => new { row.right_no, row.n }));
        migrations.CreateIndex("IX_ast_event_right_no_print", "ast_event", ["right_no", "print"], unique: true);
    }

    private static void StandingRowTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_standing",
            table => new
            {
                right_no = table.Column<long>(),
                n = table.Column<int>(),
                state = table.Column<string>(),
                from_day = table.Column<string>(),
                until_day = table.Column<string>(),
                estimated = table.Column<int>(),
                because = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_standing", row => new { row.right_no, row.n }));
    }

    private static void HolderRowTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_holder",
            table => new
            {
                right_no = table.Column<long>(),
                n = table.Column<int>(),
                name = table.Column<string>(),
                code = table.Column<string>(nullable: true),
                share = table.Column<long>(nullable: true),
                from_day = table.Column<string>(),
                until_day = table.Column<string>(),
                because = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_holder", row => new { row.right_no, row.n }));
        migrations.CreateIndex("IX_ast_holder_name", "ast_holder", "name");
        migrations.CreateIndex("IX_ast_holder_code", "ast_holder", "code", filter: "code IS NOT NULL");
    }

    private static void EncumbranceRowTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_encumbrance",
            table => new
            {
                id = table.Column<string>(),
                right_no = table.Column<long>(),
                kind = table.Column<string>(),
                registration_no = table.Column<string>(),
                holder = table.Column<string>(),
                grantor = table.Column<string>(),
                from_day = table.Column<string>(nullable: true),
                until_day = table.Column<string>(nullable: true),
                estimated = table.Column<int>(),
                origin = table.Column<string>(),
                note = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_encumbrance", row => row.id));
        migrations.CreateIndex("IX_ast_encumbrance_right_no", "ast_encumbrance", "right_no");
    }

    private static void TextRowTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_text",
            table => new
            {
                no = table.Column<long>(),
                words = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_text", row => row.no));
    }

    private static void SourceRowTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_source",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                no = table.Column<long>(),
                name = table.Column<string>(),
                sha256 = table.Column<string>(),
                format = table.Column<string>(),
                as_of = table.Column<string>(),
                done = table.Column<int>(),
                rows = table.Column<int>(),
                taken = table.Column<int>(),
                merged = table.Column<int>(),
                refused = table.Column<int>(),
                warnings = table.Column<int>(),
                rights = table.Column<int>(),
                findings = table.Column<string>(),
                unused = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_source", row => row.id));
        migrations.CreateIndex("IX_ast_source_owner_id_sha256", "ast_source", ["owner_id", "sha256"], unique: true);
        migrations.CreateIndex("IX_ast_source_no", "ast_source", "no", unique: true);
        migrations.CreateIndex("IX_ast_source_owner_id", "ast_source", "owner_id");
        migrations.Sequence("ast_source", "no");
    }

    private static void QuestionRowTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_question",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                right_no = table.Column<long>(),
                kind = table.Column<string>(),
                event_print = table.Column<string>(),
                text = table.Column<string>(),
                open = table.Column<int>(),
                answer = table.Column<string>(nullable: true),
                note = table.Column<string>(),
                asked_at = table.Column<long>(),
                answered_at = table.Column<long>(nullable: true),
                answered_by = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_ast_question", row => row.id));
        migrations.CreateIndex("IX_ast_question_right_no_kind_event_print", "ast_question", ["right_no", "kind", "event_print"], unique: true);
        migrations.CreateIndex("IX_ast_question_owner_id_open_id", "ast_question", ["owner_id", "open", "id"]);
    }

    private static void TradeRowTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_trade",
            table => new
            {
                id = table.Column<string>(),
                right_no = table.Column<long>(),
                kind = table.Column<string>(),
                grantor = table.Column<string>(),
                taker = table.Column<string>(),
                signed = table.Column<string>(),
                from_day = table.Column<string>(nullable: true),
                until_day = table.Column<string>(nullable: true),
                fen = table.Column<long>(nullable: true),
                royalty = table.Column<long>(nullable: true),
                related = table.Column<int>(),
                registration_no = table.Column<string>(),
                note = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_trade", row => row.id));
        migrations.CreateIndex("IX_ast_trade_right_no_signed", "ast_trade", ["right_no", "signed"]);
    }

    /// <summary>Our own search words: a full-text table on SQLite that keeps no copy of them, an index over them on PostgreSQL.</summary>
    private static void Search(MigrationBuilder migrations)
    {
        if (migrations.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL")
        {
            migrations.Sql("CREATE INDEX \"IX_ast_text_words\" ON ast_text USING gin (array_to_tsvector(string_to_array(words, ' ')))");
        }
        else
        {
            migrations.Sql("CREATE VIRTUAL TABLE ast_search USING fts5(words, content='ast_text', content_rowid='no', detail='none', columnsize=0, tokenize=\"unicode61 remove_diacritics 0 tokenchars '@'\")");
        }
    }
}
