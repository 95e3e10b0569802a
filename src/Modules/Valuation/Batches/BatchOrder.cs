using System.Text.Json.Nodes;

namespace Zhirong.Modules.Valuation.Batches;

/// <summary>What a batch was asked, as its job keeps it; the same order gives the same results, byte for byte.</summary>
/// <param name="Template">Part of a <c>zhirong/value-request/v1</c> laid over every group's draft.</param>
internal sealed record BatchOrder(string Name, DateOnly BaseDate, string Purpose, string? ValueType, string WeightsBy, JsonObject? Template, IReadOnlyList<BatchGroupOrder> Groups);

/// <summary>One product group of the order.</summary>
/// <param name="Assumptions">As the template, laid over it for this group alone.</param>
internal sealed record BatchGroupOrder(Guid FirmId, string FirmName, Guid? ProductId, string ProductName, IReadOnlyList<Guid> RightIds, JsonObject? Assumptions);

/// <summary>What came of a group: no id made here and no clock in it.</summary>
/// <param name="State"><c>valued</c>, <c>open</c> (computed without a conclusion), <c>refused</c>.</param>
/// <param name="Request">SHA-256 of the canonical request; null where none computed.</param>
/// <param name="Reason">Of the conclusion.</param>
internal sealed record BatchGroupResult(
    int No, Guid FirmId, string FirmName, Guid? ProductId, string ProductName, string State, string? Total, string? Low, string? High, string? RangeBasis, string? Request, string Reason, IReadOnlyList<BatchPart> Rights, IReadOnlyList<BatchRemark> Remarks)
{
    public const string Valued = "valued", Open = "open", Refused = "refused";
}

/// <summary>A right's part; null figures where it could not be valued, the remarks say why.</summary>
internal sealed record BatchPart(Guid Id, string Number, string Kind, string Title, string? Weight, string? Value, string? Low, string? High, string Reason, string ReasonEn);

/// <summary>A refusal, a warning or something missing.</summary>
public sealed record BatchRemark(string Code, string Path, string Zh, string En);
