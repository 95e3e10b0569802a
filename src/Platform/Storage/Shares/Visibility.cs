using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Shares;

/// <summary>
/// What a viewer may see and change, for statements that are not queries of the model: the same as the model's filter. Inside a work
/// a root is there only for whoever may change it.
/// </summary>
public static class Visibility
{
    /// <summary>Only roots the viewer may see; in a work only those he may change.</summary>
    /// <param name="kind">Kind of root: <c>book</c>.</param>
    /// <param name="alias">What the statement calls its table.</param>
    public static Conditions Visible(this Conditions conditions, ZhirongContext context, string kind, string alias) =>
        conditions.Visible(context, context.WritesOnly, alias, $"'{kind}'", $"{alias}.id");

    /// <summary>
    /// As <see cref="Visible(Conditions, ZhirongContext, string, string)"/>, for large tables: who shares nothing is spared the question at
    /// every row, and the owner's index leads to the answer.
    /// </summary>
    public static Conditions VisibleOrOwn(this Conditions conditions, ZhirongContext context, string kind, string alias) =>
        conditions.Visible(context, context.WritesOnly, alias, $"'{kind}'", $"{alias}.id", HasShares(context));

    /// <summary>Only records whose owner the viewer is, or whose subject is shared with him; in a work so that he may change it.</summary>
    /// <param name="alias">What the statement calls its table.</param>
    /// <param name="kindColumn">The column with the subject's kind.</param>
    /// <param name="idColumn">The column with the subject's id.</param>
    public static Conditions VisibleBySubject(this Conditions conditions, ZhirongContext context, string alias, string kindColumn, string idColumn) =>
        conditions.Visible(context, context.WritesOnly, alias, $"{alias}.{kindColumn}", $"{alias}.{idColumn}", HasShares(context));

    /// <summary>Who shares nothing is spared the question at every record: the owner's index then leads to the answer.</summary>
    private static bool HasShares(ZhirongContext context) => !context.SeesEverything && context.Session.First(
        "SELECT 1 FROM access_share WHERE org_id = @p0 AND since <= @p1 AND (until IS NULL OR until >= @p1) LIMIT 1", row => row.Long(0) == 1, RowValues.Of(context.Viewer.Organisation), RowValues.Of(context.Today));

    /// <summary>Whether the viewer may see a root; in a work whether he may change it.</summary>
    public static bool Sees(this ZhirongContext context, string kind, Guid root) => Found(context, kind, root, context.WritesOnly);

    /// <summary>Whether the viewer may at least read a root, also when asked in a work.</summary>
    public static bool Reads(this ZhirongContext context, string kind, Guid root) => Found(context, kind, root, false);

    /// <summary>Whether the viewer may change a root, wherever it is asked.</summary>
    public static bool MayWrite(this ZhirongContext context, string kind, Guid root) => Found(context, kind, root, true);

    private static bool Found(ZhirongContext context, string kind, Guid root, bool toWrite)
    {
        var table = Roots.TableOf(context, kind) ?? throw new ArgumentException($"No root is called {kind}.");
        var conditions = new Conditions();
        conditions.And($"r.id = {conditions.Value(RowValues.Of(root))}").Visible(context, toWrite, "r", $"'{kind}'", "r.id");
        return context.Session.First($"SELECT 1 FROM {table} r{conditions.Where}", row => row.Long(0) == 1, conditions.Values);
    }

    private static Conditions Visible(this Conditions conditions, ZhirongContext context, bool toWrite, string alias, string kind, string id, bool shares = true)
    {
        if (context.SeesEverything)
        {
            return conditions;
        }

        var org = conditions.Value(RowValues.Of(context.Viewer.Organisation));
        if (!shares)
        {
            return conditions.And($"{alias}.owner_id = {org}");
        }

        var today = conditions.Value(RowValues.Of(context.Today));
        return conditions.And(
            $"({alias}.owner_id = {org} OR EXISTS (SELECT 1 FROM {ShareTables.Table} s WHERE s.kind = {kind} AND s.root_id = {id} AND s.owner_id = {alias}.owner_id AND s.org_id = {org}"
            + $" AND s.since <= {today} AND (s.until IS NULL OR s.until >= {today}){(toWrite ? " AND s.may_write = 1" : "")}))");
    }
}
