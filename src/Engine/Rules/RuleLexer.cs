using System.Globalization;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules;

internal enum TokenKind
{
    Constant,
    Name,
    Symbol,
    Template,
    End,
}

internal readonly record struct Token(TokenKind Kind, string Text, RuleValue Value, int Column);

/// <summary>Characters to tokens: numbers, ISO dates, grades (<c>AA-</c> is a grade, never a subtraction), names, operators.</summary>
internal static class RuleLexer
{
    private static readonly string[] Symbols = [">=", "<=", "==", "!=", ">", "<", "+", "-", "*", "/", "(", ")", ","];
    private static readonly string[] PolicySymbols = [">=", "<=", "==", "!=", "..", ">", "<", "+", "-", "*", "/", "(", ")", ",", "[", "]", ":", "$", "#"];

    /// <summary>Signs people type for the same thing.</summary>
    private static readonly Dictionary<char, string> Signs = new() { ['≥'] = ">=", ['≤'] = "<=", ['≠'] = "!=", ['＞'] = ">", ['＜'] = "<", ['，'] = ",", ['（'] = "(", ['）'] = ")" };

    public static Result<List<Token>> Read(string text, RuleDialect dialect = RuleDialect.Deal)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = dialect == RuleDialect.Policy ? OfPolicy(text, at, out var refusal, out var length) : Next(text, at, Symbols, out refusal, out length);
            if (refusal is not null)
            {
                return refusal;
            }

            tokens.Add(token);
            at += length;
        }

        tokens.Add(new(TokenKind.End, "", default, text.Length + 1));
        return tokens;
    }

    /// <summary>What policies have beyond deals: texts, templates, brackets, and the signs of a Chinese keyboard.</summary>
    private static Token OfPolicy(string text, int at, out Refusal? refusal, out int length)
    {
        (refusal, length) = (null, 1);
        var c = text[at];
        if (Signs.TryGetValue(c, out var sign))
        {
            return new(TokenKind.Symbol, sign, default, at + 1);
        }

        return c is '"' or '\'' or '`' or '“' ? Quoted(text, at, c == '“' ? '”' : c, out refusal, out length) : Next(text, at, PolicySymbols, out refusal, out length);
    }

    private static Token Quoted(string text, int at, char close, out Refusal? refusal, out int length)
    {
        var (made, end) = (new System.Text.StringBuilder(), at + 1);
        while (end < text.Length && text[end] != close)
        {
            end += text[end] == '\\' && end + 1 < text.Length ? 1 : 0;
            made.Append(text[end++]);
        }

        length = Math.Min(end + 1, text.Length) - at;
        refusal = end < text.Length ? null : RuleRefusals.Text(at + 1, text[at..]);
        return new(close == '`' ? TokenKind.Template : TokenKind.Constant, made.ToString(), RuleValue.Of(made.ToString()), at + 1);
    }

    private static Token Next(string text, int at, string[] symbols, out Refusal? refusal, out int length)
    {
        refusal = null;
        var c = text[at];
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            return Number(text, at, symbols != Symbols, out refusal, out length);
        }

        if (char.IsLetter(c) || c == '_')
        {
            return Word(text, at, symbols != Symbols, out length);
        }

        foreach (var symbol in symbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0)
            {
                length = symbol.Length;
                return new(TokenKind.Symbol, symbol, default, at + 1);
            }
        }

        length = 1;
        refusal = c == '='
            ? RuleRefusals.Unexpected(at + 1, "=", new("== （相等比较）", "== (equality)"))
            : RuleRefusals.Character(at + 1, char.IsControl(c) || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : c.ToString());
        return default;
    }

    private static Token Number(string text, int at, bool ranges, out Refusal? refusal, out int length)
    {
        refusal = null;
        if (at + 10 <= text.Length && DateOnly.TryParseExact(text.AsSpan(at, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && (at + 10 == text.Length || !char.IsAsciiDigit(text[at + 10])))
        {
            length = 10;
            return new(TokenKind.Constant, text.Substring(at, 10), RuleValue.Of(date), at + 1);
        }

        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.') && !(ranges && IsRange(text, end)))
        {
            end++;
        }

        length = end - at;
        var raw = text.Substring(at, length);
        if (raw.Length > 30 || !decimal.TryParse(raw, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            refusal = RuleRefusals.Number(at + 1, raw);
            return default;
        }

        return new(TokenKind.Constant, raw, RuleValue.Of(number), at + 1);
    }

    /// <summary>The two dots of <c>[1..5]</c>.</summary>
    private static bool IsRange(string text, int at) => text[at] == '.' && at + 1 < text.Length && text[at + 1] == '.';

    private static Token Word(string text, int at, bool policy, out int length)
    {
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.') && !(policy && IsRange(text, end)))
        {
            end++;
        }

        var word = text[at..end];
        if (end < text.Length && text[end] is '+' or '-' && Grade.TryParse(text.AsSpan(at, end - at + 1), out var signed))
        {
            length = end - at + 1;
            return new(TokenKind.Constant, text.Substring(at, length), RuleValue.Of(signed), at + 1);
        }

        length = end - at;
        if (word is "true" or "false")
        {
            return new(TokenKind.Constant, word, RuleValue.Of(word == "true"), at + 1);
        }

        return !word.Contains('.', StringComparison.Ordinal) && Grade.TryParse(word, out var grade)
            ? new(TokenKind.Constant, word, RuleValue.Of(grade), at + 1)
            : new(word is "and" or "or" or "not" or "min" or "max" || (policy && word == "in") ? TokenKind.Symbol : TokenKind.Name, word, default, at + 1);
    }
}
