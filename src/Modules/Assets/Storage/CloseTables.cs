using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>
/// On SQLite, numbers, standings and holders lie in the order of their keys, without a row number and an index beside them: a right
/// taken in writes seven entries fewer, and a list that asks for its standings finds them in one place.
/// </summary>
[DbContext(typeof(ZhirongContext))]
[Migration("20261130_1500_register_close_rows")]
internal sealed class CloseTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        if (migrationBuilder.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL")
        {
            return;
        }

        foreach (var text in Rewriting)
        {
            migrationBuilder.Sql(text);
        }
    }

    /// <summary>What writes the three tables anew, whatever lies in them.</summary>
    internal static IEnumerable<string> Rewriting =>
    [
        .. Anew("ast_number", ["key", "owner_id"], "owner_id TEXT NOT NULL", "key TEXT NOT NULL", "right_no INTEGER NOT NULL", "office TEXT NOT NULL", "use TEXT NOT NULL", "text TEXT NOT NULL", "document_kind TEXT NOT NULL", "raw TEXT NOT NULL"),
        "CREATE INDEX \"IX_ast_number_right_no\" ON \"ast_number\" (\"right_no\")",
        .. Anew("ast_standing", ["right_no", "n"], "right_no INTEGER NOT NULL", "n INTEGER NOT NULL", "state TEXT NOT NULL", "from_day TEXT NOT NULL", "until_day TEXT NOT NULL", "estimated INTEGER NOT NULL", "because TEXT NOT NULL"),
        .. Anew("ast_holder", ["right_no", "n"], "right_no INTEGER NOT NULL", "n INTEGER NOT NULL", "name TEXT NOT NULL", "code TEXT NULL", "share INTEGER NULL", "from_day TEXT NOT NULL", "until_day TEXT NOT NULL", "because TEXT NOT NULL"),
        "CREATE INDEX \"IX_ast_holder_name\" ON \"ast_holder\" (\"name\")",
        "CREATE INDEX \"IX_ast_holder_code\" ON \"ast_holder\" (\"code\") WHERE code IS NOT NULL",
    ];

    private static string[] Anew(string table, string[] key, params string[] columns)
    {
        var (names, order) = (string.Join(", ", columns.Select(c => c.Split(' ')[0])), string.Join(", ", key));
        return
        [
            $"CREATE TABLE \"{table}_close\" ({string.Join(", ", columns)}, CONSTRAINT \"PK_{table}\" PRIMARY KEY ({order})) WITHOUT ROWID",
            $"INSERT INTO \"{table}_close\" ({names}) SELECT {names} FROM \"{table}\" ORDER BY {order}",
            $"DROP TABLE \"{table}\"",
            $"ALTER TABLE \"{table}_close\" RENAME TO \"{table}\"",
        ];
    }
}
