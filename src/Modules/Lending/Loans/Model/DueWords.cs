namespace Zhirong.Modules.Lending.Loans.Model;

/// <summary>How near the day of something that is to be done lies, as lists are asked for it.</summary>
internal static class DueWords
{
    /// <summary>Its day gone by; within seven days; within thirty.</summary>
    public static string[] All { get; } = ["overdue", "week", "month"];
}
