using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Policy.Aid;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy;

/// <summary>An application as another room drafts it for the firm whose records it reads.</summary>
/// <param name="FirmId">Of the register, of that code, as the viewer reads it.</param>
/// <param name="Facts">By name, each <c>{value, source, date}</c>.</param>
public sealed record FirmAid(string Scheme, int Year, string FirmCode, string FirmName, Guid? FirmId, string SubjectKind, string SubjectId, JsonObject Facts);

/// <summary>Where a later room drafts an application for aid that its firm hands in itself.</summary>
public sealed class AidDraftDoor
{
    private readonly PolicyDesk desk;

    internal AidDraftDoor(PolicyDesk desk) => this.desk = desk;

    /// <summary>Drafts on the commit queue, as the viewer's organisation; the new application's id, or why there is none (AID-01xx, AID-02xx).</summary>
    public async Task<Result<Guid>> Draft(ZhirongContext work, FirmAid aid)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(aid);
        var request = new DraftAidRequest(aid.Scheme, aid.Year, aid.FirmCode, aid.FirmName, aid.SubjectKind, aid.SubjectId, PolicyDesk.Element(aid.Facts.ToJsonString()), aid.FirmId);
        var facts = DraftAid.Checked(request);
        var made = facts.Ok ? await DraftAid.Draft(work, desk, request, facts.Value, AidStates.ByFirm) : Result<Storage.AidApplication>.Refused(facts.Refusals);
        return made.Ok ? made.Value.Id : Result<Guid>.Refused(made.Refusals);
    }
}
