using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets;

/// <summary>A pledge that a registry has entered, on one or more rights.</summary>
/// <param name="From">The first day it stands.</param>
/// <param name="Until">First day it no longer stands; null where the registry names no end.</param>
/// <param name="Note">Where it comes from.</param>
public sealed record RegisteredPledge(IReadOnlyList<Guid> Rights, string Pledgee, string Pledgor, string RegistrationNo, DateOnly From, DateOnly? Until, string Note);

/// <summary>How later rooms put a registered pledge on rights and take it off again: in the transaction of what they keep themselves, each with its evidence.</summary>
/// <param name="clock">Tells the instant.</param>
public sealed class EncumbranceDoor(TimeProvider clock)
{
    /// <summary>Neither a gazette's event nor typed in by hand: only the room that put it there ends it.</summary>
    internal const string Origin = "registration";

    /// <summary>Puts the pledge on every right.</summary>
    /// <returns>The encumbrances in the order of the rights; refused where one of them is not the viewer's to change (WEB-0105, STO-0201).</returns>
    public Result<IReadOnlyList<Guid>> Pledge(ZhirongContext work, RegisteredPledge pledge)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(pledge);
        work.Session.Alone($"register of {work.Viewer.Organisation}");
        var found = work.Set<RegisteredRight>().Where(r => pledge.Rights.Contains(r.Id)).Select(r => new { r.Id, r.No, r.Number, r.OwnerId }).ToList().ToDictionary(r => r.Id);
        foreach (var missing in pledge.Rights.Where(id => !found.ContainsKey(id)).Take(1))
        {
            return work.Reads("right", missing) ? StorageRefusals.SharedToRead("rights", $"{missing}") : WebRefusals.NotFound("rights", $"{missing}");
        }

        var (rows, leaves, ids) = (new RowSet(RegisterShapes.Encumbrances), new List<PreparedLeaf>(), new List<Guid>());
        foreach (var right in pledge.Rights.Select(id => found[id]))
        {
            var id = Guid.CreateVersion7(clock.GetUtcNow());
            ids.Add(id);
            rows.Add(
                RowValues.Of(id), right.No, EncumbranceKind.Pledge.Word(), pledge.RegistrationNo, pledge.Pledgee, pledge.Pledgor, RowValues.Of(pledge.From), RowValues.Of(pledge.Until), 0, Origin, pledge.Note, Instant.Now(clock), work.Viewer.Person);
            leaves.Add(EvidenceLeaves.Prepare(work.Viewer, right.OwnerId, new("RightEncumbered", "right", RowValues.Of(right.Id), new JsonObject
            {
                ["from"] = RowValues.Of(pledge.From),
                ["holder"] = pledge.Pledgee,
                ["kind"] = EncumbranceKind.Pledge.Word(),
                ["number"] = right.Number,
                ["registrationNo"] = pledge.RegistrationNo,
                ["until"] = RowValues.Of(pledge.Until),
            }), clock));
        }

        work.Session.Insert(rows);
        EvidenceLeaves.Write(work.Session, leaves);
        return Result<IReadOnlyList<Guid>>.Of(ids);
    }

    /// <summary>Ends pledges put here by <see cref="Pledge"/>; one that is void from the beginning ends on the day it began.</summary>
    /// <param name="on">The first day they stand no longer; null for the day each began.</param>
    /// <returns>How many were ended; what has ended already, by that day or earlier, stays as it is.</returns>
    public int End(ZhirongContext work, IReadOnlyList<Guid> encumbrances, DateOnly? on, string note)
    {
        ArgumentNullException.ThrowIfNull(work);
        work.Session.Alone($"register of {work.Viewer.Organisation}");
        var wanted = encumbrances.Select(e => RowValues.Of(e)).ToHashSet(StringComparer.Ordinal);
        var lying = new List<(Guid Id, long No, string RegistrationNo, DateOnly From, DateOnly? Until)>();
        work.Session.Find(new("ast_encumbrance", TableShape.Text("id"), TableShape.Long("right_no"), TableShape.Text("registration_no"), TableShape.Text("from_day"), TableShape.Text("until_day"), TableShape.Text("origin")), "id", [.. wanted], row =>
        {
            if (row.Text(5) == Origin)
            {
                lying.Add((row.Id(0), row.Long(1), row.Text(2), row.Date(3), row.DateOrNull(4)));
            }
        });
        var nos = lying.ConvertAll(l => l.No);
        var rights = work.Set<RegisteredRight>().Where(r => nos.Contains(r.No)).Select(r => new { r.Id, r.No, r.Number, r.OwnerId }).ToList().ToDictionary(r => r.No);
        var leaves = new List<PreparedLeaf>();
        foreach (var (id, no, registrationNo, from, until) in lying.Where(l => rights.ContainsKey(l.No)).OrderBy(l => l.No).ThenBy(l => l.Id))
        {
            var last = on is { } day && day > from ? day : from;
            if (until <= last)
            {
                continue;
            }

            var right = rights[no];
            work.Session.Execute("UPDATE ast_encumbrance SET until_day = @p0, note = @p1 WHERE id = @p2", RowValues.Of(last), note, RowValues.Of(id));
            leaves.Add(EvidenceLeaves.Prepare(work.Viewer, right.OwnerId, new("EncumbranceEnded", "right", RowValues.Of(right.Id), new JsonObject { ["kind"] = EncumbranceKind.Pledge.Word(), ["note"] = note, ["number"] = right.Number, ["on"] = RowValues.Of(last), ["registrationNo"] = registrationNo }), clock));
        }

        EvidenceLeaves.Write(work.Session, leaves);
        return leaves.Count;
    }

    /// <summary>Moves the end of pledges put here by <see cref="Pledge"/> that have not ended.</summary>
    /// <param name="until">First day they stand no longer.</param>
    public static void Extend(ZhirongContext work, IReadOnlyList<Guid> encumbrances, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(work);
        work.Session.Alone($"register of {work.Viewer.Organisation}");
        foreach (var id in encumbrances)
        {
            work.Session.Execute("UPDATE ast_encumbrance SET until_day = @p0 WHERE id = @p1 AND origin = @p2 AND until_day IS NOT NULL", RowValues.Of(until), RowValues.Of(id), Origin);
        }
    }
}
