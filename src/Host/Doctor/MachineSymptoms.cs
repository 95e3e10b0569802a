using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Printing;

namespace Zhirong.Host.Doctor;

/// <summary>Runtime, pages, fonts, the browser that prints.</summary>
internal static class MachineSymptoms
{
    private static readonly string[] ChineseFonts = ["noto sans cjk", "notosanscjk", "notoserifcjk", "wqy", "sourcehansans", "simsun", "simhei", "droidsansfallback", "msyh"];

    public static Symptom Runtime()
    {
        var found = string.Create(CultureInfo.InvariantCulture, $"zhirong {CommandLine.Version}, .NET {Environment.Version}, {RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} CPU, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MiB");
        var title = new Words("运行环境", "Runtime");
        return GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < 1L << 30
            ? new("machine.runtime", Seriousness.Warning, title, Words.Same(found), new("内存不足 1 GiB，大额交易的计算会变慢或失败；请增加内存", "Less than 1 GiB of memory: large deals will be slow or fail; give the machine more"))
            : Symptom.Ok("machine.runtime", title, Words.Same(found));
    }

    /// <summary>Signatures, SM3 and TLS come from the machine's OpenSSL.</summary>
    public static Symptom Cryptography()
    {
        var title = new Words("密码库", "Cryptography");
        if (!OperatingSystem.IsLinux())
        {
            return Symptom.Ok("machine.cryptography", title, Words.Same(RuntimeInformation.OSDescription));
        }

        if (!NativeLibrary.TryLoad("libcrypto.so.3", out var library))
        {
            return new("machine.cryptography", Seriousness.Failure, title, new("没有 libcrypto.so.3", "no libcrypto.so.3"), new("请安装 OpenSSL 3（Debian 系 libssl3，红帽系 openssl-libs）", "Install OpenSSL 3 (libssl3 on Debian, openssl-libs on Red Hat and its kin)"));
        }

        NativeLibrary.Free(library);
        return Symptom.Ok("machine.cryptography", title, Words.Same("libcrypto.so.3"));
    }

    public static Symptom Pages()
    {
        var (title, page) = (new Words("网页", "Pages"), Path.Combine(Home.Folder, "web", "dist", "index.html"));
        return File.Exists(page)
            ? Symptom.Ok("machine.pages", title, Words.Same(page))
            : new("machine.pages", Seriousness.Failure, title, new($"没有 {page}", $"{page} is not there"), new("重新解包安装包；从源码运行时用 ./run 编译网页", "Unpack the archive again; from sources, ./run builds the pages"));
    }

    public static Symptom Fonts()
    {
        var title = new Words("中文字体", "Chinese fonts");
        return Font() is { } font
            ? Symptom.Ok("machine.fonts", title, Words.Same(font))
            : new("machine.fonts", Seriousness.Warning, title, new("未找到", "none found"), new("打印的 PDF 会缺字；请安装 fonts-noto-cjk", "Printed PDFs will lack characters; install fonts-noto-cjk"));
    }

    public static Symptom Printing()
    {
        var title = new Words("打印 PDF", "Printing PDFs");
        var printer = PagePrinter.OfMachine();
        if (!printer.Ready)
        {
            return new("machine.printing", Seriousness.Warning, title, new("没有 Chromium", "no Chromium"), new("无法生成 PDF（可用 DOCX 或网页打印）；请安装 chromium，或用 ZHIRONG_CHROMIUM 指明位置", "No PDFs can be made (DOCX and the page itself can); install chromium or name its place in ZHIRONG_CHROMIUM"));
        }

        var printed = printer.Print("<!doctype html><meta charset=utf-8><p>知融</p>", DateTimeOffset.UnixEpoch, CancellationToken.None).GetAwaiter().GetResult();
        return printed.Ok
            ? Symptom.Ok("machine.printing", title, new($"试打一页，{printed.Value.Length} 字节", $"printed a page of {printed.Value.Length} bytes"))
            : new("machine.printing", Seriousness.Warning, title, Words.Same($"{printed.Refusals[0].Code} {printed.Refusals[0].Found}"), new("Chromium 装有但不能打印；请以服务的用户在命令行运行它，看缺少什么", "Chromium is there but does not print; run it as the server's user and see what it lacks"));
    }

    private static string? Font()
    {
        string?[] folders = ["/usr/share/fonts", "/usr/local/share/fonts", Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".fonts") : null, "/System/Library/Fonts", "/Library/Fonts"];
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return folders.OfType<string>().Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", options))
            .FirstOrDefault(file => ChineseFonts.Any(name => Plain(file).Contains(name, StringComparison.OrdinalIgnoreCase)) || Path.GetFileName(file).StartsWith("PingFang", StringComparison.Ordinal));
    }

    private static string Plain(string file) => new StringBuilder(Path.GetFileName(file)).Replace("-", "").Replace("_", "").ToString();
}
