using System.CommandLine;
using System.Security.Cryptography;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Matching.Listings;
using Zhirong.Engine.Matching.Parameters;
using Zhirong.Engine.Matching.Ranking;
using Zhirong.Engine.Matching.Reading;
using Zhirong.Engine.Matching.Writing;
using Zhirong.Host.Tables;

namespace Zhirong.Host.Verbs;

/// <summary><c>match NEED LISTINGS</c>: the listed rights that fit a need, with reasons. Data of one's own takes the place of the shipped.</summary>
internal static class MatchVerb
{
    public static Command Command()
    {
        var need = new Argument<string>("need") { Description = "zhirong/need/v1 (YAML/JSON), - = stdin" };
        var listings = new Argument<string>("listings") { Description = "zhirong/listings/v1 (YAML/JSON), - = stdin" };
        var top = new Option<int>("--top") { Description = $"显示几项 / how many to show, 1..{ListingRanking.MostShown}", DefaultValueFactory = _ => 10 };
        ServeVerb.Within(top, 1, ListingRanking.MostShown);
        var weights = new Option<string?>("--weights") { Description = "另一权重文件 / weights of one's own, zhirong/match-weights/v1" };
        var stops = new Option<string?>("--stops") { Description = "另一停用词文件 / stop words of one's own, zhirong/match-stops/v1" };
        var synonyms = new Option<string?>("--synonyms") { Description = "另一同义词文件 / synonyms of one's own, zhirong/match-synonyms/v1" };
        var json = new Option<bool>("--json");
        var language = CommandLine.LanguageOption();
        var command = new Command("match", "需求与权利匹配 / listed rights that fit a need") { need, listings, top, weights, stops, synonyms, json, language };
        command.SetAction(parsed => Run(
            (parsed.GetValue(need)!, parsed.GetValue(listings)!), (parsed.GetValue(weights), parsed.GetValue(stops), parsed.GetValue(synonyms)),
            parsed.GetValue(top), parsed.GetValue(json), CommandLine.LanguageOf(parsed, language)));
        return command;
    }

    private static int Run((string Need, string Listings) paths, (string? Weights, string? Stops, string? Synonyms) own, int top, bool json, Language language)
    {
        if (Parameters(own, language) is not { } parameters)
        {
            return Exit.BadInput;
        }

        if (paths is ("-", "-"))
        {
            Console.Error.WriteLine("zhirong: USE-0106 match - - (只能有一个来自标准输入 / only one of them can be standard input)");
            return Exit.BadInput;
        }

        var (needBytes, listingBytes) = (InputFiles.Read(paths.Need), InputFiles.Read(paths.Listings, ListingReader.Limits.MaxBytes));
        var need = Read(paths.Need, needBytes, bytes => NeedReader.Read(bytes, parameters), language);
        var listings = Read(paths.Listings, listingBytes, bytes => ListingReader.Read(bytes), language);
        if (need is null || listings is null)
        {
            return Exit.BadInput;
        }

        var made = ListingRanking.Of(need, ListingIndex.Of(listings, parameters), top);
        if (json)
        {
            Answer.Json(writer => MatchJson.Write(writer, made, Hash(needBytes.Value), Hash(listingBytes.Value), CommandLine.Version, language));
        }
        else
        {
            MatchTable.Print(made, language);
        }

        return made.Matched == 0 ? Exit.No : Exit.Done;
    }

    /// <summary>The shipped data, or what the user names in its place; null when a file was refused.</summary>
    private static MatchParameters? Parameters((string? Weights, string? Stops, string? Synonyms) own, Language language)
    {
        static string Shipped(string? path, string file) => path ?? Home.Matching(file);
        var (weightsPath, stopsPath, synonymsPath) = (Shipped(own.Weights, "weights"), Shipped(own.Stops, "stops"), Shipped(own.Synonyms, "synonyms"));
        var weights = Read(weightsPath, InputFiles.Read(weightsPath), bytes => ParameterReader.Weights(bytes), language);
        var stops = Read(stopsPath, InputFiles.Read(stopsPath), bytes => ParameterReader.Stops(bytes), language);
        var synonyms = stops is null ? null : Read(synonymsPath, InputFiles.Read(synonymsPath), bytes => ParameterReader.Synonyms(bytes, stops), language);
        return weights is null || synonyms is null ? null : new(weights, stops!, synonyms);
    }

    private static T? Read<T>(string path, Result<byte[]> bytes, Func<byte[], Result<T>> read, Language language)
        where T : class
    {
        var made = bytes.Ok ? read(bytes.Value) : Result<T>.Refused(bytes.Refusals);
        if (made.Ok)
        {
            return made.Value;
        }

        Answer.Refuse(path, made.Refusals, language);
        return null;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
