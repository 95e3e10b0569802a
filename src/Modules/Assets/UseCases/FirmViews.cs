using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>A firm as lists show it.</summary>
/// <param name="Region">GB/T 2260.</param>
/// <param name="Industry">GB/T 4754, of the edition named beside it.</param>
/// <param name="Tags">专精特新 and the like.</param>
public sealed record FirmRow(Guid Id, string Code, string Name, IReadOnlyList<string> FormerNames, string? Region, string? Industry, string? IndustryEdition, IReadOnlyList<string> Tags, string Note, int Version, string ChangedAt, string ChangedBy)
{
    internal static FirmRow Of(ZhirongContext read, Firm firm) => new(
        firm.Id, firm.Code, firm.Name, [.. read.Set<FirmName>().Where(n => n.FirmId == firm.Id && n.Name != firm.Name).OrderBy(n => n.Name).Select(n => n.Name)], firm.Region, firm.Industry, firm.IndustryEdition, RightRows.Lines(firm.Tags), firm.Note, firm.Version, Instant.Text(firm.ChangedAt), firm.ChangedBy);
}

/// <summary>The figures of a firm at the end of a period, in yuan.</summary>
/// <param name="Findings">What does not balance.</param>
public sealed record FirmStatementView(DateOnly PeriodEnd, int Months, IReadOnlyDictionary<string, string> Figures, bool Audited, string Source, DateOnly AsOf, IReadOnlyList<Finding> Findings, string By)
{
    internal static FirmStatementView Of(FirmStatement s, Language language) => new(
        s.PeriodEnd, s.Months, JsonSerializer.Deserialize<Dictionary<string, long>>(s.Figures)!.ToDictionary(f => f.Key, f => Money.FenText(f.Value)), s.Audited == 1, s.Source, s.AsOf, Finding.Of(JsonSerializer.Deserialize<List<Refusal>>(s.Findings, WebJson.Options)!, language), s.By);
}

public sealed record ProductView(Guid Id, string Name, string Note, IReadOnlyList<Guid> Rights, IReadOnlyList<IncomeView> Income, int Version);

/// <summary>A firm with its statements, products and rights.</summary>
/// <param name="Missing">Years of the last three without a statement.</param>
/// <param name="InForce">How many of its rights are in force today.</param>
public sealed record FirmProfile(FirmRow Firm, IReadOnlyList<FirmStatementView> Statements, IReadOnlyList<int> Missing, IReadOnlyList<ProductView> Products, int Rights, int InForce);
