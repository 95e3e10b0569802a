using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Reading.Tables;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work.UseCases;

namespace Zhirong.Modules.Assets.Importing;

/// <summary>A record as it was read, for a look before it is taken in.</summary>
/// <param name="Line">Line, row, or number of the record.</param>
/// <param name="Kind">Empty where the file does not say.</param>
/// <param name="Events">How many legal events it tells.</param>
public sealed record PreviewRight(int Line, string Number, string Kind, string KindTitle, string Title, IReadOnlyList<string> Holders, DateOnly? Filed, int Events)
{
    internal static PreviewRight Of(SourceRecord record, Language language) => new(
        record.Place.Line,
        record.Numbers.FirstOrDefault(n => n.Use != NumberUse.Priority) is { } number ? $"{number.Office} {number.Text}" : "",
        record.Kind?.Word() ?? "",
        record.Kind?.Title().In(language) ?? "",
        record.Titles.Count > 0 ? record.Titles[0].Text : "",
        [.. record.Parties.Where(p => p.Role is PartyRole.Owner or PartyRole.Applicant).OrderByDescending(p => p.Role == PartyRole.Owner).Select(p => p.Name).Distinct(StringComparer.Ordinal).Take(5)],
        record.Dates.FirstOrDefault(d => d.Field == "filing")?.On,
        record.Events.Count);
}

/// <summary>What a file holds, before anything is stored.</summary>
/// <param name="Encoding"><c>utf-8</c>, <c>gb18030</c>, <c>utf-16</c>, or <c>xlsx</c>.</param>
/// <param name="Untitled">No row of titles is known; the titles shown are a guess and need a mapping.</param>
/// <param name="Mapping">The mapping it was read with: the one asked for, else the newest all of whose titles the file has.</param>
/// <param name="Fields">What a column may stand for.</param>
/// <param name="Taken">Records that could be taken in, among those looked at.</param>
/// <param name="Whole">The whole file was looked at; else only its beginning.</param>
/// <param name="Unused">Columns and elements nobody reads, by name.</param>
/// <param name="Findings">The first refusals and warnings.</param>
/// <param name="Stored">The source, where this file was taken in before in the same way.</param>
public sealed record ImportPreview(
    string Name, long Size, string Format, string Encoding, bool Untitled, string? Mapping, IReadOnlyList<PreviewTable> Tables, IReadOnlyList<string> Fields, IReadOnlyList<PreviewRight> Samples, int Taken, int Refused, int Warnings, bool Whole, IReadOnlyDictionary<string, long> Unused, IReadOnlyList<Finding> Findings, Guid? Stored);

/// <summary>What became of a file, or how far it is.</summary>
/// <param name="Done">All of it is taken in.</param>
/// <param name="Repeated">It had been taken before: nothing was done.</param>
/// <param name="Size">Bytes; 0 where nobody knows.</param>
/// <param name="ReadBytes">How many of them are read.</param>
/// <param name="Mapping">The mapping it was read with; empty for none.</param>
/// <param name="Merged">Records of rights that were there already, from this file or another.</param>
/// <param name="Rights">Rights that are new.</param>
/// <param name="Questions">Open questions about rights it speaks of.</param>
/// <param name="Findings">The first refusals and warnings.</param>
/// <param name="Kept">How many are kept and can be downloaded.</param>
public sealed record ImportReportView(
    Guid Source, string Name, string Format, DateOnly AsOf, bool Done, bool Repeated, long Size, long ReadBytes, string Mapping, int Rows, int Taken, int Merged, int Refused, int Warnings, int Rights, int Questions, IReadOnlyDictionary<string, int> Unused, IReadOnlyList<Finding> Findings, int Kept)
{
    /// <summary>Findings shown; the rest is downloaded.</summary>
    private const int MostShown = 200;

    internal static ImportReportView Of(ZhirongContext read, SourceRow row, Language language, bool repeated = false)
    {
        var findings = JsonSerializer.Deserialize<List<Refusal>>(row.Findings, WebJson.Options)!;
        var questions = row.Format == FirmsFormat ? 0 : read.Session.First(
            "SELECT count(*) FROM ast_question q WHERE q.open = 1 AND q.owner_id = @p0 AND q.right_no IN (SELECT s.right_no FROM ast_said s WHERE s.source_no = @p1)", r => r.Int(0), RowValues.Of(row.OwnerId), row.No);
        return new(
            row.Id, row.Name, row.Format, row.AsOf, row.Done == 1, repeated, row.Size, row.ReadBytes, row.Mapping, row.Rows, row.Taken, row.Merged, row.Refused, row.Warnings, row.Rights, questions,
            JsonSerializer.Deserialize<Dictionary<string, int>>(row.Unused, WebJson.Options)!, Finding.Of(findings.Take(MostShown), language), findings.Count);
    }

    /// <summary>The format word of files of firms.</summary>
    internal const string FirmsFormat = "firms";
}

/// <summary>The answer to a file: a preview, or what became of it, or the job that takes it in.</summary>
/// <param name="Report">Null for a preview.</param>
/// <param name="Job">Set where the file is large; the report tells how far it is.</param>
public sealed record RightsImported(ImportPreview? Preview, ImportReportView? Report, JobRow? Job);
