using Zhirong.Cases;
using Zhirong.Platform.Storage;

namespace Zhirong.Host.Serve;

/// <summary>
/// Plays what the founding cases do on the running product onto a new demonstration, so that it opens with books, payments and
/// evidence and not with empty pages.
/// </summary>
internal static class FoundingStories
{
    /// <summary>
    /// Makes the demonstration. In a folder it is made aside and put in place when whole: a start that is broken off leaves nothing
    /// behind that the next would take for a demonstration.
    /// </summary>
    /// <param name="tell">Told how many cases are played, how many there are and which is next.</param>
    public static void Make(ServeOptions options, Action<int, int, string> tell, CancellationToken cancel)
    {
        if (options.Data.Contains('=', StringComparison.Ordinal))
        {
            Play(options, tell, cancel);
            return;
        }

        var aside = Path.Combine(options.Data, "loading");
        if (Directory.Exists(aside))
        {
            Directory.Delete(aside, true);
        }

        var own = Directory.Exists(options.KeyFolder);
        Play(options with { Data = aside, Keys = own || options.Keys is not null ? options.KeyFolder : null }, tell, cancel);
        cancel.ThrowIfCancellationRequested();
        foreach (var folder in Directory.GetDirectories(aside))
        {
            Directory.Move(folder, Path.Combine(options.Data, Path.GetFileName(folder)));
        }

        // The database itself comes last: with it the demonstration is there.
        foreach (var file in Directory.GetFiles(aside).OrderBy(f => Path.GetFileName(f) == Store.FileName))
        {
            File.Move(file, Path.Combine(options.Data, Path.GetFileName(file)));
        }

        Directory.Delete(aside);
    }

    /// <summary>
    /// Plays them in the order of their deals, each on the days of its deal. A story that cannot be played leaves the demonstration
    /// without it, and says so.
    /// </summary>
    private static void Play(ServeOptions options, Action<int, int, string> tell, CancellationToken cancel)
    {
        var references = CaseFolders.References();
        var cases = CaseFolders.Ids.Select(CaseFolders.Open).Where(source => source.Ok).Select(source => source.Value).OrderBy(CaseRun.Begins).ToList();
        tell(0, cases.Count, "");
        using var server = CaseServer.Open(options.Data, null, options.Keys);
        foreach (var (count, source) in cases.Index())
        {
            cancel.ThrowIfCancellationRequested();
            tell(count, cases.Count, CaseRun.Read(source).Case?.Title.Zh ?? source.File);
            var played = CaseRun.Play(source, references, null, null, new(() => server.Desk, Kept: true));
            foreach (var refusal in played.Run?.Stopped.Select(s => s.Reason) ?? played.Refusals.Select(r => r.Refusal))
            {
                Console.Error.WriteLine($"{source.File}: {refusal.Code} {refusal.Path} {refusal.Message.Zh} / {refusal.Message.En}");
            }
        }
    }
}
