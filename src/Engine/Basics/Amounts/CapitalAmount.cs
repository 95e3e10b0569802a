using System.Text;

namespace Zhirong.Engine.Basics;

/// <summary>人民币大写: amounts in the characters that cannot be altered on paper.</summary>
internal static class CapitalAmount
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private const string Places = "元拾佰仟";
    private const string Known = Digits + "拾佰仟万亿元角分整负";

    /// <summary>Whether a text is meant to be capitals: it has a capital digit and no other.</summary>
    public static bool LooksLike(string plain) =>
        plain.Any(Digits.Contains) && !plain.Any(char.IsAsciiDigit);

    /// <remarks>
    /// 《支付结算办法》（银发〔1997〕393号）附件一 正确填写票据和结算凭证的基本规定: 整 after 元 and none after 角 or 分 (第二条); zeros
    /// inside are one 零, and where 元 is 0 but 角 is not, 零 is written after 元, the first form the rule gives (第四条).
    /// A negative amount begins with 负, which the rule does not know.
    /// </remarks>
    public static string Write(Money amount)
    {
        var fen = amount.Fen;
        var size = fen < 0 ? (ulong)(-(fen + 1)) + 1 : (ulong)fen;
        var (yuan, jiao, cent) = (size / 100, (int)(size / 10 % 10), (int)(size % 10));
        var text = new StringBuilder(fen < 0 ? "负" : "");
        if (yuan > 0)
        {
            Whole(text, yuan);
            text.Append('元');
        }
        else if (size == 0)
        {
            text.Append("零元");
        }

        if (jiao == 0 && cent == 0)
        {
            return text.Append('整').ToString();
        }

        if (yuan > 0 && (jiao == 0 || yuan % 10 == 0))
        {
            text.Append('零');
        }

        AppendPlace(text, jiao, '角');
        AppendPlace(text, cent, '分');
        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> writes; 圆 for 元, 正 for 整, a 整 after 角 and the optional 零 may differ.</summary>
    public static Result<Money> Read(string plain, string path, bool allowNegative)
    {
        var text = plain.Replace('圆', '元').Replace('正', '整');
        text = text.StartsWith("人民币", StringComparison.Ordinal) ? text[3..] : text;
        if (text.Length > 64 || !text.All(Known.Contains) || !text.Any(Digits.Contains)
            || !ZerosStandWell(text) || !EndStandsWell(text)
            || Total(text) is not { } fen)
        {
            return AmountRefusals.NotCapital(path, plain);
        }

        // The text is well formed exactly when the rule would have written it, but for the characters it leaves free.
        var amount = Money.OfFen(text[0] == '负' ? -fen : fen);
        if (Bare(Write(amount)) != Bare(text))
        {
            return AmountRefusals.NotCapital(path, plain);
        }

        return amount < Money.Zero && !allowNegative ? AmountRefusals.Negative(path, plain) : amount;
    }

    private static void Whole(StringBuilder text, ulong yuan)
    {
        if (yuan >= 100_000_000)
        {
            Whole(text, yuan / 100_000_000);
            text.Append('亿');
            Rest(text, yuan % 100_000_000, 10_000_000);
        }
        else if (yuan >= 10_000)
        {
            Whole(text, yuan / 10_000);
            text.Append('万');
            Rest(text, yuan % 10_000, 1_000);
        }
        else
        {
            Section(text, (int)yuan);
        }
    }

    private static void Rest(StringBuilder text, ulong rest, ulong full)
    {
        if (rest == 0)
        {
            return;
        }

        if (rest < full)
        {
            text.Append('零');
        }

        Whole(text, rest);
    }

    /// <summary>One to four digits: 1001 is 壹仟零壹.</summary>
    private static void Section(StringBuilder text, int value)
    {
        var started = false;
        var gap = false;
        for (var (place, unit) = (3, 1000); place >= 0; place--, unit /= 10)
        {
            var digit = value / unit % 10;
            if (digit == 0)
            {
                gap = started;
                continue;
            }

            if (gap)
            {
                text.Append('零');
            }

            text.Append(Digits[digit]);
            if (place > 0)
            {
                text.Append(Places[place]);
            }

            (started, gap) = (true, false);
        }
    }

    private static void AppendPlace(StringBuilder text, int digit, char place)
    {
        if (digit > 0)
        {
            text.Append(Digits[digit]).Append(place);
        }
    }

    /// <summary>零 stands once at a time, after a unit and before a digit, or at the very start of 零元.</summary>
    private static bool ZerosStandWell(string text)
    {
        for (var i = text.IndexOf('零', StringComparison.Ordinal); i >= 0; i = text.IndexOf('零', i + 1))
        {
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            var well = i == 0 || text[i - 1] == '负' ? next == '元' : Digits.IndexOf(next, StringComparison.Ordinal) > 0
                && Digits.IndexOf(text[i - 1], StringComparison.Ordinal) < 0;
            if (!well)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>整 stands at the end or not at all, and never after 分.</summary>
    private static bool EndStandsWell(string text)
    {
        var at = text.IndexOf('整', StringComparison.Ordinal);
        return at < 0 || (at == text.Length - 1 && text[^2] != '分');
    }

    /// <summary>The sum of the text's digits times their units in fen; null when it is above the limit of money.</summary>
    private static long? Total(string text)
    {
        UInt128 yuan = 0, myriads = 0, section = 0, digit = 0, fen = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case '拾' or '佰' or '仟':
                    section += digit * (c switch { '拾' => 10u, '佰' => 100u, _ => 1000u });
                    digit = 0;
                    break;
                case '万':
                    myriads += (section + digit) * 10_000;
                    (section, digit) = (0, 0);
                    break;
                case '亿':
                    yuan = (yuan + myriads + section + digit) * 100_000_000;
                    (myriads, section, digit) = (0, 0, 0);
                    break;
                case '元':
                    fen += (yuan + myriads + section + digit) * 100;
                    (yuan, myriads, section, digit) = (0, 0, 0, 0);
                    break;
                case '角' or '分':
                    fen += digit * (c == '角' ? 10u : 1u);
                    digit = 0;
                    break;
                default:
                    digit = (UInt128)Math.Max(0, Digits.IndexOf(c, StringComparison.Ordinal));
                    break;
            }

            if (yuan > (UInt128)Money.Limit.Fen || fen > (UInt128)Money.Limit.Fen)
            {
                return null;
            }
        }

        return (long)fen;
    }

    private static string Bare(string text) =>
        text.Replace("零", "", StringComparison.Ordinal).Replace("整", "", StringComparison.Ordinal);
}
