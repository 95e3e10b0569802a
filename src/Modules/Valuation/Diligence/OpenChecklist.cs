using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Diligence;

/// <summary>The checklist as forms show it.</summary>
public sealed record ChecklistView(string Name, string Title, string Statement, string Source, DateOnly Dated, IReadOnlyList<ChapterView> Chapters, IReadOnlyList<FactWordView> Facts);

public sealed record ChapterView(string Id, string Title, IReadOnlyList<ChecklistItemView> Items);

/// <param name="Asks">Facts it rests on.</param>
/// <param name="Touches">The appraisal parameter.</param>
public sealed record ChecklistItemView(string Id, string Title, string Scope, IReadOnlyList<string> Kinds, IReadOnlyList<string> Purposes, bool Must, int? FreshDays, string Touches, IReadOnlyList<string> Asks, IReadOnlyList<FindingRuleView> Findings);

/// <param name="Factor">A fraction, own_share, or null where the value stays.</param>
public sealed record FindingRuleView(string Id, string Text, string Advice, string Grade, string? Factor);

/// <param name="Shape">word, number, flag.</param>
public sealed record FactWordView(string Name, string Title, string Scope, string Shape, IReadOnlyList<string> Words, string Ask);

/// <summary>What is asked, for whoever answers.</summary>
internal static class OpenChecklist
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/diligence/checklist", (HttpContext context, DiligenceDesk desk) => Results.Json(View(desk.List, RequestLanguage.Of(context)), WebJson.Options)).WithName("openChecklist").WithSummary("The checklist of due diligence").Produces<ChecklistView>().Reads("valuation");

    private static ChecklistView View(Checklist list, Language language) => new(
        list.Name, list.Title.In(language), list.Statement.In(language), list.Source, list.Dated,
        [.. list.Chapters.Select(c => new ChapterView(c.Id, c.Title.In(language), [.. c.Items.Select(i => Item(i, language))]))],
        [.. list.Facts.Select(f => new FactWordView(f.Name, f.Title.In(language), f.OfFirm ? "firm" : "right", f.Shape switch { FactShape.Number => "number", FactShape.Flag => "flag", _ => "word" }, f.Words, f.Ask.In(language)))]);

    private static ChecklistItemView Item(ChecklistItem item, Language language) => new(
        item.Id, item.Title.In(language), item.OfFirm ? "firm" : "right", item.Kinds, [.. item.Purposes.Select(p => p.Word())], item.Must, item.FreshDays, item.Touches, item.Asks,
        [.. item.Findings.Select(f => new FindingRuleView(f.Id, f.Text.In(language), f.Advice.In(language), f.Weight.Grade.Word(), f.Weight.OwnShare ? "own_share" : f.Weight.Factor is { } factor ? $"{factor:0.####}" : null))]);
}
