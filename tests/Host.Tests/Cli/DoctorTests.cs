using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Host.Tests.Schemas;

namespace Zhirong.Host.Tests.Cli;

/// <summary><c>doctor</c>: what it finds in installations that are well and in those that are not, and that it changes nothing.</summary>
public sealed class DoctorTests
{
    private static readonly string[] Names =
    [
        "machine.runtime", "machine.cryptography", "machine.pages", "machine.fonts", "machine.printing", "data.database", "data.folder", "data.keys", "disk.space", "clock.time", "clock.sync", "calendar.this-year", "calendar.next-year",
    ];

    [Fact]
    public void Doctor_OfAnEmptyPlace_FindsNothingToMendThereAndMakesNothing()
    {
        using var place = Cli.Keep("");
        var data = Path.Combine(place.Folder, "data");
        var found = Checks(data, out var document);
        Assert.Equal(Names, found.Keys);
        Assert.Equal(("ok", "ok", "ok", "ok", "ok"), (State(found, "data.database"), State(found, "data.folder"), State(found, "data.keys"), State(found, "machine.cryptography"), State(found, "clock.time")));
        Assert.Equal(("ok", "warning"), (State(found, "calendar.this-year"), State(found, "machine.printing")));
        Assert.False(Directory.Exists(data));
        Assert.Empty(new SchemaCheck(JsonNode.Parse(File.ReadAllText(Path.Combine(Cli.Root, "src", "Host", "Schemas", "doctor-v1.json")))!).Faults(document));
        Assert.All(found.Values, check => Assert.Equal(check.GetProperty("state").GetString() == "ok", check.GetProperty("advice").ValueKind == JsonValueKind.Null));
    }

    [Fact]
    public void Doctor_OfDataWithoutItsKeys_SaysSo()
    {
        using var place = Cli.Keep("");
        Assert.Equal(0, Cli.Run("db", "migrate", "--data", place.Folder).Code);
        var found = Checks(place.Folder, out _);
        Assert.Equal(("ok", "failure"), (State(found, "data.database"), State(found, "data.keys")));

        var keys = Directory.CreateDirectory(Path.Combine(place.Folder, "keys")).FullName;
        var key = Path.Combine(keys, "log.pem");
        File.WriteAllText(key, "-");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            Assert.Equal("failure", State(Checks(place.Folder, out _), "data.keys"));
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Assert.Equal("ok", State(Checks(place.Folder, out _), "data.keys"));
    }

    [Fact]
    public void Doctor_OfWhatIsNoDatabase_FailsWithTheReason()
    {
        using var place = Cli.Keep(new string('x', 4096), "zhirong.db");
        var said = Cli.Run("doctor", "--data", place.Folder, "--json", "--lang", "en");
        Assert.Equal(1, said.Code);
        var database = JsonDocument.Parse(said.Out).RootElement.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "data.database");
        Assert.Equal("failure", database.GetProperty("state").GetString());
        Assert.Contains("STO-", database.GetProperty("found").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("USE-0101", "serve", "--listen", "0.0.0.0")]
    [InlineData("USE-0101", "serve", "--listen", "everywhere")]
    [InlineData("USE-0101", "serve", "--host", "not a name")]
    [InlineData("USE-0101", "serve", "--host", "good.example,-bad")]
    [InlineData("USE-0101", "serve", "--work", "65")]
    [InlineData("USE-0101", "work", "--at-once", "0")]
    public void Options_ThatCannotBeUsed_AreRefusedBeforeAnythingStarts(string code, params string[] arguments)
    {
        var said = Cli.Run(arguments);
        Assert.Equal((2, ""), (said.Code, said.Out));
        Assert.Contains(code, said.Err, StringComparison.Ordinal);
    }

    private static string State(Dictionary<string, JsonElement> found, string name) => found[name].GetProperty("state").GetString()!;

    private static Dictionary<string, JsonElement> Checks(string data, out JsonNode document)
    {
        var said = Cli.Run("doctor", "--data", data, "--json");
        document = JsonNode.Parse(said.Out)!;
        var root = JsonDocument.Parse(said.Out).RootElement;
        Assert.Equal(root.GetProperty("passed").GetBoolean() ? 0 : 1, said.Code);
        return root.GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("name").GetString()!);
    }
}
