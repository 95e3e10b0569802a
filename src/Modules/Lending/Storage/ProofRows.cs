using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>用途凭证: a paper that shows what a payment of a loan was for; never changed, but it may be taken back.</summary>
internal sealed class PayoutProof
{
    public required Guid LoanId { get; init; }

    /// <summary>Number of the payment.</summary>
    public required int PayoutN { get; init; }

    public required int N { get; init; }

    /// <summary>Id of a kind of the plan.</summary>
    public required string Kind { get; init; }

    /// <summary>1 where it proves its amount by the plan it was kept under.</summary>
    public required int Counts { get; init; }

    /// <summary>Number on the paper.</summary>
    public required string Number { get; init; }

    /// <summary>The day on the paper.</summary>
    public required DateOnly OnDay { get; init; }

    /// <summary>What of this payment it shows.</summary>
    public required long Fen { get; init; }

    /// <summary>Name of the file.</summary>
    public required string File { get; init; }

    public required string Sha256 { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    /// <summary>Why it was taken back; null while it stands.</summary>
    public string? TakenBack { get; set; }

    public string? TakenBackBy { get; set; }
}

/// <summary>The table of proofs.</summary>
internal static class ProofModel
{
    public static void Configure(ModelBuilder model) => model.Entity<PayoutProof>(proof =>
    {
        proof.ToTable("len_payout_proof").SnakeCase();
        proof.HasKey(p => new { p.LoanId, p.PayoutN, p.N });
        proof.HasIndex(p => p.Sha256);
        proof.ReachedThrough<PayoutProof, Loan>("loan_id");
    });

    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return StoreCheck.Of(
            session,
            "lending.proofs",
            new("每笔支付同一种凭证之和不超过支付金额", "Proofs of a kind never exceed the payment they are of"),
            "SELECT count(*) FROM len_payout_proof",
            """
            SELECT cast(x.loan_id AS text) || ' ' || x.payout_n || ' ' || x.kind FROM
            (SELECT loan_id, payout_n, kind, sum(fen) AS fen FROM len_payout_proof WHERE taken_back IS NULL GROUP BY loan_id, payout_n, kind) x
            LEFT JOIN len_payout p ON p.loan_id = x.loan_id AND p.n = x.payout_n WHERE p.n IS NULL OR x.fen > p.fen ORDER BY 1
            """);
    }
}

[DbContext(typeof(ZhirongContext))]
[Migration("20261129_2030_visits_proofs")]
internal sealed class ProofTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "len_payout_proof",
            table => new
            {
                loan_id = table.Column<string>(),
                payout_n = table.Column<int>(),
                n = table.Column<int>(),
                kind = table.Column<string>(),
                counts = table.Column<int>(),
                number = table.Column<string>(),
                on_day = table.Column<string>(),
                fen = table.Column<long>(),
                file = table.Column<string>(),
                sha256 = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
                taken_back = table.Column<string>(nullable: true),
                taken_back_by = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_len_payout_proof", row => new { row.loan_id, row.payout_n, row.n }));
        migrationBuilder.CreateIndex("IX_len_payout_proof_sha256", "len_payout_proof", "sha256");
    }
}
