using Zhirong.Cases;

namespace Zhirong.Host.Serve;

/// <summary>
/// Plays what the founding cases do on the running product onto a new demonstration, so that it opens with books, payments and
/// evidence and not with empty pages.
/// </summary>
internal static class FoundingStories
{
    /// <summary>A story that cannot be played leaves the demonstration without it, and says so.</summary>
    /// <param name="address">Of the running server.</param>
    public static void Play(Uri address)
    {
        var references = CaseFolders.References();
        using var desk = new ServedDesk(address, null);
        foreach (var id in CaseFolders.Ids)
        {
            if (CaseFolders.Open(id) is { Ok: true } source)
            {
                var played = CaseRun.Play(source.Value, references, null, null, new(() => desk, Kept: true));
                foreach (var refusal in played.Run?.Stopped.Select(s => s.Reason) ?? played.Refusals.Select(r => r.Refusal))
                {
                    Console.Error.WriteLine($"{id}: {refusal.Code} {refusal.Path} {refusal.Message.Zh} / {refusal.Message.En}");
                }
            }
        }
    }
}
