using System.Globalization;
using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;

namespace Zhirong.Modules.Lending.Loans.Importing;

/// <summary>Cells of one row as officers write them: 23,000,000 or 2300万, 3.45%, 2026年3月5日, 等额本息.</summary>
internal sealed class LoanSheetCells(LoanSheetLine line)
{
    private static readonly string[] DayShapes = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    public List<Refusal> Faults { get; } = [];

    /// <summary>The fields that are filled in.</summary>
    public IReadOnlySet<string> Given { get; } = line.Cells.Where(c => Blank(c.Value).Length > 0).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);

    public bool Has(string field) => Given.Contains(field);

    public string Text(string field, int most, bool required = true)
    {
        var text = string.Join(' ', Of(field).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if ((text.Length == 0 && required) || text.Length > most || text.Any(char.IsControl))
        {
            Fault(field, text, new($"1 到 {most} 个字符", $"1 to {most} characters"));
        }

        return text;
    }

    /// <summary>An amount in fen; 0 where the cell is blank and need not be filled in.</summary>
    public long Fen(string field, bool required = false)
    {
        var text = Of(field).Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim('¥', '￥', ' ');
        if (text.Length == 0 && !required)
        {
            return 0;
        }

        var wan = text.EndsWith('万') || text.EndsWith("万元", StringComparison.Ordinal) || (line.Units.TryGetValue(field, out var title) && title.Contains('万', StringComparison.Ordinal));
        if (decimal.TryParse(text.TrimEnd('元').TrimEnd('万'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var found) && found >= 0 && found <= Money.Limit.Yuan && decimal.Round(found * (wan ? 10_000m : 1m), 2) is var yuan && yuan == found * (wan ? 10_000m : 1m) && yuan <= Money.Limit.Yuan)
        {
            return (long)(yuan * 100m);
        }

        Fault(field, Of(field), new("不为负、至多到分的金额", "an amount not below zero, at most to the fen"));
        return 0;
    }

    public DateOnly? Day(string field, bool required = true)
    {
        var text = Of(field).Normalize(NormalizationForm.FormKC).Split(' ', 'T')[0];
        if (text.Length == 0 && !required)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, DayShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and <= 2199)
        {
            return day;
        }

        Fault(field, Of(field), new("日期，如 2026-03-05、2026/3/5、2026年3月5日", "a day such as 2026-03-05, 2026/3/5"));
        return null;
    }

    public int? Whole(string field)
    {
        if (!Has(field))
        {
            return null;
        }

        if (int.TryParse(Of(field).TrimEnd('天', '日'), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole <= 36_500)
        {
            return whole;
        }

        Fault(field, Of(field), Words.Same("0 … 36500"));
        return null;
    }

    /// <summary>An annual rate as a fraction: a percent sign in the cell or the title says percent, a bare number above one is one as well; what could be both is refused.</summary>
    public decimal Rate()
    {
        var text = Of("rate").Normalize(NormalizationForm.FormKC);
        var percent = text.EndsWith('%') || (line.Units.TryGetValue("rate", out var title) && title.Normalize(NormalizationForm.FormKC).Contains('%', StringComparison.Ordinal));
        if (decimal.TryParse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var found) && (percent || found is < 0.5m or > 1m) && (percent || found > 1m ? found / 100m : found) is var rate && rate is >= 0 and <= 1 && decimal.Round(rate, 9) == rate)
        {
            return rate;
        }

        Fault("rate", Of("rate"), new("如 3.45%，或列名注明 %", "such as 3.45%, or % in the title"));
        return 0;
    }

    public string Code(string field)
    {
        var code = Text(field, 18, required: false).ToUpperInvariant();
        if (code.Length > 0 && CreditCode.Check(code).Outcome == CreditCodeOutcome.Invalid)
        {
            Fault(field, code, new("18 位统一社会信用代码", "a unified social credit code of 18 characters"));
        }

        return code;
    }

    /// <summary>Method and distance of interest dates in months.</summary>
    public (string Word, int Every) Method()
    {
        var text = Of("method");
        bool Says(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }

        var word = Says("等额本息", "equalInstalment", "equal instalment") ? "equalInstalment"
            : Says("等额本金", "equalPrincipal", "equal principal") ? "equalPrincipal"
            : Says("先息后本", "interestThenBullet", "interest, then") || (Says("付息", "结息") && Says("按", "分期", "定期", "每")) ? "interestThenBullet"
            : Says("利随本清", "一次性还本付息", "一次还本付息", "到期还本付息", "bullet") ? "bullet" : "";
        if (word.Length == 0)
        {
            Fault("method", text, new("等额本息、等额本金、按月（季）付息到期还本、一次还本付息", "equal instalments, equal principal, interest then bullet, bullet"));
        }

        return (word, Every(Has("every") ? Of("every") : text));
    }

    private static int Every(string text)
    {
        if (int.TryParse(text.TrimEnd('月', '个', 'M', 'm'), NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is >= 1 and <= 12)
        {
            return months;
        }

        return text.Contains('季', StringComparison.Ordinal) ? 3 : text.Contains("半年", StringComparison.Ordinal) ? 6 : text.Contains('年', StringComparison.Ordinal) ? 12 : 1;
    }

    public int? InterestDay()
    {
        if (!Has("interest_day"))
        {
            return null;
        }

        var text = Of("interest_day").Normalize(NormalizationForm.FormKC).Replace("每月", "", StringComparison.Ordinal).TrimEnd('日', '号');
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31)
        {
            return day;
        }

        Fault("interest_day", Of("interest_day"), Words.Same("1 … 31"));
        return null;
    }

    public string Class()
    {
        var text = Of("class");
        if (text.Length == 0)
        {
            return "";
        }

        foreach (var (n, word) in LoanClasses.Words.Index())
        {
            if (text.StartsWith(((LoanClass)n).Title().Zh, StringComparison.Ordinal) || string.Equals(text, word, StringComparison.OrdinalIgnoreCase) || string.Equals(text, ((LoanClass)n).Title().En, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        Fault("class", text, new("正常、关注、次级、可疑、损失", string.Join(", ", LoanClasses.Words)));
        return "";
    }

    public bool Revolving() => Of("line_kind") is var text && (text.Contains("循环", StringComparison.Ordinal) || text.Contains("revolving", StringComparison.OrdinalIgnoreCase));

    public IReadOnlyList<string> List(string field) => [.. Of(field).Split([',', ';', '，', '；', '、', '\n', ' '], StringSplitOptions.RemoveEmptyEntries).Take(200)];

    private string Of(string field) => Blank(line.Cells.GetValueOrDefault(field, ""));

    /// <summary>A dash stands for nothing.</summary>
    private static string Blank(string text) => text.Trim() is "-" or "—" or "–" or "/" or "无" ? "" : text.Trim();

    private void Fault(string field, string found, Words expected) => Faults.Add(LoanSheetRefusals.Cell(field, found, expected, line.Line));
}
