using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Subsidies;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy;

/// <summary>The rules of aid as later rooms compute by them, in the name of the viewer of their context. It tells nothing of cases or of what caps have left.</summary>
/// <param name="shipped">The schemes that come with the product.</param>
/// <param name="rates">Published reference rates.</param>
public sealed class AidDoor(IReadOnlyList<ShippedScheme> shipped, IReferenceRates rates)
{
    /// <summary>Where rules look up reference rates.</summary>
    public IReferenceRates Rates => rates;

    /// <summary>Of every scheme of aid the viewer may see the text in force today, by code.</summary>
    public IReadOnlyList<SubsidyRule> Rules(ZhirongContext read) =>
        [.. SchemeShelf.Of(read, shipped).Where(s => s.Scheme.Aid is not null).GroupBy(s => s.Scheme.Head.Id).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => SchemeShelf.InForce(g, read.Today)?.Scheme.Aid).OfType<SubsidyRule>()];
}
