using System.Globalization;
using System.Text.Json;
using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Access.Model;

/// <summary>What a role lets its holders do.</summary>
/// <param name="Act">An act (<c>ledger.book.open</c>), all of a room or noun (<c>ledger.*</c>, <c>ledger.hold.*</c>), all reading (<c>*.read</c>), or <c>*</c>.</param>
/// <param name="Limit">Largest amount in yuan, such as <c>5000000.00</c>; null without limit.</param>
public sealed record Grant(string Act, string? Limit = null)
{
    private const string AllReading = "*.read";

    /// <summary>Whether it covers an act; reading a file of answers (<c>payments.answer.read</c>) is no reading of a room.</summary>
    public bool Covers(string act) =>
        Act == "*" || Act == act
        || (Act == AllReading && act.EndsWith(".read", StringComparison.Ordinal) && act.AsSpan().Count('.') == 1)
        || (Act.EndsWith(".*", StringComparison.Ordinal) && act.StartsWith(Act[..^1], StringComparison.Ordinal));

    /// <summary>Whether it can be read as a grant: at most 80 lower-case letters, digits, points, hyphens and stars in the places named above.</summary>
    public static bool IsAct(string act) => act.Length is > 0 and <= 80 && act.Split('.') is var parts
        && parts.All(part => part == "*" || (part.Length > 0 && part.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
        && (act is "*" or AllReading || (parts.Length > 1 && !parts.SkipLast(1).Contains("*")));

    internal Money? LimitMoney => Limit is null ? null : ReadLimit(Limit);

    /// <summary>Yuan above zero with at most two decimals; null where it is none.</summary>
    internal static Money? ReadLimit(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan > 0 && yuan * 100 == decimal.Truncate(yuan * 100) && yuan <= Money.Limit.Yuan
            ? Money.Cny(yuan)
            : null;
}

/// <summary>All that the roles of one person let him do in one organisation.</summary>
public sealed record Grants(IReadOnlyList<Grant> All)
{
    public static Grants None { get; } = new([]);

    public bool Allow(string act) => All.Any(g => g.Covers(act));

    /// <summary>Whether some role lets him do it up to the amount; a limit holds for the amount of one act.</summary>
    public bool Allow(string act, Money amount) => All.Any(g => g.Covers(act) && (g.LimitMoney is not { } limit || amount <= limit));

    /// <summary>The largest amount for an act; null without limit. Asked only where the act is allowed.</summary>
    public Money? LimitOf(string act) => All.Where(g => g.Covers(act)).Any(g => g.Limit is null) ? null : All.Where(g => g.Covers(act)).Max(g => g.LimitMoney);

    internal static IReadOnlyList<Grant> Read(string json) => JsonSerializer.Deserialize<List<Grant>>(json, JsonSerializerOptions.Web) ?? [];

    internal static string Write(IReadOnlyList<Grant> grants) => JsonSerializer.Serialize(grants, JsonSerializerOptions.Web);
}
