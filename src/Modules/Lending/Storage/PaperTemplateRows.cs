using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>机构自有文件模板: a template under its code; what it says lies in its texts.</summary>
internal sealed class OwnTemplate : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>Number of its newest text.</summary>
    public int Version { get; set; }

    public required string Code { get; init; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A version of a template; never changed.</summary>
internal sealed class TemplateText
{
    public required Guid TemplateId { get; init; }

    public required int Number { get; init; }

    /// <summary>The text's own version.</summary>
    public required string Name { get; init; }

    public required string Text { get; init; }

    /// <summary>SHA-256 of the text, hex, as the documents made by it name it.</summary>
    public required string Hash { get; init; }

    /// <summary>Number it started from; 0 is the shipped one, or none.</summary>
    public required int Parent { get; init; }

    /// <summary>Hash of the text it started from; empty where there was none.</summary>
    public required string ParentHash { get; init; }

    /// <summary>The first day documents are made by it.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The last such day; null without end.</summary>
    public DateOnly? EffectiveTo { get; init; }

    public required string Reason { get; init; }

    public required long SavedAt { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string SavedBy { get; init; }

    /// <summary>Who approved it; empty where nobody else could.</summary>
    public required string CheckedBy { get; init; }

    /// <summary>The case in which it was approved.</summary>
    public Guid? ApprovalId { get; init; }
}

/// <summary>The tables of templates of one's own.</summary>
internal static class TemplateModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<OwnTemplate>(template =>
        {
            template.ToTable("len_paper_template").SnakeCase();
            template.HasIndex(t => new { t.OwnerId, t.Code }).IsUnique();
        });
        model.Entity<TemplateText>(text =>
        {
            text.ToTable("len_paper_template_text").SnakeCase();
            text.HasKey(t => new { t.TemplateId, t.Number });
            text.HasIndex(t => new { t.TemplateId, t.Name }).IsUnique();
            text.ReachedThrough<TemplateText, OwnTemplate>("template_id");
        });
    }

    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return StoreCheck.Of(
            session,
            "lending.templates",
            new("自有模板的版本从 1 起连续，每一版注明其父版本的校验值", "Versions of templates of one's own are numbered from 1 without a gap, and each names the hash of the one it started from"),
            "SELECT count(*) FROM len_paper_template_text",
            """
            SELECT p.code FROM len_paper_template p LEFT JOIN (SELECT template_id, count(*) AS texts, max(number) AS most FROM len_paper_template_text GROUP BY template_id) t ON t.template_id = p.id WHERE coalesce(t.texts, 0) <> p.version OR coalesce(t.most, 0) <> p.version
            UNION SELECT p.code FROM len_paper_template_text t JOIN len_paper_template p ON p.id = t.template_id LEFT JOIN len_paper_template_text b ON b.template_id = t.template_id AND b.number = t.parent WHERE t.parent > 0 AND (b.hash IS NULL OR b.hash <> t.parent_hash) ORDER BY 1
            """);
    }
}

[DbContext(typeof(ZhirongContext))]
[Migration("20261129_2040_papers_templates")]
internal sealed class PaperTemplateTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "len_paper_template",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                code = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_paper_template", row => row.id));
        migrationBuilder.CreateIndex("IX_len_paper_template_owner_id", "len_paper_template", "owner_id");
        migrationBuilder.CreateIndex("IX_len_paper_template_owner_id_code", "len_paper_template", ["owner_id", "code"], unique: true);
        migrationBuilder.CreateTable(
            "len_paper_template_text",
            table => new
            {
                template_id = table.Column<string>(),
                number = table.Column<int>(),
                name = table.Column<string>(),
                text = table.Column<string>(),
                hash = table.Column<string>(),
                parent = table.Column<int>(),
                parent_hash = table.Column<string>(),
                effective_from = table.Column<string>(),
                effective_to = table.Column<string>(nullable: true),
                reason = table.Column<string>(),
                saved_at = table.Column<long>(),
                saved_by = table.Column<string>(),
                checked_by = table.Column<string>(),
                approval_id = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_len_paper_template_text", row => new { row.template_id, row.number }));
        migrationBuilder.CreateIndex("IX_len_paper_template_text_template_id_name", "len_paper_template_text", ["template_id", "name"], unique: true);
    }
}
