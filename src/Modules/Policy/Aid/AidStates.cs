using Zhirong.Modules.Policy.Storage;

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

    /// <summary>退回补件: with the firm again, for what is missing.</summary>
    public const string Returned = "returned";

    /// <summary>撤回: taken back by whoever handed it in, before it is decided; a draft is given up the same way.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>An application its firm drafted itself.</summary>
    public const string ByFirm = "firm";

    public static IReadOnlyList<string> All { get; } = [Draft, Submitted, Reviewed, Publicised, Approved, Scaled, Paid, Clawback, Refused, Returned, Withdrawn];

    /// <summary>States in which facts may still be changed.</summary>
    public static IReadOnlyList<string> Open { get; } = [Draft, Returned];

    /// <summary>Under way: neither decided nor a mere draft.</summary>
    public static IReadOnlyList<string> UnderWay { get; } = [Submitted, Reviewed, Publicised];

    public static IReadOnlyList<string> Next(string state) => state switch
    {
        Draft or Returned => [Submitted, Withdrawn],
        Submitted => [Reviewed, Returned, Refused, Withdrawn],
        Reviewed => [Publicised, Returned, Refused, Withdrawn],
        Publicised => [Approved, Refused, Withdrawn],
        Approved => [Scaled, Paid],
        Scaled => [Paid],
        Paid => [Clawback],
        Clawback => [Clawback],
        _ => [],
    };

    /// <summary>The same for one organisation: the owner hands in and takes back, whoever decides does all the rest.</summary>
    public static IReadOnlyList<string> Next(AidApplication application, Guid organisation) =>
        [.. Next(application.State).Where(state => (state is Submitted or Withdrawn ? application.OwnerId : application.Decides) == organisation)];
}
