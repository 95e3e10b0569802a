using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;

namespace Zhirong.Modules.Securitization;

/// <summary>The published facts every calculation of the room starts from.</summary>
/// <param name="Holidays">Public holidays and make-up days.</param>
/// <param name="Lpr">Loan prime rates.</param>
public sealed record MarketData(HolidayTable Holidays, LprTable Lpr);
