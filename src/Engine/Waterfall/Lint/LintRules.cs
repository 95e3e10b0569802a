using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Waterfall.Lint;

/// <summary>The lint rules of <c>ipabs/v1</c>, one permanent code each.</summary>
public static class LintRules
{
    public const string TranchesSumToSize = "LINT-0101";
    public const string PoolCoversSize = "LINT-0102";
    public const string Retention = "LINT-0103";
    public const string ObligorCount = "LINT-0104";
    public const string SingleShare = "LINT-0105";
    public const string Top5Share = "LINT-0106";
    public const string UnitScheduleSum = "LINT-0107";
    public const string MaturityOrder = "LINT-0108";
    public const string PaymentsInTerm = "LINT-0109";
    public const string OffsetsOrdered = "LINT-0110";
    public const string CoversKnownLines = "LINT-0111";
    public const string StepKnowsItsTarget = "LINT-0112";
    public const string FeeInEveryOrder = "LINT-0113";
    public const string TrancheInEveryOrder = "LINT-0114";
    public const string OrderMissing = "LINT-0115";
    public const string LoanToValue = "LINT-0116";
    public const string BasisKnown = "LINT-0118";
    public const string ReserveNeverReleased = "LINT-0119";
    public const string TargetsFall = "LINT-0120";
    public const string PoolOutlivesNotes = "LINT-0121";
    public const string StepNotRun = "LINT-0122";
    public const string AccountKnown = "LINT-0123";
    public const string ShelfRule = "LINT-0124";
    public const string LicenceRule = "LINT-0125";
    public const string ScheduleSum = "LINT-0126";
    public const string SupportNeverRepaid = "LINT-0127";
    public const string WaiverUnknown = "LINT-0128";
    public const string NamesShared = "LINT-0129";
    public const string ContractDates = "LINT-0130";

    public const string LicenceAmount = "LINT-0131";

    internal static readonly IReadOnlySet<string> Waivable = new HashSet<string>
    {
        Retention, ObligorCount, SingleShare, Top5Share, PoolCoversSize,
    };

    internal static Refusal Make(string code, Severity severity, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Severity = severity,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
