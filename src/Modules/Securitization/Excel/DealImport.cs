using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Securitization.Excel.Cells;

namespace Zhirong.Modules.Securitization.Excel;

/// <summary>What reading a workbook gave.</summary>
public sealed record DealImport
{
    /// <summary>The deal; null when anything was refused, so that no half deal is ever stored.</summary>
    public DocNode? Document { get; init; }

    /// <summary>Errors (OFF-01xx, XLS-0101 … XLS-0121) and what only tells (from XLS-0151); paths name sheet and cell: <c>资产!C12</c>.</summary>
    public required IReadOnlyList<Refusal> Refusals { get; init; }

    /// <summary>What was taken from each sheet of the template, in its order.</summary>
    public required IReadOnlyList<SheetReport> Report { get; init; }

    /// <summary>The sheets of the file by the template's names.</summary>
    internal IReadOnlyDictionary<string, string> Sheets { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The cell a field path of a finding stands in, such as <c>资产!E12</c> for <c>pool.obligors.C08.principal</c>; the row's first
    /// cell for a field left blank, null for a path the workbook has no place for.
    /// </summary>
    public string? CellOf(string path) => Document is null ? null : CellPlace.Of(Document, Sheets, path);
}

/// <param name="Taken">Rows of tables and values of forms that were read.</param>
/// <param name="Refused">Errors on the sheet.</param>
public sealed record SheetReport(string Sheet, int Taken, int Refused);
