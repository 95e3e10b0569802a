using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>An officer's sheet that was looked at, and perhaps taken in.</summary>
internal sealed class LoanImport : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required string Name { get; init; }

    /// <summary>Of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The day of the figures of rows that do not say.</summary>
    public required DateOnly AsOf { get; init; }

    public required Guid BookId { get; init; }

    /// <summary>Name of the mapping it was read by; empty for none.</summary>
    public required string Mapping { get; init; }

    /// <summary><c>looked_at</c>, <c>taken</c>.</summary>
    public required string State { get; set; }

    /// <summary>The rows as they stand in the file, as JSON.</summary>
    public required string Rows { get; init; }

    /// <summary>What became of each row, as JSON.</summary>
    public required string Outcomes { get; set; }

    /// <summary>Balances of the loans taken in.</summary>
    public required long TakenFen { get; set; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>Which titles of an officer's sheet stand for which field, under a name the organisation gave it.</summary>
internal sealed class LoanMapping : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required string Name { get; init; }

    /// <summary>Title to field as JSON; an empty field leaves the column unread.</summary>
    public required string Columns { get; set; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>Money a bank statement brought that may have been typed in before: held until somebody says.</summary>
internal sealed class ReceiptDoubt
{
    public required Guid LoanId { get; init; }

    /// <summary>The receipt of Payments.</summary>
    public required string ReceiptId { get; init; }

    public required long Fen { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The account of the book the money went through.</summary>
    public required string Cash { get; init; }

    public Guid? EntryId { get; init; }

    /// <summary>Number of the event typed in.</summary>
    public required int Twin { get; init; }

    /// <summary><c>open</c>, <c>same</c>, <c>other</c>, <c>withdrawn</c>.</summary>
    public required string State { get; set; }

    public required long At { get; init; }

    public required string SettledBy { get; set; }
}

/// <summary>催收联系: a call, message or letter to a borrower, and what he said; never changed.</summary>
internal sealed class LoanContact
{
    public required Guid LoanId { get; init; }

    public required int N { get; init; }

    public required DateOnly OnDay { get; init; }

    /// <summary><c>phone</c>, <c>letter</c>, <c>message</c>; <c>visit</c> only of visits with a promise to pay, kept before there were checks.</summary>
    public required string Channel { get; init; }

    /// <summary>With whom.</summary>
    public required string Person { get; init; }

    public required string Said { get; init; }

    /// <summary>The day he promised to pay; null where he did not.</summary>
    public DateOnly? PromisedOn { get; init; }

    public required long PromisedFen { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>Tables of officers' sheets.</summary>
internal static class LoanImportModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<LoanImport>(import =>
        {
            import.ToTable("len_loan_import").SnakeCase();
            import.HasIndex(i => new { i.OwnerId, i.At });
        });
        model.Entity<ReceiptDoubt>(doubt =>
        {
            doubt.ToTable("len_receipt_doubt").SnakeCase();
            doubt.HasKey(d => new { d.LoanId, d.ReceiptId });
            doubt.ReachedThrough<ReceiptDoubt, Loan>("loan_id");
        });
        model.Entity<LoanContact>(contact =>
        {
            contact.ToTable("len_loan_contact").SnakeCase();
            contact.HasKey(c => new { c.LoanId, c.N });
            contact.ReachedThrough<LoanContact, Loan>("loan_id");
        });
        model.Entity<LoanMapping>(mapping =>
        {
            mapping.ToTable("len_loan_mapping").SnakeCase();
            mapping.HasIndex(m => new { m.OwnerId, m.Name }).IsUnique();
        });
    }
}

[DbContext(typeof(ZhirongContext))]
[Migration("20261129_1400_loan_sheets")]
internal sealed class LoanImportTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "len_loan_import",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                name = table.Column<string>(),
                sha256 = table.Column<string>(),
                as_of = table.Column<string>(),
                book_id = table.Column<string>(),
                mapping = table.Column<string>(),
                state = table.Column<string>(),
                rows = table.Column<string>(),
                outcomes = table.Column<string>(),
                taken_fen = table.Column<long>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_loan_import", row => row.id));
        migrationBuilder.CreateIndex("IX_len_loan_import_owner_id_at", "len_loan_import", ["owner_id", "at"]);
        migrationBuilder.CreateTable(
            "len_receipt_doubt",
            table => new
            {
                loan_id = table.Column<string>(),
                receipt_id = table.Column<string>(),
                fen = table.Column<long>(),
                day = table.Column<string>(),
                cash = table.Column<string>(),
                entry_id = table.Column<string>(nullable: true),
                twin = table.Column<int>(),
                state = table.Column<string>(),
                at = table.Column<long>(),
                settled_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_receipt_doubt", row => new { row.loan_id, row.receipt_id }));
        migrationBuilder.CreateTable(
            "len_loan_contact",
            table => new
            {
                loan_id = table.Column<string>(),
                n = table.Column<int>(),
                on_day = table.Column<string>(),
                channel = table.Column<string>(),
                person = table.Column<string>(),
                said = table.Column<string>(),
                promised_on = table.Column<string>(nullable: true),
                promised_fen = table.Column<long>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_loan_contact", row => new { row.loan_id, row.n }));
        migrationBuilder.CreateTable(
            "len_loan_mapping",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                name = table.Column<string>(),
                columns = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_loan_mapping", row => row.id));
        migrationBuilder.CreateIndex("IX_len_loan_mapping_owner_id", "len_loan_mapping", "owner_id");
        migrationBuilder.CreateIndex("IX_len_loan_mapping_owner_id_name", "len_loan_mapping", ["owner_id", "name"], unique: true);
    }
}
