using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Evidence.Storage;

/// <summary>The room's tables: leaves with their erasable contents, tiles of both trees, checkpoints, the log's identity.</summary>
internal sealed class EvidenceTables : IRoomModel
{
    public string Prefix => "evd_";

    public IReadOnlyList<Type> Migrations => [typeof(FirstEvidenceTables)];

    public void Configure(ModelBuilder model)
    {
        model.Entity<LeafRecord>(leaf =>
        {
            leaf.ToTable("evd_leaf").SnakeCase();
            leaf.ForEveryViewer().SharedWithSubject("subject_kind", "subject_id");
            leaf.HasKey(l => l.Arrival);
            leaf.Property(l => l.Arrival).ValueGeneratedNever();
            leaf.HasIndex(l => l.Id).IsUnique();
            leaf.HasIndex(l => new { l.OwnerId, l.Arrival });
            leaf.HasIndex(l => new { l.SubjectId, l.SubjectKind });
        });
        model.Entity<ContentRecord>(content =>
        {
            content.ToTable("evd_content").SnakeCase();
            content.ReachedThrough<ContentRecord, LeafRecord>("arrival", "arrival");
            content.HasKey(c => c.Arrival);
            content.Property(c => c.Arrival).ValueGeneratedNever();
        });
        model.Entity<TileRecord>(tile =>
        {
            tile.ToTable("evd_tile").SnakeCase();
            tile.Property(t => t.Id).ValueGeneratedNever();
        });
        model.Entity<CheckpointRecord>(checkpoint =>
        {
            checkpoint.ToTable("evd_checkpoint").SnakeCase();
            checkpoint.HasKey(c => c.Size);
            checkpoint.Property(c => c.Size).ValueGeneratedNever();
            checkpoint.HasIndex(c => c.LastArrival);
        });
        model.Entity<LogRecord>(log =>
        {
            log.ToTable("evd_log").SnakeCase();
            log.Property(l => l.Id).ValueGeneratedNever();
        });
    }

    public IEnumerable<StoreCheck> Verify(Session session) => new EvidenceCare(session).Verify();

    [DbContext(typeof(ZhirongContext))]
    [Migration("20261125_0400_evidence")]
    private sealed class FirstEvidenceTables : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            Leaves(migrationBuilder);
            migrationBuilder.CreateTable(
                "evd_tile",
                table => new { id = table.Column<long>(), hashes = table.Column<byte[]>() },
                constraints: table => table.PrimaryKey("PK_evd_tile", row => row.id));
            migrationBuilder.CreateTable(
                "evd_checkpoint",
                table => new
                {
                    size = table.Column<long>(),
                    size_before = table.Column<long>(),
                    first_arrival = table.Column<long>(),
                    last_arrival = table.Column<long>(),
                    at = table.Column<long>(),
                    checkpoint = table.Column<string>(),
                    signatures = table.Column<string>(),
                },
                constraints: table => table.PrimaryKey("PK_evd_checkpoint", row => row.size));
            migrationBuilder.CreateIndex("IX_evd_checkpoint_last_arrival", "evd_checkpoint", "last_arrival");
            migrationBuilder.CreateTable(
                "evd_log",
                table => new { id = table.Column<int>(), origin = table.Column<string>(), keys = table.Column<string>(), opened_at = table.Column<long>() },
                constraints: table => table.PrimaryKey("PK_evd_log", row => row.id));
        }

        private static void Leaves(MigrationBuilder migrations)
        {
            migrations.CreateTable(
                "evd_leaf",
                table => new
                {
                    arrival = table.Column<long>(),
                    id = table.Column<string>(),
                    owner_id = table.Column<string>(),
                    @event = table.Column<string>(),
                    subject_kind = table.Column<string>(),
                    subject_id = table.Column<string>(),
                    at = table.Column<long>(),
                    by = table.Column<string>(),
                    leaf = table.Column<string>(),
                    sha256 = table.Column<byte[]>(),
                    sm3 = table.Column<byte[]>(),
                },
                constraints: table => table.PrimaryKey("PK_evd_leaf", row => row.arrival));
            migrations.CreateIndex("IX_evd_leaf_id", "evd_leaf", "id", unique: true);
            migrations.CreateIndex("IX_evd_leaf_owner_id_arrival", "evd_leaf", ["owner_id", "arrival"]);
            migrations.CreateIndex("IX_evd_leaf_subject_id_subject_kind", "evd_leaf", ["subject_id", "subject_kind"]);
            migrations.Sequence("evd_leaf", "arrival");
            migrations.CreateTable(
                "evd_content",
                table => new { arrival = table.Column<long>(), salt = table.Column<byte[]>(), content = table.Column<string>() },
                constraints: table => table.PrimaryKey("PK_evd_content", row => row.arrival));
        }
    }
}
