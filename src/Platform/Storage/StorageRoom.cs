using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage.Postgres;
using Zhirong.Platform.Storage.Shares;

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

    /// <summary>Prints of the body's fields; null for answers kept before there were any.</summary>
    public string? Fields { get; init; }

    public required string Answer { get; init; }

    public required long At { get; init; }
}

/// <summary>An event in the outbox.</summary>
internal sealed class StoredEvent
{
    public required long Seq { get; init; }

    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required string RootKind { get; init; }

    public required string RootId { get; init; }

    public required string Payload { get; init; }

    public required long At { get; init; }

    public required int Delivered { get; init; }
}

/// <summary>What came of telling an event to a handler.</summary>
internal sealed class StoredDelivery
{
    public required string Handler { get; init; }

    public required long EventSeq { get; init; }

    public required int Done { get; init; }

    public required int Tries { get; init; }

    public required long NextAt { get; init; }

    public string? Error { get; init; }
}

/// <summary>The platform's own tables.</summary>
internal sealed class StorageRoom : IRoomModel
{
    /// <summary>A database without it is new.</summary>
    internal const string FirstMigration = "20261125_0100_platform";

    public string Prefix => "platform_";

    public IReadOnlyList<Type> Migrations => [typeof(FirstPlatformTables), typeof(FieldsOfKeptAnswers), typeof(OutboxTables)];

    public void Configure(ModelBuilder model)
    {
        model.Entity<KeptAnswer>(Answers);
        model.Entity<StoredEvent>(Events);
        model.Entity<StoredDelivery>(Deliveries);
    }

    private static void Events(EntityTypeBuilder<StoredEvent> stored)
    {
        stored.ToTable("platform_event");
        stored.HasKey(e => e.Seq);
        stored.Property(e => e.Seq).ValueGeneratedNever();
        stored.HasIndex(e => e.Seq, "IX_platform_event_undelivered").HasFilter("delivered = 0");
        stored.SnakeCase();
    }

    private static void Deliveries(EntityTypeBuilder<StoredDelivery> delivery)
    {
        delivery.ToTable("platform_delivery");
        delivery.HasKey(d => new { d.Handler, d.EventSeq });
        delivery.SnakeCase();
    }

    private static void Answers(EntityTypeBuilder<KeptAnswer> answer)
    {
        answer.ToTable("platform_kept_answer");
        answer.HasKey(a => new { a.OwnerId, a.Key });
        answer.Property(a => a.OwnerId).HasColumnName("owner_id");
        answer.Property(a => a.Key).HasColumnName("key");
        answer.Property(a => a.Route).HasColumnName("route");
        answer.Property(a => a.BodyHash).HasColumnName("body_hash");
        answer.Property(a => a.Fields).HasColumnName("fields");
        answer.Property(a => a.Answer).HasColumnName("answer");
        answer.Property(a => a.At).HasColumnName("at");
        answer.HasIndex(a => a.At);
        answer.Guarded($"owner_id = {RowPolicies.Organisation}", $"owner_id = {RowPolicies.Organisation}");
    }

    [DbContext(typeof(ZhirongContext))]
    [Migration(FirstMigration)]
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

    [DbContext(typeof(ZhirongContext))]
    [Migration("20261125_0300_platform_fields")]
    private sealed class FieldsOfKeptAnswers : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("fields", "platform_kept_answer", nullable: true);
    }

    [DbContext(typeof(ZhirongContext))]
    [Migration("20261125_0310_platform_outbox")]
    private sealed class OutboxTables : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                "platform_event",
                table => new
                {
                    seq = table.Column<long>(),
                    id = table.Column<string>(),
                    kind = table.Column<string>(),
                    root_kind = table.Column<string>(),
                    root_id = table.Column<string>(),
                    payload = table.Column<string>(),
                    at = table.Column<long>(),
                    delivered = table.Column<int>(),
                },
                constraints: table => table.PrimaryKey("PK_platform_event", row => row.seq));
            migrationBuilder.CreateIndex("IX_platform_event_undelivered", "platform_event", "seq", filter: "delivered = 0");
            migrationBuilder.Sequence("platform_event", "seq");
            migrationBuilder.CreateTable(
                "platform_delivery",
                table => new
                {
                    handler = table.Column<string>(),
                    event_seq = table.Column<long>(),
                    done = table.Column<int>(),
                    tries = table.Column<int>(),
                    next_at = table.Column<long>(),
                    error = table.Column<string>(nullable: true),
                },
                constraints: table => table.PrimaryKey("PK_platform_delivery", row => new { row.handler, row.event_seq }));
        }
    }
}
