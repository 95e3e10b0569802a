using System.CommandLine;

namespace Zhirong.Host.Verbs;

internal static class DemoVerb
{
    public static Command Command() => new("demo");
}
