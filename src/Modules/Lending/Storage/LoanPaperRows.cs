using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>贷款文件: one version of a document, with the record and the template it was made of, so that it can be made again; never changed.</summary>
internal sealed class LoanPaper : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>Kind of root: <c>loan_application</c>, <c>facility</c>, <c>pledge</c>, <c>loan</c>.</summary>
    public required string About { get; init; }

    public required Guid AboutId { get; init; }

    /// <summary>Id of the template.</summary>
    public required string Template { get; init; }

    /// <summary>1, and one more whenever the record or the template had changed.</summary>
    public required int N { get; init; }

    public required string TemplateVersion { get; init; }

    public required string TemplateText { get; init; }

    /// <summary>SHA-256 of the text, hex.</summary>
    public required string TemplateHash { get; init; }

    /// <summary>Canonical JSON.</summary>
    public required string Record { get; init; }

    /// <summary>SHA-256 of the record, hex.</summary>
    public required string RecordHash { get; init; }

    /// <summary>The day in China on which it was made.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The evidence it left.</summary>
    public required Guid EvidenceId { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>The table of documents.</summary>
internal static class LoanPaperModel
{
    public static void Configure(ModelBuilder model) => model.Entity<LoanPaper>(paper =>
    {
        paper.ToTable("len_loan_paper").SnakeCase();
        paper.HasIndex(p => new { p.AboutId, p.Template, p.N }).IsUnique();
        paper.SharedWithSubject("about", "about_id");
    });

    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return StoreCheck.Of(
            session,
            "lending.papers",
            new("每份文件的版本号从 1 起连续", "Versions of every document are numbered from 1 without a gap"),
            "SELECT count(*) FROM len_loan_paper",
            "SELECT cast(about_id AS text) || ' ' || template FROM len_loan_paper GROUP BY about_id, template HAVING max(n) <> count(*) ORDER BY 1");
    }
}

[DbContext(typeof(ZhirongContext))]
[Migration("20261129_1200_loan_papers")]
internal sealed class LoanPaperTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "len_loan_paper",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                about = table.Column<string>(),
                about_id = table.Column<string>(),
                template = table.Column<string>(),
                n = table.Column<int>(),
                template_version = table.Column<string>(),
                template_text = table.Column<string>(),
                template_hash = table.Column<string>(),
                record = table.Column<string>(),
                record_hash = table.Column<string>(),
                as_of = table.Column<string>(),
                evidence_id = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_loan_paper", row => row.id));
        migrationBuilder.CreateTable(
            "len_rate_exception",
            table => new
            {
                application_id = table.Column<string>(),
                n = table.Column<int>(),
                rate = table.Column<long>(),
                amount_fen = table.Column<long>(),
                support = table.Column<string>(),
                reason = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_rate_exception", row => new { row.application_id, row.n }));
        migrationBuilder.CreateIndex("IX_len_loan_paper_owner_id", "len_loan_paper", "owner_id");
        migrationBuilder.CreateIndex("IX_len_loan_paper_about_id_template_n", "len_loan_paper", ["about_id", "template", "n"], unique: true);
    }
}
