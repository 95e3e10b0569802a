using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.Model;

/// <summary>What an owner may want to do with a right.</summary>
public enum OwnersAct
{
    /// <summary>实施.</summary>
    Work,

    /// <summary>许可.</summary>
    License,

    /// <summary>转让.</summary>
    Transfer,

    /// <summary>出质.</summary>
    Pledge,
}

/// <summary>What is left of an act, the strictest last.</summary>
public enum ActAnswer
{
    Yes,

    /// <summary>Somebody else has to agree.</summary>
    Consent,

    /// <summary>Not known whether the right stands.</summary>
    Unknown,
    No,
}

/// <param name="When">What stands on the right: a word of <see cref="OwnersActs.Conditions"/>.</param>
/// <param name="Of">Who has to agree: <c>holder</c> of what stands on it, or <c>co_owners</c>.</param>
/// <param name="Lifts">A condition whose answer this one puts aside.</param>
public sealed record OwnersActRule(string When, OwnersAct Act, ActAnswer Answer, string? Of, string? Lifts, string Law);

/// <summary>Something that stands on a right, and whose it is.</summary>
public sealed record OnRight(string Condition, IReadOnlyList<string> Who);

/// <param name="Because">The rules that count, each with whose consent it asks for.</param>
public sealed record ActLeft(OwnersAct Act, ActAnswer Answer, IReadOnlyList<(OwnersActRule Rule, IReadOnlyList<string> Who)> Because);

/// <summary>What whoever holds a right may still do with it: 民法典第四百四十四条 and its like, as data.</summary>
public sealed record OwnersActs(int Version, IReadOnlyList<OwnersActRule> Rules)
{
    public const string NotInForce = "not_in_force";
    public const string StateUnknown = "state_unknown";
    public const string CoOwned = "co_owned";
    public const string LicenceBack = "licence_back";

    private static readonly (string Word, Words Title)[] Acts = [("work", new("实施", "work it")), ("license", new("许可他人", "license it")), ("transfer", new("转让", "transfer it")), ("pledge", new("出质", "pledge it"))];
    private static readonly (string Word, Words Title)[] Answers = [("yes", new("可以", "yes")), ("consent", new("须经同意", "with consent")), ("unknown", new("待核实", "to be verified")), ("no", new("不可以", "no"))];
    private static readonly (string Word, Words Title)[] Others = [(NotInForce, new("权利未生效或已终止", "not in force")), (StateUnknown, new("状态待核实", "state unknown")), (CoOwned, new("共有", "co-owned")), (LicenceBack, new("回授许可", "licensed back"))];

    public static IReadOnlyList<string> Conditions { get; } = [.. Others.Select(o => o.Word), .. EncumbranceKinds.Words];

    public static IReadOnlyList<string> ActWords { get; } = [.. Acts.Select(a => a.Word)];

    public static IReadOnlyList<string> AnswerWords { get; } = [.. Answers.Select(a => a.Word)];

    public static Words Title(OwnersAct act) => Acts[(int)act].Title;

    public static Words Title(ActAnswer answer) => Answers[(int)answer].Title;

    public static Words Title(string condition) => EncumbranceKinds.Read(condition) is { } kind ? kind.Title() : Others.First(o => o.Word == condition).Title;

    /// <summary>Every act with what is left of it; of several rules the strictest counts, and nothing on the right leaves all of it.</summary>
    public IReadOnlyList<ActLeft> Of(IReadOnlyCollection<OnRight> lying) => [.. Enum.GetValues<OwnersAct>().Select(act =>
    {
        var fitting = Rules.Where(r => r.Act == act).SelectMany(r => lying.Where(o => o.Condition == r.When).Select(o => (Rule: r, o.Who))).ToList();
        var lifted = fitting.Select(f => f.Rule.Lifts).OfType<string>().ToHashSet();
        var counting = fitting.Where(f => !lifted.Contains(f.Rule.When)).ToList();
        return new ActLeft(act, counting.Count == 0 ? ActAnswer.Yes : counting.Max(f => f.Rule.Answer), [.. counting.OrderByDescending(f => f.Rule.Answer).ThenBy(f => f.Rule.When, StringComparer.Ordinal).Select(f => (f.Rule, f.Who))]);
    })];
}
