using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Postgres;

/// <summary>
/// Puts row-level security over every table, forced on the owner too, and lets the role that the server runs under use them. What
/// stands already is left alone; each table is guarded in a transaction of its own, so that servers at work wait only a moment.
/// </summary>
internal static class RowGuard
{
    /// <summary>The role the server runs under: neither owner nor superuser, and nobody signs in as it.</summary>
    public const string Role = "zhirong_app";

    public static void Apply(Session session, ZhirongContext context, string place)
    {
        var design = context.GetService<Microsoft.EntityFrameworkCore.Metadata.IDesignTimeModel>().Model;
        var policies = RowPolicies.Of(design);
        MakeRole(session, place);
        var standing = Standing(session);
        foreach (var policy in policies.Where(p => standing.GetValueOrDefault(p.Table) != p.Print))
        {
            One(session, policy);
        }

        foreach (var sequence in session.List($"SELECT c.oid::regclass::text FROM pg_class c WHERE c.relkind = 'S' AND c.relnamespace = 'public'::regnamespace AND CASE WHEN c.relkind = 'S' THEN NOT has_sequence_privilege('{Role}', c.oid, 'USAGE') ELSE false END", row => row.Text(0)))
        {
            session.Execute($"GRANT USAGE, SELECT ON SEQUENCE {sequence} TO {Role}");
        }
    }

    /// <summary>Roles belong to the server, not to the database: another program may make it at the same moment.</summary>
    private static void MakeRole(Session session, string place)
    {
        try
        {
            if (!Is(session, $"SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{Role}')::int"))
            {
                session.Execute($"DO $$ BEGIN CREATE ROLE {Role} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$");
            }

            if (!Is(session, $"SELECT pg_has_role(current_user, '{Role}', 'MEMBER')::int"))
            {
                session.Execute($"GRANT {Role} TO CURRENT_USER");
            }
        }
        catch (PostgresException problem) when (problem.SqlState is "42501" or "0LP01")
        {
            throw new StorageException(StorageRefusals.Role(place, problem.MessageText, Role), problem);
        }

        if (Is(session, $"SELECT (rolsuper OR rolbypassrls)::int FROM pg_roles WHERE rolname = '{Role}'"))
        {
            throw new StorageException(StorageRefusals.Role(place, "SUPERUSER / BYPASSRLS", Role));
        }
    }

    /// <summary>The print of what guards each table; absent where something is missing.</summary>
    private static Dictionary<string, string> Standing(Session session) => session.List(
        $"""
        SELECT c.relname::text, obj_description(p.oid, 'pg_policy') FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = 'seen'
        WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity AND c.relforcerowsecurity AND obj_description(p.oid, 'pg_policy') IS NOT NULL
          AND (SELECT count(*) FROM pg_policy q WHERE q.polrelid = c.oid) = 4 AND has_table_privilege('{Role}', c.oid, 'SELECT') AND has_table_privilege('{Role}', c.oid, 'DELETE')
        """,
        row => (Table: row.Text(0), Print: row.Text(1))).ToDictionary(t => t.Table, t => t.Print);

    /// <summary>Statements sent together are one transaction and one trip to the server.</summary>
    private static void One(Session session, RowPolicy policy)
    {
        var (table, seen, written) = (policy.Table, policy.Seen, policy.Written);
        using var transaction = session.Connection.BeginTransaction();
        session.Alone("row guard");
        session.Execute(
            $"""
            ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
            ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
            DROP POLICY IF EXISTS seen ON {table};
            DROP POLICY IF EXISTS added ON {table};
            DROP POLICY IF EXISTS changed ON {table};
            DROP POLICY IF EXISTS removed ON {table};
            CREATE POLICY seen ON {table} FOR SELECT USING ({seen});
            CREATE POLICY added ON {table} FOR INSERT WITH CHECK ({written});
            CREATE POLICY changed ON {table} FOR UPDATE USING ({written}) WITH CHECK ({written});
            CREATE POLICY removed ON {table} FOR DELETE USING ({written});
            COMMENT ON POLICY seen ON {table} IS '{policy.Print}';
            GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {Role}
            """);
        transaction.Commit();
    }

    private static bool Is(Session session, string sql) => session.First(sql, row => row.Long(0)) == 1;
}
