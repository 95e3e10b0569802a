using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending;

/// <summary>What the room's use cases work with.</summary>
internal sealed class LendingDesk(Store store, RightDoor rights, EncumbranceDoor encumbrances, RegistryShelf registries, HolidayTable holidays, TimeProvider clock)
{
    public Store Store => store;

    public RightDoor Rights => rights;

    public EncumbranceDoor Encumbrances => encumbrances;

    public RegistryShelf Registries => registries;

    /// <summary>Working days of offices: make-up days count.</summary>
    public BusinessCalendar Calendar { get; } = new(holidays, DayKind.Bank);

    public TimeProvider Clock => clock;

    /// <summary>The day in China.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
