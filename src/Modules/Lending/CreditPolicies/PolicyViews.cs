using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Checking;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Writing;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.CreditPolicies;

/// <summary>A credit policy in the list.</summary>
/// <param name="Number">Of the text that decides today; null where none does.</param>
/// <param name="Version">That text's own version; empty where none does.</param>
/// <param name="Next">The version that goes live next; null where none waits.</param>
/// <param name="Decided">Applications whose last assessment is by a version of it.</param>
public sealed record PolicyRow(string Code, string Title, int? Number, string Version, string? Next, DateOnly? NextFrom, int Versions, bool Own, bool Verified, string? Author, string? Checker, string? SavedAt, int Tables, int Rows, int Decided);

/// <summary>The policies.</summary>
public sealed record PolicyList(IReadOnlyList<PolicyRow> Rows);

/// <summary>A version of a policy.</summary>
/// <param name="State"><c>in_force</c>, <c>scheduled</c>, <c>past</c>.</param>
/// <param name="Hash">Of the content.</param>
/// <param name="Parent">Number it started from; null for the shipped one.</param>
/// <param name="Approval">The case in which it was approved.</param>
public sealed record PolicyVersionView(int Number, string Version, string State, string StateTitle, string Hash, int? Parent, DateOnly? From, DateOnly? To, string Reason, string? Author, string? SavedAt, string? Checker, Guid? Approval)
{
    internal static PolicyVersionView Of(ShelvedPolicy shelved, ShelvedPolicy? deciding, DateOnly today, Language language)
    {
        var (policy, kept) = (shelved.Shipped.Policy, shelved.Kept);
        var state = shelved == deciding ? "in_force" : kept?.EffectiveFrom > today ? "scheduled" : "past";
        return new(
            shelved.Number, policy.Version, state, PolicyStates.Title(state).In(language), policy.Hash, kept?.Parent, kept?.EffectiveFrom ?? policy.From, kept?.EffectiveTo ?? policy.To, kept?.Reason ?? policy.Change, kept?.SavedBy ?? policy.Author?.Name,
            kept is null ? null : Instant.Text(kept.SavedAt), kept is null ? policy.Checker?.Name : kept.CheckedBy.Length > 0 ? kept.CheckedBy : null, kept?.ApprovalId);
    }
}

/// <summary>A fact a policy asks for, as a form shows it.</summary>
/// <param name="Type"><c>number</c>, <c>date</c>, <c>flag</c>, <c>grade</c>, <c>text</c>, <c>numbers</c>, <c>texts</c>.</param>
/// <param name="Fresh">How many days old its source may be; null where it does not age.</param>
public sealed record PolicyFactView(string Name, string Title, string Type, string Unit, string Source, IReadOnlyList<string> Values, int? Fresh)
{
    internal static PolicyFactView Of(FactDeclaration fact, Language language) => new(fact.Name, fact.Title.In(language), PolicyWords.Word(fact.Type), fact.Unit, fact.Source, fact.Values, fact.FreshDays);
}

/// <summary>A policy as it is opened: the text asked for, and all its versions, the newest first.</summary>
/// <param name="Newest">Number of the newest text: what a change starts from.</param>
public sealed record PolicyDetail(PolicyRow Row, int Number, int Newest, string Text, string Source, IReadOnlyList<PolicyVersionView> Versions);

/// <summary>A value of an example.</summary>
public sealed record ExampleValue(string Input, string Value);

/// <summary>Something found in a policy, with an input that shows it.</summary>
public sealed record PolicyFindingView(string Code, string Severity, string Path, int Line, int Column, string Message, string Found, string Expected, IReadOnlyList<ExampleValue> Example)
{
    internal static PolicyFindingView Of(PolicyFinding finding, Language language) => Of(finding.What, language, finding.Example);

    internal static PolicyFindingView Of(Refusal what, Language language, IReadOnlyList<KeyValuePair<string, string>>? example = null)
    {
        var plain = Finding.Of(what, language);
        return new(plain.Code, plain.Severity, plain.Path, plain.Line, plain.Column, plain.Message, plain.Found, plain.Expected, [.. (example ?? []).Select(e => new ExampleValue(e.Key, e.Value))]);
    }
}

/// <summary>What differs from what a test expects.</summary>
public sealed record TestDifferenceView(string Path, string Found, string Expected);

/// <summary>A policy's own test, run.</summary>
public sealed record PolicyTestView(string Id, string Title, bool Passes, string? Outcome, IReadOnlyList<TestDifferenceView> Differences)
{
    internal static PolicyTestView Of(TestRun run, Language language) => new(run.Test.Id, run.Test.Title.In(language), run.Differences.Count == 0, run.Decision is { } decision ? PolicyWords.Word(decision.Outcome) : null, [.. run.Differences.Select(d => new TestDifferenceView(d.Path, d.Found, d.Expected))]);
}

/// <summary>A field in which two versions differ; null where one has none.</summary>
public sealed record PolicyFieldChange(string Path, string? Before, string? After);

/// <summary>What is found in a text while it is written.</summary>
/// <param name="Readable">It is a policy whose expressions can be understood.</param>
/// <param name="Passes">Nothing found keeps it from being put up for approval.</param>
/// <param name="Hash">Of the content; null where it cannot be read.</param>
/// <param name="Parent">Hash of the version it is held against: what its own parent has to be. Null where there is none.</param>
/// <param name="Changes">Against that version, field by field.</param>
public sealed record PolicyExamined(bool Readable, bool Passes, string? Hash, string? Parent, IReadOnlyList<PolicyFindingView> Findings, IReadOnlyList<PolicyTestView> Tests, IReadOnlyList<PolicyFieldChange> Changes, IReadOnlyList<PolicyFactView> Facts);

/// <summary>What a text decides: <c>zhirong/decision/v1</c>.</summary>
/// <param name="Application">The stored application it was tried on; null for typed facts.</param>
public sealed record PolicyTried(string? Application, string? FirmName, JsonElement Decision);

/// <summary>A text made of a file.</summary>
public sealed record PolicyMade(string Text);

/// <summary>Rows of a table's sheet, as texts; the first holds the columns' names.</summary>
public sealed record RuleTableRead(IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>States of a version.</summary>
internal static class PolicyStates
{
    public static Words Title(string state) => state switch { "in_force" => new("现行", "in force"), "scheduled" => new("待生效", "goes live later"), _ => new("已被替代", "superseded") };
}
