using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Modules.Securitization.Excel;

/// <summary>What reading a workbook gave.</summary>
public sealed record DealImport
{
    /// <summary>The deal; null when anything was refused, so that no half deal is ever stored.</summary>
    public DocNode? Document { get; init; }

    /// <summary>Errors (OFF-01xx, XLS-0101 … XLS-0120) and what only tells (from XLS-0151); paths name sheet and cell: <c>资产!C12</c>.</summary>
    public required IReadOnlyList<Refusal> Refusals { get; init; }

    /// <summary>What was taken from each sheet of the template, in its order.</summary>
    public required IReadOnlyList<SheetReport> Report { get; init; }
}

/// <param name="Taken">Rows of tables and values of forms that were read.</param>
/// <param name="Refused">Errors on the sheet.</param>
public sealed record SheetReport(string Sheet, int Taken, int Refused);
