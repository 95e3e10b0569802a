using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Vault;

/// <summary>Kinds, states and steps of certificates in the vault.</summary>
internal static class CertificateWords
{
    public const string Kept = "kept";
    public const string Lent = "lent";
    public const string Released = "released";
    public const string Enter = "enter";
    public const string Lend = "lend";
    public const string Return = "return";
    public const string Move = "move";
    public const string Release = "release";

    private static readonly (string Word, Words Title)[] AllKinds =
    [
        ("certificate", new("权利证书", "certificate of the right")),
        ("registration", new("质押登记证明", "registration paper")),
        ("contract", new("质押合同", "pledge contract")),
        ("policy", new("保险单", "insurance policy")),
        ("other", new("其他", "other")),
    ];

    private static readonly (string Word, Words Title)[] AllStates = [(Kept, new("在库", "in the vault")), (Lent, new("借出", "lent")), (Released, new("已出库", "released"))];

    private static readonly (string Word, Words Title)[] AllActs = [(Enter, new("入库", "entered")), (Lend, new("借阅", "lent")), (Return, new("归还", "returned")), (Move, new("移位", "moved")), (Release, new("出库", "released"))];

    public static IReadOnlyList<string> Kinds { get; } = [.. AllKinds.Select(k => k.Word)];

    public static IReadOnlyList<string> States { get; } = [.. AllStates.Select(s => s.Word)];

    /// <summary>The steps that end nothing.</summary>
    public static IReadOnlyList<string> Steps { get; } = [Lend, Return, Move];

    public static Words KindTitle(string kind) => AllKinds.First(k => k.Word == kind).Title;

    public static Words StateTitle(string state) => AllStates.First(s => s.Word == state).Title;

    public static Words ActTitle(string act) => AllActs.First(a => a.Word == act).Title;

    /// <summary>The state after a step; null where the certificate as it is does not take it.</summary>
    public static string? After(string state, string act) => (state, act) switch
    {
        (Kept, Lend) => Lent,
        (Lent, Return) => Kept,
        (Kept, Move) => Kept,
        (Kept, Release) => Released,
        _ => null,
    };
}

/// <summary>The numbered refusals of the vault, in the order in which they are looked for.</summary>
internal static class CertificateRefusals
{
    public static Refusal There(string found) => LendingRefusals.Make("LEN-0751", "number", found, new("本质押尚未入库的权证", "a certificate of the pledge that is not in the vault yet"), new("这份权证已入库", "This certificate is in the vault already"));

    public static Refusal Step(string act, string state) => LendingRefusals.Make("LEN-0752", "act", act, Words.Same(state), new("权证所处状态不能办理这一步", "The certificate as it is does not take this step"));

    public static Refusal Backwards(DateOnly found, DateOnly last) => LendingRefusals.Make("LEN-0753", "on", $"{found:yyyy-MM-dd}", Words.Same($"≥ {last:yyyy-MM-dd}"), new("早于上一步的日期", "Before the day of the last step"));

    public static Refusal Standing(string contract, string state) => LendingRefusals.Make("LEN-0754", "pledge", $"{contract}: {state}", new("已解除或已失去的质押", "a pledge that is released or lost"), new("质押尚在，权证不能出库", "The pledge stands; the certificate cannot go out for good"));
}
