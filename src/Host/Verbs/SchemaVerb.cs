using System.CommandLine;

namespace Zhirong.Host.Verbs;

internal static class SchemaVerb
{
    public static Command Command() => new("schema");
}
