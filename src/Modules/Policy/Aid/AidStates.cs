namespace Zhirong.Modules.Policy.Aid;

/// <summary>The states of an application and which may follow which.</summary>
internal static class AidStates
{
    public const string Draft = "draft";
    public const string Submitted = "submitted";
    public const string Reviewed = "reviewed";
    public const string Publicised = "publicised";
    public const string Approved = "approved";
    public const string Scaled = "scaled_by_pool";
    public const string Paid = "paid";
    public const string Clawback = "clawback";
    public const string Refused = "refused";

    public static IReadOnlyList<string> All { get; } = [Draft, Submitted, Reviewed, Publicised, Approved, Scaled, Paid, Clawback, Refused];

    /// <summary>Under way: neither decided nor a mere draft.</summary>
    public static IReadOnlyList<string> UnderWay { get; } = [Submitted, Reviewed, Publicised];

    public static IReadOnlyList<string> Next(string state) => state switch
    {
        Draft => [Submitted],
        Submitted => [Reviewed, Refused],
        Reviewed => [Publicised, Refused],
        Publicised => [Approved, Refused],
        Approved => [Scaled, Paid],
        Scaled => [Paid],
        Paid => [Clawback],
        Clawback => [Clawback],
        _ => [],
    };
}
