using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Host;

/// <summary>The loan prime rates that come with the product, as schemes ask for them.</summary>
internal sealed class PublishedRates(LprTable table) : IReferenceRates
{
    private const string File = "data/rates/lpr.csv";

    public Result<ReferenceQuote> At(string curve, DateOnly on)
    {
        var quote = table.At(on, curve == ReferenceRate.Curves[0] ? LprTenor.OneYear : LprTenor.FiveYears);
        return quote.Ok ? new ReferenceQuote(curve, on, quote.Value.Published, quote.Value.Rate, File) : Result<ReferenceQuote>.Refused(quote.Refusals);
    }
}
