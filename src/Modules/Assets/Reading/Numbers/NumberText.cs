using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Numbers;

/// <summary>Numbers of offices in every spelling, brought to one form.</summary>
internal static class NumberText
{
    private const int Longest = 64;

    /// <summary>
    /// An application, publication or patent number of any office; a number without an office is Chinese.
    /// </summary>
    /// <param name="use">What the column or element says it is. What the number itself shows goes before: a patent number (ZL) is the application's, a kind letter makes a publication.</param>
    public static Result<RightNumber> Patent(string raw, NumberUse use, string field, int line, string office = "CN")
    {
        var text = Plain(raw);
        if (text.Length is 0 or > Longest)
        {
            return ImportRefusals.NotANumber(field, raw, line);
        }

        if (text.StartsWith("ZL", StringComparison.Ordinal))
        {
            return Chinese(raw, text[2..], NumberUse.Application, field, line);
        }

        if (text.StartsWith("PCT/", StringComparison.Ordinal) || text.StartsWith("PCT", StringComparison.Ordinal) && text.Length > 5 && char.IsAsciiLetterUpper(text[3]))
        {
            return ForeignNumber.Pct(raw, text) is { } pct ? pct with { Use = use } : ImportRefusals.NotANumber(field, raw, line);
        }

        var named = text.Length > 3 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]) && text[..2] != "BS" ? text[..2] : null;
        if ((named ?? office) == "CN")
        {
            return Chinese(raw, named is null ? text : text[2..], use, field, line);
        }

        return ForeignNumber.Read(raw, named ?? office, named is null ? text : text[2..], use) is { } foreign ? foreign : ImportRefusals.NotANumber(field, raw, line);
    }

    /// <summary>Several numbers of one cell, separated as texts are.</summary>
    public static IEnumerable<string> Parts(string cell) => ListText.Split(cell).Where(p => p.Length > 0);

    private static Result<RightNumber> Chinese(string raw, string text, NumberUse use, string field, int line)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var body = point < 0 ? text : text[..point];
        var digits = body.AsSpan().IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? body.Length : end;
        var tail = body[digits..];
        if (point >= 0)
        {
            return text.Length == point + 2 && tail.Length == 0 ? Application(raw, body, text[^1], field, line) : ImportRefusals.NotANumber(field, raw, line);
        }

        switch (digits)
        {
            case CnApplicationNumber.Long when tail is "":
            case CnApplicationNumber.Short when tail is "" && use == NumberUse.Application:
                return Application(raw, body, null, field, line);
            case CnApplicationNumber.Long when tail is "X":
            case CnApplicationNumber.Short when tail is "X":
                return Application(raw, body[..digits], 'X', field, line);
            case CnApplicationNumber.Long + 1 when tail is "":
                return Application(raw, body[..^1], body[^1], field, line);

            // The exchange formats of offices write applications with the letter A.
            case CnApplicationNumber.Long when use == NumberUse.Application && tail is "A" or "U" or "D":
                return Application(raw, body[..digits], null, field, line);

            // Nine digits: publications begin with 1, 2 or 3, the old application numbers with 8, 9 or 0.
            case CnApplicationNumber.Short + 1 when tail is "" && body[0] is '8' or '9' or '0':
                return Application(raw, body[..^1], body[^1], field, line);
            case >= 7 and <= 9 when tail.Length <= 2 && (tail.Length == 0 || Kinds.Contains(tail[0], StringComparison.Ordinal)):
                return new RightNumber("CN", use == NumberUse.Application ? NumberUse.Publication : use, body[..digits], tail, raw);
            default:
                return ImportRefusals.NotANumber(field, raw, line);
        }
    }

    private const string Kinds = "ABCUYSD";

    private static Result<RightNumber> Application(string raw, string digits, char? check, string field, int line)
    {
        if (digits.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0 || !CnApplicationNumber.Plausible(digits))
        {
            return ImportRefusals.NotANumber(field, raw, line);
        }

        var expected = CnApplicationNumber.CheckDigit(digits);
        return check is { } given && given != expected
            ? ImportRefusals.CheckDigit(field, raw, expected, line)
            : new RightNumber("CN", NumberUse.Application, CnApplicationNumber.Written(digits), "", raw);
    }

    /// <summary>Folded, in capitals, without blanks and the words around a number.</summary>
    internal static string Plain(string raw)
    {
        var key = Folding.Key(raw).Replace('。', '.').Replace('×', 'X');
        if (key.StartsWith("=\"", StringComparison.Ordinal) && key.EndsWith('"'))
        {
            key = key[2..^1];
        }

        key = key.TrimStart('\'').Trim('"');
        foreach (var word in (ReadOnlySpan<string>)["专利号", "申请号", "公开号", "公告号", "NO.", "NO:"])
        {
            key = key.StartsWith(word, StringComparison.Ordinal) ? key[word.Length..] : key;
        }

        key = key.TrimStart(':');
        return key.StartsWith('第') && key.EndsWith('号') ? key[1..^1] : key;
    }
}
