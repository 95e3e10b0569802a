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
            if (CaseFolders.Open(id) is { Ok: true } source && CaseRun.Play(source.Value, references, null, null, new(() => desk, Kept: true)) is { Run: null } refused)
            {
                Console.Error.WriteLine($"{id}: {string.Join("; ", refused.Refusals.Select(r => $"{r.Refusal.Code} {r.Refusal.Path} {r.Refusal.Message.Zh} / {r.Refusal.Message.En}"))}");
            }
        }
    }
}
