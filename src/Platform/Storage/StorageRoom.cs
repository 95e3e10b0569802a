using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhirong.Platform.Storage;

/// <summary>An answer kept under the key its caller gave, so that a repeated request is answered and not done again.</summary>
internal sealed class KeptAnswer
{
    public required Guid OwnerId { get; init; }

    public required string Key { get; init; }

    /// <summary>Method and path of the request.</summary>
    public required string Route { get; init; }

    /// <summary>SHA-256 of the request's body, hex.</summary>
    public required string BodyHash { get; init; }

    public required string Answer { get; init; }

    public required long At { get; init; }
}

/// <summary>The platform's own tables.</summary>
internal sealed class StorageRoom : IRoomModel
{
    public string Prefix => "platform_";

    public IReadOnlyList<Type> Migrations => [typeof(FirstPlatformTables)];

    public void Configure(ModelBuilder model) => model.Entity<KeptAnswer>(answer =>
    {
        answer.ToTable("platform_kept_answer");
        answer.HasKey(a => new { a.OwnerId, a.Key });
        answer.Property(a => a.OwnerId).HasColumnName("owner_id");
        answer.Property(a => a.Key).HasColumnName("key");
        answer.Property(a => a.Route).HasColumnName("route");
        answer.Property(a => a.BodyHash).HasColumnName("body_hash");
        answer.Property(a => a.Answer).HasColumnName("answer");
        answer.Property(a => a.At).HasColumnName("at");
        answer.HasIndex(a => a.At);
    });

    [DbContext(typeof(ZhirongContext))]
    [Migration("20261125_0100_platform")]
    private sealed class FirstPlatformTables : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                "platform_kept_answer",
                table => new
                {
                    owner_id = table.Column<string>(),
                    key = table.Column<string>(),
                    route = table.Column<string>(),
                    body_hash = table.Column<string>(),
                    answer = table.Column<string>(),
                    at = table.Column<long>(),
                },
                constraints: table => table.PrimaryKey("PK_platform_kept_answer", row => new { row.owner_id, row.key }));
            migrationBuilder.CreateIndex("IX_platform_kept_answer_at", "platform_kept_answer", "at");
        }
    }
}
