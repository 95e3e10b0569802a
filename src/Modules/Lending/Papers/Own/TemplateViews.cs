using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.CreditPolicies;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Papers.Own;

/// <summary>A template in the list.</summary>
/// <param name="About">What a document by it is of.</param>
/// <param name="Number">Of the text that stands today; null where none does.</param>
/// <param name="Version">That text's own version; empty where none does.</param>
/// <param name="Next">The version that stands next; null where none waits.</param>
/// <param name="Shipped">Whether one comes with the product, which stands where none of one's own does.</param>
/// <param name="Own">Whether the one that stands is one's own.</param>
/// <param name="Made">Documents made by any version of it.</param>
public sealed record TemplateRow(string Code, string Title, string About, string AboutTitle, int? Number, string Version, string? Next, DateOnly? NextFrom, int Versions, bool Shipped, bool Own, bool English, bool Verified, string Source, string? Author, string? Checker, string? SavedAt, int Made);

/// <summary>What a document can be of.</summary>
public sealed record TemplateSubject(string About, string Title);

/// <summary>The templates.</summary>
public sealed record TemplateList(IReadOnlyList<TemplateRow> Rows, IReadOnlyList<TemplateSubject> Subjects);

/// <summary>A version of a template.</summary>
/// <param name="State"><c>in_force</c>, <c>scheduled</c>, <c>past</c>.</param>
/// <param name="Hash">SHA-256 of the text, hex.</param>
/// <param name="Parent">Number it started from; null for the shipped one and a first text.</param>
/// <param name="Approval">The case in which it was approved.</param>
public sealed record TemplateVersion(int Number, string Version, string State, string StateTitle, string Hash, int? Parent, string ParentHash, DateOnly? From, DateOnly? To, string Reason, string? Author, string? SavedAt, string? Checker, Guid? Approval)
{
    internal static TemplateVersion Of(NumberedTemplate text, NumberedTemplate? standing, DateOnly today, Language language)
    {
        var kept = text.Kept;
        var state = text == standing ? "in_force" : kept?.EffectiveFrom > today ? "scheduled" : "past";
        return new(
            text.Number, text.Shelved.Template.Version, state, PolicyStates.Title(state).In(language), text.Shelved.Hash, kept is { ParentHash.Length: > 0 } ? kept.Parent : null, kept?.ParentHash ?? "", kept?.EffectiveFrom, kept?.EffectiveTo, kept?.Reason ?? "", kept?.SavedBy,
            kept is null ? null : Instant.Text(kept.SavedAt), kept is { CheckedBy.Length: > 0 } ? kept.CheckedBy : null, kept?.ApprovalId);
    }
}

/// <summary>A template as it is opened: the text asked for, and all its versions, the newest first.</summary>
/// <param name="Newest">Number of the newest text: what a change starts from.</param>
public sealed record TemplateDetail(TemplateRow Row, int Number, int Newest, string Text, IReadOnlyList<TemplateVersion> Versions);

/// <summary>The version that was saved meanwhile: its text, and what it changed of the one the refused change started from.</summary>
public sealed record StandingTemplate(int Number, string Version, string Text, string SavedBy, string SavedAt, string Reason, IReadOnlyList<PolicyFieldChange> Changes);

/// <summary>What is found in a template's text while it is written.</summary>
/// <param name="Passes">It can be read, so that it may be put up for approval.</param>
/// <param name="About">What a document by it is of; null where the text does not say.</param>
/// <param name="Hash">SHA-256 of the text; null where it cannot be read.</param>
/// <param name="Parent">Hash of the version it is held against; null where there is none.</param>
/// <param name="Changes">Against that version, field by field.</param>
public sealed record TemplateExamined(bool Passes, string? About, bool English, string? Hash, string? Parent, IReadOnlyList<Finding> Findings, IReadOnlyList<PolicyFieldChange> Changes);

/// <summary>A field a template may name.</summary>
/// <param name="Name">As it stands in a place.</param>
/// <param name="Kind"><c>money</c>, <c>rate</c>, <c>day</c>, <c>number</c>, <c>text</c>.</param>
/// <param name="Writes">The places one may write, the usual one first.</param>
/// <param name="Example">As the usual place writes it of the record chosen, of its first item in a list; null where there is nothing to show.</param>
public sealed record PlaceView(string Name, string Title, string Kind, IReadOnlyList<string> Writes, string? Example)
{
    internal static PlaceView Of(string? list, string name, string? raw, Language language)
    {
        var meaning = PlaceMeanings.Of(list, name);
        return new(name, meaning.Title.In(language), meaning.Kind, meaning.Places(name), raw is null ? null : PaperFill.Written(raw, meaning.Formats.Count > 0 ? meaning.Formats[0] : "", language));
    }
}

/// <summary>A list of the record, for tables and for blocks that stand once for each item.</summary>
/// <param name="Items">How many the record chosen has; null where none is chosen.</param>
public sealed record PlaceList(string Name, string Title, int? Items, IReadOnlyList<PlaceView> Fields);

/// <summary>What a template of a kind of record may name.</summary>
public sealed record PlacesView(string About, string AboutTitle, string? Record, IReadOnlyList<PlaceView> Fields, IReadOnlyList<PlaceList> Lists);

/// <summary>A stored record a template can be looked at with.</summary>
public sealed record TemplateRecord(Guid Id, string Name, string Detail);

/// <summary>Stored records, the newest first.</summary>
public sealed record TemplateRecords(IReadOnlyList<TemplateRecord> Rows);
