using System.Globalization;
using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Ledger.Model;

/// <summary>Amounts of requests: decimal strings in yuan with at most two decimals, never rounded.</summary>
internal static partial class Amounts
{
    /// <summary>An amount above zero and within <see cref="Money.Limit"/>; else LDG-0103.</summary>
    public static Result<Money> Read(string path, string text) => Parse(text) is { Fen: > 0 } amount ? amount : LedgerRefusals.Amount(path, Short(text));

    /// <summary>An amount that must be there when a rule is a limit and only then; zero is one.</summary>
    public static Result<Money?> Limit(AccountRule rule, string? text)
    {
        if (rule == AccountRule.Limit != text is not null)
        {
            return LedgerRefusals.Limit(Short(text ?? "—"), rule == AccountRule.Limit);
        }

        return text is null ? Result<Money?>.Of(null) : Parse(text) is { } limit ? Result<Money?>.Of(limit) : LedgerRefusals.Amount("limit", Short(text));
    }

    private static Money? Parse(string text) => Shape().IsMatch(text) ? Money.Cny(decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)) : null;

    private static string Short(string text) => text.Length <= 40 ? text : text[..40];

    [GeneratedRegex(@"^[0-9]{1,15}(\.[0-9]{1,2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
