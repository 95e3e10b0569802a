using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Portfolios;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Valuation.Diligence;

/// <summary>What diligence and analyses work with beside the room's desk.</summary>
internal sealed class DiligenceDesk(ValuationDesk desk, Checklist list, AnalysisPolicy policy)
{
    /// <summary>Most rights of one diligence or analysis.</summary>
    public const int MostRights = 2000;

    public ValuationDesk Room => desk;

    public Checklist List => list;

    public AnalysisPolicy Policy => policy;

    /// <summary>All rights a firm holds on a day, in the order of their numbers.</summary>
    public IReadOnlyList<RightRow> RightsOf(ZhirongContext read, Guid firm, DateOnly day) =>
        [.. desk.Rights.All(read, new(day) { Firm = firm, Sort = "filed" }).Take(MostRights + 1).OrderBy(r => r.Number, StringComparer.Ordinal)];
}

/// <summary>How amounts and days stand in texts of this part of the room.</summary>
internal static class Shown
{
    public static string? Yuan(long? fen) => fen is { } known ? Money.FenText(known) : null;

    public static JsonObject Said(string value, string source, DateOnly? date)
    {
        var said = new JsonObject { ["value"] = value, ["source"] = source };
        if (date is { } day)
        {
            said["date"] = RowValues.Of(day);
        }

        return said;
    }

    /// <summary>A JSON text as it is kept, with its hash.</summary>
    public static (string Text, string Hash) Kept(JsonNode node)
    {
        var text = RequestText.Canonical(node);
        return (text, RequestText.Hash(text));
    }
}
