using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Judging;
using Zhirong.Engine.Diligence.Reading;
using Zhirong.Engine.Diligence.Writing;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Valuation.Diligence;

/// <summary>What a diligence is asked of.</summary>
internal sealed record DiligenceOrder(Guid? Firm, IReadOnlyList<Guid>? Rights, DateOnly Day, string Purpose, Guid? Appraisal);

/// <summary>A diligence answered, not yet kept.</summary>
internal sealed record Examined(DiligenceOrder Order, Guid? Firm, string FirmName, DiligenceResult Result, ValueEffects Factors, string Request, string Hash, string ResultZh, string ResultEn);

/// <summary>Writes what the register and people know as a request, and has the engine answer the checklist from it.</summary>
internal static class CaseDraft
{
    public static Result<Examined> Of(ZhirongContext read, DiligenceDesk desk, DiligenceOrder order)
    {
        var firm = order.Firm is { } id ? desk.Room.Rights.Firm(read, id) : null;
        if (order.Firm is { } asked && firm is null)
        {
            return ValuationRefusals.Firm("firmId", $"{asked}");
        }

        var parts = Parts(read, order.Appraisal);
        if (parts is null)
        {
            return DiligenceRoomRefusals.NoAppraisal($"{order.Appraisal}");
        }

        var rights = Rights(read, desk, order, parts);
        if (!rights.Ok)
        {
            return Result<Examined>.Refused(rights.Refusals);
        }

        var names = firm is null ? Holder(rights.Value) : Result<IReadOnlyList<string>>.Of([firm.Firm.Name, .. firm.Firm.FormerNames]);
        return names.Ok ? Answer(read, desk, order, firm, names.Value, rights.Value, parts) : Result<Examined>.Refused(names.Refusals);
    }

    /// <summary>The parts of the appraisal's newest version by right; null where the viewer sees no such appraisal.</summary>
    private static Dictionary<Guid, long?>? Parts(ZhirongContext read, Guid? appraisal)
    {
        if (appraisal is not { } id)
        {
            return [];
        }

        return read.Set<Appraisal>().Where(a => a.Id == id).Select(a => (int?)a.Version).SingleOrDefault() is not { } version ? null
            : read.Set<AppraisedRight>().Where(r => r.AppraisalId == id && r.Number == version && r.RightId != null).AsNoTracking().ToList().GroupBy(r => r.RightId!.Value).ToDictionary(g => g.Key, g => g.Sum(r => r.Fen));
    }

    private static Result<IReadOnlyList<RightProfile>> Rights(ZhirongContext read, DiligenceDesk desk, DiligenceOrder order, Dictionary<Guid, long?> parts)
    {
        IReadOnlyList<Guid> ids = order.Rights is { Count: > 0 } chosen ? [.. chosen.Distinct()]
            : parts.Count > 0 ? [.. parts.Keys]
            : order.Firm is { } firm ? [.. desk.RightsOf(read, firm, order.Day).Select(r => r.Id)]
            : [];
        if (ids.Count is 0 or > DiligenceDesk.MostRights)
        {
            return ids.Count == 0 ? ValuationRefusals.NoRights("rightIds") : ValuationRefusals.TooMany("rightIds", ids.Count, DiligenceDesk.MostRights);
        }

        var (found, refusals) = (new List<RightProfile>(), new List<Refusal>());
        foreach (var (n, id) in ids.Index())
        {
            if (desk.Room.Rights.Profile(read, id, order.Day) is not { } profile)
            {
                refusals.Add(ValuationRefusals.Right($"rightIds.{n}", $"{id}"));
            }
            else if (profile.Right.Kind.Length == 0)
            {
                refusals.Add(DiligenceRoomRefusals.NoKind($"rightIds.{n}", profile.Right.Number));
            }
            else
            {
                found.Add(profile);
            }
        }

        return refusals.Count > 0 ? Result<IReadOnlyList<RightProfile>>.Refused(refusals) : Result<IReadOnlyList<RightProfile>>.Of([.. found.OrderBy(p => p.Right.Number, StringComparer.Ordinal).ThenBy(p => p.Right.Id)]);
    }

    /// <summary>Without a firm the rights have to have one holder.</summary>
    private static Result<IReadOnlyList<string>> Holder(IReadOnlyList<RightProfile> rights)
    {
        var names = rights.SelectMany(r => r.Right.Holders).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 1 ? Result<IReadOnlyList<string>>.Of(names) : DiligenceRoomRefusals.WhoseRights(string.Join("; ", names.Take(3)));
    }

    private static Result<Examined> Answer(ZhirongContext read, DiligenceDesk desk, DiligenceOrder order, FirmProfile? firm, IReadOnlyList<string> names, IReadOnlyList<RightProfile> rights, Dictionary<Guid, long?> parts)
    {
        var standing = FactAnswers.Standing(read, [.. rights.Select(r => r.Right.Id), .. firm is null ? Array.Empty<Guid>() : [firm.Firm.Id]], order.Day);
        var (text, hash) = Shown.Kept(new JsonObject
        {
            ["schema"] = CaseReader.Schema,
            ["id"] = $"{firm?.Firm.Code ?? "rights"}-{RowValues.Of(order.Day)}-{order.Purpose}",
            ["day"] = RowValues.Of(order.Day),
            ["purpose"] = order.Purpose,
            ["firm"] = new JsonObject
            {
                ["id"] = firm is null ? "holder" : $"{firm.Firm.Id}",
                ["code"] = firm?.Firm.Code,
                ["name"] = names[0],
                ["former"] = new JsonArray([.. names.Skip(1).Select(n => JsonValue.Create(n))]),
                ["facts"] = firm is null ? null : FactAnswers.Of(standing[firm.Firm.Id], []),
            },
            ["rights"] = new JsonArray([.. rights.Select(r => RegisterFacts.Right(r, [.. standing[r.Right.Id]], Shown.Yuan(parts.GetValueOrDefault(r.Right.Id))))]),
            ["products"] = firm is null ? null : ProductFacts.Of(firm, [.. rights.Select(r => r.Right.Id)], order.Day),
        });
        var request = CaseReader.Read(Encoding.UTF8.GetBytes(text), desk.List);
        if (!request.Ok)
        {
            return Result<Examined>.Refused(request.Refusals);
        }

        var made = DiligenceResult.Of(request.Value, desk.List);
        string Result(Language language) => RequestText.Written(writer => DiligenceJson.Write(writer, made, hash, ValuationDesk.Engine, language));
        return new Examined(
            order, firm?.Firm.Id, names[0], made, Effects.Apply([.. made.Case.Rights.Select(r => new RightPart(r.Id, r.Value ?? Money.Zero))], made.Answers), text, hash, Result(Language.Zh), Result(Language.En));
    }
}
