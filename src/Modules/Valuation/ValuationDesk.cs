using System.Reflection;
using Zhirong.Engine.Appraisal.Parameters;
using Zhirong.Modules.Assets;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation;

/// <summary>What the room's use cases work with.</summary>
internal sealed class ValuationDesk(Store store, RightDoor rights, ParameterSet parameters, IReadOnlyList<ShippedRubric> rubrics, MarketRules market, TimeProvider clock)
{
    /// <summary>Version of the program, as results name it.</summary>
    public static string Engine { get; } = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public Store Store => store;

    public RightDoor Rights => rights;

    public ParameterSet Parameters => parameters;

    /// <summary>The rubrics that come with the product.</summary>
    public IReadOnlyList<ShippedRubric> Shipped => rubrics;

    /// <summary>How the market is read.</summary>
    public MarketRules Market => market;

    public TimeProvider Clock => clock;

    /// <summary>The day in China.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
