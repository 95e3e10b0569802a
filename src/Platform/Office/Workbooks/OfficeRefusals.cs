using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Office.Workbooks;

/// <summary>The numbered refusals of reading a workbook file, in the order they are tested.</summary>
public static class OfficeRefusals
{
    private static readonly Words Xlsx = new("Excel 2007 及以后的 .xlsx 文件", "a .xlsx file of Excel 2007 or later");

    public static Refusal Empty() => New("OFF-0101", "0 bytes", Xlsx, new("文件是空的", "The file is empty"));

    public static Refusal TooLarge(long bytes, int limit) => New("OFF-0102", $"{bytes} bytes", new($"不超过 {limit} 字节", $"at most {limit} bytes"),
        new("文件过大，未读入", "The file is too large and was not read"));

    public static Refusal Encrypted() => New("OFF-0103", "EncryptedPackage", new("没有打开密码的 .xlsx 文件", "a .xlsx file without a password"),
        new("文件有打开密码，请在 Excel 中取消密码后另存", "The file is protected by a password; save it again without one"));

    public static Refusal OldFormat() => New("OFF-0104", "OLE2", Xlsx,
        new("这是旧版 .xls 文件，请在 Excel 中另存为 .xlsx", "This is an old .xls file; save it as .xlsx"));

    public static Refusal NotZip(string found) => New("OFF-0105", found, Xlsx, new("这不是 Excel 工作簿", "This is not an Excel workbook"));

    public static Refusal Damaged(string found) => New("OFF-0106", found, new("完整的 .xlsx 文件", "a complete .xlsx file"),
        new("文件已损坏或不完整", "The file is damaged or incomplete"));

    public static Refusal TooManyEntries(int found, int limit) => New("OFF-0107", $"{found}", new($"至多 {limit} 个部件", $"at most {limit} parts"),
        new("压缩包内部件过多，未读入", "The archive has too many parts and was not read"));

    public static Refusal TooMuch(string part, Words limit) => New("OFF-0108", part, limit,
        new("展开后过大，未读入（疑似压缩炸弹）", "It unpacks to too much and was not read (it looks like a zip bomb)"));

    public static Refusal NotWorkbook(string found) => New("OFF-0109", found, Xlsx,
        new("压缩包里没有 Excel 工作簿", "The archive holds no Excel workbook"));

    public static Refusal Dtd(string part) => New("OFF-0110", part, new("没有 DTD 的部件", "parts without a DTD"),
        new("文件内含 DTD 声明，拒绝读取", "The file declares a DTD and was refused"));

    public static Refusal BadPart(string part, string problem) => New("OFF-0111", $"{part}: {problem}", new("合法的工作簿部件", "well-formed workbook parts"),
        new("工作簿内容已损坏", "The workbook's content is damaged"));

    public static Refusal TooManySheets(int found, int limit) => New("OFF-0112", $"{found}", new($"至多 {limit} 张工作表", $"at most {limit} sheets"),
        new("工作表过多，未读入", "The workbook has too many sheets and was not read"));

    public static Refusal TooManyCells(int limit) => New("OFF-0113", $"> {limit}", new($"至多 {limit} 个有值的单元格", $"at most {limit} cells with values"),
        new("单元格过多，未读入", "The workbook has too many cells and was not read"));

    private static Refusal New(string code, string found, Words expected, Words message) =>
        new() { Code = code, Path = "", Found = found, Expected = expected, Message = message };
}
