namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>A rate as an input, with the whole numbers it is made of.</summary>
internal sealed record RateCells(LiveCell Rate, LiveCell Numerator, LiveCell Denominator);

/// <summary>A tranche's terms; a residual tranche without a coupon has no rate to change.</summary>
internal sealed record TrancheCells(LiveCell Size, RateCells? Coupon);

/// <summary>A fee's terms; a term the fee does not have is null.</summary>
internal sealed record FeeCells(RateCells? Rate, LiveCell? Amount, RateCells? Vat, RateCells? Surcharge, LiveCell? CapAmount, RateCells? CapRate);

/// <summary>A support's terms; the limit is null for a reserve, its cell blank for an unlimited provider.</summary>
internal sealed record SupportCells(LiveCell? Limit, LiveCell? Initial, LiveCell? Target);

internal sealed record CapCells(LiveCell? Amount, RateCells? Rate);

/// <summary>One obligor's contract as inputs, with what its instalments are computed from.</summary>
internal sealed record ObligorCells(LiveCell Principal, RateCells Rate, LiveCell? Instalment);
