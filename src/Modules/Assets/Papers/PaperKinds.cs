namespace Zhirong.Modules.Assets.Papers;

/// <summary>营业执照, 章程, 股东会决议, 财务报表, 纳税证明, 权利证书, 合同, 发票与付款凭证, 其他.</summary>
internal static class PaperKinds
{
    public static IReadOnlyList<string> All { get; } = ["licence", "articles", "resolution", "statements", "tax", "certificate", "contract", "invoice", "other"];
}
