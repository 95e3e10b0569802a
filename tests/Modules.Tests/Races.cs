using Xunit;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests;

/// <summary>What came of a race, told at the end of a run: how many asked at one moment, how many got it.</summary>
internal static class Races
{
    /// <param name="what">What was raced for.</param>
    /// <param name="kind">The database.</param>
    /// <param name="asked">How many asked at the same moment.</param>
    /// <param name="won">How many got it.</param>
    /// <param name="refused">Codes of the others, or words.</param>
    public static void Told(string what, DatabaseKind kind, int asked, int won, params IEnumerable<string> refused) =>
        TestContext.Current.TestOutputHelper?.WriteLine($"race: {what}, {kind}: {asked} at once, {won} won{string.Concat(refused.GroupBy(r => r).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $", {g.Count()} × {g.Key}"))}");
}
