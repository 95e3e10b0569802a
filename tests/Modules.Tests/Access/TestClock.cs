using System.Globalization;

namespace Zhirong.Modules.Tests.Access;

/// <summary>A clock the test moves.</summary>
internal sealed class TestClock(string start) : TimeProvider
{
    private DateTimeOffset now = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);

    public override DateTimeOffset GetUtcNow() => now;

    public void Forward(TimeSpan time) => now += time;
}
