using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Office.Printing;

/// <summary>Prints a page to PDF with the machine's Chromium: a process of its own each time, without network, profile or scripts.</summary>
/// <param name="browser">Path of the program; null when the machine has none.</param>
public sealed class PagePrinter(string? browser)
{
    private static readonly string[] Candidates = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>More at once, by whichever printer, only make each other slow.</summary>
    private static readonly SemaphoreSlim Turn = new(2);

    /// <summary>The longest one printing may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether there is a browser to print with.</summary>
    public bool Ready => browser is not null;

    /// <summary>The printer of this machine: ZHIRONG_CHROMIUM, else Chromium or Chrome on the PATH.</summary>
    public static PagePrinter OfMachine()
    {
        var given = Environment.GetEnvironmentVariable("ZHIRONG_CHROMIUM");
        return new(string.IsNullOrEmpty(given) ? Candidates.Select(OnPath).FirstOrDefault(found => found is not null) : File.Exists(given) ? given : OnPath(given));
    }

    /// <summary>The page as PDF, or why not (OFF-0201 … OFF-0203); the same page and moment give the same bytes.</summary>
    /// <param name="html">A whole page that needs nothing from elsewhere.</param>
    /// <param name="moment">What the file states as its date.</param>
    /// <param name="cancellation">Ends the browser with its children.</param>
    public async Task<Result<byte[]>> Print(string html, DateTimeOffset moment, CancellationToken cancellation)
    {
        if (browser is null)
        {
            return PrintingRefusals.NoBrowser();
        }

        await Turn.WaitAsync(cancellation);
        var folder = Directory.CreateTempSubdirectory("zhirong-print-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            await File.WriteAllTextAsync(page, html, new UTF8Encoding(false), cancellation);
            var said = await Run(Start(folder.FullName, page, pdf), cancellation);
            if (!said.Ok)
            {
                return Result<byte[]>.Refused(said.Refusals);
            }

            var bytes = File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancellation) : [];
            return bytes.AsSpan().StartsWith("%PDF-"u8) ? PdfStamp.Set(bytes, moment) : PrintingRefusals.Failed(said.Value);
        }
        finally
        {
            Turn.Release();
            Remove(folder);
        }
    }

    private ProcessStartInfo Start(string folder, string page, string pdf)
    {
        var start = new ProcessStartInfo(browser!) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = folder };
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-extensions", "--no-first-run", "--no-default-browser-check", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer",
            "--generate-pdf-document-outline", $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>What the browser said last, once it has ended by itself.</summary>
    private async Task<Result<string>> Run(ProcessStartInfo start, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception problem)
        {
            return PrintingRefusals.Failed(problem.Message);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await output;
            var said = (await errors).TrimEnd();
            return $"exit {process.ExitCode}: {said[Math.Max(0, said.LastIndexOf('\n'))..].Trim()}";
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            return PrintingRefusals.TimedOut(Limit);
        }
    }

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>A browser that is still closing may hold a file for a moment; what is left then lies in the temporary folder.</summary>
    private static void Remove(DirectoryInfo folder)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(50);
            }
            catch (UnauthorizedAccessException)
            {
                return;
            }
        }
    }
}
