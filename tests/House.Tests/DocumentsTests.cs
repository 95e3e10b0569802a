namespace Zhirong.House.Tests;

public sealed class DocumentsTests
{
    private static readonly string[] Readmes = ["README.md", "README.zh-CN.md"];

    private static bool Exists(string path) => Path.Exists(Repository.PathOf(path));

    [Fact]
    public void Readmes_Commands_AreOursAndTheirFilesAreThere()
    {
        Repository.AssertNone(Readmes.SelectMany(file => Documents.Commands(Repository.Read(file))
            .Select(command => (command.Line, Unknown: Documents.Unknown(command.Command, Exists)))
            .Where(command => command.Unknown is not null)
            .Select(command => new Breach(file, command.Line, command.Unknown!))));
    }

    [Fact]
    public void Readmes_Verbs_AreWrittenInTheHost()
    {
        var host = string.Concat(Repository.FilesUnder("src/Host", "*.cs").Select(Repository.Read));
        var verbs = Readmes.SelectMany(file => Documents.Commands(Repository.Read(file))).SelectMany(command => Documents.VerbsOf(command.Command));
        Assert.All(verbs.Distinct(), verb => Assert.Contains($"\"{verb}\"", host, StringComparison.Ordinal));
    }

    [Fact]
    public void Readmes_InBothLanguages_ShowTheSameCommands()
    {
        var commands = Readmes.Select(file => Documents.Commands(Repository.Read(file)).Select(command => command.Command).ToList()).ToList();
        Assert.NotEmpty(commands[0]);
        Assert.Equal(commands[0], commands[1]);
    }

    [Fact]
    public void OurDocuments_Links_LeadSomewhere() => Repository.AssertNone(Repository.Tracked()
        .Where(file => file.EndsWith(".md", StringComparison.Ordinal))
        .SelectMany(file => Documents.DeadLinks(file, Repository.Read(file), Exists)));

    [Fact]
    public void OurFiles_SpeakOfTheProductAlone() => Repository.AssertNone(Repository.Tracked().SelectMany(file =>
    {
        var text = Repository.Read(file);
        return text.Contains('\0') ? [] : Documents.WordsNotOurs(file, file + "\n" + text);
    }));

    [Fact]
    public void Commands_OfMarkdown_StandInCodeBlocksOnly()
    {
        const string Markdown = """
            ./run outside
            ```bash
            $ ./run cli --version   # says which
            ./test
            ./tests/other
            ```
            ./test outside
            """;
        Assert.Equal([(3, "./run cli --version"), (4, "./test")], Documents.Commands(Markdown));
    }

    [Theory]
    [InlineData("./run", true)]
    [InlineData("./run --help", true)]
    [InlineData("./run bench deal", true)]
    [InlineData("./run pack", true)]
    [InlineData("./run cli doctor --json", true)]
    [InlineData("./test --long", true)]
    [InlineData("./run cli deal check docs/there.yaml --json", true)]
    [InlineData("./run cli deal check mine.yaml", true)]
    [InlineData("./run cli case list --json | head", true)]
    [InlineData("./run cli deal check docs/missing.yaml", false)]
    [InlineData("./run cli deal sell mine.yaml", false)]
    [InlineData("./run cli deal", false)]
    [InlineData("./run cli fly", false)]
    [InlineData("./run fly", false)]
    public void Unknown_Command_IsReported(string command, bool known) =>
        Assert.Equal(known, Documents.Unknown(command, path => path == "docs/there.yaml") is null);

    [Theory]
    [InlineData("[a](there.md)", 0)]
    [InlineData("[a](there.md#part) and [b](https://example.org/x) and [c](#part)", 0)]
    [InlineData("[a](../top.md)", 0)]
    [InlineData("[a](missing.md)", 1)]
    [InlineData("![a](../missing.png)", 1)]
    public void DeadLinks_FromAFolder_AreReported(string markdown, int dead) =>
        Assert.Equal(dead, Documents.DeadLinks("docs/made-up.md", markdown, path => path is "docs/there.md" or "top.md").Count());

    [Theory]
    [InlineData("see /wo" + "rk/main", 1)]
    [InlineData("// TO" + "DO later", 1)]
    [InlineData("throw new NotImplemented" + "Exception();", 1)]
    [InlineData("reads ../sha" + "red/x", 1)]
    [InlineData("network/work/ and todo lists", 0)]
    public void WordsNotOurs_InAnyText_AreReported(string text, int found) =>
        Assert.Equal(found, Documents.WordsNotOurs("made.up", text).Count());
}
