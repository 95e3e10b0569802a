using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Access.Tokens;

/// <summary>The numbered refusals about access tokens, in the order they are tested.</summary>
public static class TokenRefusals
{
    public static Refusal Name(int found) => Make("ACC-0401", "name", $"{found}", new("1 到 60 个字", "1 to 60 characters"), new("令牌名称长度不对", "The token's name is too short or too long"));

    public static Refusal Days(int found) => Make("ACC-0402", "days", $"{found}", new("1 到 365 天", "1 to 365 days"), new("令牌有效期不对", "The token's days are wrong"));

    public static Refusal Scope(string path, string found) => Make("ACC-0403", path, found, new("1 到 50 项权限，如 ledger.*、ledger.read", "1 to 50 acts such as ledger.*, ledger.read"), new("令牌范围写法有误", "The token's scope cannot be read"));

    public static Refusal MoreThanOwn(string path, string found) => Make("ACC-0404", path, found, new("您在当前机构拥有的权限", "what you may do yourself in this organisation"), new("令牌范围不能超过您自己的权限", "A token covers no more than its owner may do"));

    public static Refusal TooMany(int most) => Make("ACC-0405", "", $"{most}", new($"不超过 {most} 个有效令牌", $"at most {most} tokens at a time"), new("有效令牌太多，请先吊销不用的", "There are too many tokens; revoke some first"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => GateRefusals.Make(code, path, found, expected, message);
}
