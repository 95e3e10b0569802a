using Zhirong.Cases;

namespace Zhirong.Host.Serve;

/// <summary>
/// Plays what the founding cases do on the running product onto a new demonstration, so that it opens with books, payments and
/// evidence and not with empty pages.
/// </summary>
internal static class FoundingStories
{
    /// <summary>
    /// Plays them in the order of their deals, each on the days of its deal. A story that cannot be played leaves the demonstration
    /// without it, and says so.
    /// </summary>
    public static void Play(ServeOptions options)
    {
        var references = CaseFolders.References();
        var cases = CaseFolders.Ids.Select(CaseFolders.Open).Where(source => source.Ok).Select(source => source.Value).OrderBy(CaseRun.Begins).ToList();
        using var server = CaseServer.Open(options.Data, null, options.Keys);
        foreach (var source in cases)
        {
            var played = CaseRun.Play(source, references, null, null, new(() => server.Desk, Kept: true));
            foreach (var refusal in played.Run?.Stopped.Select(s => s.Reason) ?? played.Refusals.Select(r => r.Refusal))
            {
                Console.Error.WriteLine($"{source.File}: {refusal.Code} {refusal.Path} {refusal.Message.Zh} / {refusal.Message.En}");
            }
        }
    }
}
