using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Excel;

/// <summary>The numbered findings of reading a deal from the template, in the order they are tested; from XLS-0151 on they only tell.</summary>
internal static class ExcelRefusals
{
    public static Refusal NotTemplate(string sheets) => New("XLS-0101", "", sheets, new("由本系统导出的交易模板", "a deal template exported by this product"),
        new("这不是交易模板", "This workbook is not a deal template"));

    public static Refusal WrongVersion(string at, string found, string version) => New("XLS-0102", at, found, Words.Same(version),
        new("模板版本不对，请下载当前模板", "The template has another version; download the present one"));

    public static Refusal Renamed(string sheet, string found) => New("XLS-0103", $"{found}!A1", found, Words.Same(sheet),
        new($"缺少工作表“{sheet}”，“{found}”是否由它改名", $"The sheet “{sheet}” is missing; was it renamed “{found}”"));

    public static Refusal MissingSheet(string sheet) => New("XLS-0104", $"{sheet}!A1", "—", Words.Same(sheet),
        new($"缺少工作表“{sheet}”", $"The sheet “{sheet}” is missing"));

    public static Refusal MissingTable(string sheet, string mark, string title) => New("XLS-0105", $"{sheet}!A1", "—", Words.Same(mark),
        new($"工作表“{sheet}”里找不到“{title}”的键行（{mark}）", $"The key row of “{title}” ({mark}) is not on the sheet “{sheet}”"));

    public static Refusal TableTwice(string at, string mark) => New("XLS-0106", at, mark, new("每张表一次", "each table once"),
        new($"键行 {mark} 出现了两次", $"The key row {mark} appears twice"));

    public static Refusal UnknownKey(string at, string key, string? near, IEnumerable<string> known) => New("XLS-0107", at, key, Words.Same(near ?? string.Join(", ", known)),
        near is null ? new($"不认识的键 {key}", $"Unknown key {key}") : new($"不认识的键 {key}，是否想写 {near}", $"Unknown key {key}; did you mean {near}"));

    public static Refusal KeyTwice(string at, string key, string first) => New("XLS-0108", at, key, new($"每个键一次（已在 {first}）", $"each key once (already at {first})"),
        new($"重复的键 {key}", $"The key {key} appears twice"));

    public static Refusal MissingKey(string at, string key) => New("XLS-0109", at, "—", Words.Same(key),
        new($"缺少必需的键 {key}", $"The required key {key} is missing"));

    public static Refusal TooManyRows(string at, int found, int limit) => New("XLS-0110", at, $"{found}", new($"至多 {limit} 行", $"at most {limit} rows"),
        new("行数过多，本表未读入", "Too many rows; this table was not read"));

    public static Refusal Merged(string at, CellRange range) => New("XLS-0111", at, range.ToString(), new("不合并的单元格", "cells that are not merged"),
        new("数据区里有合并单元格，请取消合并并逐格填写", "Cells with data are merged; unmerge them and fill each one"));

    public static Refusal ErrorValue(string at, string found) => New("XLS-0112", at, found, new("算得出的值", "a value that can be computed"),
        new("公式出错", "The formula gives an error"));

    public static Refusal NotComputed(string at, string formula) => New("XLS-0113", at, Short(formula), new("已计算的值", "a computed value"),
        new("公式没有计算结果，请在 Excel 中打开、重算并保存", "The formula has no value yet; open the file in Excel, recalculate and save"));

    public static Refusal NotNumber(string at, string found, Words expected) => New("XLS-0114", at, Short(found), expected,
        new("这里应填数字", "A number belongs here"));

    public static Refusal NotDate(string at, string found) => New("XLS-0115", at, Short(found), new("日期，如 2026-01-20", "a date such as 2026-01-20"),
        new("这里应填日期", "A date belongs here"));

    public static Refusal NotWord(string at, string found, string? near, IEnumerable<string> words) => New("XLS-0116", at, Short(found), Words.Same(string.Join(" | ", words)),
        near is null ? new("不是可用的取值", "Not one of the known words") : new($"不是可用的取值，是否想写 {near}", $"Not one of the known words; did you mean {near}"));

    public static Refusal NotList(string at, string found) => New("XLS-0117", at, Short(found), new("以逗号分隔的多项，引号成对", "items separated by commas, quotes in pairs"),
        new("多项写法有误", "The list cannot be read"));

    public static Refusal NoKey(string at, string found) => New("XLS-0118", at, Short(found), new("同一行写有键", "a key in the same row"),
        new("有值但没有键，不知道是什么", "A value without a key"));

    public static Refusal BadPath(string at, string found) => New("XLS-0119", at, Short(found), new("如 notes.text、pool.obligors[=C01].tags[0]", "such as notes.text, pool.obligors[=C01].tags[0]"),
        new("字段路径写法有误，或所指的项不存在", "The path cannot be read or names an item that is not there"));

    public static Refusal PathTaken(string at, string found) => New("XLS-0120", at, Short(found), new("别处没有填过的字段", "a field not filled in elsewhere"),
        new("这个字段已在别处填写", "This field is filled in elsewhere already"));

    public static Refusal FormulaTaken(string at, string value) => Told("XLS-0151", Severity.Info, at, Short(value), new("公式按保存时的结果读入", "The formula was taken with the value it was saved with"));

    public static Refusal TextTaken(string at, string found, string value) => Told("XLS-0152", Severity.Info, at, Short(found), new($"文字按 {value} 读入", $"The text was read as {value}"));

    public static Refusal SheetIgnored(string sheet) => Told("XLS-0153", Severity.Info, $"{sheet}!A1", sheet, new($"工作表“{sheet}”不属于模板，未读入", $"The sheet “{sheet}” is not part of the template and was not read"));

    public static Refusal SheetEmpty(string sheet) => Told("XLS-0154", Severity.Warning, $"{sheet}!A1", "—", new($"没有工作表“{sheet}”，按空表处理", $"There is no sheet “{sheet}”; it is taken as empty"));

    public static Refusal MacrosIgnored() => Told("XLS-0155", Severity.Warning, "", "vbaProject.bin", new("文件带有宏；宏未读取、未执行，只读入单元格的值", "The file carries macros; they were neither read nor run, only cell values were"));

    public static Refusal LinksIgnored() => Told("XLS-0156", Severity.Warning, "", "externalLinks", new("文件引用了其他工作簿；未打开它们，按保存时的结果读入", "The file refers to other workbooks; they were not opened, saved values were taken"));

    public static Refusal Stray(string at, string found) => Told("XLS-0157", Severity.Warning, at, Short(found), new("这一列没有键，内容未读入", "This column has no key and was not read"));

    private static Refusal Told(string code, Severity severity, string at, string found, Words message) =>
        New(code, at, found, new("—", "—"), message) with { Severity = severity };

    private static string Short(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "…");

    private static Refusal New(string code, string path, string found, Words expected, Words message) =>
        new() { Code = code, Path = path, Found = found, Expected = expected, Message = message };
}
