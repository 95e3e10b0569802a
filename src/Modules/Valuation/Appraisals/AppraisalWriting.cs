using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Valuation.Appraisals;

/// <summary>What the register says of the rights of a request when it is saved.</summary>
/// <param name="FirmName">Empty without a firm.</param>
internal sealed record RegisterLinks(Guid? FirmId, string FirmName, IReadOnlyDictionary<Guid, RightRow> Rights, IReadOnlyDictionary<Guid, int> Readiness)
{
    /// <summary>Reads them before the commit queue; an id of the register that the viewer cannot see is refused.</summary>
    public static Result<RegisterLinks> Read(ZhirongContext read, ValuationDesk desk, Guid? firm, Computed computed)
    {
        var name = "";
        if (firm is { } known)
        {
            if (desk.Rights.Firm(read, known) is not { } profile)
            {
                return ValuationRefusals.Firm("firmId", $"{known}");
            }

            name = profile.Firm.Name;
        }

        var ids = computed.Case.Group.Rights.Select(r => Guid.TryParseExact(r.Id, "D", out var id) ? id : (Guid?)null).OfType<Guid>().ToList();
        var rows = desk.Rights.Rows(read, ids, computed.Case.Terms.BaseDate).ToDictionary(r => r.Id);
        List<Refusal> unseen = [.. ids.Where(id => !rows.ContainsKey(id)).Select(id => ValuationRefusals.Right($"group.rights.{id}", $"{id}"))];
        return unseen.Count > 0 ? Result<RegisterLinks>.Refused(unseen) : new RegisterLinks(firm, name, rows, RightDoor.Readiness(read, ids));
    }
}

/// <summary>Writes a version with its parts and its evidence in one transaction.</summary>
internal static class AppraisalWriting
{
    private static readonly TableShape Parts = new(
        "val_appraised_right",
        TableShape.Text("appraisal_id"), TableShape.Int("number"), TableShape.Int("n"), TableShape.Text("ref"), TableShape.Text("right_id"), TableShape.Text("right_number"), TableShape.Text("kind"), TableShape.Text("title"), TableShape.Long("weight"), TableShape.Long("fen"), TableShape.Long("low_fen"), TableShape.Long("high_fen"), TableShape.Text("ipc"), TableShape.Text("filed"), TableShape.Int("trl"));

    /// <summary>A new appraisal with its first version.</summary>
    public static async Task<(Appraisal Row, AppraisalVersion Version)> Open(ZhirongContext work, Guid id, string name, Computed computed, RegisterLinks links, string reason, TimeProvider clock, Guid? batch = null)
    {
        var appraisal = new Appraisal
        {
            Id = id,
            OwnerId = work.Viewer.Organisation,
            Name = name,
            FirmName = "",
            BaseDate = computed.Case.Terms.BaseDate,
            Purpose = "",
            ValueType = "",
            Rights = 0,
            State = AppraisalStates.Open,
            BatchId = batch,
            ChangedAt = 0,
            ChangedBy = "",
        };
        work.Add(appraisal);
        return (appraisal, await Add(work, appraisal, computed, links, reason, clock));
    }

    public static async Task<AppraisalVersion> Add(ZhirongContext work, Appraisal appraisal, Computed computed, RegisterLinks links, string reason, TimeProvider clock)
    {
        var version = new AppraisalVersion
        {
            AppraisalId = appraisal.Id,
            Number = appraisal.Version + 1,
            Parent = appraisal.Version == 0 ? null : appraisal.Version,
            Request = computed.Request,
            InputHash = computed.Hash,
            ResultZh = computed.ResultZh,
            ResultEn = computed.ResultEn,
            Engine = ValuationDesk.Engine,
            Parameters = computed.Value.Parameters,
            TotalFen = computed.Total,
            LowFen = computed.Low,
            HighFen = computed.High,
            Reason = reason,
            SavedAt = Instant.Now(clock),
            SavedBy = work.Viewer.Person,
        };
        Take(appraisal, version, computed, links);
        work.Add(version);
        await work.SaveChangesAsync();
        work.Session.Insert(Rows(appraisal, version, computed, links));
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, appraisal.OwnerId, Saved(appraisal, version), clock)]);
        return version;
    }

    private static void Take(Appraisal appraisal, AppraisalVersion version, Computed computed, RegisterLinks links)
    {
        var terms = computed.Case.Terms;
        (appraisal.Version, appraisal.FirmId, appraisal.FirmName, appraisal.BaseDate) = (version.Number, links.FirmId, links.FirmName, terms.BaseDate);
        appraisal.Purpose = Engine.Appraisal.Facts.TermWords.Purposes[(int)terms.Purpose];
        appraisal.ValueType = Engine.Appraisal.Facts.TermWords.Standards[(int)terms.Standard];
        (appraisal.Rights, appraisal.TotalFen, appraisal.LowFen, appraisal.HighFen, appraisal.RangeBasis) = (computed.Parts.Count, computed.Total, computed.Low, computed.High, computed.RangeBasis);

        // What was signed is an earlier version.
        (appraisal.State, appraisal.ChangedAt, appraisal.ChangedBy) = (computed.BaseState, version.SavedAt, version.SavedBy);
    }

    private static RowSet Rows(Appraisal appraisal, AppraisalVersion version, Computed computed, RegisterLinks links)
    {
        var rows = new RowSet(Parts);
        foreach (var (n, part) in computed.Parts.Index())
        {
            var known = Guid.TryParseExact(part.Right.Id, "D", out var id) ? links.Rights.GetValueOrDefault(id) : null;
            rows.Add(
                RowValues.Of(appraisal.Id), version.Number, n, part.Right.Id, RowValues.Of(known?.Id), part.Right.Number, part.Right.Kind, part.Right.Title.Zh, Weights.Of(part.Right.Weight), part.Fen, part.Low, part.High,
                known?.Ipc, RowValues.Of(known?.Filed), known is not null && links.Readiness.TryGetValue(known.Id, out var trl) ? trl : null);
        }

        return rows;
    }

    private static Happening Saved(Appraisal appraisal, AppraisalVersion version) => new("AppraisalSaved", "appraisal", RowValues.Of(appraisal.Id), new JsonObject
    {
        ["baseDate"] = RowValues.Of(appraisal.BaseDate),
        ["firm"] = RowValues.Of(appraisal.FirmId),
        ["name"] = appraisal.Name,
        ["number"] = version.Number,
        ["parameters"] = version.Parameters,
        ["parent"] = version.Parent,
        ["reason"] = version.Reason,
        ["request"] = $"sha256:{version.InputHash}",
        ["result"] = $"sha256:{RequestText.Hash(version.ResultZh)}",
        ["value"] = Yuan.Of(version.TotalFen),
    });
}
