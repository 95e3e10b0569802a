namespace Zhirong.Engine.Basics;

/// <summary>The refusals of holiday data (<c>CALD</c>) and of schedules (<c>SCHD</c>).</summary>
internal static class CalendarRefusals
{
    public static Refusal NotAYearFile(string name, string found) => new()
    {
        Code = "CALD-0101",
        Path = name,
        Found = found,
        Expected = new("含 year 与 days 的 JSON 对象", "a JSON object with year and days"),
        Message = new($"节假日文件 {name} 无法读取", $"The holiday file {name} cannot be read"),
    };

    public static Refusal NotADay(string path, string found) => new()
    {
        Code = "CALD-0102",
        Path = path,
        Found = found,
        Expected = new("date 为 yyyy-MM-dd，isOffDay 为 true 或 false", "date as yyyy-MM-dd and isOffDay true or false"),
        Message = new($"节假日条目 {path} 无效", $"The holiday entry {path} is not valid"),
    };

    public static Refusal YearTwice(string name, int year) => new()
    {
        Code = "CALD-0103",
        Path = name,
        Found = $"{year}",
        Expected = new("每个年度只有一个文件", "one file per year"),
        Message = new($"{year} 年的节假日给出了两次", $"The holidays of {year} are given twice"),
    };

    public static Refusal Contradiction(string path, DateOnly date, bool knownOff) => new()
    {
        Code = "CALD-0104",
        Path = path,
        Found = knownOff ? "isOffDay: false" : "isOffDay: true",
        Expected = Words.Same(knownOff ? "isOffDay: true" : "isOffDay: false"),
        Message = new(
            $"{date:yyyy-MM-dd} 是否放假前后矛盾",
            $"Two entries contradict each other on whether {date:yyyy-MM-dd} is a day off"),
    };

    public static Refusal LastNotHit(string path, DateOnly first, DateOnly last, Tenor tenor, DateOnly nearest) => new()
    {
        Code = "SCHD-0101",
        Path = path,
        Found = $"{first:yyyy-MM-dd} … {last:yyyy-MM-dd}",
        Expected = new(
            $"末日为首日加整数个 {tenor}，例如 {nearest:yyyy-MM-dd}",
            $"a last date a whole number of {tenor} after the first, such as {nearest:yyyy-MM-dd}"),
        Message = new(
            $"从 {first:yyyy-MM-dd} 起每 {tenor} 一期不会落在 {last:yyyy-MM-dd}",
            $"Every {tenor} from {first:yyyy-MM-dd} does not reach {last:yyyy-MM-dd}"),
    };

    public static Refusal NotATenor(string path, string found) => new()
    {
        Code = "SCHD-0102",
        Path = path,
        Found = found,
        Expected = new("1 至 9999 的整数加 D、W、M 或 Y，例如 3M", "a whole number from 1 to 9999 and D, W, M or Y, such as 3M"),
        Message = new($"“{found}”不是期限", $"“{found}” is not a tenor"),
    };
}
