using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Access.Storage;

/// <summary>The room's tables: organisations, people, roles, sessions, tokens, conflicts.</summary>
internal sealed class AccessTables : IRoomModel
{
    public string Prefix => "access_";

    public IReadOnlyList<Type> Migrations => [typeof(FirstAccessTables)];

    public void Configure(ModelBuilder model)
    {
        model.Entity<Organisation>(org =>
        {
            org.ToTable("access_org").SnakeCase();
            org.HasIndex(o => o.Code).IsUnique().HasFilter("code IS NOT NULL");
            org.HasIndex(o => o.IdPrint).IsUnique().HasFilter("id_print IS NOT NULL");
        });
        model.Entity<User>(user =>
        {
            user.ToTable("access_user").SnakeCase();
            user.HasIndex(u => u.LoginKey).IsUnique();
            user.HasIndex(u => u.HomeId);
        });
        model.Entity<Member>(member =>
        {
            member.ToTable("access_member").SnakeCase();
            member.HasIndex(m => new { m.OrgId, m.Role });
            member.HasIndex(m => m.UserId);
            member.HasOne<User>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
            member.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrgId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<OwnRole>(role =>
        {
            role.ToTable("access_role").SnakeCase();
            role.HasIndex(r => new { r.OwnerId, r.Code }).IsUnique();
        });
        Keys(model);
        model.Entity<Conflict>(conflict =>
        {
            conflict.ToTable("access_conflict").SnakeCase();
            conflict.HasIndex(c => new { c.OwnerId, c.State });
        });
    }

    private static void Keys(ModelBuilder model)
    {
        model.Entity<OpenSession>(session =>
        {
            session.ToTable("access_session").SnakeCase();
            session.HasIndex(s => s.TokenHash).IsUnique();
            session.HasIndex(s => s.UserId);
        });
        model.Entity<ApiToken>(token =>
        {
            token.ToTable("access_token").SnakeCase();
            token.HasIndex(t => t.TokenHash).IsUnique();
            token.HasIndex(t => t.UserId);
        });
    }
}
