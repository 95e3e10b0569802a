using System.CommandLine;

namespace Zhirong.Host.Verbs;

internal static class BenchVerb
{
    public static Command Command() => new("bench");
}
