using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Applications;

/// <summary>An application in the pipeline. Amounts are yuan.</summary>
/// <param name="Waits"><c>applicant</c>, <c>reviewer</c>, <c>approver</c>, or empty.</param>
/// <param name="Outcome"><c>approved</c>, <c>conditions</c>, <c>refused</c>, or empty while undecided.</param>
/// <param name="ExpiresOn">The last day the resolution may be used.</param>
public sealed record ApplicationRow(Guid Id, int Version, string Number, Guid? FirmId, string FirmName, string Product, string? Amount, int? Months, string State, string StateTitle, string Waits, string Outcome, string? Granted, DateOnly? ExpiresOn, int Snapshot, int Assessment, string? SubmittedBy, string ChangedAt, string ChangedBy)
{
    internal static ApplicationRow Of(LoanApplication a, Language language) => new(
        a.Id, a.Version, a.Number, a.FirmId, a.FirmName, a.Product, a.AmountFen is { } fen ? Money.FenText(fen) : null, a.Months, a.State, ApplicationStates.Title(a.State).In(language), a.Waits, a.Outcome, a.GrantedFen is { } granted ? Money.FenText(granted) : null, a.ExpiresOn, a.Snapshot, a.Assessment, a.SubmittedBy, Instant.Text(a.ChangedAt), a.ChangedBy);
}

/// <summary>How many applications stand in a state, and for how much in yuan.</summary>
public sealed record ApplicationCount(string State, string Title, int Count, string Amount);

/// <summary>The pipeline: a page of applications and the counts of every state.</summary>
public sealed record ApplicationPage(IReadOnlyList<ApplicationRow> Items, int Total, int Page, int PageSize, IReadOnlyList<ApplicationCount> Counts);

/// <summary>A step an application took.</summary>
/// <param name="Items">What was asked for when it was returned.</param>
public sealed record ApplicationStepView(int N, string Act, string Title, string State, string Note, IReadOnlyList<string> Items, string At, string By)
{
    internal static ApplicationStepView Of(LoanApplicationStep s, Language language) => new(s.N, s.Act, ApplicationStates.ActTitle(s.Act).In(language), s.State, s.Note, ApplicationJson.Texts(s.Items), Instant.Text(s.At), s.By);
}

/// <summary>What was decided.</summary>
/// <param name="Conditions">What has to be done before the money goes out.</param>
/// <param name="Reasons">Why it was refused, as the borrower reads it.</param>
/// <param name="Note">Why the assessment was overridden, where it was.</param>
public sealed record ResolutionView(string Outcome, string? Amount, DateOnly? ExpiresOn, IReadOnlyList<string> Conditions, IReadOnlyList<string> Reasons, string Note, int Assessment, string By, DateOnly On);

/// <summary>A frozen snapshot.</summary>
public sealed record SnapshotView(int N, string Hash, string At, string By, JsonElement Facts);

/// <summary>An assessment.</summary>
/// <param name="Outcome"><c>approve</c>, <c>refer</c>, <c>decline</c>.</param>
/// <param name="Limit">In yuan; null where it cannot be worked out.</param>
/// <param name="Result"><c>zhirong/credit-assessment/v1</c> in the reader's language.</param>
public sealed record AssessmentView(int N, int Snapshot, string Product, int ProductNumber, string Policy, string PolicyVersion, string PolicyHash, string ResultHash, string Engine, string Outcome, string? Limit, string At, string By, JsonElement Result)
{
    internal static AssessmentView Of(CreditAssessment a, Language language) => new(
        a.N, a.Snapshot, a.Product, a.ProductNumber, a.Policy, a.PolicyVersion, a.PolicyHash, a.ResultHash, a.Engine, a.Outcome, a.LimitFen is { } fen ? Money.FenText(fen) : null, Instant.Text(a.At), a.By, ApplicationJson.Element(language == Language.En ? a.ResultEn : a.ResultZh));
}

/// <summary>An application as it is opened.</summary>
/// <param name="Asked">What it was returned for.</param>
/// <param name="Acts">What may be done with it now.</param>
/// <param name="Assessments">Newest first.</param>
public sealed record ApplicationDetail(ApplicationRow Row, ApplicationForm Form, IReadOnlyList<string> Asked, IReadOnlyList<string> Acts, IReadOnlyList<ApplicationStepView> Steps, SnapshotView? Snapshot, IReadOnlyList<AssessmentView> Assessments, ResolutionView? Resolution);

/// <summary>A field in which two people's forms differ.</summary>
public sealed record FormDifference(string Path, string? Yours, string? Theirs);

/// <summary>The form as somebody else left it, with what differs from the one that was sent.</summary>
public sealed record StandingApplication(ApplicationRow Row, ApplicationForm Form, IReadOnlyList<FormDifference> Differences);

/// <summary>JSON of the applications' rows.</summary>
internal static class ApplicationJson
{
    public static string Of(IReadOnlyList<string> texts) => texts.Count == 0 ? "" : JsonSerializer.Serialize(texts, LendingJson.Options);

    public static IReadOnlyList<string> Texts(string json) => json.Length == 0 ? [] : JsonSerializer.Deserialize<List<string>>(json, LendingJson.Options)!;

    public static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
