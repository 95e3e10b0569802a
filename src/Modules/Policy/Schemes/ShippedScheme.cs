using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Sharing;
using Zhirong.Engine.Rules.Subsidies;

namespace Zhirong.Modules.Policy.Schemes;

/// <summary>A scheme with its text: of aid, or of risk sharing.</summary>
public sealed record ShippedScheme(string Text, SubsidyRule? Aid, ShareRule? Share)
{
    public const string AidKind = "subsidy";
    public const string ShareKind = "share";

    public string Kind => Aid is null ? ShareKind : AidKind;

    public SchemeHead Head => Aid?.Head ?? Share!.Head;

    /// <param name="kind"><see cref="AidKind"/> or <see cref="ShareKind"/>.</param>
    public static Result<ShippedScheme> Read(string kind, byte[] bytes)
    {
        if (kind == AidKind)
        {
            var aid = SubsidyRuleReader.Read(bytes);
            return aid.Ok ? new ShippedScheme(Encoding.UTF8.GetString(bytes), aid.Value, null) : Result<ShippedScheme>.Refused(aid.Refusals);
        }

        var share = ShareRuleReader.Read(bytes);
        return share.Ok ? new ShippedScheme(Encoding.UTF8.GetString(bytes), null, share.Value) : Result<ShippedScheme>.Refused(share.Refusals);
    }
}
