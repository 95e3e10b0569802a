using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit;

/// <summary>The numbered refusals of credit calculations.</summary>
public static class CreditRefusals
{
    public static Refusal RateRow(int line, string row) =>
        (Make("CRED-0101", "lpr", row.Length <= 60 ? row : row[..60], Words.Same("date,lpr_1y,lpr_5y"), new("LPR 表有一行读不懂，或日期未递增", "A row of the LPR table cannot be read, or its date does not rise")) with { Line = line, Column = 1 });

    public static Refusal BeforeFirst(DateOnly date, DateOnly first) =>
        Make("CRED-0102", "lpr", $"{date:yyyy-MM-dd}", Words.Same($"≥ {first:yyyy-MM-dd}"), new("报价日早于 LPR 表首次公布日", "The quote date is before the first publication of the LPR table"));

    public static Refusal AfterLast(DateOnly date, DateOnly last) =>
        Make("CRED-0103", "lpr", $"{date:yyyy-MM-dd}", new($"{last:yyyy-MM-dd} 之后 {LprTable.LongestGap} 天以内", $"within {LprTable.LongestGap} days of {last:yyyy-MM-dd}"), new("LPR 表尚无报价日当期的公布值", "The LPR table does not reach the quote date"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
