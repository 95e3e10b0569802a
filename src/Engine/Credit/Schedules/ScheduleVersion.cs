namespace Zhirong.Engine.Credit.Schedules;

/// <summary>Why a schedule was laid out anew.</summary>
public enum ScheduleCause
{
    Drawn,
    Repriced,
    Prepaid,
    Extended,
    Renewed,
    Restructured,
    TakenOver,
}

/// <summary>One layout of a loan's instalments; never overwritten, only followed by another.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Parent">The version it took the place of; 0 for the first.</param>
/// <param name="Cause">Why.</param>
/// <param name="Source">Id of the event that brought it.</param>
/// <param name="Effective">From this day on.</param>
/// <param name="Instalments">Those not due yet on that day.</param>
public sealed record ScheduleVersion(int Number, int Parent, ScheduleCause Cause, string Source, DateOnly Effective, IReadOnlyList<Instalment> Instalments);
