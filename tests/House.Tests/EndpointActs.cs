using System.Text.RegularExpressions;

namespace Zhirong.House.Tests;

/// <summary>Every endpoint names its act where it is mapped: <c>.Act</c>, <c>.Reads</c>, <c>.ForOneself</c> or <c>.ForAnybody</c>.</summary>
internal static partial class EndpointActs
{
    public static IEnumerable<Breach> Unnamed(string file, string source)
    {
        var code = SourceText.CodeOnly(source);
        return Mapped().Matches(code).Where(match => !Named().IsMatch(Statement(code, match.Index)))
            .Select(match => new Breach(file, SourceText.LineAt(code, match.Index), $"an endpoint without an act: {match.Value}"));
    }

    /// <summary>From the mapping to the end of its statement.</summary>
    private static string Statement(string code, int from)
    {
        var depth = 0;
        for (var i = from; i < code.Length; i++)
        {
            depth += code[i] is '(' or '{' or '[' ? 1 : code[i] is ')' or '}' or ']' ? -1 : 0;
            if (depth < 0 || (depth == 0 && code[i] == ';'))
            {
                return code[from..i];
            }
        }

        return code[from..];
    }

    [GeneratedRegex(@"\.Map(?:Get|Post|Put|Delete|Patch|Methods|Fallback|OpenApi)\(")]
    private static partial Regex Mapped();

    [GeneratedRegex(@"\)\s*\.(?:Act|Reads|ForOneself|ForAnybody)\(")]
    private static partial Regex Named();
}

public sealed class EndpointActsTests
{
    [Fact]
    public void OurEndpoints_AllNameTheirAct()
    {
        var files = Repository.FilesUnder("src", "*.cs");
        Assert.Contains(files, file => Repository.Read(file).Contains(".Act(\"", StringComparison.Ordinal));
        Repository.AssertNone(files.SelectMany(file => EndpointActs.Unnamed(file, Repository.Read(file))));
    }

    [Theory]
    [InlineData("api.MapGet(\"/a\", A).WithName(\"a\").Reads(\"a\");", 0)]
    [InlineData("api.MapPost(\"/a\", (X x) => { var y = 1; return y; }).WithName(\"a\").Act(\"a.b.c\");", 0)]
    [InlineData("api.MapPost(\"/a\", (X x) => { var y = 1; return y; }).WithName(\"a\");", 1)]
    [InlineData("api.MapGet(\"/a\", A); api.MapGet(\"/b\", B).ForAnybody();", 1)]
    [InlineData("public static void Map(R api) => api.MapGet(\"/a\", A)\n    .WithName(\"a\");", 1)]
    [InlineData("// api.MapGet(\"/a\", A);", 0)]
    [InlineData("api.MapGet(\"/a\", () => x.Act(\"a.b.c\"));", 1)]
    public void Unnamed_Endpoint_IsReported(string code, int breaches) => Assert.Equal(breaches, EndpointActs.Unnamed("made.up", code).Count());
}
