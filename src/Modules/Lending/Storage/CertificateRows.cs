using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>权证: a certificate or a registration paper of a pledge, and where it is.</summary>
internal sealed class VaultCertificate : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required Guid PledgeId { get; init; }

    /// <summary>A word of <see cref="Vault.CertificateWords.Kinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Number on the certificate; a pledge holds each kind and number once.</summary>
    public required string Number { get; init; }

    public required string Title { get; init; }

    /// <summary><c>kept</c>, <c>lent</c>, <c>released</c>.</summary>
    public required string State { get; set; }

    /// <summary>Shelf, box or safe.</summary>
    public required string Location { get; set; }

    /// <summary>Who has it while it is not in its place; empty otherwise.</summary>
    public required string Holder { get; set; }

    /// <summary>The day by which what is lent has to be back.</summary>
    public DateOnly? DueBack { get; set; }

    /// <summary>The day of its last step.</summary>
    public required DateOnly LastOn { get; set; }

    public required int Moves { get; set; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A step of a certificate; never changed.</summary>
internal sealed class CertificateMove
{
    public required Guid CertificateId { get; init; }

    public required int N { get; init; }

    /// <summary><c>enter</c>, <c>lend</c>, <c>return</c>, <c>move</c>, <c>release</c>.</summary>
    public required string Act { get; init; }

    public required DateOnly OnDay { get; init; }

    public required string Location { get; init; }

    public required string Holder { get; init; }

    public DateOnly? DueBack { get; init; }

    public required string Reason { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>Tables of the vault.</summary>
internal static class CertificateModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<VaultCertificate>(certificate =>
        {
            certificate.ToTable("len_certificate").SnakeCase();
            certificate.HasIndex(p => new { p.OwnerId, p.State, p.DueBack });
            certificate.HasIndex(p => new { p.PledgeId, p.Kind, p.Number }).IsUnique();
        });
        model.Entity<CertificateMove>(move =>
        {
            move.ToTable("len_certificate_move").SnakeCase();
            move.HasKey(m => new { m.CertificateId, m.N });
            move.ReachedThrough<CertificateMove, VaultCertificate>("certificate_id");
        });
    }
}

[DbContext(typeof(ZhirongContext))]
[Migration("20261129_1420_vault")]
internal sealed class CertificateTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "len_certificate",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                pledge_id = table.Column<string>(),
                kind = table.Column<string>(),
                number = table.Column<string>(),
                title = table.Column<string>(),
                state = table.Column<string>(),
                location = table.Column<string>(),
                holder = table.Column<string>(),
                due_back = table.Column<string>(nullable: true),
                last_on = table.Column<string>(),
                moves = table.Column<int>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_certificate", row => row.id));
        migrationBuilder.CreateIndex("IX_len_certificate_owner_id_state_due_back", "len_certificate", ["owner_id", "state", "due_back"]);
        migrationBuilder.CreateIndex("IX_len_certificate_pledge_id_kind_number", "len_certificate", ["pledge_id", "kind", "number"], unique: true);
        migrationBuilder.CreateTable(
            "len_certificate_move",
            table => new
            {
                certificate_id = table.Column<string>(),
                n = table.Column<int>(),
                act = table.Column<string>(),
                on_day = table.Column<string>(),
                location = table.Column<string>(),
                holder = table.Column<string>(),
                due_back = table.Column<string>(nullable: true),
                reason = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_certificate_move", row => new { row.certificate_id, row.n }));
    }
}
