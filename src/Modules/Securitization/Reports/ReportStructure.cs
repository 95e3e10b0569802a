using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>交易结构: who owes, sells, holds, supports.</summary>
internal sealed record ReportStructure : ReportDrawing
{
    public required StructureBox Obligors { get; init; }

    /// <summary>Null when the deal names no originator.</summary>
    public required StructureBox? Originator { get; init; }

    /// <summary>In the order written; at least one.</summary>
    public required IReadOnlyList<StructureBox> Vehicles { get; init; }

    public required IReadOnlyList<StructureBox> Tranches { get; init; }

    public required IReadOnlyList<StructureBox> Supports { get; init; }

    /// <summary>Everybody else.</summary>
    public required IReadOnlyList<StructureBox> Parties { get; init; }

    /// <summary>What flows along each arrow.</summary>
    public required StructureFlows Flows { get; init; }

    public override string Look => "structure";

    public override string Svg(bool landscape) => StructurePicture.Draw(this);
}

/// <param name="Role">Small line above the name.</param>
/// <param name="Name">Who.</param>
/// <param name="Detail">Amount, limit, rating.</param>
internal sealed record StructureBox(string Role, string Name, string Detail);

internal sealed record StructureFlows(string Collections, string Transfer, string Payments, string Support, string Others);
