using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Storage;

/// <summary>A rubric's text has a first day and those who approved it; a score sheet has the hash of the text it was made by.</summary>
[DbContext(typeof(ZhirongContext))]
[Migration("20261129_1710_worth_rubrics")]
internal sealed class RubricsInForce : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("effective_from", "val_rubric_text", nullable: true);
        migrationBuilder.AddColumn<string>("checked_by", "val_rubric_text", nullable: true);
        migrationBuilder.AddColumn<string>("approval_id", "val_rubric_text", nullable: true);
        migrationBuilder.AddColumn<string>("rubric_hash", "val_score_sheet", nullable: true);
    }
}
