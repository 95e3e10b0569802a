using System.Xml.Linq;

namespace Zhirong.House.Tests;

public sealed class ProjectDoorsTests
{
    private const string MadeUp = """
        | engine | question | may use |
        |---|---|---|
        | `Lower` | what is below? | – |
        | Upper | what is above? | Lower |

        | planned | question | may use |
        |---|---|---|
        | Later | not yet | Upper |
        """;

    private static readonly Project Lower = ProjectDoors.Read("src/Engine/Lower/Zhirong.Engine.Lower.csproj", "<Project />");

    private static IReadOnlyList<string> Files => Repository.FilesUnder("src", "*.csproj");

    [Fact]
    public void OurProjects_AgainstTheTables_OpenOnlyTheirDoors() => Repository.AssertNone(ProjectDoors.Check(
        ProjectDoors.Table(Repository.Read("ARCHITECTURE.md")),
        [.. Files.Select(file => ProjectDoors.Read(file, Repository.Read(file)))]));

    [Fact]
    public void OurProjects_Have_NoWayAround() =>
        Repository.AssertNone(Files.SelectMany(file => ProjectDoors.WaysAround(file, Repository.Read(file))));

    [Fact]
    public void TransitiveReferences_ForTheWholeHouse_AreOff() => Assert.Equal(
        "true",
        XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants("DisableTransitiveProjectReferences").Single().Value);

    [Fact]
    public void OurProjects_EachStandsInTheSolution()
    {
        var solution = XDocument.Parse(Repository.Read("Zhirong.slnx"));
        var listed = solution.Descendants("Project").Select(project => project.Attribute("Path")!.Value);
        Assert.Empty(Files.Concat(Repository.FilesUnder("tests", "*.csproj")).Except(listed));
    }

    [Fact]
    public void Table_OfMarkdown_ReadsRowsAndLeavesOutWhatIsPlanned()
    {
        var table = ProjectDoors.Table(MadeUp);
        Assert.Equal(["Lower", "Upper"], table.Keys);
        Assert.Empty(table["Lower"]);
        Assert.Equal(["Lower"], table["Upper"]);
    }

    [Theory]
    [InlineData("Upper", "Lower", "")]
    [InlineData("Upper", "Upper", "the door Upper -> Upper is shut")]
    [InlineData("Upper", "Later", "the door Upper -> Later is shut")]
    [InlineData("Later", "Lower", "project Later has no row in ARCHITECTURE.md")]
    public void Check_MadeUpProject_ReportsTheShutDoor(string name, string use, string breach)
    {
        var project = ProjectDoors.Read(
            $"src/Engine/{name}/Zhirong.Engine.{name}.csproj",
            $"""<Project><ItemGroup><ProjectReference Include="../{use}/Zhirong.Engine.{use}.csproj" /></ItemGroup></Project>""");
        var upper = project with { Name = "Upper", Uses = [] };
        var breaches = ProjectDoors.Check(ProjectDoors.Table(MadeUp), name == "Upper" ? [Lower, project] : [Lower, upper, project]);
        Assert.Equal(breach, string.Join('|', breaches.Select(found => found.What)));
    }

    [Fact]
    public void Check_LowerOpensUpper_ReportsTheShutDoor()
    {
        var upper = ProjectDoors.Read("src/Engine/Upper/Zhirong.Engine.Upper.csproj", "<Project />");
        var breaches = ProjectDoors.Check(ProjectDoors.Table(MadeUp), [Lower with { Uses = ["Upper"] }, upper]);
        Assert.Equal("the door Lower -> Upper is shut", Assert.Single(breaches).What);
    }

    [Fact]
    public void Check_RowWithoutProject_IsReported() =>
        Assert.Contains("row Upper has no project", Assert.Single(ProjectDoors.Check(ProjectDoors.Table(MadeUp), [Lower])).What);

    [Fact]
    public void Check_RowThatOpensAnUnknownProject_IsReported()
    {
        var table = ProjectDoors.Table("| project | may use |\n|---|---|\n| Lower | Nowhere |");
        Assert.Contains("opens Nowhere", Assert.Single(ProjectDoors.Check(table, [Lower])).What);
    }

    [Theory]
    [InlineData("<PropertyGroup><DisableTransitiveProjectReferences>false</DisableTransitiveProjectReferences></PropertyGroup>")]
    [InlineData("""<ItemGroup><Reference Include="Zhirong.Engine.Waterfall" /></ItemGroup>""")]
    [InlineData("""<ItemGroup><Compile Include="../Waterfall/Deal.cs" /></ItemGroup>""")]
    public void WaysAround_EachKind_IsReported(string inside) =>
        Assert.Single(ProjectDoors.WaysAround("made.up", $"<Project>{inside}</Project>"));
}
