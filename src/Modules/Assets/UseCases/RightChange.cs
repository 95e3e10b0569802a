using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>A change typed in to a right that is there: what is added, then what follows, then the evidence, in one transaction.</summary>
internal sealed class RightChange
{
    private readonly ZhirongContext work;
    private readonly RightDesk desk;
    private readonly RegisteredRight right;
    private readonly RightWriting writing;

    private RightChange(ZhirongContext work, RightDesk desk, RegisteredRight right)
    {
        (this.work, this.desk, this.right) = (work, desk, right);
        writing = new(work.Session, desk.Clock, right.OwnerId, work.Viewer.Person);
    }

    public long No => right.No;

    public Session Session => work.Session;

    /// <summary>The right, if the viewer may change it and looked at it as it stands.</summary>
    /// <param name="baseVersion">The version the change started from; null where it does not matter.</param>
    public static Result<RightChange> Open(ZhirongContext work, RightDesk desk, Guid id, int? baseVersion = null)
    {
        work.Session.Alone($"register of {work.Viewer.Organisation}");
        return work.Set<RegisteredRight>().SingleOrDefault(r => r.Id == id) is not { } row
            ? work.Reads("right", id) ? StorageRefusals.SharedToRead("rights", $"{id}") : WebRefusals.NotFound("rights", $"{id}")
            : baseVersion is { } started && started != row.Version ? RegisterRefusals.Stale(started, row.Version)
            : new RightChange(work, desk, row);
    }

    /// <summary>Adds a statement of the person who asks.</summary>
    public void State(SourceRecord record, DateOnly asOf)
    {
        var json = Said.Json(record);
        var last = Session.First("SELECT coalesce(max(n), 0) FROM ast_said WHERE right_no = @p0", row => row.Long(0), No);
        writing.Statement(No, last + 1, new(0, work.Viewer.Person, asOf, Said.PrintOf(asOf, json), Instant.Now(desk.Clock), record.Place.Line, json));
    }

    /// <returns>False where the same event is there already.</returns>
    public bool Happened(RightEvent e)
    {
        var print = e.Print();
        if (Session.First("SELECT 1 FROM ast_event WHERE right_no = @p0 AND print = @p1", row => row.Int(0), No, print) == 1)
        {
            return false;
        }

        var last = Session.First("SELECT coalesce(max(n), 0) FROM ast_event WHERE right_no = @p0", row => row.Long(0), No);
        writing.Event(No, last + 1, e, print, 0);
        return true;
    }

    /// <summary>Writes what was added, derives what follows and leaves the evidence; returns the right as it stands.</summary>
    public RightRow Done(string happening, JsonObject content, Language language)
    {
        writing.Flush();
        var again = new RightWriting(Session, desk.Clock, right.OwnerId, work.Viewer.Person);
        RightReading.Renew(work, again, right.OwnerId, No, desk.Law);
        again.Flush();
        content["number"] = right.Number;
        EvidenceLeaves.Write(Session, [EvidenceLeaves.Prepare(work.Viewer, right.OwnerId, new(happening, "right", RowValues.Of(right.Id), content), desk.Clock)]);
        return RightRows.Of(work, [No], desk.Today, desk.Law, language)[0];
    }
}
