using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Office.Printing;

/// <summary>The numbered refusals of printing a page to PDF.</summary>
public static class PrintingRefusals
{
    public static Refusal NoBrowser() => New("OFF-0201", "—",
        new("本机装有 Chromium，或环境变量 ZHIRONG_CHROMIUM 指明其位置", "Chromium on this machine, or its place in ZHIRONG_CHROMIUM"),
        new("本机没有可用的 Chromium，无法生成 PDF；可改用网页打印或 DOCX", "There is no Chromium on this machine to make the PDF; print the page or take the DOCX instead"));

    public static Refusal TimedOut(TimeSpan limit) => New("OFF-0202", $"> {limit.TotalSeconds:0} s",
        new($"{limit.TotalSeconds:0} 秒内完成", $"done within {limit.TotalSeconds:0} s"),
        new("生成 PDF 超时，已停止", "Making the PDF took too long and was stopped"));

    public static Refusal Failed(string found) => New("OFF-0203", found,
        new("Chromium 写出 PDF 文件", "a PDF file written by Chromium"),
        new("Chromium 未能生成 PDF", "Chromium did not make the PDF"));

    private static Refusal New(string code, string found, Words expected, Words message) =>
        new() { Code = code, Path = "", Found = found, Expected = expected, Message = message };
}
