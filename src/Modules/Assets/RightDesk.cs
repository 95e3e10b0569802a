using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets;

/// <summary>What the room's use cases work with.</summary>
internal sealed class RightDesk(Store store, RegisterLaw law, TimeProvider clock)
{
    public Store Store => store;

    public RegisterLaw Law => law;

    public TimeProvider Clock => clock;

    /// <summary>The day in China.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
