using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals.Mandates;

/// <summary>What those who approve a mandate see: every term by its name, refused before anybody is asked where it could not be made.</summary>
internal sealed class MandateShown(MakeMandate mandates) : IChangeShown
{
    public bool Shows(string act) => act == "access.mandate.make";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = request.Body.Deserialize<MakeMandateRequest>(WebJson.Options)!;
        if (mandates.Fault(read, asked, approved: false) is { } refusal)
        {
            return refusal;
        }

        return new ShownChange
        {
            Title = new($"设立授权额度：{asked.Title.Trim()}", $"Make a mandate: {asked.Title.Trim()}"),
            Amount = MakeMandate.Yuan(asked.Daily),
            Fields =
            [
                New("act", "操作", "Act", asked.Act),
                New("product", "产品", "Product", asked.Product is { Length: > 0 } product ? product : "—"),
                New("limit", "单笔上限", "Limit of one act", asked.Limit),
                New("daily", "日累计上限", "Daily cap", asked.Daily),
                New("first", "起始日", "First day", $"{asked.First:yyyy-MM-dd}"),
                New("until", "到期日", "Last day", $"{asked.Until:yyyy-MM-dd}"),
                New("note", "说明", "Note", asked.Note ?? ""),
            ],
        };
    }

    private static FieldChange New(string name, string zh, string en, string after) => new(name, new(zh, en), null, after);
}
