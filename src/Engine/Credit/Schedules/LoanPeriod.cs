namespace Zhirong.Engine.Credit.Schedules;

/// <summary>One stretch of interest and the day it is paid.</summary>
/// <param name="From">First day that bears interest.</param>
/// <param name="To">The day up to which it is counted, itself not.</param>
/// <param name="DueOn">The day it is paid; rolled on a calendar where the terms say so.</param>
/// <param name="Regular">Whole distances (<c>every</c>) it stands for: 1, for a bullet all; 0 for a stub, counted by its days.</param>
public readonly record struct LoanPeriod(DateOnly From, DateOnly To, DateOnly DueOn, int Regular);

/// <summary>A rate and the first day it bears.</summary>
public readonly record struct RateStep(DateOnly From, decimal Annual);
