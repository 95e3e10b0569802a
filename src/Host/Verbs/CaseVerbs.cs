using System.CommandLine;

namespace Zhirong.Host.Verbs;

internal static class CaseVerbs
{
    public static Command Command() => new("case");
}
