namespace Zhirong.Platform.Access.Model;

/// <summary>The calendar day in China.</summary>
internal static class Days
{
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
}
