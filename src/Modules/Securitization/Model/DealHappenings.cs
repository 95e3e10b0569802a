using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Securitization.Model;

/// <summary>What the desk leaves evidence of. Texts, results and files stand by their SHA-256; who holds one can show it is the one.</summary>
internal static class DealHappenings
{
    public static Happening Saved(Deal deal, DealVersion version) => new("DealVersionSaved", "deal", RowValues.Of(deal.Id), new JsonObject
    {
        ["code"] = deal.Code,
        ["errors"] = version.Errors,
        ["number"] = version.Number,
        ["parent"] = version.Parent,
        ["reason"] = version.Reason,
        ["text"] = $"sha256:{version.Hash}",
        ["warnings"] = version.Warnings,
    });

    public static Happening Kept(KeptRun run) => new("RunKept", "run", RowValues.Of(run.Id), new JsonObject
    {
        ["deal"] = RowValues.Of(run.DealId),
        ["input"] = run.InputHash,
        ["note"] = run.Note,
        ["result"] = Sha256(Encoding.UTF8.GetBytes(run.Result)),
        ["scenario"] = run.ScenarioName,
        ["version"] = run.DealVersion,
    });

    /// <summary>A report handed out; its file is told by its hash.</summary>
    public static Happening Reported(string kind, string language, string deal, string inputHash, byte[] file) => new("ReportMade", "report", Sha256(file), new JsonObject
    {
        ["bytes"] = file.Length,
        ["deal"] = deal,
        ["input"] = $"sha256:{inputHash}",
        ["kind"] = kind,
        ["language"] = language,
    });

    private static string Sha256(byte[] bytes) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
}
