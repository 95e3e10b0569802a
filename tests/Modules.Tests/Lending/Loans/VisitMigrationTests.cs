using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending.Loans;

/// <summary>Visits kept as contacts before there were checks.</summary>
public sealed class VisitMigrationTests
{
    private const string Loan = "00000000-0000-7000-8000-0000000000bb";

    /// <summary>Each becomes a check that is done; one with a promise to pay stays a contact as well; calls stay where they are.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Visits_BecomeChecks_AndPromisesStayContacts(DatabaseKind kind)
    {
        var target = TestStore.NewTarget(kind);
        await using (DbConnection connection = kind == DatabaseKind.Postgres ? new NpgsqlConnection(target + ";Pooling=False") : new SqliteConnection($"Data Source={Path.Combine(target, Store.FileName)};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var context = Store.OfModel(connection, TestStore.Rooms);
            await context.GetService<IMigrator>().MigrateAsync("20261129_1700_serve_receivables");
            var loan = $"INSERT INTO len_loan (id, owner_id, version, facility_id, number, borrower, purpose, principal_fen, terms, state, disbursed_on, backdated, balance_fen, due_fen, interest_fen, accrued_fen, penalty_fen, fees_fen, credit_fen, written_fen, past_due, class, off_balance, next_fen, rate, events, postings, fault, officer, origin, changed_at, changed_by) VALUES ('{Loan}', '{RowValues.Of(Viewer.Local.Organisation)}', 1, '{Loan}', 'J-1', '甲公司', '', 100, '', 'active', '2026-01-15', 0, 100, 0, 0, 0, 0, 0, 0, 0, 0, 'pass', 0, 0, 0, 0, 0, '', '李经理', 'drawn', 1, '李经理')";
            await context.Database.ExecuteSqlRawAsync(loan);
            foreach (var (n, channel, promised) in ((int, string, string)[])[(1, "phone", "NULL, 0"), (2, "visit", "NULL, 0"), (3, "visit", "'2026-03-01', 500"), (4, "letter", "NULL, 0")])
            {
                var contact = $"INSERT INTO len_loan_contact (loan_id, n, on_day, channel, person, said, promised_on, promised_fen, at, \"by\") VALUES ('{Loan}', {n}, '2026-02-0{n}', '{channel}', '王会计', '情况 {n}', {promised}, {n}, '李经理')";
                await context.Database.ExecuteSqlRawAsync(contact);
            }
        }

        await using var store = Store.Open(target, TestStore.Rooms);
        await using var read = store.Read(Viewer.Local);
        Assert.Equal(["1 routine done 2026-02-02 onsite 情况 2 李经理", "2 routine done 2026-02-03 onsite 情况 3 李经理"], read.Session.List("SELECT n, kind, state, done_on, way, conclusion, done_by FROM len_loan_check ORDER BY n", row => $"{row.Int(0)} {row.Text(1)} {row.Text(2)} {row.Text(3)} {row.Text(4)} {row.Text(5)} {row.Text(6)}"));
        Assert.Equal(["1 phone", "3 visit", "4 letter"], read.Session.List("SELECT n, channel FROM len_loan_contact ORDER BY n", row => $"{row.Int(0)} {row.Text(1)}"));
        Assert.Empty(new Zhirong.Modules.Lending.Storage.LendingTables().Verify(read.Session).Where(c => c.Name.StartsWith("lending.checks", StringComparison.Ordinal)).SelectMany(c => c.Wrong));
    }
}
