using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage.Postgres;

namespace Zhirong.Platform.Storage.Shares;

/// <summary>A root that its owner lets another organisation see, or see and change, from one day to another.</summary>
public sealed class Share
{
    public required Guid Id { get; init; }

    /// <summary>The kind of root: its table's name without the room's prefix, such as <c>book</c>.</summary>
    public required string Kind { get; init; }

    public required Guid RootId { get; init; }

    /// <summary>Who owns the root and shares it; a share that names somebody else as owner opens nothing.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>With whom it is shared.</summary>
    public required Guid OrgId { get; init; }

    /// <summary>1 when the organisation may also change it.</summary>
    public required int MayWrite { get; init; }

    /// <summary>The first day, in Asia/Shanghai.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The last day; null without end.</summary>
    public DateOnly? Until { get; init; }

    public required string GrantedBy { get; init; }

    public required long GrantedAt { get; init; }
}

/// <summary>The table of shares, there in every installation because the visibility filter reads it.</summary>
internal sealed class ShareTables : IRoomModel
{
    public const string Table = "access_share";

    public string Prefix => Table;

    public IReadOnlyList<Type> Migrations => [typeof(FirstShareTable)];

    public void Configure(ModelBuilder model) => model.Entity<Share>(share =>
    {
        share.ToTable(Table).SnakeCase();
        share.HasIndex(s => new { s.Kind, s.RootId, s.OrgId });
        share.HasIndex(s => s.OwnerId);
        share.HasIndex(s => s.OrgId);
        share.Guarded($"owner_id = {RowPolicies.Organisation} OR org_id = {RowPolicies.Organisation}", $"owner_id = {RowPolicies.Organisation}");
    });

    [DbContext(typeof(ZhirongContext))]
    [Migration("20261128_0100_access_share")]
    private sealed class FirstShareTable : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                Table,
                table => new
                {
                    id = table.Column<string>(),
                    kind = table.Column<string>(),
                    root_id = table.Column<string>(),
                    owner_id = table.Column<string>(),
                    org_id = table.Column<string>(),
                    may_write = table.Column<int>(),
                    since = table.Column<string>(),
                    until = table.Column<string>(nullable: true),
                    granted_by = table.Column<string>(),
                    granted_at = table.Column<long>(),
                },
                constraints: table => table.PrimaryKey("PK_access_share", row => row.id));
            migrationBuilder.CreateIndex("IX_access_share_kind_root_id_org_id", Table, ["kind", "root_id", "org_id"]);
            migrationBuilder.CreateIndex("IX_access_share_owner_id", Table, "owner_id");
            migrationBuilder.CreateIndex("IX_access_share_org_id", Table, "org_id");
        }
    }
}
