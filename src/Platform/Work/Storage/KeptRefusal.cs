using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Work.Storage;

/// <summary>A refusal as it is kept: in both languages, since who reads it is not known yet.</summary>
internal sealed record KeptRefusal(string Code, string Path, string Found, string ExpectedZh, string ExpectedEn, string MessageZh, string MessageEn)
{
    private const int Longest = 500;

    public static string Text(IEnumerable<Refusal> refusals) => JsonSerializer.Serialize(
        refusals.Take(20).Select(r => new KeptRefusal(r.Code, r.Path, r.Found.Length <= Longest ? r.Found : r.Found[..Longest], r.Expected.Zh, r.Expected.En, r.Message.Zh, r.Message.En)), WebJson.Options);

    public static IReadOnlyList<Finding> Read(string? text, Language language) =>
        text is null ? [] : Finding.Of(JsonSerializer.Deserialize<List<KeptRefusal>>(text, WebJson.Options)!.Select(k => k.Refusal), language);

    private Refusal Refusal => new() { Code = Code, Path = Path, Found = Found, Expected = new(ExpectedZh, ExpectedEn), Message = new(MessageZh, MessageEn) };
}
