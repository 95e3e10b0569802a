using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Loans.Importing;

/// <summary>The numbered refusals of officers' sheets (LEN-073x the file, LEN-074x a row), in the order in which they are looked for.</summary>
internal static class LoanSheetRefusals
{
    public static Refusal Mapping(string found, int line) => LendingRefusals.Make("LEN-0731", "columns", found, Words.Same(string.Join(" | ", LoanTitles.Fields)), new("列名映射有误：没有这个字段，或同一列名给了两个字段", "The mapping is wrong: there is no such field, or a title stands for two")).At(line, 1);

    public static Refusal NotASheet(string found) => LendingRefusals.Make("LEN-0732", "file", found, new("xlsx，或 UTF-8、GBK 的 csv", "xlsx, or csv in UTF-8 or GBK"), new("不是可读的表格文件", "This is no sheet that can be read"));

    public static Refusal NoTitles(string found) => LendingRefusals.Make("LEN-0733", "file", found, Words.Same(string.Join(" | ", LoanTitles.Needed)), new("前 20 行内没有完整的列名，请补列或保存映射", "No complete row of titles in the first 20 lines; add the columns or keep a mapping"));

    public static Refusal TooMany(int found, int most) => LendingRefusals.Make("LEN-0734", "file", $"{found}", new($"1 到 {most} 行", $"1 to {most} rows"), new("表中没有贷款，或行数过多", "The sheet holds no loan, or too many"));

    public static Refusal AsOf(DateOnly found, DateOnly today) => LendingRefusals.Make("LEN-0735", "asOf", $"{found:yyyy-MM-dd}", Words.Same($"≤ {today:yyyy-MM-dd}"), new("数据日不能使用", "The day of the figures cannot be used"));

    public static Refusal Taken(string found) => LendingRefusals.Make("LEN-0736", "state", found, Words.Same("looked_at"), new("这份台账已导入", "This sheet is taken in already"));

    public static Refusal Nothing() => LendingRefusals.Make("LEN-0737", "rows", "0", new("至少一笔新的、无误的贷款", "at least one loan that is new and without fault"), new("没有可导入的贷款", "There is no loan to take in"));

    public static Refusal Cell(string field, string found, Words expected, int line) => LendingRefusals.Make("LEN-0741", field, found.Length == 0 ? "—" : found, expected, new("这一格不能使用", "The cell cannot be used")).At(line, 1);

    public static Refusal Twice(string found, int line) => LendingRefusals.Make("LEN-0742", "number", found, new("每个借据号一行", "each loan number once"), new("借据号在表中出现两次", "The loan number stands twice in the sheet")).At(line, 1);

    public static Refusal Sums(string field, string found, string expected, int line) => LendingRefusals.Make("LEN-0743", field, found, Words.Same(expected), new("金额之间不相符", "The amounts do not fit each other")).At(line, 1);

    public static Refusal Dates(string field, string found, Words expected, int line) => LendingRefusals.Make("LEN-0744", field, found, expected, new("日期之间不相符", "The days do not fit each other")).At(line, 1);

    public static Refusal Line(string found, Words expected, int line) => LendingRefusals.Make("LEN-0745", "contract", found, expected, new("合同号下已有的额度不能容纳这笔贷款", "The line under this contract number cannot hold the loan")).At(line, 1);

    public static Refusal Engine(Refusal fault, int line) => (fault with { Path = fault.Path.Length == 0 ? "terms" : fault.Path }).At(line, 1);
}
