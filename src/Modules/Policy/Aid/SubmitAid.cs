using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy.Aid;

/// <summary>提交: within the scheme's days, computed by the text of whoever decides; a firm's application is shared with him in the same transaction.</summary>
internal static class SubmitAid
{
    /// <summary>Within the scheme's window where it has one; where the rule asks for the day of filing, it is this one and no other.</summary>
    public static async Task<(IReadOnlyList<Refusal> Faults, long? Fen)> Submit(ZhirongContext work, PolicyDesk desk, AidApplication application, MoveAidRequest request)
    {
        if (application.Origin == AidStates.ByFirm && application.OfficeId is null)
        {
            return request.Office is { } office && office != application.OwnerId && desk.People.Organisation(work.Session, office) is { Active: true } known && FirmAidRefusals.Offices.Contains(known.Kind)
                ? await HandIn(work, desk, application, request.Day, office)
                : ([FirmAidRefusals.Office($"{request.Office}")], null);
        }

        if (request.Office is { } other && other != application.OfficeId)
        {
            return ([FirmAidRefusals.OtherOffice($"{other}", application.OfficeId is { } stands ? $"{stands}" : "—")], null);
        }

        if (application.Decides == work.Viewer.Organisation)
        {
            return Filed(work, desk, application, SchemeShelf.Find(work, desk, ShippedScheme.AidKind, application.Scheme, application.SchemeNumber)!, request.Day);
        }

        await using var read = desk.Store.Read(Viewer.Everything("scheme and ledger of the office an application was handed in to"));
        return Filed(read, desk, application, SchemeShelf.Find(read, desk, ShippedScheme.AidKind, application.Scheme, application.SchemeNumber, application.Decides)!, request.Day);
    }

    /// <summary>The first time: by the text the office takes applications by that day, shared with it to write.</summary>
    private static async Task<(IReadOnlyList<Refusal> Faults, long? Fen)> HandIn(ZhirongContext work, PolicyDesk desk, AidApplication application, DateOnly day, Guid office)
    {
        await using var read = desk.Store.Read(Viewer.Everything("scheme and ledger of the office an application is handed in to"));
        if (SchemeShelf.InForce(read, desk, ShippedScheme.AidKind, application.Scheme, day, office) is not { } scheme)
        {
            return ([FirmAidRefusals.NotTaken(application.Scheme, day)], null);
        }

        (application.OfficeId, application.SchemeNumber) = (office, scheme.Number);
        var filed = Filed(read, desk, application, scheme, day);
        if (filed.Faults.Count > 0)
        {
            return filed;
        }

        var shared = desk.Shares.Write(work, "application", application.Id, office);
        return shared.Ok ? filed : (shared.Refusals, null);
    }

    /// <param name="read">Sees the ledger of whoever decides.</param>
    private static (IReadOnlyList<Refusal> Faults, long? Fen) Filed(ZhirongContext read, PolicyDesk desk, AidApplication application, ShelvedScheme scheme, DateOnly day)
    {
        var rule = scheme.Scheme.Aid!;
        var said = StatedFacts.Read(application.Facts, rule.Vocabulary, rule.CountedCaps);
        if (!said.Ok)
        {
            return (said.Refusals, null);
        }

        List<FilingWindow> windows = [.. rule.Windows.Where(w => w.EventYear is null || said.Value.Of("application.event_year") is not { } year || (int)year.Raw == w.EventYear)];
        if (rule.Windows.Count > 0 && !windows.Exists(w => w.Opens <= day && day <= w.Closes))
        {
            return ([PolicyRefusals.OutsideWindow(day, string.Join(", ", (windows.Count > 0 ? windows : rule.Windows).Select(w => $"{w.Opens:yyyy-MM-dd} … {w.Closes:yyyy-MM-dd}")))], null);
        }

        application.FiledOn = day;
        var dated = SchemeWords.Facts(rule).Contains("application.filed");
        application.Facts = dated ? StatedFacts.Filed(application.Facts, day) : application.Facts;
        if (dated || application.Origin == AidStates.ByFirm)
        {
            var computed = YearLedger.Computed(read, desk, scheme, application);
            if (!computed.Ok)
            {
                return (computed.Refusals, null);
            }

            YearLedger.Take(application, computed.Value, scheme);
        }

        return ([], application.AskedFen);
    }
}
